//! The parts of a document that know of its comments: `comments.xml` itself and Word's lists beside it.

use std::collections::HashSet;

use super::super::map::BODY;
use super::super::package::{Package, Part, rels_name};
use super::super::place::tag_name;
use super::super::splice::Splices;
use super::super::xml::{Event, Xml};
use super::super::{Opened, target};
use super::WORD;
use super::existing::Existing;
use crate::{ReadError, WriteError};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Adds `comments.xml` with its relationship and its content type.
pub(super) fn add_part(
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
        let tag = tag_name(&source, &last);
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

/// Word keeps three lists of comments beside them: `commentsExtended` (answers) and `commentsIds` name a comment by its
/// paragraphs, `commentsExtensible` by the durable id that `commentsIds` gives it. Entries of comments that are gone go too.
pub(super) fn forget(opened: &mut Opened<'_>, existing: &Existing, changed: &mut Vec<(String, Vec<u8>)>) -> Result<(), WriteError> {
    let paragraphs = existing.own.iter().flat_map(|c| c.paragraphs.iter().cloned());
    let paragraphs: HashSet<String> = paragraphs.filter(|p| !p.is_empty()).collect();
    let durable = remove_entries(opened, "commentsIds", "paraId", &paragraphs, changed)?;
    remove_entries(opened, "commentsExtended", "paraId", &paragraphs, changed)?;
    remove_entries(opened, "commentsExtensible", "durableId", &durable, changed)?;
    Ok(())
}

/// Takes the elements with these keys out of a part, and gives their durable ids.
fn remove_entries(
    opened: &mut Opened<'_>,
    kind: &str,
    key: &str,
    gone: &HashSet<String>,
    changed: &mut Vec<(String, Vec<u8>)>,
) -> Result<HashSet<String>, WriteError> {
    let mut durable = HashSet::new();
    let Some(name) = target(&opened.relationships, kind).filter(|_| !gone.is_empty()) else {
        return Ok(durable);
    };
    let Some(part) = opened.package.part(name)? else {
        return Ok(durable);
    };
    let mut edits = Splices::default();
    // Where the element that goes began, and the depth at which it ends.
    let mut open: Option<(usize, usize)> = None;
    let mut depth = 0;
    let mut xml = Xml::new(&part.name, &part.source);
    while let Some((event, range)) = xml.next()? {
        match event {
            Event::Open(element) => {
                depth += 1;
                if open.is_none() && element.attribute(key).is_some_and(|id| gone.contains(&*id)) {
                    open = Some((range.start, depth));
                    durable.extend(element.attribute("durableId").map(|id| id.into_owned()));
                }
            }
            Event::Close => {
                if let Some((start, _)) = open.take_if(|(_, at)| *at == depth) {
                    edits.replace(start..range.end, "");
                }
                depth -= 1;
            }
            Event::Text => {}
        }
    }
    if !edits.is_empty() {
        changed.push((part.name.clone(), part.encode(&edits.apply(&part.source))?));
    }
    Ok(durable)
}
