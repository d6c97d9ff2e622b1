//! The value that follows from the other figures of the sentence: after a rate's name, and in place of a percentage that is being typed.
//!
//! Nothing is computed here. A percentage is put where the cursor stands, the paragraph is reviewed, and what the review says that
//! percentage would have to be is the answer, if it says one thing only. Where the percentage is so far off that the review doubts the
//! reading, what it has computed is put there instead, and counts if it holds.

use super::{Completion, CompletionKind, Request};
use crate::Engine;
use crate::relations::Verdict;
use crate::say;
use crate::text::Span;

/// A percentage that is hardly ever right, with two places.
const PROBE: &str = "37.19%";

/// The words that may stand between the name of a rate and its value.
const LINKS: [&str; 8] = ["达到", "达到了", "达", "为", "是", "约为", "约", "率"];

/// The value at the cursor, if one is certain.
pub(super) fn complete(request: &Request) -> Vec<Completion> {
    let before = request.before();
    let number = typed_number(before);
    let head = &before[..before.len() - number.len()];
    if !names_a_rate(head) {
        return Vec::new();
    }
    let Some(value) = expected(request.engine, head) else { return Vec::new() };
    let value = fit(&value, number);
    if value == number {
        return Vec::new();
    }
    let link = if number.is_empty() && head.ends_with('率') { say!(request.options.lang, "为", "为") } else { String::new() };
    vec![Completion {
        id: None,
        label: value.clone(),
        kind: CompletionKind::Value,
        detail: say!(request.options.lang, "按句中数字算得", "computed from the figures of the sentence"),
        filter_text: format!("{number}{link}{value}"),
        sort_text: "000".to_owned(),
        edit: request.replace(number.len(), format!("{link}{value}")),
        snippet: false,
        preselect: true,
    }]
}

/// The number at the end of the text, with its `%`.
fn typed_number(before: &str) -> &str {
    let bare = before.trim_end_matches(['%', '％']);
    let start = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    &before[start.len()..]
}

/// Whether a value of a rate or a share comes next.
fn names_a_rate(head: &str) -> bool {
    let name = LINKS.iter().find_map(|link| head.strip_suffix(link).filter(|rest| !rest.is_empty()));
    let rate = |text: &str| text.ends_with('率') || text.ends_with("占比") || text.ends_with("比重");
    rate(head) || name.is_some_and(rate)
}

/// What a percentage behind the words would have to be; none unless exactly one value comes out.
fn expected(engine: &Engine, head: &str) -> Option<String> {
    let (certain, doubted) = probe(engine, head, PROBE);
    if !certain.is_empty() {
        return only(certain);
    }
    let value = only(doubted)?;
    let (certain, doubted) = probe(engine, head, &value);
    (doubted.is_empty() && only(certain)? == value).then_some(value)
}

/// What the review says about a percentage behind the words: what it would have to be, and what was computed where a reading is doubted.
fn probe(engine: &Engine, head: &str, percentage: &str) -> (Vec<String>, Vec<String>) {
    let link = if head.ends_with(['率', '比', '重']) { "为" } else { "" };
    let text = format!("{head}{link}{percentage}。");
    let place = Span::new(head.len() + link.len(), head.len() + link.len() + percentage.len());
    let (mut certain, mut doubted) = (Vec::new(), Vec::new());
    for relation in engine.review(&text).relations() {
        if !relation.operands.get(relation.culprit).is_some_and(|operand| operand.span.overlaps(place)) {
            continue;
        }
        let computed = || relation.formula.rsplit_once("= ").map(|(_, value)| value.to_owned());
        let (values, value) = match relation.verdict {
            Verdict::Broken | Verdict::Rounding => (&mut certain, relation.expected.clone()),
            Verdict::Holds => (&mut certain, Some(percentage.to_owned())),
            Verdict::Unsure => (&mut doubted, computed()),
        };
        values.extend(value.filter(|value| value.ends_with('%') && value.starts_with(|c: char| c.is_ascii_digit())));
    }
    (certain, doubted)
}

/// The one value, if there is but one.
fn only(mut values: Vec<String>) -> Option<String> {
    values.dedup();
    if values.len() == 1 { values.pop() } else { None }
}

/// The value with as many places as the writer has begun with; whole percentages without any.
fn fit(value: &str, typed: &str) -> String {
    let bare = value.trim_end_matches('%');
    let number = typed.trim_end_matches(['%', '％']);
    let trimmed = if bare.contains('.') { bare.trim_end_matches('0').trim_end_matches('.') } else { bare };
    // Only what the writer has finished with `%` says how many places are wanted.
    let places = match number.split_once('.') {
        Some((_, places)) if number.len() < typed.len() => places.len(),
        _ => return format!("{trimmed}%"),
    };
    match bare.parse::<f64>() {
        Ok(exact) if places < 2 => format!("{exact:.places$}%"),
        _ => format!("{bare}%"),
    }
}
