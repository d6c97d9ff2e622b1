//! From the XML of a part to its text and the way back.

mod blocks;
mod properties;
mod runs;
mod text;

use std::ops::Range;

use super::map::{Flow, PartMap};
use super::numbering::Numbering;
use super::styles::{NumberRef, Styles};
use super::table::{Row, Table};
use super::xml::{Element, Event, Xml, unescape};
use crate::{NoteKind, ReadError};

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
            "oMath" => self.note(NoteKind::Formulas),
            _ => {}
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
            "r" => self.close_run(depth, range.end),
            "tc" => self.close_cell(),
            "tbl" => {
                let part = self.part;
                if let Some(table) = self.tables.pop() {
                    table.write(self.flow(), part);
                }
            }
            "txbxContent" => self.close_box(),
            "footnote" | "endnote" if self.note_id.is_some() => self.close_note(),
            _ => {}
        }
        self.close_child(depth, range.end);
        Ok(())
    }
}
