//! `arithmetic/partition`: parts that do not add up to their whole.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static PARTITION: Rule = Rule {
    id: "arithmetic/partition",
    severity: Severity::Error,
    what: ["分项之和与总数不符", "Parts that do not add up to their whole"],
    why: [
        "总数与其全部分项是同一事实的两种说法，必有一处有误；“其中”未列全时只在明显笔误时提示",
        "The whole and all of its parts tell the same fact twice, so one of them is wrong; an open list is only marked where a slip explains the difference",
    ],
    bad: "共配备执法设备120台(执法记录仪80台、照相机25台、其他25台)。",
    good: "共配备执法设备120台(执法记录仪80台、照相机25台、其他15台)。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &PARTITION, Kind::Partition, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    if claim.suspect {
        return say!(
            lang,
            "{}：{}，与各数不符{}；如“其中”未列全，可不改",
            "{}: {}, which does not match{}; leave it if the list is not complete",
            claim.named(),
            claim.formula,
            claim.should(lang)
        );
    }
    say!(
        lang,
        "分项之和与总数不符：{}，而此处为{}{}",
        "the parts do not add up: {}, but here stands {}{}",
        claim.formula,
        claim.named(),
        claim.should(lang)
    )
}
