//! `arithmetic/share`: a share that its part and whole do not give, or shares that do not add up to 100%.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static SHARE: Rule = Rule {
    id: "arithmetic/share",
    severity: Severity::Error,
    what: [
        "占比与它的分子、分母不符，或各项占比合计不为100%",
        "A share that its part and whole do not give, or shares that do not add up to 100%",
    ],
    why: [
        "占比由部分除以总数得出；列全的各项占比合计应为100%（四舍五入的尾差除外）",
        "A share is its part divided by the whole; shares of all parts add up to 100%, rounding apart",
    ],
    bad: "收到来信250件,其中投诉类80件,占比23%,咨询类170件,占比68%。",
    good: "收到来信250件,其中投诉类80件,占比32%,咨询类170件,占比68%。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &SHARE, Kind::Share, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    if claim.suspect {
        return say!(lang, "各项占比合计不为100%：{}{}", "the shares do not add up to 100%: {}{}", claim.formula, claim.should(lang));
    }
    super::rate::quotient(lang, claim)
}
