//! XML as a flat stream of events that know where they stand in the source.
//!
//! Parts are never written anew from these events: edits are spliced into the source at the ranges seen here.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event as Raw;
use quick_xml::events::attributes::Attributes;

use crate::limits::MAX_XML_DEPTH;
use crate::{Bomb, ReadError};

/// One event; an empty element gives `Open` and then `Close`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event<'a> {
    Open(Element<'a>),
    Close,
    /// Character data, an entity or a CDATA section; what it says is taken from the source by [`unescape`].
    Text,
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element<'a> {
    name: &'a str,
    attributes: &'a str,
    /// `<name/>`
    pub(super) empty: bool,
}

impl<'a> Element<'a> {
    pub(super) fn local(&self) -> &'a str {
        self.name.rsplit_once(':').map_or(self.name, |(_, l)| l)
    }

    pub(super) fn prefix(&self) -> &'a str {
        self.name.rsplit_once(':').map_or("", |(p, _)| p)
    }

    /// The raw attributes; faulty ones end the list.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> + use<'a> {
        let mut list = Attributes::new(self.attributes, 0);
        list.with_checks(false);
        list.flatten().map(|a| {
            let value: Cow<'a, str> = match a.value {
                Cow::Borrowed(raw) => unescape(raw),
                Cow::Owned(raw) => Cow::Owned(unescape(&raw).into_owned()),
            };
            (a.key.into_inner(), value)
        })
    }

    /// An attribute by its local name: first one with the element's own prefix, else one without, else any.
    pub(super) fn attribute(&self, local: &str) -> Option<Cow<'a, str>> {
        let own = self.prefix();
        let mut best: Option<(u8, Cow<'a, str>)> = None;
        for (key, value) in self.attributes() {
            let (prefix, name) = key.rsplit_once(':').unwrap_or(("", key));
            if name != local {
                continue;
            }
            let rank = match prefix {
                p if p == own => return Some(value),
                "" => 1,
                _ => 0,
            };
            if best.as_ref().is_none_or(|(other, _)| rank > *other) {
                best = Some((rank, value));
            }
        }
        best.map(|(_, value)| value)
    }

    /// `w:val` of a switch such as `<w:vanish/>`: on unless it says otherwise.
    pub(super) fn switch(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Replaces the five named entities and the numeric ones; others are left as they stand.
///
/// [`Xml`] has refused every other entity before anything is taken from the source.
pub(super) fn unescape(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest.find(';').and_then(|end| Some((end, entity(&rest[1..end])?)));
        let (length, character) = entity.map_or((1, '&'), |(end, c)| (end + 1, c));
        text.push(character);
        rest = &rest[length..];
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The character behind an entity's name.
pub(super) fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|c| *c != '\0')
        }
    }
}

