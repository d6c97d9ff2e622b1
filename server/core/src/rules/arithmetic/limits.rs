//! `arithmetic/limits`: a value that cannot be: a rate over 100%, a fall by more than 100%, a date that does not exist.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static LIMITS: Rule = Rule {
    id: "arithmetic/limits",
    severity: Severity::Error,
    what: [
        "不可能的数：超过100%的率、降幅过百、不存在的日期",
        "A value that cannot be: a rate over 100%, a fall by more than 100%, a date that does not exist",
    ],
    why: [
        "覆盖率、合格率等不可能超过100%；数量不可能减少100%以上；日期应是公历中有的日子",
        "Coverage cannot exceed 100%, nothing falls by more than all of it, and a date has to be in the calendar",
    ],
    bad: "广播覆盖率达120%。",
    good: "广播覆盖率达100%。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &LIMITS, Kind::Limits, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    if claim.formula.contains('∉') {
        return say!(lang, "{}不可能：公历中没有这一天", "{} cannot be: the calendar has no such day", claim.named());
    }
    say!(lang, "{}不可能：{}", "{} cannot be: {}", claim.named(), claim.formula)
}
