//! Terms that have been replaced.

use super::{Verdict, judged};
use crate::catalogue::references::TermRule;
use crate::draft::citations::Form;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// `reference/outdated-term`
pub(super) static RULE: Rule = Rule {
    id: "reference/outdated-term",
    severity: Severity::Warning,
    what: ["报告期内已经改了的提法", "A term that had been replaced by the report's period"],
    why: ["提法随法律、规划、文件更新；照抄往年容易留下旧提法。", "Terms change with laws and plans; copied text keeps the old ones."],
    bad: "某县2020年法治政府建设工作总结\n一、主要做法\n开展“12·4”法制宣传日活动。\n",
    good: "某县2020年法治政府建设工作总结\n一、主要做法\n开展“12·4”国家宪法日活动。\n",
    check: |cx| report_terms(cx, &RULE, TermRule::OutdatedTerm),
};

/// Reports the terms that belong to a rule.
pub(crate) fn report_terms(cx: &mut Context, rule: &'static Rule, kind: TermRule) {
    let lang = cx.lang();
    for (citation, judgement) in judged(cx) {
        let (Form::Term(index), Verdict::TermOutOfTime, Some(severity)) = (citation.form, judgement.verdict, judgement.severity) else {
            continue;
        };
        let term = &cx.catalogue.references.terms()[index as usize];
        let word = citation.span.of(cx.text());
        if term.rule != kind {
            continue;
        }
        let why = &term.why[lang as usize];
        let mut report = match term.right_for(word) {
            Some(right) => {
                let report = Report::new(citation.span, say!(lang, "“{word}”应为“{right}”：{why}", "“{word}” should be “{right}”: {why}"));
                let title = say!(lang, "改为“{right}”", "Replace by “{right}”");
                if term.safe { report.fix(title, citation.span, right) } else { report.suggest(title, citation.span, right) }
            }
            None => Report::new(citation.span, say!(lang, "“{word}”已过时：{why}", "“{word}” is out of date: {why}")),
        };
        if kind == TermRule::OutdatedTerm {
            report = report.deprecated();
        }
        cx.report(rule, report.severity(severity));
    }
}
