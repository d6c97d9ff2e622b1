//! Word documents: their text with a way back to the exact characters, and comments into them.

pub(crate) mod comments;
mod map;
mod number_form;
mod numbering;
pub(crate) mod package;
mod place;
mod reader;
mod splice;
mod styles;
mod symbols;
mod table;
pub(crate) mod tracked;
mod xml;

use std::collections::BTreeMap;

use map::{BODY, Flow, Map};
use numbering::Numbering;
use package::{Package, Part, Relationship};
use reader::{Context, Reader, Story};
use styles::Styles;
use xml::{Event, Xml};

use crate::{Document, Format, LineEnding, Note, NoteKind, ReadError};

pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let opened = Opened::read(bytes)?;
    Ok(Document {
        text: opened.text,
        format: Format::Docx,
        encoding: None,
        line_ending: LineEnding::Lf,
        notes: opened.notes,
        metadata: Vec::new(),
        body: 0..opened.body_end,
        converted: None,
    })
}

/// A document that has been read, with all that is needed to edit it.
struct Opened<'a> {
    package: Package<'a>,
    /// The main part, then those of the footnotes and endnotes where there are any.
    parts: Vec<Part>,
    relationships: Vec<Relationship>,
    text: String,
    body_end: usize,
    map: Map,
    notes: Vec<Note>,
}

impl<'a> Opened<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Self::read_with(bytes, None)
    }

    /// Reads the document as if its main part had another source.
    fn read_with(bytes: &'a [u8], instead: Option<String>) -> Result<Self, ReadError> {
        let mut package = Package::open(bytes)?;
        let main = package.relationships("")?;
        let main = target(&main, "officeDocument").unwrap_or("word/document.xml").to_owned();
        let mut body = package.part(&main)?.ok_or(ReadError::MissingPart("word/document.xml"))?;
        if let Some(source) = instead {
            body.source = source;
        }
        let relationships = package.relationships(&main)?;
        let mut optional = |kind: &str| match target(&relationships, kind) {
            Some(name) => package.part(name),
            None => Ok(None),
        };
        let styles = match optional("styles")? {
            Some(part) => Styles::parse(&part.name, &part.source)?,
            None => Styles::default(),
        };
        let mut numbering = match optional("numbering")? {
            Some(part) => Numbering::parse(&part.name, &part.source)?,
            None => Numbering::default(),
        };
        let mut seen = Vec::new();
        let mut story = read_part(BODY, &body, &styles, &mut numbering, &mut seen)?;
        let references = std::mem::take(&mut story.0.references);
        let (mut text, mut hidden) = (std::mem::take(&mut story.0.flow), story.1);
        let body_end = text.text.len();
        let mut map = Map { parts: vec![story.0.map], pieces: Vec::new() };
        let mut parts = vec![body];
        for kind in ["footnote", "endnote"] {
            let wanted: Vec<_> = references.iter().filter(|(k, ..)| *k == kind).collect();
            if wanted.is_empty() {
                continue;
            }
            let Some(part) = optional(&format!("{kind}s"))? else {
                continue;
            };
            let (mut notes, more) = read_part(parts.len(), &part, &styles, &mut numbering, &mut seen)?;
            hidden += more;
            notes.map.references = vec![0; notes.notes.len()];
            for (_, id, child) in wanted {
                let Some(index) = notes.notes.iter().position(|(other, _)| other == id) else {
                    continue;
                };
                notes.map.references[index] = *child;
                seen.push(NoteKind::Footnotes);
                text.append(std::mem::take(&mut notes.notes[index].1));
            }
            map.parts.push(notes.map);
            parts.push(part);
        }
        let headers: Vec<&str> = targets(&relationships, &["header", "footer"]).collect();
        for name in headers {
            if let Some(part) = package.part(name)?
                && has_words(&part)?
            {
                seen.push(NoteKind::Headers);
            }
        }
        let mut counts: BTreeMap<NoteKind, usize> = BTreeMap::new();
        for kind in seen {
            *counts.entry(kind).or_default() += 1;
        }
        counts.insert(NoteKind::HiddenText, hidden);
        counts.insert(NoteKind::NumberForms, numbering.unknown_forms);
        let Flow { text, pieces, .. } = text;
        map.pieces = pieces;
        Ok(Self {
            package,
            parts,
            relationships,
            text,
            body_end,
            map,
            notes: counts.into_iter().filter(|(_, count)| *count > 0).map(|(kind, count)| Note { kind, count }).collect(),
        })
    }
}

/// Reads one part; a table of contents that never ends is not one, and the part is then read with it.
fn read_part(
    index: usize,
    part: &Part,
    styles: &Styles,
    numbering: &mut Numbering,
    seen: &mut Vec<NoteKind>,
) -> Result<(Story, usize), ReadError> {
    for keep_contents in [false, true] {
        let mut notes = Vec::new();
        let mut counters = numbering.clone();
        let context = Context { styles, numbering: &mut counters, notes: &mut notes };
        let story = Reader::new(index, &part.source, context, keep_contents).read(&part.name)?;
        if !story.0.open_contents || keep_contents {
            *numbering = counters;
            seen.extend(notes);
            return Ok(story);
        }
    }
    unreachable!("the second pass keeps every table of contents")
}

/// The target of the first relationship of a kind; transitional and strict documents differ before the last slash only.
fn target<'r>(list: &'r [Relationship], kind: &str) -> Option<&'r str> {
    let same = |r: &&Relationship| r.kind.rsplit('/').next() == Some(kind);
    list.iter().find(same).map(|r| r.target.as_str())
}

/// The targets of all relationships of these kinds.
fn targets<'r>(list: &'r [Relationship], kinds: &'r [&str]) -> impl Iterator<Item = &'r str> {
    list.iter().filter(|r| r.kind.rsplit('/').next().is_some_and(|kind| kinds.contains(&kind))).map(|r| r.target.as_str())
}

/// Whether a header or footer says anything but a page number.
fn has_words(part: &Part) -> Result<bool, ReadError> {
    let mut xml = Xml::new(&part.name, &part.source);
    let mut in_text = false;
    while let Some((event, range)) = xml.next()? {
        match event {
            Event::Open(element) => in_text = element.local() == "t",
            Event::Close => in_text = false,
            Event::Text
                if in_text && part.source[range.clone()].chars().any(|c| c.is_alphabetic() && c != '第' && c != '页' && c != '共') =>
            {
                return Ok(true);
            }
            Event::Text => {}
        }
    }
    Ok(false)
}
