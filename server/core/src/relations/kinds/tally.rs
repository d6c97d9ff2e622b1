//! tally
use crate::relations::View;

/// Runs the kind.
pub(super) fn run(_view: &mut View) {}
