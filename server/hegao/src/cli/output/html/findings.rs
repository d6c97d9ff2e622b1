//! The findings in their context, with the arithmetic.

use super::badge;
use super::context::{clipped, place, place_in, quotation};
use crate::cli::output::Reviewed;
use hegao_core::text::Span;
use hegao_core::words;
use hegao_core::{DraftReview, Finding, Lang, Severity};
use maud::{Markup, html};

/// The findings of a draft, the gravest first.
pub(super) fn section(file: &Reviewed, draft: &DraftReview, id: &str, lang: Lang) -> Markup {
    let mut sorted: Vec<&Finding> = of(file, draft).collect();
    sorted.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.span));
    html! {
        section aria-labelledby=(format!("{id}-findings")) {
            h3 id=(format!("{id}-findings")) { (lang.pick("问题", "Findings")) span.count { (sorted.len()) } }
            @if sorted.is_empty() { p.none { (lang.pick("没有发现问题。", "Nothing was found.")) } }
            ol.findings { @for finding in sorted { (item(file, draft, finding, lang)) } }
        }
    }
}

/// The findings that stand in a draft. What stands before the first one belongs to it.
pub(super) fn of<'r>(file: &'r Reviewed, draft: &'r DraftReview) -> impl Iterator<Item = &'r Finding> {
    let drafts = &file.review.drafts;
    let home = move |finding: &Finding| drafts.iter().rfind(|other| other.span.start <= finding.span.start).or(drafts.first());
    file.review.findings.iter().filter(move |finding| home(finding).is_some_and(|other| other.span == draft.span))
}

fn item(file: &Reviewed, draft: &DraftReview, finding: &Finding, lang: Lang) -> Markup {
    // A place in last year's report is no place in this one: it gets a quotation of its own.
    let here = |related: &hegao_core::Related| if related.path.is_none() { related.span } else { Span::default() };
    let others: Vec<Span> = finding.related.iter().map(here).collect();
    let (quote, shown) = quotation(file.source(), finding.span, &others);
    let class = class(finding.severity);
    html! {
        li class=(class) {
            p.what {
                (badge(class, words::severity(finding.severity, lang)))
                strong { (finding.message) }
                (place(file, Some(draft), finding.span, lang))
            }
            blockquote { (quote) }
            @if !finding.related.is_empty() {
                ul.related { @for (index, related) in finding.related.iter().enumerate() {
                    li {
                        span.role { (related.message) } " "
                        @if shown.contains(&index) {
                            mark.other { (clipped(related.span.of(&file.text))) }
                        } @else {
                            span.quote { (quotation(file.source_of(related), related.span, &[]).0) }
                        }
                        " "
                        @if related.path.is_none() { (place(file, Some(draft), related.span, lang)) }
                        @else { (place_in(file.source_of(related), "", related.span, lang)) }
                    }
                } }
            }
            @if let Some(fix) = &finding.fix { p.fix { span.role { (lang.pick("建议", "Suggestion")) } " " (fix.title) } }
            p.rule { (words::family(finding.family(), lang)) " · " code { (finding.rule) } }
        }
    }
}

pub(super) fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}
