//! Reviews one text again and again, for a profiler to watch:
//! `perf record --call-graph fp cargo xtask profile --chars 30000`, or callgrind with `--times 3`.

use crate::sample;
use anyhow::{Context, Result};
use hegao_core::{Engine, Settings};
use std::hint::black_box;
use std::path::PathBuf;

/// What is reviewed, and how often.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The length of a made report in characters.
    #[arg(long, default_value_t = 100_000)]
    chars: usize,
    /// How often it is reviewed.
    #[arg(long, default_value_t = 100)]
    times: usize,
    /// A text instead of a made report.
    file: Option<PathBuf>,
}

/// Reviews.
pub(crate) fn run(options: &Options) -> Result<()> {
    let text = match &options.file {
        Some(path) => std::fs::read_to_string(path).with_context(|| path.display().to_string())?,
        None => sample::report(options.chars, 1),
    };
    let engine = Engine::new(Settings::default());
    for _ in 0..options.times {
        black_box(engine.review(&text));
    }
    Ok(())
}
