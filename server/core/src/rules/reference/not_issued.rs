//! What had not been issued, held or coined at the time.

use super::{Verdict, judged};
use crate::catalogue::references::{EntryKind, TermRule};
use crate::draft::citations::Form;
use crate::rules::{Report, Rule};
use crate::{Severity, say};

/// `reference/not-yet-issued`
pub(super) static RULE: Rule = Rule {
    id: "reference/not-yet-issued",
    severity: Severity::Error,
    what: [
        "引用的法律、文件、会议或提法在报告成文时还没有（报告期后、成文前的只作提示）",
        "A law, document, meeting or term that did not exist yet when the report was written",
    ],
    why: [
        "报告不可能引用成文之后才公布的文件、才召开的会议，多为套用他年模板所致。",
        "A report cannot cite what came after it; usually a template of another year was used.",
    ],
    bad: "某县2019年法治政府建设工作总结\n一、主要做法\n深入学习党的二十大精神。\n",
    good: "某县2022年法治政府建设工作总结\n一、主要做法\n深入学习党的二十大精神。\n",
    check: |cx| {
        let lang = cx.lang();
        for (citation, judgement) in judged(cx) {
            let Some(severity) = judgement.severity else { continue };
            let references = &cx.catalogue.references;
            let message = match (judgement.verdict, judgement.entry, citation.form) {
                (Verdict::NotIssued { .. }, Some(row), _) => {
                    let entry = references.entry(row);
                    let name = if entry.kind.is_document() { format!("《{}》", entry.title) } else { entry.title.to_string() };
                    let when = entry.issued.or(entry.from).map(|when| when.to_string()).unwrap_or_default();
                    match entry.kind {
                        EntryKind::Meeting => say!(
                            lang,
                            "{name}于{when}召开，晚于此处所述时间",
                            "{name} was held on {when}, later than what is reported here"
                        ),
                        _ => say!(
                            lang,
                            "{name}于{when}公布，晚于此处所述时间",
                            "{name} was issued on {when}, later than what is reported here"
                        ),
                    }
                }
                (Verdict::TermOutOfTime, _, Form::Term(index)) if references.terms()[index as usize].rule == TermRule::NotYet => {
                    let term = &references.terms()[index as usize];
                    let why = &term.why[lang as usize];
                    say!(lang, "“{}”当时尚未提出：{why}", "“{}” did not exist yet: {why}", citation.span.of(cx.text()))
                }
                _ => continue,
            };
            cx.report(&RULE, Report::new(citation.span, message).severity(severity));
        }
    },
};
