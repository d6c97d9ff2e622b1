//! Budgets of income and spending side by side whose empty cells were lost, and whose cells may be glued together:
//! `一、财政拨款收入 | 100一、公共安全支出 | 60`, `二、事业收入`, `收入总计 | 100 | 支出总计 | 100`.
//!
//! A line of two totals closes such a table. Above it each line holds a name and its amounts for one side or for both; what spends is on
//! the right. Where several amounts belong to a name, the first is the name's whole, and under which heads the others stand is not known.

use super::{Cell, Column, ColumnKind, Row, Table};
use crate::text::Span;
use memchr::memmem;

/// The names of the two totals.
const INCOME: &[&str] = &["收入总计", "收入合计"];
const SPENDING: &[&str] = &["支出总计", "支出合计"];
/// The name of a total stands no farther behind the start of its line, in bytes; and no line of such a table is longer.
const OPENING: usize = 60;
const LINE: usize = 900;
/// A table has no more lines.
const LINES: usize = 60;
/// The heads stand in no more lines above it.
const HEADS: usize = 5;

/// A name with its amounts.
type Entry = Vec<Cell>;

/// Finds such tables in a part of the text: the lines that each takes, and its two sides.
pub(super) fn find(text: &str, span: Span) -> Vec<(Span, [Table; 2])> {
    let mut found: Vec<(Span, [Table; 2])> = Vec::new();
    let mut floor = span.start as usize;
    for total in INCOME.iter().flat_map(|name| memmem::find_iter(span.of(text).as_bytes(), name.as_bytes())) {
        let at = span.start as usize + total;
        // The name opens its line, and the line is short.
        let near = text.ceil_char_boundary(at.saturating_sub(OPENING).max(floor.min(at)));
        let start = text[near..at].rfind('\n').map_or(near, |line| near + line + 1);
        let far = text.floor_char_boundary((at + LINE).min(span.end as usize));
        let end = at + text[at..far].find('\n').unwrap_or(far - at);
        if at >= floor
            && (start == floor || text[..start].ends_with('\n'))
            && let Some(table) = above(text, floor, Span::new(start, end))
        {
            floor = end;
            found.push(table);
        }
    }
    found
}

/// The table above a line of totals.
fn above(text: &str, floor: usize, total: Span) -> Option<(Span, [Table; 2])> {
    let [income, spending] = entries(text, total)?;
    let (income, spending) = (income?, spending?);
    let named = |entry: &Entry, names: &[&str]| names.iter().any(|name| entry[0].span.of(text).ends_with(name));
    if !named(&income, INCOME) || !named(&spending, SPENDING) || income.len() < 2 || spending.len() < 2 {
        return None;
    }
    let mut sides = [vec![income], vec![spending]];
    let mut start = total.start as usize;
    let mut lost = false;
    let mut unread = 0;
    for _ in 0..LINES {
        let Some(end) = start.checked_sub(1).filter(|&end| end > floor) else { break };
        let Some(from) = line_start(text, floor, end) else { break };
        if !is_numbered(text[from..end].trim_start()) {
            break;
        }
        start = from;
        let Some([left, right]) = entries(text, Span::new(from, end)) else {
            unread += 1;
            continue;
        };
        let width = |entry: &Option<Entry>| entry.as_ref().map_or(0, Vec::len);
        lost |= width(&left) != sides[0][0].len() || width(&right) != sides[1][0].len() || is_glued(text, from, end);
        for (side, entry) in sides.iter_mut().zip([left, right]) {
            side.extend(entry);
        }
    }
    // What lost nothing is a table like any other.
    if !lost || sides.iter().all(|side| side.len() < 3) {
        return None;
    }
    let span = Span::new(start, total.end as usize);
    let whole = head(text, floor, start);
    Some((span, sides.map(|side| lay_out(span, whole, side, unread))))
}

/// Where the line that ends at an offset begins; `None` where it is too long.
fn line_start(text: &str, floor: usize, end: usize) -> Option<usize> {
    let near = text.ceil_char_boundary(end.saturating_sub(LINE).max(floor));
    let found = text[near..end].rfind('\n').map(|line| near + line + 1);
    found.or_else(|| (near == floor).then_some(floor))
}

/// The head that names the whole of several amounts, in the lines above the table.
fn head(text: &str, floor: usize, start: usize) -> Option<Span> {
    let mut end = start;
    for _ in 0..HEADS {
        let last = end.checked_sub(1).filter(|&last| last > floor)?;
        let from = line_start(text, floor, last)?;
        if let Some(at) = text[from..last].find("合计") {
            return Some(Span::new(from + at, from + at + "合计".len()));
        }
        end = from;
    }
    None
}

