//! Document symbols: the outline by 一、（一）1.（1） and 一是, below the title.

use super::lookup;
use crate::text::Span;
use crate::{DraftReview, Review};

/// A heading, an item or a draft's title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Marker and words, cut at a length that outlines can show.
    pub name: String,
    /// 0 for a title, else the level of the heading.
    pub level: u8,
    /// All that belongs to it.
    pub span: Span,
    /// Marker and words.
    pub selection: Span,
    /// What lies under it.
    pub children: Vec<Symbol>,
}

/// The outline of all drafts of a text.
pub fn symbols(review: &Review, text: &str) -> Vec<Symbol> {
    let mut out = Vec::new();
    for draft in &review.drafts {
        let headings = headings(draft, text);
        match draft.title.filter(|title| !title.is_empty()) {
            Some(title) => out.push(Symbol {
                name: name(title.of(text)),
                level: 0,
                span: lookup::trim(text, draft.span).cover(title),
                selection: title,
                children: headings,
            }),
            None => out.extend(headings),
        }
    }
    out
}

fn headings(draft: &DraftReview, text: &str) -> Vec<Symbol> {
    // Parents come before their children, so that a walk from the back can hang each finished symbol under its parent.
    let mut pending: Vec<Option<Symbol>> = draft.outline.iter().map(|heading| Some(symbol(heading, text))).collect();
    let mut roots = Vec::new();
    for index in (0..pending.len()).rev() {
        let Some(mut symbol) = pending[index].take() else { continue };
        symbol.children.reverse();
        let parent = draft.outline[index].parent.filter(|&parent| parent < index);
        match parent.and_then(|parent| pending[parent].as_mut()) {
            Some(parent) => parent.children.push(symbol),
            None => roots.push(symbol),
        }
    }
    roots.reverse();
    roots
}

fn symbol(heading: &crate::draft::Heading, text: &str) -> Symbol {
    let selection = if heading.title.is_empty() { heading.marker } else { heading.marker.cover(heading.title) };
    Symbol {
        name: name(selection.of(text)),
        level: heading.level,
        span: lookup::trim(text, heading.section).cover(selection),
        selection,
        children: Vec::new(),
    }
}

/// A name on one line, of at most forty characters; never empty.
fn name(text: &str) -> String {
    const LONGEST: usize = 40;
    let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out: String = words.chars().take(LONGEST).collect();
    if words.chars().nth(LONGEST).is_some() {
        out.push('…');
    }
    if out.is_empty() { "—".to_owned() } else { out }
}
