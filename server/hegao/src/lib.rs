//! 核稿: the program. `hegao check` for reviewers, `hegao lsp` for editors.
//!
//! A library only so that fuzz targets drive in-process what the binary runs; nothing else depends on it, and its names may change.

mod cli;
#[allow(dead_code, reason = "the edits of hegao.toml that no code action offers yet")]
mod config;
#[doc(hidden)]
pub mod inside;
mod isolated;
mod lsp;
mod patterns;

use clap::Parser;
use std::process::ExitCode;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let args = cli::Args::parse();
    match isolated::isolated(|| cli::run(args)) {
        Ok(Ok(code)) => code,
        Ok(Err(error)) => could_not(&format!("{error:#}")),
        Err(panic) => could_not(&panic),
    }
}

/// One line on standard error, and the exit code of a command that could not do its work.
fn could_not(why: &str) -> ExitCode {
    eprintln!("hegao: {why}");
    ExitCode::from(cli::COULD_NOT)
}
