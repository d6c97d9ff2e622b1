//! The kinds of relation, one file each. Every kind looks only at a window of figures: the work grows with the text, not with its square.

mod average;
mod balance;
mod change;
mod flow;
mod limits;
mod part;
mod partition;
mod ratio;
mod same;
mod tally;

use super::View;
pub(super) use flow::Steps;

/// Runs every kind.
pub(super) fn run(view: &mut View) {
    partition::run(view);
    part::run(view);
    ratio::run(view);
    partition::by_shares(view);
    change::run(view);
    balance::run(view);
    flow::run(view);
    tally::run(view);
    same::run(view);
    average::run(view);
    limits::run(view);
    balance::explain(view);
}
