//! A total and the figures in the headings of the numbered items below it: 主要内容如下: 1.“……(项)”12.50万元 … 2.……

use super::LONGEST;
use super::evidence::slipped;
use super::tell::{broken, holds, tie};
use crate::draft::figures::Class;
use crate::relations::{Strength, Verdict, View};

/// Words that say that the items below make up the total.
const LEADS: &[&str] = &["主要内容如下", "具体如下", "情况如下", "主要用于以下", "包括以下", "分别如下"];

/// Finds and judges totals of numbered items.
pub(super) fn run(view: &mut View) {
    let mut index = 0;
    while index < view.figures.len() {
        if !is_heading(view, index, 1) {
            index += 1;
            continue;
        }
        let items = items(view, index);
        if items.len() >= 3 {
            judge(view, &items);
        }
        index = items.last().map_or(index, |&last| last) + 1;
    }
}

/// Whether a figure is the first of a paragraph that begins with a number, and stands behind a quoted or bracketed name.
fn is_heading(view: &View, index: usize, number: usize) -> bool {
    let figure = &view.figures[index];
    if figure.class != Class::Money || !figure.is_level() || index > 0 && view.figures[index - 1].paragraph == figure.paragraph {
        return false;
    }
    let start = figure.span.start as usize;
    let line = view.text[..start].rfind('\n').map_or(0, |at| at + 1);
    let words = view.text[line..start].trim();
    let numbered = words.strip_prefix(&number.to_string()).is_some_and(|rest| rest.starts_with(['.', '、', '．']));
    numbered && words.ends_with(['”', ')'])
}

/// The headings from the first on, numbered without a gap.
fn items(view: &View, first: usize) -> Vec<usize> {
    let mut items = vec![first];
    for index in first + 1..(first + 12 * LONGEST).min(view.figures.len()) {
        if is_heading(view, index, items.len() + 1) && view.same_unit(index, first) {
            items.push(index);
        }
        if is_heading(view, index, 1) || items.len() >= LONGEST {
            break;
        }
    }
    items
}

fn judge(view: &mut View, items: &[usize]) {
    let first = items[0];
    let before: Vec<usize> =
        (first.saturating_sub(40)..first).rev().filter(|&at| view.figures[at].is_level() && view.same_unit(at, first)).collect();
    if let Some(&whole) = before.iter().find(|&&whole| holds(view, whole, items)) {
        return tie(view, whole, items, Verdict::Holds);
    }
    let start = view.figures[first].span.start as usize;
    let from = view.text.floor_char_boundary(start.saturating_sub(400));
    if !LEADS.iter().any(|lead| view.text[from..start].contains(lead)) {
        return;
    }
    // The total that the list explains: an amount of spending that a slip explains, or else the nearest.
    let spending: Vec<usize> =
        before.iter().copied().filter(|&at| view.before(at).contains("支出") && !view.value(at).eq(&num_traits::Zero::zero())).collect();
    let slip = spending.iter().copied().find(|&at| slipped(view, at, items).is_some());
    if let Some(whole) = slip.or(spending.first().copied()) {
        let found = slipped(view, whole, items);
        broken(view, whole, items, found, Strength::Likely);
    }
}
