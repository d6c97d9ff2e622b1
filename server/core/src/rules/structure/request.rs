use super::profile;
use super::sample::sample;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// A report that asks for a decision.
pub(super) static REQUEST_IN_REPORT: Rule = Rule {
    id: "structure/request-in-report",
    severity: Severity::Error,
    what: ["报告中夹带请示事项。", "A report asks for a decision."],
    why: [
        "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条：不得在报告等非请示性公文中夹带请示事项。",
        "Article 15 of the Regulation on Official Documents: a report holds no request.",
    ],
    bad: sample!(tail: "妥否，请批示。\n\n青山县人民政府\n2024年2月20日\n"),
    good: sample!(tail: "以上报告，请审阅。\n\n青山县人民政府\n2024年2月20日\n"),
    check,
};

const REQUESTS: &[&str] = &["妥否,请", "当否,请", "可否,请", "是否妥当,请", "请予批复", "请予批准", "请批复", "请批准为盼"];

fn check(cx: &mut Context) {
    if profile(cx).is_none() {
        return;
    }
    let text = cx.text();
    let body = super::mandated::body(cx.draft);
    // The closing words stand at the end.
    let from = text.floor_char_boundary((body.end as usize).saturating_sub(600).max(body.start as usize));
    let closing = &text[from..body.end as usize];
    let Some((at, words)) = REQUESTS.iter().filter_map(|words| closing.find(words).map(|at| (at, words))).min() else { return };
    let span = Span::new(from + at, from + at + words.len());
    let message = say!(
        cx.lang(),
        "报告不得夹带请示事项，结尾可用“以上报告，请审阅”",
        "A report must not hold a request; close with “以上报告，请审阅”"
    );
    cx.report(&REQUEST_IN_REPORT, Report::new(span, message));
}
