//! Writes made reports: `cargo xtask generate --chars N [--seed S] [--files K FOLDER]`, and texts of a bad shape: `--shape table`.

use crate::sample;
use crate::sample::shapes::SHAPES;
use anyhow::{Context, Result};
use std::io::Write;
use std::path::PathBuf;

/// How long the reports are and where they go.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The length of a report in characters.
    #[arg(long)]
    chars: usize,
    /// The same seed gives the same text.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// So many reports, with seeds that count up, as `0001.md` … in FOLDER.
    #[arg(long, requires = "folder")]
    files: Option<u64>,
    /// Instead of a report a text that punishes whatever is not linear: `line`, `table`, `headings` …
    #[arg(long, conflicts_with = "files", value_parser = clap::builder::PossibleValuesParser::new(SHAPES.iter().map(|(name, _)| *name)))]
    shape: Option<String>,
    /// Where the files go; without it the report goes to standard output.
    folder: Option<PathBuf>,
}

/// Writes them.
pub(crate) fn run(options: &Options) -> Result<()> {
    if let Some((_, make)) = SHAPES.iter().find(|(name, _)| options.shape.as_deref() == Some(name)) {
        return Ok(std::io::stdout().write_all(make(options.chars).as_bytes())?);
    }
    let Some(folder) = &options.folder else {
        return Ok(std::io::stdout().write_all(sample::report(options.chars, options.seed).as_bytes())?);
    };
    std::fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    for file in 0..options.files.unwrap_or(1) {
        let path = folder.join(format!("{:04}.md", file + 1));
        let text = sample::report(options.chars, options.seed + file);
        std::fs::write(&path, text).with_context(|| format!("{}", path.display()))?;
    }
    Ok(())
}
