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

/// A total and lists behind it that no word ties: told by the sum alone, or by a run in one sentence that misses it by a slip.
pub(super) fn bare(view: &mut View, whole: usize) {
    let figure = &view.figures[whole];
    if !view.is_level(whole) || figure.number.value < Exact::from_integer(4) || figure.number.bound.is_open() {
        return;
    }
    let target = view.value(whole);
    let mut parts = Vec::new();
    let mut sum = Exact::zero();
    for at in whole + 1..(whole + 60).min(view.figures.len()) {
        let other = &view.figures[at];
        if other.paragraph > figure.paragraph + 12 || other.depth < figure.depth {
            break;
        }
        if other.depth > figure.depth || !view.is_level(at) || !view.same_unit(at, whole) || view.tied(at).part_of.is_some() {
            continue;
        }
        if other.number.value >= target {
            if parts.is_empty() {
                continue;
            }
            break;
        }
        parts.push(at);
        sum += other.number.value;
        if parts.len() >= 2 && sum == target {
            let found = std::mem::take(&mut parts);
            sum = Exact::zero();
            tie(view, whole, &found, Verdict::Holds);
        } else if sum > target {
            break;
        }
    }
    if !view.tied(whole).whole {
        missed(view, whole);
    }
    again(view, whole);
}

/// A run of three parts or more in the rest of the sentence or in the next one that misses the total by a slip.
pub(super) fn missed(view: &mut View, whole: usize) {
    if let Some(parts) = done_and_pending(view, whole) {
        let slip = slipped(view, whole, &parts);
        return broken(view, whole, &parts, slip, Strength::Likely);
    }
    let figure = &view.figures[whole];
    let small = !figure.cues.any(&[Cue::Total, Cue::Sum]) && !view.counts_at_least(whole, 100);
    let end = view.sentence_end(whole);
    let below = |end: usize| view.figures[end].paragraph - figure.paragraph;
    // A paragraph below tells apart what its neighbour ends with, and nothing that stands farther up in it.
    let ends = || !(whole + 1..end).any(|at| view.figures[at].depth == figure.depth && view.is_level(at) && view.same_unit(at, whole));
    let follows = end < view.figures.len() && (below(end) == 0 || below(end) == 1 && ends());
    let next = if follows { view.sentence_end(end) } else { end };
    for range in [whole + 1..end, end..next] {
        let mut parts = range.filter(|&at| {
            view.figures[at].depth == figure.depth && view.is_level(at) && view.same_unit(at, whole) && view.tied(at).part_of.is_none()
        });
        let Some(first) = parts.next() else { continue };
        // Outcomes that carry shares of the whole make it up, so their sum cannot exceed it.
        let shared = view.figures.get(first + 1).is_some_and(|next| next.role == Role::Share);
        if small && !shared {
            continue;
        }
        // A longer list is none, so its rest need not be known.
        let parts = heads(view, [first].into_iter().chain(parts).take(LONGEST + 1).collect());
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
    if figure.number.value / figure.number.step < Exact::from_integer(1000) {
        return;
    }
    let end = view.paragraph(whole).end;
    let mut first = end;
    while first < view.figures.len().min(end + LONGEST) && view.figures[first].paragraph <= figure.paragraph + 3 {
        let next = view.paragraph(first).end.min(first + LONGEST);
        let called = ending(view.label(first));
        let parts: Vec<usize> = (first..next)
            .filter(|&at| {
                view.figures[at].depth == figure.depth
                    && view.figures[at].is_level()
                    && view.same_unit(at, whole)
                    && view.tied(at).part_of.is_none()
                    && ending(view.label(at)) == called
            })
            .collect();
        if parts.len() >= 3
            && called.chars().count() == 2
            && view.before(whole).contains(called)
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
    let mut like = (whole + 1..end)
        .filter(|&at| view.figures[at].depth == view.figures[whole].depth && view.is_level(at) && view.same_unit(at, whole));
    let (done, pending) = (like.next()?, like.next()?);
    let named = ["受理", "收到", "接收", "收案", "派单", "交办", "承办"].iter().any(|word| view.before(whole).contains(word))
        && complements(view, &[done, pending]);
    // 上年结转15件,新收120件: what was carried in stands in front.
    let first = whole.checked_sub(1).filter(|&first| view.same_sentence(first, whole)).unwrap_or(whole);
    let words = &view.text[view.figures[first].before.start as usize..view.figures[pending].after.end as usize];
    let carried = ["结转", "旧存", "存案"].iter().any(|word| words.contains(word));
    (named && !carried && view.gap(whole, pending) <= Gap::Semicolon).then(|| vec![done, pending])
}
