//! The family `arithmetic`: one rule for each kind of relation. The rules only word what `relations` has judged.

use super::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[];
