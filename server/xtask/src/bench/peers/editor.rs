//! The one other checker that brings a language server of its own, beside ours.

use super::{FAULTS, PEERS, version};
use crate::bench::table::{Table, percentile, time};
use crate::client::Client;
use crate::sample;
use anyhow::{Context, Result};
use std::path::Path;
use std::time::{Duration, Instant};

const URI: &str = "file:///bench/report.md";
const LENGTHS: [usize; 3] = [30_000, 100_000, 500_000];
const EDITS: usize = 50;
const STARTS: usize = 10;

/// How long it may be silent before it is said to have no answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Keys struck in made reports that `autocorrect server` holds open: the same places as for ours. None where it is not installed.
pub(in crate::bench) fn keys(installed: &Path) -> Result<Option<Table>> {
    let peer = PEERS.iter().find(|peer| peer.program == "autocorrect").context("the peer that has a server")?;
    let program = peer.find(installed);
    let Some(version) = version(&program) else { return Ok(None) };
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let begin = Instant::now();
        let client = Client::start_server(&program, "server", false)?;
        starts.push(begin.elapsed());
        // It does not leave when it is told to, so it is ended.
        drop(client);
    }
    let started = time(percentile(&mut starts, 50));
    let mut table =
        Table::new(&["server", "characters", "start to `initialize` reply, p50", "key p50", "key p95", "messages per edit", "memory"]);
    for length in LENGTHS {
        let mut cells: [String; 7] = std::array::from_fn(|_| "–".to_owned());
        cells[0] = format!("autocorrect {version}");
        cells[1] = length.to_string();
        cells[2].clone_from(&started);
        match keys_in(&program, length)? {
            Some(keys) => cells[3..].clone_from_slice(&keys),
            None => cells[3] = format!("no answer in {} s", PATIENCE.as_secs()),
        }
        table.row(cells);
    }
    Ok(Some(table))
}

/// Half and most of the keys' times, messages for each, and memory. None if the server falls silent.
///
/// The server takes whole texts only and gives no version with what it finds. It first tells that there is nothing, then what there is; a key
/// is over when the fault at the end of the text is told at its new line.
fn keys_in(program: &Path, length: usize) -> Result<Option<[String; 4]>> {
    let mut client = Client::start_server(program, "server", false)?;
    let text = sample::report(length, 1) + "\n" + FAULTS;
    let middle = text.floor_char_boundary(text.len() / 2);
    let middle = middle + text[middle..].find('\n').context("a line's end in the latter half")?;
    let longer = format!("{}\n{}", &text[..middle], &text[middle..]);
    let fault = text.lines().position(|line| line.contains("Hello世界")).context("the fault for it")?;
    client.open(URI, 1, &text)?;
    if !told(&mut client, fault)? {
        return Ok(None);
    }
    let (before, mut times) = (client.publishes, Vec::new());
    for edit in 0..EDITS {
        let (text, line) = if edit % 2 == 0 { (&longer, fault + 1) } else { (&text, fault) };
        let begin = Instant::now();
        client.replace(URI, edit as i64 + 2, text)?;
        if !told(&mut client, line)? {
            return Ok(None);
        }
        times.push(begin.elapsed());
    }
    let messages = (client.publishes - before) as f64 / EDITS as f64;
    let memory = client.memory().context("the memory of the server")?;
    let times = [percentile(&mut times, 50), percentile(&mut times, 95)].map(time);
    let [half, most] = times;
    Ok(Some([half, most, format!("{messages:.2}"), format!("{:.1} MB", memory as f64 / 1e3)]))
}

/// Waits until a finding at a line is published; false if nothing comes any more.
fn told(client: &mut Client, line: usize) -> Result<bool> {
    while let Some(findings) = client.next_published(URI, PATIENCE)? {
        if findings.iter().any(|finding| finding["range"]["start"]["line"] == line) {
            return Ok(true);
        }
    }
    Ok(false)
}
