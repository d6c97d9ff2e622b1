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
mod other_place;
mod placeholder;
mod request;
mod section_order;
mod section_year;
mod signature;

pub(in crate::rules) use numbers::{Misnumbered, faults};

use super::{Context, Rule};
use crate::catalogue::Catalogue;
use crate::catalogue::profiles::{Item, Profile};
use crate::draft::Draft;
use crate::text::Span;

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
    &other_place::OTHER_PLACE,
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

/// The items that a report writes anew every year: last year's problems and plans are no longer this year's.
const RENEWED: &[&str] = &["problems", "plan"];

/// What stands under the headings of the items that are written anew every year, with the items' ids.
pub(crate) fn renewed_sections(text: &str, draft: &Draft, catalogue: &Catalogue) -> Vec<(String, Span)> {
    let Some(profile) = draft.meta.profile.as_deref().and_then(|id| catalogue.profiles.get(id)) else { return Vec::new() };
    let items = profile.items().iter().filter(|item| RENEWED.contains(&item.id.as_str()));
    items.filter_map(|item| Some((item.id.clone(), mandated::heading(text, draft, profile, item)?.body()))).collect()
}
