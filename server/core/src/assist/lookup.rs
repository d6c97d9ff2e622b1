//! Finding what stands at an offset.

use crate::text::Span;
use crate::{DraftReview, FigureReview, ReferenceReview, Review};

/// The draft at an offset. A place behind the last draft belongs to it.
pub(super) fn draft_at(review: &Review, offset: usize) -> Option<&DraftReview> {
    let after = review.drafts.partition_point(|draft| draft.span.start as usize <= offset);
    review.drafts.get(after.saturating_sub(1))
}

/// The figure at an offset: the one that holds it, else the one that ends there.
pub(super) fn figure_at(draft: &DraftReview, offset: usize) -> Option<&FigureReview> {
    at(&draft.figures, offset, |figure| figure.span)
}

/// The reference at an offset.
pub(super) fn reference_at(draft: &DraftReview, offset: usize) -> Option<&ReferenceReview> {
    at(&draft.references, offset, |reference| reference.span)
}

/// The entry of a list sorted by place that holds the offset, else the one that ends there.
fn at<T>(list: &[T], offset: usize, span: impl Fn(&T) -> Span) -> Option<&T> {
    let after = list.partition_point(|entry| span(entry).start as usize <= offset);
    // Entries may overlap by a few; the last that begins before the offset is the innermost.
    let near = &list[after.saturating_sub(4)..after];
    let holds = near.iter().rev().find(|entry| (span(entry).end as usize) > offset);
    holds.or_else(|| near.iter().rev().find(|entry| span(entry).end as usize == offset))
}

/// The trimmed text of a line-like span: without line ends and blanks around it.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let body = span.of(text);
    let start = span.start as usize + (body.len() - body.trim_start().len());
    Span::new(start, start + body.trim().len())
}
