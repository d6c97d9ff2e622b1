//! Places of a draft in their context: where they stand, and the words around them.

use crate::cli::output::{Reviewed, Source};
use hegao_core::text::{Encoding, Span};
use hegao_core::{DraftReview, Lang, say};
use maud::{Markup, html};

/// Characters of the draft shown on each side of a place.
const CONTEXT: usize = 48;
/// The longest stretch, in characters, over which places of one line are shown in one quotation.
const TOGETHER: usize = 260;

/// A place by its line, and by the numbers of the headings above it: `第17行 一、（五）`.
pub(super) fn place(file: &Reviewed, draft: Option<&DraftReview>, span: Span, lang: Lang) -> Markup {
    let path = draft.map(|draft| headings(file, draft, span)).unwrap_or_default();
    place_in(file.source(), &path, span, lang)
}

/// A place in any text, with the file's name where it is another one.
pub(super) fn place_in(source: Source, path: &str, span: Span, lang: Lang) -> Markup {
    let line = source.lines.position(source.text, span.start as usize, Encoding::Utf32).line + 1;
    html! {
        span.place {
            @if let Some(name) = source.path { (name) " " }
            (say!(lang, "第{line}行", "line {line}")) @if !path.is_empty() { " " (path) }
        }
    }
}

/// The markers of the numbered headings that a place lies under, outermost first.
fn headings(file: &Reviewed, draft: &DraftReview, span: Span) -> String {
    let above = draft.outline.iter().filter(|heading| heading.number > 0 && heading.level <= 3);
    let above = above.filter(|heading| heading.section.start <= span.start && span.start < heading.section.end);
    above.map(|heading| heading.marker.of(&file.text).trim()).filter(|marker| !marker.starts_with('#')).collect()
}

/// The line of the draft around a place, the place marked and those of `others` that stand near it marked more lightly.
///
/// Gives the quotation and the indices of the others that are shown in it.
pub(super) fn quotation(source: Source, span: Span, others: &[Span]) -> (Markup, Vec<usize>) {
    let line = source.lines.line(source.lines.line_of(span.start as usize));
    let end = line.of(source.text).trim_end_matches(['\r', '\n']).len() as u32 + line.start;
    let marked = Span { start: span.start, end: span.end.min(end).max(span.start) };
    let mut range = marked;
    let mut shown = Vec::new();
    // Nearest first, so that a far place does not crowd out a near one.
    let mut order: Vec<usize> = (0..others.len()).collect();
    order.sort_by_key(|index| others[*index].start.abs_diff(marked.start));
    for index in order {
        let other = others[index];
        let inside = other.start >= line.start && other.end <= end && other.start < other.end && !other.overlaps(marked);
        let wider = range.cover(other);
        if inside && wider.of(source.text).chars().count() <= TOGETHER {
            range = wider;
            shown.push(index);
        }
    }
    let text = source.text;
    let before = &text[line.start as usize..range.start as usize];
    let cut = before.char_indices().rev().nth(CONTEXT).map_or(0, |(at, c)| at + c.len_utf8());
    let after = text.get(range.end as usize..end.max(range.end) as usize).unwrap_or_default();
    let stop = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    let mut marks: Vec<(Span, bool)> = shown.iter().map(|index| (others[*index], false)).collect();
    marks.push((marked, true));
    marks.sort_by_key(|(span, _)| span.start);
    let mut at = range.start;
    let mut pieces: Vec<(&str, Option<bool>)> = Vec::new();
    for (mark, main) in marks {
        if mark.start < at {
            // Two of the other places overlap: the first is marked.
            continue;
        }
        pieces.push((&text[at as usize..mark.start as usize], None));
        pieces.push((mark.of(text), Some(main)));
        at = mark.end;
    }
    pieces.push((&text[at as usize..range.end as usize], None));
    let markup = html! {
        @if cut > 0 { "…" } (before[cut..].trim_start_matches(['#', ' ', '\u{3000}']))
        @for (piece, mark) in pieces {
            @match mark {
                None => (piece),
                Some(true) => mark { (clipped(piece)) },
                Some(false) => mark.other { (piece) },
            }
        }
        (after[..stop].trim_end()) @if stop < after.trim_end().len() { "…" }
    };
    (markup, shown)
}

/// A finding on a whole section marks only its beginning.
pub(super) fn clipped(marked: &str) -> String {
    match marked.char_indices().nth(CONTEXT * 2) {
        Some((at, _)) => format!("{}…", &marked[..at]),
        None => marked.to_owned(),
    }
}

/// The first line of a stretch of the draft.
pub(super) fn first_line(text: &str) -> String {
    clipped(text.lines().next().unwrap_or_default())
}
