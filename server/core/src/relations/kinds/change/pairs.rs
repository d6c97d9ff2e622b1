//! Which two values a change compares.

use super::chained;
use crate::draft::figures::{Cue, Gap, Role};
use crate::relations::View;

/// A value now and a value before.
pub(super) struct Pair {
    pub(super) now: usize,
    pub(super) before: usize,
    /// Whether the wording itself names both.
    pub(super) sure: bool,
}

/// The first figure of a list that one word of change governs: 分别下降50.76%、64.27%.
pub(super) fn head(view: &View, index: usize) -> usize {
    let mut head = index;
    while head > 0 && index - head < 12 && continues(view, head) {
        head -= 1;
    }
    head
}

/// Whether a figure only carries on the list of the one before it.
fn continues(view: &View, index: usize) -> bool {
    let before = view.before(index).trim();
    (before.is_empty() || matches!(before, "和" | "与" | "及"))
        && view.figures[index].gap <= Gap::Comma
        && view.figures[index - 1].class == view.figures[index].class
        && view.same_sentence(index - 1, index)
}

/// The value and the amount of change that stand beside a growth: N件,同比增加D件,增长X%.
///
/// `None` in place of the value where the amount speaks of another figure than those before.
pub(super) fn delta(view: &View, index: usize) -> Option<(Option<usize>, usize)> {
    if head(view, index) != index {
        return None;
    }
    let beside = |at: usize| {
        view.figures[at].role == Role::Delta
            && chained(view, at.min(index), at.max(index))
            && view.figures[at].depth == view.figures[index].depth
    };
    let delta =
        [index.checked_sub(1), Some(index + 1)].into_iter().flatten().filter(|&at| at < view.figures.len()).find(|&at| beside(at))?;
    // A growth between the two belongs to another figure: 增长5%,减少3件,… has its own.
    if delta == index + 1
        && (view.figures.get(index + 2).is_some_and(|next| next.role == Role::Change && chained(view, delta, index + 2))
            && index > 0
            && view.figures[index - 1].role == Role::Delta)
    {
        return None;
    }
    Some((level_before(view, delta.min(index), delta), delta))
}

/// The subject of an amount of change: 受案 of 受案增加167件.
fn subject(words: &str) -> &str {
    let end =
        ["增加", "减少", "增长", "下降", "上升", "增收", "增支", "多收", "净增", "减收", "减支", "提高", "同比", "环比", "较", "比", "与"]
            .iter()
            .filter_map(|word| words.find(word))
            .min()
            .unwrap_or(0);
    crate::draft::figures::core(&words[..end])
}

/// The nearest level figure before an index that counts like another.
fn level_before(view: &View, index: usize, like: usize) -> Option<usize> {
    let subject = subject(view.before(like));
    let than = |at: usize| view.before(at).starts_with(['较', '比', '与']);
    let level = |at: &usize| {
        matches!(view.figures[*at].role, Role::Count | Role::Mean)
            && view.like(*at, like)
            && view.figures[*at].depth == view.figures[index].depth
            && !than(*at)
    };
    let mut levels = (index.saturating_sub(8)..index).rev().filter(level);
    let now = match subject {
        "" => levels.next()?,
        // One character in common is enough among so few: 受案 and 受理, 结案 and 办结.
        _ => levels
            .find(|&at| view.label(at).is_empty() || subject.chars().any(|c| !"案件数量额人".contains(c) && view.label(at).contains(c)))?,
    };
    // A sentence of its own may speak of the figure before: 共240件,占八成。比去年同期增加30件.
    let near = view.figures[like].sentence - view.figures[now].sentence <= 1 && view.figures[like].paragraph == view.figures[now].paragraph;
    near.then_some(now)
}

/// Whether the words of an amount say that it falls.
pub(super) fn delta_falls(view: &View, delta: usize) -> Option<bool> {
    super::falls(view, delta)
}

