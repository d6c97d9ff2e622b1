//! Chores of the repository: `cargo xtask bench-lsp [PROGRAM]`.

mod bench_lsp;

use anyhow::{Result, bail};
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["bench-lsp"] => bench_lsp::run(Path::new("target/release/hegao")),
        ["bench-lsp", program] => bench_lsp::run(Path::new(program)),
        _ => bail!("what is there: bench-lsp [PROGRAM]"),
    }
}
