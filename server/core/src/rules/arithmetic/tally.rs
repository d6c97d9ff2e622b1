//! `arithmetic/tally`: a claimed count that differs from the items listed.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static TALLY: Rule = Rule {
    id: "arithmetic/tally",
    severity: Severity::Error,
    what: ["所称的个数与列出的项数不符", "A claimed count that differs from the items listed"],
    why: ["“以下五方面”之后应有五项；列举未完用“等”", "After “the following five” five items follow; a list that goes on says 等"],
    bad: "组建决策服务组、法律文书组、司法工作组四个专业组。",
    good: "组建决策服务组、法律文书组、司法工作组三个专业组。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &TALLY, Kind::Tally, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    say!(
        lang,
        "所称个数与列出的不符：此处为“{}”，实际列出{}项",
        "the count differs from the items: “{}”, but {} are listed",
        claim.written,
        claim.formula.split(' ').next().unwrap_or_default()
    )
}