/// Lays the entries of one side, the last first, into rows.
fn lay_out(span: Span, whole: Option<Span>, mut side: Vec<Entry>, unread: u32) -> Table {
    side.reverse();
    let width = side.iter().map(Vec::len).max().unwrap_or(1).max(2);
    let aligned = width == 2 || side.iter().all(|entry| entry.len() == 1 || entry.len() == width);
    let rows = side
        .into_iter()
        .map(|mut cells| {
            let end = cells.last().map_or(span.start, |cell| cell.span.end) as usize;
            cells.resize(width, Cell::missing(end));
            Row { cells }
        })
        .collect();
    let column = |at: usize| Column {
        heads: if at == 1 && width > 2 { whole.into_iter().collect() } else { Vec::new() },
        kind: if at == 0 { ColumnKind::Words } else { ColumnKind::Amount },
    };
    Table { span, caption: None, columns: (0..width).map(column).collect(), rows, unread, aligned }
}

/// The entries of a line: that of income and that of spending; `None` where its cells are no such entries.
fn entries(text: &str, line: Span) -> Option<[Option<Entry>; 2]> {
    let mut found: Vec<Entry> = Vec::new();
    for cell in cells(text, line) {
        if cell.is_words() {
            found.push(vec![cell]);
        } else if cell.is_number() {
            found.last_mut()?.push(cell);
        }
    }
    let mut found = found.into_iter();
    match (found.next(), found.next(), found.next()) {
        (Some(left), Some(right), None) => Some([Some(left), Some(right)]),
        (Some(only), None, None) if only[0].span.of(text).contains("支出") => Some([None, Some(only)]),
        (Some(only), None, None) => Some([Some(only), None]),
        _ => None,
    }
}

/// The cells of a line; one that holds an amount with the next name behind it is two.
fn cells(text: &str, line: Span) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut start = line.start as usize;
    for part in line.of(text).split(['|', '\t']) {
        let end = start + part.len();
        match glue(part) {
            Some(at) => cells.extend([Cell::read(text, start, start + at), Cell::read(text, start + at, end)]),
            None => cells.push(Cell::read(text, start, end)),
        }
        start = end + 1;
    }
    cells
}

/// Where the name begins in a cell that holds an amount and a name behind it.
fn glue(cell: &str) -> Option<usize> {
    let body = cell.trim_start();
    let at = body.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.' | ' '))?;
    let rest = &body[at..];
    let numeral = rest.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    (at > 0 && numeral.len() < rest.len() && numeral.starts_with('、')).then_some(cell.len() - body.len() + at)
}

fn is_glued(text: &str, from: usize, end: usize) -> bool {
    text[from..end].split(['|', '\t']).any(|cell| glue(cell).is_some())
}

/// Whether a line begins with the number of a row.
fn is_numbered(line: &str) -> bool {
    let han = line.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    han.len() < line.len() && han.starts_with('、')
        || digits.len() < line.len() && line.len() - digits.len() <= 2 && digits.starts_with(['、', '.'])
        || line.starts_with("(一)")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "项目 | 预算数 | 项目 | 基本支出\n合计 | 项目支出\n一、财政拨款收入 | 300一、公共安全支出 | 200 | 150 | 50\n\
                        1、一般公共预算 | 300二、社会保障支出 | 60 | 60\n2、政府性基金 | 三、卫生健康支出 | 40 | 30 | 10\n二、事业收入\n\
                        收入总计 | 300 | 支出总计 | 300 | 240 | 60\n";

    #[test]
    fn two_sides_are_told_apart() {
        let found = find(TEXT, Span::new(0, TEXT.len()));
        let [(span, [income, spending])] = found.as_slice() else { panic!("one table") };
        assert!(span.of(TEXT).starts_with("一、财政拨款收入") && span.of(TEXT).ends_with("60"));
        let names = |table: &Table| table.rows.iter().map(|row| row.cells[0].span.of(TEXT)).collect::<Vec<_>>();
        assert_eq!(names(income), ["一、财政拨款收入", "1、一般公共预算", "2、政府性基金", "二、事业收入", "收入总计"]);
        assert_eq!(names(spending), ["一、公共安全支出", "二、社会保障支出", "三、卫生健康支出", "支出总计"]);
        assert_eq!((income.columns.len(), spending.columns.len()), (2, 4));
        assert!(income.aligned && !spending.aligned);
        assert_eq!(spending.columns[1].heads[0].of(TEXT), "合计");
    }

    #[test]
    fn a_table_that_lost_nothing_is_left_alone() {
        let text =
            "一、财政拨款 | 300 | 一、公共安全支出 | 200\n二、事业收入 | 0 | 二、社会保障支出 | 100\n收入总计 | 300 | 支出总计 | 300\n";
        assert!(find(text, Span::new(0, text.len())).is_empty());
    }
}
