use crate::catalogue::profiles::ItemYear;
use crate::rules::structure::{mandated, profile};
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// The plan speaks of the year reported on as of the future.
pub(super) static PLAN_YEAR: Rule = Rule {
    id: "period/plan-year",
    severity: Severity::Warning,
    what: ["下一年安排中仍写报告年度。", "The plan for next year speaks of the year reported on."],
    why: [
        "“下一年度的主要安排”写其后一年；沿用上年文稿时，段首的年份容易漏改。",
        "The plans are for the following year; the year at the head of the paragraph was left from last year's text.",
    ],
    bad: "青山县2023年法治政府建设情况报告\n一、主要举措和成效\n规范行政执法。\n二、下一步工作安排\n2023年，我们将加强行政执法监督。\n",
    good: "青山县法治政府建设工作总结\n一、主要做法\n规范行政执法。\n二、下一步工作安排\n2024年，我们将加强行政执法监督。\n",
    check,
};

fn check(cx: &mut Context) {
    let (Some(profile), Some(period)) = (profile(cx), cx.draft.meta.period) else { return };
    if period.half.is_some() {
        return;
    }
    let text = cx.text();
    let Some(item) = profile.items().iter().find(|item| item.year == ItemYear::Next) else { return };
    let only_plan = |heading: &&crate::draft::Heading| {
        mandated::fits(text, cx.draft, item, heading)
            && !profile.items().iter().any(|other| other.id != item.id && mandated::fits(text, cx.draft, other, heading))
    };
    let Some(heading) = cx.draft.outline.main().map(|(_, heading)| heading).find(only_plan) else { return };
    let body = heading.body();
    let year = format!("{}年", period.year);
    let lang = cx.lang();
    let found = body.of(text).match_indices(&year).find(|&(at, _)| {
        let before = body.of(text)[..at].chars().next_back();
        let after = &body.of(text)[at + year.len()..];
        let future = ["将", "我们将", "我县将", "我市将", "我区将", "全县将", "我局将", "重点做好", "要重点"]
            .iter()
            .any(|words| after.trim_start_matches(',').starts_with(words));
        before.is_none_or(|c| "。\n:;".contains(c)) && future
    });
    let Some((at, _)) = found else { return };
    let span = Span::new(body.start as usize + at, body.start as usize + at + 4);
    let (now, next) = (period.year, period.year + 1);
    let message = say!(lang, "下一年度安排中写的是{now}年，应为{next}年", "The plans are for {next}, but {now} is written");
    cx.report(&PLAN_YEAR, Report::new(span, message).suggest(say!(lang, "改为{next}", "Change to {next}"), span, next.to_string()));
}
