use crate::rules::structure::{mandated, profile};
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// A paragraph speaks of last year as of the year reported on.
pub(super) static LEFTOVER_YEAR: Rule = Rule {
    id: "period/leftover-year",
    severity: Severity::Information,
    what: ["段首写上一年，可能是沿用上年文稿。", "A paragraph speaks of last year as if it were the year reported on."],
    why: [
        "报告的成效写报告年度；段首为上一年且没有比较、制定文件等说明时，多为上年文稿留下的。",
        "The account is on the year reported on; last year at the head of a paragraph, with no comparison, is left from last year's text.",
    ],
    bad: "青山县2023年法治政府建设情况报告\n一、主要举措和成效\n2022年，全县办理行政复议案件，规范行政执法。\n",
    good: "青山县法治政府建设工作总结\n一、主要做法\n2023年，全县办理行政复议案件，规范行政执法。\n",
    check,
};

fn check(cx: &mut Context) {
    let (Some(_), Some(period)) = (profile(cx), cx.draft.meta.period) else { return };
    let (text, lang) = (cx.text(), cx.lang());
    let body = mandated::body(cx.draft);
    let last = period.year - 1;
    let words = format!("{last}年");
    for (at, _) in body.of(text).match_indices(&words) {
        let (before, after) = (&body.of(text)[..at], &body.of(text)[at + words.len()..]);
        let opens = before.trim_end_matches([' ', '\t']).ends_with(['\n', '\r']);
        let subject = [",全", ",我", "度,", ",共", "全年", "我县", "我市", "我区", "我局", "我镇", "我街道", "全县", "全市", "全区"]
            .iter()
            .any(|words| after.starts_with(words));
        let sentence = after.split(['。', '\n']).next().unwrap_or_default();
        let compared = ["同比", "较", "相比", "增长", "印发", "制定", "出台", "以来", "起", "《", "至", "上年"]
            .iter()
            .any(|word| sentence.contains(word));
        if opens && subject && !compared {
            let span = Span::new(body.start as usize + at, body.start as usize + at + 4);
            let year = period.year;
            let message = say!(
                lang,
                "报告年度为{year}年，段首写的是{last}年，请核对是否沿用上年文稿",
                "The report is on {year}, this paragraph speaks of {last}: left from last year?"
            );
            cx.report(&LEFTOVER_YEAR, Report::new(span, message));
        }
    }
}
