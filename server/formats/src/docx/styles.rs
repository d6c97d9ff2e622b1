//! What `styles.xml` says that matters for reading: hidden text and numbering.

use std::collections::HashMap;

use super::xml::{Event, Xml};
use crate::ReadError;

/// A reference to a list: `w:numPr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NumberRef {
    pub(super) list: Option<u32>,
    pub(super) level: Option<u8>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    hidden: Option<bool>,
    number: NumberRef,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The paragraph style of paragraphs that name none.
    default_paragraph: Option<String>,
}

/// How many steps of `basedOn` are followed; a chain longer than this is a circle.
const MAX_CHAIN: usize = 32;

impl Styles {
    pub(super) fn parse(part: &str, source: &str) -> Result<Self, ReadError> {
        let mut all = Self::default();
        let mut current: Option<(String, Style)> = None;
        let mut path: Vec<&str> = Vec::new();
        let mut xml = Xml::new(part, source);
        while let Some((event, _)) = xml.next()? {
            let element = match event {
                Event::Open(element) => element,
                Event::Close => {
                    if path.pop() == Some("style")
                        && let Some((id, style)) = current.take()
                    {
                        all.styles.insert(id, style);
                    }
                    continue;
                }
                Event::Text => continue,
            };
            let local = element.local();
            let parent = path.last().copied();
            path.push(local);
            if local == "style" {
                let get = |name| element.attribute(name).unwrap_or_default().into_owned();
                let id = get("styleId");
                if get("type") == "paragraph" && matches!(&*get("default"), "1" | "true" | "on") {
                    all.default_paragraph = Some(id.clone());
                }
                current = Some((id, Style::default()));
                continue;
            }
            let Some((_, style)) = &mut current else {
                continue;
            };
            let value = || element.attribute("val");
            match (parent, local) {
                (Some("style"), "basedOn") => style.based_on = value().map(|v| v.into_owned()),
                (Some("rPr"), "vanish") => style.hidden = Some(element.switch()),
                (Some("numPr"), "numId") => style.number.list = value().and_then(|v| v.parse().ok()),
                (Some("numPr"), "ilvl") => style.number.level = value().and_then(|v| v.parse().ok()),
                _ => {}
            }
        }
        Ok(all)
    }

    fn lookup<T>(&self, id: Option<&str>, get: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut id = id?;
        for _ in 0..MAX_CHAIN {
            let style = self.styles.get(id)?;
            if let Some(found) = get(style) {
                return Some(found);
            }
            id = style.based_on.as_deref()?;
        }
        None
    }

    /// Whether a character style hides or shows its text, if it says.
    pub(super) fn run_hidden(&self, id: Option<&str>) -> Option<bool> {
        self.lookup(id, |s| s.hidden)
    }

    /// Whether a paragraph style (or the default one) hides or shows its text, if it says.
    pub(super) fn paragraph_hidden(&self, id: Option<&str>) -> Option<bool> {
        self.lookup(id.or(self.default_paragraph.as_deref()), |s| s.hidden)
    }

    /// The list that a paragraph style puts its paragraphs into, and the style that says so.
    pub(super) fn number(&self, id: Option<&str>) -> NumberRef {
        let id = id.or(self.default_paragraph.as_deref());
        NumberRef { list: self.lookup(id, |s| s.number.list), level: self.lookup(id, |s| s.number.level) }
    }

    /// The paragraph's style and those it is based on, nearest first.
    pub(super) fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        let first = id.or(self.default_paragraph.as_deref());
        let next = |id: &&'s str| self.styles.get(*id)?.based_on.as_deref();
        std::iter::successors(first, next).take(MAX_CHAIN)
    }
}
