//! Two mentions of one figure agree: the figure of an item's heading and of its text, 持平, 以上12人.

mod headline;

use super::ratio::overlap;
use crate::catalogue::scopes::without_level;
use crate::draft::figures::{Class, Gap, Role, core};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, scope, slip};
use rustc_hash::FxHashMap;

/// What the text of an item calls the figure that its heading gives.
const ARRANGED: &[&str] = &["预算安排", "预算数", "安排预算"];
/// Words that point back to a figure given before.
const BACK: &[&str] = &["以上", "上述", "这"];

/// Characters in front of a name that say no more than that the things are there: 现有在校学生.
const GENERIC: [char; 2] = ['现', '有'];

/// How many paragraphs later a change is told again.
const NEAR: u32 = 12;

/// Finds and judges figures that stand twice.
pub(super) fn run(view: &mut View) {
    for index in 1..view.figures.len() {
        heading(view, index);
        flat(view, index);
        back(view, index);
    }
    repeated(view);
    told_again(view);
    headline::run(view);
}

/// “……(项)”12.50万元,主要用于…。2023年预算安排12.50万元.
fn heading(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.class != Class::Money || !figure.is_level() || !ARRANGED.iter().any(|word| view.before(index).contains(word)) {
        return;
    }
    let starts = |paragraph: u32| view.figures[..index].partition_point(|other| other.paragraph < paragraph);
    let is_item = |at: usize| {
        at < index
            && view.figures[at].is_level()
            && view.before(at).trim_end().ends_with(['”', ')'])
            && view.figures[at].sentence != figure.sentence
            && view.same_unit(at, index)
    };
    // The heading may stand in a line of its own.
    let Some(first) = [starts(figure.paragraph), starts(figure.paragraph.saturating_sub(1))].into_iter().find(|&at| is_item(at)) else {
        return;
    };
    pair(view, index, first, Strength::Certain);
}

/// 2023年执行数为18万元,2024年安排18万元,与上年持平.
fn flat(view: &mut View, index: usize) {
    let before = index - 1;
    let (a, b) = (view.figures[before].year, view.figures[index].year);
    if a.zip(b).is_none_or(|(a, b)| a + 1 != b) || !view.before(before).contains('年') || !view.before(index).contains('年') {
        return;
    }
    let end = view.figures[index].span.end as usize;
    let rest = &view.text[end..view.text.floor_char_boundary((end + 120).min(view.text.len()))];
    let stop = rest.find(['。', ';', '\n']).unwrap_or(rest.len());
    let Some(at) = rest[..stop].find("持平") else { return };
    let free = view.figures.get(index + 1).is_none_or(|next| next.span.start as usize > end + at);
    if free
        && view.same_sentence(before, index)
        && view.same_unit(before, index)
        && view.figures[before].is_level()
        && view.figures[index].is_level()
    {
        pair(view, index, before, Strength::Certain);
    }
}

/// 10人报名,其中……,以上10人已……: the figure pointed back to stands shortly before.
fn back(view: &mut View, index: usize) {
    if !view.is_level(index) {
        return;
    }
    let words = view.before(index).trim_end();
    if !BACK.iter().any(|word| words.ends_with(word)) {
        return;
    }
    let reach = index.saturating_sub(12)..index;
    let earlier: Vec<usize> = reach
        .rev()
        .filter(|&at| {
            view.figures[at].is_level() && view.same_unit(at, index) && view.figures[index].paragraph == view.figures[at].paragraph
        })
        .collect();
    if let Some(&same) = earlier.iter().find(|&&at| view.value(at) == view.value(index)) {
        return pair(view, index, same, Strength::Certain);
    }
    if let Some(&slipped) = earlier.iter().find(|&&at| slip::is_slip(&view.figures[index].number, view.value(at)) && view.tied(at).whole) {
        pair(view, index, slipped, Strength::Likely);
    }
}

