//! The family `suppress`: what may be wrong with a suppression comment. Reported when the comments are applied, after all other rules.

use super::comment::{Comment, Kind};
use crate::rules::{self, Context, Rule};
use crate::text::Span;
use crate::{Finding, Lang, Settings, Severity, say};

/// The rules of this family.
pub(crate) const RULES: &[&Rule] = &[&REASON, &UNKNOWN, &UNCLOSED, &UNUSED];

/// The findings of this family come from applying the comments: nothing is left to check in a draft.
fn nothing(_: &mut Context) {}

static REASON: Rule = Rule {
    id: "suppress/reason",
    severity: Severity::Warning,
    what: ["忽略批注没有写明理由，不起作用", "A suppression comment without a reason has no effect"],
    why: [
        "忽略一处发现是核稿人的判断，签发前别人要看得懂：冒号后写明理由，例如“口径不同”。",
        "Setting a finding aside is a judgement that others must be able to follow: give the reason after the colon.",
    ],
    bad: "<!-- 核稿忽略 arithmetic/rate -->\n全年办结投诉举报120件。\n",
    good: "全年办结投诉举报120件。\n",
    check: nothing,
};

static UNKNOWN: Rule = Rule {
    id: "suppress/unknown",
    severity: Severity::Warning,
    what: ["忽略批注没有写规则，或者写了不存在的规则", "A suppression comment names no rule, or one that does not exist"],
    why: [
        "只写规则编号（如 arithmetic/rate）、规则类别（如 arithmetic）或“全部”；`hegao explain` 列出全部规则。",
        "Name a rule (arithmetic/rate), a family (arithmetic) or 全部; `hegao explain` lists all rules.",
    ],
    bad: "【核稿忽略 arithmetic/ratio：口径不同】\n全年办结投诉举报120件。\n",
    good: "全年办结投诉举报120件。\n",
    check: nothing,
};

static UNCLOSED: Rule = Rule {
    id: "suppress/unclosed",
    severity: Severity::Warning,
    what: ["“核稿忽略开始”与“核稿忽略结束”不配对", "The beginning and the end of a suppressed block do not match"],
    why: [
        "没有结束的忽略会一直管到文末，可能掩盖真正的差错。",
        "A block that is never closed reaches to the end of the text and may hide real mistakes.",
    ],
    bad: "<!-- 核稿忽略结束 -->\n全年办结投诉举报120件。\n",
    good: "全年办结投诉举报120件。\n",
    check: nothing,
};

static UNUSED: Rule = Rule {
    id: "suppress/unused",
    severity: Severity::Information,
    what: ["忽略批注没有忽略任何发现，可以删去", "A suppression comment sets nothing aside and can go"],
    why: ["差错改好以后，留下的批注会掩盖以后的新差错。", "Once a mistake is mended, a comment that stays may hide the next one."],
    bad: "<!-- 核稿忽略 arithmetic：口径不同 -->\n全年办结投诉举报120件。\n",
    good: "全年办结投诉举报120件。\n",
    check: nothing,
};

/// Reports what is wrong with a comment; `used` says which of its names have set something aside.
pub(super) fn judge(comment: &Comment, used: &[bool], settings: &Settings, findings: &mut Vec<Finding>) {
    let lang = settings.lang;
    let mut report = |rule: &'static Rule, span: Span, message: String| {
        let severity = settings.severity_of(rule.id).map_or(Some(rule.severity), |set| set.severity());
        if let Some(severity) = severity {
            findings.push(Finding { rule: rule.id, severity, message, span, related: Vec::new(), fix: None, deprecated: false });
        }
    };
    match comment.kind {
        Kind::End { matched: true } => return,
        Kind::End { matched: false } => {
            let message = say!(lang, "没有与之对应的“核稿忽略开始”", "There is no 核稿忽略开始 that this would end");
            return report(&UNCLOSED, comment.span, message);
        }
        Kind::Begin { closed: false } => {
            let message = say!(
                lang,
                "没有与之对应的“核稿忽略结束”，忽略一直管到文末",
                "There is no 核稿忽略结束 for this: it reaches to the end of the text"
            );
            report(&UNCLOSED, comment.span, message);
        }
        Kind::Begin { closed: true } | Kind::Line => {}
    }
    if comment.rules.is_empty() {
        let message = say!(lang, "请写明忽略哪条规则，例如 arithmetic/rate", "Say which rule is to be set aside, such as arithmetic/rate");
        return report(&UNKNOWN, comment.span, message);
    }
    if comment.reason.is_none() {
        let message =
            say!(lang, "请在冒号后写明忽略的理由，否则不起作用", "Give the reason after the colon: without one the comment has no effect");
        return report(&REASON, comment.span, message);
    }
    for (name, &used) in comment.rules.iter().zip(used) {
        if used {
            continue;
        }
        if !known(&name.text) {
            let text = &name.text;
            let message = match nearest(&name.text) {
                Some(near) => say!(lang, "没有规则“{text}”，是否为“{near}”？", "There is no rule `{text}`; did you mean `{near}`?"),
                None => say!(lang, "没有规则“{text}”", "There is no rule `{text}`"),
            };
            report(&UNKNOWN, name.span, message);
        } else if !off(&name.text, settings) {
            report(&UNUSED, if comment.rules.len() == 1 { comment.span } else { name.span }, unused(&name.text, lang));
        }
    }
}

fn unused(name: &str, lang: Lang) -> String {
    say!(lang, "这里没有“{name}”的发现，忽略批注可以删去", "Nothing of `{name}` is found here: the comment can go")
}

/// A rule that the settings switch off finds nothing: nobody can tell whether the comment is needed.
fn off(name: &str, settings: &Settings) -> bool {
    settings.severity_of(name).is_some_and(|set| set.severity().is_none())
}

fn known(name: &str) -> bool {
    name == "全部" || rules::all().any(|rule| rule.id == name || rule.family() == name)
}

/// The rule or family that is most like a name, if one is like it at all.
fn nearest(name: &str) -> Option<&'static str> {
    let names = rules::all().flat_map(|rule| [rule.id, rule.family()]);
    crate::near::nearest(name, names)
}
