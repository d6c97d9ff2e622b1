//! Counts the items of a list: between 、 and 和, in 《》 and “”, under numbered headings, behind 一是 and 二是.

use crate::text::Span;

/// Lists are looked for no farther than this (bytes).
const REACH: usize = 900;
/// Headings may stand far below their announcement.
const BELOW: usize = 60_000;

/// A list and the ways to count it.
pub(super) struct List {
    pub(super) span: Span,
    /// The numbers of items that some reading gives, the likeliest first.
    pub(super) counts: Vec<usize>,
    /// The least number of items that any reading gives.
    pub(super) least: usize,
    /// Whether 等 leaves it open.
    pub(super) open: bool,
    /// Whether each item stands in 《》 or “”.
    pub(super) marked: bool,
    /// Whether it is surely a list: each item is short, and there are three, or two that are marked.
    pub(super) sure: bool,
    /// Whether it has only two items.
    pub(super) pair: bool,
}

/// The list that ends right before an offset.
pub(super) fn before(text: &str, end: usize) -> Option<List> {
    let from = text.ceil_char_boundary(end.saturating_sub(REACH));
    let mut words = &text[from..end];
    let mut open = false;
    if words.ends_with('各') {
        return None;
    }
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
        return Some(list);
    }
    // “县、乡、村”三级: the list stands in one quotation.
    if let Some(quoted) = words.strip_suffix('”')
        && let Some(at) = quoted.rfind('“').map(|at| at + '“'.len_utf8())
    {
        let inner = &quoted[at..];
        let found = plain(inner, from + at, open, false)?;
        return Some(List { sure: found.counts[0] >= 3 && inner.contains('、'), pair: false, ..found });
    }
    plain(words, from, open, true)
}

/// The list that begins behind a count, after its noun and a colon, 分别是, 即, a bracket.
pub(super) fn behind(text: &str, start: usize) -> Option<List> {
    let to = text.floor_char_boundary((start + REACH).min(text.len()));
    let words = &text[start..to];
    let (at, lead) = lead(words)?;
    if !lead {
        return None;
    }
    let body = &words[at..];
    let bracket = words[..at].ends_with('(');
    let stop = if bracket { close(body)? } else { body.find(['。', '\n', '!', '?']).unwrap_or(body.len()) };
    let body = &body[..stop];
    let from = start + at;
    let first = body.split(';').next().unwrap_or(body);
    let body = if first.matches('、').count() >= 2 && !bracket { first } else { body };
    if body.contains(';') && !bracket {
        let parts = split(body, &[';']);
        return Some(list(from, body, vec![parts.len()], body.trim_end().ends_with('等'), false, parts.len() >= 2));
    }
    let cut = if bracket { body } else { &body[..clause(body)] };
    let open = cut.trim_end_matches(['类', '个', '项']).ends_with('等')
        || cut.contains("等方面")
        || cut.contains('等') && !cut.contains("等级") && cut.rfind('等').is_some_and(|at| cut.len() - at < 24);
    if let Some(list) = marked(cut, from, open) {
        return Some(list);
    }
    plain(cut, from, open, false)
}

/// Words that lead from a count to its list, the surest first.
const LEADS: &[&[&str]] = &[
    &["分别为:", "分别是:", "分别为", "分别是", "依次为:", "依次是:", "依次为", "依次是"],
    &[",即:", ",即", "包括:", "主要是:", "为:", "是:", "的是,", "涉及,", ":", "("],
    &["的部门是", "的单位是", "的是", "的乡镇是", "的省份是", "的地区是"],
];

