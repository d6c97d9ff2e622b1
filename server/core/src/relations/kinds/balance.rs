//! opening + in = out + closing (收结存): 上年结转12件,新收100件,办结105件,未结7件.

use crate::catalogue::flows::FLOWS;
use crate::draft::figures::Gap;
use crate::relations::interval::Interval;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, slip};

/// How many figures farther than the first the others are looked for.
const REACH: usize = 8;

/// Where the four stand.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    opening: Option<usize>,
    received: Option<usize>,
    done: Option<usize>,
    closing: Option<usize>,
}

/// Finds and judges balances: each begins at the first of its four figures.
pub(super) fn run(view: &mut View) {
    let mut next = 0;
    for first in 0..view.figures.len() {
        // Most figures are told apart by one look at their words.
        if first < next || !view.figures[first].is_level() || opens(view, first).is_none() {
            continue;
        }
        if let Some(last) = balance(view, first) {
            next = last + 1;
        }
    }
}

fn words<'a>(view: &View<'a>, at: usize) -> &'a str {
    let (before, after) = (view.before(at), view.after(at));
    if crate::draft::figures::core(before).is_empty() { after } else { before }
}

fn has(words: &str, list: &[String]) -> bool {
    list.iter().any(|word| words.contains(word.as_str()))
}

/// What a figure is, if it is one of the four. The more telling words come first: 上年结转 before 结转下年, 未结 before 结.
fn opens(view: &View, at: usize) -> Option<fn(&mut Places) -> &mut Option<usize>> {
    let words = words(view, at);
    // The longer words hold the shorter: most labels have none of the four characters.
    if !words.contains(['收', '结', '理', '存', '办', '答', '接', '顺', '遗']) {
        return None;
    }
    let names = &FLOWS.balance;
    if has(words, &names.opening) {
        Some(|places| &mut places.opening)
    } else if has(words, &names.closing) {
        Some(|places| &mut places.closing)
    } else if has(words, &names.done) {
        Some(|places| &mut places.done)
    } else if has(words, &names.received) && !["不予受理", "未受理", "不受理"].iter().any(|word| words.contains(word)) {
        Some(|places| &mut places.received)
    } else {
        None
    }
}

/// The balance that begins at a figure, and its last figure.
fn balance(view: &mut View, first: usize) -> Option<usize> {
    let mut places = Places::default();
    let mut last = first;
    for at in first..(first + REACH).min(view.figures.len()) {
        let (figure, head) = (&view.figures[at], &view.figures[first]);
        if figure.sentence - head.sentence > 1 || figure.paragraph != head.paragraph {
            break;
        }
        if !figure.is_level() || !view.same_unit(at, first) || (at > first && figure.sentence != head.sentence && figure.gap < Gap::Comma) {
            continue;
        }
        let Some(slot) = opens(view, at) else { continue };
        let slot = slot(&mut places);
        if slot.is_none() {
            *slot = Some(at);
            last = at;
        } else if places_complete(&places) {
            break;
        }
    }
    let Places { opening: Some(opening), received: Some(received), done: Some(done), closing: Some(closing) } = places else { return None };
    let (into, out) = (view.sum(&[opening, received])?, view.sum(&[done, closing])?);
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

fn places_complete(places: &Places) -> bool {
    places.opening.is_some() && places.received.is_some() && places.done.is_some() && places.closing.is_some()
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
