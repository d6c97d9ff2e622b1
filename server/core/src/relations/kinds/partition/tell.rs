//! The relations of wholes and parts in words: formula, operands, the likely culprit.

use super::evidence::slips;
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};

pub(super) fn holds(view: &View, whole: usize, parts: &[usize]) -> bool {
    view.sum(parts).is_some_and(|sum| sum.meets(view.interval(whole)))
}

pub(super) fn formula(view: &View, whole: usize, parts: &[usize]) -> String {
    let total: Exact = parts.iter().map(|&part| view.value(part)).sum();
    let finest = parts.iter().copied().min_by_key(|&part| view.figures[part].number.step).unwrap_or(whole);
    let shown = view.written(finest, total).unwrap_or_else(|| view.shown(whole).to_owned());
    let mut formula = view.shown_sum(parts);
    formula.extend([" = ", &shown]);
    formula
}

pub(super) fn operands(view: &View, whole: usize, parts: &[usize]) -> Vec<Operand> {
    let mut operands = Vec::with_capacity(1 + parts.len());
    operands.push(view.operand("whole", whole));
    operands.extend(parts.iter().map(|&part| view.operand("part", part)));
    operands
}

pub(super) fn broken(view: &mut View, whole: usize, parts: &[usize], slip: Option<(usize, Exact)>, strength: Strength) {
    let relation = with_culprit(view, Verdict::Broken, whole, parts, slip).strength(strength).done();
    view.push(relation);
    mark(view, whole, parts);
}

pub(super) fn suspect(view: &mut View, whole: usize, parts: &[usize], slip: Option<(usize, Exact)>) {
    let relation = with_culprit(view, Verdict::Unsure, whole, parts, slip).strength(Strength::Suspect).done();
    view.push(relation);
    mark(view, whole, parts);
}

pub(super) fn with_culprit(view: &View, verdict: Verdict, whole: usize, parts: &[usize], slip: Option<(usize, Exact)>) -> Making {
    let making = Making::new(Kind::Partition, verdict, formula(view, whole, parts), operands(view, whole, parts));
    // Which operand is wrong is said only where one slip alone explains the miss.
    let only = slip.filter(|_| slips(view, whole, parts).len() == 1);
    match only {
        Some((culprit, value)) => {
            let index = parts.iter().position(|&part| part == culprit).map_or(0, |at| at + 1);
            making.culprit(index, view.written(culprit, value))
        }
        None => making,
    }
}

/// Categories that may overlap: each is at most the whole, their sum says nothing.
pub(super) fn overlapping(view: &mut View, whole: usize, parts: &[usize]) {
    for &part in parts.iter().take(8) {
        if view.interval(part).can_be_at_most(view.interval(whole)) {
            tie(view, whole, &[part], Verdict::Holds);
        }
    }
}

/// A partition or part that holds.
pub(super) fn tie(view: &mut View, whole: usize, parts: &[usize], verdict: Verdict) {
    let whole_is_sum = parts.len() >= 2 && holds(view, whole, parts);
    let (kind, formula) = if whole_is_sum {
        (Kind::Partition, formula(view, whole, parts))
    } else {
        let mut formula = view.shown_sum(parts);
        formula.extend([" ≤ ", view.shown(whole)]);
        (Kind::Part, formula)
    };
    let relation = Making::new(kind, verdict, formula, operands(view, whole, parts)).done();
    view.push(relation);
    mark(view, whole, parts);
}

/// A partition that is known to hold.
pub(in crate::relations::kinds) fn whole_of(view: &mut View, whole: usize, parts: &[usize]) {
    tie(view, whole, parts, Verdict::Holds);
}

pub(super) fn mark(view: &mut View, whole: usize, parts: &[usize]) {
    view.ties(whole).whole = true;
    for &part in parts {
        view.ties(part).part_of = Some(whole as u32);
    }
}
