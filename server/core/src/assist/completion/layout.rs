//! How a draft is laid out: what its paragraphs begin with, and whether blank lines stand between them.

use super::Request;

/// The layout of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The blanks that a paragraph begins with.
    pub(super) indent: String,
    /// Whether a blank line stands between a heading and its text.
    pub(super) apart: bool,
}

impl Layout {
    /// The layout around the nearest heading above the cursor that has its text in lines of its own; else around any.
    pub(super) fn of(request: &Request) -> Self {
        let line = request.line_start();
        let all = request.draft.map_or(&[][..], |draft| &draft.outline);
        let ends: Vec<usize> = all.iter().filter(|heading| heading.level < 5).map(|heading| heading.title.end as usize).collect();
        let above = ends.iter().rev().filter(|&&end| end < line);
        let mut found = above.chain(ends.iter().filter(|&&end| end >= line)).filter_map(|&end| behind(request.source, end));
        let Some((first, apart)) = found.next() else { return Self::default() };
        let is_heading = |at: &usize| all.iter().any(|heading| (*at..*at + 16).contains(&(heading.marker.start as usize)));
        let paragraph = std::iter::once((first, apart)).chain(found).map(|(at, _)| at).find(|at| !is_heading(at));
        let indent = paragraph.map(|at| request.source[at..].chars().take_while(|c| matches!(c, ' ' | '\t' | '\u{3000}')).collect());
        Self { indent: indent.unwrap_or_default(), apart }
    }

    /// Puts the lines of a text as the draft has them.
    pub(super) fn lay(&self, text: &str, heading: bool) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        for (index, line) in text.lines().filter(|line| !line.is_empty()).enumerate() {
            if index > 0 {
                out.push_str(if self.apart { "\n\n" } else { "\n" });
            }
            // What is indented already, or stands behind what the writer has typed, stays as it is.
            if index > 0 || !heading {
                out.push_str(if line.starts_with(self.indent.as_str()) { "" } else { &self.indent });
            }
            out.push_str(line);
        }
        out
    }
}

/// Where the first line behind the line of a heading begins, and whether blank lines stand before it; none where the text goes on in the
/// heading's own line, or ends there.
fn behind(source: &str, end: usize) -> Option<(usize, bool)> {
    let rest = source.get(end..)?;
    let line = rest.find(['\n', '\r'])?;
    let closing = |c: char| c.is_whitespace() || matches!(c, '。' | '*' | '#');
    if !rest[..line].trim_matches(closing).is_empty() {
        return None;
    }
    let body = rest[line..].find(|c| !matches!(c, '\n' | '\r' | ' ' | '\t' | '\u{3000}'))? + line;
    let start = rest[..body].rfind(['\n', '\r']).map_or(line, |at| at + 1);
    let breaks = rest[line..start].matches('\n').count().max(rest[line..start].matches('\r').count());
    Some((end + start, breaks > 1))
}
