//! Rows of cells laid into columns.

use super::blocks::Block;
use super::heads::{self, Below};
use super::{Cell, Column, ColumnKind, Content, Row, Table};

/// Lays the rows of a block into columns; `None` where nothing in it is a number.
pub(super) fn lay_out(text: &str, block: &Block) -> Option<Table> {
    let ruled = block.ruled.filter(|&rows| rows > 0 && !is_title(&block.rows[..rows.min(block.rows.len())]));
    let body = ruled.unwrap_or_else(|| first_body_row(text, &block.rows));
    let (head, rows) = block.rows.split_at(body.min(block.rows.len()));
    let grid = Grid::fit(rows)?;
    Some(finish(text, block, head, grid))
}

/// Whether the rows above the rule hold one cell of words: the title of the table, with the heads below the rule.
fn is_title(rows: &[Vec<Cell>]) -> bool {
    rows.first().is_some_and(|row| row.len() > 1) && rows.iter().flatten().filter(|cell| !cell.is_blank()).count() == 1
}

/// Rows that all have one cell for every column.
pub(super) struct Grid {
    pub(super) rows: Vec<Row>,
    /// For every column, whether it holds numbers.
    pub(super) numeric: Vec<bool>,
    pub(super) unread: u32,
}

/// Names the columns of a grid and tells what they hold.
pub(super) fn finish(text: &str, block: &Block, head: &[Vec<Cell>], grid: Grid) -> Table {
    let Grid { rows, numeric, unread } = grid;
    let width = numeric.len();
    let percent: Vec<bool> =
        (0..width).map(|column| rows.iter().any(|row| row.cells[column].value().is_some_and(|value| value.percent))).collect();
    let first = (0..width).find(|&column| numeric[column] && !is_counter(&rows, &numeric, column)).unwrap_or(width);
    let heads = heads::assign(head, &Below { text, width, first, percent: &percent });
    let columns = heads
        .into_iter()
        .enumerate()
        .map(|(column, heads)| {
            let leaf = heads.last().map_or("", |head| head.of(text));
            let kind = if !numeric[column] {
                ColumnKind::Words
            } else if INDEX_HEADS.iter().any(|word| leaf.contains(word))
                || is_counter(&rows, &numeric, column)
                || is_code(&rows, &numeric, column)
            {
                ColumnKind::Index
            } else if percent[column] || is_relative(leaf) {
                ColumnKind::Percent
            } else {
                ColumnKind::Amount
            };
            Column { heads, kind }
        })
        .collect();
    Table { span: block.span, caption: block.caption, columns, rows, unread, aligned: true }
}

const INDEX_HEADS: &[&str] = &["序号", "编号", "编码", "代码", "排名", "名次", "位次", "排序", "年份", "年度", "电话"];

/// Whether a head alone says that the numbers below are per cent.
fn is_relative(head: &str) -> bool {
    head.contains('%') || ["率", "占比", "比重", "比例", "增幅", "降幅", "增速", "幅度"].iter().any(|word| head.ends_with(word))
}

/// Whether a column only numbers the rows: 1, 2, 3 in front of words.
fn is_counter(rows: &[Row], numeric: &[bool], column: usize) -> bool {
    let words_follow = numeric[column + 1..].iter().any(|&numeric| !numeric);
    let numbers = rows.iter().filter_map(|row| row.cells[column].value());
    words_follow && rows.len() > 1 && numbers.zip(1i64..).all(|(value, n)| value.mantissa == n && value.places == 0)
}

/// Whether the first column holds codes: whole numbers without a sign in front of words, one in most rows.
fn is_code(rows: &[Row], numeric: &[bool], column: usize) -> bool {
    let codes = || rows.iter().filter_map(|row| row.cells[column].value());
    column == 0
        && numeric.get(1) == Some(&false)
        && codes().count() > 1
        && codes().all(|value| value.places == 0 && !value.percent && !value.signed && value.mantissa >= 100)
}

