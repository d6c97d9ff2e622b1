//! The form of document numbers.

use crate::catalogue::numbers::Brackets;
use crate::rules::{Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// `reference/number-form`
pub(super) static RULE: Rule = Rule {
    id: "reference/number-form",
    severity: Severity::Warning,
    what: [
        "发文字号写法不规范：年份不用六角括号〔〕、缺“号”、多“第”或虚位“0”、年份两位或被拆开",
        "A document number that is not in the standard form 〔2018〕37号",
    ],
    why: [
        "发文字号年份用六角括号“〔〕”括入，年份标全称，发文顺序号不加“第”、不编虚位（GB/T 9704—2012 7.2.5）。",
        "GB/T 9704-2012 7.2.5: the full year in 〔〕, no 第, no leading zeros, 号 at the end.",
    ],
    bad: "按照某政办发[2015]14号文件要求办理。\n",
    good: "按照某政办发〔2015〕14号文件要求办理。\n",
    check: |cx| {
        let lang = cx.lang();
        for citation in &cx.draft.citations {
            let Some(number) = citation.reading.as_ref().filter(|number| !number.is_standard()) else { continue };
            let right = &number.text;
            let what = match number {
                _ if number.brackets == Brackets::Other => say!(lang, "年份应当用六角括号〔〕", "the year belongs in 〔〕"),
                _ if number.torn => say!(lang, "年份中间有空格", "the year is torn apart"),
                _ if number.short_year => say!(lang, "年份应当写四位", "the year takes four digits"),
                _ if number.padded => say!(lang, "顺序号不加“第”，不编虚位", "no 第 and no leading zeros"),
                _ => say!(lang, "缺“号”", "号 is missing"),
            };
            let message = say!(lang, "发文字号应为{right}：{what}", "The number is written {right}: {what}");
            let title = say!(lang, "改为{right}", "Write {right}");
            let report = Report::new(if number.hao { number.span } else { gap(cx.text(), number.span) }, message);
            let report = if number.short_year { report.suggest(title, number.span, right) } else { report.fix(title, number.span, right) };
            let report =
                if number.torn && number.brackets == Brackets::Hexagonal { report.severity(Severity::Information) } else { report };
            cx.report(&RULE, report);
        }
    },
};

/// A number without 号 with the character behind it, so that the place where 号 is missing lies inside what is marked.
fn gap(text: &str, number: Span) -> Span {
    let end = number.end as usize;
    let mut behind = text[end..].char_indices().map(|(at, c)| (end + at + c.len_utf8(), c)).filter(|&(_, c)| c != ' ');
    behind.next().filter(|&(_, c)| c != '\n' && c != '\r').map_or(number, |(end, _)| Span::new(number.start as usize, end))
}
