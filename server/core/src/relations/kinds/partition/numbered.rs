//! Totals and the numbered paragraphs below them: 发生事故24起、死亡30人。 1.工矿事故9起、死亡12人。 2.道路交通事故15起、死亡18人。
//!
//! Each paragraph begins with a number and gives the same counts in the same order of units; the paragraph above gives the totals.

use super::LONGEST;
use super::evidence::slipped;
use super::tell::{holds, suspect, tie};
use crate::relations::{Verdict, View};

/// As many figures of the paragraphs above the list are looked at.
const BACK: usize = 16;
/// As many counts of each paragraph are looked at.
const COUNTS: usize = 6;

/// Finds and judges lists of numbered paragraphs.
pub(super) fn run(view: &mut View) {
    let mut index = 1;
    while index < view.figures.len() {
        if !opens(view, index, 1) {
            index += 1;
            continue;
        }
        let heads = heads(view, index);
        if heads.len() >= 3 {
            totals(view, &heads);
        }
        index = heads.last().map_or(index, |&last| last) + 1;
    }
}

/// Whether a figure is the first of a paragraph that begins with a number.
fn opens(view: &View, index: usize, number: usize) -> bool {
    let figure = &view.figures[index];
    if view.figures[index - 1].paragraph == figure.paragraph || !view.is_level(index) || figure.depth > 0 {
        return false;
    }
    let start = figure.span.start as usize;
    let near = view.text.floor_char_boundary(start.saturating_sub(120));
    let Some(line) = view.text[near..start].rfind('\n') else { return false };
    let words = view.text[near + line..start].trim_start();
    words.starts_with(|c: char| c.is_ascii_digit())
        && words.strip_prefix(&number.to_string()).is_some_and(|rest| rest.starts_with(['.', '、']))
}

/// The first figures of the paragraphs, numbered without a gap.
fn heads(view: &View, first: usize) -> Vec<usize> {
    let mut heads = vec![first];
    let mut at = view.paragraph(first).end;
    while at < view.figures.len() && heads.len() < LONGEST && opens(view, at, heads.len() + 1) && view.same_unit(at, first) {
        heads.push(at);
        at = view.paragraph(at).end;
    }
    heads
}

/// Ties every unit that each paragraph counts to the total of that unit above the list.
fn totals(view: &mut View, heads: &[usize]) {
    let first = heads[0];
    for head in counts(view, first) {
        if counts(view, first).into_iter().find(|&at| view.same_unit(at, head)) != Some(head) {
            continue;
        }
        let alike = |&at: &usize| counts(view, at).into_iter().find(|&at| view.same_unit(at, head));
        let Some(parts) = heads.iter().map(alike).collect::<Option<Vec<usize>>>() else { continue };
        let wholes: Vec<usize> = (first.saturating_sub(BACK)..first)
            .rev()
            .take_while(|&at| view.figures[first].paragraph - view.figures[at].paragraph <= 2)
            .filter(|&at| view.figures[at].is_level() && view.figures[at].depth == 0 && view.same_unit(at, head))
            .collect();
        if wholes.iter().any(|&whole| view.tied(whole).whole && view.tied(parts[0]).part_of == Some(whole as u32)) {
            continue;
        }
        if let Some(&whole) = wholes.iter().find(|&&whole| holds(view, whole, &parts)) {
            tie(view, whole, &parts, Verdict::Holds);
        } else if let Some(&whole) = wholes.iter().find(|&&whole| !view.tied(whole).whole && slipped(view, whole, &parts).is_some()) {
            let slip = slipped(view, whole, &parts);
            suspect(view, whole, &parts, slip);
        }
    }
}

/// The counts of a paragraph from its first figure on.
fn counts(view: &View, head: usize) -> Vec<usize> {
    let end = view.paragraph(head).end.min(head + COUNTS);
    (head..end).filter(|&at| view.figures[at].is_level() && view.figures[at].depth == 0).collect()
}
