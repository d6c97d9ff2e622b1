//! The code lens above a title: the state of the draft in one line.

use super::checklist::Summary;
use crate::text::Span;
use crate::words::counted;
use crate::{Lang, Review, say};

/// A line above a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The title, or the start of a draft without one.
    pub span: Span,
    /// The text.
    pub text: String,
}

/// A lens for each draft.
pub fn lenses(review: &Review, lang: Lang) -> Vec<Lens> {
    let of = |draft: &crate::DraftReview| Lens {
        span: draft.title.unwrap_or(Span::at(draft.span.start as usize)),
        text: line(&Summary::of_draft(draft), lang),
    };
    review.drafts.iter().map(of).collect()
}

/// `法定内容 4/4 · 勾稽关系 37 项，1 项不符 · 引用 52 件，2 件失效`.
pub fn line(summary: &Summary, lang: Lang) -> String {
    let mut parts = Vec::new();
    if let Some(mandated) = summary.mandated {
        let (present, total) = (mandated.present, mandated.total);
        parts.push(say!(lang, "法定内容 {present}/{total}", "mandated {present}/{total}"));
    }
    let relations = summary.relations;
    let (tied, off) = (relations.holds + relations.rounding + relations.broken, relations.rounding + relations.broken);
    let ties = counted(tied as usize, "relation");
    parts.push(match off {
        0 => say!(lang, "勾稽关系 {tied} 项", "{ties}"),
        _ => say!(lang, "勾稽关系 {tied} 项，{off} 项不符", "{ties}, {off} off"),
    });
    let (total, outdated) = (summary.references.total, summary.references.outdated);
    let cited = counted(total as usize, "reference");
    parts.push(match outdated {
        0 => say!(lang, "引用 {total} 件", "{cited}"),
        _ => say!(lang, "引用 {total} 件，{outdated} 件失效", "{cited}, {outdated} not in force"),
    });
    parts.join(" · ")
}
