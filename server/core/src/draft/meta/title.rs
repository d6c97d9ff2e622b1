//! The title, without what a web page glues to it.

use super::super::Outline;
use crate::catalogue::profiles::{Profile, Profiles};
use crate::text::{self, Folded, Span};
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

/// What web pages put behind a title in the same line.
const FURNITURE: &[&str] = &[
    "发布日期",
    "发布时间",
    "发文日期",
    "成文日期",
    "生成日期",
    "信息来源",
    "文章来源",
    "来源:",
    "来源：",
    "作者:",
    "编辑:",
    "审核:",
    "责任编辑",
    "字号",
    "字体",
    "浏览",
    "点击",
    "阅读",
    "访问量",
    "时间:",
    "日期:",
    "索引号",
    "打印",
    "分享",
    "【篇",
];

static MARKS: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(FURNITURE).expect("the words are few and short"));

/// What titles of official texts end with.
const NOUNS: &[&str] = &[
    "报告", "总结", "情况", "公报", "通报", "汇报", "年报", "预算", "决算", "要点", "方案", "意见", "通知", "办法", "说明", "计划", "规划",
    "分析", "公告", "解读",
];

/// How far into a draft a title may stand.
const HEAD: usize = 2400;

/// The title of a draft and the profile that it shows.
pub(super) fn find(folded: &Folded, span: Span, outline: &Outline, profiles: Profiles) -> Option<(Span, Option<&'static Profile>)> {
    let text = folded.text();
    let first = outline.main().next().map_or(span.end, |(_, heading)| heading.marker.start);
    let end = text.floor_char_boundary((span.start as usize + HEAD).min(first.max(span.start) as usize));
    let mut other = None;
    let mut previous: Option<Span> = None;
    for line in lines(text, Span::new(span.start as usize, end)) {
        let Some(line) = clean(folded, line) else {
            previous = None;
            continue;
        };
        // 单位 and 关于…的报告 on two lines.
        let two = previous.filter(|_| line.of(text).starts_with("关于")).map(|before| before.cover(line));
        for candidate in two.into_iter().chain([line]) {
            let words: String = candidate.of(text).split_whitespace().collect();
            if let Some(profile) = profiles.by_title(&words) {
                return Some((candidate, Some(profile)));
            }
        }
        let noun = |words: &str| NOUNS.iter().any(|noun| words.trim_end_matches(')').ends_with(noun));
        if other.is_none() && noun(line.of(text)) && line.len() >= 18 {
            other = Some((two.unwrap_or(line), None));
        }
        previous = Some(line);
    }
    other
}

/// The title above all drafts of a collection, such as 工作总结二篇.
pub(super) fn of_collection(folded: &Folded, profiles: Profiles) -> Option<(Span, Option<&'static Profile>)> {
    let head = Span::new(0, folded.text().floor_char_boundary(HEAD));
    // The headings below belong to the drafts: none of them bounds the head.
    find(folded, head, &Outline::default(), profiles)
}

/// The lines of a span that are not empty.
pub(super) fn lines(source: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut at = span.start as usize;
    text::lines(span.of(source)).filter_map(move |raw| {
        let start = at + (raw.len() - raw.trim_start().len());
        at += raw.len();
        let length = raw.trim().len();
        (length > 0).then(|| Span::new(start, start + length))
    })
}

/// The part of a line that may be a title: without marks, a leading date and what a web page adds.
pub(super) fn clean(folded: &Folded, line: Span) -> Option<Span> {
    let text = folded.text();
    let words = line.of(text);
    let start =
        words.len() - words.trim_start_matches(|c: char| c == '#' || c == '*' || c == ' ' || c.is_ascii_punctuation() && c != '(').len();
    let start = start + leading_date(&words[start..]);
    let words = &words[start..];
    let words = ["名称:", "标题:", "题目:"].into_iter().find_map(|name| words.strip_prefix(name)).unwrap_or(words);
    let start = line.end as usize - words.len();
    let mut length = MARKS.find(words).map_or(words.len(), |mark| mark.start());
    if length > 180 {
        // A flattened page: the title ends at the first blank.
        let ends = words.char_indices().take(60).skip(6).map(|(at, _)| at);
        length = ends.into_iter().find(|&at| words[at..].starts_with(' ') || folded.dropped_before(start + at).starts_with(' '))?;
    }
    let words = words[..length].trim_end_matches(['*', ' ', '|']);
    let usable = !words.is_empty() && words.len() <= 180 && !words.contains(['。', '|', '\t', ';', '!']) && !words.starts_with("附件");
    usable.then(|| Span::new(start, start + words.len()))
}

/// The length of a date in front of a title: `03.05 `, `2024-03-05`.
fn leading_date(words: &str) -> usize {
    let length = words.bytes().take_while(|byte| byte.is_ascii_digit() || b".-/: []".contains(byte)).count();
    let digits = words[..length].bytes().filter(u8::is_ascii_digit).count();
    let date = words[..length].contains(['.', '-', '/']) && digits >= 3 && !words[length..].starts_with(['年', '月']);
    if date { length } else { 0 }
}
