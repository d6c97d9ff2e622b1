//! Totals that no word ties to their parts: 共 and 合计 behind them, or a list that only its sum proves.

use super::LONGEST;
use super::evidence::{complements, near, slipped};
use super::tell::{broken, holds, suspect, tie};
use crate::draft::figures::{Cue, Gap, Role};
use crate::relations::interval::Exact;
use crate::relations::{Strength, Verdict, View};
use num_traits::Zero;

/// 机关412人,事业96人,聘用158人,合计666人: the whole stands behind its parts.
pub(super) fn total_behind(view: &mut View, last: usize) {
    let figure = &view.figures[last];
    if !figure.is_level() || view.tied(last).whole || !figure.cues.any(&[Cue::Sum, Cue::Total]) || figure.gap > Gap::Semicolon {
        return;
    }
    let start = view.sentence_start(last).max(last.saturating_sub(20));
    let parts: Vec<usize> = (start..last)
        .filter(|&at| view.figures[at].is_level() && view.figures[at].depth == figure.depth && view.same_unit(at, last))
        .collect();
    for from in 0..parts.len().saturating_sub(1) {
        if holds(view, last, &parts[from..]) {
            return tie(view, last, &parts[from..], Verdict::Holds);
        }
    }
    let explicit = view.before(last).contains("合计") || view.before(last).contains("总计");
    // The parts of the total before it are not added again.
    let from = parts.iter().rposition(|&part| view.tied(part).whole || view.tied(part).part_of.is_some()).map_or(0, |at| at + 1);
    let parts = &parts[from..];
    if explicit && parts.len() >= 2 {
        let slip = slipped(view, last, parts);
        if slip.is_some() || near(view, last, parts) {
            broken(view, last, parts, slip, Strength::Likely);
        }
    }
}

/// Totals and lists behind them that no word ties: told by the sum alone, or by a run in one sentence that misses it by a slip.
pub(super) fn run(view: &mut View) {
    let smaller = smaller(view);
    let mut parts = Vec::new();
    let mut crowds = <[Crowd; 2]>::default();
    for (whole, &first) in smaller.iter().enumerate() {
        let figure = &view.figures[whole];
        if !view.is_level(whole) || figure.number.value < Exact::from_integer(4) || figure.number.bound.is_open() {
            continue;
        }
        summed(view, whole, first, &mut parts);
        if !view.tied(whole).whole {
            missed(view, whole, &mut crowds);
        }
        again(view, whole);
    }
}

/// For each figure the next one that is kin to it and smaller: the first that may be a part of it.
fn smaller(view: &View) -> Vec<Option<usize>> {
    let mut smaller: Vec<Option<usize>> = vec![None; view.figures.len()];
    for at in (0..view.figures.len()).rev() {
        let mut next = view.next_kin(at);
        // What is no smaller than a figure that is no smaller itself is passed over with it.
        while let Some(other) = next.filter(|&other| view.value(other) >= view.value(at)) {
            next = smaller[other];
        }
        smaller[at] = next;
    }
    smaller
}

/// Lists behind a total that add up to it, one after another; `first` is the next figure that is kin to it and smaller.
fn summed(view: &mut View, whole: usize, first: Option<usize>, parts: &mut Vec<usize>) {
    let figure = &view.figures[whole];
    let reach = (whole + LONGEST).min(view.figures.len());
    // The bracket of the total ends.
    let shallower = |&at: &usize| view.figures[at].depth < figure.depth;
    let end = if figure.depth > 0 { (whole + 1..reach).find(shallower).unwrap_or(reach) } else { reach };
    let target = view.value(whole);
    let mut sum = Exact::zero();
    let mut next = first;
    parts.clear();
    while let Some(at) = next.filter(|&at| at < end && view.figures[at].paragraph <= figure.paragraph + 12) {
        next = view.next_kin(at);
        if view.tied(at).part_of.is_some() {
            continue;
        }
        let value = view.value(at);
        if value >= target {
            if parts.is_empty() {
                continue;
            }
            break;
        }
        parts.push(at);
        sum += value;
        if parts.len() >= 2 && sum == target {
            tie(view, whole, parts, Verdict::Holds);
            parts.clear();
            sum = Exact::zero();
        } else if sum > target {
            break;
        }
    }
}

/// A run of three parts or more in the rest of the sentence or in the next one that misses the total by a slip.
fn missed(view: &mut View, whole: usize, crowds: &mut [Crowd; 2]) {
    if let Some(parts) = done_and_pending(view, whole) {
        let slip = slipped(view, whole, &parts);
        return broken(view, whole, &parts, slip, Strength::Likely);
    }
    let figure = &view.figures[whole];
    let small = !figure.cues.any(&[Cue::Total, Cue::Sum]) && !view.counts_at_least(whole, 100);
    let end = view.sentence_end(whole);
    let below = |end: usize| view.figures[end].paragraph - figure.paragraph;
    // A paragraph below tells apart what its neighbour ends with, and nothing that stands farther up in it.
    let rest = view.next_kin(whole).filter(|&at| at < end);
    let follows = end < view.figures.len() && (below(end) == 0 || below(end) == 1 && rest.is_none());
    let next = if follows { view.sentence_end(end) } else { end };
    let next_kin = (end..next).find(|&at| view.is_kin(at, whole));
    for ((kin, end), crowd) in [(rest, end), (next_kin, next)].into_iter().zip(crowds) {
        let Some(kin) = kin else { continue };
        let parts = view.kin_from(kin).take_while(|&at| at < end).filter(|&at| view.tied(at).part_of.is_none());
        let Some(first) = parts.clone().next() else { continue };
        // Outcomes that carry shares of the whole make it up, so their sum cannot exceed it.
        let shared = view.figures.get(first + 1).is_some_and(|next| next.role == Role::Share);
        if small && !shared {
            continue;
        }
        // A longer list is none, so its rest need not be known; one of several statements may be shorter.
        if crowd.stands(view, first, end) {
            continue;
        }
        let parts = heads(view, parts.take(LONGEST + 1).collect());
        if shared
            && parts.len() >= 4
            && parts.len() <= LONGEST
            && view.sum(&parts).is_some_and(|sum| !sum.can_be_at_most(view.interval(whole)))
            && slipped(view, whole, &parts).is_some()
        {
            return broken(view, whole, &parts, None, Strength::Likely);
        }
        if parts.len() >= 3
            && parts.len() <= LONGEST
            && !holds(view, whole, &parts)
            && !small
            && let Some(slip) = slipped(view, whole, &parts)
        {
            return suspect(view, whole, &parts, Some(slip));
        }
    }
}

