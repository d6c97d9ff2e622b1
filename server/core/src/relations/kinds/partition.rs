//! whole = Σ parts, and part ≤ whole: told by 其中, 包括, 分别为, a bracket or a colon behind the whole.

mod evidence;
mod items;

use crate::draft::figures::{Cue, Gap, Role};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, judge};
use evidence::{complements, complete, near, only_whole, slipped, slips, worth_a_look};
use num_traits::Zero;

/// No list is followed farther than this.
const LONGEST: usize = 60;

/// What tells that a list of parts begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// 其中.
    Among,
    /// 包括, 分为.
    Include,
    /// A bracket right behind the whole.
    Bracket,
    /// A colon right behind the whole.
    Colon,
    /// 分别为.
    Each,
}

/// A list of parts with its whole, as one reading has it.
struct Reading {
    whole: usize,
    parts: Vec<usize>,
}

/// Finds and judges partitions.
pub(super) fn run(view: &mut View) {
    for first in 1..view.figures.len() {
        if let Some(sign) = sign(view, first) {
            list(view, first, sign);
        }
    }
    for last in 2..view.figures.len() {
        total_behind(view, last);
    }
    for whole in 0..view.figures.len() {
        bare(view, whole);
    }
    items::run(view);
}

/// Whether a list begins at a figure, and how.
fn sign(view: &View, first: usize) -> Option<Sign> {
    let (figure, previous) = (&view.figures[first], &view.figures[first - 1]);
    if figure.role != Role::Count || !figure.class.adds() {
        return None;
    }
    if figure.cues.has(Cue::Among) {
        return Some(Sign::Among);
    }
    let behind = &view.text[previous.span.end as usize..];
    if figure.depth == previous.depth + 1 && behind.starts_with('(') && previous.is_level() {
        return Some(Sign::Bracket);
    }
    if figure.cues.has(Cue::Include) && figure.gap <= Gap::Colon {
        return Some(Sign::Include);
    }
    if figure.cues.has(Cue::Each) && figure.gap <= Gap::Colon && !figure.cues.any(&[Cue::Up, Cue::Down, Cue::To, Cue::From, Cue::Compare]) {
        return Some(Sign::Each);
    }
    (figure.gap == Gap::Colon && behind.starts_with(':') && previous.is_level() && figure.depth == previous.depth).then_some(Sign::Colon)
}

/// The figures that may be the whole of a list that begins at `first`, the likeliest first.
fn wholes(view: &View, first: usize, sign: Sign) -> Vec<usize> {
    if matches!(sign, Sign::Bracket | Sign::Colon) {
        return vec![first - 1].into_iter().filter(|&whole| view.like(whole, first)).collect();
    }
    let figure = &view.figures[first];
    let mut found = Vec::new();
    let starts_sentence = figure.gap >= Gap::Sentence;
    for at in (first.saturating_sub(14)..first).rev() {
        let other = &view.figures[at];
        let near = match figure.sentence - other.sentence {
            0 => true,
            1 | 2 => starts_sentence && figure.paragraph - other.paragraph <= 1,
            _ => false,
        };
        if !near {
            break;
        }
        if other.depth == figure.depth && other.is_level() && view.like(at, first) {
            found.push(at);
        }
    }
    found.truncate(6);
    // What is called alike comes first: 工业总产值 before 工业增加值, whichever is nearer.
    let label = view.label(first);
    found.sort_by_key(|&at| std::cmp::Reverse(tail_overlap(label, view.label(at))));
    found
}

/// Whether two labels end alike, in two characters or more: 2, or 0.
pub(super) fn tail_overlap(one: &str, other: &str) -> usize {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    if same >= 3 { same } else { 0 }
}

