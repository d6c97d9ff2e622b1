//! Semantic tokens: the legend, the encoding by differences, and the delta between two answers.

use super::analysis::Analysis;
use super::session::Session;
use hegao_core::assist::tokens::{Token, TokenKind, tokens};
use hegao_core::text::Span;
use tower_lsp::ls_types as lsp;

/// The kinds of tokens. Names that every theme knows, so that no theme has to know us.
pub(super) fn legend() -> lsp::SemanticTokensLegend {
    lsp::SemanticTokensLegend {
        token_types: vec![
            lsp::SemanticTokenType::NUMBER,
            lsp::SemanticTokenType::TYPE,
            lsp::SemanticTokenType::STRING,
            lsp::SemanticTokenType::ENUM_MEMBER,
            lsp::SemanticTokenType::KEYWORD,
            lsp::SemanticTokenType::MACRO,
        ],
        token_modifiers: vec![lsp::SemanticTokenModifier::DEPRECATED],
    }
}

fn index(kind: TokenKind) -> u32 {
    match kind {
        TokenKind::Figure => 0,
        TokenKind::Unit => 1,
        TokenKind::Reference => 2,
        TokenKind::DocumentNumber => 3,
        TokenKind::SectionNumber => 4,
        TokenKind::Placeholder => 5,
    }
}

/// The tokens of a text, or of a part of it.
pub(super) fn encode(analysis: &Analysis, part: Option<Span>) -> Vec<lsp::SemanticToken> {
    let ruler = analysis.ruler();
    let mut out = Vec::new();
    let mut last = lsp::Position::new(0, 0);
    let wanted = |token: &Token| part.is_none_or(|part| token.span.overlaps(part));
    for token in tokens(&analysis.review, &analysis.text).into_iter().filter(wanted) {
        for span in lines(token.span, &analysis.text) {
            let range = ruler.range(span);
            let delta_line = range.start.line - last.line;
            let delta_start = if delta_line == 0 { range.start.character - last.character } else { range.start.character };
            last = range.start;
            out.push(lsp::SemanticToken {
                delta_line,
                delta_start,
                length: range.end.character - range.start.character,
                token_type: index(token.kind),
                token_modifiers_bitset: u32::from(token.outdated),
            });
        }
    }
    out
}

/// The parts of a span on each line: a token may not hold a line break.
fn lines(span: Span, text: &str) -> impl Iterator<Item = Span> + '_ {
    let body = span.of(text);
    body.split(['\n', '\r']).filter(|part| !part.is_empty()).map(move |part| {
        let start = span.start as usize + (part.as_ptr() as usize - body.as_ptr() as usize);
        Span::new(start, start + part.len())
    })
}

/// The answer to a client that holds nothing.
pub(super) fn full(session: &Session, uri: &lsp::Uri, analysis: &Analysis) -> lsp::SemanticTokensResult {
    let data = encode(analysis, None);
    let (id, _) = remember(session, uri, data.clone());
    lsp::SemanticTokens { result_id: Some(id), data }.into()
}

/// The answer to a client that holds the result with the id `previous`.
pub(super) fn delta(session: &Session, uri: &lsp::Uri, analysis: &Analysis, previous: &str) -> lsp::SemanticTokensFullDeltaResult {
    let data = encode(analysis, None);
    let (id, before) = remember(session, uri, data.clone());
    match before.filter(|(known, _)| known == previous) {
        Some((_, before)) => lsp::SemanticTokensDelta { result_id: Some(id), edits: difference(&before, &data) }.into(),
        None => lsp::SemanticTokens { result_id: Some(id), data }.into(),
    }
}

type Sent = (String, Vec<lsp::SemanticToken>);

/// Keeps what is sent, and gives back what was sent before.
fn remember(session: &Session, uri: &lsp::Uri, data: Vec<lsp::SemanticToken>) -> (String, Option<Sent>) {
    let mut state = session.state();
    let Some(document) = state.documents.get_mut(uri.as_str()) else { return ("0".to_owned(), None) };
    let number = document.tokens.as_ref().and_then(|(id, _)| id.parse::<u64>().ok()).map_or(1, |number| number + 1);
    let before = document.tokens.replace((number.to_string(), data));
    (number.to_string(), before)
}

/// The one replacement that makes `after` of `before`; offsets count integers, five to a token.
fn difference(before: &[lsp::SemanticToken], after: &[lsp::SemanticToken]) -> Vec<lsp::SemanticTokensEdit> {
    let head = before.iter().zip(after).take_while(|(one, two)| one == two).count();
    let tail = before[head..].iter().rev().zip(after[head..].iter().rev()).take_while(|(one, two)| one == two).count();
    if head == before.len() && head == after.len() {
        return Vec::new();
    }
    vec![lsp::SemanticTokensEdit {
        start: 5 * head as u32,
        delete_count: 5 * (before.len() - head - tail) as u32,
        data: Some(after[head..after.len() - tail].to_vec()),
    }]
}