/// Figures of one label, unit and year in different sentences. Agreement is worth the ledger; disagreement may be another scope.
fn repeated(view: &mut View) {
    let mut seen: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    let (mut pairs, mut slips) = (Vec::new(), Vec::new());
    for index in 0..view.figures.len() {
        let figure = &view.figures[index];
        if !view.is_level(index) {
            continue;
        }
        // A number of many places needs few words to be known again.
        let label = tail(view.label(index), if places(view, index, 10_000) { 4 } else { 6 });
        if label.is_empty() || figure.number.value < Exact::from_integer(4) {
            continue;
        }
        let key = (label, figure.unit_text(view.text));
        if let Some(&earlier) = seen.get(&key)
            && !view.same_sentence(earlier, index)
        {
            let same_year = year(view, earlier).zip(year(view, index)).is_none_or(|(a, b)| a == b);
            if view.value(earlier) == view.value(index) {
                pairs.push((index, earlier));
            } else if same_year
                && one_thing(view, earlier, index)
                && slip::is_slip(&figure.number, view.value(earlier))
                && !scope::apart(view, earlier, index)
            {
                slips.push((index, earlier));
            }
        }
        seen.insert(key, index);
    }
    for (index, earlier) in pairs {
        pair(view, index, earlier, Strength::Certain);
    }
    for (index, earlier) in slips {
        pair(view, index, earlier, Strength::Likely);
    }
}

/// The year of which a figure speaks: the one that its clause names, or the report's own.
fn year(view: &View, index: usize) -> Option<i16> {
    view.figures[index].year.or(view.draft.meta.period.map(|period| period.year))
}

/// Whether two figures whose labels end alike name one thing only: the more places a number has, the less has to be said of it.
fn one_thing(view: &View, earlier: usize, index: usize) -> bool {
    let (label, other) = (view.label(index), view.label(earlier));
    let length = label.chars().count();
    let called = |label| core(without_level(label).trim_start_matches(GENERIC));
    places(view, index, 10_000) && called(label) == called(other)
        || called(label) == called(other) && places(view, index, 1000) && called(label).chars().count() >= 6
        || label == other && places(view, index, 100) && length >= 8
}

/// Whether a number as written counts at least so many of its last places.
fn places(view: &View, index: usize, least: i128) -> bool {
    view.counts_at_least(index, least)
}

/// Two changes of one value, told in the same words, agree: 收入6120万元,比上年预算减少90万元;…支出6120万元,比上年预算减少90万元.
fn told_again(view: &mut View) {
    let mut seen: FxHashMap<(&str, &str, Exact), usize> = FxHashMap::default();
    let mut found = Vec::new();
    for index in 1..view.figures.len() {
        let (value, figure) = (&view.figures[index - 1], &view.figures[index]);
        if !matches!(figure.role, Role::Change | Role::Delta) || figure.gap > Gap::Comma || !view.is_level(index - 1) {
            continue;
        }
        let words = view.before(index).trim();
        if words.is_empty() || !view.counts_at_least(index - 1, 1000) {
            continue;
        }
        if let Some(earlier) = seen.insert((words, value.unit_text(view.text), value.number.value), index)
            && figure.paragraph - view.figures[earlier].paragraph <= NEAR
            && view.same_unit(earlier, index)
            && overlap(view.label(earlier - 1), view.label(index - 1)) >= 4
            && !scope::apart(view, earlier - 1, index - 1)
        {
            let agree = view.value(earlier) == view.value(index);
            if agree
                || slip::is_slip(&figure.number, view.value(earlier))
                || slip::is_slip(&view.figures[earlier].number, figure.number.value)
            {
                found.push((index, earlier, agree));
            }
        }
    }
    for (index, earlier, agree) in found {
        pair(view, index, earlier, if agree { Strength::Certain } else { Strength::Likely });
    }
}

/// The end of a label, long enough to mean one thing: four characters or more.
fn tail(label: &str, most: usize) -> &str {
    let start = label.char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
    let tail = &label[start..];
    if tail.chars().count() >= 4 { tail } else { "" }
}

fn pair(view: &mut View, index: usize, earlier: usize, strength: Strength) {
    let holds = view.interval(index).meets(view.interval(earlier))
        && (view.figures[index].number.bound.is_open() || view.value(index) == view.value(earlier));
    let formula = view.compared(index, if holds { "=" } else { "≠" }, earlier);
    let operands = vec![view.operand("second", index), view.operand("first", earlier)];
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    let expected = (!holds).then(|| view.written(index, view.value(earlier))).flatten();
    view.push(Making::new(Kind::Same, verdict, formula, operands).strength(strength).expected(expected).done());
}