/// The offset behind the words that lead from a count to its list, and whether they do.
fn lead(words: &str) -> Option<(usize, bool)> {
    let limit = words.char_indices().nth(40).map_or(words.len(), |(at, _)| at);
    let near = &words[..limit];
    let near = &near[..near.find(['。', '\n', ';', '、']).unwrap_or(near.len())];
    let close = near.char_indices().nth(26).map_or(near.len(), |(at, _)| at);
    let first = |(group, leads): (usize, &&[&str])| {
        let reach = if group == 0 { near } else { &near[..close] };
        leads
            .iter()
            .filter_map(|lead| reach.find(lead).map(|at| (at, at + lead.len())))
            .min_by_key(|&(at, end)| (at, std::cmp::Reverse(end)))
    };
    // 排名前五的部门是县公安局(287件): a bracket behind the first item leads to no list.
    let mut found = LEADS.iter().enumerate().filter_map(first).collect::<Vec<_>>();
    let bracket = |&(_, end): &(usize, usize)| near[..end].ends_with('(');
    if found.len() > 1 && bracket(&found[0]) && found[1].0 < found[0].0 {
        found.swap(0, 1);
    }
    let &(_, end) = found.first()?;
    let skip = words[end..].len() - words[end..].trim_start_matches([':', ' ', ',']).len();
    Some((end + skip, true))
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

fn list(from: usize, body: &str, counts: Vec<usize>, open: bool, marked: bool, sure: bool) -> List {
    let least = counts.iter().copied().min().unwrap_or(0);
    let trimmed = body.trim();
    let start = from + (body.len() - body.trim_start().len());
    List { span: Span::new(start, start + trimmed.len()), counts, least, open, marked, sure, pair: false }
}

/// A run of 《A》《B》 or “A”“B” at the end (or all) of the words.
fn marked(words: &str, from: usize, open: bool) -> Option<List> {
    for (opening, closing) in [('《', '》'), ('“', '”')] {
        if !words.ends_with(closing) && !words.trim_end().ends_with(closing) {
            // 《A》(2024版)、《B》(2024版)3份: a bracket may follow each title.
            let bare = words.strip_suffix(')').and_then(|words| words.rfind('(').map(|at| &words[..at]));
            if opening != '《' || !bare.is_some_and(|words| words.ends_with(closing)) {
                continue;
            }
        }
        let mut count = 0;
        let mut at = words.len();
        while let Some(end) = words[..at].rfind(closing) {
            let between = words[end + closing.len_utf8()..at].trim();
            let bracket =
                between.starts_with('(') && between.trim_end_matches(['、', '和', '及', '与', ',']).ends_with(')') && between.len() < 60;
            if !(between.is_empty() || matches!(between, "、" | "和" | "及" | "与" | "以及" | "," | ";") || bracket) {
                break;
            }
            let Some(start) = words[..end].rfind(opening) else { break };
            count += 1;
            at = start;
            // A title in a title is one.
        }
        if count >= 2 || open && count >= 1 {
            return Some(list(from + at, &words[at..], vec![count], open, true, true));
        }
    }
    None
}

/// Items between 、 and 和. `ends` says that the words end with the list, so that its beginning has to be found.
fn plain(words: &str, from: usize, open: bool, ends: bool) -> Option<List> {
    let start = if ends {
        let depth_cut = words
            .rfind([',', '。', ';', ':', '\n', '!', '?', '—', '>', '|', '\t'])
            .map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8));
        let bracket = open_bracket(&words[depth_cut..]).map_or(0, |at| at + 1);
        depth_cut + bracket
    } else {
        0
    };
    let body = &words[start..];
    let pair = body.contains(['和', '与', '及']) && body.chars().count() < 16;
    if !body.contains('、') && !pair {
        return None;
    }
    let parts = split(body, &['、']);
    let pauses = parts.len();
    let last = parts.last().copied().unwrap_or_default();
    // 和 may join the last two items, or belong to an item's name.
    let joins = last.matches("以及").count().max(count_joins(last));
    let mut counts = vec![pauses + usize::from(joins > 0)];
    // In a long item 和 may join two words of it.
    if joins > 0 && (last.chars().count() > 12 || pauses == 1 || open) {
        counts.push(pauses);
    }
    for extra in 2..=joins {
        counts.push(pauses + extra);
    }
    let inner: usize = parts[..pauses.saturating_sub(1)].iter().map(|part| count_joins(part)).sum();
    for extra in 1..=inner {
        counts.push(pauses + extra);
        counts.push(pauses + usize::from(joins > 0) + extra);
    }
    if ends && pauses == 1 && joins == 0 {
        return None;
    }
    // 在“强化A、B、C”: the first item carries the words before the list; the others have to be short.
    let longest = |at: usize| if at + 1 == pauses && joins > 0 { 44 } else { 22 };
    let short = parts.iter().enumerate().skip(usize::from(ends)).all(|(at, part)| (1..=longest(at)).contains(&part.trim().chars().count()));
    let plain = parts.iter().all(|part| !part.contains(|c: char| c.is_ascii_digit()));
    let sure = short && (pauses >= 3 || pauses == 2 && joins == 1 || !ends && pauses >= 2) && (plain || !ends) && inner == 0;
    if pauses + joins < 2 {
        return None;
    }
    // Two items right before a count are a list as well, only less surely so.
    let pair = ends && plain && last.chars().count() <= 10 && (pauses == 2 && joins == 0 || pauses == 1 && joins == 1);
    Some(List { pair, ..list(from + start, body, counts, open, false, sure || pair) })
}

/// How many 和, 与 and 及 stand between two words of an item.
fn count_joins(part: &str) -> usize {
    let named: usize = NAMES.iter().map(|name| part.matches(name).count()).sum();
    let joins: usize = ["和", "与", "及"].iter().map(|word| part.matches(word).count()).sum();
    joins.saturating_sub(named)
}

