//! `arithmetic/part`: a part that exceeds its whole.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static PART: Rule = Rule {
    id: "arithmetic/part",
    severity: Severity::Error,
    what: ["部分大于总数", "A part that exceeds its whole"],
    why: ["部分不可能多于它所属的总数", "A part cannot be more than what it is part of"],
    bad: "全年受理复议申请60件,其中行政处罚类72件。",
    good: "全年受理复议申请60件,其中行政处罚类27件。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &PART, Kind::Part, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    say!(lang, "部分大于总数：{}应不大于总数（{}不成立）", "a part exceeds its whole: {} ({} fails)", claim.named(), claim.formula)
}
