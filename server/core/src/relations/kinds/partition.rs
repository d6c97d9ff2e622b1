//! whole = Σ parts, and part ≤ whole: told by 其中, 包括, 分别为, a bracket or a colon behind the whole.

mod added;
mod bare;
mod classes;
mod dimension;
mod evidence;
mod items;
mod numbered;
mod reading;
mod shared;
mod tell;
mod turns;
mod two;

use crate::catalogue::flows::exclusive;
use crate::draft::figures::{Class, Cue, Gap, Role};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, judge};
pub(super) use bare::missed_topic;
use evidence::{complete, near, only_whole, slipped, worth_a_look};
use num_traits::Zero;
use reading::{fitting, is_anew, likeliest, members, wholes};
pub(super) use reading::{starts_anew, tail_overlap};
pub(super) use shared::run as by_shares;
pub(super) use tell::whole_of;
use tell::{broken, mark, overlapping, suspect, tie};

/// No list is followed farther than this.
const LONGEST: usize = 60;

/// Whether two parts or more add up to a whole that is written with as many places as they need.
pub(super) fn adds_up(view: &View, whole: usize, parts: &[usize]) -> bool {
    parts.len() >= 2 && view.counts_at_least(whole, 10) && tell::holds(view, whole, parts)
}

/// What tells that a list of parts begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// 其中.
    Among,
    /// 包括, 分为.
    Include,
    /// A bracket right behind the whole.
    Bracket,
    /// A colon right behind the whole.
    Colon,
    /// 分别为.
    Each,
}

/// A list of parts with its whole, as one reading has it.
struct Reading {
    whole: usize,
    parts: Vec<usize>,
}

/// Finds and judges partitions.
pub(super) fn run(view: &mut View) {
    dimension::run(view);
    for first in 1..view.figures.len() {
        if let Some(sign) = sign(view, first) {
            list(view, first, sign);
        }
    }
    turns::run(view);
    for last in 2..view.figures.len() {
        bare::total_behind(view, last);
    }
    bare::run(view);
    items::run(view);
    numbered::run(view);
    classes::run(view);
    two::run(view);
    added::run(view);
}

/// Whether a list begins at a figure, and how.
fn sign(view: &View, first: usize) -> Option<Sign> {
    let (figure, previous) = (&view.figures[first], &view.figures[first - 1]);
    if figure.role != Role::Count || !figure.class.adds() {
        return None;
    }
    if figure.cues.has(Cue::Among) {
        return Some(Sign::Among);
    }
    let behind = &view.text[previous.span.end as usize..];
    if figure.depth == previous.depth + 1 && behind.starts_with('(') && previous.is_level() {
        return Some(Sign::Bracket);
    }
    if figure.cues.has(Cue::Include) && figure.gap <= Gap::Colon {
        return Some(Sign::Include);
    }
    if figure.cues.has(Cue::Each) && figure.gap <= Gap::Colon && !figure.cues.any(&[Cue::Up, Cue::Down, Cue::To, Cue::From, Cue::Compare]) {
        return Some(Sign::Each);
    }
    (figure.gap == Gap::Colon && behind.starts_with(':') && previous.is_level() && figure.depth == previous.depth).then_some(Sign::Colon)
}

fn list(view: &mut View, first: usize, sign: Sign) {
    let wholes = wholes(view, first, sign);
    let mut main: Option<Reading> = None;
    for &whole in &wholes {
        let readings = members(view, first, whole, sign);
        for parts in &readings {
            // What follows the list may look like a part of it, so each beginning of it is a reading; the longest that fits counts.
            if let Some(length) = fitting(view, whole, parts).filter(|_| view.value(whole) > Exact::zero()) {
                return tie(view, whole, &parts[..length], Verdict::Holds);
            }
        }
        if main.is_none() {
            main = likeliest(view, whole, readings, sign).map(|parts| Reading { whole, parts });
            // A whole may be told apart twice; of the second list no more than a slip is told.
            main = main.filter(|reading| !view.tied(whole).whole || told_again(view, reading));
        }
    }
    let Some(reading) = main else { return };
    if let [part] = reading.parts.as_slice() {
        let fits = |&&whole: &&usize| view.interval(*part).can_be_at_most(view.interval(whole));
        let whole = wholes.iter().find(fits).copied().unwrap_or(reading.whole);
        return single(view, whole, *part, sign);
    }
    judge_list(view, &reading, sign);
}

