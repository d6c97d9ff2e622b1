//! Tables as lines: one row a line, cells joined by bars.

use super::map::{Flow, Source};

/// A cell as it is gathered.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) flow: Flow,
    /// How many columns it spans.
    pub(super) span: usize,
    /// Whether it only continues the cell above.
    pub(super) continued: bool,
    /// The index of a paragraph in it, to which made text belongs.
    pub(super) paragraph: usize,
}

/// A row as it is gathered.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// Empty columns before its first cell and behind its last.
    pub(super) before: usize,
    pub(super) after: usize,
    /// Deleted by a tracked change, or hidden.
    pub(super) gone: bool,
}

/// A table as it is gathered.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Row>,
}

/// No real table has more columns; a larger span is a mistake or malice.
pub(super) const MAX_COLUMNS: usize = 63;

impl Table {
    /// Writes the table behind what the flow holds.
    ///
    /// A table with a single column is only a frame: its paragraphs are read as if it were not there. A merged cell keeps
    /// its text where it begins and leaves the other columns or rows empty, so that columns stay aligned.
    pub(super) fn write(self, into: &mut Flow, part: usize) {
        let rows = self.rows.into_iter().filter(|row| !row.gone);
        let rows: Vec<Row> = rows.filter(|row| !row.cells.is_empty()).collect();
        let frame = rows.iter().all(|row| row.cells.len() == 1 && row.before + row.after == 0);
        for row in rows {
            if frame {
                for cell in row.cells {
                    into.append(cell.flow);
                }
                continue;
            }
            let first = row.cells.first().map_or(0, |c| c.paragraph);
            into.push(&"| ".repeat(row.before.min(MAX_COLUMNS)), part, Source::Separator(first));
            let last = row.cells.len() - 1;
            for (index, cell) in row.cells.into_iter().enumerate() {
                let paragraph = cell.paragraph;
                if !cell.continued {
                    into.append(cell.flow.flattened());
                }
                let empty = cell.span.clamp(1, MAX_COLUMNS) - 1;
                let more = if index == last { row.after.min(MAX_COLUMNS) } else { 0 };
                let bars = " |".repeat(1 + empty + more);
                let bars = if index == last { bars } else { bars + " " };
                into.push(&bars, part, Source::Separator(paragraph));
            }
            into.push("\n", part, Source::Made(first));
        }
    }
}