/// Escapes text for element content and attribute values alike.
///
/// Characters that XML 1.0 cannot hold at all are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Reads one part.
pub(super) struct Xml<'a> {
    part: &'a str,
    source: &'a str,
    reader: Reader<&'a [u8]>,
    /// Where the source after the byte order mark begins.
    base: usize,
    depth: usize,
    /// Whether the root element has begun.
    rooted: bool,
    close_pending: Option<Range<usize>>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: &'a str, source: &'a str) -> Self {
        // The reader passes over a mark at the start without counting it, so none is left to it.
        let body = source.trim_start_matches('\u{FEFF}');
        Self { part, source, reader: Reader::from_str(body), base: source.len() - body.len(), depth: 0, rooted: false, close_pending: None }
    }

    /// The next event with its range in the source, or nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<(Event<'a>, Range<usize>)>, ReadError> {
        if let Some(range) = self.close_pending.take() {
            return Ok(Some((Event::Close, range)));
        }
        loop {
            let start = self.position();
            let event = self.reader.read_event().map_err(|_| self.fault(start))?;
            let range = start..self.position();
            if self.depth == 0 && matches!(event, Raw::Start(_) | Raw::Empty(_)) && std::mem::replace(&mut self.rooted, true) {
                // What stands behind the root is in no document: marks put there would never be found again.
                return Err(self.fault(start));
            }
            match event {
                Raw::Start(tag) => {
                    self.depth += 1;
                    if self.depth > MAX_XML_DEPTH {
                        return Err(ReadError::Bomb(Bomb::Depth));
                    }
                    let element = self.element(&range, tag.name().as_ref().len(), false)?;
                    return Ok(Some((Event::Open(element), range)));
                }
                Raw::Empty(tag) => {
                    let element = self.element(&range, tag.name().as_ref().len(), true)?;
                    self.close_pending = Some(range.clone());
                    return Ok(Some((Event::Open(element), range)));
                }
                Raw::End(_) => {
                    self.depth -= 1;
                    return Ok(Some((Event::Close, range)));
                }
                Raw::Text(_) if self.depth == 0 => {
                    // Only white space may stand outside the root element.
                    if !self.source[range].bytes().all(|b| b.is_ascii_whitespace()) {
                        return Err(self.fault(start));
                    }
                }
                Raw::Text(_) | Raw::CData(_) => return Ok(Some((Event::Text, range))),
                Raw::GeneralRef(name) => {
                    entity(&name).ok_or_else(|| self.fault(start))?;
                    return Ok(Some((Event::Text, range)));
                }
                Raw::DocType(_) => {
                    return Err(ReadError::Doctype { part: self.part.to_owned() });
                }
                Raw::Decl(_) | Raw::PI(_) | Raw::Comment(_) => {}
                Raw::Eof if self.depth > 0 || !self.rooted => return Err(self.fault(start)),
                Raw::Eof => return Ok(None),
            }
        }
    }

    /// The element of a start tag. Its name is one that XML allows and the tag holds no other tag: markup that is put beside it or made
    /// of its name would else read as something new.
    fn element(&self, range: &Range<usize>, name: usize, empty: bool) -> Result<Element<'a>, ReadError> {
        let start = range.start + 1;
        let end = range.end - if empty { 2 } else { 1 };
        let (name, attributes) = (&self.source[start..start + name], &self.source[start + name..end]);
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '_' | '-' | '.') || !c.is_ascii();
        if name.is_empty() || !name.chars().all(allowed) || attributes.contains('<') {
            return Err(self.fault(range.start));
        }
        Ok(Element { name, attributes, empty })
    }

    fn position(&self) -> usize {
        self.base + usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn fault(&self, offset: usize) -> ReadError {
        ReadError::Xml { part: self.part.to_owned(), offset }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(source: &str) -> Result<Vec<(String, String)>, ReadError> {
        let mut xml = Xml::new("p.xml", source);
        let mut out = Vec::new();
        while let Some((event, range)) = xml.next()? {
            let kind = match event {
                Event::Open(e) => format!("open {}", e.local()),
                Event::Close => "close".into(),
                Event::Text => "text".into(),
            };
            out.push((kind, source[range].to_owned()));
        }
        Ok(out)
    }

    #[test]
    fn ranges_are_exact() {
        for mark in ["", "\u{FEFF}", "\u{FEFF}\u{FEFF}"] {
            let source = format!("{mark}<?xml version=\"1.0\"?>\n<w:a x=\"1>2\"><w:b/>甲&amp;乙<![CDATA[<]]><!-- - --></w:a >");
            let seen = events(&source).unwrap();
            let expected = [
                ("open a", "<w:a x=\"1>2\">"),
                ("open b", "<w:b/>"),
                ("close", "<w:b/>"),
                ("text", "甲"),
                ("text", "&amp;"),
                ("text", "乙"),
                ("text", "<![CDATA[<]]>"),
                ("close", "</w:a >"),
            ];
            let expected: Vec<_> = expected.map(|(k, s)| (k.to_owned(), s.to_owned())).into();
            assert_eq!(seen, expected);
        }
    }

    #[test]
    fn faults_are_told() {
        for source in [
            "<a><b></a>",
            "<a>",
            "<a>&bomb;</a>",
            "<a>&",
            "x<a/>",
            "<a>\u{0}<",
            "<a/></a>",
            "<<%a/>",
            "<a x=\"<\"/>",
            "</>",
            "",
            " ",
            "<a/><b/>",
        ] {
            assert!(matches!(events(source), Err(ReadError::Xml { .. })), "{source:?}");
        }
        let doctype = "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>";
        assert!(matches!(events(doctype), Err(ReadError::Doctype { .. })));
        let deep = "<a>".repeat(MAX_XML_DEPTH + 1);
        assert_eq!(events(&deep).unwrap_err(), ReadError::Bomb(Bomb::Depth));
    }

    #[test]
    fn attributes_prefer_the_own_prefix() {
        let source = "<w:x r:id=\"a\" id=\"b\" w:id=\"c&lt;\"/>";
        let mut xml = Xml::new("p.xml", source);
        let Ok(Some((Event::Open(e), _))) = xml.next() else { panic!() };
        assert_eq!(e.attribute("id").as_deref(), Some("c<"));
        assert_eq!(e.attribute("none"), None);
    }

    #[test]
    fn escaping_is_undone() {
        let text = "a&b<c>\"d'\u{1F600}𠀀";
        assert_eq!(unescape(&escape(text)), text);
        assert_eq!(unescape("&#x4E2D;&#20013;&x"), "中中&x");
    }
}