/// The values that a growth compares, the likeliest pair first.
pub(super) fn both(view: &View, index: usize) -> Vec<Pair> {
    let first = head(view, index);
    let place = index - first;
    let mut length = place + 1;
    while first + length < view.figures.len() && length < 12 && continues(view, first + length) {
        length += 1;
    }
    let figures = view.figures;
    let sentence = figures[first].sentence;
    let window: Vec<usize> = (first.saturating_sub(12)..first)
        .filter(|&at| {
            sentence - figures[at].sentence <= 1
                && figures[at].paragraph == figures[first].paragraph
                && figures[at].class.adds()
                && matches!(figures[at].role, Role::Count | Role::Previous)
        })
        .collect();
    let mut pairs = Vec::new();
    if length == 1 {
        bracket(view, &window, index, &mut pairs);
    }
    previous(view, &window, first, place, length, &mut pairs);
    let same: Vec<usize> = window.iter().copied().filter(|&at| figures[at].sentence == sentence).collect();
    from_to(view, &same, place, &mut pairs);
    by_year(view, &same, place, length, &mut pairs);
    later_year(view, &same, first, place, length, &mut pairs);
    of_the_whole(view, pairs)
}

/// 经费240万元,其中区级150万元、街道90万元,较上年的200万元增加两成: behind a list that adds up the whole is compared as well as its last part.
fn of_the_whole(view: &View, mut pairs: Vec<Pair>) -> Vec<Pair> {
    let whole = |now: usize| {
        let whole = view.tied(now).part_of? as usize;
        let listed = |at: usize| view.tied(at).part_of == Some(whole as u32);
        let apart = (whole + 1..=now).all(|at| listed(at) || !matches!(view.figures[at].role, Role::Previous | Role::Change));
        let several = (whole + 1..now).any(listed);
        (whole < now && several && apart && view.same_unit(whole, now)).then_some(whole)
    };
    for at in (0..pairs.len()).rev() {
        if let Some(whole) = whole(pairs[at].now) {
            let Pair { before, sure, .. } = pairs[at];
            pairs[at].sure = false;
            pairs.insert(at, Pair { now: whole, before, sure });
        }
    }
    pairs
}

/// 今年18件26人,去年同期为20件31人: values of another period behind the values.
fn previous(view: &View, window: &[usize], first: usize, place: usize, length: usize, pairs: &mut Vec<Pair>) {
    let is_previous = |at: usize| view.figures[at].role == Role::Previous;
    let Some(end) = window.iter().rposition(|&at| is_previous(at)) else { return };
    if !chained(view, window[end], first) {
        return;
    }
    // Figures that touch a previous value carry it on: 去年同期为197件375人.
    let start = window[..=end].iter().rposition(|&at| is_previous(at) && (at == 0 || !is_previous(at - 1))).unwrap_or(end);
    let befores: Vec<usize> = window[start..].to_vec();
    let nows: Vec<usize> = window[..start].to_vec();
    if befores.is_empty() || nows.is_empty() {
        return;
    }
    let of = |list: &[usize], place: usize, like: Option<usize>| match like {
        Some(like) => list.iter().rev().copied().find(|&at| view.same_unit(at, like)),
        None => list.get(place).copied(),
    };
    if length <= befores.len() && length > 1 {
        let befores = &befores[befores.len() - length..];
        let before = befores[place];
        if let Some(now) = of(&nows, place, Some(before)) {
            pairs.push(Pair { now, before, sure: true });
        }
    } else if let Some(&before) =
        unit_hint(view, first).and_then(|units| befores.iter().rev().find(|&&at| view.unit_is(at, units))).or(befores.last())
        && let Some(now) = of(&nows, place, Some(before))
    {
        pairs.push(Pair { now, before, sure: length == 1 });
    }
}

/// 受理1146件,同比下降18.4%(上年1404件): the value before stands in a bracket behind the change.
fn bracket(view: &View, window: &[usize], index: usize, pairs: &mut Vec<Pair>) {
    let Some(figure) = view.figures.get(index + 1) else { return };
    let behind = view.text[view.figures[index].span.end as usize..].starts_with('(') && figure.depth == view.figures[index].depth + 1;
    if !behind || figure.role != Role::Previous {
        return;
    }
    let now = window.iter().rev().copied().find(|&at| view.figures[at].role == Role::Count && view.same_unit(at, index + 1));
    if let Some(now) = now.filter(|&now| view.figures[now].depth == view.figures[index].depth && view.same_sentence(now, index)) {
        pairs.push(Pair { now, before: index + 1, sure: true });
    }
}

