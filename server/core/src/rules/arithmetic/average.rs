//! `arithmetic/average`: an average that its total and number do not give.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity};

pub(super) static AVERAGE: Rule = Rule {
    id: "arithmetic/average",
    severity: Severity::Error,
    what: ["平均数与总量、个数不符", "An average that its total and number do not give"],
    why: ["平均数由总量除以个数得出", "An average is its total divided by the number"],
    bad: "全年罚款金额600万元,处罚案件300件,案均罚款金额3.00万元。",
    good: "全年罚款金额600万元,处罚案件300件,案均罚款金额2.00万元。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &AVERAGE, Kind::Average, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    super::rate::quotient(lang, claim)
}
