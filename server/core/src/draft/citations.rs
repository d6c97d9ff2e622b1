//! Citations: titles in 《》, document numbers, short names.

use crate::catalogue::Catalogue;
use crate::text::{Folded, Span};

/// A reference to a law or document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// All of it: title marks, years, number.
    pub span: Span,
    /// The title inside 《》, if it has one.
    pub title: Option<Span>,
    /// The document number (发文字号), if it has one.
    pub number: Option<Span>,
}

/// Reads the citations of a part of the text.
pub fn read(_folded: &Folded, _span: Span, _catalogue: &Catalogue) -> Vec<Citation> {
    Vec::new()
}
