//! Two counts that leave nothing out, each with a statement of its own: 办理一般程序案件390件,占48%….办理简易程序案件423件,占52%….
//!
//! Their sum is a total in front of them that is called alike; one that a slip misses is worth a look.

use super::evidence::slipped;
use super::tell::{holds, suspect, tie};
use crate::catalogue::flows::Sides;
use crate::relations::{Verdict, View};

/// The two stand no farther apart, and their total no farther in front of them, in figures.
const REACH: usize = 16;
/// Shorter totals agree by chance.
const PLACES: i128 = 100;

/// Finds and judges the pairs.
pub(super) fn run(view: &mut View) {
    let sides: Vec<Sides> = (0..view.figures.len()).map(|at| if view.is_level(at) { view.sides(at) } else { Sides::default() }).collect();
    for other in 1..view.figures.len() {
        if sides[other] != Sides::default()
            && counts(view, other)
            && let Some(one) = before(view, other, &sides)
        {
            total(view, one, other);
        }
    }
}

fn counts(view: &View, at: usize) -> bool {
    view.figures[at].depth == 0 && view.is_level(at) && view.tied(at).part_of.is_none()
}

/// The count in front of another that leaves nothing out with it.
fn before(view: &View, other: usize, sides: &[Sides]) -> Option<usize> {
    let paragraph = view.figures[other].paragraph;
    (other.saturating_sub(REACH)..other)
        .rev()
        .take_while(|&at| paragraph - view.figures[at].paragraph <= 1)
        .find(|&at| sides[at].complement(sides[other]) && view.same_unit(at, other))
        .filter(|&at| counts(view, at))
}

fn total(view: &mut View, one: usize, other: usize) {
    let (ending, paragraph) = (ending(view.label(one)), view.figures[one].paragraph);
    if ending.is_empty() || !view.label(other).ends_with(ending) {
        return;
    }
    let wholes: Vec<usize> = (one.saturating_sub(REACH)..one)
        .rev()
        .take_while(|&at| paragraph - view.figures[at].paragraph <= 1)
        .filter(|&at| view.figures[at].depth == 0 && view.is_level(at) && view.same_unit(at, one))
        .filter(|&at| view.counts_at_least(at, PLACES) && view.before(at).contains(ending))
        .collect();
    let parts = [one, other];
    if let Some(&whole) = wholes.iter().find(|&&whole| holds(view, whole, &parts)) {
        return tie(view, whole, &parts, Verdict::Holds);
    }
    let whole = wholes.into_iter().find(|&whole| !view.tied(whole).whole && slipped(view, whole, &parts).is_some());
    if let Some(whole) = whole {
        let slip = slipped(view, whole, &parts);
        suspect(view, whole, &parts, slip);
    }
}

/// The last two characters of a label; empty where it has no more.
fn ending(label: &str) -> &str {
    let at = label.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    if at > 0 { &label[at..] } else { "" }
}
