//! The small answers: each asks the core and words what it says.

use super::analysis::Analysis;
use super::client::ClientFacts;
use super::{from_proto, to_proto};
use hegao_core::assist::links::Target;
use hegao_core::assist::{self, inlay, symbols};
use hegao_core::text::Span;
use tower_lsp::ls_types as lsp;

/// The hover over a place.
pub(super) fn hover(analysis: &Analysis, position: lsp::Position) -> Option<lsp::Hover> {
    let hover = assist::hover::hover(&analysis.review, &analysis.text, from_proto::offset(analysis, position), analysis.lang)?;
    let contents = lsp::HoverContents::Markup(lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: hover.markdown });
    Some(lsp::Hover { contents, range: Some(analysis.ruler().range(hover.span)) })
}

/// The inlay hints of a range.
pub(super) fn inlay_hints(analysis: &Analysis, range: lsp::Range, wanted: inlay::Wanted) -> Vec<lsp::InlayHint> {
    let ruler = analysis.ruler();
    let hint = |hint: inlay::Hint| lsp::InlayHint {
        position: ruler.position(hint.offset as usize),
        label: lsp::InlayHintLabel::String(hint.label),
        kind: None,
        text_edits: hint.edit.map(|(span, text)| vec![lsp::TextEdit::new(ruler.range(span), text)]),
        tooltip: Some(lsp::InlayHintTooltip::String(hint.tooltip)),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    inlay::hints(&analysis.review, from_proto::span(analysis, range), wanted, analysis.lang).into_iter().map(hint).collect()
}

/// The outline, as a tree where the client can show one.
pub(super) fn symbols(analysis: &Analysis, uri: &lsp::Uri, facts: &ClientFacts) -> lsp::DocumentSymbolResponse {
    let roots = symbols::symbols(&analysis.review, &analysis.text);
    let ruler = analysis.ruler();
    if facts.symbol_tree {
        return lsp::DocumentSymbolResponse::Nested(roots.into_iter().map(|symbol| nested(symbol, &ruler)).collect());
    }
    let mut flat = Vec::new();
    roots.into_iter().for_each(|symbol| flatten(symbol, None, uri, &ruler, &mut flat));
    lsp::DocumentSymbolResponse::Flat(flat)
}

fn symbol_kind(level: u8) -> lsp::SymbolKind {
    match level {
        0 => lsp::SymbolKind::FILE,
        1 => lsp::SymbolKind::MODULE,
        2 => lsp::SymbolKind::NAMESPACE,
        3 | 4 => lsp::SymbolKind::PACKAGE,
        _ => lsp::SymbolKind::STRING,
    }
}

#[allow(deprecated, reason = "the type has a field that newer clients do not read")]
fn nested(symbol: symbols::Symbol, ruler: &to_proto::Ruler) -> lsp::DocumentSymbol {
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: None,
        kind: symbol_kind(symbol.level),
        tags: None,
        deprecated: None,
        range: ruler.range(symbol.span),
        selection_range: ruler.range(symbol.selection),
        children: Some(symbol.children.into_iter().map(|child| nested(child, ruler)).collect()),
    }
}

#[allow(deprecated, reason = "the type has a field that newer clients do not read")]
fn flatten(symbol: symbols::Symbol, under: Option<&str>, uri: &lsp::Uri, ruler: &to_proto::Ruler, out: &mut Vec<lsp::SymbolInformation>) {
    out.push(lsp::SymbolInformation {
        name: symbol.name.clone(),
        kind: symbol_kind(symbol.level),
        tags: None,
        deprecated: None,
        location: lsp::Location::new(uri.clone(), ruler.range(symbol.span)),
        container_name: under.map(str::to_owned),
    });
    symbol.children.into_iter().for_each(|child| flatten(child, Some(&symbol.name), uri, ruler, out));
}

/// What can be folded, by lines.
pub(super) fn folding(analysis: &Analysis) -> Vec<lsp::FoldingRange> {
    let line = |offset: u32| analysis.lines.line_of(offset as usize) as u32;
    let fold = |span: Span| lsp::FoldingRange {
        start_line: line(span.start),
        end_line: line(span.end),
        kind: Some(lsp::FoldingRangeKind::Region),
        ..lsp::FoldingRange::default()
    };
    let folds = assist::folding::folds(&analysis.review, &analysis.text).into_iter().map(fold);
    folds.filter(|fold| fold.start_line < fold.end_line).collect()
}

