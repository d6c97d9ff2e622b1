//! Comments into a document, and our own of an earlier run out of it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::map::{Anchor, BODY};
use super::package::{Package, Part, rels_name};
use super::place::{Cuts, locate};
use super::splice::Splices;
use super::xml::{Event, Xml, escape};
use super::{Opened, target};
use crate::{ReadError, WriteError};

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
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Puts comments into a copy of a document.
///
/// Comments of the same author from an earlier run are taken out first, unless somebody answered them; all other comments
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
        (_, name) => add_part(&mut opened, name, &written, &mut changed)?,
    }
    for kind in ["commentsExtended", "commentsIds"] {
        forget_paragraphs(&mut opened, kind, &existing, &mut changed)?;
    }
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

/// The marks of comments in the words of the document's own prefix.
pub(super) struct Marks {
    pub(super) prefix: String,
    pub(super) declaration: String,
}

impl Marks {
    pub(super) fn of(source: &str) -> Result<Self, ReadError> {
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

    fn pair(&self, id: u32) -> (String, String) {
        let (w, d) = (&self.prefix, &self.declaration);
        let start = format!("<{w}:commentRangeStart{d} {w}:id=\"{id}\"/>");
        let end = format!("<{w}:commentRangeEnd{d} {w}:id=\"{id}\"/><{w}:r{d}><{w}:commentReference {w}:id=\"{id}\"/></{w}:r>");
        (start, end)
    }
}

#[derive(Debug, Clone, Default)]
struct Old {
    id: String,
    range: Range<usize>,
    paragraphs: Vec<String>,
    text: String,
}

/// What `comments.xml` holds.
#[derive(Debug, Default)]
struct Existing {
    own: Vec<Old>,
    /// Own comments that somebody answered: they stay, and their texts are not said again.
    answered: HashMap<String, usize>,
    next_id: u32,
    /// The root's end tag, or the whole root where it is an empty tag.
    root_end: Range<usize>,
    root_empty: bool,
}

impl Existing {
    fn parse(part: &Part, author: &str) -> Result<Self, ReadError> {
        let mut all = Self::default();
        let mut xml = Xml::new(&part.name, &part.source);
        let mut depth = 0;
        let mut current: Option<(bool, Old)> = None;
        while let Some((event, range)) = xml.next()? {
            match event {
                Event::Open(element) => {
                    depth += 1;
                    let get = |name| element.attribute(name).unwrap_or_default().into_owned();
                    match (depth, element.local()) {
                        (1, _) => all.root_empty = element.empty,
                        (2, "comment") => {
                            let id = get("id");
                            if let Ok(number) = id.parse::<u32>() {
                                let ours = get("author") == author;
                                if !ours {
                                    all.next_id = all.next_id.max(number.saturating_add(1));
                                }
                            }
                            let old = Old { id, range: range.clone(), ..Old::default() };
                            current = Some((get("author") == author, old));
                        }
                        (_, "p") => {
                            if let Some((_, old)) = &mut current {
                                old.paragraphs.push(get("paraId"));
                                if old.paragraphs.len() > 1 {
                                    old.text.push('\n');
                                }
                            }
                        }
                        _ => {}
                    }
                }
                Event::Close => {
                    if depth == 2
                        && let Some((ours, mut old)) = current.take()
                    {
                        old.range.end = range.end;
                        if ours {
                            all.own.push(old);
                        }
                    }
                    if depth == 1 {
                        all.root_end = range;
                    }
                    depth -= 1;
                }
                Event::Text => {
                    if let Some((_, old)) = &mut current {
                        old.text.push_str(&super::xml::unescape(&part.source[range]));
                    }
                }
            }
        }
        Ok(all)
    }

    /// Own comments with an answer belong to a conversation: they are kept.
    fn keep_answered(&mut self, package: &mut Package<'_>, extended: Option<&str>) -> Result<(), ReadError> {
        let Some(part) = extended.map(|n| package.part(n)).transpose()?.flatten() else {
            return Ok(());
        };
        let mut parents = HashSet::new();
        let mut xml = Xml::new(&part.name, &part.source);
        while let Some((event, _)) = xml.next()? {
            if let Event::Open(element) = event
                && let Some(parent) = element.attribute("paraIdParent")
            {
                parents.insert(parent.into_owned());
            }
        }
        let (kept, own): (Vec<Old>, Vec<Old>) =
            std::mem::take(&mut self.own).into_iter().partition(|c| c.paragraphs.iter().any(|p| parents.contains(p)));
        self.own = own;
        for comment in kept {
            let id = comment.id.parse::<u32>().unwrap_or(0);
            self.next_id = self.next_id.max(id.saturating_add(1));
            *self.answered.entry(comment.text).or_default() += 1;
        }
        Ok(())
    }

