//! The budgets of the program, each beside what the same run has measured.

use super::table::{Table, time};
use std::fmt;
use std::time::Duration;

/// Budgets with what was measured.
#[derive(Debug, Default)]
pub(super) struct Budgets(Vec<Row>);

#[derive(Debug)]
struct Row {
    what: String,
    budget: String,
    measured: String,
    met: bool,
    /// Where the time goes, for a reader who finds the budget missed.
    why: &'static str,
}

impl Budgets {
    fn row(&mut self, what: &str, budget: String, measured: String, met: bool, why: &'static str) {
        self.0.push(Row { what: what.to_owned(), budget, measured, met, why });
    }

    /// A time that may not be longer.
    pub(super) fn at_most(&mut self, what: &str, budget: Duration, measured: Duration, why: &'static str) {
        self.row(what, format!("≤ {}", time(budget)), time(measured), measured <= budget, why);
    }

    /// A speed in megabytes a second that may not be lower.
    pub(super) fn at_least(&mut self, what: &str, budget: f64, measured: f64, why: &'static str) {
        self.row(what, format!("≥ {budget:.0} MB/s"), format!("{measured:.1} MB/s"), measured >= budget, why);
    }

    /// Anything else.
    pub(super) fn other(&mut self, what: &str, budget: &str, measured: String, met: bool) {
        self.row(what, budget.to_owned(), measured, met, "");
    }
}

impl fmt::Display for Budgets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::new(&["what", "budget", "measured", "met"]);
        for row in &self.0 {
            let met = match (row.met, row.why) {
                (true, _) => "yes".to_owned(),
                (false, "") => "NO".to_owned(),
                (false, why) => format!("NO: {why}"),
            };
            table.row([row.what.clone(), row.budget.clone(), row.measured.clone(), met]);
        }
        table.fmt(f)
    }
}
