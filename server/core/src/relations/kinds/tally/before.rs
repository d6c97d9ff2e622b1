//! The list that stands right before a count: A、B、C三个专业组, 《A》《B》等八个文件, “县、乡、村”三级.

use super::list::{List, alike, marked, plain, split};
use crate::catalogue::lists::{LISTS, ends_with_verb, join_offsets, starts_with_verb};
use crate::relations::Strength;

/// Lists are looked for no farther than this (bytes).
const REACH: usize = 900;

/// Words in front of a list with which 的 behind it makes it a property of what is counted.
const ABOUT: [&str; 14] = ["涉及", "涉", "有关", "关于", "依据", "根据", "按照", "违反", "引用", "适用", "对照", "与", "因", "以"];

/// The list that ends right before an offset, and begins behind `floor` or later.
pub(super) fn find(text: &str, floor: usize, end: usize) -> Option<List> {
    let from = text.ceil_char_boundary(end.saturating_sub(REACH).max(floor));
    let mut words = text.get(from..end)?;
    let mut open = false;
    if words.ends_with('各') {
        return None;
    }
    let of = words.ends_with('的');
    for tail in ["这", "共", "以上", "上述", "全部", "的", "计"] {
        words = words.strip_suffix(tail).unwrap_or(words);
    }
    for tail in ["等", "等等"] {
        if let Some(rest) = words.strip_suffix(tail) {
            words = rest;
            open = true;
        }
    }
    if let Some(list) = marked(words, from, open) {
        // 涉及《A》《B》的8件 are things that have to do with the list.
        let about = &text[from..list.span.start as usize];
        return Some(list).filter(|_| !(of && ABOUT.iter().any(|word| about.ends_with(word))));
    }
    // “县、乡、村”三级: the list stands in one quotation.
    if let Some(quoted) = words.strip_suffix('”')
        && let Some(at) = quoted.rfind('“').map(|at| at + '“'.len_utf8())
    {
        let inner = &quoted[at..];
        let found = plain(inner, from + at, open, true)?;
        return Some(List { sure: found.counts[0] >= 3 && inner.contains('、'), pair: false, ..found });
    }
    let start = clause(words);
    let body = &words[start..];
    // A pair joined by 和 alone is taken for a list only where it is short.
    if !body.contains('、') && body.chars().count() >= 16 {
        return None;
    }
    plain(body, from + start, open, true)
}

/// Where the clause begins that ends with the words: behind the last mark, or in the bracket that is still open.
fn clause(words: &str) -> usize {
    let mark = words.rfind([',', '。', ';', ':', '\n', '!', '?', '>', '|', '\t']);
    let mark = mark.map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8));
    // One dash joins the words of a name, 甲国—乙国; two end a clause.
    let mark = words[mark..].rfind("——").map_or(mark, |at| mark + at + "——".len());
    mark + open_bracket(&words[mark..]).unwrap_or(0)
}

/// The offset behind a bracket that is opened in the words and not closed.
fn open_bracket(words: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in words.char_indices() {
        match c {
            '(' | '“' => open.push(at + c.len_utf8()),
            ')' | '”' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

/// What stands around a count.
pub(super) struct Count<'t> {
    /// The words of the list.
    pub(super) list: &'t str,
    /// The last words in front of the number, the number and its unit, for names such as 铁人三项.
    pub(super) name: &'t str,
    /// Where the number begins in them.
    pub(super) number: usize,
    /// The unit.
    pub(super) unit: &'t str,
    /// The words behind the unit.
    pub(super) noun: &'t str,
}

/// How surely a count is one of the items in front of it; `None` where it counts something else.
pub(super) fn announced(count: &Count, list: &List) -> Option<Strength> {
    let holds_number = |name: &String| count.name.match_indices(name.as_str()).any(|(at, _)| (at..at + name.len()).contains(&count.number));
    if LISTS.counted.iter().any(holds_number) {
        return None;
    }
    if list.marked {
        return Some(Strength::Certain);
    }
    // 包括A、B、C三个工程: the words say that a list follows.
    if !list.pair && LISTS.lead.iter().any(|word| count.list.starts_with(word.as_str())) {
        return Some(Strength::Certain);
    }
    let items = items(count.list);
    let [.., previous, last] = items.as_slice() else { return None };
    let same_end = alike(previous, last) && last.chars().count() >= 2;
    let noun = count.noun.trim_start_matches(['的', ' ', '“', '重', '要']);
    let closing = LISTS.closing.iter().any(|unit| count.unit == unit || count.unit.is_empty() && noun.starts_with(unit.as_str()));
    if !same_end && !closing && !parallel(&items) && is_deed(last) {
        return None;
    }
    // 甲和乙 alone may be any two words; 提高甲、启动乙 are deeds, which a count behind them does not number.
    if list.pair && !same_end && (!count.list.contains('、') && !closing || starts_with_verb(last)) {
        return None;
    }
    // 甲镇、乙镇3个村: things in the places that are listed.
    let places = items.iter().all(|item| alike(item, last)) && LISTS.places.iter().any(|end| last.ends_with(end.as_str()));
    let free = noun.is_empty() || noun.starts_with([',', '。', ';', '、', ')', '(', ':', '\n', '”']);
    if places && !free {
        let end = last.chars().next_back();
        let short: String = noun.chars().take(4).collect();
        let counts_them = short.contains(|c| Some(c) == end) || LISTS.anywhere.iter().any(|word| short.contains(word.as_str()));
        return counts_them.then_some(if list.pair { Strength::Likely } else { Strength::Certain });
    }
    let lowest = LISTS.lowest.iter().any(|word| noun.starts_with(word.as_str()));
    match (list.pair, same_end || closing) {
        (_, false) if lowest => Some(Strength::Suspect),
        (false, _) => Some(Strength::Certain),
        (true, true) => Some(Strength::Likely),
        // Two bare names in front of a count with its noun right behind: 法先、青业两家律师事务所.
        (true, false) => Some(if last.chars().count() >= 2 && !free { Strength::Likely } else { Strength::Suspect }),
    }
}

/// Whether an item ends in a verb that governs the count: 深圳设立3个. 支撑保障 is a noun of two verbs.
fn is_deed(item: &str) -> bool {
    ends_with_verb(item).is_some_and(|verb| !LISTS.verbs.iter().any(|other| item.strip_suffix(verb) == Some(other.as_str())))
}

/// Whether four items or more are of one length, three characters at least, the first perhaps behind words that lead to the list.
fn parallel(items: &[&str]) -> bool {
    let length = |item: &&str| item.chars().count();
    let [first, rest @ ..] = items else { return false };
    let Some(of) = rest.first().map(length) else { return false };
    rest.len() >= 3 && of >= 3 && length(first) >= of && rest.iter().all(|item| length(item) == of)
}

/// Whether the count belongs to one item of a longer list: 甲县煤矿、乙县3个电厂、丙县水库.
pub(super) fn inside_longer_list(count: &Count) -> bool {
    let end = count.noun.find(['、', ',', '。', ';', '\n', '和', '与', '及', '的']);
    end.is_some_and(|at| count.noun[at..].starts_with('、'))
}

/// The items of a plain list, the last two told apart where 和 joins them.
fn items(list: &str) -> Vec<&str> {
    let mut items: Vec<&str> = split(list, &['、']).into_iter().map(str::trim).collect();
    if let Some(last) = items.pop() {
        match join_offsets(last).next() {
            Some(at) => {
                items.push(last[..at].trim_end_matches('以').trim());
                items.push(last[at + '和'.len_utf8()..].trim());
            }
            None => items.push(last),
        }
    }
    items
}