/// The readings of the list's members.
fn members(view: &View, first: usize, whole: usize, sign: Sign) -> Vec<Vec<usize>> {
    let head = &view.figures[first];
    let mut all: Vec<usize> = Vec::new();
    let mut until_semicolon = None;
    let mut nested = false;
    let mut heads: Vec<usize> = Vec::new();
    for at in first..(first + LONGEST).min(view.figures.len()) {
        let figure = &view.figures[at];
        if figure.sentence != head.sentence || figure.depth < head.depth {
            break;
        }
        if at > first && figure.gap == Gap::Semicolon && until_semicolon.is_none() {
            until_semicolon = Some(all.len());
        }
        if figure.gap == Gap::Semicolon {
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
    readings.push(all);
    readings.retain(|reading| !reading.is_empty());
    readings
}

fn list(view: &mut View, first: usize, sign: Sign) {
    let wholes = wholes(view, first, sign);
    let mut main: Option<Reading> = None;
    for &whole in &wholes {
        let readings = members(view, first, whole, sign);
        for parts in &readings {
            // What follows the list may look like a part of it, so each beginning of it is a reading; the longest that fits counts.
            if let Some(length) = fitting(view, whole, parts).filter(|_| view.value(whole) > Exact::zero()) {
                return tie(view, whole, &parts[..length], Verdict::Holds);
            }
        }
        if main.is_none() && !view.tied(whole).whole {
            main = likeliest(view, whole, readings, sign).map(|parts| Reading { whole, parts });
        }
    }
    let Some(reading) = main else { return };
    if let [part] = reading.parts.as_slice() {
        let fits = |&&whole: &&usize| view.interval(*part).can_be_at_most(view.interval(whole));
        let whole = wholes.iter().find(fits).copied().unwrap_or(reading.whole);
        return single(view, whole, *part, sign);
    }
    judge_list(view, &reading, sign);
}

/// The reading to judge where none adds up: one that something proves complete, one that a slip explains, or else the longest.
fn likeliest(view: &View, whole: usize, mut readings: Vec<Vec<usize>>, sign: Sign) -> Option<Vec<usize>> {
    readings.sort_by_key(|parts| std::cmp::Reverse(parts.len()));
    let proved = readings.iter().position(|parts| parts.len() >= 2 && complete(view, whole, parts, sign).is_some());
    let explained =
        || readings.iter().position(|parts| parts.len() >= 2 && (slipped(view, whole, parts).is_some() || near(view, whole, parts)));
    let chosen = proved.or_else(explained).unwrap_or(0);
    (chosen < readings.len()).then(|| readings.swap_remove(chosen))
}

/// The length of the longest beginning of a list, of two parts or more, that adds up to the whole.
fn fitting(view: &View, whole: usize, parts: &[usize]) -> Option<usize> {
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
        let next = parts.get(at + 1).map(|&next| view.figures[next].gap);
        let other = parts.get(at + 1).is_some_and(|&next| starts_anew(view.before(next)));
        if next.is_none_or(|gap| gap > widest) || other || slipped(view, whole, parts).is_none() && !near(view, whole, parts) {
            found = Some(at + 1);
        }
    }
    found
}

/// Whether the words begin a statement of their own rather than another part.
pub(super) fn starts_anew(before: &str) -> bool {
    const VERBS: &[&str] = &[
        "收到", "接到", "推送", "惠及", "涉及", "挽回", "办理", "办结", "完成", "开展", "发放", "以上", "上述", "这", "已", "共", "同时",
        "另外", "目前",
    ];
    let words = before.trim_start_matches(['、', ',', ';', ' ']);
    VERBS.iter().any(|verb| words.starts_with(verb))
}

fn holds(view: &View, whole: usize, parts: &[usize]) -> bool {
    view.sum(parts).is_some_and(|sum| sum.meets(view.interval(whole)))
}

/// Judges a list that does not add up to its whole.
fn judge_list(view: &mut View, reading: &Reading, sign: Sign) {
    let (whole, parts) = (reading.whole, reading.parts.as_slice());
    let Some(sum) = view.sum(parts) else { return };
    if view.value(whole).is_zero() {
        return;
    }
    let complete = complete(view, whole, parts, sign);
    let fits = judge::at_most(&sum, view.interval(whole)).verdict == Verdict::Holds;
    let slip = slipped(view, whole, parts);
    let near = near(view, whole, parts);
    match (complete, fits) {
        (Some(strength), _) => broken(view, whole, parts, slip, strength),
        (None, true) if (slip.is_some() || near) && worth_a_look(view, whole, parts) => suspect(view, whole, parts, slip),
        (None, true) => tie(view, whole, parts, Verdict::Holds),
        // More than the whole: a slip, or categories that overlap.
        (None, false) if slip.is_some() || near => broken(view, whole, parts, slip, Strength::Likely),
        (None, false) if sign == Sign::Among && !view.interval(parts[0]).can_be_at_most(view.interval(whole)) => {
            single(view, whole, parts[0], sign)
        }
        (None, false) => overlapping(view, whole, parts),
    }
}

/// A single part that may not exceed its whole.
fn single(view: &mut View, whole: usize, part: usize, sign: Sign) {
    if view.interval(part).can_be_at_most(view.interval(whole)) {
        return tie(view, whole, &[part], Verdict::Holds);
    }
    let sure = sign == Sign::Among && view.same_unit(whole, part) && only_whole(view, whole, part);
    let carried = view.figures[whole].cues.has(Cue::Carry) || view.figures[part].cues.any(&[Cue::Carry, Cue::Since]);
    let verdict = if sure && !carried { Verdict::Broken } else { Verdict::Unsure };
    let formula = format!("{} ≤ {}", view.shown(part), view.shown(whole));
    let operands = vec![view.operand("part", part), view.operand("whole", whole)];
    let relation = Making::new(Kind::Part, verdict, formula, operands).done();
    view.push(relation);
    mark(view, whole, &[part]);
}

fn formula(view: &View, whole: usize, parts: &[usize]) -> String {
    let total: Exact = parts.iter().map(|&part| view.value(part)).sum();
    let finest = parts.iter().copied().min_by_key(|&part| view.figures[part].number.step).unwrap_or(whole);
    let shown = view.written(finest, total).unwrap_or_else(|| view.shown(whole).to_owned());
    format!("{} = {}", view.shown_sum(parts), shown)
}

fn operands(view: &View, whole: usize, parts: &[usize]) -> Vec<crate::relations::Operand> {
    let mut operands = vec![view.operand("whole", whole)];
    operands.extend(parts.iter().map(|&part| view.operand("part", part)));
    operands
}

fn broken(view: &mut View, whole: usize, parts: &[usize], slip: Option<(usize, Exact)>, strength: Strength) {
    let relation = with_culprit(view, Verdict::Broken, whole, parts, slip).strength(strength).done();
    view.push(relation);
    mark(view, whole, parts);
}

fn suspect(view: &mut View, whole: usize, parts: &[usize], slip: Option<(usize, Exact)>) {
    let relation = with_culprit(view, Verdict::Unsure, whole, parts, slip).strength(Strength::Suspect).done();
    view.push(relation);
    mark(view, whole, parts);
}

fn with_culprit(view: &View, verdict: Verdict, whole: usize, parts: &[usize], slip: Option<(usize, Exact)>) -> Making {
    let making = Making::new(Kind::Partition, verdict, formula(view, whole, parts), operands(view, whole, parts));
    // Which operand is wrong is said only where one slip alone explains the miss.
    let only = slip.filter(|_| slips(view, whole, parts).len() == 1);
    match only {
        Some((culprit, value)) => {
            let index = parts.iter().position(|&part| part == culprit).map_or(0, |at| at + 1);
            making.culprit(index, view.written(culprit, value))
        }
        None => making,
    }
}

/// Categories that may overlap: each is at most the whole, their sum says nothing.
fn overlapping(view: &mut View, whole: usize, parts: &[usize]) {
    for &part in parts.iter().take(8) {
        if view.interval(part).can_be_at_most(view.interval(whole)) {
            tie(view, whole, &[part], Verdict::Holds);
        }
    }
}

/// A partition or part that holds.
fn tie(view: &mut View, whole: usize, parts: &[usize], verdict: Verdict) {
    let whole_is_sum = parts.len() >= 2 && holds(view, whole, parts);
    let (kind, formula) = if whole_is_sum {
        (Kind::Partition, formula(view, whole, parts))
    } else {
        (Kind::Part, format!("{} ≤ {}", view.shown_sum(parts), view.shown(whole)))
    };
    let relation = Making::new(kind, verdict, formula, operands(view, whole, parts)).done();
    view.push(relation);
    mark(view, whole, parts);
}

fn mark(view: &mut View, whole: usize, parts: &[usize]) {
    view.ties(whole).whole = true;
    for &part in parts {
        view.ties(part).part_of = Some(whole as u32);
    }
}

/// 机关412人,事业96人,聘用158人,合计666人: the whole stands behind its parts.
fn total_behind(view: &mut View, last: usize) {
    let figure = &view.figures[last];
    if !figure.is_level() || view.tied(last).whole || !figure.cues.any(&[Cue::Sum, Cue::Total]) || figure.gap > Gap::Semicolon {
        return;
    }
    let start = view.sentence_start(last).max(last.saturating_sub(20));
    let parts: Vec<usize> = (start..last)
        .filter(|&at| view.figures[at].is_level() && view.figures[at].depth == figure.depth && view.same_unit(at, last))
        .collect();
    for from in 0..parts.len().saturating_sub(1) {
        if holds(view, last, &parts[from..]) {
            return tie(view, last, &parts[from..], Verdict::Holds);
        }
    }
    let explicit = view.before(last).contains("合计") || view.before(last).contains("总计");
    if explicit && parts.len() >= 2 && parts.iter().all(|&part| !view.tied(part).whole && view.tied(part).part_of.is_none()) {
        let slip = slipped(view, last, &parts);
        if slip.is_some() || near(view, last, &parts) {
            broken(view, last, &parts, slip, Strength::Likely);
        }
    }
}

/// A total and lists behind it that no word ties: told by the sum alone, or by a run in one sentence that misses it by a slip.
fn bare(view: &mut View, whole: usize) {
    let figure = &view.figures[whole];
    if !figure.is_level() || figure.number.value < Exact::from_integer(4) || figure.number.bound.is_open() {
        return;
    }
    let target = view.value(whole);
    let mut parts = Vec::new();
    let mut sum = Exact::zero();
    for at in whole + 1..(whole + 60).min(view.figures.len()) {
        let other = &view.figures[at];
        if other.paragraph > figure.paragraph + 12 || other.depth < figure.depth {
            break;
        }
        if other.depth > figure.depth || !other.is_level() || !view.same_unit(at, whole) || view.tied(at).part_of.is_some() {
            continue;
        }
        if other.number.value >= target {
            if parts.is_empty() {
                continue;
            }
            break;
        }
        parts.push(at);
        sum += other.number.value;
        if parts.len() >= 2 && sum == target {
            let found = std::mem::take(&mut parts);
            sum = Exact::zero();
            tie(view, whole, &found, Verdict::Holds);
        } else if sum > target {
            break;
        }
    }
    if !view.tied(whole).whole {
        missed(view, whole);
    }
}

/// A run of three parts or more in the rest of the sentence or in the next one that misses the total by a slip.
fn missed(view: &mut View, whole: usize) {
    if let Some(parts) = done_and_pending(view, whole) {
        let slip = slipped(view, whole, &parts);
        return broken(view, whole, &parts, slip, Strength::Likely);
    }
    let figure = &view.figures[whole];
    let small = !figure.cues.any(&[Cue::Total, Cue::Sum]) && figure.number.value / figure.number.step < Exact::from_integer(100);
    let end = view.sentence_end(whole);
    let follows = end < view.figures.len() && view.figures[end].paragraph <= figure.paragraph + 1;
    let next = if follows { view.sentence_end(end) } else { end };
    for range in [whole + 1..end, end..next] {
        let parts: Vec<usize> = range
            .filter(|&at| {
                view.figures[at].depth == figure.depth
                    && view.figures[at].is_level()
                    && view.same_unit(at, whole)
                    && view.tied(at).part_of.is_none()
            })
            .collect();
        // Outcomes that carry shares of the whole make it up, so their sum cannot exceed it.
        let shared = parts.first().is_some_and(|&part| view.figures.get(part + 1).is_some_and(|next| next.role == Role::Share));
        if shared
            && parts.len() >= 4
            && parts.len() <= LONGEST
            && view.sum(&parts).is_some_and(|sum| !sum.can_be_at_most(view.interval(whole)))
            && slipped(view, whole, &parts).is_some()
        {
            return broken(view, whole, &parts, None, Strength::Likely);
        }
        if parts.len() >= 3
            && parts.len() <= LONGEST
            && !holds(view, whole, &parts)
            && !small
            && let Some(slip) = slipped(view, whole, &parts)
        {
            return suspect(view, whole, &parts, Some(slip));
        }
    }
}

/// 受理48件,办结41件,7件正在办理: what is done and what is pending leave nothing out.
fn done_and_pending(view: &View, whole: usize) -> Option<Vec<usize>> {
    let end = view.sentence_end(whole).min(whole + 5);
    let like: Vec<usize> = (whole + 1..end)
        .filter(|&at| view.figures[at].depth == view.figures[whole].depth && view.figures[at].is_level() && view.same_unit(at, whole))
        .collect();
    let [done, pending] = *like.get(..2)? else { return None };
    let named = complements(view, &[done, pending])
        && ["受理", "收到", "接收", "收案", "派单", "交办", "承办"].iter().any(|word| view.before(whole).contains(word));
    // 上年结转15件,新收120件: what was carried in stands in front.
    let first = whole.checked_sub(1).filter(|&first| view.same_sentence(first, whole)).unwrap_or(whole);
    let words = &view.text[view.figures[first].before.start as usize..view.figures[pending].after.end as usize];
    let carried = ["结转", "旧存", "存案"].iter().any(|word| words.contains(word));
    (named && !carried && view.gap(whole, pending) <= Gap::Comma).then(|| vec![done, pending])
}
