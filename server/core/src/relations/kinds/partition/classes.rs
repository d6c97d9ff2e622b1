//! Accounts by class and item (类、款、项): 公共安全支出(类)754.75万元 … 1.公共安全支出(类)司法(款)行政运行(项)。…支出决算为54.53万元.
//!
//! The standard of government accounts (政府收支分类科目) puts each item into one class, and the explanation of final accounts gives every
//! item. So what was spent on the items of a class adds up to what was spent on the class, and all items add up to the total above them.

use super::evidence::slipped;
use super::tell::{broken, holds, suspect, tie};
use crate::draft::figures::Class;
use crate::relations::{Strength, Verdict, View};

const CLASS: &str = "(类)";
const SECTION: &str = "(款)";
const ITEM: &str = "(项)";
/// What stands right in front of what was spent, and of what was planned.
const SPENT: &[&str] = &["决算为", "决算数为", "决算支出为", "决算支出", "支出决算"];
const PLANNED: &[&str] = &["预算为", "预算数为"];
/// An item is told in no more bytes.
const ITEM_REACH: usize = 1500;
/// As many figures in front of the first item may hold the totals.
const BACK: usize = 24;
const MOST: usize = 400;
/// The name of a class has no more bytes.
const NAME: usize = 120;
/// As many classes above the items are looked at.
const TOTALS: usize = 64;

/// A class with what was spent on it, or an item.
enum Entry<'t> {
    Class(&'t str, usize),
    Item { class: &'t str, planned: Option<usize>, spent: Option<usize> },
}

/// Finds and judges the sums of items.
pub(super) fn run(view: &mut View) {
    let entries = entries(view);
    let mut totals: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        if let Entry::Class(class, index) = entries[at] {
            totals.push((class, index));
            at += 1;
            continue;
        }
        let end = entries[at..].iter().position(|entry| matches!(entry, Entry::Class(..))).map_or(entries.len(), |next| at + next);
        items(view, &totals, &entries[at..end]);
        at = end;
    }
}

fn entries<'t>(view: &View<'t>) -> Vec<Entry<'t>> {
    let text = view.text;
    let start = view.draft.span.start as usize;
    let marks: Vec<usize> = view.places(CLASS).collect();
    let name = |mark: usize| {
        let near = text.ceil_char_boundary(mark.saturating_sub(NAME).max(start));
        let from = near + text[near..mark].rfind(['\n', '。', ';', ':', ',', '“', '、', '.', ' ']).unwrap_or(0);
        text[from..mark].trim_start_matches(['\n', '。', ';', ':', ',', '“', '、', '.', ' '])
    };
    let ends = marks.iter().skip(1).copied().chain([view.draft.span.end as usize]);
    marks.iter().zip(ends).filter_map(|(&mark, next)| entry(view, name(mark), mark + CLASS.len(), next.min(mark + ITEM_REACH))).collect()
}

/// What stands between the name of a class and the next.
fn entry<'t>(view: &View<'t>, class: &'t str, from: usize, to: usize) -> Option<Entry<'t>> {
    let text = view.text;
    let words = &text[from..text.floor_char_boundary(to)];
    let first = view.figures.partition_point(|figure| (figure.span.start as usize) < from);
    let end = view.figures.partition_point(|figure| (figure.span.start as usize) < to);
    let money = |at: &usize| view.figures[*at].class == Class::Money && view.figures[*at].is_level();
    let gap = |at: usize| text[from..view.figures[at].span.start as usize].trim();
    if let Some(at) = Some(first).filter(|&at| at < end && matches!(gap(at), "" | "支出" | "支出决算" | "决算") && money(&at)) {
        return Some(Entry::Class(class, at));
    }
    let near = words.split(['。', ',', ';']).next().unwrap_or(words);
    if !near.contains(SECTION) && !near.contains(ITEM) {
        return None;
    }
    let behind = |ends: &[&str]| (first..end).filter(money).find(|&at| ends.iter().any(|end| view.before(at).trim_end().ends_with(end)));
    let named = |at: &usize| gap(*at).trim_end_matches(['”', '"']).ends_with(ITEM);
    let spent = behind(SPENT).or_else(|| Some(first).filter(|at| *at < end).filter(money).filter(named));
    Some(Entry::Item { class, planned: behind(PLANNED), spent })
}

fn items(view: &mut View, totals: &[(&str, usize)], run: &[Entry]) {
    let mut classes: Vec<(&str, Vec<usize>)> = Vec::new();
    let (mut all_spent, mut all_planned) = (Some(Vec::new()), Some(Vec::new()));
    for entry in run.iter().take(MOST) {
        let Entry::Item { class, planned, spent } = entry else { continue };
        for (all, one) in [(&mut all_spent, spent), (&mut all_planned, planned)] {
            *all = all.take().zip(*one).map(|(mut all, one): (Vec<usize>, usize)| {
                all.push(one);
                all
            });
        }
        let Some(spent) = *spent else { continue };
        match classes.iter_mut().find(|(name, _)| name == class) {
            Some((_, parts)) => parts.push(spent),
            None => classes.push((class, vec![spent])),
        }
    }
    let mut judged: Vec<(Vec<usize>, Vec<usize>)> = classes
        .into_iter()
        .map(|(class, parts)| (totals.iter().rev().take(TOTALS).filter(|(name, _)| *name == class).map(|&(_, at)| at).collect(), parts))
        .collect();
    for (all, words) in [(all_spent, SPENT), (all_planned, PLANNED)] {
        if let Some(all) = all.filter(|all| !all.is_empty()) {
            let wholes = (all[0].saturating_sub(BACK)..all[0])
                .rev()
                .filter(|&at| view.figures[at].class == Class::Money && view.figures[at].is_level())
                .filter(|&at| words.iter().any(|end| view.before(at).trim_end().ends_with(end)))
                .collect();
            judged.push((wholes, all));
        }
    }
    judged.retain(|(wholes, parts)| !wholes.is_empty() && parts.len() >= 2);
    let held: Vec<Option<usize>> =
        judged.iter().map(|(wholes, parts)| wholes.iter().copied().find(|&whole| holds(view, whole, parts))).collect();
    // Sums that hold show that the items are given in full.
    let full = held.iter().flatten().count() > 0;
    for ((wholes, parts), held) in judged.iter().zip(&held) {
        if let Some(whole) = *held {
            tie(view, whole, parts, Verdict::Holds);
            continue;
        }
        let Some((whole, slip)) = wholes.iter().find_map(|&whole| slipped(view, whole, parts).map(|slip| (whole, slip))) else { continue };
        if full {
            broken(view, whole, parts, Some(slip), Strength::Likely);
        } else {
            suspect(view, whole, parts, Some(slip));
        }
    }
}