/// Names of bodies and matters that hold 和 or 与.
const NAMES: &[&str] = &[
    "人力资源和社会保障",
    "住房和城乡建设",
    "规划和自然资源",
    "自然资源和规划",
    "文化和旅游",
    "城市管理和",
    "发展和改革",
    "经济和信息化",
    "工业和信息化",
    "教育和体育",
    "卫生和",
    "党风廉政建设和",
    "精神文明和",
    "以和",
    "和谐",
    "和解",
    "和平",
    "公共和",
    "参与",
    "与会",
    "及时",
    "普及",
    "涉及",
    "以及时",
    "呼和浩特",
    "共和国",
    "饱和",
    "缓和",
    "温和",
    "总和",
];

/// The offset of a bracket that is opened in the words and not closed.
fn open_bracket(words: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in words.char_indices() {
        match c {
            '(' | '“' => open.push(at + c.len_utf8() - 1),
            ')' | '”' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

/// The parts between marks that stand in no bracket or quotation.
fn split<'t>(body: &'t str, marks: &[char]) -> Vec<&'t str> {
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

/// The headings or the 一是 items that follow an announcement such as 以下五方面工作.
pub(super) fn below(text: &str, start: usize, noun: &str) -> Option<List> {
    let announces = ["方面", "工作", "任务", "措施", "重点", "举措", "行动", "问题", "环节", "内容", "部分", "特点", "不足"]
        .iter()
        .any(|word| noun.contains(word))
        || text[..start].ends_with("方面")
        || noun.is_empty();
    if !announces {
        return None;
    }
    let rest = &text[start..text.floor_char_boundary((start + BELOW).min(text.len()))];
    let line_end = rest.find('\n').unwrap_or(rest.len());
    let sentence = rest.find(['。', ':', '\n']).unwrap_or(rest.len());
    // In the same paragraph: 一是…二是….
    let paragraph = &rest[..line_end];
    if sentence < line_end && sentence < 40 {
        let body = &paragraph[sentence..];
        if body.trim_start_matches(['。', ':', ' ']).starts_with("一是") {
            return run(body, start + sentence, &["是"], true);
        }
    }
    if line_end > 60 || line_end - sentence > 4 {
        return None;
    }
    let after = rest[line_end..].trim_start();
    let base = start + rest.len() - after.len();
    if after.starts_with("(一)") {
        return headings(after, base, |number| format!("({number})"));
    }
    if after.starts_with("一是") || after.starts_with("一要") {
        return run(after, base, &["是", "要"], false);
    }
    None
}

const NUMERALS: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九",
    "二十",
];

/// Counts headings (一), (二), … each at the start of a line, until one of a higher level or a restart.
fn headings(text: &str, base: usize, form: fn(&str) -> String) -> Option<List> {
    let mut count = 0;
    let mut at = 0;
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        let next = NUMERALS.get(count).map(|number| form(number));
        if next.is_some_and(|next| body.starts_with(&next)) {
            count += 1;
            end = at + line.trim_end().len();
        } else if count > 0 && (top_level(body) || body.starts_with(&form("一"))) {
            break;
        }
        at += line.len();
    }
    (count >= 2).then(|| List {
        span: Span::new(base, base + end.min(60)),
        counts: vec![count],
        least: count,
        open: false,
        marked: true,
        sure: true,
        pair: false,
    })
}

/// Whether a line begins with 二、 or 第二部分: a heading of the highest level.
fn top_level(line: &str) -> bool {
    NUMERALS.iter().any(|number| line.strip_prefix(number).is_some_and(|rest| rest.starts_with('、'))) || line.starts_with("第")
}

/// Counts 一是, 二是, … in one paragraph, or each at the start of a paragraph.
fn run(text: &str, base: usize, marks: &[&str], one_paragraph: bool) -> Option<List> {
    let text = if one_paragraph { text } else { &text[..text.find("\n二、").or_else(|| text.find("\n三、")).unwrap_or(text.len())] };
    let mut at = 0;
    let mut count = 0;
    while let Some(number) = NUMERALS.get(count) {
        let found = marks
            .iter()
            .filter_map(|mark| {
                let word = format!("{number}{mark}");
                text[at..].match_indices(&word).map(|(found, _)| found).find(|&found| {
                    let before = &text[..at + found];
                    before.trim_end().is_empty() || before.trim_end().ends_with(['。', ';', ':', '\n', '!', ','])
                })
            })
            .min();
        let Some(found) = found else { break };
        // A run that starts again belongs to another list.
        if count > 0 && marks.iter().any(|mark| text[at..at + found].contains(&format!("。一{mark}"))) {
            break;
        }
        at += found + number.len();
        count += 1;
    }
    (count >= 2).then(|| List {
        span: Span::new(base, base + text.floor_char_boundary(text.len().min(60))),
        counts: vec![count],
        least: count,
        open: false,
        marked: true,
        sure: true,
        pair: false,
    })
}
