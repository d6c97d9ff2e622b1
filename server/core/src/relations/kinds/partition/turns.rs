//! Several counts told in turns: 学校103所、学生8.1万人。其中:小学61所、学生4.0万人;初中30所、学生2.9万人;高中12所、学生1.2万人.
//!
//! Each statement gives the same counts in the same order, and each column of them has a whole of its own in front of the list.

use super::LONGEST;
use super::evidence::slipped;
use super::tell::{holds, suspect, tie};
use crate::draft::figures::Cue;
use crate::relations::{Verdict, View};

/// Fewer statements are no table in words.
const FEWEST: usize = 3;
/// As many counts of each statement are looked at.
const COLUMNS: usize = 5;
/// The wholes stand at most this many figures before the list.
const BACK: usize = 14;

/// Finds and judges the columns behind the first, which is a list like any other.
pub(super) fn run(view: &mut View) {
    let mut first = 1;
    while first < view.figures.len() {
        let next = view.sentence_end(first).max(first + 1);
        let statements = view.figures[next - 1].part - view.figures[first].part + 1;
        if statements as usize >= FEWEST
            && view.figures[first].cues.has(Cue::Among)
            && view.is_level(first)
            && view.figures[first].depth == 0
        {
            let rows = rows(view, first, next);
            if rows.len() >= FEWEST {
                (1..COLUMNS).for_each(|column| judge(view, first, &rows, column));
                first = next;
                continue;
            }
        }
        first += 1;
    }
}

/// The counts of each statement between semicolons.
fn rows(view: &View, first: usize, end: usize) -> Vec<Vec<usize>> {
    let counts = |at: &usize| view.figures[*at].depth == 0 && view.is_level(*at);
    let figures: Vec<usize> = (first..end).filter(counts).collect();
    let rows = figures.chunk_by(|&a, &b| view.figures[a].part == view.figures[b].part);
    let rows: Vec<Vec<usize>> = rows.take(LONGEST).map(<[usize]>::to_vec).collect();
    // Every statement begins with the same count.
    if rows.iter().all(|row| view.same_unit(row[0], first)) { rows } else { Vec::new() }
}

fn judge(view: &mut View, first: usize, rows: &[Vec<usize>], column: usize) {
    let Some(parts) = rows.iter().map(|row| row.get(column).copied()).collect::<Option<Vec<usize>>>() else { return };
    let last = parts[parts.len() - 1];
    // One may go by a name of its own: 在园幼儿 beside 在校学生.
    let called = parts.iter().filter(|&&part| view.label(part) == view.label(last)).count();
    let fresh = parts.iter().all(|&part| view.same_unit(part, last) && view.tied(part).part_of.is_none());
    if !fresh || called + 1 < parts.len() {
        return;
    }
    let (sentence, paragraph) = (view.figures[first].sentence, view.figures[first].paragraph);
    let wholes: Vec<usize> = (first.saturating_sub(BACK)..first)
        .rev()
        .take_while(|&at| sentence - view.figures[at].sentence <= 2 && paragraph - view.figures[at].paragraph <= 1)
        .filter(|&at| view.figures[at].depth == 0 && view.is_level(at) && view.same_unit(at, last))
        .collect();
    if let Some(&whole) = wholes.iter().find(|&&whole| holds(view, whole, &parts)) {
        return tie(view, whole, &parts, Verdict::Holds);
    }
    let whole = wholes.into_iter().find(|&whole| view.label(whole) == view.label(last) && !view.tied(whole).whole);
    if let Some(whole) = whole
        && let Some(slip) = slipped(view, whole, &parts)
    {
        suspect(view, whole, &parts, Some(slip));
    }
}
