//! The review of a text, and every answer that an editor may ask of it.

use crate::spans;
use hegao_core::assist::actions::Plan;
use hegao_core::assist::inlay::Wanted;
use hegao_core::assist::{
    actions, checklist, completion, folding, format, hover, inlay, lens, links, names, navigation, selection, symbols, tokens,
};
use hegao_core::suppress::Form;
use hegao_core::text::{LineIndex, Span};
use hegao_core::{Edit, Engine, Lang, Review, Settings, Severity};
use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};

/// One engine for all inputs: an engine keeps nothing of a text.
pub fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Settings::default()))
}

/// The same in English: what is said changes, what is found does not.
fn english() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::new(Settings { lang: Lang::En, ..Settings::default() }))
}

/// What stands between last year's report and this year's draft in the bytes of the fuzz target.
const BETWEEN: char = '\u{1E}';

/// The fuzz target: the bytes are a draft in UTF-8, or last year's report and a draft with a separator between them.
pub fn bytes(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some((before, now)) = text.split_once(BETWEEN) {
        against_holds(before, now);
        return;
    }
    let review = text_holds(&text);
    // One input in four, whichever: this takes as long as all the rest.
    if text.len().is_multiple_of(4) {
        same_in_english(&text, &review);
    }
    repaired_from(&text, review);
}

/// Reviews a text, checks all its places, and asks all that an editor asks at a few of them.
pub fn text_holds(text: &str) -> Review {
    let engine = engine();
    let review = engine.review(text);
    assert!(!review.drafts.is_empty(), "there is always a draft");
    spans::check_all(text, &review);
    let lines = LineIndex::new(text);
    for offset in places(text, &review) {
        ask(engine, &review, text, &lines, offset);
    }
    ask_of_all(engine, &review, text, &lines);
    review
}

/// Reviews a draft against last year's report: places in either lie in it, and what the draft alone shows is still found.
pub fn against_holds(before: &str, now: &str) -> Review {
    let engine = engine();
    let last_year = engine.last_year("去年.md", before);
    let review = engine.review_against(now, &last_year);
    spans::check_all(now, &review);
    assert_eq!(last_year.source(), before);
    for (rule, span) in spans::elsewhere(&review) {
        spans::check(before, last_year.lines(), rule, span);
    }
    let lines = LineIndex::new(now);
    for offset in places(now, &review) {
        ask(engine, &review, now, &lines, offset);
    }
    ask_of_all(engine, &review, now, &lines);
    review
}

/// The language of the messages changes no finding and no verdict.
pub fn same_in_english(text: &str, chinese: &Review) {
    let english = english().review(text);
    let found = |review: &Review| -> Vec<_> {
        review.findings.iter().map(|finding| (finding.rule, finding.severity, finding.span, finding.fix.is_some())).collect()
    };
    assert_eq!(found(&english), found(chinese), "findings in English and in Chinese of {text:?}");
    let verdicts = |review: &Review| -> Vec<_> { review.relations().map(|relation| (relation.kind, relation.verdict)).collect() };
    assert_eq!(verdicts(&english), verdicts(chinese), "verdicts in English and in Chinese of {text:?}");
}

/// A few places to ask at: two findings, somewhere inside, and beyond the end. Which, hangs on the text; other inputs ask elsewhere.
fn places(text: &str, review: &Review) -> Vec<usize> {
    let seed = text.len();
    let findings = &review.findings;
    let mut places = vec![seed.wrapping_mul(31) % (text.len() + 1), text.len() + 9 * (seed % 2)];
    if !findings.is_empty() {
        places.extend([0, seed % findings.len()].map(|index| findings[index].span.start as usize));
    }
    places.dedup();
    places
}

fn ask(engine: &Engine, review: &Review, text: &str, lines: &LineIndex, offset: usize) {
    let fits = |what: &str, span: Span| spans::check(text, lines, what, span);
    for lang in [Lang::Zh, Lang::En] {
        hover::hover(review, text, offset, lang).into_iter().for_each(|hover| fits("hover", hover.span));
    }
    navigation::definition(review, text, offset).into_iter().for_each(|span| fits("definition", span));
    navigation::references(review, offset, true).into_iter().for_each(|span| fits("mention", span));
    navigation::highlights(review, offset).into_iter().for_each(|highlight| fits("highlight", highlight.span));
    let ranges = selection::ranges(review, text, offset);
    ranges.iter().for_each(|&span| fits("selection", span));
    completed(engine, review, text, lines, offset);
    let here = Span::at(text.floor_char_boundary(offset.min(text.len())));
    let selected = ranges.first().copied().unwrap_or(here);
    names::names(review, text, selected);
    names::unknown(review, text, selected);
    let form = if text.len().is_multiple_of(2) { Form::Plain } else { Form::Markdown };
    for action in actions::actions(review, text, here, Lang::Zh) {
        if let Some(edits) = actions::edits(&action.plan, review, text, engine, form) {
            edited(text, &edits, &action.title);
        }
    }
}

fn completed(engine: &Engine, review: &Review, text: &str, lines: &LineIndex, offset: usize) {
    // What there is to read about an item hangs on the item alone: it is asked for once.
    static READ: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let options = completion::Options { snippets: true, lang: Lang::Zh };
    let trigger = text.get(..offset).and_then(|before| before.chars().next_back()).filter(|_| offset.is_multiple_of(2));
    for item in completion::complete(engine, review, text, offset, trigger, &options) {
        spans::check(text, lines, "completion", item.edit.span);
        let typed = item.edit.span.of(text);
        assert!(!typed.contains(['\n', '\r']), "what a completion replaces lies in one line: {typed:?}");
        let Some(id) = item.id else { continue };
        if READ.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone()) {
            completion::documentation(engine, &id, Lang::Zh);
        }
    }
}

fn ask_of_all(engine: &Engine, review: &Review, text: &str, lines: &LineIndex) {
    let fits = |what: &str, span: Span| spans::check(text, lines, what, span);
    let whole = Span::new(0, text.len());
    folding::folds(review, text).into_iter().for_each(|span| fits("fold", span));
    lens::lenses(review, Lang::En).into_iter().for_each(|lens| fits("lens", lens.span));
    for link in links::links(review, text, &engine.catalogue().references, Lang::En) {
        fits("link", link.span);
        if let links::Target::Place(span) = link.target {
            fits("target of a link", span);
        }
    }
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
    checklist::Summary::of(review);
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
    repaired_from(text, engine().review(text))
}

/// The same of a text whose review is there already.
fn repaired_from(text: &str, review: Review) -> String {
    let engine = engine();
    let (mut now, mut review) = (text.to_owned(), review);
    for _ in 0..ROUNDS {
        let edits = actions::edits(&Plan::FixAll, &review, &now, engine, Form::Plain).unwrap_or_default();
        if edits.is_empty() {
            return now;
        }
        now = edited(&now, &edits, "fixing all");
        review = engine.review(&now);
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
