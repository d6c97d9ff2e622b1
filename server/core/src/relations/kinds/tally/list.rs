//! A list as it is counted: its place, the numbers of items that some reading gives, and how its items are told apart.

use crate::catalogue::lists::join_offsets;
use crate::text::Span;

/// A list and the ways to count it.
pub(super) struct List {
    pub(super) span: Span,
    /// The numbers of items that some reading gives, the likeliest first.
    pub(super) counts: Vec<usize>,
    /// The least number of items that any reading gives.
    pub(super) least: usize,
    /// Whether 等 leaves it open.
    pub(super) open: bool,
    /// Whether each item stands in 《》 or “”, or under a number of its own.
    pub(super) marked: bool,
    /// Whether it is surely a list: each item is short, and there are three, or two that are marked.
    pub(super) sure: bool,
    /// Whether it has only two items that nothing marks.
    pub(super) pair: bool,
    /// Whether each of its marked items holds the word that an abbreviation of the list keeps.
    pub(super) kept: bool,
}

impl List {
    /// A list whose items are marked: its place and how many there are.
    pub(super) fn of_marked(from: usize, body: &str, count: usize, open: bool) -> Self {
        Self { marked: true, sure: true, ..Self::of(from, body, vec![count], open) }
    }

    /// A list with its readings; nothing is sure of it yet.
    pub(super) fn of(from: usize, body: &str, counts: Vec<usize>, open: bool) -> Self {
        let least = counts.iter().copied().min().unwrap_or(0);
        let trimmed = body.trim();
        let start = from + (body.len() - body.trim_start().len());
        Self { span: Span::new(start, start + trimmed.len()), counts, least, open, marked: false, sure: false, pair: false, kept: false }
    }
}

/// The parts between marks that stand in no bracket or quotation.
pub(super) fn split<'t>(body: &'t str, marks: &[char]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0usize, 0);
    for (at, c) in body.char_indices() {
        match c {
            '(' | '“' | '《' => depth += 1,
            ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ if depth == 0 && marks.contains(&c) => {
                parts.push(&body[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&body[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// A run of 《A》《B》 or “A”“B” at the end (or all) of the words. A bracket may follow each: 《A》(2024版)、《B》(2024版).
pub(super) fn marked(words: &str, from: usize, open: bool) -> Option<List> {
    // A bracket behind the last item may hold a quotation of its own: (简称“十百千万”).
    let bare = words.trim_end();
    if !bare.ends_with(['》', '”', ')']) {
        return None;
    }
    let end = bare.strip_suffix(')').and_then(|inner| inner.rfind('(')).filter(|&at| bare.len() - at < 90).unwrap_or(bare.len());
    for (opening, closing) in [('《', '》'), ('“', '”')] {
        let mut count = 0;
        let mut at = end;
        while let Some(end) = words[..at].rfind(closing) {
            if !joins_marked(&words[end + closing.len_utf8()..at], count == 0) {
                break;
            }
            let Some(start) = words[..end].rfind(opening) else { break };
            count += 1;
            at = start;
        }
        if count >= 2 || open && count >= 1 {
            return Some(List::of_marked(from + at, &words[at..], count, open));
        }
    }
    None
}

/// What may stand between two marked items: a pause, a word that joins, or a sign of an order or a sum.
const JOINTS: &[&str] = &["、", "和", "及", "与", "以及", ",", ";", ",和", "—", "——", "-", "→", "+", "/"];

/// Whether words between two marked items, or behind the last, are nothing but a joint and a bracket.
fn joins_marked(between: &str, last: bool) -> bool {
    let joint = |words: &str| words.is_empty() || !last && JOINTS.contains(&words);
    let between = between.trim();
    if joint(between) {
        return true;
    }
    // The bracket may hold another quotation: (简称“十百千万”).
    let Some(close) = between.rfind(')').filter(|_| between.starts_with('(') && between.len() < 90) else { return false };
    joint(between[close + 1..].trim())
}

/// Items between 、 and 和, the words being nothing but the list. `None` where nothing divides them.
pub(super) fn plain(body: &str, from: usize, open: bool, leads: bool) -> Option<List> {
    let parts = split(body, &['、']);
    let pauses = parts.len();
    let last = *parts.last()?;
    // 和 may join the last two items, or two words of one item.
    let joins = join_offsets(last).count();
    if pauses + joins < 2 {
        return None;
    }
    let mut counts = vec![pauses + usize::from(joins > 0)];
    let doubtful = last.chars().count() > 12 || pauses == 1 || open;
    if joins > 0 && doubtful && !(joins == 1 && balanced(last, open)) {
        counts.push(pauses);
    }
    counts.extend((2..=joins).map(|extra| pauses + extra));
    let inner: usize = parts[..pauses - 1].iter().map(|part| join_offsets(part).count()).sum();
    for extra in 1..=inner {
        counts.push(pauses + extra);
        counts.push(pauses + usize::from(joins > 0) + extra);
    }
    // Where words lead to the list its first item carries them; the others have to be short.
    let longest = |at: usize| if at + 1 == pauses && joins > 0 { 44 } else { 22 };
    let short =
        parts.iter().enumerate().skip(usize::from(leads)).all(|(at, part)| (1..=longest(at)).contains(&part.trim().chars().count()));
    let wordy = parts.iter().all(|part| !part.contains(|c: char| c.is_ascii_digit()));
    let three = pauses >= 3 || pauses == 2 && joins == 1;
    let sure = short && inner == 0 && (three || !leads && pauses >= 2) && (wordy || !leads);
    let pair = leads && wordy && inner == 0 && !three && last.chars().count() <= 12;
    Some(List { sure: sure || pair, pair, ..List::of(from, body, counts, open) })
}

/// Whether a joint stands between two items of one make: both end alike, or both are of one length in a list that is complete.
fn balanced(words: &str, open: bool) -> bool {
    let Some(at) = join_offsets(words).next() else { return false };
    let (left, right) = (words[..at].trim_end_matches('以'), &words[at + '和'.len_utf8()..]);
    let (left, right) = (left.trim(), right.trim());
    let (long, other) = (left.chars().count(), right.chars().count());
    long >= 2 && other >= 2 && (alike(left, right) || !open && long == other && long >= 3)
}

/// Whether two items end in the same character.
pub(super) fn alike(one: &str, other: &str) -> bool {
    one.chars().next_back().is_some_and(|end| other.ends_with(end))
}
