//! The faces of a review on the command line. None computes anything of its own.

mod github;
pub(crate) mod html;
pub(crate) mod json;
mod junit;
mod sarif;
pub(crate) mod text;

use self::json::Tally;
use clap::ValueEnum;
use hegao_core::text::{Encoding, LineIndex, Span};
use hegao_core::{Finding, Lang, LastYear, Related, Review};
use std::io::{self, Write};
use std::sync::Arc;

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
    /// Last year's report, where the review was held against one.
    pub last_year: Option<Arc<LastYear>>,
}

impl Reviewed {
    /// The text in which a place of a finding lies: that of the file, or of last year's report.
    pub(crate) fn source_of<'a>(&'a self, related: &'a Related) -> Source<'a> {
        match (&related.path, &self.last_year) {
            (Some(path), Some(last_year)) => Source { path: Some(path), text: last_year.source(), lines: last_year.lines() },
            _ => Source { path: None, text: &self.text, lines: &self.lines },
        }
    }

    /// The text of the file.
    pub(crate) fn source(&self) -> Source<'_> {
        Source { path: None, text: &self.text, lines: &self.lines }
    }
}

/// A text with its lines, and its name where it is another file's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// The other file.
    pub path: Option<&'a str>,
    /// The text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
}

impl Source<'_> {
    /// Line and column of a place as people write it, `3:12`, in another file with its name in front.
    pub(crate) fn place(&self, span: Span) -> String {
        let place = self.lines.position(self.text, span.start as usize, Encoding::Utf32);
        let path = self.path.map(|path| format!("{path}:")).unwrap_or_default();
        format!("{path}{}:{}", place.line + 1, place.column + 1)
    }
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
    /// SARIF 2.1.0, for code review platforms
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// JUnit XML, for CI
    Junit,
    /// A page to read, print and sign
    Html,
}

impl Format {
    /// Whether each file is written as soon as it is reviewed, so that no more than a few are held however many there are. The other
    /// formats begin with what only the whole run tells.
    pub(crate) fn streams(self) -> bool {
        matches!(self, Self::Text | Self::Json | Self::Jsonl | Self::Github)
    }
}

/// Writes a file in a format for people that streams.
pub(crate) fn write_file(file: &Reviewed, format: Format, quiet: bool, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Github => github::file(file, out),
        _ => text::file(file, quiet, lang, out),
    }
}

/// Writes a run, or what is left to say of it where its files are written already.
pub(crate) fn write(run: &Run, tally: &Tally, format: Format, quiet: bool, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => text::end(run, tally, quiet, out),
        Format::Github => github::end(run, out),
        Format::Json | Format::Jsonl => {
            let mut stream = json::Stream::begin(out, format == Format::Jsonl)?;
            for file in &run.files {
                stream.file(&json::Entry::new(file, run.ledger)?)?;
            }
            stream.end(&run.errors).map(drop)
        }
        Format::Sarif => sarif::write(run, out),
        Format::Junit => junit::write(run, out),
        Format::Html => html::write(run, out),
    }
}

/// A name for a finding that survives edits elsewhere in the file: the rule, the text under it and the text around it in its paragraph.
pub(crate) fn fingerprint(file: &Reviewed, finding: &Finding) -> String {
    const AROUND: usize = 12;
    let (start, end) = (finding.span.start as usize, finding.span.end as usize);
    let dense = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let ends = |c: &char| !matches!(c, '\n' | '\r');
    let before: String = file.text[..start].chars().rev().take_while(ends).filter(|c| !c.is_whitespace()).take(AROUND).collect();
    let after: String = file.text[end..].chars().take_while(ends).filter(|c| !c.is_whitespace()).take(AROUND).collect();
    let key = [finding.rule, &before, &dense(&file.text[start..end]), &after].join("\u{1}");
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(key.as_bytes()))
}
