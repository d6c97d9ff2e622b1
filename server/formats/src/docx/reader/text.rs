//! What runs show: characters, tabs, breaks, symbols, fields.

use std::ops::Range;

use super::super::map::Source;
use super::super::symbols;
use super::super::xml::{Element, unescape};
use super::{Field, OpenRun, Reader};
use crate::limits::MAX_TEXT_BYTES;
use crate::{Bomb, NoteKind, ReadError};

/// How many fields may be open at once; of more, which only a damaged or a hostile document has, the outermost is forgotten.
const MAX_FIELDS: usize = 64;

impl<'a> Reader<'a, '_> {
    pub(super) fn open_run_child(&mut self, local: &str, element: &Element<'a>, range: Range<usize>) -> Result<(), ReadError> {
        let value = |name| element.attribute(name);
        match local {
            "t" => {
                self.text_open = Some(range);
                self.preserve = element.attributes().any(|(k, v)| k == "xml:space" && v == "preserve");
            }
            "tab" | "ptab" => self.write_whole("\t")?,
            "cr" => self.write_whole("\n")?,
            "br" => {
                let page = matches!(value("type").as_deref(), Some("page" | "column"));
                let start = self.paragraphs.last().map_or(0, |p| p.line_start);
                // A page break at the start of a line breaks no line.
                if !page || self.flow().text.len() > start {
                    self.write_whole("\n")?;
                }
            }
            "noBreakHyphen" => self.write_whole("-")?,
            "sym" => {
                let (font, code) = (value("font"), value("char"));
                let symbol = symbols::character(font.as_deref(), code.as_deref());
                if symbol.is_none() {
                    self.note(NoteKind::Symbols);
                }
                self.write_whole(symbol.as_deref().unwrap_or("\u{FFFC}"))?;
            }
            "fldChar" => self.field(value("fldCharType").as_deref().unwrap_or_default()),
            "footnoteReference" | "endnoteReference" => {
                let kind = if local == "footnoteReference" { "footnote" } else { "endnote" };
                if let (Some(child), Some(id)) = (self.runs.last().and_then(|r| r.child), value("id")) {
                    self.story.references.push((kind, id.into_owned(), child));
                }
            }
            "commentReference" => self.note(NoteKind::Comments),
            _ => {}
        }
        Ok(())
    }

    pub(super) fn field(&mut self, kind: &str) {
        match kind {
            "begin" => {
                if self.fields.len() == MAX_FIELDS {
                    self.fields.remove(0);
                }
                self.fields.push(Field { in_instruction: true, ..Field::default() });
            }
            "separate" => {
                let keep = self.keep_contents;
                if let Some(field) = self.fields.last_mut() {
                    field.in_instruction = false;
                    let word = field.instruction.split_whitespace().next();
                    field.contents = !keep && word.is_some_and(|w| w.eq_ignore_ascii_case("TOC"));
                    if field.contents {
                        self.note(NoteKind::Contents);
                    }
                }
            }
            "end" => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Whether text that stands here is not shown, or is a table of contents.
    pub(super) fn suppressed(&mut self, length: usize) -> bool {
        let paragraph = self.paragraphs.last();
        let run = self.runs.last();
        let direct = run.and_then(|r| r.hidden);
        let style = |r: &OpenRun| self.context.styles.run_hidden(r.style.as_deref());
        let hidden = direct
            .or_else(|| run.filter(|r| r.style.is_some()).and_then(style))
            .or_else(|| self.context.styles.paragraph_hidden(paragraph?.style.as_deref()))
            .unwrap_or(false);
        let field = self.fields.iter().any(|f| f.contents || f.in_instruction);
        if hidden {
            self.hidden += length;
        }
        if (hidden || field)
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.suppressed = true;
        }
        hidden || field
    }

    pub(super) fn write(&mut self, text: &str, source: Source) -> Result<(), ReadError> {
        let part = self.part;
        let child = self.runs.last().and_then(|r| r.child);
        if let (Some(paragraph), Some(child)) = (self.paragraphs.last(), child) {
            let record = &mut self.story.map.paragraphs[paragraph.index];
            let first = record.children.map_or(child, |(first, _)| first);
            record.children = Some((first, child));
        }
        let flow = self.flow();
        if flow.text.len() + text.len() > MAX_TEXT_BYTES {
            return Err(ReadError::Bomb(Bomb::Text));
        }
        flow.push(text, part, source);
        Ok(())
    }

    /// Writes text that stands for a whole child of the run.
    pub(super) fn write_whole(&mut self, text: &str) -> Result<(), ReadError> {
        let Some(child) = self.runs.last().and_then(|r| r.child) else {
            return Ok(());
        };
        if self.suppressed(text.chars().count()) {
            return Ok(());
        }
        self.write(text, Source::Whole(child))
    }

    /// The end of a `w:t` (or of a formula's `m:t`): its characters are taken from the source.
    pub(super) fn close_text(&mut self, open: Range<usize>, end_tag: Range<usize>) -> Result<(), ReadError> {
        let Some((child, depth)) = self.runs.last().and_then(|r| Some((r.child?, r.depth))) else {
            return Ok(());
        };
        // `<w:t/>` has no inside.
        let inner = open.end..end_tag.start.max(open.end);
        let raw = &self.source[inner.clone()];
        let space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        let (lead, kept) = match self.preserve {
            true => (0, raw),
            false => (raw.len() - raw.trim_start_matches(space).len(), raw.trim_matches(space)),
        };
        let direct = self.path.len() == depth + 1;
        if direct {
            let record = &mut self.story.map.children[child];
            record.inner = Some(inner.start + lead..inner.start + lead + kept.len());
            record.preserve = self.preserve;
        }
        if kept.is_empty() || self.suppressed(unescape(kept).chars().count()) {
            return Ok(());
        }
        if !direct || kept.contains('<') {
            // Nested text and CDATA sections cannot be divided.
            let text = without_markup(kept);
            return self.write(&text, Source::Whole(child));
        }
        let mut at = inner.start + lead;
        let mut rest = kept;
        while let Some(first) = rest.chars().next() {
            let special = |c: char| matches!(c, '&' | '\r' | '\n' | '\t');
            let (length, text): (usize, std::borrow::Cow<'_, str>) = match first {
                '&' => {
                    let length = rest.find(';').map_or(1, |end| end + 1);
                    (length, unescape(&rest[..length]))
                }
                // Word shows line breaks and tabs that stand in the XML as spaces.
                '\r' | '\n' | '\t' => (1, " ".into()),
                _ => {
                    let length = rest.find(special).unwrap_or(rest.len());
                    (length, rest[..length].into())
                }
            };
            self.write(&text, Source::Chars(child, at..at + length))?;
            at += length;
            rest = &rest[length..];
        }
        Ok(())
    }
}

/// The text of element content that holds CDATA sections, comments or elements.
fn without_markup(raw: &str) -> String {
    let mut text = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find('<') {
        text.push_str(&unescape(&rest[..at]));
        rest = &rest[at..];
        let (section, close) = match rest.strip_prefix("<![CDATA[") {
            Some(inside) => (inside, "]]>"),
            None if rest.starts_with("<!--") => (rest, "-->"),
            None => (rest, ">"),
        };
        let end = section.find(close).unwrap_or(section.len());
        if close == "]]>" {
            text.push_str(&section[..end]);
        }
        rest = section.get(end + close.len()..).unwrap_or("");
    }
    text.push_str(&unescape(rest));
    text
}
