//! The list of references with their state as of the report's period.

use super::badge;
use super::context::place;
use crate::cli::output::Reviewed;
use hegao_core::words;
use hegao_core::{DraftReview, Lang, ReferenceReview, ReferenceState};
use maud::{Markup, html};

/// The references of a draft.
pub(super) fn section(file: &Reviewed, draft: &DraftReview, id: &str, lang: Lang) -> Markup {
    let heads = [["位置", "Place"], ["名称", "Title"], ["文号", "Number"], ["状态", "State"]];
    html! {
        @if !draft.references.is_empty() {
            section aria-labelledby=(format!("{id}-references")) {
                h3 id=(format!("{id}-references")) { (lang.pick("引用的文件", "References")) span.count { (draft.references.len()) } }
                table.references {
                    caption { (lang.pick("状态以报告期为准", "States as of the report's period")) }
                    thead { tr { @for head in heads { th scope="col" { (head[lang as usize]) } } } }
                    tbody { @for reference in &draft.references {
                        tr {
                            td { (place(file, Some(draft), reference.span, lang)) }
                            td { (reference.title) }
                            td { (reference.number.as_deref().unwrap_or("–")) }
                            td { (badge(class(reference), words::reference(reference.state, lang))) }
                        }
                    } }
                }
            }
        }
    }
}

fn class(reference: &ReferenceReview) -> &'static str {
    match reference.state {
        ReferenceState::Unknown => "unsure",
        _ if reference.is_outdated() => "warning",
        _ => "clear",
    }
}
