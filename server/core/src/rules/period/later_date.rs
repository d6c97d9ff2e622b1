use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use regex::Regex;
use std::sync::LazyLock;

/// Data are told as of a day that comes after the report.
pub(super) static LATER_DATE: Rule = Rule {
    id: "period/later-date",
    severity: Severity::Warning,
    what: ["“截至”的日期在报告公开之后。", "Data as of a day after the report was due."],
    why: [
        "年度报告于次年4月1日前公开；截至的日期晚于此，多为年份写错。",
        "A report on a year is published before 1 April of the next one: data as of a later day have a wrong year.",
    ],
    bad: "青山县2023年法治政府建设情况报告\n一、主要举措和成效\n截至2024年12月底，全县共办理行政复议案件12件。\n",
    good: "青山县法治政府建设工作总结\n一、主要做法\n截至2023年12月底，全县共办理行政复议案件12件。\n",
    check,
};

/// Up to when data are told, with the month where one is given.
static UNTIL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"截[至止]到?(?P<year>20[0-9]{2})年(?:(?P<month>1[0-2]|[1-9])月)?").expect("a pattern"));

/// The last month in which a report on the year before is written.
const LAST_MONTH: u8 = 3;

fn check(cx: &mut Context) {
    let meta = &cx.draft.meta;
    let (Some(_), Some(period)) = (&meta.profile, meta.period) else { return };
    let (text, base, lang) = (cx.text(), cx.draft.span.start as usize, cx.lang());
    // A report filed late speaks up to the day on which it was written.
    let written = meta.date_line.map(|(date, _)| (date.year, date.month));
    let last = written.unwrap_or((period.year + 1, LAST_MONTH)).max((period.year + 1, LAST_MONTH));
    let found: Vec<(Span, String)> = UNTIL
        .captures_iter(cx.draft.span.of(text))
        .filter_map(|found| {
            let year: i16 = found["year"].parse().ok()?;
            let month: u8 = found.name("month").map_or(Some(12), |month| month.as_str().parse().ok())?;
            let digits = found.name("year")?;
            let span = Span::new(base + digits.start(), base + digits.end());
            ((year, month) > last).then(|| (span, found[0].to_owned()))
        })
        .collect();
    for (span, written) in found {
        let year = period.year;
        let message =
            say!(lang, "“{written}”晚于报告公开的时间；本报告是{year}年的", "“{written}” lies after the report was due; it is on {year}");
        let report = Report::new(span, message).suggest(say!(lang, "改为{year}", "Change to {year}"), span, year.to_string());
        cx.report(&LATER_DATE, report);
    }
}
