//! Semantic tokens: figures, units, references, document numbers, section numbers, placeholders.

use crate::text::Span;
use crate::{DraftReview, ReferenceState, Review};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// The number of a figure, with its bound words.
    Figure,
    /// The unit of a figure.
    Unit,
    /// The title of a law or document.
    Reference,
    /// A document number (发文字号).
    DocumentNumber,
    /// The number of a heading or item.
    SectionNumber,
    /// Something still to be filled in.
    Placeholder,
}

/// A coloured piece of the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token {
    /// The place; it may hold a soft line break.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether it names something that is no longer in force.
    pub outdated: bool,
}

/// The tokens of a text, by place, none overlapping another.
pub fn tokens(review: &Review, text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    for finding in review.findings.iter().filter(|finding| finding.rule.contains("placeholder")) {
        all.push(Token { span: finding.span, kind: TokenKind::Placeholder, outdated: false });
    }
    review.drafts.iter().for_each(|draft| of_draft(draft, text, &mut all));
    all.retain(|token| !token.span.is_empty());
    // Of two that overlap the first wins; at one place the placeholder, then the shorter.
    all.sort_by_key(|token| (token.span.start, token.kind != TokenKind::Placeholder, token.span.end));
    let mut end = 0;
    all.retain(|token| {
        let free = token.span.start >= end;
        if free {
            end = token.span.end;
        }
        free
    });
    all
}

fn of_draft(draft: &DraftReview, text: &str, out: &mut Vec<Token>) {
    let plain = |span, kind| Token { span, kind, outdated: false };
    out.extend(draft.outline.iter().map(|heading| plain(heading.marker, TokenKind::SectionNumber)));
    for figure in &draft.figures {
        let number = figure.span.start as usize + number_length(figure.span.of(text));
        out.push(plain(Span::new(figure.span.start as usize, number), TokenKind::Figure));
        out.push(plain(Span::new(number, figure.span.end as usize), TokenKind::Unit));
    }
    for reference in &draft.references {
        let outdated = reference.is_outdated() && reference.state != ReferenceState::NotYet;
        let number = document_number(reference.span, text);
        let title_end = number.map_or(reference.span.end, |number| number.start) as usize;
        let title = Span::new(reference.span.start as usize, title_end);
        let bare = title.of(text).trim_end_matches(['（', '(']).len();
        out.push(Token { span: Span::new(title.start as usize, title.start as usize + bare), kind: TokenKind::Reference, outdated });
        out.extend(number.map(|span| Token { span, kind: TokenKind::DocumentNumber, outdated }));
    }
}

/// The length of the number at the start of a figure, bound words included: all up to its last digit, numeral or bound.
fn number_length(figure: &str) -> usize {
    let last = figure.char_indices().rev().find(|&(_, c)| is_numeral(c));
    last.map_or(figure.len(), |(at, c)| at + c.len_utf8())
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十百千万亿萬億两兩〇零半余餘多近约約%％﹪‰．".contains(c)
}

/// The document number inside a reference: what stands before 〔 up to 号.
fn document_number(span: Span, text: &str) -> Option<Span> {
    let body = span.of(text);
    let bracket = body.rfind(['〔', '［', '[', '﹝', '【'])?;
    let end = body[bracket..].find(['号', '號']).map(|at| bracket + at + '号'.len_utf8())?;
    let start =
        body[..bracket].rfind(['》', '（', '(', '，', '、', ' ']).map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8));
    Some(Span::new(span.start as usize + start, span.start as usize + end))
}
