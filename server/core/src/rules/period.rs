//! The family `period`: title, body, plan and date line speak of one period.

mod copied;
mod half_year;
mod late;
mod later_date;
mod leftover_year;
mod plan_year;
mod replace_accident;
mod same_figures;
mod title_year;

use super::Rule;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &title_year::TITLE_YEAR,
    &plan_year::PLAN_YEAR,
    &leftover_year::LEFTOVER_YEAR,
    &half_year::HALF_YEAR_DATA,
    &late::LATE,
    &later_date::LATER_DATE,
    &replace_accident::REPLACE_ACCIDENT,
    &same_figures::SAME_FIGURES,
    &copied::COPIED,
];
