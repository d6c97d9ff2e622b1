use super::profile;
use super::sample::sample;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// The report is dated before its period ends.
pub(super) static DATE_LINE: Rule = Rule {
    id: "structure/date-line",
    severity: Severity::Warning,
    what: ["成文日期早于报告期末。", "The report is dated before the period that it reports on ends."],
    why: [
        "报告期尚未结束，不可能已有全期数据：多为成文日期漏改，或年份写错。相差两个月以内的（年底前提前成文）只作提示。",
        "The figures of a period are not known before it ends: the date line was left from another report. Two months before the end it is a hint only.",
    ],
    bad: sample!(tail: "青山县人民政府\n2023年2月20日\n"),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let (Some(_), Some((date, span)), Some(period)) = (profile(cx), cx.draft.meta.date_line, cx.draft.meta.period) else { return };
    let end = period.end();
    if date >= end {
        return;
    }
    let near = date.year == end.year && date.month + 2 > end.month;
    let severity = if near { Severity::Hint } else { Severity::Warning };
    let message = say!(cx.lang(), "成文日期{date}早于报告期末{end}", "The date line {date} lies before the end of the period, {end}");
    cx.report(&DATE_LINE, Report::new(span, message).severity(severity));
}
