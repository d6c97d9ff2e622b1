use super::sample::sample;
use super::{mandated, profile};
use crate::catalogue::profiles::ItemYear;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// A heading names another year than its item tells of.
pub(super) static SECTION_YEAR: Rule = Rule {
    id: "structure/section-year",
    severity: Severity::Error,
    what: ["部分标题的年份与报告年度不符。", "A heading names another year than the report's."],
    why: [
        "前三项内容写报告年度，第四项“下一年度的主要安排”写其后一年；标题沿用上年文稿时最容易漏改。",
        "The first three items tell of the year reported on, the fourth of the year that follows; headings copied from last year's report keep the old year.",
    ],
    bad: sample!(measures: "一、2022年推进法治政府建设的主要举措和成效"),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let (Some(profile), Some(period)) = (profile(cx), cx.draft.meta.period) else { return };
    let text = cx.text();
    let lang = cx.lang();
    let draft = cx.draft;
    for (_, heading) in draft.outline.main() {
        let title = heading.title.of(text);
        let Some(year) = mandated::year_in(title) else { continue };
        // Spans of years and years of documents are no year of the report.
        if ["以来", "至今", "《", "印发", "—20", "-20"].iter().any(|mark| title.contains(mark)) {
            continue;
        }
        let items: Vec<_> = profile.items().iter().filter(|item| mandated::fits(text, draft, item, heading)).collect();
        let next = items.iter().any(|item| item.year == ItemYear::Next);
        let report = items.is_empty() || items.iter().any(|item| item.year == ItemYear::Report);
        let expected = if next && !report { period.year + 1 } else { period.year };
        // A merged heading may name either year, and half a year is followed by its other half.
        let right = year == expected || next && (report || period.half.is_some()) && (year == period.year || year == period.year + 1);
        if right || items.is_empty() && year > period.year {
            continue;
        }
        let Some(at) = title.find(&format!("{year}年")) else { continue };
        let span = Span::new(heading.title.start as usize + at, heading.title.start as usize + at + 4);
        let message = say!(
            lang,
            "报告年度为{}年，本标题应为{expected}年，写成了{year}年",
            "The report is on {}: this heading should say {expected}, not {year}",
            period.year
        );
        let fix = say!(lang, "改为{expected}年", "Change to {expected}");
        cx.report(&SECTION_YEAR, Report::new(span, message).suggest(fix, span, expected.to_string()));
    }
}
