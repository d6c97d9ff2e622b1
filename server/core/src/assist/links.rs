//! Document links: references to their official page.

use crate::Review;
use crate::text::Span;

/// A reference that the catalogue knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The place.
    pub span: Span,
    /// The id of the catalogue's row.
    pub entry: &'a str,
    /// The title, for the tooltip.
    pub title: &'a str,
}

/// The references that a catalogue row stands behind, by place.
pub fn links(review: &Review) -> Vec<Link<'_>> {
    let references = review.drafts.iter().flat_map(|draft| &draft.references);
    references
        .filter_map(|reference| Some(Link { span: reference.span, entry: reference.entry.as_deref()?, title: &reference.title }))
        .collect()
}
