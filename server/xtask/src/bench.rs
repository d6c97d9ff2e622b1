//! Measures everything that has a budget, and prints it as tables.

mod core;
mod table;

use anyhow::Result;

/// What is measured.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The longest made report, in characters.
    #[arg(long, default_value_t = 10_000_000)]
    longest: usize,
}

/// Measures and prints.
pub(crate) fn run(options: &Options) -> Result<()> {
    println!("{}", core::stages(options.longest));
    println!("{}", core::shapes(options.longest / 10));
    Ok(())
}
