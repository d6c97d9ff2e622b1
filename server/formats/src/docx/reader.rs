//! From the XML of a part to its text and the way back.

mod properties;
mod text;

use std::ops::Range;

use super::map::{Anchor, Child, Flow, Paragraph, PartMap, Run, Source};
use super::numbering::Numbering;
use super::styles::{NumberRef, Styles};
use super::table::{Cell, Row, Table};
use super::xml::{Element, Event, Xml, unescape};
use crate::limits::MAX_TEXT_BYTES;
use crate::{Bomb, NoteKind, ReadError};

/// What the reader needs beside the part itself.
pub(super) struct Context<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: &'a mut Numbering,
    pub(super) notes: &'a mut Vec<NoteKind>,
}

/// What one part gave.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) map: PartMap,
    pub(super) flow: Flow,
    /// References to notes in the order of the text: the reference's local name, the note's id, the child of its run.
    pub(super) references: Vec<(&'static str, String, usize)>,
    /// The notes of a part of notes: id and text.
    pub(super) notes: Vec<(String, Flow)>,
    /// Whether a table of contents was left open, so that all that follows was taken for a part of it.
    pub(super) open_contents: bool,
}

/// Elements of the main namespace that are passed over with all that they hold.
const SKIPPED: &[&str] = &[
    "delText",
    "delInstrText",
    "sectPr",
    "tblPr",
    "tblGrid",
    "tblPrEx",
    "pPrChange",
    "rPrChange",
    "tcPrChange",
    "trPrChange",
    "sectPrChange",
    "numberingChange",
    "rt",
    "rubyPr",
    "fldData",
    "ffData",
    "customXmlPr",
    "smartTagPr",
    "annotationRef",
    "sdtEndPr",
];

#[derive(Default)]
struct OpenParagraph {
    index: usize,
    /// Index of the flow that it writes to.
    flow: usize,
    line_start: usize,
    style: Option<String>,
    number: NumberRef,
    mark_deleted: bool,
    mark_hidden: bool,
    /// Something in it was hidden or belongs to a table of contents.
    suppressed: bool,
    boxes: Vec<Flow>,
}

struct OpenRun {
    index: usize,
    flow: usize,
    style: Option<String>,
    hidden: Option<bool>,
    /// Depth of the elements inside which text is gathered for an indivisible child.
    depth: usize,
    child: Option<usize>,
}

#[derive(Default)]
struct Field {
    instruction: String,
    in_instruction: bool,
    contents: bool,
}

pub(super) struct Reader<'a, 'c> {
    part: usize,
    source: &'a str,
    context: Context<'c>,
    story: Story,
    path: Vec<&'a str>,
    prefix: &'a str,
    skip: Option<usize>,
    flows: Vec<Flow>,
    paragraphs: Vec<OpenParagraph>,
    runs: Vec<OpenRun>,
    tables: Vec<Table>,
    fields: Vec<Field>,
    choices: Vec<bool>,
    insertions: Vec<(usize, Range<usize>)>,
    contents_block: bool,
    note_id: Option<String>,
    text_open: Option<Range<usize>>,
    preserve: bool,
    keep_contents: bool,
    hidden: usize,
    hidden_row: bool,
}

impl<'a, 'c> Reader<'a, 'c> {
    pub(super) fn new(part: usize, source: &'a str, context: Context<'c>, keep_contents: bool) -> Self {
        Self {
            part,
            source,
            context,
            story: Story::default(),
            path: Vec::new(),
            prefix: "w",
            skip: None,
            flows: vec![Flow::default()],
            paragraphs: Vec::new(),
            runs: Vec::new(),
            tables: Vec::new(),
            fields: Vec::new(),
            choices: Vec::new(),
            insertions: Vec::new(),
            contents_block: false,
            note_id: None,
            text_open: None,
            preserve: false,
            keep_contents,
            hidden: 0,
            hidden_row: false,
        }
    }

    pub(super) fn read(mut self, name: &'a str) -> Result<(Story, usize), ReadError> {
        let mut xml = Xml::new(name, self.source);
        while let Some((event, range)) = xml.next()? {
            match event {
                Event::Open(element) => {
                    if self.path.is_empty() {
                        self.prefix = element.prefix();
                    }
                    self.path.push(element.local());
                    if self.skip.is_none() {
                        self.open(&element, range)?;
                    }
                }
                Event::Close => {
                    let depth = self.path.len();
                    if self.skip.is_none() {
                        self.close(range)?;
                    } else if self.skip == Some(depth) {
                        self.skip = None;
                        self.close_child(depth, range.end);
                    }
                    self.path.pop();
                }
                Event::Text => {
                    if self.skip.is_none()
                        && self.path.last() == Some(&"instrText")
                        && let Some(field) = self.fields.last_mut()
                    {
                        field.instruction.push_str(&unescape(&self.source[range]));
                    }
                }
            }
        }
        let part = self.part;
        let mut flow = self.flows.swap_remove(0);
        flow.finish(part);
        self.story.flow = flow;
        self.story.open_contents = self.fields.iter().any(|f| f.contents);
        Ok((self.story, self.hidden))
    }

