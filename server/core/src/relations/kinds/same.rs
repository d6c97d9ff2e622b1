//! Two mentions of one figure agree: the figure of an item's heading and of its text, 持平, 以上12人.

mod headline;

use crate::draft::figures::{Class, Cue, Gap};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, scope, slip};
use rustc_hash::FxHashMap;

/// What the text of an item calls the figure that its heading gives.
const ARRANGED: &[&str] = &["预算安排", "预算数", "安排预算"];
/// Words that point back to a figure given before.
const BACK: &[&str] = &["以上", "上述", "这"];

/// Finds and judges figures that stand twice.
pub(super) fn run(view: &mut View) {
    for index in 1..view.figures.len() {
        heading(view, index);
        flat(view, index);
        back(view, index);
    }
    repeated(view);
    headline::run(view);
    for index in 1..view.figures.len() {
        funds(view, index);
    }
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
    let words = view.before(index).trim();
    if !view.figures[index].is_level() || !BACK.iter().any(|word| words.ends_with(word)) {
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
        let label = tail(view.label(index));
        if !figure.is_level() || label.is_empty() || figure.number.value < Exact::from_integer(4) {
            continue;
        }
        let key = (label, figure.unit_text(view.text));
        if let Some(&earlier) = seen.get(&key)
            && !view.same_sentence(earlier, index)
        {
            let long = figure.number.value / figure.number.step >= Exact::from_integer(1000);
            let same_year = year(view, earlier).zip(year(view, index)).is_none_or(|(a, b)| a == b);
            if view.value(earlier) == view.value(index) {
                pairs.push((index, earlier));
            } else if long
                && same_year
                && !full(view.label(index)).is_empty()
                && full(view.label(earlier)) == full(view.label(index))
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
        changed(view, index, earlier);
    }
    for (index, earlier) in slips {
        pair(view, index, earlier, Strength::Likely);
    }
}

/// 未结案2453件,同比上升28.83% in two places: one figure has changed in one way.
fn changed(view: &mut View, index: usize, earlier: usize) {
    let (now, then) = (index + 1, earlier + 1);
    let Some([new, old]) = view.figures.get(now).zip(view.figures.get(then)).map(|(a, b)| [a, b]) else { return };
    let long = |at: usize| view.value(at) / view.figures[at].number.step >= Exact::from_integer(100);
    let follows = |at: usize| {
        let figure = &view.figures[at];
        figure.gap == Gap::Comma && figure.cues.has(Cue::Compare) && figure.cues.any(&[Cue::Up, Cue::Down]) && view.same_sentence(at - 1, at)
    };
    let named = !full(view.label(index)).is_empty() && full(view.label(index)) == full(view.label(earlier));
    let same = new.class == old.class
        && view.same_base(now, then)
        && view.before(now).trim_matches([',', ' ']) == view.before(then).trim_matches([',', ' ']);
    if !(named && same && follows(now) && follows(then) && long(index) && long(then)) || scope::apart(view, earlier, index) {
        return;
    }
    if view.value(now) == view.value(then) {
        pair(view, now, then, Strength::Certain);
    } else if slip::is_slip(&new.number, view.value(then)) || slip::is_slip(&old.number, view.value(now)) {
        pair(view, now, then, Strength::Likely);
    }
}

/// How many figures back the income stands that pays for an expenditure.
const FUNDS: usize = 16;

/// 收入预算17192万元,其中财政拨款收入17192万元,比上年减少990万元;…;支出预算17192万元,…: a budget balances, and so do its changes.
fn funds(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.class != Class::Money || !figure.is_level() || !view.label(index).contains("支出") {
        return;
    }
    let allocated = |label: &str| label.contains("财政拨款");
    let Some(side) = ["支出预算", "财政拨款支出"].into_iter().find(|side| view.label(index).ends_with(side)) else { return };
    let income = match side {
        "支出预算" if !allocated(view.label(index)) => "收入预算",
        _ if allocated(view.label(index)) => "财政拨款收入",
        _ => return,
    };
    let reach = index.saturating_sub(FUNDS)..index;
    let mut found = reach.rev().filter(|&at| {
        view.figures[at].is_level() && view.same_unit(at, index) && view.label(at).ends_with(income) && figure.sentence - view.figures[at].sentence <= 2
    });
    let Some(earlier) = found.next() else { return };
    let years = view.figures[earlier].year.zip(figure.year).is_none_or(|(a, b)| a == b);
    let long = view.value(index) / figure.number.step >= Exact::from_integer(1000);
    if !years || !long {
        return;
    }
    if view.value(earlier) == view.value(index) {
        pair(view, index, earlier, Strength::Certain);
        // What both have changed by, against the same year.
        let (now, then) = (index + 1, earlier + 1);
        let Some(next) = view.figures.get(now) else { return };
        let words = |at: usize| view.before(at).rsplit(['比', '较']).next().unwrap_or_default().trim();
        let change = |at: usize| view.figures[at].class == Class::Money && view.figures[at].cues.any(&[Cue::Up, Cue::Down]);
        if next.gap == Gap::Comma && change(now) && change(then) && compared_alike(words(now), words(then)) && view.same_unit(now, then) {
            pair(view, now, then, Strength::Likely);
        }
    } else if slip::is_slip(&figure.number, view.value(earlier)) || slip::is_slip(&view.figures[earlier].number, view.value(index)) {
        pair(view, index, earlier, Strength::Likely);
    }
}

/// Whether two changes are held against the same, bar a remark in brackets: 2022年(上一年度,下同)预算增加, 2022年预算增加.
fn compared_alike(one: &str, other: &str) -> bool {
    let bare = |words: &str| {
        let mut depth = 0;
        let keep = |&c: &char| {
            depth += i32::from(c == '(');
            let kept = depth == 0;
            depth -= i32::from(c == ')');
            kept
        };
        words.chars().filter(keep).collect::<String>()
    };
    !one.is_empty() && bare(one) == bare(other)
}

/// The year of which a figure speaks: the one that its clause names, or the report's own.
fn year(view: &View, index: usize) -> Option<i16> {
    view.figures[index].year.or(view.draft.meta.period.map(|period| period.year))
}

/// A label long enough to name one thing only, without the region: 全国移送行政拘留 is 移送行政拘留.
fn full(label: &str) -> &str {
    let label = scope::without_level(label);
    if label.chars().count() >= 6 { label } else { "" }
}

/// The end of a label, long enough to mean one thing: four characters or more.
fn tail(label: &str) -> &str {
    let start = label.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
    let tail = &label[start..];
    if tail.chars().count() >= 4 { tail } else { "" }
}

fn pair(view: &mut View, index: usize, earlier: usize, strength: Strength) {
    let holds = view.interval(index).meets(view.interval(earlier))
        && (view.figures[index].number.bound.is_open() || view.value(index) == view.value(earlier));
    let formula = format!("{} {} {}", view.shown(index), if holds { "=" } else { "≠" }, view.shown(earlier));
    let operands = vec![view.operand("second", index), view.operand("first", earlier)];
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    let expected = (!holds).then(|| view.written(index, view.value(earlier))).flatten();
    view.push(Making::new(Kind::Same, verdict, formula, operands).strength(strength).expected(expected).done());
}
