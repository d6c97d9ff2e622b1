use super::sample::sample;
use crate::review::MandatedState;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// A mandated item is there, but under no heading that names it.
pub(super) static HIDDEN_SECTION: Rule = Rule {
    id: "structure/hidden-section",
    severity: Severity::Hint,
    what: ["法定内容已写，但没有单列标题。", "A mandated item is there, but no heading names it."],
    why: [
        "内容并入其他部分时，审阅人和督察单位不易找到；《法治政府建设与责任落实督察工作规定》第二十五条按项列出报告内容。",
        "What is merged into another part is hard to find for reviewers; article 25 of the Provisions on Supervision lists the items one by one.",
    ],
    bad: sample!(problems: "工作中仍存在一些问题，主要是基层执法人员不足，原因是编制偏紧。\n"),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let lang = cx.lang();
    for item in cx.facts.mandated.clone().into_iter().filter(|item| item.state == MandatedState::Hidden) {
        let Some(span) = item.span else { continue };
        let title = &item.title;
        let message = say!(lang, "“{title}”写在这里，没有单列为一部分", "“{title}” stands here, not in a part of its own");
        cx.report(&HIDDEN_SECTION, Report::new(span, message));
    }
}
