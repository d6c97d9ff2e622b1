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
    if figure.gap != Gap::Sentence || figure.depth > 0 || view.tied(first).part_of.is_some() || !flow::has_step(view.label(first)) {
        return;
    }
    let counted = |view: &View, at: usize| view.figures[at].depth == 0 && view.is_level(at) && view.same_unit(at, first);
    let before: Vec<usize> = (view.sentence_start(first - 1)..first)
        .filter(|&at| counted(view, at) && flow::has_step(view.label(at)) && flow::same_step(view.label(at), view.label(first)))
        .collect();
    let [whole] = before[..] else { return };
    let parts: Vec<usize> = (first..view.sentence_end(first).min(first + LONGEST))
        .filter(|&at| counted(view, at) && flow::has_step(view.label(at)) && flow::same_step(view.label(whole), view.label(at)))
        .collect();
    let classes: Vec<String> = parts.iter().map(|&part| flow::subject(view.label(part))).collect();
    let of_all = flow::subject(without_level(view.label(whole))).is_empty();
    if view.figures[whole].paragraph != figure.paragraph
        || !of_all
        || parts.len() < 2
        || classes.iter().any(|class| class.chars().count() < 2)
    {
        return;
    }
    if parts.iter().any(|&part| view.tied(part).part_of.is_some()) {
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
