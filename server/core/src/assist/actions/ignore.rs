//! The comment that silences a rule at one place.

use crate::text::Span;
use crate::{Edit, Finding};

/// Inserts the comment above the line of a finding. The reason is left for the writer, who is told as long as it is missing.
pub(super) fn edit(finding: &Finding, text: &str) -> Edit {
    let at = finding.span.start as usize;
    let line = text[..text.floor_char_boundary(at.min(text.len()))].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Edit { span: Span::at(line), text: format!("<!-- 核稿忽略 {}： -->{newline}", finding.rule) }
}
