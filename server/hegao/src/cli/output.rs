//! The faces of a review on the command line. None computes anything of its own.

mod json;
mod text;

use clap::ValueEnum;
use hegao_core::text::LineIndex;
use hegao_core::{Lang, Review, Severity};
use std::io::{self, Write};

/// A reviewed file.
#[derive(Debug)]
pub(crate) struct Reviewed {
    /// The name, as given.
    pub path: String,
    /// The text that was reviewed: what the positions count in.
    pub text: String,
    /// Its lines.
    pub lines: LineIndex,
    /// The review.
    pub review: Review,
    /// What the reader of the file skipped or noticed.
    pub notes: Vec<String>,
}

/// All that a run of `check` has to say.
#[derive(Debug)]
pub(crate) struct Run {
    /// The reviewed files, in the order of the command line.
    pub files: Vec<Reviewed>,
    /// Files that could not be reviewed, with the reason.
    pub errors: Vec<(String, String)>,
    /// Files in folders that are no text or Word files.
    pub skipped: usize,
    /// The language of messages.
    pub lang: Lang,
    /// Whether the relations are wanted too.
    pub ledger: bool,
}

impl Run {
    /// The number of findings of a severity in all files.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.files.iter().map(|file| file.review.count(severity)).sum()
    }
}

/// The format of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// One document, the contract of docs/json.md
    Json,
    /// One line a file
    Jsonl,
}

/// Writes a run.
pub(crate) fn write(run: &Run, format: Format, quiet: bool, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => text::write(run, quiet, out),
        Format::Json => json::write(run, out),
        Format::Jsonl => json::write_lines(run, out),
    }
}
