//! total ÷ number: 人均, 日均, 平均每件, with the total and the number in the same sentence.

use super::ratio::overlap;
use crate::draft::figures::{Class, Role, core};
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, judge, slip};

/// How many figures back the total and the number are looked for.
const REACH: usize = 8;

/// Finds and judges averages.
pub(super) fn run(view: &mut View) {
    for index in 0..view.figures.len() {
        if view.figures[index].role == Role::Mean && view.figures[index].class.adds() {
            average(view, index);
        }
    }
}

/// Whether an average is called like a total: 案均罚没款 like 罚没款, 人均办案 like 办结案件.
fn of(view: &View, index: usize, total: usize) -> bool {
    let words = core(view.before(index));
    let name = words.rfind('均').map_or(words, |at| &words[at + '均'.len_utf8()..]);
    let mut label = view.label(total).chars();
    overlap(name, view.label(total)) >= 2 || name.chars().all(|c| label.any(|other| other == c))
}

fn average(view: &mut View, index: usize) {
    let around: Vec<usize> = (index.saturating_sub(REACH)..(index + 3).min(view.figures.len()))
        .filter(|&at| {
            at != index
                && view.figures[at].role == Role::Count
                && view.figures[at].paragraph == view.figures[index].paragraph
                && view.figures[index].sentence.abs_diff(view.figures[at].sentence) <= 1
        })
        .collect();
    let before = view.before(index);
    let number_fits = |at: usize| match () {
        () if before.contains("人均") => view.figures[at].class == Class::Person,
        () if before.contains("户均") => view.unit_is(at, &["户"]),
        () if before.contains("日均") => view.unit_is(at, &["天", "日"]),
        () if before.contains("月均") => view.unit_is(at, &["个月"]),
        () => matches!(view.figures[at].class, Class::Case | Class::Body | Class::Thing | Class::Person),
    };
    let number = &view.figures[index].number;
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for &total in around.iter().rev().filter(|&&total| view.like(total, index) && view.same_base(total, index)) {
        for &count in around.iter().rev().filter(|&&count| count != total && number_fits(count) && !view.figures[count].is_named()) {
            pairs.push((total, count));
        }
    }
    let judged = |view: &View, (total, count): (usize, usize)| {
        let computed = view.interval(total).quotient(view.interval(count));
        computed.map_or(judge::Judged::UNSURE, |computed| judge::against(number, number.interval(), &computed))
    };
    let Some(&first) = pairs.first() else { return };
    let holds = pairs.iter().copied().find(|&pair| judged(view, pair).verdict == Verdict::Holds);
    let (pair, verdict) = match holds {
        Some(pair) => (pair, judged(view, pair)),
        // Only one total and one number stand nearby, the total is what the average is said to be of, and a slip explains the rest.
        None if pairs.len() == 1 && of(view, index, first.0) => (first, judged(view, first)),
        None => return,
    };
    let near = |value| slip::is_slip(number, value);
    let explained = verdict.computed.is_some_and(near);
    if verdict.verdict == Verdict::Unsure
        || verdict.verdict == Verdict::Broken && !explained && !(view.same_sentence(pair.0, index) && view.same_sentence(pair.1, index))
    {
        return;
    }
    let shown = verdict.computed.and_then(|value| view.written(index, value));
    let formula = format!(
        "{} ÷ {} = {}",
        view.shown(pair.0),
        view.shown(pair.1),
        if verdict.verdict == Verdict::Holds { view.shown(index).to_owned() } else { shown.clone().unwrap_or_default() }
    );
    let operands = vec![view.operand("claim", index), view.operand("total", pair.0), view.operand("number", pair.1)];
    let strength = if explained { Strength::Certain } else { Strength::Likely };
    view.push(Making::new(Kind::Average, verdict.verdict, formula, operands).expected(shown).strength(strength).done());
}
