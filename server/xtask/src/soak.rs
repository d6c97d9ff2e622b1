//! An hour of editing in minutes, against the real server: no missing answer, bounded memory, no growth of latency.
//!
//! Two clients, one that is pushed findings and one that pulls them, type, take back, paste 200 kB, switch files, close and open them,
//! change settings in the editor and in `hegao.toml`, delete files, put last year's report into the folder and take it away, cancel
//! requests, and send what is no message. Every few steps a probe puts a known fault into a draft and waits for its finding, then takes
//! it away. What each kind of step has done at least is asserted, so that none is left out.

mod folder;

use crate::client::Client;
use crate::sample;
use anyhow::{Context, Result, ensure};
use fastrand::Rng;
use folder::{Folder, NOW, THIS_YEAR};
use serde_json::{Value, json};
use std::collections::BTreeMap;
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
        let folder = Folder::new()?;
        let client = Client::start_in(&options.program, pull, folder.root())?;
        let rng = Rng::with_seed(options.seed);
        let writer = Writer { client, folder, pull, rng, drafts: Vec::new(), probes: Vec::new(), done: BTreeMap::new() };
        writer.hour(options.steps)?;
    }
    Ok(())
}

/// The fault of a probe, and the rule that finds it.
const FAULT: &str = "xx年，各项工作有序推进。";
const RULE: &str = "structure/placeholder";

/// The rule that speaks of last year's report.
const LAST_YEAR_RULE: &str = "arithmetic/last-year";

/// The lines of a probe. The first keeps it apart from a line that stops in the middle, which the next line would carry on.
fn fault() -> Vec<String> {
    vec![String::new(), FAULT.to_owned()]
}

/// Every so many steps a probe.
const PROBE: usize = 20;
/// From so many steps on every kind of step has come up, and the quarters hold enough probes to be compared.
const LONG: usize = 2000;
/// How much longer a probe may take in the last quarter than in the first: the drafts grow a little, and the machine has other work.
const SLOWER: u32 = 2;
/// What the server may hold at the end above what it held after a quarter of the steps: half as much again, and so many kilobytes.
const SLACK: u64 = 30_000;

/// A draft that is open.
struct Draft {
    name: String,
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
    folder: Folder,
    pull: bool,
    rng: Rng,
    drafts: Vec<Draft>,
    probes: Vec<Duration>,
    /// How often each kind of step was done.
    done: BTreeMap<&'static str, usize>,
}

/// The kinds of steps, and how often each comes up in a hundred.
const STEPS: &[(&str, u8)] = &[
    ("type", 75),
    ("undo", 11),
    ("paste", 1),
    ("switch", 3),
    ("reopen", 1),
    ("set", 1),
    ("settings file", 1),
    ("last year", 1),
    ("save", 1),
    ("delete", 1),
    ("cancel", 3),
    ("nonsense", 1),
];

