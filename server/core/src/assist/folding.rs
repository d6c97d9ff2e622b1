//! Folding: what belongs to a heading.

use super::lookup;
use crate::Review;
use crate::text::Span;

/// The parts that can be folded away: each section from its heading to its last line, drafts where there are several.
pub fn folds(review: &Review, text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    for draft in &review.drafts {
        if review.drafts.len() > 1 {
            out.push(lookup::trim(text, draft.span));
        }
        out.extend(draft.outline.iter().map(|heading| lookup::trim(text, heading.section)));
    }
    out.retain(|span| !span.is_empty());
    out.sort_unstable();
    out.dedup();
    out
}
