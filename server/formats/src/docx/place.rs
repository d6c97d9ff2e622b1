//! From ranges of the text to places in the XML, and the splitting of runs there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::map::{Anchor, BODY, Child, Map, PartMap, Piece, Source};
use super::splice::Splices;

/// A place between two siblings at the level of runs, for which a run may have to be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Outside of runs.
    Between(usize),
    /// In a run, between two of its children; the run's index stands behind the place.
    Children(usize, usize),
    /// In the characters of a child.
    Inside(usize, usize),
    /// In a paragraph that is written as an empty tag: end of the tag.
    EmptyParagraph(usize),
}

impl Place {
    pub(super) fn offset(self) -> usize {
        match self {
            Self::Between(at) | Self::Children(at, _) | Self::Inside(at, _) | Self::EmptyParagraph(at) => at,
        }
    }
}

/// Where a range of the text stands in the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: Place,
    pub(super) end: Place,
    /// Why the span is not exactly the range: it stands in a text box or a note.
    pub(super) indirect: Option<Anchor>,
}

fn before_child(part: &PartMap, child: usize) -> Place {
    let c = &part.children[child];
    let run = &part.runs[c.run];
    match &run.content {
        Some(content) if content.start < c.outer.start => Place::Children(c.outer.start, c.run),
        _ => Place::Between(run.whole.start),
    }
}

fn after_child(part: &PartMap, child: usize) -> Place {
    let c = &part.children[child];
    let run = &part.runs[c.run];
    match &run.content {
        Some(content) if content.end > c.outer.end => Place::Children(c.outer.end, c.run),
        _ => Place::Between(run.whole.end),
    }
}

/// The place in front of the character at `at`, which the piece holds.
pub(super) fn place_at(part: &PartMap, piece: &Piece, at: usize, end: bool) -> Option<Place> {
    let (child, source) = match &piece.source {
        Source::Chars(child, source) => (*child, source.clone()),
        Source::Whole(child) => {
            let whole = if end { after_child } else { before_child };
            return Some(whole(part, *child));
        }
        Source::Made(_) | Source::Separator(_) => return None,
    };
    let literal = source.len() == piece.text.len();
    let offset = match (literal, end) {
        (true, _) => source.start + (at - piece.text.start),
        (false, false) => source.start,
        (false, true) => source.end,
    };
    let inner = part.children[child].inner.clone()?;
    Some(if offset <= inner.start {
        before_child(part, child)
    } else if offset >= inner.end {
        after_child(part, child)
    } else {
        Place::Inside(offset, child)
    })
}

fn anchor(part: &PartMap, piece: &Piece) -> Anchor {
    match piece.source {
        Source::Chars(child, _) | Source::Whole(child) => part.runs[part.children[child].run].anchor,
        Source::Made(p) | Source::Separator(p) => part.paragraphs.get(p).map_or(Anchor::Here, |p| p.anchor),
    }
}

/// Where a range stands; `None` only for a text without paragraphs.
pub(super) fn locate(map: &Map, text: &str, range: &Range<usize>) -> Option<Span> {
    // An empty range is shown on the character behind it.
    let next = text[range.start..].chars().next().map_or(1, char::len_utf8);
    let end = range.end.max(range.start + next);
    let first = map.pieces.partition_point(|p| p.text.end <= range.start);
    let last = map.pieces.partition_point(|p| p.text.start < end);
    let touched = &map.pieces[first..last.max(first)];
    let real = |p: &&Piece| matches!(p.source, Source::Chars(..) | Source::Whole(_));
    let Some(head) = touched.iter().find(real) else {
        let piece = touched.first().or(map.pieces.last())?;
        return around_made(map, piece);
    };
    let part = &map.parts[head.part];
    let kind = anchor(part, head);
    if kind != Anchor::Here {
        return around_child(map, head.part, kind);
    }
    let same = |p: &&Piece| real(p) && p.part == head.part && anchor(part, p) == Anchor::Here;
    let tail = touched.iter().rev().find(same)?;
    Some(Span {
        start: place_at(part, head, range.start.max(head.text.start), false)?,
        end: place_at(part, tail, end.min(tail.text.end), true)?,
        indirect: None,
    })
}

/// A made piece is shown on its whole paragraph: its first run alone would be another one once it has been split.
fn around_made(map: &Map, piece: &Piece) -> Option<Span> {
    let part = &map.parts[piece.part];
    let index = match piece.source {
        Source::Made(p) | Source::Separator(p) => p,
        _ => return None,
    };
    let paragraph = part.paragraphs.get(index)?;
    if paragraph.anchor != Anchor::Here {
        return around_child(map, piece.part, paragraph.anchor);
    }
    let (start, end) = match paragraph.children {
        Some((first, last)) => (before_child(part, first), after_child(part, last)),
        None if paragraph.empty_tag => {
            let place = Place::EmptyParagraph(paragraph.insert_at);
            (place, place)
        }
        None => (Place::Between(paragraph.insert_at), Place::Between(paragraph.insert_at)),
    };
    Some(Span { start, end, indirect: None })
}

