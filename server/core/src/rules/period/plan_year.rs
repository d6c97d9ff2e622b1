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
    let next = period.year + 1;
    // The year after the next is as wrong where the heading names the next.
    let named = heading.title.of(text).contains(&format!("{next}年"));
    let wrong = [Some(period.year), named.then_some(next + 1)];
    let found = wrong.into_iter().flatten().find_map(|year| Some((year, opening(body.of(text), year)?)));
    let Some((written, at)) = found else { return };
    let lang = cx.lang();
    let span = Span::new(body.start as usize + at, body.start as usize + at + 4);
    let message = say!(lang, "下一年度安排中写的是{written}年，应为{next}年", "The plans are for {next}, but {written} is written");
    cx.report(&PLAN_YEAR, Report::new(span, message).suggest(say!(lang, "改为{next}", "Change to {next}"), span, next.to_string()));
}

/// Where a sentence opens with a year and speaks of the future.
fn opening(words: &str, year: i16) -> Option<usize> {
    const FUTURE: [&str; 11] = ["将", "我们将", "我县将", "我市将", "我区将", "我州将", "我旗将", "全县将", "我局将", "重点做好", "要重点"];
    let name = format!("{year}年");
    let found = words.match_indices(&name).find(|&(at, _)| {
        let before = words[..at].chars().next_back();
        let after = words[at + name.len()..].trim_start_matches(',');
        before.is_none_or(|c| "。\n:;".contains(c)) && FUTURE.iter().any(|word| after.starts_with(word))
    });
    found.map(|(at, _)| at)
}
