//! Tables: columns of values under heads, rows under labels.
//!
//! Rows come as lines of cells (`a | b | c`, tabs from Word) or as one cell a line. Either way the rows and columns are recovered only
//! where the cells themselves prove how they lie; a row that fits no columns is counted as unread, never guessed.

mod blocks;
mod cell;
mod flat;
mod grid;
mod heads;
mod panels;
mod ragged;
#[cfg(test)]
mod tests;

pub use cell::{Content, Value};
pub(crate) use panels::total_rank;

use crate::text::{Folded, Span};

/// A table, or one of several that stand side by side in the same lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The lines that the table takes. Tables that stand side by side share them.
    pub span: Span,
    /// The few lines above the table: its title and its unit (单位：万元).
    pub caption: Option<Span>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows under the heads; each has one cell for every column.
    pub rows: Vec<Row>,
    /// The rows with numbers that fit no columns, and so were not read.
    pub unread: u32,
    /// Whether every value stands surely under its head. Where it does not, only the first value of a row does.
    pub aligned: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heads, the outermost first; empty where they could not be told.
    pub heads: Vec<Span>,
    /// What its cells are.
    pub kind: ColumnKind,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Words: what a row is called, or remarks.
    Words,
    /// Numbers of rows (序号) and codes: no figures.
    Index,
    /// Counts and amounts.
    Amount,
    /// Rates, shares and changes in per cent.
    Percent,
}

impl ColumnKind {
    /// Whether the cells are figures.
    pub fn is_figures(self) -> bool {
        matches!(self, Self::Amount | Self::Percent)
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// One cell for every column.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text, without the blanks around it; empty where there is none.
    pub span: Span,
    /// What it holds.
    pub content: Content,
}

impl Cell {
    /// The number in the cell, if it holds one.
    pub fn value(&self) -> Option<Value> {
        match self.content {
            Content::Number(value) => Some(value),
            _ => None,
        }
    }
}

impl Table {
    /// The places (row, column) of the figures of the table, row by row.
    pub fn figures(&self) -> impl Iterator<Item = (usize, usize)> {
        self.rows.iter().enumerate().flat_map(|(at, row)| {
            let cells = row.cells.iter().zip(&self.columns).enumerate();
            cells.filter(|(_, (cell, column))| column.kind.is_figures() && cell.value().is_some()).map(move |(column, _)| (at, column))
        })
    }
}

/// Reads the tables of a part of the text.
pub fn read(folded: &Folded, span: Span) -> Vec<Table> {
    let text = folded.text();
    let mut tables = Vec::new();
    let mut start = span.start;
    for (lines, sides) in ragged::find(text, span) {
        regular(text, Span { start, end: lines.start }, &mut tables);
        tables.extend(sides);
        start = lines.end;
    }
    regular(text, Span { start, end: span.end }, &mut tables);
    tables
}

/// Adds the tables whose cells show where they stand.
fn regular(text: &str, span: Span, tables: &mut Vec<Table>) {
    for block in blocks::find(text, span) {
        let raw = match block.form {
            blocks::Form::Rows => grid::lay_out(text, &block),
            blocks::Form::Cells => flat::lay_out(text, &block),
        };
        if let Some(table) = raw {
            panels::split(text, table, tables);
        }
    }
}
