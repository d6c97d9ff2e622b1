//! What was issued but not yet in force.

use super::{Verdict, judged};
use crate::rules::{Report, Rule};
use crate::{Severity, say};

/// `reference/not-yet-in-force`
pub(super) static RULE: Rule = Rule {
    id: "reference/not-yet-in-force",
    severity: Severity::Information,
    what: ["引用的法律、法规在报告期末已公布但尚未施行", "A law that was issued but not yet in force at the end of the report's period"],
    why: ["尚未施行的法律、法规可以学习、宣传，不能作为依据。", "What is not yet in force may be studied, but is no basis."],
    bad: "某县2021年法治政府建设年度报告\n一、主要做法\n依据《噪声污染防治法》加强监管。\n",
    good: "某县2022年法治政府建设年度报告\n一、主要做法\n依据《噪声污染防治法》加强监管。\n",
    check: |cx| {
        let lang = cx.lang();
        for (citation, judgement) in judged(cx) {
            let (Verdict::NotInForce, Some(severity), Some(row)) = (judgement.verdict, judgement.severity, judgement.entry) else {
                continue;
            };
            let entry = cx.catalogue.references.entry(row);
            let from = entry.from.map(|from| from.to_string()).unwrap_or_default();
            let message = say!(lang, "《{}》自{from}起施行，报告期内尚未施行", "《{}》 is in force only from {from}", entry.title);
            cx.report(&RULE, Report::new(citation.span, message).severity(severity));
        }
    },
};
