//! The core by itself: what each stage takes, and whether time grows as the text does.

use super::budget::Budgets;
use super::table::{Table, time};
use crate::sample::{self, shapes};
use hegao_core::draft::{self, Draft};
use hegao_core::relations;
use hegao_core::rules::{self, Context};
use hegao_core::text::Folded;
use hegao_core::{Engine, Settings};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Lengths of made reports in characters.
const LENGTHS: [usize; 5] = [10_000, 30_000, 100_000, 1_000_000, 10_000_000];

/// The growth of time per character that is still called linear (DESIGN section 10).
const LINEAR: f64 = 1.5;

/// How long a measurement is repeated; the best run counts, since whatever disturbs only adds.
const PATIENCE: Duration = Duration::from_millis(600);

/// Where the time of a review goes.
pub(super) const FLAT: &str = "the profile is flat, see above";
/// Where the time goes in text of nothing but figures.
const DENSE: &str = "rates, parts, flows and lists are each tried for every figure, see above";

/// Every stage on made reports of every length up to `longest`.
pub(super) fn stages(longest: usize, budgets: &mut Budgets) -> Table {
    let mut table = Table::new(&[
        "characters",
        "MB",
        "fold",
        "read draft",
        "relate",
        "relate MB/s",
        "rules",
        "whole review",
        "MB/s",
        "ns/character",
        "growth",
    ]);
    let engine = Engine::new(Settings::default());
    let mut first = None;
    for length in LENGTHS.into_iter().filter(|&length| length <= longest) {
        let text = sample::report(length, 1);
        let characters = text.chars().count();
        let folded = Folded::new(&text);
        let drafts = draft::read(&folded, engine.catalogue(), engine.settings());
        let tied: Vec<_> = drafts.iter().map(|draft| relations::relate(&folded, draft, engine.catalogue())).collect();
        let fold = best(|| Folded::new(&text));
        let read = best(|| draft::read(&folded, engine.catalogue(), engine.settings()));
        let relate = best(|| drafts.iter().map(|draft| relations::relate(&folded, draft, engine.catalogue()).len()).sum::<usize>());
        let rules = best(|| {
            let run = |(draft, tied): (&Draft, &Vec<_>)| {
                let mut context = Context::new(&folded, draft, engine.catalogue(), engine.settings(), None);
                rules::run_beside(&mut context);
                rules::run_behind(context, tied).0.len()
            };
            drafts.iter().zip(&tied).map(run).sum::<usize>()
        });
        let review = best(|| engine.review(&text));
        let each = review.as_nanos() as f64 / characters as f64;
        let first = *first.get_or_insert(each);
        match length {
            30_000 => budgets.at_most("review of 30,000 characters, one core (aim)", Duration::from_millis(1), review, FLAT),
            1_000_000 => {
                budgets.at_least("arithmetic alone, a made report of 1,000,000 characters", 30.0, speed(text.len(), relate), DENSE)
            }
            10_000_000 => budgets.other(
                "growth of time per character from 10,000 to 10,000,000",
                "≤ 1.5",
                format!("{:.2}", each / first),
                each / first <= LINEAR,
            ),
            _ => {}
        }
        table.row([
            characters.to_string(),
            format!("{:.2}", text.len() as f64 / 1e6),
            time(fold),
            time(read),
            time(relate),
            format!("{:.0}", speed(text.len(), relate)),
            time(rules),
            time(review),
            format!("{:.1}", speed(text.len(), review)),
            format!("{each:.1}"),
            format!("{:.2}", each / first),
        ]);
    }
    table
}

/// The whole review of texts that punish whatever is not linear: time per character at a tenth and at all of a length.
pub(super) fn shapes(length: usize, budgets: &mut Budgets) -> Table {
    let mut table = Table::new(&["shape", "characters", "relate", "relate MB/s", "review", "MB/s", "growth from a tenth", "linear"]);
    let mut slowest = f64::INFINITY;
    let engine = Engine::new(Settings::default());
    for (name, make) in shapes::SHAPES {
        let [small, large] = [make(length / 10), make(length)];
        let each = |text: &str, time: Duration| time.as_nanos() as f64 / text.len() as f64;
        let before = best(|| engine.review(&small));
        let review = best(|| engine.review(&large));
        let growth = each(&large, review) / each(&small, before);
        let folded = Folded::new(&large);
        let drafts = draft::read(&folded, engine.catalogue(), engine.settings());
        let relate = best(|| drafts.iter().map(|draft| relations::relate(&folded, draft, engine.catalogue()).len()).sum::<usize>());
        slowest = slowest.min(speed(large.len(), relate));
        table.row([
            (*name).to_owned(),
            large.chars().count().to_string(),
            time(relate),
            format!("{:.0}", speed(large.len(), relate)),
            time(review),
            format!("{:.1}", speed(large.len(), review)),
            format!("{growth:.2}"),
            if growth <= LINEAR { "yes" } else { "NO" }.to_owned(),
        ]);
    }
    budgets.at_least("arithmetic alone, the slowest of the shapes below", 30.0, slowest, DENSE);
    table
}

/// Megabytes a second.
fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

/// The time of the best run.
fn best<T>(mut work: impl FnMut() -> T) -> Duration {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    while best == Duration::MAX || begin.elapsed() < PATIENCE {
        let start = Instant::now();
        black_box(work());
        best = best.min(start.elapsed());
    }
    best
}
