//! opening + in = out + closing (收结存): 上年结转12件,新收100件,办结105件,未结7件.

use crate::catalogue::flows::FLOWS;
use crate::catalogue::word_set::WordSet;
use crate::draft::figures::{Gap, core};
use crate::relations::interval::Interval;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, slip};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// How many figures farther than the first the others are looked for.
const REACH: usize = 8;

/// Which of the four a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Opening,
    Received,
    Done,
    Closing,
}

/// Where the four stand.
#[derive(Clone, Debug, Default)]
struct Places {
    opening: Option<usize>,
    /// 收到申请112件,受理100件: either may be what was received.
    received: Vec<usize>,
    done: Option<usize>,
    closing: Option<usize>,
}

impl Places {
    /// Takes a figure, unless there is one for its step already.
    fn take(&mut self, step: Step, at: usize) -> bool {
        let slot = match step {
            Step::Opening => &mut self.opening,
            Step::Done => &mut self.done,
            Step::Closing => &mut self.closing,
            Step::Received => {
                self.received.push(at);
                return true;
            }
        };
        let free = slot.is_none();
        *slot = slot.or(Some(at));
        free
    }

    fn complete(&self) -> bool {
        self.opening.is_some() && !self.received.is_empty() && self.done.is_some() && self.closing.is_some()
    }
}

/// Finds and judges balances: each begins at the first of its four figures.
pub(super) fn run(view: &mut View) {
    let steps: Vec<Option<Step>> = (0..view.figures.len()).map(|at| if view.is_level(at) { step(view, at) } else { None }).collect();
    let mut next = 0;
    for first in 0..view.figures.len() {
        if first < next || steps[first].is_none() {
            continue;
        }
        if let Some(last) = balance(view, first, &steps) {
            next = last + 1;
        }
    }
}

/// What says that what is asked for was not received.
const REFUSED: &[&str] = &["不予受理", "未受理", "不受理"];

/// The words of the steps, and behind them those of what was refused.
static WORDS: LazyLock<WordSet> = LazyLock::new(|| {
    let names = &FLOWS.balance;
    let refused: Vec<String> = REFUSED.iter().copied().map(String::from).collect();
    WordSet::of_lists([&names.opening, &names.closing, &names.done, &names.received, &refused].into_iter().map(Vec::as_slice))
});

/// What a figure is, if it is one of the four. The more telling words come first: 上年结转 before 结转下年, 未结 before 结.
fn step(view: &View, at: usize) -> Option<Step> {
    let [opening, closing, done, received, refused] = [1, 1 << 1, 1 << 2, 1 << 3, 1 << 4];
    let (before, after) = (view.before(at), view.after(at));
    let held = [WORDS.held_by(before), WORDS.held_by(after)];
    // The words in front name a step, unless they only join sentences.
    match if held != [0; 2] && core(before).is_empty() { held[1] } else { held[0] } {
        held if held & opening != 0 => Some(Step::Opening),
        held if held & closing != 0 => Some(Step::Closing),
        held if held & done != 0 => Some(Step::Done),
        held if held & received != 0 && held & refused == 0 => Some(Step::Received),
        _ => None,
    }
}

/// The balance that begins at a figure, and its last figure.
fn balance(view: &mut View, first: usize, steps: &[Option<Step>]) -> Option<usize> {
    let mut places = Places::default();
    let mut last = first;
    for (at, &step) in steps.iter().enumerate().skip(first).take(REACH) {
        let (figure, head) = (&view.figures[at], &view.figures[first]);
        if figure.sentence - head.sentence > 1 || figure.paragraph != head.paragraph {
            break;
        }
        if !view.is_level(at) || !view.same_unit(at, first) || (at > first && figure.sentence != head.sentence && figure.gap < Gap::Comma) {
            continue;
        }
        let Some(step) = step else { continue };
        if places.take(step, at) {
            last = at;
        }
        if places.complete() {
            break;
        }
    }
    let Places { opening: Some(opening), received, done: Some(done), closing: Some(closing) } = places else { return None };
    let &nearest = received.last()?;
    let out = view.sum(&[done, closing])?;
    let fits = |received: usize| view.sum(&[opening, received]).is_some_and(|into| into.meets(&out)) || view.interval(received).meets(&out);
    let received = received.into_iter().rev().find(|&at| fits(at)).unwrap_or(nearest);
    let into = view.sum(&[opening, received])?;
    // 受理112件(含上年结转12件): what was received may hold what was carried in.
    let within =
        opening == received + 1 && (view.figures[opening].depth > view.figures[received].depth || view.before(opening).contains('含'));
    let other = *view.interval(received);
    let holds = |into: &Interval| into.meets(&out);
    let verdict = if holds(&into) || holds(&other) { Verdict::Holds } else { Verdict::Broken };
    let by_sum = holds(&into) || verdict != Verdict::Holds && !within;
    let left = if by_sum { format!("{} + {}", view.shown(opening), view.shown(received)) } else { view.shown(received).to_owned() };
    let sign = if verdict == Verdict::Holds { "=" } else { "≠" };
    let formula = format!("{left} {sign} {} + {}", view.shown(done), view.shown(closing));
    let operands = vec![
        view.operand("done", done),
        view.operand("received", received),
        view.operand("opening", opening),
        view.operand("closing", closing),
    ];
    let mut making = Making::new(Kind::Balance, verdict, formula, operands).strength(Strength::Likely);
    if verdict == Verdict::Broken {
        making = culprit(view, making, [done, received, opening, closing], by_sum);
    }
    view.push(making.done());
    Some(last)
}

/// Leaves out what seems not to hold while a balance of the same figures holds: more was done than came in, as some was carried over;
/// what was carried over, done and left over is no list of parts.
pub(super) fn explain(view: &mut View) {
    let held: FxHashSet<Span> = view
        .relations
        .iter()
        .filter(|relation| relation.kind == Kind::Balance && relation.verdict == Verdict::Holds)
        .flat_map(|relation| relation.operands.iter().map(|operand| operand.span))
        .collect();
    if !held.is_empty() {
        view.relations.retain(|relation| {
            !matches!(relation.kind, Kind::Flow | Kind::Partition)
                || relation.verdict == Verdict::Holds
                || !relation.operands.iter().all(|operand| held.contains(&operand.span))
        });
    }
}

/// Points at the one figure that a slip explains, if only one is.
fn culprit(view: &View, making: Making, [done, received, opening, closing]: [usize; 4], by_sum: bool) -> Making {
    let value = |at: usize| view.value(at);
    let carried = if by_sum { value(opening) } else { crate::relations::interval::Exact::from_integer(0) };
    let needed = [
        (0, done, value(received) + carried - value(closing)),
        (1, received, value(done) + value(closing) - carried),
        (2, opening, value(done) + value(closing) - value(received)),
        (3, closing, value(received) + carried - value(done)),
    ];
    let mut slips = needed.iter().filter(|&&(_, at, value)| slip::is_slip(&view.figures[at].number, value));
    match (slips.next(), slips.next()) {
        (Some(&(index, at, value)), None) => making.culprit(index, view.written(at, value)),
        _ => making,
    }
}
