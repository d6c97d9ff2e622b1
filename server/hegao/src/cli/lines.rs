//! `--stdin-jsonl`: `{"path","text"}` lines in, a review a line out, in the same order: what an engine over many machines pipes through.

use super::check::{self, Args, exit_code};
use super::engines::Engines;
use super::output::json::{self, Tally};
use super::output::{Format, Reviewed};
use super::pipeline;
use hegao_core::text::LineIndex;
use hegao_core::{Engine, Lang, say};
use indicatif::ProgressBar;
use serde::Deserialize;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;

/// How many lines, and how many bytes of them, are read before they are reviewed.
const LINES: usize = 256;
const BYTES: usize = 8 << 20;

#[derive(Deserialize)]
struct Record {
    path: String,
    text: String,
}

/// Reviews the lines of standard input. `hegao.toml` of the working folder holds for all: the paths are names, not places.
pub(super) fn run(args: &Args, engines: &mut Engines, lang: Lang) -> anyhow::Result<ExitCode> {
    if args.format != Format::Jsonl {
        anyhow::bail!("{}", lang.pick("--stdin-jsonl 要与 --format jsonl 一起用", "--stdin-jsonl goes with --format jsonl"));
    }
    let engine = engines.engine(None).map_err(anyhow::Error::msg)?;
    let (mut tally, mut failed) = (Tally::default(), false);
    check::with_output(args.output.as_deref(), lang, &mut |out| {
        let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
        let mut first = 1;
        loop {
            let batch = batch(&mut input, first)?;
            let Some(&(last, _)) = batch.last() else { return Ok(()) };
            first = last + 1;
            let work = |(number, line): &(usize, Vec<u8>)| review(&engine, *number, line, args, lang);
            pipeline::ordered(&batch, args.jobs, &ProgressBar::hidden(), work, |_, result| match result {
                Ok((bytes, counted)) => {
                    tally.add(&counted);
                    out.write_all(&bytes)
                }
                Err((number, message)) => {
                    failed = true;
                    serde_json::to_writer(&mut *out, &serde_json::json!({ "path": null, "line": number, "error": message }))?;
                    out.write_all(b"\n")
                }
            })?;
            // Whoever waits at the other end gets what is ready.
            out.flush()?;
        }
    })?;
    Ok(exit_code(&tally, failed, args.fail_on))
}

/// The next lines with their numbers; blank ones are passed over.
fn batch(input: &mut impl BufRead, first: usize) -> io::Result<Vec<(usize, Vec<u8>)>> {
    let (mut lines, mut bytes, mut number) = (Vec::new(), 0, first);
    while lines.len() < LINES && bytes < BYTES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        bytes += line.len();
        if !line.trim_ascii().is_empty() {
            lines.push((number, line));
        }
        number += 1;
    }
    Ok(lines)
}

fn review(engine: &Engine, number: usize, line: &[u8], args: &Args, lang: Lang) -> Result<(Vec<u8>, Tally), (usize, String)> {
    let bad = |error: &dyn std::fmt::Display| {
        (number, say!(lang, "第 {number} 行不是 {{\"path\",\"text\"}}：{error}", "line {number} is no {{\"path\",\"text\"}}: {error}"))
    };
    let record: Record = serde_json::from_slice(line).map_err(|error| bad(&error))?;
    let mut review = pipeline::alone(lang, || Ok(engine.review(&record.text))).map_err(|message| (number, message))?;
    review.findings.retain(|finding| args.wants(finding.rule));
    let notes = check::suppressed(&review, lang).into_iter().collect();
    let lines = LineIndex::new(&record.text);
    let file = Reviewed { path: record.path, text: record.text, lines, review, notes, last_year: None };
    let entry = json::Entry::new(&file, args.ledger).map_err(|error| bad(&error))?;
    let tally = entry.tally;
    Ok((entry.into_line(), tally))
}
