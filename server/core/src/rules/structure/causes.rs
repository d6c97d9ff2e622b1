use super::sample::sample;
use super::{item, mandated, profile};
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// The section on shortcomings names no cause.
pub(super) static PROBLEMS_WITHOUT_CAUSES: Rule = Rule {
    id: "structure/problems-without-causes",
    severity: Severity::Warning,
    what: ["“不足”部分只写问题，没有写原因。", "The part on shortcomings names no cause."],
    why: [
        "《法治政府建设与责任落实督察工作规定》第二十五条要求报告“存在的不足和原因”。",
        "Article 25 of the Provisions on Supervision asks for the shortcomings “and their causes”.",
    ],
    bad: sample!(problems: "二、存在的不足\n一是基层执法人员较少，专业能力有待提高。二是法治宣传的形式不够丰富，覆盖面不够广。\n"),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let meta = &cx.draft.meta;
    let (Some(profile), Some(item)) = (profile(cx), item(cx, "problems")) else { return };
    let Some(duty) = meta.period.and_then(|period| profile.duty(period.year, meta.lenient())) else { return };
    let Some(causes) = &item.causes else { return };
    let text = cx.text();
    let Some(heading) = mandated::heading(text, cx.draft, profile, item) else { return };
    // A heading that promises causes does not name them.
    if !mandated::written(text, heading.body(), 20) || causes.is_match(heading.body().of(text)) {
        return;
    }
    let severity = if duty == Severity::Error && !meta.breaks_off { Severity::Warning } else { Severity::Hint };
    let message = say!(cx.lang(), "本部分只写了问题，没有分析原因", "This part names shortcomings, but no causes");
    cx.report(&PROBLEMS_WITHOUT_CAUSES, Report::new(heading.line(), message).severity(severity));
}
