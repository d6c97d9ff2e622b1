//! An hour of editing in minutes, against the real server: no missing answer, bounded memory, no growth of latency.
//!
//! Two clients, one that is pushed findings and one that pulls them, type, take back, paste 200 kB, switch files, change settings, report
//! deleted files and cancel requests. Every few steps a probe puts a known fault into a draft and waits for its finding, then takes it away.

use crate::client::Client;
use crate::sample;
use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long, and against what.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Steps of each client; an hour of typing has some 10,000.
    #[arg(long, default_value_t = 10_000)]
    steps: usize,
    /// The same seed gives the same hour.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The program, built.
    #[arg(long, default_value = "target/release/hegao")]
    program: PathBuf,
}

/// Drives both clients.
pub(crate) fn run(options: &Options) -> Result<()> {
    for pull in [false, true] {
        let client = Client::start(&options.program, pull)?;
        let writer = Writer { client, pull, rng: Rng::with_seed(options.seed), drafts: Vec::new(), probes: Vec::new() };
        writer.hour(options.steps)?;
    }
    Ok(())
}

/// The fault of a probe, and the rule that finds it.
const FAULT: &str = "xx年，各项工作有序推进。";
const RULE: &str = "structure/placeholder";

/// The lines of a probe. The first keeps it apart from a line that stops in the middle, which the next line would carry on.
fn fault() -> Vec<String> {
    vec![String::new(), FAULT.to_owned()]
}

/// Every so many steps a probe.
const PROBE: usize = 20;
/// What the server may hold at the end above what it held after a quarter of the steps: half as much again, and so many kilobytes.
const SLACK: u64 = 30_000;

/// A draft that is open.
struct Draft {
    uri: String,
    version: i64,
    /// The lines without their ends; the text has an end behind each.
    lines: Vec<String>,
    /// What takes the last steps back: a first line, how many lines, and what stood there.
    undo: Vec<(usize, usize, Vec<String>)>,
}

impl Draft {
    fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }
}

struct Writer {
    client: Client,
    pull: bool,
    rng: Rng,
    drafts: Vec<Draft>,
    probes: Vec<Duration>,
}

impl Writer {
    fn hour(mut self, steps: usize) -> Result<()> {
        let begin = Instant::now();
        for (number, length) in [30_000, 8_000, 60_000].into_iter().enumerate() {
            let lines = sample::report(length, number as u64).lines().map(str::to_owned).collect();
            let draft = Draft { uri: format!("file:///soak/{number}.md"), version: 1, lines, undo: Vec::new() };
            self.client.open(&draft.uri, 1, &draft.text())?;
            self.drafts.push(draft);
        }
        let mut early = None;
        let mut draft = 0;
        for step in 0..steps {
            match self.rng.u8(0..100) {
                0..78 => self.typed(draft)?,
                78..90 => self.undo(draft)?,
                90 => self.paste(draft)?,
                91..94 => draft = self.rng.usize(0..self.drafts.len()),
                94 => self.reopen(draft)?,
                95 => self.set()?,
                96 => self.deleted(draft)?,
                _ => self.cancel(draft)?,
            }
            if step % PROBE == PROBE - 1 {
                self.probe(draft)?;
            }
            if step == steps / 4 {
                early = self.client.memory();
            }
        }
        self.compare()?;
        let late = self.client.memory();
        let (quarter, count) = (self.probes.len() / 4, self.client.publishes);
        let [first, last] = [median(&self.probes[..quarter]), median(&self.probes[self.probes.len() - quarter..])];
        println!(
            "{}: {steps} steps and {} probes in {:.0} s; probe p50 {first:.1?} in the first quarter, {last:.1?} in the last; {count} publishes; memory {early:?} kB after a quarter, {late:?} kB at the end",
            if self.pull { "pull" } else { "push" },
            self.probes.len(),
            begin.elapsed().as_secs_f64(),
        );
        if let (Some(early), Some(late)) = (early, late) {
            ensure!(late <= early + early / 2 + SLACK, "memory has grown from {early} kB to {late} kB");
        }
        self.client.stop()
    }

    /// Replaces lines, and remembers how to take it back.
    fn replace(&mut self, draft: usize, first: usize, count: usize, new: Vec<String>, undoing: bool) -> Result<()> {
        let draft = &mut self.drafts[draft];
        draft.version += 1;
        let text: String = new.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        self.client.change(&draft.uri, draft.version, [(first, 0), (first + count, 0)], &text)?;
        let length = new.len();
        let old: Vec<String> = draft.lines.splice(first..first + count, new).collect();
        if !undoing {
            draft.undo.push((first, length, old));
        }
        Ok(())
    }

