//! The family `privacy`: what a reviewer looks for before a report is published. Hints only.

mod bank_card;
mod identity_card;
mod mobile;
mod party;

use super::{Context, Rule};
use crate::text::Span;

/// The rules of this family.
pub const RULES: &[&Rule] = &[&identity_card::IDENTITY_CARD, &mobile::MOBILE, &bank_card::BANK_CARD, &party::PARTY];

/// The length of a mobile number; identity cards and bank cards have more digits.
const LONG: usize = 11;

/// The runs of at least eleven digits of a draft, with an X behind them if there is one.
fn long_numbers(cx: &Context) -> Vec<Span> {
    let text = cx.draft.span.of(cx.text());
    let bytes = text.as_bytes();
    let base = cx.draft.span.start as usize;
    let mut found = Vec::new();
    // A run that long covers one of every eleven bytes: only those are looked at.
    let mut at = LONG - 1;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += LONG;
            continue;
        }
        let from = at - bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let to = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let before = text[..from].ends_with(|c: char| c.is_ascii_alphanumeric() || ".-".contains(c));
        if to - from >= LONG && !before {
            let end = if matches!(bytes.get(to), Some(b'X' | b'x')) { to + 1 } else { to };
            found.push(Span::new(base + from, base + end));
        }
        at = to + LONG;
    }
    found
}
