use crate::rules::structure::{mandated, profile};
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use memchr::memmem;

/// A half-year report that gives figures of the whole year.
pub(super) static HALF_YEAR_DATA: Rule = Rule {
    id: "period/half-year-data",
    severity: Severity::Information,
    what: ["半年报告中写“全年共”或“××年共”，数据期与标题不符。", "A half-year report gives figures as of the whole year."],
    why: [
        "报告期为半年，正文写全年数据：或为时段写错，或为上年数据。应写“上半年”“1—6月”。",
        "The report covers half a year; figures of the whole year are mislabelled or last year's.",
    ],
    bad: "青山县2022年上半年法治政府建设工作报告\n一、主要举措\n2022年共办理行政复议案件12件。\n",
    good: "青山县2022年上半年法治政府建设工作报告\n一、主要举措\n2022年上半年共办理行政复议案件12件。\n",
    check,
};

fn check(cx: &mut Context) {
    let (Some(_), Some(period)) = (profile(cx), cx.draft.meta.period) else { return };
    if period.half.is_none() {
        return;
    }
    let (text, lang) = (cx.text(), cx.lang());
    let body = mandated::body(cx.draft);
    let mut reported = body.start;
    let words = [format!("{}年全年", period.year), format!("{}年共", period.year), "全年共".to_owned(), "全年累计".to_owned()];
    let mut found: Vec<(usize, &str)> = {
        let places = |words: &'_ String| memmem::find_iter(body.of(text).as_bytes(), words.as_str()).collect::<Vec<_>>();
        words.iter().flat_map(|words| places(words).into_iter().map(move |at| (at, words.as_str()))).collect()
    };
    found.sort_unstable();
    for (at, found) in found {
        let span = Span::new(body.start as usize + at, body.start as usize + at + found.len());
        let message = say!(lang, "报告期为半年，这里写的是全年数据", "The report covers half a year; this is a figure of the whole year");
        // 2022年全年共 is one place, not two.
        if span.start >= reported {
            cx.report(&HALF_YEAR_DATA, Report::new(span, message));
        }
        reported = span.end;
    }
}
