//! The review of one text.

use super::{Totals, words};
use crate::cli::output::{Reviewed, Source, text};
use hegao_core::relations::{Relation, Verdict};
use hegao_core::text::Span;
use hegao_core::{DraftReview, Finding, Lang, MandatedState, ReferenceState, Severity, say};
use maud::{Markup, html};

/// Characters of the draft shown on each side of a place.
const CONTEXT: usize = 60;

/// The title of a report, or its file name where it has none.
pub(super) fn title(file: &Reviewed) -> String {
    let titled = file.review.drafts.iter().find_map(|draft| draft.title).map(|span| span.of(&file.text));
    match titled {
        Some(title) if !title.trim().is_empty() => title.split_whitespace().collect(),
        _ => file.path.clone(),
    }
}

/// The section of one file.
pub(super) fn section(file: &Reviewed, index: usize, lang: Lang) -> Markup {
    let totals = Totals::of(&file.review);
    let (class, verdict) = totals.verdict(lang);
    html! {
        article id=(format!("r{index}")) {
            h2 { (title(file)) " " span class=(format!("badge {class}")) { (verdict) } }
            dl.facts {
                dt { (lang.pick("文件", "File")) } dd { code { (file.path) } }
                @for line in text::verdict(&file.review, lang) { dt { (lang.pick("核对", "Checked")) } dd { (line) } }
                @for draft in &file.review.drafts { (about(draft, lang)) }
                @for note in &file.notes { dt { (lang.pick("说明", "Note")) } dd { (note) } }
            }
            @for draft in &file.review.drafts { (mandated(file, draft, lang)) }
            (findings(file, lang))
            @for draft in &file.review.drafts { (ledger(file, draft, lang)) (references(file, draft, lang)) }
            div.signature {
                span { (lang.pick("核稿人：", "Reviewed by:")) }
                span { (lang.pick("日期：", "Date:")) }
            }
        }
    }
}

fn about(draft: &DraftReview, lang: Lang) -> Markup {
    html! {
        @if let Some(profile) = &draft.profile { dt { (lang.pick("文种", "Profile")) } dd { (words::profile(profile, lang)) } }
        @if let Some(issuer) = &draft.issuer { dt { (lang.pick("机关", "Issuer")) } dd { (issuer.name) } }
        @if let Some(period) = draft.period { dt { (lang.pick("时段", "Period")) } dd { (period) } }
        @if let Some((date, _)) = draft.date_line { dt { (lang.pick("成文日期", "Dated")) } dd { (date) } }
    }
}

fn mandated(file: &Reviewed, draft: &DraftReview, lang: Lang) -> Markup {
    html! {
        @if !draft.mandated.is_empty() {
            h3 { (lang.pick("法定内容", "Mandated items")) }
            table.mandated { tbody { @for item in &draft.mandated {
                tr {
                    td { (item.title) }
                    td { span class=(format!("badge {}", match item.state {
                        MandatedState::Present => "clear", MandatedState::Hidden => "note", MandatedState::Empty => "warning", MandatedState::Missing => "error",
                    })) { (words::mandated(item.state, lang)) } }
                    td { @if let Some(span) = item.span { (place(file, span)) " " (first_line(span.of(&file.text))) } }
                }
            } } }
        }
    }
}

fn findings(file: &Reviewed, lang: Lang) -> Markup {
    let mut sorted: Vec<&Finding> = file.review.findings.iter().collect();
    sorted.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.span));
    html! {
        h3 { (lang.pick("问题", "Findings")) }
        @if sorted.is_empty() { p { (lang.pick("没有发现问题。", "Nothing was found.")) } }
        ol.findings { @for finding in sorted {
            li class=(finding.severity.name()) {
                p { span class=(format!("badge {}", class(finding.severity))) { (words::severity(finding.severity, lang)) } " " (finding.message) }
                blockquote { (context(file, finding.span)) " " (place(file, finding.span)) }
                @if !finding.related.is_empty() {
                    ul.related { @for related in &finding.related { li { (related.message) "：" (context_in(file.source_of(related), related.span)) " " (place_in(file.source_of(related), related.span)) } } }
                }
                @if let Some(fix) = &finding.fix { p.fix { (lang.pick("可改：", "Fix: ")) (fix.title) } }
                p.rule { (finding.rule) }
            }
        } }
    }
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

