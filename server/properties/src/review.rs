//! The review of a text, and every answer that an editor may ask of it.

use crate::spans;
use hegao_core::assist::actions::Plan;
use hegao_core::assist::inlay::Wanted;
use hegao_core::assist::{actions, checklist, completion, folding, format, hover, inlay, lens, navigation, selection, symbols, tokens};
use hegao_core::suppress::Form;
use hegao_core::text::{LineIndex, Span};
use hegao_core::{Edit, Engine, Lang, Review, Settings, Severity};
use std::sync::OnceLock;

/// One engine for all inputs: an engine keeps nothing of a text.
pub fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Settings::default()))
}

/// The fuzz target: the bytes are a draft in UTF-8.
pub fn bytes(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    text_holds(&text);
    repaired(&text);
}

/// Reviews a text, checks all its places, and asks all that an editor asks at a few of them.
pub fn text_holds(text: &str) -> Review {
    let engine = engine();
    let review = engine.review(text);
    assert!(!review.drafts.is_empty(), "there is always a draft");
    spans::check_all(text, &review);
    let mut offsets: Vec<usize> = review.findings.iter().map(|finding| finding.span.start as usize).take(4).collect();
    offsets.extend([0, text.len() / 3, text.len() / 2 + 1, text.len(), text.len() + 9]);
    for offset in offsets {
        ask(engine, &review, text, offset);
    }
    ask_of_all(engine, &review, text);
    review
}

fn ask(engine: &Engine, review: &Review, text: &str, offset: usize) {
    let lines = LineIndex::new(text);
    let fits = |what: &str, span: Span| spans::check(text, &lines, what, span);
    for lang in [Lang::Zh, Lang::En] {
        hover::hover(review, text, offset, lang).into_iter().for_each(|hover| fits("hover", hover.span));
    }
    navigation::definition(review, text, offset).into_iter().for_each(|span| fits("definition", span));
    navigation::references(review, offset, true).into_iter().for_each(|span| fits("mention", span));
    navigation::highlights(review, offset).into_iter().for_each(|highlight| fits("highlight", highlight.span));
    let ranges = selection::ranges(review, text, offset);
    ranges.iter().for_each(|&span| fits("selection", span));
    let options = completion::Options { snippets: true, lang: Lang::Zh };
    for item in completion::complete(engine, review, text, offset, None, &options) {
        fits("completion", item.edit.span);
        item.id.and_then(|id| completion::documentation(engine, &id, Lang::Zh));
    }
    let here = Span::at(text.floor_char_boundary(offset.min(text.len())));
    for action in actions::actions(review, text, here, Lang::Zh) {
        if let Some(edits) = actions::edits(&action.plan, review, text, engine, Form::Plain) {
            edited(text, &edits, &action.title);
        }
    }
}

fn ask_of_all(engine: &Engine, review: &Review, text: &str) {
    let lines = LineIndex::new(text);
    let fits = |what: &str, span: Span| spans::check(text, &lines, what, span);
    let whole = Span::new(0, text.len());
    folding::folds(review, text).into_iter().for_each(|span| fits("fold", span));
    lens::lenses(review, Lang::En).into_iter().for_each(|lens| fits("lens", lens.span));
    let mut at = 0;
    for token in tokens::tokens(review, text) {
        fits("token", token.span);
        assert!(token.span.start >= at, "tokens are in order and apart: {:?} after {at}", token.span);
        at = token.span.end;
    }
    let wanted = Wanted { computed: true, holds: true };
    for hint in inlay::hints(review, whole, wanted, Lang::Zh) {
        fits("hint", Span::at(hint.offset as usize));
        hint.edit.into_iter().for_each(|(span, _)| fits("hint", span));
    }
    symbols::symbols(review, text);
    review.drafts.iter().for_each(|draft| drop(checklist::ledger(draft, text)));
    edited(text, &format::format(review, text, whole), "formatting");
    for index in 0..review.drafts.len() {
        if let Some(edits) = actions::edits(&Plan::Renumber { draft: index }, review, text, engine, Form::Plain) {
            edited(text, &edits, "renumbering");
        }
    }
}

/// The text with edits made; they fit it and do not overlap.
pub fn edited(text: &str, edits: &[Edit], what: &str) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let range = edit.span.range();
        assert!(range.start >= at, "{what}: edits overlap at {}", range.start);
        let between = text.get(at..range.start);
        out.push_str(between.unwrap_or_else(|| panic!("{what}: {:?} does not fit the text", edit.span)));
        out.push_str(&edit.text);
        at = range.end;
    }
    let rest = text.get(at..);
    out.push_str(rest.unwrap_or_else(|| panic!("{what}: {at} does not fit the text")));
    out
}

/// How many rounds of fixing may be needed before nothing is left to fix.
const ROUNDS: usize = 8;

/// The text after all safe fixes, applied until none is left: they converge, and a second run changes nothing.
pub fn repaired(text: &str) -> String {
    let engine = engine();
    let mut now = text.to_owned();
    for _ in 0..ROUNDS {
        let review = engine.review(&now);
        let edits = actions::edits(&Plan::FixAll, &review, &now, engine, Form::Plain).unwrap_or_default();
        if edits.is_empty() {
            return now;
        }
        now = edited(&now, &edits, "fixing all");
    }
    panic!("fixes do not converge; after {ROUNDS} rounds the text is {now:?}");
}

/// How often each rule speaks at warning or above.
pub fn serious(review: &Review) -> std::collections::BTreeMap<&'static str, usize> {
    let mut counts = std::collections::BTreeMap::new();
    for finding in review.findings.iter().filter(|finding| finding.severity >= Severity::Warning) {
        *counts.entry(finding.rule).or_default() += 1;
    }
    counts
}
