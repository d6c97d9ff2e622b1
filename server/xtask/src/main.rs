//! Chores of the repository.

mod bench;
mod bench_lsp;
mod generate;
mod profile;
mod sample;

use anyhow::Result;
use clap::Parser;
use std::path::PathBuf;

/// Chores of the repository.
#[derive(Debug, Parser)]
enum Task {
    /// Writes made reports.
    Generate(generate::Options),
    /// Measures everything that has a budget.
    Bench(bench::Options),
    /// Reviews one text again and again, for a profiler to watch.
    Profile(profile::Options),
    /// Times the language server.
    BenchLsp {
        /// The program, built.
        #[arg(default_value = "target/release/hegao")]
        program: PathBuf,
    },
}

fn main() -> Result<()> {
    match Task::parse() {
        Task::Generate(options) => generate::run(&options),
        Task::Bench(options) => bench::run(&options),
        Task::Profile(options) => profile::run(&options),
        Task::BenchLsp { program } => bench_lsp::run(&program),
    }
}
