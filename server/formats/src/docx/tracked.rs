//! Fixes as tracked changes: the old words deleted, the new ones inserted, both for the owner to accept.

use std::ops::Range;

use super::Opened;
use super::comments::{Marks, Signature};
use super::map::{Anchor, BODY, Map, Piece, Source};
use super::place::{Cuts, place_at, preserve, seam, tag_name};
use super::splice::Splices;
use super::xml::{Event, Xml, escape};
use crate::{ReadError, Replacement, WriteError, edits::sorted};

/// A document with tracked changes, and what could not be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracked {
    /// The new document.
    pub bytes: Vec<u8>,
    /// Indices of edits that were left out: they touch list numbers, line ends, tabs, symbols, text boxes or notes.
    pub skipped: Vec<usize>,
}

/// Makes edits in a copy of a document as tracked changes.
///
/// An edit that cannot be made exactly is left out whole and named in [`Tracked::skipped`]; overlapping edits are an error.
pub fn apply_tracked(docx: &[u8], edits: &[Replacement], by: &Signature) -> Result<Tracked, WriteError> {
    let opened = Opened::read(docx)?;
    let body = &opened.parts[BODY];
    let mut pen = Pen {
        map: &opened.map,
        source: &body.source,
        marks: Marks::of(&body.source)?,
        attributes: attributes(by),
        next_id: next_id(&body.source)?,
        splices: Splices::default(),
        cuts: Cuts::default(),
    };
    let mut skipped = Vec::new();
    for (index, edit) in sorted(&opened.text, edits)? {
        if !pen.apply(edit) {
            skipped.push(index);
        }
    }
    skipped.sort_unstable();
    if skipped.len() == edits.len() {
        return Ok(Tracked { bytes: docx.to_vec(), skipped });
    }
    let Pen { mut splices, cuts, .. } = pen;
    cuts.splice(&opened.map.parts[BODY], &body.source, &mut splices);
    let changed = [(body.name.clone(), body.encode(&splices.apply(&body.source))?)];
    Ok(Tracked { bytes: opened.package.with_parts(&changed)?, skipped })
}

/// The signature without the prefix of the attributes, which is the document's own.
fn attributes(by: &Signature) -> Vec<(&'static str, String)> {
    let mut list = vec![("author", escape(&by.author))];
    list.extend(by.date.as_ref().map(|d| ("date", escape(d))));
    list
}

/// The first number that no element of the body uses.
fn next_id(source: &str) -> Result<u32, ReadError> {
    let mut next = 1;
    let mut xml = Xml::new("word/document.xml", source);
    while let Some((event, _)) = xml.next()? {
        if let Event::Open(element) = event
            && let Some(id) = element.attribute("id").and_then(|v| v.parse::<u32>().ok())
        {
            next = next.max(id.saturating_add(1));
        }
    }
    Ok(next)
}

struct Pen<'a> {
    map: &'a Map,
    source: &'a str,
    marks: Marks,
    attributes: Vec<(&'static str, String)>,
    next_id: u32,
    splices: Splices,
    cuts: Cuts,
}

