//! The family `privacy`: what a reviewer looks for before a report is published. Hints only.

mod bank_card;
mod identity_card;
mod long_number;
mod mobile;
mod party;

use super::{Context, Rule};
use long_number::LongNumber;

/// The rules of this family.
pub const RULES: &[&Rule] = &[&identity_card::IDENTITY_CARD, &mobile::MOBILE, &bank_card::BANK_CARD, &party::PARTY];

fn long_numbers(cx: &Context) -> Vec<LongNumber> {
    long_number::long_numbers(cx.text(), cx.draft)
}
