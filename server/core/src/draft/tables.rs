//! Tables: rows of cells by `|`, tabs, or one cell a line.

use crate::text::{Folded, Span};

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The lines that the table takes.
    pub span: Span,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text, without the blanks around it.
    pub span: Span,
}

/// Reads the tables of a part of the text.
pub fn read(_folded: &Folded, _span: Span) -> Vec<Table> {
    Vec::new()
}
