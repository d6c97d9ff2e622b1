//! The family `wording`: what a checker of official documents would certainly mark.

mod approximate;
mod compared;
mod lost_name;
mod numbers;
mod punctuation;
mod quotes;
mod terms;
mod three_systems;
mod unbalanced;
mod until;

use super::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &terms::FIXED,
    &terms::CONFUSED,
    &three_systems::THREE_SYSTEMS,
    &lost_name::LOST_NAME,
    &quotes::MISSING_QUOTES,
    &approximate::RULE,
    &punctuation::HALF_WIDTH,
    &punctuation::DOUBLED,
    &unbalanced::UNBALANCED,
    &numbers::RANGE,
    &numbers::FULL_WIDTH,
    &numbers::NONE,
];