fn ledger(file: &Reviewed, draft: &DraftReview, lang: Lang) -> Markup {
    let coverage = draft.coverage;
    let summary = say!(
        lang,
        "读出统计数 {} 个，其中 {} 个列入勾稽关系；另有 {} 个数字是日期、文号、序号等，{} 个未能读懂。",
        "{} figures read, {} of them in a relation; {} numbers are dates, document or section numbers, {} were not understood.",
        coverage.figures,
        coverage.tied,
        coverage.not_figures,
        coverage.not_understood
    );
    html! {
        h3 { (lang.pick("勾稽关系", "Relations")) }
        p { (summary) }
        @if !draft.relations.is_empty() {
            table.ledger {
                thead { tr { th { (lang.pick("位置", "Place")) } th { (lang.pick("类别", "Kind")) } th { (lang.pick("算式", "Formula")) } th { (lang.pick("结论", "Verdict")) } } }
                tbody { @for relation in &draft.relations { (row(file, relation, lang)) } }
            }
        }
    }
}

fn row(file: &Reviewed, relation: &Relation, lang: Lang) -> Markup {
    let class = match relation.verdict {
        Verdict::Holds => "clear",
        Verdict::Rounding => "note",
        Verdict::Broken => "error",
        Verdict::Unsure => "unsure",
    };
    html! {
        tr {
            td { @if let Some(operand) = relation.operands.get(relation.culprit).or(relation.operands.first()) { (place(file, operand.span)) } }
            td { (words::kind(relation.kind, lang)) }
            td { (relation.formula) @if let Some(note) = &relation.note { small { " " (note) } } }
            td { span class=(format!("badge {class}")) { (words::verdict(relation.verdict, lang)) } }
        }
    }
}

fn references(file: &Reviewed, draft: &DraftReview, lang: Lang) -> Markup {
    html! {
        @if !draft.references.is_empty() {
            h3 { (lang.pick("引用", "References")) }
            table.references {
                thead { tr { th { (lang.pick("位置", "Place")) } th { (lang.pick("名称", "Title")) } th { (lang.pick("文号", "Number")) } th { (lang.pick("状态", "State")) } } }
                tbody { @for reference in &draft.references {
                    tr {
                        td { (place(file, reference.span)) }
                        td { (reference.title) }
                        td { (reference.number.as_deref().unwrap_or_default()) }
                        td {
                            span class=(format!("badge {}", match reference.state {
                                ReferenceState::Current => "clear",
                                ReferenceState::Unknown => "unsure",
                                ReferenceState::Superseded | ReferenceState::Repealed | ReferenceState::NotYet => "warning",
                            })) { (words::reference(reference.state, lang)) }
                        }
                    }
                } }
            }
        }
    }
}

fn place(file: &Reviewed, span: Span) -> Markup {
    place_in(file.source(), span)
}

fn place_in(source: Source, span: Span) -> Markup {
    html! { span.place { (source.place(span)) } }
}

/// The text around a place, the place marked.
fn context(file: &Reviewed, span: Span) -> Markup {
    context_in(file.source(), span)
}

fn context_in(source: Source, span: Span) -> Markup {
    let line = source.lines.line(source.lines.line_of(span.start as usize));
    let before = &source.text[line.start as usize..span.start as usize];
    let marked = span.of(source.text);
    let after = source.text.get(span.end as usize..line.end.max(span.end) as usize).unwrap_or_default();
    let cut = before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, c)| at + c.len_utf8());
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    html! {
        @if cut > 0 { "…" } (before[cut..].trim_start()) mark { (shown(marked)) } (after[..end].trim_end()) @if end < after.trim_end().len() { "…" }
    }
}

/// A finding on a whole section marks only its beginning.
fn shown(marked: &str) -> String {
    match marked.char_indices().nth(CONTEXT * 2) {
        Some((at, _)) => format!("{}…", &marked[..at]),
        None => marked.to_owned(),
    }
}

fn first_line(text: &str) -> String {
    shown(text.lines().next().unwrap_or_default())
}