    fn take_answered(&mut self, text: &str) -> bool {
        match self.answered.get_mut(text) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// The part without our old comments and with the new ones.
    fn with(&self, part: &Part, written: &str) -> Result<String, ReadError> {
        let mut edits = Splices::default();
        for comment in &self.own {
            edits.replace(comment.range.clone(), "");
        }
        if self.root_empty {
            let tag = super::place::tag_name(&part.source, &self.root_end);
            let end = self.root_end.end;
            edits.replace(end - 2..end, format!(">{written}</{tag}>"));
        } else {
            edits.insert(self.root_end.start, written);
        }
        Ok(edits.apply(&part.source))
    }
}

/// The first number that no mark in the body uses.
fn next_mark(source: &str) -> Result<u32, ReadError> {
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
fn strip_marks(body: &Part, own: &HashSet<String>) -> Result<Option<String>, ReadError> {
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

/// Adds `comments.xml` with its relationship and its content type.
fn add_part(
    opened: &mut Opened<'_>,
    listed: Option<String>,
    written: &str,
    changed: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), WriteError> {
    let body = opened.parts[BODY].name.clone();
    let folder = body.rsplit_once('/').map_or(String::new(), |(f, _)| format!("{f}/"));
    let free = |package: &Package<'_>| {
        let names = (0..).map(|n| match n {
            0 => "comments.xml".to_owned(),
            n => format!("comments{n}.xml"),
        });
        names.map(|n| format!("{folder}{n}")).find(|n| package.find(n).is_none())
    };
    let known = listed.is_some();
    let name = listed.or_else(|| free(&opened.package)).unwrap_or_default();
    let part = format!("{DECLARATION}<w:comments xmlns:w=\"{WORD}\">{written}</w:comments>");
    if !known {
        let rels = rels_name(&body);
        let file = name.strip_prefix(&folder).unwrap_or(&name);
        let mut n = opened.relationships.len() + 1;
        while opened.relationships.iter().any(|r| r.id == format!("rId{n}")) {
            n += 1;
        }
        // External relationships are not in the list, so the id also differs from every text in the part.
        let source = opened.package.part(&rels)?;
        while source.as_ref().is_some_and(|p| p.source.contains(&format!("\"rId{n}\""))) {
            n += 1;
        }
        let line = format!("<Relationship Id=\"rId{n}\" Type=\"{RELATIONSHIPS}/comments\" Target=\"{file}\"/>");
        let empty = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
        changed.push((rels, append_to_root(source, empty, &line)?));
    }
    let types = opened.package.part("[Content_Types].xml")?.ok_or(ReadError::MissingPart("[Content_Types].xml"))?;
    let uri = format!("\"/{name}\"");
    if !types.source.contains(&uri) {
        let line = format!("<Override PartName={uri} ContentType=\"{COMMENTS_TYPE}\"/>");
        let types_name = types.name.clone();
        changed.push((types_name, append_to_root(Some(types), "", &line)?));
    }
    changed.push((name, part.into_bytes()));
    Ok(())
}

/// A part with an element put behind the last child of its root.
fn append_to_root(part: Option<Part>, otherwise: &str, line: &str) -> Result<Vec<u8>, WriteError> {
    let (source, name) = match &part {
        Some(part) => (part.source.clone(), part.name.clone()),
        None => (format!("{DECLARATION}{otherwise}"), String::new()),
    };
    let mut xml = Xml::new(&name, &source);
    let mut last = 0..0;
    while let Some((_, range)) = xml.next()? {
        last = range;
    }
    let mut edits = Splices::default();
    if source[last.clone()].ends_with("/>") {
        let tag = super::place::tag_name(&source, &last);
        edits.replace(last.end - 2..last.end, format!(">{line}</{tag}>"));
    } else {
        edits.insert(last.start, line);
    }
    let text = edits.apply(&source);
    match part {
        Some(part) => part.encode(&text),
        None => Ok(text.into_bytes()),
    }
}

/// Word keeps lists of the paragraphs of comments beside them: entries of comments that are gone go too.
fn forget_paragraphs(
    opened: &mut Opened<'_>,
    kind: &str,
    existing: &Existing,
    changed: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), WriteError> {
    let gone: HashSet<&str> = existing.own.iter().flat_map(|c| &c.paragraphs).map(String::as_str).filter(|p| !p.is_empty()).collect();
    let Some(name) = target(&opened.relationships, kind).filter(|_| !gone.is_empty()) else {
        return Ok(());
    };
    let Some(part) = opened.package.part(name)? else {
        return Ok(());
    };
    let mut edits = Splices::default();
    let mut xml = Xml::new(&part.name, &part.source);
    while let Some((event, range)) = xml.next()? {
        if let Event::Open(element) = event
            && element.empty
            && element.attribute("paraId").is_some_and(|id| gone.contains(&*id))
        {
            edits.replace(range, "");
        }
    }
    if !edits.is_empty() {
        changed.push((part.name.clone(), part.encode(&edits.apply(&part.source))?));
    }
    Ok(())
}
