//! The family `privacy`: what a reviewer looks for before a report is published. Hints only.

mod bank_card;
mod identity_card;
mod mobile;
mod party;

use super::{Context, Rule};
use crate::text::Span;

/// The rules of this family.
pub const RULES: &[&Rule] = &[&identity_card::IDENTITY_CARD, &mobile::MOBILE, &bank_card::BANK_CARD, &party::PARTY];

/// The runs of at least eleven digits of a draft, with an X behind them if there is one.
fn long_numbers(cx: &Context) -> Vec<Span> {
    let text = cx.draft.span.of(cx.text());
    let base = cx.draft.span.start as usize;
    let mut found = Vec::new();
    let mut start = None;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        match (byte.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                let before = text[..from].ends_with(|c: char| c.is_ascii_alphanumeric() || ".-".contains(c));
                if at - from >= 11 && !before {
                    let end = if matches!(byte, b'X' | b'x') { at + 1 } else { at };
                    found.push(Span::new(base + from, base + end));
                }
            }
            _ => {}
        }
    }
    found
}