/// Judges a list that does not add up to its whole.
fn judge_list(view: &mut View, reading: &Reading, sign: Sign) {
    let (whole, parts) = (reading.whole, reading.parts.as_slice());
    let Some(sum) = view.sum(parts) else { return };
    if view.value(whole).is_zero() {
        return;
    }
    let complete = complete(view, whole, parts, sign);
    let fits = judge::at_most(&sum, view.interval(whole)).verdict == Verdict::Holds;
    let slip = slipped(view, whole, parts);
    let near = near(view, whole, parts);
    // 其中行政处罚类28件,办结48件: what is said of all is no part beside the one in front of it.
    let anew = parts.iter().skip(1).any(|&part| is_anew(view, parts[0], part));
    // A list that takes a line for each part may stand far below its whole, with other figures between.
    let complete = complete.filter(|_| view.same_sentence(parts[0], parts[parts.len() - 1]) || slip.is_some() || near);
    match (complete, fits) {
        (Some(strength), _) => broken(view, whole, parts, slip, strength),
        (None, true) if !anew && (slip.is_some() || near) && worth_a_look(view, whole, parts) => suspect(view, whole, parts, slip),
        (None, true) => tie(view, whole, parts, Verdict::Holds),
        // More than the whole: a slip, or categories that overlap.
        (None, false) if !anew && (slip.is_some_and(|slip| telling(view, whole, slip)) || near) => {
            broken(view, whole, parts, slip, Strength::Likely)
        }
        (None, false) if sign == Sign::Among && !view.interval(parts[0]).can_be_at_most(view.interval(whole)) => {
            single(view, whole, parts[0], sign)
        }
        // Classes that cannot overlap never count more than what they are classes of.
        (None, false) if !anew && beyond(view, whole, classes(view, parts)) => {
            broken(view, whole, classes(view, parts), None, Strength::Likely);
        }
        (None, false) => overlapping(view, whole, parts),
    }
}

/// The parts up to the first semicolon: behind it another statement may begin.
fn classes<'p>(view: &View, parts: &'p [usize]) -> &'p [usize] {
    let end = parts.iter().position(|&part| view.figures[part].part != view.figures[parts[0]].part).unwrap_or(parts.len());
    if end >= 2 { &parts[..end] } else { parts }
}

/// Whether classes that cannot overlap count more than their whole.
fn beyond(view: &View, whole: usize, parts: &[usize]) -> bool {
    exclusive(&parts.iter().map(|&part| view.label(part)).collect::<Vec<_>>())
        && view.sum(parts).is_some_and(|sum| judge::at_most(&sum, view.interval(whole)).verdict != Verdict::Holds)
}

/// Whether a list of a whole that has its parts already misses it by a slip, the numbers being long enough to say so.
fn told_again(view: &View, reading: &Reading) -> bool {
    let number = &view.figures[reading.whole].number;
    reading.parts.len() >= 2
        && number.value / number.step >= Exact::from_integer(1000)
        && slipped(view, reading.whole, &reading.parts).is_some()
}

/// Whether a slip says more than that people may be counted twice: 受处分6人,其中党纪处分5人、政务处分4人.
fn telling(view: &View, whole: usize, (index, value): (usize, Exact)) -> bool {
    let number = &view.figures[index].number;
    let long = |value: Exact| value / number.step >= Exact::from_integer(10);
    view.figures[whole].class != Class::Person
        || long(number.value)
        || long(value)
        || judge::within(value - number.value, number.step, Exact::from_integer(2))
}

/// A single part that may not exceed its whole.
fn single(view: &mut View, whole: usize, part: usize, sign: Sign) {
    if view.interval(part).can_be_at_most(view.interval(whole)) {
        return tie(view, whole, &[part], Verdict::Holds);
    }
    // 受理180件(旧存20件): the bracket says what of the whole was carried over; 新收180件(另有旧存20件) does not.
    let within = sign == Sign::Bracket && view.figures[part].cues.has(Cue::Carry) && !view.before(part).contains('另');
    let sure = (sign == Sign::Among || within) && view.same_unit(whole, part) && only_whole(view, whole, part);
    let carried = view.figures[whole].cues.has(Cue::Carry) || !within && view.figures[part].cues.any(&[Cue::Carry, Cue::Since]);
    let verdict = if sure && !carried { Verdict::Broken } else { Verdict::Unsure };
    let formula = view.compared(part, "≤", whole);
    let operands = vec![view.operand("part", part), view.operand("whole", whole)];
    let relation = Making::new(Kind::Part, verdict, formula, operands).done();
    view.push(relation);
    mark(view, whole, &[part]);
}
