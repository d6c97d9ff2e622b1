//! A draft of a rule that is taken for the rule.

use super::judge::sentence;
use crate::rules::{Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// `reference/draft-as-basis`
pub(super) static RULE: Rule = Rule {
    id: "reference/draft-as-basis",
    severity: Severity::Warning,
    what: ["把草案、征求意见稿、送审稿当作依据", "A draft (草案, 征求意见稿, 送审稿) that is given as a basis"],
    why: [
        "草案、征求意见稿没有效力，不能作为依据或执行；起草、审议、征求意见等语境不报。",
        "A draft has no force. Where it is drafted, discussed or commented on it is left alone.",
    ],
    bad: "依据《某省行政执法监督条例（草案）》开展监督检查。\n",
    good: "对《某省行政执法监督条例（草案）》提出修改意见，参加《某县养犬管理办法（征求意见稿）》论证。\n",
    check: |cx| {
        let lang = cx.lang();
        for citation in &cx.draft.citations {
            let Some(title) = citation.title else { continue };
            let written = title.of(cx.text());
            let Some(kind) = DRAFTS.iter().find(|kind| ends_with_draft(written, kind)) else { continue };
            let (before, after) = sentence(cx.text(), citation);
            let Some(verb) = BASIS.iter().find(|verb| before.trim_end_matches('《').ends_with(*verb)) else { continue };
            if MAKING.iter().any(|word| before.contains(word) || after.contains(word)) {
                continue;
            }
            let at = title.end as usize - written.len() + written.rfind(kind).unwrap_or(0);
            let message = say!(
                lang,
                "“{verb}”的是{kind}，尚无效力；已经公布的，应删去“{kind}”并用正式名称",
                "{kind} has no force and is no basis; if it has been issued since, cite it without {kind}"
            );
            cx.report(&RULE, Report::new(citation.span, message).related(Span::new(at, at + kind.len()), *kind));
        }
    },
};

/// What a draft is called at the end of its title.
const DRAFTS: [&str; 6] = ["征求意见稿", "送审稿", "讨论稿", "审议稿", "修订草案", "草案"];

/// Verbs directly in front of a title with which it is a basis.
const BASIS: [&str; 12] = ["依据", "根据", "依照", "按照", "遵照", "执行", "严格落实", "贯彻落实", "贯彻执行", "落实", "贯彻", "遵守"];

/// Words of a sentence that is about the making of the draft.
const MAKING: [&str; 20] = [
    "意见建议",
    "修改意见",
    "反馈",
    "提出",
    "征求意见的",
    "公开征求",
    "征集",
    "起草",
    "审议",
    "审查",
    "论证",
    "修改",
    "完善",
    "说明",
    "听取",
    "座谈",
    "调研",
    "评估",
    "备案",
    "表决",
];

/// Whether a title ends with 草案 or its like, in brackets or without.
fn ends_with_draft(title: &str, kind: &str) -> bool {
    title.trim_end_matches(')').ends_with(kind)
}
