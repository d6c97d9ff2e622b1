//! 截止 in front of a time, where 截至 is meant.

use super::terms::CONFUSED;
use crate::rules::{Context, Report};
use crate::text::Span;
use crate::{Severity, say};

/// Words for a time that may follow 截止.
const TIMES: [&str; 22] = [
    "目前",
    "现在",
    "当前",
    "此时",
    "今日",
    "今天",
    "昨日",
    "日前",
    "今年",
    "去年",
    "上年",
    "本年",
    "本月",
    "上月",
    "月底",
    "月末",
    "年底",
    "年末",
    "年终",
    "上半年",
    "报告期",
    "统计",
];

/// What ends on a day: 报名截止12月1日 is right.
const CLOSING: [&str; 22] = [
    "报名",
    "申报",
    "申请",
    "受理",
    "提交",
    "投标",
    "投稿",
    "缴费",
    "征集",
    "征求意见",
    "公示",
    "报送",
    "登记",
    "竞买",
    "招标",
    "答复",
    "补正",
    "举报",
    "咨询",
    "投票",
    "时间",
    "日期",
];

/// Marks both: part of `wording/confused-word`.
pub(super) fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let base = cx.draft.span.start as usize;
    let words = cx.draft.span.of(text);
    for at in cx.places("截止") {
        let (before, after) = (&words[..at], &words[at + "截止".len()..]);
        let to = ["到", "至"].iter().find(|word| after.starts_with(**word)).map_or(0, |word| word.len());
        if !is_time(&after[to..]) || CLOSING.iter().any(|word| before.ends_with(word)) {
            continue;
        }
        let span = Span::new(base + at, base + at + "截止".len() + to);
        let message = say!(lang, "“截止”后面带时间，应为“截至”", "截止 takes no time: 截至 is meant");
        let title = say!(lang, "改为“截至”", "Write 截至");
        cx.report(&CONFUSED, Report::new(span, message).fix(title, span, "截至"));
    }
    for at in cx.places("截至") {
        let clause = words[at..].split([',', '。', ';', '\n']).next().unwrap_or_default();
        let Some(end) = clause.strip_suffix("为止").map(str::len).filter(|&end| end <= 60) else { continue };
        let span = Span::new(base + at + end, base + at + end + "为止".len());
        let message = say!(lang, "“截至”已含“为止”之意，“为止”多余", "截至 says it already: 为止 is one word too many");
        let title = say!(lang, "删去“为止”", "Delete 为止");
        cx.report(&CONFUSED, Report::new(span, message).severity(Severity::Hint).suggest(title, span, ""));
    }
}

/// Whether a time begins: 6月底, 2023年, 31日, 目前.
fn is_time(after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let unit = &after[digits..];
    match digits {
        0 => TIMES.iter().any(|word| after.starts_with(word)),
        1 | 2 => unit.starts_with(['月', '日']),
        4 => unit.starts_with('年'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Settings};

    #[test]
    fn a_time_behind_it_is_marked_and_a_deadline_is_not() {
        let engine = Engine::new(Settings::default());
        let marked = |text: &str| engine.review(text).findings.iter().any(|finding| finding.rule == "wording/confused-word");
        for text in
            ["截止6月底,办结3件。", "截止到目前,办结3件。", "截止2023年12月31日,办结3件。", "截止10月,办结3件。", "截至目前为止,办结3件。"]
        {
            assert!(marked(text), "{text}");
        }
        for text in ["报名截止日期为12月1日。", "报名截止12月1日。", "截止时间为12月。", "截至6月底,办结3件。", "申报工作截止后汇总。"]
        {
            assert!(!marked(text), "{text}");
        }
    }
}