/// So many figures of one statement that they are no list. What stands behind one total is what stands behind the one before it but for
/// a figure or two, so they are not counted anew.
#[derive(Clone, Copy, Debug, Default)]
struct Crowd {
    first: usize,
    last: usize,
    /// How many from the first to the last are no parts yet.
    free: usize,
    /// How many ties there were when they were counted.
    ties: usize,
}

impl Crowd {
    /// Whether from a figure on, in its statement and in front of an end, stand more figures that are kin to it than a list has.
    fn stands(&mut self, view: &View, first: usize, end: usize) -> bool {
        let free = |at: usize| usize::from(view.tied(at).part_of.is_none());
        if self.ties != view.ties_made() || !(self.first..=self.last).contains(&first) || !view.is_kin(self.first, first) {
            *self = Self { first, last: first, free: free(first), ties: view.ties_made() };
        }
        while self.first < first {
            self.free -= free(self.first);
            self.first = view.next_kin(self.first).unwrap_or(first);
        }
        while self.free <= LONGEST
            && let Some(next) = view.next_kin(self.last).filter(|&at| at < end)
        {
            self.last = next;
            self.free += free(next);
        }
        self.free > LONGEST && self.last < end && view.figures[self.last].part == view.figures[first].part
    }
}

/// The first count of each statement where there are several: 甲34件,审结27件;乙61件,审结52件 tells two apart.
fn heads(view: &View, parts: Vec<usize>) -> Vec<usize> {
    let part = |at: usize| view.figures[at].part;
    let statements = parts.chunk_by(|&a, &b| part(a) == part(b));
    if statements.clone().count() >= 2 && statements.clone().all(|statement| statement.len() >= 2) {
        return statements.map(|statement| statement[0]).collect();
    }
    parts
}

/// A run in a paragraph below that is called like the whole and misses it by a slip: 未结案2453件 … 刑事未结案79件、民事未结案1791件….
fn again(view: &mut View, whole: usize) {
    let figure = &view.figures[whole];
    if !view.counts_at_least(whole, 1000) {
        return;
    }
    let end = view.paragraph(whole).end;
    let mut first = end;
    while first < view.figures.len().min(end + LONGEST) && view.figures[first].paragraph <= figure.paragraph + 3 {
        let next = view.paragraph(first).end.min(first + LONGEST);
        let called = ending(view.label(first));
        if called.chars().count() != 2 || !view.before(whole).contains(called) {
            first = next;
            continue;
        }
        let parts: Vec<usize> = (first..next)
            .filter(|&at| view.is_kin(at, whole) && view.tied(at).part_of.is_none() && ending(view.label(at)) == called)
            .collect();
        if parts.len() >= 3
            && !holds(view, whole, &parts)
            && let Some(slip) = slipped(view, whole, &parts)
        {
            return suspect(view, whole, &parts, Some(slip));
        }
        first = next;
    }
}

/// 住户存款余额中,活期存款…亿元,定期存款…亿元: what the words set apart misses its whole by a slip. Whether it was told.
pub(in crate::relations) fn missed_topic(view: &mut View, whole: usize, parts: &[usize]) -> bool {
    let long = view.value(whole) / view.figures[whole].number.step >= Exact::from_integer(100);
    let fresh = parts.iter().all(|&part| view.tied(part).part_of.is_none());
    if !long || !fresh || parts.len() < 2 || holds(view, whole, parts) {
        return false;
    }
    let slip = slipped(view, whole, parts);
    if slip.is_some() {
        suspect(view, whole, parts, slip);
    }
    slip.is_some()
}

/// The last two characters of a label.
fn ending(label: &str) -> &str {
    label.char_indices().rev().nth(1).map_or(label, |(at, _)| &label[at..])
}

/// 受理48件,办结41件,7件正在办理: what is done and what is pending leave nothing out.
pub(super) fn done_and_pending(view: &View, whole: usize) -> Option<Vec<usize>> {
    let end = view.sentence_end(whole).min(whole + 5);
    let mut like = view.kin_from(whole).skip(1).take_while(|&at| at < end);
    let (done, pending) = (like.next()?, like.next()?);
    let named = complements(view, &[done, pending])
        && ["受理", "收到", "接收", "收案", "派单", "交办", "承办"].iter().any(|word| view.before(whole).contains(word));
    if !named || view.gap(whole, pending) > Gap::Semicolon {
        return None;
    }
    // 上年结转15件,新收120件: what was carried in stands in front.
    let first = whole.checked_sub(1).filter(|&first| view.same_sentence(first, whole)).unwrap_or(whole);
    let words = &view.text[view.figures[first].before.start as usize..view.figures[pending].after.end as usize];
    let carried = ["结转", "旧存", "存案"].iter().any(|word| words.contains(word));
    (!carried).then(|| vec![done, pending])
}
