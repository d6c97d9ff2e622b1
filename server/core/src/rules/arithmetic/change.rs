//! `arithmetic/change`: a change that the values now and before do not give, or in the other direction.

use super::wording::{self, Claim};
use crate::relations::Kind;
use crate::rules::{Context, Rule};
use crate::{Lang, Severity, say};

pub(super) static CHANGE: Rule = Rule {
    id: "arithmetic/change",
    severity: Severity::Error,
    what: ["增减幅度与本期、上期数不符，或升降方向相反", "A change that the values now and before do not give, or in the other direction"],
    why: [
        "增幅 =（本期 − 上期）÷ 上期；由绝对量可推出上期数",
        "Growth is the difference divided by the value before, which the amount of change gives as well",
    ],
    bad: "收到来信6240件,同比增加520件,增长8.33%。",
    good: "收到来信6240件,同比增加520件,增长9.09%。",
    check,
};

fn check(cx: &mut Context) {
    wording::report(cx, &CHANGE, Kind::Change, because);
}

fn because(lang: Lang, claim: &Claim) -> String {
    match claim.note {
        Some("between") => {
            return say!(
                lang,
                "总体的增幅应介于各部分的增幅之间：{}，{}",
                "the growth of a whole lies between the growth of its parts: {}, {}",
                claim.named(),
                claim.formula
            );
        }
        Some("reason") => {
            return say!(
                lang,
                "增减方向与所述原因相反：{}（{}）",
                "the reason says the other direction: {} ({})",
                claim.named(),
                claim.formula
            );
        }
        _ => {}
    }
    if let Some(turned) = claim.turned {
        let (zh, en) = if turned == "rises" { ("上升", "rises") } else { ("下降", "falls") };
        return say!(
            lang,
            "{}的升降方向与数据相反：{}，实为{}",
            "the figures go the other way than {} says: {}, it {}",
            claim.named(),
            claim.formula,
            lang.pick(zh, en)
        );
    }
    if claim.note == Some("points") {
        return say!(
            lang,
            "{}：数量的增减应以“%”表示，百分点只用于率和比重之差",
            "{}: counts grow by per cent; points are for the difference of two rates",
            claim.named()
        );
    }
    if claim.note == Some("times") {
        return say!(
            lang,
            "{}：增长到几倍比增长几倍多一倍：{}{}",
            "{}: to grow to so many times is one more than to grow by so many times: {}{}",
            claim.named(),
            claim.formula,
            claim.should(lang)
        );
    }
    if claim.note == Some("percent") {
        return say!(
            lang,
            "{}：两个率之差应以“百分点”表示（{}）",
            "{}: the difference of two rates is told in points ({})",
            claim.named(),
            claim.formula
        );
    }
    if claim.rounding {
        return say!(
            lang,
            "{}的末位与计算结果不符：{}",
            "the last digit of {} differs from the computed value: {}",
            claim.named(),
            claim.formula
        );
    }
    say!(lang, "{}与本期、上期数不符：{}{}", "{} is not what the figures give: {}{}", claim.named(), claim.formula, claim.should(lang))
}
