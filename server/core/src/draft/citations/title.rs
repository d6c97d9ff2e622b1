//! Titles in 《》.

use crate::text::Span;
use memchr::memmem;

/// The longest title, in bytes; what goes on longer has lost its closing mark.
const LONGEST: usize = 420;

/// The outermost 《…》 of a part of the text. A mark that is not closed in its line is left out.
pub(super) fn read(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let part = span.of(text);
    let mut after = 0;
    for start in memmem::find_iter(part.as_bytes(), "《") {
        if start < after {
            continue;
        }
        if let Some(length) = closed(&part[start..]) {
            after = start + length;
            found.push(Span::new(span.start as usize + start, span.start as usize + after));
        }
    }
    found
}

/// The length of a title with its marks, at the start of the text.
fn closed(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if at > LONGEST {
            return None;
        }
        match c {
            '《' => depth += 1,
            '》' => depth -= 1,
            '\n' | '。' => return None,
            _ => {}
        }
        if depth == 0 {
            return (at > 3).then_some(at + 3);
        }
    }
    None
}

/// The short name that is given behind a citation: (以下简称《纲要》), with or without marks.
pub(super) fn short_name(behind: &str) -> Option<&str> {
    let behind = behind.trim_start_matches([')', ',', ' ']);
    let rest = behind.strip_prefix('(').unwrap_or(behind);
    let rest = rest.strip_prefix("以下简称").or_else(|| rest.strip_prefix("以下统称")).or_else(|| rest.strip_prefix("下称"))?;
    let rest = rest.trim_start_matches([':', '为', '“', '《', '"']);
    let end = rest.find(['”', '》', ')', '"', ',', '。'])?;
    (1..=60).contains(&end).then(|| &rest[..end])
}
