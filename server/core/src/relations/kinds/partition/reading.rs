//! Which figures may be the whole of a list, and which its parts.

use super::evidence::{complete, near, slipped};
use super::{LONGEST, Sign};
use crate::draft::figures::{Class, Cue, Gap, Role};
use crate::relations::View;

/// The figures that may be the whole of a list that begins at `first`, the likeliest first.
pub(super) fn wholes(view: &View, first: usize, sign: Sign) -> Vec<usize> {
    if matches!(sign, Sign::Bracket | Sign::Colon) {
        return vec![first - 1].into_iter().filter(|&whole| view.like(whole, first)).collect();
    }
    let figure = &view.figures[first];
    let mut found = Vec::new();
    let starts_sentence = figure.gap >= Gap::Sentence;
    // Behind 其中: the list may begin a line of its own.
    let lines = if view.before(first).contains('\n') || figure.gap == Gap::Paragraph { 2 } else { 1 };
    for at in (first.saturating_sub(14)..first).rev() {
        let other = &view.figures[at];
        let near = match figure.sentence - other.sentence {
            0 => true,
            1 | 2 => starts_sentence && figure.paragraph - other.paragraph <= lines,
            _ => false,
        };
        if !near {
            break;
        }
        // A part of another whole has parts of its own only where they follow it at once.
        let elsewhere = view.tied(at).part_of.is_some() && other.part != figure.part;
        if other.depth == figure.depth && other.is_level() && view.like(at, first) && !elsewhere {
            found.push(at);
        }
    }
    found.truncate(6);
    // What is called alike comes first: 工业总产值 before 工业增加值, whichever is nearer.
    let label = view.label(first);
    // Before that comes what stands in the same part of the sentence.
    // And first of all what counts cases where the list does: 群众诉求147件,涉及5个单位,其中甲局47件.
    let cases = |at: usize| (view.figures[at].class == Class::Case) == (figure.class == Class::Case);
    let alike = |at: usize| (cases(at), view.figures[at].part == figure.part);
    found.sort_by_key(|&at| std::cmp::Reverse((alike(at), tail_overlap(label, view.label(at)))));
    found
}

/// Whether two labels end alike, in two characters or more: 2, or 0.
pub(in crate::relations) fn tail_overlap(one: &str, other: &str) -> usize {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    if same >= 3 { same } else { 0 }
}

