//! Classes of what a sentence before counts at one step: 审结案件4120件。刑事案件已结310件;民事案件已结3020件.

use super::{judge, tell, total};
use crate::catalogue::flows::exclusive;
use crate::catalogue::scopes::without_level;
use crate::draft::figures::Gap;
use crate::relations::kinds::flow;
use crate::relations::{Strength, Verdict, View};

/// No list is followed farther than this, in figures.
const LONGEST: usize = 24;

/// Every class that a sentence counts at the step of the sentence before is at most what was counted there.
pub(super) fn classes(view: &mut View, first: usize) {
    let figure = &view.figures[first];
    if figure.gap != Gap::Sentence || figure.depth > 0 || view.tied(first).part_of.is_some() || !view.steps(first).any() {
        return;
    }
    let counted = |at: usize| view.is_kin(at, first) && view.steps(at).any();
    let mut before = (view.sentence_start(first - 1)..first).filter(|&at| counted(at) && view.steps(at).same(view.steps(first)));
    let (Some(whole), None) = (before.next(), before.next()) else { return };
    if view.figures[whole].paragraph != figure.paragraph || !flow::subject(without_level(view.label(whole))).is_empty() {
        return;
    }
    let end = view.sentence_end(first).min(first + LONGEST);
    let parts: Vec<usize> = (first..end).filter(|&at| counted(at) && view.steps(at).same(view.steps(whole))).collect();
    let classes = |&part: &usize| view.tied(part).part_of.is_none() && flow::subject(view.label(part)).chars().nth(1).is_some();
    if parts.len() < 2 || !parts.iter().all(classes) {
        return;
    }
    let beyond = parts.iter().copied().find(|&part| !view.interval(part).can_be_at_most(view.interval(whole)));
    if let Some(part) = beyond {
        judge(view, whole, part, Strength::Likely, false);
    } else if total(view, &parts) <= view.value(whole) {
        tell(view, whole, &parts, Verdict::Holds, Strength::Likely);
    } else if exclusive(&parts.iter().map(|&part| view.label(part)).collect::<Vec<_>>()) {
        tell(view, whole, &parts, Verdict::Broken, Strength::Likely);
    }
}
