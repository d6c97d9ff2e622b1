//! Selection ranges: figure, clause, sentence, paragraph, section, draft, text.

use super::lookup;
use crate::Review;
use crate::text::Span;

/// The ranges around an offset, innermost first; each lies inside the next.
pub fn ranges(review: &Review, text: &str, offset: usize) -> Vec<Span> {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let mut spans = vec![Span::new(0, text.len())];
    let line = between(text, offset, &['\n', '\r']);
    for marks in [CLAUSE, SENTENCE] {
        let inner = between(text, offset, marks);
        spans.push(lookup::trim(text, Span::new(inner.start.max(line.start) as usize, inner.end.min(line.end) as usize)));
    }
    spans.push(line);
    if let Some(draft) = lookup::draft_at(review, offset) {
        spans.push(draft.span);
        spans.extend(draft.outline.iter().map(|heading| heading.section).filter(|section| section.touches(offset)));
        spans.extend(draft.outline.iter().map(|heading| heading.marker.cover(heading.title)));
        spans.extend(lookup::figure_at(draft, offset).map(|figure| figure.span));
        spans.extend(lookup::reference_at(draft, offset).map(|reference| reference.span));
    }
    spans.retain(|span| span.touches(offset) && !span.is_empty());
    spans.sort_by_key(|span| span.len());
    spans.dedup();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        if out.last().is_none_or(|inner| span.contains(*inner)) {
            out.push(span);
        }
    }
    out
}

/// The marks at which a clause ends.
const CLAUSE: &[char] = &['，', ',', '；', ';', '。', '！', '？', '：', ':', '\n', '\r'];
/// The marks at which a sentence ends.
const SENTENCE: &[char] = &['。', '！', '？', '；', ';', '\n', '\r'];

/// The text around an offset up to the marks on both sides, without them.
fn between(text: &str, offset: usize, marks: &[char]) -> Span {
    let start = text[..offset].rfind(marks).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let end = text[offset..].find(marks).map_or(text.len(), |at| offset + at);
    Span::new(start, end)
}