/// The ranges around each position, innermost first.
pub(super) fn selection(analysis: &Analysis, positions: &[lsp::Position]) -> Vec<lsp::SelectionRange> {
    let ruler = analysis.ruler();
    let around = |&position: &lsp::Position| {
        let spans = assist::selection::ranges(&analysis.review, &analysis.text, from_proto::offset(analysis, position));
        let wrap =
            |parent: Option<Box<lsp::SelectionRange>>, span: Span| Some(Box::new(lsp::SelectionRange { range: ruler.range(span), parent }));
        let innermost = spans.into_iter().rev().fold(None, wrap);
        innermost.map_or(lsp::SelectionRange { range: lsp::Range::new(position, position), parent: None }, |range| *range)
    };
    positions.iter().map(around).collect()
}

/// The state of each draft, above its title.
pub(super) fn lenses(analysis: &Analysis, uri: &lsp::Uri) -> Vec<lsp::CodeLens> {
    let ruler = analysis.ruler();
    let lens = |lens: assist::lens::Lens| lsp::CodeLens {
        range: ruler.range(lens.span),
        command: Some(lsp::Command {
            title: lens.text,
            command: super::server::CHECK.to_owned(),
            arguments: Some(vec![serde_json::Value::from(uri.as_str())]),
        }),
        data: None,
    };
    assist::lens::lenses(&analysis.review, analysis.lang).into_iter().map(lens).collect()
}

/// From an operand to the others, from a short name to where it is explained.
pub(super) fn definition(analysis: &Analysis, uri: &lsp::Uri, position: lsp::Position) -> Vec<lsp::Location> {
    let places = assist::navigation::definition(&analysis.review, &analysis.text, from_proto::offset(analysis, position));
    locations(analysis, uri, places)
}

/// All that is tied to the figure, or all mentions of the document.
pub(super) fn references(analysis: &Analysis, uri: &lsp::Uri, position: lsp::Position, itself: bool) -> Vec<lsp::Location> {
    let places = assist::navigation::references(&analysis.review, from_proto::offset(analysis, position), itself);
    locations(analysis, uri, places)
}

fn locations(analysis: &Analysis, uri: &lsp::Uri, places: Vec<Span>) -> Vec<lsp::Location> {
    let ruler = analysis.ruler();
    places.into_iter().map(|span| lsp::Location::new(uri.clone(), ruler.range(span))).collect()
}

/// What belongs together with the place; the computed figure as written, the others as read.
pub(super) fn highlights(analysis: &Analysis, position: lsp::Position) -> Vec<lsp::DocumentHighlight> {
    let ruler = analysis.ruler();
    let highlight = |place: assist::navigation::Highlight| lsp::DocumentHighlight {
        range: ruler.range(place.span),
        kind: Some(if place.claim { lsp::DocumentHighlightKind::WRITE } else { lsp::DocumentHighlightKind::READ }),
    };
    let places = assist::navigation::highlights(&analysis.review, from_proto::offset(analysis, position));
    places.into_iter().map(highlight).collect()
}

/// What can be followed: within the draft, to an official page, to the explanation of a rule.
pub(super) fn links(analysis: &Analysis, uri: &lsp::Uri) -> Vec<lsp::DocumentLink> {
    let ruler = analysis.ruler();
    let found = match &analysis.config {
        Some(_) => assist::links::of_settings(&analysis.text, analysis.lang),
        None => assist::links::links(&analysis.review, &analysis.text, &analysis.engine.catalogue().references, analysis.lang),
    };
    let link = |link: assist::links::Link| {
        let target = match link.target {
            Target::Place(span) => format!("{}#L{}", uri.as_str(), analysis.lines.line_of(span.start as usize) + 1).parse().ok()?,
            Target::Page(page) => page.parse().ok()?,
            Target::Rule(rule) => to_proto::page(rule)?,
        };
        Some(lsp::DocumentLink { range: ruler.range(link.span), target: Some(target), tooltip: Some(link.tooltip), data: None })
    };
    found.into_iter().filter_map(link).collect()
}

/// The edits that bring a range, or all, into form.
pub(super) fn format(analysis: &Analysis, range: Option<lsp::Range>) -> Vec<lsp::TextEdit> {
    let ruler = analysis.ruler();
    let span = range.map_or(Span::new(0, analysis.text.len()), |range| from_proto::span(analysis, range));
    let edits = assist::format::format(&analysis.review, &analysis.text, span);
    edits.iter().map(|edit| ruler.edit(edit)).collect()
}
