//! Tables of text for a terminal: columns as wide as their words, wide characters counted as two, long cells wrapped and never cut.

use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The narrowest that a wrapped column becomes.
const NARROWEST: usize = 10;

/// A column with its head.
pub(super) struct Column {
    head: &'static str,
    wraps: bool,
}

impl Column {
    /// A column that always has the width of its longest cell.
    pub(super) fn fixed(head: &'static str) -> Self {
        Self { head, wraps: false }
    }

    /// A column whose cells are wrapped where the table would be too wide.
    pub(super) fn wrapped(head: &'static str) -> Self {
        Self { head, wraps: true }
    }
}

/// Rows under heads.
pub(super) struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub(super) fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row, one cell for every column.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Writes the table in at most `width` columns of a terminal, as far as its fixed columns allow, and an empty line.
    pub(super) fn write(&self, width: usize, out: &mut impl Write) -> io::Result<()> {
        let widths = self.widths(width);
        let heads: Vec<String> = self.columns.iter().map(|column| column.head.to_owned()).collect();
        write_row(&heads, &widths, out)?;
        let rule: Vec<String> = widths.iter().map(|&width| "-".repeat(width + 2)).collect();
        writeln!(out, "|{}|", rule.join("|"))?;
        for row in &self.rows {
            write_row(row, &widths, out)?;
        }
        writeln!(out)
    }

    /// The width of every column: what it needs, or its part of what the fixed columns leave.
    fn widths(&self, width: usize) -> Vec<usize> {
        let needs: Vec<usize> = (0..self.columns.len())
            .map(|column| {
                let cells = self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
                cells.max(self.columns[column].head.width())
            })
            .collect();
        // Each column has a bar and two blanks, and one bar closes the row.
        let bars = 3 * needs.len() + 1;
        let fixed: usize = needs.iter().zip(&self.columns).filter(|(_, column)| !column.wraps).map(|(need, _)| need).sum();
        let mut left = width.saturating_sub(bars + fixed);
        let mut open: Vec<usize> = (0..needs.len()).filter(|&column| self.columns[column].wraps).collect();
        let mut widths = needs.clone();
        // Columns that need less than an even share leave the rest to the others.
        open.sort_by_key(|&column| needs[column]);
        let mut remaining = open.len();
        for column in open {
            widths[column] = needs[column].min((left / remaining).max(NARROWEST));
            left = left.saturating_sub(widths[column]);
            remaining -= 1;
        }
        widths
    }
}

fn write_row(cells: &[String], widths: &[usize], out: &mut impl Write) -> io::Result<()> {
    let wrapped: Vec<Vec<&str>> = cells.iter().zip(widths).map(|(cell, &width)| wrap(cell, width)).collect();
    let lines = wrapped.iter().map(Vec::len).max().unwrap_or(1);
    for line in 0..lines {
        for (cell, &width) in wrapped.iter().zip(widths) {
            let words = cell.get(line).copied().unwrap_or_default();
            write!(out, "| {words}{} ", " ".repeat(width.saturating_sub(words.width())))?;
        }
        writeln!(out, "|")?;
    }
    Ok(())
}

/// The lines of a cell: broken at a blank where there is one in the second half of the line, else between any two characters.
fn wrap(text: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while rest.width() > width {
        let mut used = 0;
        let fits = rest
            .char_indices()
            .find(|(_, c)| {
                used += c.width().unwrap_or(0);
                used > width
            })
            .map_or(rest.len(), |(at, _)| at);
        let first = rest.chars().next().map_or(rest.len(), char::len_utf8);
        let fits = fits.max(first);
        let cut = rest[..fits].rfind(' ').filter(|&at| at * 2 > fits).unwrap_or(fits);
        lines.push(rest[..cut].trim_end());
        rest = rest[cut..].trim_start();
    }
    lines.push(rest);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(width: usize) -> String {
        let mut table = Table::new(vec![Column::fixed("位置"), Column::wrapped("指标"), Column::fixed("结论")]);
        table.row(vec!["12:3".into(), "全市行政机关收到的行政复议申请".into(), "相符".into()]);
        let mut out = Vec::new();
        table.write(width, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn wide_characters_take_two_columns_and_nothing_is_cut() {
        for width in [40, 80, 120] {
            let table = shown(width);
            let lines: Vec<&str> = table.lines().filter(|line| !line.is_empty()).collect();
            assert!(lines.iter().all(|line| line.width() <= width), "{table}");
            assert!(lines.iter().all(|line| line.width() == lines[0].width()), "{table}");
            let words: String = table.chars().filter(|c| !matches!(c, '|' | '-' | ' ' | '\n')).collect();
            assert!(words.contains("全市行政机关收到的行政复议申请") || width < 60, "{table}");
        }
    }

    #[test]
    fn a_formula_is_broken_at_its_blanks() {
        assert_eq!(wrap("120 + 30 = 150", 9), ["120 + 30", "= 150"]);
        assert_eq!(wrap("行政复议申请", 5), ["行政", "复议", "申请"]);
        assert_eq!(wrap("", 5), [""]);
    }
}