impl Writer {
    fn hour(mut self, steps: usize) -> Result<()> {
        let begin = Instant::now();
        for (number, length) in [30_000, 8_000, 60_000].into_iter().enumerate() {
            let lines = sample::report(length, number as u64).lines().map(str::to_owned).collect();
            let name = format!("{number}.md");
            let draft = Draft { uri: self.folder.uri(&name), name, version: 1, lines, undo: Vec::new() };
            self.folder.put(&draft.name, Some(&draft.text()))?;
            self.client.open(&draft.uri, 1, &draft.text())?;
            self.drafts.push(draft);
        }
        self.client.open(&self.folder.uri(THIS_YEAR), 1, NOW)?;
        let mut early = None;
        let mut draft = 0;
        for step in 0..steps {
            let kind = self.kind();
            *self.done.entry(kind).or_default() += 1;
            let step_done = match kind {
                "type" => self.typed(draft),
                "undo" => self.undo(draft),
                "paste" => self.paste(draft),
                "switch" => {
                    draft = self.rng.usize(0..self.drafts.len());
                    Ok(())
                }
                "reopen" => self.reopen(draft),
                "set" => self.set(draft),
                "settings file" => self.settings_file(draft),
                "last year" => self.last_year(),
                "save" => self.save(draft),
                "delete" => self.delete(draft),
                "cancel" => self.cancel(draft),
                _ => self.nonsense(),
            };
            step_done.with_context(|| format!("step {step}: {kind}"))?;
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
        let done: Vec<String> = self.done.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        println!("      {}", done.join(", "));
        if steps >= LONG {
            ensure!(self.done.len() == STEPS.len(), "some kinds of steps were left out");
            ensure!(last <= first * SLOWER, "a probe takes {last:?} in the last quarter, {first:?} in the first");
        }
        if let (Some(early), Some(late)) = (early, late) {
            ensure!(late <= early + early / 2 + SLACK, "memory has grown from {early} kB to {late} kB");
        }
        self.client.stop()
    }

    fn kind(&mut self) -> &'static str {
        let mut place = self.rng.u8(0..STEPS.iter().map(|(_, share)| share).sum());
        for &(kind, share) in STEPS {
            if place < share {
                return kind;
            }
            place -= share;
        }
        unreachable!("the place lies below the sum of the shares")
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

    /// The editor's settings switch the rule of a fault off, change the language, and switch it on again.
    fn set(&mut self, draft: usize) -> Result<()> {
        let last = self.drafts[draft].lines.len();
        self.replace(draft, last, 0, fault(), false)?;
        ensure!(has(&self.findings(draft)?, RULE), "a fault that was typed is not found");
        let language = if self.rng.bool() { "en" } else { "zh" };
        for (severity, found) in [(json!({RULE: "off"}), false), (json!({}), true)] {
            let settings = json!({"hegao": {"language": language, "severity": severity}});
            self.client.notify("workspace/didChangeConfiguration", json!({"settings": settings}))?;
            self.findings_until(&self.drafts[draft].uri.clone(), |findings| has(findings, RULE) == found)?;
        }
        self.cleared(draft)
    }

    /// Takes a fault away and waits until that is told: the same fault at the same place again would be no news, and not be told.
    fn cleared(&mut self, draft: usize) -> Result<()> {
        self.undo(draft)?;
        self.findings_until(&self.drafts[draft].uri.clone(), |findings| !has(findings, RULE))
    }

    /// A `hegao.toml` that switches the rule of a fault off appears and is deleted.
    fn settings_file(&mut self, draft: usize) -> Result<()> {
        let last = self.drafts[draft].lines.len();
        self.replace(draft, last, 0, fault(), false)?;
        ensure!(has(&self.findings(draft)?, RULE), "a fault that was typed is not found");
        for off in [Some(RULE), None] {
            let event = self.folder.settings(off)?;
            self.client.notify("workspace/didChangeWatchedFiles", event)?;
            self.findings_until(&self.drafts[draft].uri.clone(), |findings| has(findings, RULE) == off.is_none())?;
        }
        self.cleared(draft)
    }

    /// Last year's report appears, and with it what it says against this year's; then both are gone.
    fn last_year(&mut self) -> Result<()> {
        for there in [true, false] {
            let event = self.folder.last_year(there)?;
            self.client.notify("workspace/didChangeWatchedFiles", event)?;
            self.findings_until(&self.folder.uri(THIS_YEAR), |findings| has(findings, LAST_YEAR_RULE) == there)?;
        }
        Ok(())
    }

    fn save(&mut self, draft: usize) -> Result<()> {
        let event = self.folder.put(&self.drafts[draft].name, Some(&self.drafts[draft].text()))?;
        self.client.notify("workspace/didChangeWatchedFiles", event)
    }

    /// The file of an open draft is deleted: the text in the editor is still reviewed. Then it is there again.
    fn delete(&mut self, draft: usize) -> Result<()> {
        let event = self.folder.put(&self.drafts[draft].name, None)?;
        self.client.notify("workspace/didChangeWatchedFiles", event)?;
        self.probe(draft)?;
        self.save(draft)
    }

    /// What is no message is answered with an error, and what follows is read.
    fn nonsense(&mut self) -> Result<()> {
        let bytes: &[u8] = match self.rng.u8(0..3) {
            0 => b"Content-Length: 7\r\n\r\n{\"id\": ",
            1 => b"Content-Length: many\r\n\r\n",
            _ => b"GET / HTTP/1.1\r\n\r\n",
        };
        // Nonsense side by side is answered once, so a message stands in front.
        self.client.notify("$/setTrace", json!({"value": "off"}))?;
        self.client.nonsense(bytes)
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
        ensure!(has(&found, RULE), "a fault that was typed is not found");
        self.undo(draft)?;
        let found = self.findings(draft)?;
        ensure!(!has(&found, RULE), "a fault that was taken away is still told");
        Ok(())
    }

    fn findings(&mut self, draft: usize) -> Result<Vec<Value>> {
        let Draft { uri, version, .. } = &self.drafts[draft];
        let (uri, version) = (uri.clone(), *version);
        if self.pull { self.client.pulled(&uri) } else { self.client.published(&uri, version) }
    }

    fn findings_until(&mut self, uri: &str, wanted: impl Fn(&[Value]) -> bool) -> Result<()> {
        if self.pull { self.client.pulled_until(uri, wanted) } else { self.client.published_until(uri, wanted) }
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

fn has(findings: &[Value], rule: &str) -> bool {
    findings.iter().any(|finding| finding["code"] == rule)
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
