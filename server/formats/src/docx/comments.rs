//! Comments into a document, and our own of an earlier run out of it.

mod container;
mod existing;
mod marks;

use std::collections::HashSet;
use std::ops::Range;

use super::map::{Anchor, BODY};
use super::place::{Cuts, locate};
use super::splice::Splices;
use super::xml::escape;
use super::{Opened, target};
use crate::WriteError;
use existing::Existing;
pub(super) use marks::Marks;
use marks::{next_mark, strip_marks};

/// A comment to be put into a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The bytes of [`crate::Document::text`] that it is about; an empty range means the character behind it.
    pub range: Range<usize>,
    /// What it says; every line becomes a paragraph.
    pub text: String,
}

/// Who signs comments and tracked changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name that Word shows; comments under this name are replaced by the next run.
    pub author: String,
    /// Date and time as `2024-01-31T09:30:00Z`. Without one the result depends on nothing but the input.
    pub date: Option<String>,
}

impl Default for Signature {
    fn default() -> Self {
        Self { author: "核稿".into(), date: None }
    }
}

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Puts comments into a copy of a document.
///
/// Comments of the same author from an earlier run are taken out first, unless somebody answered them or marked them as
/// done; all other comments
/// and every part that needs no change stay byte for byte. Doing it twice gives the same document as doing it once.
pub fn annotate(docx: &[u8], comments: &[Comment], by: &Signature) -> Result<Vec<u8>, WriteError> {
    let mut opened = Opened::read(docx)?;
    let name = target(&opened.relationships, "comments").map(str::to_owned);
    let old = match &name {
        Some(name) => opened.package.part(name)?,
        None => None,
    };
    let mut changed: Vec<(String, Vec<u8>)> = Vec::new();
    let mut existing = match &old {
        Some(part) => Existing::parse(part, &by.author)?,
        None => Existing::default(),
    };
    existing.keep_answered(&mut opened.package, target(&opened.relationships, "commentsExtended"))?;
    if comments.is_empty() && existing.own.is_empty() {
        return Ok(docx.to_vec());
    }
    let own: HashSet<String> = existing.own.iter().map(|c| c.id.clone()).collect();
    let stripped = strip_marks(&opened.parts[BODY], &own)?;
    if let Some(source) = stripped {
        opened = Opened::read_with(docx, Some(source))?;
    }
    let body = &opened.parts[BODY];
    let marks = Marks::of(&body.source)?;
    let mut id = existing.next_id.max(next_mark(&body.source)?);
    let mut cuts = Cuts::default();
    let mut written = String::new();
    let mut order: Vec<&Comment> = comments.iter().collect();
    order.sort_by_key(|c| (c.range.start, c.range.end));
    for comment in order {
        let Range { start, end } = comment.range;
        if opened.text.get(start..end).is_none() {
            return Err(WriteError::BadRange { start, end });
        }
        if existing.take_answered(&comment.text) {
            continue;
        }
        let Some(span) = locate(&opened.map, &opened.text, &comment.range) else {
            continue;
        };
        let (from, to) = marks.pair(id);
        if span.start == span.end {
            cuts.point(span.start, &from, &to);
        } else {
            cuts.start(span.start, &from);
            cuts.end(span.end, &to);
        }
        let quoted = &opened.text[start..end];
        written += &element(id, &with_place(&comment.text, span.indirect, quoted), by);
        id += 1;
    }
    let mut edits = Splices::default();
    cuts.splice(&opened.map.parts[BODY], &body.source, &mut edits);
    let document = edits.apply(&body.source);
    changed.push((body.name.clone(), body.encode(&document)?));
    match (&old, name) {
        (Some(part), Some(_)) => changed.push((part.name.clone(), part.encode(&existing.with(part, &written)?)?)),
        (_, name) => container::add_part(&mut opened, name, &written, &mut changed)?,
    }
    container::forget(&mut opened, &existing, &mut changed)?;
    opened.package.with_parts(&changed)
}

/// Comments that cannot stand where they belong say where that is.
fn with_place(text: &str, indirect: Option<Anchor>, quoted: &str) -> String {
    let place = match indirect {
        Some(Anchor::Box(_)) => "文本框",
        Some(Anchor::Note(_)) => "注释",
        _ => return text.to_owned(),
    };
    let quoted = quoted.lines().next().unwrap_or_default();
    format!("〔{place}内“{quoted}”〕\n{text}")
}

/// The comment as an element of `comments.xml`; it declares its own prefix, whatever the part uses.
fn element(id: u32, text: &str, by: &Signature) -> String {
    let author = escape(&by.author);
    let initials: String = by.author.chars().take(1).collect();
    let initials = escape(&initials);
    let date = by.date.as_ref().map_or(String::new(), |d| format!(" w:date=\"{}\"", escape(d)));
    let paragraph = |line: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(line));
    let mut body: String = text.lines().map(paragraph).collect();
    if body.is_empty() {
        body = paragraph("");
    }
    format!("<w:comment xmlns:w=\"{WORD}\" w:id=\"{id}\" w:author=\"{author}\"{date} w:initials=\"{initials}\">{body}</w:comment>")
}
