//! Tables that stand side by side in the same rows: `来源 | 数量 | 类型 | 数量`.

use super::{ColumnKind, Row, Table};

/// Adds the table, or the tables that it consists of.
pub(super) fn split(text: &str, table: Table, tables: &mut Vec<Table>) {
    let Some(panels) = panels(&table) else {
        tables.push(table);
        return;
    };
    if continues(text, &table, &panels) {
        tables.push(stack(&table, &panels));
    } else {
        tables.extend(panels.iter().map(|panel| cut(&table, panel)));
    }
}

/// Columns that belong together: words, then values.
struct Panel {
    /// Columns in front of all panels, which they share.
    shared: usize,
    words: std::ops::Range<usize>,
    values: std::ops::Range<usize>,
}

/// The panels of a table where it has several: words with values behind them, more than once.
fn panels(table: &Table) -> Option<Vec<Panel>> {
    let kinds: Vec<ColumnKind> = table.columns.iter().map(|column| column.kind).collect();
    let mut panels: Vec<Panel> = Vec::new();
    let mut at = 0;
    // A figure in front of the words stands for all panels: a total that spans the rows.
    while at < kinds.len() && kinds[at].is_figures() {
        at += 1;
    }
    let shared = at;
    while at < kinds.len() {
        let words = at;
        while at < kinds.len() && !kinds[at].is_figures() {
            at += 1;
        }
        let values = at;
        while at < kinds.len() && kinds[at].is_figures() {
            at += 1;
        }
        if values == at || words == values || kinds[words..values].iter().all(|&kind| kind == ColumnKind::Index) {
            // Remarks at the end of the rows are no panel.
            break;
        }
        panels.push(Panel { shared, words: words..values, values: values..at });
    }
    (panels.len() > 1).then_some(panels)
}

/// Whether the panels are one table that was set in several columns to save paper: the same heads, and one total for all.
fn continues(text: &str, table: &Table, panels: &[Panel]) -> bool {
    let leaves = |range: &std::ops::Range<usize>| -> Vec<&str> {
        table.columns[range.clone()].iter().map(|column| column.heads.last().map_or("", |head| head.of(text))).collect()
    };
    let tops = |panel: &Panel| {
        table.columns[panel.values.start]
            .heads
            .first()
            .filter(|_| table.columns[panel.values.start].heads.len() > 1)
            .map(|head| head.of(text))
    };
    let first = &panels[0];
    if first.shared > 0
        || panels[1..].iter().any(|panel| {
            leaves(&panel.values) != leaves(&first.values) || leaves(&panel.words) != leaves(&first.words) || tops(panel) != tops(first)
        })
    {
        return false;
    }
    let totals =
        |panel: &Panel| table.rows.iter().any(|row| row.cells[panel.words.clone()].iter().any(|cell| total_rank(cell.span.of(text)) > 0));
    !panels[..panels.len() - 1].iter().any(totals)
}

/// Whether words are those of a total: 小计 is 1, 合计 2, 总计 3; 0 for other words.
pub(crate) fn total_rank(words: &str) -> u8 {
    let mut letters = words.chars().rev().filter(|c| !c.is_whitespace() && !matches!(c, ')' | ':'));
    match (letters.next(), letters.next()) {
        (Some('计'), Some('小')) => 1,
        (Some('计'), Some('合' | '共')) => 2,
        (Some('计'), Some('总')) => 3,
        _ => 0,
    }
}

fn cut(table: &Table, panel: &Panel) -> Table {
    let columns: Vec<usize> = (0..panel.shared).chain(panel.words.clone()).chain(panel.values.clone()).collect();
    let rows = table
        .rows
        .iter()
        .map(|row| Row { cells: columns.iter().map(|&column| row.cells[column]).collect() })
        .filter(|row: &Row| row.cells[panel.shared..].iter().any(|cell| !cell.is_blank()))
        .collect();
    Table {
        span: table.span,
        caption: table.caption,
        columns: columns.iter().map(|&column| table.columns[column].clone()).collect(),
        rows,
        unread: table.unread,
        aligned: table.aligned,
    }
}

fn stack(table: &Table, panels: &[Panel]) -> Table {
    let mut stacked: Vec<Table> = panels.iter().map(|panel| cut(table, panel)).collect();
    let rows = stacked.iter_mut().flat_map(|panel| std::mem::take(&mut panel.rows)).collect();
    Table { rows, ..stacked.swap_remove(0) }
}
