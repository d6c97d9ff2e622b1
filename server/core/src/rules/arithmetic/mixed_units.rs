//! `arithmetic/mixed-units`: one thing counted in 件, 起 and 宗 by turns.

use crate::relations::{Kind, Verdict};
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// `arithmetic/mixed-units`
pub(super) static MIXED: Rule = Rule {
    id: "arithmetic/mixed-units",
    severity: Severity::Hint,
    what: ["同一事项先后用了“件”“起”“宗”不同的量词", "One thing counted in 件, 起 and 宗 by turns"],
    why: ["前后两个环节数的是同一批案件，量词应当一致。", "Two steps count the same cases, and so in one unit."],
    bad: "全年受理复议申请18起，办结16件。\n",
    good: "全年受理复议申请18件，办结16件。\n",
    check,
};

/// Words that count cases, and mean the same.
const CASES: [&str; 3] = ["件", "起", "宗"];

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let unit = |span: Span| CASES.into_iter().find(|unit| span.of(text).ends_with(unit));
    let found: Vec<(Span, &str, Span, &str)> = cx
        .relations
        .iter()
        .filter(|relation| relation.kind == Kind::Flow && relation.verdict == Verdict::Holds && relation.operands.len() == 2)
        .filter_map(|relation| {
            let (later, earlier) = (relation.operands[0].span, relation.operands[1].span);
            Some((later, unit(later)?, earlier, unit(earlier)?)).filter(|(_, one, _, other)| one != other)
        })
        .collect();
    for (later, one, earlier, other) in found {
        let message = say!(lang, "量词前后不一：前面用“{other}”，此处用“{one}”", "two units for one thing: {other} before, {one} here");
        cx.report(&MIXED, Report::new(later, message).related(earlier, say!(lang, "前一环节", "the earlier step")));
    }
}
