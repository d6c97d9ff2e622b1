//! 核稿: the program. `hegao check` for reviewers, `hegao lsp` for editors.

mod cli;
#[allow(dead_code, reason = "the edits of hegao.toml that no code action offers yet")]
mod config;
mod lsp;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = cli::Args::parse();
    match cli::run(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("hegao: {error:#}");
            ExitCode::from(cli::COULD_NOT)
        }
    }
}