impl Pen<'_> {
    /// Makes one edit, or says that it cannot be made.
    fn apply(&mut self, edit: &Replacement) -> bool {
        if edit.text.contains(['\n', '\r', '\t']) {
            return false;
        }
        if edit.range.is_empty() {
            return self.insert(edit);
        }
        let pieces = &self.map.pieces;
        let first = pieces.partition_point(|p| p.text.end <= edit.range.start);
        let last = pieces.partition_point(|p| p.text.start < edit.range.end);
        let touched = &pieces[first..last];
        let segments: Option<Vec<_>> = touched.iter().map(|p| self.segment(p, &edit.range)).collect();
        let Some(mut segments) = segments.filter(|s| !s.is_empty()) else {
            return false;
        };
        // Characters and entities of one element are deleted in one go.
        segments.dedup_by(|next, kept| {
            let one = next.0 == kept.0 && next.1.start == kept.1.end;
            if one {
                kept.1.end = next.1.end;
            }
            one
        });
        let last = segments.len() - 1;
        for (index, (child, range)) in segments.into_iter().enumerate() {
            let new = if index == last { edit.text.as_str() } else { "" };
            self.delete(child, range, new);
        }
        true
    }

    fn segment(&self, piece: &Piece, range: &Range<usize>) -> Option<(usize, Range<usize>)> {
        let Source::Chars(child, source) = &piece.source else {
            return None;
        };
        let part = &self.map.parts[BODY];
        if piece.part != BODY || part.runs[part.children[*child].run].anchor != Anchor::Here {
            return None;
        }
        if source.len() != piece.text.len() {
            return Some((*child, source.clone()));
        }
        let from = range.start.max(piece.text.start) - piece.text.start;
        let to = range.end.min(piece.text.end) - piece.text.start;
        Some((*child, source.start + from..source.start + to))
    }

    fn change(&mut self, kind: &str, run: usize, text: &str, content: &str) -> String {
        let part = &self.map.parts[BODY];
        let record = &part.runs[run];
        let run_name = tag_name(self.source, &record.open);
        let w = self.marks.prefix.clone();
        let declaration = &self.marks.declaration;
        let id = self.next_id;
        self.next_id += 1;
        let attributes: String = self.attributes.iter().map(|(name, value)| format!(" {w}:{name}=\"{value}\"")).collect();
        let properties = record.properties.clone().map_or("", |p| &self.source[p]);
        format!(
            "<{w}:{kind}{declaration} {w}:id=\"{id}\"{attributes}><{run_name}>{properties}<{w}:{text} xml:space=\"preserve\">{content}</{w}:{text}></{run_name}></{w}:{kind}>"
        )
    }

    /// The insertion of new text beside a run; an insertion of somebody else is closed before it and opened again behind it.
    fn insertion(&mut self, run: usize, new: &str) -> String {
        if new.is_empty() {
            return String::new();
        }
        let markup = self.change("ins", run, "t", &escape(new));
        match &self.map.parts[BODY].runs[run].inserted {
            Some(tag) => {
                let name = tag_name(self.source, tag);
                format!("</{name}>{markup}{}", &self.source[tag.clone()])
            }
            None => markup,
        }
    }

    fn delete(&mut self, child: usize, range: Range<usize>, new: &str) {
        let part = &self.map.parts[BODY];
        let c = &part.children[child];
        let run = &part.runs[c.run];
        let (Some(inner), Some(content)) = (c.inner.clone(), run.content.clone()) else {
            return;
        };
        if !c.preserve && range.start > inner.start {
            preserve(c, self.source, &mut self.splices);
        } else if range.start == inner.start {
            // The start tag goes with the words behind it; what follows gets one of its own.
            self.splices.claim(c.open.end);
            if !c.preserve && range.end < inner.end {
                let close = self.source[..c.outer.end].rfind("</").unwrap_or(inner.end);
                self.splices.replace(inner.end..close, "");
            }
        }
        let (close, open) = seam(part, c.run, self.source);
        let name = tag_name(self.source, &c.open);
        let (from, before) = if range.start > inner.start {
            (range.start, format!("</{name}>{close}"))
        } else if content.start < c.outer.start {
            (c.outer.start, close)
        } else {
            (run.whole.start, String::new())
        };
        let (to, after) = if range.end < inner.end {
            (range.end, format!("{open}<{name} xml:space=\"preserve\">"))
        } else if content.end > c.outer.end {
            (c.outer.end, open)
        } else {
            (run.whole.end, String::new())
        };
        let deleted = self.change("del", c.run, "delText", &self.source[range]);
        let inserted = self.insertion(c.run, new);
        self.splices.replace(from..to, format!("{before}{deleted}{inserted}{after}"));
    }

    /// Text into an empty range: behind the character before it, or before the one behind it at a line's start.
    fn insert(&mut self, edit: &Replacement) -> bool {
        let at = edit.range.start;
        let part = &self.map.parts[BODY];
        let pieces = &self.map.pieces;
        let before = pieces.partition_point(|p| p.text.end < at);
        let usable = |p: &&Piece| self.segment(p, &(at..at)).is_some();
        let behind = pieces.get(before).filter(|p| p.text.start < at).filter(usable);
        let ahead = pieces[before..].iter().find(|p| p.text.start == at).filter(usable);
        let (piece, end) = match (behind, ahead) {
            (Some(piece), _) => (piece, true),
            (None, Some(piece)) => (piece, false),
            (None, None) => return false,
        };
        let (Source::Chars(child, _), Some(place)) = (&piece.source, place_at(part, piece, at, end)) else {
            return false;
        };
        let markup = self.insertion(part.children[*child].run, &edit.text);
        self.cuts.start(place, &markup);
        true
    }
}
