//! Going from place to place: from one operand to the others, from a short name to where it is explained.

use super::lookup;
use crate::text::Span;
use crate::{DraftReview, FigureReview, ReferenceReview, Review};

/// Where an operand's companions stand, or where the short name under the offset is explained.
pub fn definition(review: &Review, text: &str, offset: usize) -> Vec<Span> {
    let Some(draft) = lookup::draft_at(review, offset) else { return Vec::new() };
    if let Some(figure) = lookup::figure_at(draft, offset) {
        return companions(draft, figure);
    }
    let Some(reference) = lookup::reference_at(draft, offset) else { return Vec::new() };
    if let Some(place) = explained(draft, reference, text) {
        return vec![place];
    }
    let first = mentions(draft, reference).next();
    first.filter(|&span| span != reference.span).into_iter().collect()
}

/// All figures tied to the one under the offset, or all mentions of the document under it.
pub fn references(review: &Review, offset: usize, itself: bool) -> Vec<Span> {
    let Some(draft) = lookup::draft_at(review, offset) else { return Vec::new() };
    let (own, mut places) = if let Some(figure) = lookup::figure_at(draft, offset) {
        (figure.span, companions(draft, figure))
    } else if let Some(reference) = lookup::reference_at(draft, offset) {
        (reference.span, mentions(draft, reference).collect())
    } else {
        return Vec::new();
    };
    places.retain(|&place| place != own);
    if itself {
        places.push(own);
    }
    places.sort_unstable();
    places
}

/// What a highlighted place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// The place.
    pub span: Span,
    /// Whether it is the figure that is computed from the others.
    pub claim: bool,
}

/// What belongs together with the figure or reference under the offset, itself included.
pub fn highlights(review: &Review, offset: usize) -> Vec<Highlight> {
    let Some(draft) = lookup::draft_at(review, offset) else { return Vec::new() };
    let claims: Vec<Span> = match lookup::figure_at(draft, offset) {
        Some(figure) => ties(draft, figure).filter_map(|relation| relation.operands.first()).map(|operand| operand.span).collect(),
        None => Vec::new(),
    };
    references(review, offset, true).into_iter().map(|span| Highlight { span, claim: claims.contains(&span) }).collect()
}

fn ties<'a>(draft: &'a DraftReview, figure: &'a FigureReview) -> impl Iterator<Item = &'a crate::relations::Relation> {
    figure.relations.iter().filter_map(|&index| draft.relations.get(index as usize))
}

/// The other operands of all relations of a figure.
fn companions(draft: &DraftReview, figure: &FigureReview) -> Vec<Span> {
    let operands = ties(draft, figure).flat_map(|relation| &relation.operands);
    let mut places: Vec<Span> = operands.map(|operand| operand.span).filter(|span| !span.overlaps(figure.span)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// All mentions of the document that a reference names, by place.
fn mentions<'a>(draft: &'a DraftReview, of: &'a ReferenceReview) -> impl Iterator<Item = Span> + 'a {
    let same = |other: &&ReferenceReview| match (&of.entry, &other.entry) {
        (Some(one), Some(two)) => one == two,
        _ => of.title == other.title,
    };
    draft.references.iter().filter(same).map(|reference| reference.span)
}

/// The place that introduces the short name in a reference's title marks: （以下简称《决定》） or （以下简称“决定”）.
fn explained(draft: &DraftReview, reference: &ReferenceReview, text: &str) -> Option<Span> {
    let name = short_name(reference, text)?;
    introductions(draft, text).into_iter().find(|place| place.of(text) == name && !place.overlaps(reference.span))
}

/// The words inside a reference's title marks.
pub(super) fn short_name<'a>(reference: &ReferenceReview, text: &'a str) -> Option<&'a str> {
    let written = reference.span.of(text);
    written.split_once('《').map_or(written, |(_, rest)| rest).split('》').next().filter(|name| !name.is_empty())
}

/// Where the short names of a draft are introduced, by place: the words inside the marks of （以下简称《决定》） or （以下简称“决定”）.
pub(super) fn introductions(draft: &DraftReview, text: &str) -> Vec<Span> {
    const WORDS: [&str; 4] = ["简称", "簡稱", "统称", "統稱"];
    const OPENING: &[char] = &['为', '為', '《', '“', '「', '"', '：', ':'];
    const CLOSING: &[char] = &['》', '”', '」', '"'];
    /// The longest short name, in bytes.
    const LONGEST: usize = 90;
    let part = draft.span.of(text);
    let mut places = Vec::new();
    for word in WORDS {
        for (at, _) in part.match_indices(word) {
            let rest = &part[at + word.len()..];
            let inner = rest.trim_start_matches(OPENING);
            let opened = rest.len() - inner.len();
            let Some(length) = inner.find(CLOSING).filter(|length| (1..=LONGEST).contains(length) && opened > 0) else { continue };
            let start = draft.span.start as usize + at + word.len() + opened;
            places.push(Span::new(start, start + length));
        }
    }
    places.sort_unstable();
    places
}
