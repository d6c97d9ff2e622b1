//! `arithmetic/same`: one figure that differs between two places.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static SAME: Rule = Rule {
    id: "arithmetic/same",
    severity: Severity::Error,
    what: ["同一个数前后不一致", "One figure that differs between two places"],
    why: ["同一口径的同一事项，前后应写同一个数", "The same thing with the same scope has one figure"],
    bad: "1.基层司法业务(项)26.40万元,用于基层司法业务。2024年预算安排24.00万元。",
    good: "1.基层司法业务(项)26.40万元,用于基层司法业务。2024年预算安排26.40万元。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &SAME, Kind::Same, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    say!(
        lang,
        "同一个数前后不一致：此处为{}，另一处不同（{}）",
        "one figure, two values: {} here, another there ({})",
        claim.named(),
        claim.formula
    )
}
