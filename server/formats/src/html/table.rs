//! Tables of a page: rows of cells with merged ones in their places, frames around the content, the table of metadata.

use super::{Reader, furniture};
use crate::limits::MAX_XML_DEPTH;
use crate::{Bomb, ReadError};
use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

impl Reader {
    /// Reads a table: rows of cells, what frames the page's content, or the page's metadata.
    pub(super) fn table(&mut self, node: NodeRef<'_, Node>, depth: usize) -> Result<(), ReadError> {
        let mut rows = Vec::new();
        gather_rows(node, 0, &mut rows)?;
        let single = rows.iter().all(|row| cells(*row).count() <= 1);
        if single {
            // A frame around the page's content.
            for row in rows {
                for (cell, _) in cells(row) {
                    self.end_block();
                    self.children(cell, depth + 1)?;
                    self.end_block();
                }
            }
            return Ok(());
        }
        let grid = self.grid(&rows, depth)?;
        if let Some(metadata) = metadata(&grid) {
            self.page.metadata.extend(metadata);
            return Ok(());
        }
        if !self.page.text.is_empty() {
            self.page.text.push('\n');
        }
        for row in grid {
            self.page.text.push_str(&row.join(" | "));
            self.page.text.push_str(" |\n");
        }
        Ok(())
    }

    /// The table's cells by row and column; a merged cell keeps its text where it begins.
    fn grid(&self, rows: &[NodeRef<'_, Node>], depth: usize) -> Result<Vec<Vec<String>>, ReadError> {
        let mut grid = Vec::new();
        let mut covered: Vec<usize> = Vec::new();
        let mut made = 0;
        for row in rows {
            let mut line: Vec<String> = Vec::new();
            let cover = |line: &mut Vec<String>, covered: &mut Vec<usize>| {
                while let Some(left) = covered.get_mut(line.len()).filter(|left| **left > 0) {
                    *left -= 1;
                    line.push(String::new());
                }
            };
            for (cell, element) in cells(*row) {
                cover(&mut line, &mut covered);
                let span = |key| element.attr(key).and_then(|v| v.trim().parse().ok()).unwrap_or(1);
                let (wide, high): (usize, usize) = (span("colspan"), span("rowspan"));
                let mut inner = Reader { by_name: self.by_name, ..Reader::default() };
                inner.children(cell, depth + 1)?;
                inner.end_block();
                if made + line.len() > MAX_CELLS {
                    return Err(ReadError::Bomb(Bomb::Text));
                }
                for column in 0..wide.clamp(1, MAX_COLUMNS) {
                    let text = if column == 0 { flat(&inner.page.text) } else { String::new() };
                    let at = line.len();
                    line.push(text);
                    if covered.len() <= at {
                        covered.resize(at + 1, 0);
                    }
                    covered[at] = high.clamp(1, MAX_ROWS) - 1;
                }
            }
            cover(&mut line, &mut covered);
            made += line.len();
            if made > MAX_CELLS {
                return Err(ReadError::Bomb(Bomb::Text));
            }
            if line.iter().any(|cell| !cell.is_empty()) {
                grid.push(line);
            }
        }
        Ok(grid)
    }
}

const MAX_COLUMNS: usize = 64;
const MAX_ROWS: usize = 10_000;

/// The most cells of one table, those that merged cells cover included: a few bytes of `rowspan` may ask for any number of them.
const MAX_CELLS: usize = 1_000_000;

fn flat(text: &str) -> String {
    text.split('\n').filter(|l| !l.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The rows of a table, without those of tables inside it.
fn gather_rows<'t>(node: NodeRef<'t, Node>, depth: usize, rows: &mut Vec<NodeRef<'t, Node>>) -> Result<(), ReadError> {
    if depth > MAX_XML_DEPTH {
        return Err(ReadError::Bomb(Bomb::Depth));
    }
    for child in node.children() {
        match child.value().as_element().map(Element::name) {
            Some("tr") => rows.push(child),
            Some("tbody" | "thead" | "tfoot") => gather_rows(child, depth + 1, rows)?,
            _ => {}
        }
    }
    Ok(())
}

fn cells<'t>(row: NodeRef<'t, Node>) -> impl Iterator<Item = (NodeRef<'t, Node>, &'t Element)> {
    row.children().filter_map(|child| {
        let element = child.value().as_element()?;
        matches!(element.name(), "td" | "th").then_some((child, element))
    })
}

/// A table with at least two labels of metadata, as pairs of label and value.
fn metadata(grid: &[Vec<String>]) -> Option<Vec<(String, String)>> {
    let mut pairs = Vec::new();
    for row in grid {
        let mut waiting: Option<&'static str> = None;
        for cell in row {
            if let Some(label) = furniture::label(cell) {
                waiting = Some(label);
            } else if let Some((label, value)) = cell.split_once(['：', ':']).and_then(|(l, v)| Some((furniture::label(l)?, v))) {
                pairs.push((label.to_owned(), value.trim().to_owned()));
            } else if let Some(label) = waiting.take_if(|_| !cell.is_empty()) {
                pairs.push((label.to_owned(), cell.clone()));
            }
        }
    }
    (pairs.len() >= 2).then_some(pairs)
}

#[cfg(test)]
mod tests {
    use crate::html::read;

    #[test]
    fn merged_cells_cannot_ask_for_more_than_there_is() {
        let row = "<td colspan=64 rowspan=10000>x</td>".repeat(1000);
        let page = format!("<table><tr>{row}</tr>{}</table>", "<tr><td>y</td></tr>".repeat(9000));
        assert!(read(&page).is_err());
    }
}
