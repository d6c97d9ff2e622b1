//! Reviews one text again and again, for a profiler to watch:
//! `perf record --call-graph fp cargo xtask profile --chars 30000`, or callgrind with `--times 3`. `--relate` relates its figures only.

use crate::sample;
use anyhow::{Context, Result};
use hegao_core::text::Folded;
use hegao_core::{Engine, Settings, draft, relations};
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
    /// Reads it once and only relates its figures so often.
    #[arg(long)]
    relate: bool,
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
    if options.relate {
        let folded = Folded::new(&text);
        let drafts = draft::read(&folded, engine.catalogue(), engine.settings());
        for draft in (0..options.times).flat_map(|_| &drafts) {
            black_box(relations::relate(&folded, draft, engine.catalogue()));
        }
        return Ok(());
    }
    for _ in 0..options.times {
        black_box(engine.review(&text));
    }
    Ok(())
}