/// Word takes no comments in text boxes and notes: they are shown on what holds or names them in the body. Not on all of its run,
/// which would be another one once another comment has split it.
fn around_child(map: &Map, part: usize, kind: Anchor) -> Option<Span> {
    let child = match kind {
        Anchor::Box(child) => child,
        Anchor::Note(note) => *map.parts[part].references.get(note)?,
        Anchor::Here => return None,
    };
    let body = &map.parts[BODY];
    // A reference may itself stand in a text box.
    let child = match body.runs[body.children.get(child)?.run].anchor {
        Anchor::Box(outer) => outer,
        _ => child,
    };
    Some(Span { start: before_child(body, child), end: after_child(body, child), indirect: Some(kind) })
}

/// Markup to be put at places, ends before starts.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    cuts: BTreeMap<usize, (Option<Place>, String, String)>,
}

impl Cuts {
    fn at(&mut self, place: Place) -> &mut (Option<Place>, String, String) {
        let entry = self.cuts.entry(place.offset()).or_default();
        entry.0 = Some(place);
        entry
    }

    pub(super) fn end(&mut self, place: Place, markup: &str) {
        self.at(place).1.push_str(markup);
    }

    pub(super) fn start(&mut self, place: Place, markup: &str) {
        self.at(place).2.push_str(markup);
    }

    /// For a comment on nothing: both marks at one place, in the right order.
    pub(super) fn point(&mut self, place: Place, start: &str, end: &str) {
        let entry = self.at(place);
        entry.2.push_str(start);
        entry.2.push_str(end);
    }

    /// Turns the cuts into edits of the part's source.
    pub(super) fn splice(self, part: &PartMap, source: &str, into: &mut Splices) {
        for (at, (place, ends, starts)) in self.cuts {
            let marks = ends + &starts;
            match place {
                None | Some(Place::Between(_)) => into.insert(at, marks),
                Some(Place::Children(_, run)) => {
                    let (close, open) = seam(part, run, source);
                    into.insert(at, close + &marks + &open);
                }
                Some(Place::Inside(_, child)) => {
                    let c = &part.children[child];
                    let (close, open) = seam(part, c.run, source);
                    let name = tag_name(source, &c.open);
                    let inner = c.inner.clone().unwrap_or(c.outer.clone());
                    let spaces = source[inner].contains(|c: char| c.is_ascii_whitespace());
                    let keep = if c.preserve || spaces { PRESERVE } else { "" };
                    if spaces && !c.preserve {
                        preserve(c, source, into);
                    }
                    into.insert(at, format!("</{name}>{close}{marks}{open}<{name}{keep}>"));
                }
                Some(Place::EmptyParagraph(_)) => {
                    let start = source[..at].rfind('<').unwrap_or(at);
                    let name = tag_name(source, &(start..at));
                    into.replace(at - 2..at, format!(">{marks}</{name}>"));
                }
            }
        }
    }
}

const PRESERVE: &str = " xml:space=\"preserve\"";

/// Makes Word keep the white space of a `w:t`; what it ignored so far at the edges goes, lest it appear.
pub(super) fn preserve(child: &Child, source: &str, into: &mut Splices) {
    let Some(inner) = &child.inner else {
        return;
    };
    if !into.claim(child.open.end) {
        return;
    }
    into.insert(child.open.end - 1, PRESERVE);
    let close = source[..child.outer.end].rfind("</").unwrap_or(inner.end);
    for ignored in [child.open.end..inner.start, inner.end..close] {
        if !ignored.is_empty() {
            into.replace(ignored, "");
        }
    }
}

/// What closes a run and opens another one like it.
pub(super) fn seam(part: &PartMap, run: usize, source: &str) -> (String, String) {
    let run = &part.runs[run];
    let name = tag_name(source, &run.open);
    let properties = run.properties.clone().map_or("", |p| &source[p]);
    let open = &source[run.open.clone()];
    (format!("</{name}>"), format!("{open}{properties}"))
}

/// The name in a start tag, with its prefix.
pub(super) fn tag_name<'s>(source: &'s str, tag: &Range<usize>) -> &'s str {
    let inside = &source[tag.start + 1..tag.end];
    let end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
    &inside[..end.unwrap_or(inside.len())]
}
