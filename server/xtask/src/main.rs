//! Chores of the repository.

mod bench;
mod client;
mod generate;
mod profile;
mod sample;
mod soak;

use anyhow::Result;
use clap::Parser;

/// Chores of the repository.
#[derive(Debug, Parser)]
enum Task {
    /// Writes made reports.
    Generate(generate::Options),
    /// Measures everything that has a budget.
    Bench(bench::Options),
    /// Reviews one text again and again, for a profiler to watch.
    Profile(profile::Options),
    /// An hour of editing in minutes against the language server.
    Soak(soak::Options),
}

fn main() -> Result<()> {
    match Task::parse() {
        Task::Generate(options) => generate::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Profile(options) => profile::run(&options),
        Task::Soak(options) => soak::run(&options),
    }
}
