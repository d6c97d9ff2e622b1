//! Figures (统计数): numbers with unit, bound, precision, label and role.

mod chinese;
pub mod number;

use super::{Outline, Table};
use crate::text::{Folded, Span};

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Number, bound words and unit.
    pub span: Span,
}

/// Reads the figures of a part of the text, tables excepted.
pub fn read(_folded: &Folded, _span: Span, _outline: &Outline, _tables: &[Table]) -> Vec<Figure> {
    Vec::new()
}
