//! A heading gives a figure of the text below it: “办结复议案件2.4万件” over “全年办结复议案件2.4万件”.

use super::{pair, year};
use crate::draft::figures::{Class, Gap, Role};
use crate::relations::kinds::ratio;
use crate::relations::{Strength, View, scope, slip};

/// How many figures behind the heading the text may give it again.
const REACH: usize = 60;
/// A heading is no longer than this, in bytes.
const LONGEST: usize = 180;
/// The first paragraphs of a draft are its title, whatever their form.
const TITLE: u32 = 2;

/// Finds and judges the figures of headings.
pub(super) fn run(view: &mut View) {
    let first = view.figures.first().map_or(0, |figure| figure.paragraph);
    for index in 0..view.figures.len() {
        let opens = index == 0 || view.figures[index].gap == Gap::Paragraph;
        if opens && is_headline(view, index, view.figures[index].paragraph - first <= TITLE) {
            let paragraph = view.figures[index].paragraph;
            let end = index + view.figures[index..].iter().take(12).take_while(|figure| figure.paragraph == paragraph).count();
            (index..end).for_each(|at| given_again(view, at, end));
        }
    }
}

/// Whether a figure opens a line that is a heading: short, and no sentence.
fn is_headline(view: &View, index: usize, title: bool) -> bool {
    let at = view.figures[index].span.start as usize;
    let from = view.text.floor_char_boundary(at.saturating_sub(LONGEST));
    let to = view.text.ceil_char_boundary((at + LONGEST).min(view.text.len()));
    let start = view.text[from..at].rfind('\n').map(|mark| from + mark + 1).or((from == 0).then_some(0));
    let Some((start, end)) = start.zip(view.text[at..to].find('\n').map(|mark| at + mark)) else { return false };
    let line = view.text[start..end].trim();
    if line.len() > LONGEST || line.contains(['。', ';', '|', '\t']) || line.ends_with([':', ',', '、']) {
        return false;
    }
    let heading = view.outline().at(start).map(|heading| &view.outline().headings[heading]);
    title || heading.is_some_and(|heading| (heading.marker.start as usize) < end && heading.marker.start as usize >= start)
}

/// Holds a figure of a heading against the text below, which begins at the figure `body`.
fn given_again(view: &mut View, index: usize, body: usize) {
    let figure = &view.figures[index];
    let places = |least: i128| view.counts_at_least(index, least);
    let rate = figure.class == Class::Percent && figure.role == Role::Rate;
    if !(figure.is_level() || rate) || !places(10) {
        return;
    }
    // A figure that lost a digit in the heading is as long as it should be in the text.
    let long = |at: usize| places(100) || view.counts_at_least(at, 100);
    let name = ratio_free(view.label(index));
    let bare = name.is_empty();
    if bare && !places(1000) {
        return;
    }
    let alike = |at: usize| {
        let other = &view.figures[at];
        other.class == figure.class && other.role == figure.role && other.number.scale == figure.number.scale
    };
    let below: Vec<usize> = (body..view.figures.len().min(body + REACH)).filter(|&at| alike(at)).collect();
    let named = |at: usize| bare || ratio::overlap(name, ratio_free(view.label(at))) > 0 && view.steps(index).same(view.steps(at));
    if let Some(&same) = below.iter().find(|&&at| view.value(at) == view.value(index)) {
        if named(same) && long(same) {
            pair(view, same, index, Strength::Certain);
        }
        return;
    }
    let slipped = |at: usize| {
        slip::is_slip(&view.figures[at].number, view.value(index)) || slip::is_slip(&view.figures[index].number, view.value(at))
    };
    let years = |at: usize| year(view, at).zip(year(view, index)).is_none_or(|(a, b)| a == b);
    let mut near = below.into_iter().filter(|&at| slipped(at) && long(at) && named(at) && years(at) && !scope::apart(view, index, at));
    if let (Some(at), None) = (near.next(), near.next()) {
        pair(view, at, index, Strength::Likely);
    }
}

/// A label without the nouns that name no subject.
fn ratio_free(label: &str) -> &str {
    ["案件", "事项", "工作"].iter().fold(label, |label, word| label.trim_end_matches(word))
}
