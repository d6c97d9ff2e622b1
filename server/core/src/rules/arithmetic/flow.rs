//! `arithmetic/flow`: a later step that counts more than the step before.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static FLOW: Rule = Rule {
    id: "arithmetic/flow",
    severity: Severity::Error,
    what: ["后一环节的数大于前一环节", "A later step that counts more than the step before"],
    why: [
        "受理、办结、撤销等环节前后相继，后者不会多于前者；含上年结转时应写明",
        "Steps follow each other, and a later one cannot count more; cases carried over have to be named",
    ],
    bad: "排查矛盾纠纷210件,成功化解250件。",
    good: "排查矛盾纠纷210件,成功化解205件。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &FLOW, Kind::Flow, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    let hint = if claim.suspect {
        say!(lang, "；如含结转，请核对", "; check it if cases are carried over")
    } else {
        say!(lang, "；如含上年结转，请写明", "; if cases were carried over, say so")
    };
    say!(lang, "后一环节多于前一环节：{}（{}不成立）{}", "a later step counts more: {} ({} fails){}", claim.named(), claim.formula, hint)
}