/// The readings of the list's members.
pub(super) fn members(view: &View, first: usize, whole: usize, sign: Sign) -> Vec<Vec<usize>> {
    let head = &view.figures[first];
    let mut all: Vec<usize> = Vec::new();
    let mut until_semicolon = None;
    let mut nested = false;
    let mut heads: Vec<usize> = Vec::new();
    let mut sentence = head.sentence;
    for at in first..(first + LONGEST).min(view.figures.len()) {
        let figure = &view.figures[at];
        let next_line = at > first && figure.sentence != sentence && continues(view, at);
        if next_line {
            sentence = figure.sentence;
        }
        if figure.sentence != sentence || figure.depth < head.depth {
            break;
        }
        let parted = next_line || figure.gap == Gap::Semicolon;
        if at > first && parted && until_semicolon.is_none() {
            until_semicolon = Some(all.len());
        }
        if parted {
            nested = false;
        }
        if figure.depth > head.depth {
            continue;
        }
        if at > first && figure.cues.any(&[Cue::Among, Cue::Include]) && sign != Sign::Include {
            nested = true;
        }
        if nested || figure.role != Role::Count || !view.like(at, whole) {
            continue;
        }
        if heads.last().is_none_or(|&last| view.figures[last].part != figure.part) {
            heads.push(at);
        }
        all.push(at);
    }
    let same_unit =
        |members: &[usize], as_of: usize| -> Vec<usize> { members.iter().copied().filter(|&at| view.same_unit(at, as_of)).collect() };
    let mut readings = Vec::new();
    if heads.len() >= 2 && heads.len() < all.len() {
        readings.push(heads);
    }
    let of_unit = same_unit(&all, first);
    if of_unit.len() < all.len() {
        readings.push(of_unit);
    }
    if let Some(end) = until_semicolon.filter(|&end| end > 0 && end < all.len()) {
        let part = all[..end].to_vec();
        readings.push(same_unit(&part, first));
        readings.push(part);
    }
    if let Some(run) = run(view, &all) {
        readings.push(run);
    }
    if let Some(end) = all.iter().skip(1).position(|&at| is_anew(view, first, at)) {
        readings.push(all[..=end].to_vec());
    }
    readings.push(all);
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// No more bytes stand between the parts of a list that takes a line for each: what each consists of is told in words.
const BETWEEN: usize = 900;

/// Whether a list goes on in a line of its own: the line before ends with a semicolon.
fn continues(view: &View, at: usize) -> bool {
    let between = view.text.get(view.figures[at - 1].span.end as usize..view.figures[at].span.start as usize);
    let lead = |words: &str| words.rsplit_once('\n').is_some_and(|(line, rest)| line.trim_end().ends_with(';') && !rest.contains('。'));
    view.figures[at].gap == Gap::Paragraph
        && between.filter(|words| words.len() <= BETWEEN).is_some_and(|words| !words.contains('。') && lead(words))
}

/// The members up to the first mark that is stronger than the one between the first two: what follows 2家、12家、2家, is another matter.
pub(super) fn run(view: &View, all: &[usize]) -> Option<Vec<usize>> {
    let widest = view.figures[*all.get(1)?].gap;
    let end = all.iter().skip(1).position(|&at| view.figures[at].gap > widest)? + 1;
    (end >= 2).then(|| all[..end].to_vec())
}

/// The reading to judge where none adds up: one that something proves complete, one that a slip explains, or else the longest.
pub(super) fn likeliest(view: &View, whole: usize, mut readings: Vec<Vec<usize>>, sign: Sign) -> Option<Vec<usize>> {
    readings.sort_by_key(|parts| std::cmp::Reverse(parts.len()));
    let proved = readings.iter().position(|parts| parts.len() >= 2 && complete(view, whole, parts, sign).is_some());
    let slip = || readings.iter().position(|parts| parts.len() >= 2 && slipped(view, whole, parts).is_some());
    let close = || readings.iter().position(|parts| parts.len() >= 2 && near(view, whole, parts));
    let chosen = proved.or_else(slip).or_else(close).unwrap_or(0);
    (chosen < readings.len()).then(|| readings.swap_remove(chosen))
}

/// The length of the longest beginning of a list, of two parts or more, that adds up to the whole.
pub(super) fn fitting(view: &View, whole: usize, parts: &[usize]) -> Option<usize> {
    let mut sum = *view.interval(*parts.first()?);
    let mut found = None;
    let mut widest = Gap::None;
    for (at, &part) in parts.iter().enumerate().skip(1) {
        sum = sum.add(view.interval(part))?;
        widest = widest.max(view.figures[part].gap);
        if !sum.meets(view.interval(whole)) {
            continue;
        }
        // A figure that follows like the ones before belongs to the list, unless the list plainly does not add up with it.
        let ends = |&&next: &&usize| view.figures[next].gap > widest || is_anew(view, parts[0], next);
        let length = at + 1 + parts[at + 1..].iter().take_while(|next| !ends(next)).count();
        let misses = |parts: &[usize]| slipped(view, whole, parts).is_some() || near(view, whole, parts);
        if length == at + 1 || !misses(&parts[..length]) && !misses(parts) {
            found = Some(at + 1);
        }
    }
    found
}

/// Verbs that begin a statement of their own rather than another part.
const VERBS: &[&str] = &[
    "收到", "接到", "推送", "惠及", "涉及", "挽回", "办理", "办结", "完成", "开展", "发放", "以上", "上述", "这", "已", "共", "同时",
    "另外", "目前",
];

/// Whether the words begin a statement of their own rather than another part.
pub(in crate::relations) fn starts_anew(before: &str) -> bool {
    opening(before).is_some()
}

/// The verb with which the words begin a statement.
fn opening(before: &str) -> Option<&'static str> {
    let words = before.trim_start_matches(['、', ',', ';', ' ']);
    let words = words.strip_prefix("其中").map_or(words, |rest| rest.trim_start_matches([':', ',', ' ']));
    VERBS.iter().copied().find(|verb| words.starts_with(verb))
}

/// Whether a member of a list begins a statement of its own. Where the list's first member begins with the same verb, each one does:
/// 涉及教育的384件,涉及环境的290件.
pub(super) fn is_anew(view: &View, first: usize, at: usize) -> bool {
    opening(view.before(at)).is_some_and(|verb| opening(view.before(first)) != Some(verb))
}
