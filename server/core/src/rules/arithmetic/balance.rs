//! `arithmetic/balance`: received, closed and pending that do not balance.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static BALANCE: Rule = Rule {
    id: "arithmetic/balance",
    severity: Severity::Error,
    what: ["收、结、存不平衡", "Received, closed and pending that do not balance"],
    why: ["上期结转加本期新收等于本期办结加期末未结", "What was carried in and received equals what was closed and carried out"],
    bad: "受理申请300件,答复290件(含上年度结转20件,另有40件顺延到下年度答复)。",
    good: "受理申请300件,答复290件(含上年度结转20件,另有30件顺延到下年度答复)。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &BALANCE, Kind::Balance, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    say!(lang, "收结存不平衡：{}", "received, closed and pending do not balance: {}", claim.formula)
}