    /// A character at the start of a line.
    fn typed(&mut self, draft: usize) -> Result<()> {
        let c = *self.rng.choice(&['的', '，', '1', '《', '件', '😀', ' ']).context("characters")?;
        let line = self.rng.usize(0..self.drafts[draft].lines.len());
        let draft = &mut self.drafts[draft];
        draft.version += 1;
        self.client.change(&draft.uri, draft.version, [(line, 0), (line, 0)], &c.to_string())?;
        let old = draft.lines[line].clone();
        draft.lines[line].insert(0, c);
        draft.undo.push((line, 1, vec![old]));
        Ok(())
    }

    fn undo(&mut self, draft: usize) -> Result<()> {
        match self.drafts[draft].undo.pop() {
            Some((first, count, old)) => self.replace(draft, first, count, old, true),
            None => Ok(()),
        }
    }

    /// 200 kB more, which are taken back: the draft keeps its length.
    fn paste(&mut self, draft: usize) -> Result<()> {
        let lines: Vec<String> = sample::report(68_000, self.rng.u64(..)).lines().map(str::to_owned).collect();
        let at = self.rng.usize(0..self.drafts[draft].lines.len());
        self.replace(draft, at, 0, lines, false)?;
        self.probe(draft)?;
        self.undo(draft)
    }

    fn reopen(&mut self, draft: usize) -> Result<()> {
        let draft = &mut self.drafts[draft];
        self.client.notify("textDocument/didClose", json!({"textDocument": {"uri": draft.uri}}))?;
        draft.version += 1;
        draft.undo.clear();
        self.client.open(&draft.uri, draft.version, &draft.text())
    }

    fn set(&mut self) -> Result<()> {
        let settings = json!({"hegao": {"inlayHints": {"holds": self.rng.bool()}}});
        self.client.notify("workspace/didChangeConfiguration", json!({"settings": settings}))
    }

    fn deleted(&mut self, draft: usize) -> Result<()> {
        let changes = json!([{"uri": self.drafts[draft].uri, "type": 3}, {"uri": "file:///soak/hegao.toml", "type": 3}]);
        self.client.notify("workspace/didChangeWatchedFiles", json!({"changes": changes}))
    }

    /// A request that is cancelled at once has an answer all the same (LSP 3.17, `$/cancelRequest`).
    fn cancel(&mut self, draft: usize) -> Result<()> {
        let id = self.client.send("textDocument/documentSymbol", json!({"textDocument": {"uri": self.drafts[draft].uri}}))?;
        self.client.notify("$/cancelRequest", json!({"id": id}))?;
        let answer = self.client.answer(id)?;
        ensure!(answer.get("result").is_some() || answer.get("error").is_some(), "{answer}");
        Ok(())
    }

    /// A fault at the end of a draft is found, and gone when it is taken away.
    fn probe(&mut self, draft: usize) -> Result<()> {
        let last = self.drafts[draft].lines.len();
        let begin = Instant::now();
        self.replace(draft, last, 0, fault(), false)?;
        let found = self.findings(draft)?;
        self.probes.push(begin.elapsed());
        ensure!(has_fault(&found), "a fault that was typed is not found");
        self.undo(draft)?;
        let found = self.findings(draft)?;
        ensure!(!has_fault(&found), "a fault that was taken away is still told");
        Ok(())
    }

    fn findings(&mut self, draft: usize) -> Result<Vec<Value>> {
        let Draft { uri, version, .. } = &self.drafts[draft];
        let (uri, version) = (uri.clone(), *version);
        if self.pull { self.client.pulled(&uri) } else { self.client.published(&uri, version) }
    }

    /// What was edited step by step has the findings of the same text opened afresh.
    fn compare(&mut self) -> Result<()> {
        for draft in 0..self.drafts.len() {
            let last = self.drafts[draft].lines.len();
            self.replace(draft, last, 0, fault(), false)?;
            let edited = self.findings(draft)?;
            self.reopen(draft)?;
            let opened = self.findings(draft)?;
            ensure!(edited == opened, "{}: the findings differ from those of the text opened afresh", self.drafts[draft].uri);
        }
        Ok(())
    }
}

fn has_fault(findings: &[Value]) -> bool {
    findings.iter().any(|finding| finding["code"] == RULE)
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
