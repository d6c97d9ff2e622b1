//! The marks of comments in the body: written, counted, taken out.

use std::collections::HashSet;
use std::ops::Range;

use super::super::package::Part;
use super::super::splice::Splices;
use super::super::xml::{Event, Xml};
use super::WORD;
use crate::ReadError;

/// The marks of comments in the words of the document's own prefix.
pub(in crate::docx) struct Marks {
    pub(in crate::docx) prefix: String,
    pub(in crate::docx) declaration: String,
}

impl Marks {
    pub(in crate::docx) fn of(source: &str) -> Result<Self, ReadError> {
        let mut xml = Xml::new("word/document.xml", source);
        let prefix = match xml.next()? {
            Some((Event::Open(root), _)) => root.prefix(),
            _ => "",
        };
        Ok(match prefix {
            // Attributes have no namespace without a prefix, so one has to be declared.
            "" => Self { prefix: "w".into(), declaration: format!(" xmlns:w=\"{WORD}\"") },
            prefix => Self { prefix: prefix.into(), declaration: String::new() },
        })
    }

    pub(super) fn pair(&self, id: u32) -> (String, String) {
        let (w, d) = (&self.prefix, &self.declaration);
        let start = format!("<{w}:commentRangeStart{d} {w}:id=\"{id}\"/>");
        let end = format!("<{w}:commentRangeEnd{d} {w}:id=\"{id}\"/><{w}:r{d}><{w}:commentReference {w}:id=\"{id}\"/></{w}:r>");
        (start, end)
    }
}

/// The first number that no mark in the body uses.
pub(super) fn next_mark(source: &str) -> Result<u32, ReadError> {
    let mut next = 0;
    let mut xml = Xml::new("word/document.xml", source);
    while let Some((event, _)) = xml.next()? {
        if let Event::Open(element) = event
            && element.local().starts_with("comment")
            && let Some(id) = element.attribute("id").and_then(|v| v.parse::<u32>().ok())
        {
            next = next.max(id.saturating_add(1));
        }
    }
    Ok(next)
}

/// The body without the marks of our old comments, if there are any.
pub(super) fn strip_marks(body: &Part, own: &HashSet<String>) -> Result<Option<String>, ReadError> {
    if own.is_empty() {
        return Ok(None);
    }
    let mut edits = Splices::default();
    // Open elements: name, start, children that stay, range of a reference of ours.
    let mut open: Vec<(&str, usize, usize, Option<Range<usize>>)> = Vec::new();
    let mut xml = Xml::new(&body.name, &body.source);
    while let Some((event, range)) = xml.next()? {
        match event {
            Event::Open(element) => {
                let ours = || element.attribute("id").is_some_and(|id| own.contains(&*id));
                let local = element.local();
                if matches!(local, "commentRangeStart" | "commentRangeEnd") && ours() {
                    edits.replace(range.clone(), "");
                }
                if let Some(parent) = open.last_mut() {
                    if local == "commentReference" && ours() {
                        parent.3 = Some(range.clone());
                    } else if local != "rPr" {
                        parent.2 += 1;
                    }
                }
                open.push((local, range.start, 0, None));
            }
            Event::Close => {
                if let Some((_, start, stays, Some(reference))) = open.pop() {
                    let gone = if stays == 0 { start..range.end } else { reference };
                    edits.replace(gone, "");
                }
            }
            Event::Text => {}
        }
    }
    Ok((!edits.is_empty()).then(|| edits.apply(&body.source)))
}