/// The units that a change names: 件数 and 人数.
fn unit_hint(view: &View, index: usize) -> Option<&'static [&'static str]> {
    let words = view.before(index);
    let cases: &[&str] = &["件", "起", "宗"];
    let people: &[&str] = &["人", "名"];
    if words.contains("件数") || words.contains("起数") {
        Some(cases)
    } else if words.contains("人数") {
        Some(people)
    } else {
        None
    }
}

/// 由24.1万起下降至15.8万起,降幅34.3%.
fn from_to(view: &View, window: &[usize], place: usize, pairs: &mut Vec<Pair>) {
    if place > 0 {
        return;
    }
    if let [.., before, now] = window
        && now - before == 1
        && view.figures[*now].cues.has(Cue::To)
        && view.figures[*before].cues.has(Cue::From)
        && view.same_unit(*now, *before)
    {
        pairs.push(Pair { now: *now, before: *before, sure: true });
    }
}

/// 2023年执行数为20万元,2024年安排24万元: two values with their years.
fn by_year(view: &View, window: &[usize], place: usize, length: usize, pairs: &mut Vec<Pair>) {
    let dated: Vec<usize> = window.iter().copied().filter(|&at| view.figures[at].year.is_some() && has_year(view, at)).collect();
    let [.., one, two] = dated.as_slice() else { return };
    if length > 1 || place > 0 || !view.same_unit(*one, *two) || window.last() != Some(two) {
        return;
    }
    let (a, b) = (view.figures[*one].year, view.figures[*two].year);
    let (now, before) = if a < b { (*two, *one) } else { (*one, *two) };
    if a != b && a.zip(b).is_some_and(|(a, b)| (a - b).abs() == 1) {
        pairs.push(Pair { now, before, sure: true });
    }
}

/// Whether the words in front of a figure name its year.
fn has_year(view: &View, at: usize) -> bool {
    view.figures[at].year.is_some_and(|year| view.before(at).contains(&format!("{year}年")))
}

/// 2014年受理11210件,审结9882件,比2013年分别上升1.8%和1.7%;2013年受理11016件,审结9716件: the values before stand behind.
fn later_year(view: &View, window: &[usize], first: usize, place: usize, length: usize, pairs: &mut Vec<Pair>) {
    let Some(year) = window.iter().rev().find_map(|&at| view.figures[at].year) else { return };
    let end = view.sentence_end(first);
    let behind: Vec<usize> =
        (first + length..end).filter(|&at| view.figures[at].role == Role::Count && view.figures[at].class.adds()).collect();
    let Some(start) = behind.iter().position(|&at| has_year(view, at) && view.figures[at].year == Some(year - 1)) else { return };
    if window.len() < length {
        return;
    }
    let now = window[window.len() - length + place];
    if let Some(&before) = behind.get(start + place).filter(|&&before| view.same_unit(before, now)) {
        pairs.push(Pair { now, before, sure: true });
    }
}

/// The values that an amount of change compares.
pub(super) fn of_amount(view: &View, index: usize) -> Option<Pair> {
    if index < 2 || head(view, index) != index {
        return None;
    }
    let (first, second) = (index - 2, index - 1);
    let (a, b) = (&view.figures[first], &view.figures[second]);
    if !chained(view, first, index) || a.class != b.class {
        return None;
    }
    let percent = view.figures[index].role == Role::Change;
    if percent {
        // 由41%上升至64.6%,升幅23.6个百分点.
        let levels =
            matches!(a.role, Role::Rate | Role::Share | Role::Percent) && matches!(b.role, Role::Rate | Role::Share | Role::Percent);
        return (levels && a.cues.has(Cue::From) && b.cues.has(Cue::To)).then_some(Pair { now: second, before: first, sure: true });
    }
    if !view.same_unit(first, second) || !view.like(second, index) {
        return None;
    }
    // 达到52.6亿元,较五年前的40.3亿元增加12.3亿元.
    let than = view.before(second);
    if (than.starts_with('较') || than.starts_with('比')) && a.role == Role::Count && view.figures[index].gap == Gap::None {
        return Some(Pair { now: first, before: second, sure: true });
    }
    if b.role == Role::Previous && a.role == Role::Count {
        return Some(Pair { now: first, before: second, sure: view.figures[index].gap <= Gap::Comma });
    }
    if a.cues.has(Cue::From) && b.cues.has(Cue::To) && a.role == Role::Count && b.role == Role::Count {
        return Some(Pair { now: second, before: first, sure: true });
    }
    None
}
