//! Applying the safe fixes of a text.

use hegao_core::{Edit, Engine, Review};

/// Rounds until nothing is left to mend. Fixes converge (a property test holds them to it); the bound only guards against a rule
/// that is wrong about itself.
const ROUNDS: usize = 8;

/// The text with every safe fix applied, and how many were.
pub(crate) fn apply(engine: &Engine, text: &str, wanted: impl Fn(&str) -> bool) -> (String, usize) {
    let mut text = text.to_owned();
    let mut applied = 0;
    for _ in 0..ROUNDS {
        let review = engine.review(&text);
        let edits = safe_edits(&review, &wanted);
        if edits.is_empty() {
            break;
        }
        applied += edits.len();
        for edit in edits.iter().rev() {
            text.replace_range(edit.span.range(), &edit.text);
        }
    }
    (text, applied)
}

/// The edits of all safe fixes in the order of the text; of two fixes that overlap only the first is taken.
pub(crate) fn safe_edits(review: &Review, wanted: impl Fn(&str) -> bool) -> Vec<Edit> {
    let mut taken: Vec<Edit> = Vec::new();
    let fixes = review.findings.iter().filter(|finding| wanted(finding.rule)).filter_map(|finding| finding.fix.as_ref());
    for fix in fixes.filter(|fix| fix.safe) {
        let clashes = |edit: &Edit| taken.iter().any(|other| other.span == edit.span || other.span.overlaps(edit.span));
        if !fix.edits.iter().any(clashes) {
            taken.extend(fix.edits.iter().cloned());
        }
    }
    taken.sort_by_key(|edit| edit.span);
    taken
}
