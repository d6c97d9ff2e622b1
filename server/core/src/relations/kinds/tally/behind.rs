//! The list that stands behind a count: 3个专业组,即:A、B、C; 排名前五的是A、B、C、D、E.

use super::list::{List, marked, plain, split};
use crate::text::Finder;
use std::sync::LazyLock;

/// Lists are looked for no farther than this (bytes).
const REACH: usize = 900;

/// The list that begins behind a count, after its noun and a colon, 分别是, 即, a bracket.
pub(super) fn find(text: &str, start: usize) -> Option<List> {
    let to = text.floor_char_boundary((start + REACH).min(text.len()));
    let words = &text[start..to];
    if let Some(list) = ranked(words, start) {
        return Some(list);
    }
    let at = lead(words)?;
    let body = &words[at..];
    let bracket = words[..at].ends_with('(');
    let stop = if bracket { close(body)? } else { body.find(['。', '\n', '!', '?']).unwrap_or(body.len()) };
    let body = &body[..stop];
    let from = start + at;
    let first = body.split(';').next().unwrap_or(body);
    let body = if first.matches('、').count() >= 2 && !bracket { first } else { body };
    if body.contains(';') && !bracket {
        let parts = split(body, &[';']).len();
        return Some(List { sure: parts >= 2, ..List::of(from, body, vec![parts], body.trim_end().ends_with('等')) });
    }
    let cut = if bracket { body } else { &body[..clause(body)] };
    let open = cut.trim_end_matches(['类', '个', '项']).ends_with('等')
        || cut.contains("等方面")
        || cut.contains('等') && !cut.contains("等级") && cut.rfind('等').is_some_and(|at| cut.len() - at < 24);
    marked(cut, from, open).or_else(|| plain(cut, from, open, false))
}

/// A list set in order of size: 排名前三的是甲类(9%)>乙类(8%)>丙类(5%).
fn ranked(words: &str, start: usize) -> Option<List> {
    let sentence = &words[..words.find(['。', ';', '\n', '!', '?']).unwrap_or(words.len())];
    memchr::memchr(b'>', sentence.as_bytes())?;
    let items = split(sentence, &['>']);
    let (first, others) = items.split_first()?;
    // The first item stands right behind the words that name what is ranked.
    let lead =
        first.rfind(['是', '为', ':', ',']).filter(|&at| first[..at].chars().count() <= LONGEST_LEAD && !first[..at].contains(','))?;
    let from = lead + first[lead..].chars().next().map_or(1, char::len_utf8);
    let short = others.iter().chain(&[&first[from..]]).all(|item| (1..=RANKED_ITEM).contains(&item.trim().chars().count()));
    let open = sentence.trim_end().ends_with('等');
    (others.len() >= 2 && short).then(|| List::of_marked(start + from, &sentence[from..], items.len(), open))
}

/// As many characters may name what is ranked.
const LONGEST_LEAD: usize = 26;
/// An item of a ranked list has no more characters, its bracket included.
const RANKED_ITEM: usize = 30;

/// Words that lead from a count to its list, the surest first.
const LEADS: &[&[&str]] = &[
    &["分别为:", "分别是:", "分别为", "分别是", "依次为:", "依次是:", "依次为", "依次是"],
    &[",即:", ",即", "包括:", "主要是:", "为:", "是:", "的是,", "涉及,", ":", "("],
    &["的部门是", "的单位是", "的是", "的乡镇是", "的省份是", "的地区是"],
];

static FINDERS: LazyLock<Vec<Finder>> = LazyLock::new(|| LEADS.iter().map(|leads| Finder::new(*leads)).collect());

/// The offset behind the words that lead from a count to its list.
fn lead(words: &str) -> Option<usize> {
    let limit = words.char_indices().nth(40).map_or(words.len(), |(at, _)| at);
    let near = &words[..limit];
    let near = &near[..near.find(['。', '\n', ';', '、']).unwrap_or(near.len())];
    let close = near.char_indices().nth(26).map_or(near.len(), |(at, _)| at);
    let first = |(group, leads): (usize, &Finder)| {
        let reach = if group == 0 { near } else { &near[..close] };
        leads.longest(reach).next().map(|lead| (lead.start, lead.end))
    };
    // 排名前五的部门是县公安局(287件): a bracket behind the first item leads to no list.
    let mut found = FINDERS.iter().enumerate().filter_map(first).collect::<Vec<_>>();
    let bracket = |&(_, end): &(usize, usize)| near[..end].ends_with('(');
    if found.len() > 1 && bracket(&found[0]) && found[1].0 < found[0].0 {
        found.swap(0, 1);
    }
    let &(_, end) = found.first()?;
    let skip = words[end..].len() - words[end..].trim_start_matches([':', ' ', ',']).len();
    Some(end + skip)
}

/// The length of a body up to the end of the list's clause: a comma ends it, one before the last 、 does not.
fn clause(body: &str) -> usize {
    let mut depth = 0usize;
    let mut last_pause = 0;
    for (at, c) in body.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => last_pause = at,
            ',' if depth == 0 && last_pause > 0 => return at,
            _ => {}
        }
    }
    body.len()
}

/// The end of a bracket that has been opened.
fn close(body: &str) -> Option<usize> {
    let mut depth = 1usize;
    for (at, c) in body.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '\n' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}
