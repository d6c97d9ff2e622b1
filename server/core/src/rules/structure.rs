//! The family `structure`: mandated items, numbering, title, signature, attachments, placeholders.

pub(in crate::rules) mod mandated;
mod numbers;
mod sample;

mod causes;
mod date_line;
mod empty_attachment;
mod empty_section;
mod hidden_section;
mod missing_section;
mod number_form;
mod number_gap;
mod number_repeat;
mod placeholder;
mod request;
mod section_order;
mod section_year;
mod signature;

use super::{Context, Rule};
use crate::catalogue::profiles::{Item, Profile};

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &missing_section::MISSING_SECTION,
    &empty_section::EMPTY_SECTION,
    &hidden_section::HIDDEN_SECTION,
    &causes::PROBLEMS_WITHOUT_CAUSES,
    &section_year::SECTION_YEAR,
    &section_order::SECTION_ORDER,
    &number_gap::NUMBER_GAP,
    &number_repeat::NUMBER_REPEAT,
    &number_form::NUMBER_FORM,
    &placeholder::PLACEHOLDER,
    &empty_attachment::EMPTY_ATTACHMENT,
    &signature::SIGNATURE,
    &date_line::DATE_LINE,
    &request::REQUEST_IN_REPORT,
];

/// The profile of the draft.
pub(in crate::rules) fn profile(cx: &Context) -> Option<&'static Profile> {
    cx.catalogue.profiles.get(cx.draft.meta.profile.as_deref()?)
}

/// The item of the draft's profile with an id.
fn item(cx: &Context, id: &str) -> Option<&'static Item> {
    profile(cx)?.items().iter().find(|item| item.id == id)
}
