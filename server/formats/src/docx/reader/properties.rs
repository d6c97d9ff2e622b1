//! Properties of paragraphs, runs, rows and cells, as far as they matter for the text.

use super::super::table::MAX_COLUMNS;
use super::super::xml::Element;
use super::Reader;
use crate::NoteKind;

impl<'a> Reader<'a, '_> {
    pub(super) fn open_mark(&mut self, parent: &str, local: &str) {
        if local != "del" && local != "moveFrom" {
            return;
        }
        if parent == "trPr" {
            self.note(NoteKind::Deletions);
            if let Some(row) = self.tables.last_mut().and_then(|t| t.rows.last_mut()) {
                row.gone = true;
            }
        } else if parent == "rPr"
            && self.path.iter().rev().nth(2) == Some(&"pPr")
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.mark_deleted = true;
        }
    }

    /// Properties of paragraphs, runs and cells.
    pub(super) fn property(&mut self, parent: &str, local: &str, element: &Element<'a>) {
        let value = || element.attribute("val");
        let number = || value().and_then(|v| v.parse::<usize>().ok()).unwrap_or(0);
        let row = self.tables.last_mut().and_then(|t| t.rows.last_mut());
        match (parent, local) {
            ("tcPr", "gridSpan") => {
                if let Some(cell) = row.and_then(|r| r.cells.last_mut()) {
                    cell.span = number().clamp(1, MAX_COLUMNS);
                }
            }
            ("tcPr", "vMerge") => {
                if let Some(cell) = row.and_then(|r| r.cells.last_mut()) {
                    cell.continued = value().as_deref() != Some("restart");
                }
            }
            ("trPr", "gridBefore") => {
                if let Some(row) = row {
                    row.before = number();
                }
            }
            ("trPr", "gridAfter") => {
                if let Some(row) = row {
                    row.after = number();
                }
            }
            ("trPr", "hidden") => {
                if let Some(row) = row {
                    row.gone = element.switch();
                    self.hidden_row |= row.gone;
                }
            }
            ("docPartObj" | "docPartList", "docPartGallery") => {
                self.contents_block = value().as_deref() == Some("Table of Contents");
            }
            ("rPr", "vanish") => match self.path.iter().rev().nth(2) {
                Some(&"r") => {
                    if let Some(run) = self.runs.last_mut() {
                        run.hidden = Some(element.switch());
                    }
                }
                Some(&"pPr") => {
                    if let Some(paragraph) = self.paragraphs.last_mut() {
                        paragraph.mark_hidden = element.switch();
                    }
                }
                _ => {}
            },
            ("rPr", "rStyle") if self.path.iter().rev().nth(2) == Some(&"r") => {
                if let Some(run) = self.runs.last_mut() {
                    run.style = value().map(|v| v.into_owned());
                }
            }
            ("pPr", "pStyle") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.style = value().map(|v| v.into_owned());
                }
            }
            ("numPr", "numId") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.number.list = value().and_then(|v| v.parse().ok());
                }
            }
            ("numPr", "ilvl") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.number.level = value().and_then(|v| v.parse().ok());
                }
            }
            _ => {}
        }
    }
}