    fn parent(&self) -> &'a str {
        self.path.len().checked_sub(2).map_or("", |i| self.path[i])
    }

    fn skip_this(&mut self) {
        self.skip = Some(self.path.len());
    }

    fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the part's own flow is never closed")
    }

    fn note(&mut self, kind: NoteKind) {
        self.context.notes.push(kind);
    }

    fn open(&mut self, element: &Element<'a>, range: Range<usize>) -> Result<(), ReadError> {
        let local = element.local();
        let parent = self.parent();
        if element.prefix() != self.prefix {
            self.open_foreign(local);
            self.open_child(local, range);
            return Ok(());
        }
        if SKIPPED.contains(&local) {
            self.open_child(local, range);
            self.skip_this();
            return Ok(());
        }
        if parent == "r" {
            self.open_child(local, range.clone());
        }
        match (parent, local) {
            ("rPr" | "trPr" | "numPr", "ins" | "del" | "moveFrom" | "moveTo") => {
                self.open_mark(parent, local);
            }
            (_, "ins" | "moveTo") => {
                self.note(NoteKind::Insertions);
                self.insertions.push((self.path.len(), range));
            }
            (_, "del" | "moveFrom") => {
                self.note(NoteKind::Deletions);
                self.skip_this();
            }
            (_, "p") => self.open_paragraph(&range, element.empty),
            (_, "r") => self.open_run(range),
            (_, "tbl") => self.tables.push(Table::default()),
            (_, "tr") => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows.push(Row::default());
                }
            }
            (_, "tc") => self.open_cell(),
            (_, "txbxContent") => {
                self.note(NoteKind::TextBoxes);
                self.flows.push(Flow::default());
            }
            (_, "footnote" | "endnote") => self.open_note(element),
            (_, "sdtContent") if std::mem::take(&mut self.contents_block) && !self.keep_contents => {
                self.note(NoteKind::Contents);
                self.skip_this();
            }
            (_, "altChunk") => self.note(NoteKind::Chunks),
            (_, "object") => self.note(NoteKind::Objects),
            ("r", _) => self.open_run_child(local, element, range)?,
            _ => self.property(parent, local, element),
        }
        Ok(())
    }

    /// Elements of other namespaces: alternatives, pictures, charts, formulas.
    fn open_foreign(&mut self, local: &str) {
        match local {
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => match self.choices.last_mut() {
                Some(taken) if *taken => self.skip_this(),
                Some(taken) => *taken = true,
                None => {}
            },
            "pic" | "imagedata" => self.note(NoteKind::Pictures),
            "chart" | "relIds" => self.note(NoteKind::Objects),
            _ => {}
        }
    }

    fn open_note(&mut self, element: &Element<'a>) {
        // Separators between body and notes are no notes.
        if matches!(element.attribute("type").as_deref(), Some(t) if t != "normal") {
            self.skip_this();
            return;
        }
        self.note_id = element.attribute("id").map(|v| v.into_owned());
        self.flows.push(Flow::default());
    }

    fn open_cell(&mut self) {
        let next = self.story.map.paragraphs.len();
        if let Some(row) = self.tables.last_mut().and_then(|t| t.rows.last_mut()) {
            row.cells.push(Cell { span: 1, paragraph: next, ..Cell::default() });
        }
        self.flows.push(Flow::default());
    }

    /// Where text that stands here can be commented on.
    fn anchor(&self) -> Anchor {
        let outer = self.runs.iter().find(|r| r.flow < self.flows.len() - 1 && self.path.contains(&"txbxContent"));
        match (&self.note_id, outer) {
            (Some(_), _) => Anchor::Note(self.story.notes.len()),
            (None, Some(run)) => run.child.map_or(Anchor::Here, Anchor::Box),
            (None, None) => Anchor::Here,
        }
    }

    fn open_paragraph(&mut self, range: &Range<usize>, empty: bool) {
        let index = self.story.map.paragraphs.len();
        let anchor = self.anchor();
        self.story.map.paragraphs.push(Paragraph { children: None, insert_at: range.end, empty_tag: empty, anchor });
        let flow_index = self.flows.len() - 1;
        let flow = self.flow();
        let line_start = flow.open_line.take().unwrap_or(flow.text.len());
        self.paragraphs.push(OpenParagraph { index, flow: flow_index, line_start, ..OpenParagraph::default() });
    }

    fn open_run(&mut self, range: Range<usize>) {
        if self.runs.last().is_some_and(|r| r.flow == self.flows.len() - 1) {
            // A run inside a run (ruby) belongs to the outer one.
            return;
        }
        let index = self.story.map.runs.len();
        let anchor = self.anchor();
        let depth = self.path.len();
        let inserted = self.insertions.last().filter(|(at, _)| *at + 1 == depth);
        self.story.map.runs.push(Run {
            whole: range.clone(),
            open: range,
            properties: None,
            content: None,
            anchor,
            inserted: inserted.map(|(_, tag)| tag.clone()),
        });
        self.runs.push(OpenRun { index, flow: self.flows.len() - 1, style: None, hidden: None, depth, child: None });
    }

    /// Notes a direct child of the innermost run.
    fn open_child(&mut self, local: &str, range: Range<usize>) {
        let depth = self.path.len();
        let Some(run) = self.runs.last_mut().filter(|r| r.depth + 1 == depth) else {
            return;
        };
        if local == "rPr" {
            self.story.map.runs[run.index].properties = Some(range);
            return;
        }
        if local == "lastRenderedPageBreak" {
            return;
        }
        run.child = Some(self.story.map.children.len());
        self.story.map.children.push(Child { run: run.index, outer: range.clone(), open: range, inner: None, preserve: false });
    }

    fn close_child(&mut self, depth: usize, end: usize) {
        let Some(run) = self.runs.last_mut().filter(|r| r.depth + 1 == depth) else {
            return;
        };
        let record = &mut self.story.map.runs[run.index];
        if let Some(child) = run.child.take() {
            let child = &mut self.story.map.children[child];
            child.outer.end = end;
            let start = record.content.as_ref().map_or(child.outer.start, |c| c.start);
            record.content = Some(start..end);
        } else if let Some(properties) = &mut record.properties
            && record.content.is_none()
            && self.path.last() == Some(&"rPr")
        {
            properties.end = end;
        }
    }

    fn close(&mut self, range: Range<usize>) -> Result<(), ReadError> {
        let depth = self.path.len();
        let local = self.path[depth - 1];
        match local {
            "t" => {
                if let Some(open) = self.text_open.take() {
                    self.close_text(open, range.clone())?;
                }
            }
            "AlternateContent" => {
                self.choices.pop();
            }
            "ins" | "moveTo" if self.insertions.last().is_some_and(|(at, _)| *at == depth) => {
                self.insertions.pop();
            }
            "pPr" => {
                if self.parent() == "p"
                    && let Some(paragraph) = self.paragraphs.last()
                {
                    self.story.map.paragraphs[paragraph.index].insert_at = range.end;
                }
            }
            "p" => self.close_paragraph()?,
            "r" => {
                if self.runs.last().is_some_and(|r| r.depth == depth)
                    && let Some(run) = self.runs.pop()
                {
                    self.story.map.runs[run.index].whole.end = range.end;
                }
            }
            "tc" => {
                let part = self.part;
                if let Some(mut flow) = self.pop_flow() {
                    flow.finish(part);
                    let row = self.tables.last_mut().and_then(|t| t.rows.last_mut());
                    if let Some(cell) = row.and_then(|r| r.cells.last_mut()) {
                        cell.flow = flow;
                    }
                }
            }
            "tbl" => {
                let part = self.part;
                if let Some(table) = self.tables.pop() {
                    table.write(self.flow(), part);
                }
            }
            "txbxContent" => {
                let part = self.part;
                if let Some(mut flow) = self.pop_flow() {
                    flow.finish(part);
                    match self.paragraphs.last_mut() {
                        Some(paragraph) => paragraph.boxes.push(flow),
                        None => self.flow().append(flow),
                    }
                }
            }
            "footnote" | "endnote" if self.note_id.is_some() => {
                let part = self.part;
                if let (Some(mut flow), Some(id)) = (self.pop_flow(), self.note_id.take()) {
                    flow.finish(part);
                    self.story.notes.push((id, flow));
                }
            }
            _ => {}
        }
        self.close_child(depth, range.end);
        Ok(())
    }

    /// The innermost flow; the part's own is never taken.
    fn pop_flow(&mut self) -> Option<Flow> {
        (self.flows.len() > 1).then(|| self.flows.pop())?
    }

    fn close_paragraph(&mut self) -> Result<(), ReadError> {
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
