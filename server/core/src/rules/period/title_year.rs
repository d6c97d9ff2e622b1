use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// The title names another year than the body.
pub(super) static TITLE_YEAR: Rule = Rule {
    id: "period/title-year",
    severity: Severity::Warning,
    what: ["标题年份与正文年份不一致。", "The title names another year than the body."],
    why: [
        "正文开头、“现将……报告如下”和各部分标题一致写另一年，多为标题沿用上年而漏改。",
        "The body's opening and its headings agree on another year: the title was left from last year.",
    ],
    bad: "青山县2022年法治政府建设情况报告\n2023年，全县推进依法行政，2023年开展执法培训，2023年各项任务全面完成。\n一、2023年主要举措和成效\n2023年修订办法。\n",
    good: "某地\n2023年，全县推进依法行政，2023年开展执法培训，2023年各项任务全面完成。\n一、2023年主要举措和成效\n2023年修订办法。\n",
    check,
};

fn check(cx: &mut Context) {
    let meta = &cx.draft.meta;
    let (Some(_), Some(title), Some(named), Some(period)) = (&meta.profile, meta.title, meta.title_period, meta.period) else { return };
    if named.year == period.year {
        return;
    }
    let lang = cx.lang();
    let words = title.of(cx.text());
    let digits = format!("{}年", named.year);
    let span = words.find(&digits).map_or(title, |at| Span::new(title.start as usize + at, title.start as usize + at + 4));
    let (left, right) = (named.year, period.year);
    let message = say!(lang, "标题写{left}年，正文写的是{right}年", "The title says {left}, the body is on {right}");
    let mut report = Report::new(span, message);
    if span != title {
        report = report.suggest(say!(lang, "改为{right}", "Change to {right}"), span, right.to_string());
    }
    cx.report(&TITLE_YEAR, report);
}
