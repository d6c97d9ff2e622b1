//! Heads: which words stand over which column, where heads are nested and cells are merged.

use super::Cell;
use crate::text::Span;

/// What is known of the columns below the heads.
pub(super) struct Below<'a> {
    pub(super) text: &'a str,
    /// The number of columns.
    pub(super) width: usize,
    /// The first column of values: those before it say what a row is called.
    pub(super) first: usize,
    /// For every column, whether its cells carry `%`.
    pub(super) percent: &'a [bool],
}

/// The heads of every column, the outermost first. Empty where they cannot be told.
pub(super) fn assign(rows: &[Vec<Cell>], below: &Below) -> Vec<Vec<Span>> {
    let mut heads = vec![Vec::new(); below.width];
    let rows: Vec<&Vec<Cell>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.is_blank())).collect();
    let Some((leaf, upper)) = rows.split_last() else { return heads };
    if upper.iter().all(|row| row.len() == below.width) && leaf.len() == below.width {
        expanded(&rows, &mut heads);
    } else if leaf.len() <= below.width && leaf.len() + below.first >= below.width {
        // The lowest row covers all values; what is missing on its left are merged cells over the words.
        right_aligned(leaf, &mut heads);
        for row in upper.iter().rev() {
            groups(row, below, &mut heads);
        }
        if let Some(row) = upper.first() {
            words(row, below, &mut heads);
        }
    } else if let Some(row) = upper.last() {
        merged(row, leaf, below, &mut heads);
    }
    heads
}

fn push(head: &mut Vec<Span>, cell: &Cell) {
    if !cell.is_blank() {
        head.push(cell.span);
    }
}

/// Every merged cell is written out, as blanks or repeated.
fn expanded(rows: &[&Vec<Cell>], heads: &mut [Vec<Span>]) {
    for (depth, row) in rows.iter().enumerate() {
        let mut group = None;
        for (column, cell) in row.iter().enumerate() {
            if !cell.is_blank() {
                group = Some(cell);
                heads[column].push(cell.span);
            } else if rows[depth + 1..].iter().any(|lower| !lower[column].is_blank()) {
                // A blank above a head of its own belongs to the group on its left.
                if let Some(group) = group.filter(|_| depth + 1 < rows.len()) {
                    heads[column].push(group.span);
                }
            }
        }
    }
}

fn right_aligned(leaf: &[Cell], heads: &mut [Vec<Span>]) {
    let offset = heads.len() - leaf.len();
    for (cell, head) in leaf.iter().zip(&mut heads[offset..]) {
        push(head, cell);
    }
}

/// The heads over the words, in the top row where the lowest does not reach them.
fn words(row: &[Cell], below: &Below, heads: &mut [Vec<Span>]) {
    for (head, cell) in heads.iter_mut().take(below.first).zip(row) {
        if head.is_empty() {
            push(head, cell);
        }
    }
}

/// An upper row whose groups all have one width, because the heads below repeat themselves.
fn groups(row: &[Cell], below: &Below, heads: &mut [Vec<Span>]) {
    let values = below.width - below.first;
    let cells = match row.len() {
        length if length > 1 && values.is_multiple_of(length) => row,
        length if length > 2 && values.is_multiple_of(length - 1) => &row[1..],
        _ => return,
    };
    let size = values / cells.len();
    let name = |column: usize| heads[below.first + column].last().map(|head| head.of(below.text));
    if size < 2 || (size..values).any(|column| name(column) != name(column - size)) {
        return;
    }
    for (column, head) in heads[below.first..].iter_mut().enumerate() {
        let cell = &cells[column / size];
        if !cell.is_blank() {
            head.insert(0, cell.span);
        }
    }
}

/// Two rows of heads with merged cells left out: the lower row stands only below the groups of the upper one. Of all ways to lay them
/// out those are kept in which the heads fit the cells below; the heads are told only where these agree.
fn merged(upper: &[Cell], lower: &[Cell], below: &Below, heads: &mut [Vec<Span>]) {
    let values = below.width - below.first;
    let Some(singles) = values.checked_sub(lower.len()) else { return };
    let mut layouts = Vec::new();
    for leading in 1..=below.first.min(upper.len()) {
        let tops = &upper[leading..];
        if tops.len() <= 8 && values <= 16 && tops.len() >= singles {
            let mut search = Search { tops, lower, below, singles, layouts: &mut layouts };
            search.extend(&mut Vec::new(), 0, 0);
        }
    }
    let Some((first, others)) = layouts.split_first() else { return };
    let leaf = |pair: &Pair| pair.1.unwrap_or(pair.0);
    if others.iter().any(|other| other.iter().map(leaf).ne(first.iter().map(leaf))) {
        return;
    }
    for (column, pair) in first.iter().enumerate() {
        let head = &mut heads[below.first + column];
        let agreed = others.iter().all(|other| other[column].0 == pair.0);
        match pair {
            (top, Some(leaf)) => head.extend(agreed.then_some(*top).into_iter().chain([*leaf])),
            (top, None) => head.push(*top),
        }
    }
    words(upper, below, heads);
}

/// The upper head of a column, and the lower where it has one.
type Pair = (Span, Option<Span>);

struct Search<'a> {
    tops: &'a [Cell],
    lower: &'a [Cell],
    below: &'a Below<'a>,
    singles: usize,
    layouts: &'a mut Vec<Vec<Pair>>,
}

impl Search<'_> {
    /// Lays out the next upper cell as a single column or as a group of two or more.
    fn extend(&mut self, row: &mut Vec<Pair>, top: usize, used: usize) {
        if self.layouts.len() > 32 {
            return;
        }
        let Some(cell) = self.tops.get(top) else {
            if used == self.lower.len() && row.len() == self.below.width - self.below.first {
                self.layouts.push(row.clone());
            }
            return;
        };
        let length = row.len();
        let singles = row.iter().filter(|pair| pair.1.is_none()).count();
        if singles < self.singles && self.fits(length, cell.span) {
            row.push((cell.span, None));
            self.extend(row, top + 1, used);
            row.truncate(length);
        }
        for size in 1..=self.lower.len() - used {
            let leaf = self.lower[used + size - 1].span;
            if !self.fits(length + size - 1, leaf) {
                break;
            }
            row.push((cell.span, Some(leaf)));
            if size >= 2 {
                self.extend(row, top + 1, used + size);
            }
            row.truncate(length + size);
        }
        row.truncate(length);
    }

    /// Whether a head can stand over a value column: shares stand under words for shares, counts do not stand under a rate.
    fn fits(&self, column: usize, head: Span) -> bool {
        let Some(&percent) = self.below.percent.get(self.below.first + column) else { return false };
        let words = head.of(self.below.text);
        if percent {
            words.contains(RELATIVE)
        } else {
            words.contains('%') || !(words.ends_with(['率', '比']) || words.ends_with("幅度"))
        }
    }
}

/// What the heads of relative figures contain.
pub(super) const RELATIVE: &[char] = &['%', '率', '比', '幅', '增', '减', '升', '降', '长', '度'];
