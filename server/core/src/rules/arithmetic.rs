//! The family `arithmetic`: one rule for each kind of relation. The rules only word what `relations` has judged.

mod average;
mod balance;
mod change;
mod flow;
mod last_year;
mod limits;
mod mixed_units;
mod part;
mod partition;
mod rate;
mod same;
mod share;
mod tally;
mod wording;

use super::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &partition::PARTITION,
    &part::PART,
    &flow::FLOW,
    &balance::BALANCE,
    &rate::RATE,
    &share::SHARE,
    &change::CHANGE,
    &average::AVERAGE,
    &tally::TALLY,
    &same::SAME,
    &limits::LIMITS,
    &last_year::LAST_YEAR,
    &mixed_units::MIXED,
];
