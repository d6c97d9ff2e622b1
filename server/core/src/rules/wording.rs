//! The family `wording`: what a checker of official documents would certainly mark.

mod approximate;
mod punctuation;
mod terms;

use super::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] =
    &[&terms::FIXED, &terms::CONFUSED, &approximate::RULE, &punctuation::HALF_WIDTH, &punctuation::DOUBLED, &punctuation::UNBALANCED];
