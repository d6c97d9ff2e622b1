//! The family `reference`: what is cited is in force at the time, has its right name and its right number.

mod draft_as_basis;
mod judge;
mod list;
mod not_in_force;
mod not_issued;
mod number_form;
mod older_meeting;
mod outdated_term;
mod over;
#[cfg(test)]
mod tests;
mod title_form;
mod wrong_article;
mod wrong_number;
mod wrong_title;
mod wrong_version;

pub(crate) use judge::judge;
pub use judge::{AsOf, Judgement, Verdict};
pub(crate) use list::reviews;
pub(crate) use outdated_term::report_terms;

use super::{Context, Rule};
use crate::draft::Citation;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &over::SUPERSEDED,
    &over::REPEALED,
    &over::PLAN_OVER,
    &over::RENAMED,
    &not_issued::RULE,
    &not_in_force::RULE,
    &older_meeting::RULE,
    &outdated_term::RULE,
    &wrong_title::RULE,
    &wrong_number::RULE,
    &wrong_version::RULE,
    &wrong_article::RULE,
    &draft_as_basis::RULE,
    &number_form::RULE,
    &title_form::RULE,
];

/// The judged citations of the draft, without what the user's dictionary holds.
fn judged<'a>(cx: &Context<'a>) -> Vec<(&'a Citation, Judgement)> {
    let text = cx.text();
    let own = |citation: &Citation| citation.title.is_some_and(|title| cx.settings.dictionary.iter().any(|word| word == title.of(text)));
    let pairs = cx.draft.citations.iter().zip(&cx.facts.judgements);
    pairs.filter(|(citation, _)| !own(citation)).map(|(citation, judgement)| (citation, *judgement)).collect()
}
