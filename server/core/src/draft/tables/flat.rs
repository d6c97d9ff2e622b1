//! Tables of one cell a line: a web page or a document whose cells came out one below the other.
//!
//! Rows are recovered by their period. A period is accepted only when every row from the heads to the end repeats one pattern of words
//! and numbers, which a list of cells does not do by chance.

use super::blocks::Block;
use super::grid::{self, Grid, holds_numbers};
use super::{Cell, Row, Table};
use crate::text::Span;

/// The widest table that is looked for.
const WIDEST: usize = 12;

/// Recovers the rows of a block; `None` where no period fits.
pub(super) fn lay_out(text: &str, block: &Block) -> Option<Table> {
    let cells: Vec<Cell> = block.rows.iter().map(|row| row[0]).collect();
    let first_number = cells.iter().position(Cell::is_number)?;
    let layout = (2..=WIDEST).find_map(|period| Layout::try_period(&cells, first_number, period))?;
    let (start, end) = (layout.head.first()?.span, layout.end);
    let block = Block {
        form: block.form,
        span: Span::new(start.start as usize, end),
        caption: layout.caption(block),
        rows: Vec::new(),
        ruled: None,
    };
    let numeric: Vec<bool> =
        (0..layout.period).map(|column| holds_numbers(layout.rows.iter().map(|row: &Row| &row.cells[column]))).collect();
    let unread = layout.unread;
    Some(grid::finish(text, &block, &[layout.head], Grid { rows: layout.rows, numeric, unread }))
}

struct Layout {
    period: usize,
    /// The cells above the heads: a title.
    above: Option<Span>,
    head: Vec<Cell>,
    rows: Vec<Row>,
    end: usize,
    unread: u32,
}

impl Layout {
    fn caption(&self, block: &Block) -> Option<Span> {
        match (block.caption, self.above) {
            (Some(caption), Some(above)) => Some(caption.cover(above)),
            (caption, above) => above.or(caption),
        }
    }

    /// Tries rows of `period` cells. The first row of values holds the first number, and no number stands in the heads.
    fn try_period(cells: &[Cell], first_number: usize, period: usize) -> Option<Self> {
        // The row of the first number begins with at most two cells of words.
        (0..=2.min(first_number)).find_map(|words| {
            let body = first_number - words;
            let pattern = cells.get(body..body + period)?;
            if !pattern.iter().skip(words).any(Cell::is_number) || !pattern.iter().any(Cell::is_words) {
                return None;
            }
            let pattern: Vec<bool> = pattern.iter().map(|cell| !cell.is_words()).collect();
            let values = pattern.iter().filter(|&&numeric| numeric).count();
            let head = Self::head(&cells[..body], &pattern, values)?;
            let above = &cells[..body - head.1];
            let (rows, used, unread) = rows(&cells[body..], &pattern)?;
            let end = cells[body + used - 1].span.end as usize;
            let above = above.last().map(|cell| cell.span);
            Some(Self { period, above, head: head.0, rows, end, unread })
        })
    }

    /// The heads with the number of cells they take: one for every column, or one for every value where the corners are blank.
    fn head(above: &[Cell], pattern: &[bool], values: usize) -> Option<(Vec<Cell>, usize)> {
        let period = pattern.len();
        let take = |count: usize| above.len().checked_sub(count).map(|from| &above[from..]);
        let full = take(period).filter(|head| head.iter().all(|cell| cell.is_words()));
        // A title above the heads is one or two cells, not a row.
        if let Some(head) = full.filter(|_| above.len() <= period + 2) {
            return Some((head.to_vec(), period));
        }
        // Lost corners: the heads are exactly the values', and repeat as the pattern does.
        let head = take(values).filter(|head| head.len() >= 2 && values < period && head.iter().all(|cell| cell.is_words()))?;
        if above.len() > values + 2 {
            return None;
        }
        let mut names = head.iter();
        let at = head[0].span.start as usize;
        let laid = pattern.iter().map(|&numeric| if numeric { names.next().copied() } else { Some(Cell::missing(at)) });
        Some((laid.collect::<Option<Vec<_>>>()?, values))
    }
}

/// Reads rows as long as they repeat the pattern: the rows, the number of cells used, and the number of rows left unread.
///
/// A row may lack the cells that a merged cell on its left covers; it then has as many blanks at its end, except for the last row, which
/// may simply stop. Words broken over two cells are taken together. Fewer than two rows prove nothing.
fn rows(cells: &[Cell], pattern: &[bool]) -> Option<(Vec<Row>, usize, u32)> {
    let period = pattern.len();
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0;
    let mut usual = None;
    while at < cells.len() {
        let rest = &cells[at..];
        let chunk = &rest[..period.min(rest.len())];
        let (row, used) = if chunk.len() == period && fits(chunk, pattern) {
            (chunk.to_vec(), period)
        } else if let Some((row, shift)) = shifted(chunk, pattern, usual) {
            usual = Some(shift);
            (row, chunk.len())
        } else if let Some((row, used)) = broken_words(rest, pattern) {
            (row, used)
        } else {
            break;
        };
        rows.push(Row { cells: row });
        at += used;
    }
    // What follows may be a heading or two, and no number.
    let left = &cells[at..];
    let clean = !left.iter().any(Cell::is_number);
    (rows.len() >= 2 && clean).then_some((rows, at, 0))
}

fn fits(chunk: &[Cell], pattern: &[bool]) -> bool {
    let fits = |cell: &Cell, numeric: bool| if numeric { !cell.is_words() } else { !cell.is_number() };
    chunk.iter().zip(pattern).all(|(cell, &numeric)| fits(cell, numeric)) && chunk.iter().any(|cell| !cell.is_blank())
}

/// A row that lacks cells on its left and was padded on its right, or that ends the table.
///
/// The last row may fit in several places; it then lies as the shifted rows before it do.
fn shifted(chunk: &[Cell], pattern: &[bool], usual: Option<usize>) -> Option<(Vec<Cell>, usize)> {
    let period = pattern.len();
    let filled = chunk.iter().rposition(|cell| !cell.is_blank())? + 1;
    let last = chunk.len() < period;
    let fitting = |shift: &usize| {
        let fits = shift + filled <= period && fits(&chunk[..filled], &pattern[*shift..]);
        fits && (last || shift + filled == period) && chunk[0].is_words()
    };
    let mut found = (1..period).filter(fitting);
    let only = found.next().filter(|_| found.next().is_none());
    let shift = only.or(usual.filter(fitting))?;
    let at = chunk[0].span.start as usize;
    let end = chunk[filled - 1].span.end as usize;
    let blanks = |count: usize, at: usize| std::iter::repeat_n(Cell::missing(at), count);
    Some((blanks(shift, at).chain(chunk[..filled].iter().copied()).chain(blanks(period - shift - filled, end)).collect(), shift))
}

/// A row in which one cell of words was broken in two.
fn broken_words(rest: &[Cell], pattern: &[bool]) -> Option<(Vec<Cell>, usize)> {
    let period = pattern.len();
    let chunk = rest.get(..period + 1)?;
    let mut found = (0..period).filter(|&column| {
        !pattern[column]
            && chunk[column].is_words()
            && chunk[column + 1].is_words()
            && fits(&chunk[..column], &pattern[..column]) | (column == 0)
            && fits(&chunk[column + 2..], &pattern[column + 1..])
    });
    let column = found.next().filter(|_| found.next().is_none())?;
    let mut row: Vec<Cell> = chunk.to_vec();
    row[column].span = row[column].span.cover(row[column + 1].span);
    row.remove(column + 1);
    Some((row, period + 1))
}