/// Heads are the rows before the first that holds numbers. Years over columns are no numbers.
fn first_body_row(text: &str, rows: &[Vec<Cell>]) -> usize {
    let years = |row: &[Cell]| {
        let mut numbers = row.iter().filter(|cell| cell.is_number()).peekable();
        numbers.peek().is_some() && numbers.all(|cell| is_year(cell.span.of(text)))
    };
    rows.iter()
        .enumerate()
        .position(|(index, row)| row.iter().any(Cell::is_number) && !(index == 0 && row.len() > 2 && years(row)))
        .unwrap_or(rows.len())
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Grid {
    /// Fits rows of different lengths into columns: the commonest length gives the pattern, and other rows must fit it from the right,
    /// as rows do that lack or add a merged cell on their left, or from the left, where only remarks are missing at their end.
    pub(super) fn fit(rows: &[Vec<Cell>]) -> Option<Self> {
        let with_numbers = || rows.iter().filter(|row| row.iter().any(Cell::is_number));
        let usual = most_common(with_numbers().map(Vec::len))?;
        let usual_numeric: Vec<bool> =
            (0..usual).map(|column| holds_numbers(with_numbers().filter(|row| row.len() == usual).map(|row| &row[column]))).collect();
        let first = usual_numeric.iter().position(|&numeric| numeric)?;
        // What stands left of the first number may be merged; counters in front of words are words here.
        let first = (first..usual)
            .rev()
            .find(|&column| !usual_numeric[column] && usual_numeric[column + 1..].contains(&true))
            .map_or(first, |words| if usual_numeric[..words].iter().filter(|&&numeric| numeric).count() <= 1 { words + 1 } else { first });
        let pattern = Pattern { numeric: &usual_numeric, first };
        let width = with_numbers()
            .filter(|row| row.len() > usual && row.len() <= usual + 2 && pattern.fits_from_right(row))
            .map(Vec::len)
            .max()
            .unwrap_or(usual);
        let extra = width - usual;
        let mut unread = 0;
        let mut laid = Vec::with_capacity(rows.len());
        for row in rows {
            let at = row.last().map_or(0, |cell| cell.span.end as usize);
            let front = row.first().map_or(0, |cell| cell.span.start as usize);
            let blanks = |count: usize, at: usize| std::iter::repeat_n(Cell::missing(at), count);
            let numbers = row.iter().any(Cell::is_number);
            let cells: Vec<Cell> = if !numbers && row.len() < usual {
                // A line of words inside the table names the rows that follow.
                row.iter().copied().chain(blanks(width - row.len(), at)).collect()
            } else if row.len() == usual {
                blanks(extra, front).chain(row.iter().copied()).collect()
            } else if row.len() <= width && pattern.fits_from_right(row) {
                blanks(width - row.len(), front).chain(row.iter().copied()).collect()
            } else if pattern.fits_from_left(row) {
                blanks(extra, front).chain(row.iter().copied()).chain(blanks(usual - row.len(), at)).collect()
            } else {
                unread += u32::from(numbers);
                continue;
            };
            laid.push(Row { cells });
        }
        let numeric: Vec<bool> = std::iter::repeat_n(false, extra).chain(usual_numeric.iter().copied()).collect();
        Some(Self { rows: laid, numeric, unread })
    }
}

struct Pattern<'a> {
    numeric: &'a [bool],
    /// The first column of the part that no row may lack.
    first: usize,
}

impl Pattern<'_> {
    /// Whether a row of another length fits when its last cell is laid into the last column.
    fn fits_from_right(&self, row: &[Cell]) -> bool {
        let width = self.numeric.len();
        let needed = width - self.first;
        if row.len() < needed {
            return false;
        }
        let (words, values) = row.split_at(row.len() - needed);
        words.iter().all(|cell| !cell.is_number())
            && words.last().is_none_or(Cell::is_words)
            && values.iter().zip(&self.numeric[self.first..]).all(|(cell, &numeric)| suits(cell, numeric))
    }

    /// Whether a shorter row fits from the left, and lacks nothing but words.
    fn fits_from_left(&self, row: &[Cell]) -> bool {
        row.len() < self.numeric.len()
            && row.iter().zip(self.numeric).all(|(cell, &numeric)| suits(cell, numeric))
            && self.numeric[row.len()..].iter().all(|&numeric| !numeric)
    }
}

fn suits(cell: &Cell, numeric: bool) -> bool {
    match cell.content {
        Content::Blank | Content::Dash => true,
        Content::Number(_) => numeric,
        Content::Words => !numeric,
    }
}

/// Whether a column holds numbers: most of what stands in it is one.
pub(super) fn holds_numbers<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let (mut numbers, mut words) = (0, 0);
    for cell in cells {
        numbers += usize::from(cell.is_number());
        words += usize::from(cell.is_words());
    }
    numbers > 0 && numbers >= 3 * words
}

fn most_common(lengths: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for length in lengths {
        match counts.iter_mut().find(|(known, _)| *known == length) {
            Some((_, count)) => *count += 1,
            None => counts.push((length, 1)),
        }
    }
    counts.into_iter().filter(|&(length, _)| length > 1).max_by_key(|&(length, count)| (count, length)).map(|(length, _)| length)
}
