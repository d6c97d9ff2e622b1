//! `arithmetic/rate`: a rate that its part and whole do not give.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static RATE: Rule = Rule {
    id: "arithmetic/rate",
    severity: Severity::Error,
    what: ["率与它的分子、分母不符", "A rate that its part and whole do not give"],
    why: [
        "率由分子除以分母得出，按所写位数四舍五入；任何合理的读法都得不出所写的数时才报错",
        "A rate is its part divided by its whole, rounded as written; it is marked only where no reasonable reading gives it",
    ],
    bad: "调解纠纷1386件,调解成功1352件,调解成功率97.45%。",
    good: "调解纠纷1386件,调解成功1352件,调解成功率97.55%。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &RATE, Kind::Rate, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    quotient(lang, claim)
}

pub(super) fn quotient(lang: Lang, claim: &Claim) -> String {
    if claim.rounding {
        return say!(
            lang,
            "{}的末位与计算结果不符：{}",
            "the last digit of {} differs from the computed value: {}",
            claim.named(),
            claim.formula
        );
    }
    say!(lang, "{}与分子分母不符：{}{}", "{} is not what its operands give: {}{}", claim.named(), claim.formula, claim.should(lang))
}
