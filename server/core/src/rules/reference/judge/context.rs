//! What the words around a reference say about time: history, what is awaited, what is only studied.

use super::AsOf;
use crate::catalogue::references::{Entry, EntryKind};
use crate::draft::citations::Form;
use crate::draft::{Citation, Date};

/// Words in the sentence with which an ended reference is spoken of as ended.
pub(super) const HISTORY: [&str; 31] = [
    "废止",
    "失效",
    "清理",
    "修订前",
    "修改前",
    "更名为",
    "改名为",
    "改称",
    "改为",
    "取代",
    "替代",
    "代替",
    "不再",
    "撤并",
    "划转",
    "整合",
    "组建",
    "改革前",
    "挂牌",
    "转隶",
    "收官",
    "验收",
    "总结评估",
    "终期",
    "圆满",
    "目标任务",
    "表彰",
    "回顾",
    "曾",
    "衔接",
    "过渡",
];

/// Words in the sentence with which something to come is awaited.
pub(super) const AWAITED: [&str; 12] =
    ["迎接", "喜迎", "即将", "将于", "筹备", "拟", "征求意见", "草案", "送审稿", "谋划", "做好准备", "启动编制"];

/// Words with which a text that is issued but not in force is rightly cited.
pub(super) const STUDIED: [&str; 12] =
    ["学习", "宣传", "培训", "解读", "宣讲", "普法", "讲座", "施行前", "实施准备", "公布", "出台", "颁布"];

/// Whether 原 stands in front, with or without the place: 原县安监局, 原《某办法》; 太原市 and 草原 are other words.
pub(super) fn formerly(before: &str) -> bool {
    const PLACES: [char; 10] = ['省', '市', '县', '区', '州', '旗', '盟', '乡', '镇', '国'];
    let before = before.trim_end_matches('《');
    let Some(at) = before.rfind('原') else { return false };
    let place = &before[at + '原'.len_utf8()..];
    if place.is_empty() {
        return true;
    }
    let named = place.chars().count() <= 4 && place.ends_with(PLACES) || place == "国家";
    let begins = before[..at].chars().next_back().is_none_or(|c| !crate::text::is_han(c) || "将由和对与把及向会".contains(c));
    named && begins
}

/// Whether a plan is only being made: 启动“九五”普法规划编制, 起草《……规划》.
pub(super) fn drafted(entry: &Entry, before: &str, after: &str) -> bool {
    let in_front = ["编制", "起草", "制定", "启动", "研究", "谋划", "推动编制"];
    let behind = ["编制", "起草", "制定", "研究", "前期", "的编制", "的起草", "的制定"];
    entry.kind == EntryKind::Plan
        && (in_front.iter().any(|word| before.ends_with(word)) || behind.iter().any(|word| after.starts_with(word)))
}

/// Whether a plan for the time to come may name it before it is there: a congress that is due, the next plan under its everyday name.
pub(super) fn foreseen(entry: &Entry, as_of: AsOf, form: Form) -> bool {
    let due = entry.kind == EntryKind::Meeting || entry.kind == EntryKind::Plan && form == Form::Bare;
    due && as_of.planned.is_some_and(|until| entry.issued_by(until))
}

/// `2018年印发……`: a year before the place that lies before the end.
pub(super) fn narrated(before: &str, entry: &Entry, past: Date) -> bool {
    let Some(to) = entry.to else { return false };
    years_before(before).any(|year| year <= to.year && year < past.year)
}

/// `“十三五”期间` in front of a plan of those years.
pub(super) fn named_in_plan_years(before: &str, entry: &Entry) -> bool {
    entry.kind == EntryKind::Plan && ["期间", "以来", "收官"].iter().any(|word| before.contains(word))
}

/// A campaign is spoken of long after its end: its fruits, the years that it was part of, the one that goes on under a longer name.
pub(super) fn campaign_remembered(entry: &Entry, as_of: AsOf, before: &str, after: &str) -> bool {
    const REMEMBERED: [&str; 10] = ["成果", "成效", "巩固", "年来", "过去", "考核", "连续", "深入打好", "目标任务", "以来"];
    entry.kind == EntryKind::Campaign
        && (entry.to.is_some_and(|to| to.year + 1 >= as_of.past.year)
            || REMEMBERED.iter().any(|word| before.contains(word) || after.contains(word)))
}

/// The years that stand in front, with 年 and outside brackets.
pub(super) fn years_before(before: &str) -> impl Iterator<Item = i16> {
    before.match_indices('年').filter_map(|(at, _)| {
        let head = &before[..at];
        let digits = head.get(head.len().checked_sub(4)?..)?;
        digits.parse::<i16>().ok().filter(|year| (1949..=2100).contains(year))
    })
}

/// The words of the sentence in front of and behind a citation.
pub(in crate::rules) fn sentence<'a>(text: &'a str, citation: &Citation) -> (&'a str, &'a str) {
    const REACH: usize = 240;
    let (start, end) = (citation.span.start as usize, citation.span.end as usize);
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let before = &text[from..start];
    let before =
        &before[before.rfind(['。', '\n', ';', '!', '?']).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let to = text.floor_char_boundary((end + REACH).min(text.len()));
    let after = &text[end..to];
    let after = &after[..after.find(['。', '\n', ';', '!', '?']).unwrap_or(after.len())];
    (before, after)
}

/// Whether a sentence speaks of what was: of a version before its revision, of old cases, of what is repealed.
pub(in crate::rules) fn speaks_of_past(before: &str, after: &str) -> bool {
    /// Words of a sentence that tells old law from new.
    const OLD: [&str; 6] = ["旧法", "原条", "行为时", "行为发生", "从旧兼从轻", "比较"];
    formerly(before) || HISTORY.iter().chain(&OLD).any(|word| before.contains(word) || after.contains(word))
}

/// Whether the verb directly in front of a reference makes it the basis of what was done.
pub(super) fn is_basis(before: &str) -> bool {
    const BASIS: [&str; 6] = ["依据", "根据", "依照", "按照", "严格执行", "依"];
    let before = before.trim_end_matches("新修订的").trim_end_matches("中华人民共和国");
    BASIS.iter().any(|verb| before.ends_with(verb))
}
