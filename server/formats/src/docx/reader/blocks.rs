//! Blocks: paragraphs, table cells, text boxes, footnotes and endnotes.

use std::ops::Range;

use super::super::map::{Anchor, Flow, Paragraph, Source};
use super::super::table::Cell;
use super::super::xml::Element;
use super::{OpenParagraph, Reader};
use crate::limits::MAX_TEXT_BYTES;
use crate::{Bomb, ReadError};

impl<'a> Reader<'a, '_> {
    pub(super) fn open_note(&mut self, element: &Element<'a>) {
        // Separators between body and notes are no notes.
        if matches!(element.attribute("type").as_deref(), Some(t) if t != "normal") {
            self.skip_this();
            return;
        }
        self.note_id = element.attribute("id").map(|v| v.into_owned());
        self.flows.push(Flow::default());
    }

    pub(super) fn close_note(&mut self) {
        let part = self.part;
        if let (Some(mut flow), Some(id)) = (self.pop_flow(), self.note_id.take()) {
            flow.finish(part);
            self.story.notes.push((id, flow));
        }
    }

    pub(super) fn open_cell(&mut self) {
        let next = self.story.map.paragraphs.len();
        if let Some(row) = self.tables.last_mut().and_then(|t| t.rows.last_mut()) {
            row.cells.push(Cell { span: 1, paragraph: next, ..Cell::default() });
        }
        self.flows.push(Flow::default());
    }

    pub(super) fn close_cell(&mut self) {
        let part = self.part;
        if let Some(mut flow) = self.pop_flow() {
            flow.finish(part);
            let row = self.tables.last_mut().and_then(|t| t.rows.last_mut());
            if let Some(cell) = row.and_then(|r| r.cells.last_mut()) {
                cell.flow = flow;
            }
        }
    }

    pub(super) fn close_box(&mut self) {
        let part = self.part;
        if let Some(mut flow) = self.pop_flow() {
            flow.finish(part);
            match self.paragraphs.last_mut() {
                Some(paragraph) => paragraph.boxes.push(flow),
                None => self.flow().append(flow),
            }
        }
    }

    /// The innermost flow; the part's own is never taken.
    fn pop_flow(&mut self) -> Option<Flow> {
        (self.flows.len() > 1).then(|| self.flows.pop())?
    }

    /// Where text that stands here can be commented on.
    pub(super) fn anchor(&self) -> Anchor {
        let outer = self.runs.iter().find(|r| r.flow < self.flows.len() - 1 && self.path.contains(&"txbxContent"));
        match (&self.note_id, outer) {
            (Some(_), _) => Anchor::Note(self.story.notes.len()),
            (None, Some(run)) => run.child.map_or(Anchor::Here, Anchor::Box),
            (None, None) => Anchor::Here,
        }
    }

    pub(super) fn open_paragraph(&mut self, range: &Range<usize>, empty: bool) {
        let index = self.story.map.paragraphs.len();
        let anchor = self.anchor();
        self.story.map.paragraphs.push(Paragraph { children: None, insert_at: range.end, empty_tag: empty, anchor });
        let flow_index = self.flows.len() - 1;
        let flow = self.flow();
        let line_start = flow.open_line.take().unwrap_or(flow.text.len());
        self.paragraphs.push(OpenParagraph { index, flow: flow_index, line_start, ..OpenParagraph::default() });
    }

    pub(super) fn close_paragraph(&mut self) -> Result<(), ReadError> {
        let Some(paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        for field in &mut self.fields {
            // An instruction never spans paragraphs: a field without its middle must not swallow the rest.
            field.in_instruction = false;
        }
        let part = self.part;
        let empty = self.flows[paragraph.flow].text.len() == paragraph.line_start;
        let vanishes = empty && (paragraph.mark_hidden || paragraph.suppressed);
        let deleted = empty && paragraph.mark_deleted;
        if !vanishes && !deleted {
            let label = self.context.numbering.label(paragraph.number, paragraph.style.as_deref(), self.context.styles);
            let flow = &mut self.flows[paragraph.flow];
            if paragraph.mark_deleted {
                flow.open_line = Some(paragraph.line_start);
            } else {
                if let Some(label) = label {
                    flow.insert_made(paragraph.line_start, &label, part, paragraph.index);
                }
                flow.push("\n", part, Source::Made(paragraph.index));
            }
        } else if !empty || paragraph.mark_deleted {
            self.flows[paragraph.flow].open_line = Some(paragraph.line_start);
        }
        for flow in paragraph.boxes {
            self.flows[paragraph.flow].append(flow);
        }
        if self.flows[paragraph.flow].text.len() > MAX_TEXT_BYTES {
            return Err(ReadError::Bomb(Bomb::Text));
        }
        Ok(())
    }
}
