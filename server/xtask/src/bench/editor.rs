//! The language server as an editor feels it: from a key to the findings, over standard input and output.

use super::budget::Budgets;
use super::core::FLAT;
use super::table::{Table, percentile, time};
use crate::client::Client;
use crate::sample;
use anyhow::{Context, Result};
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};

const URI: &str = "file:///bench/report.md";
const EDITS: usize = 200;
const STARTS: usize = 20;

/// From start to the reply to `initialize`.
pub(super) fn starts(program: &Path, budgets: &mut Budgets) -> Result<Table> {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let begin = Instant::now();
        let client = Client::start(program, false)?;
        times.push(begin.elapsed());
        client.stop()?;
    }
    let mut table = Table::new(&["start to `initialize` reply", "p50", "p95"]);
    let (half, most) = (percentile(&mut times, 50), percentile(&mut times, 95));
    budgets.at_most("start to `initialize` reply, p95", Duration::from_millis(10), most, "");
    table.row([format!("{STARTS} starts"), time(half), time(most)]);
    Ok(table)
}

/// Keys struck in the middle of made reports of three lengths, by a client that is pushed and by one that pulls.
pub(super) fn keys(program: &Path, budgets: &mut Budgets) -> Result<Table> {
    let mut table = Table::new(&[
        "characters",
        "client",
        "open",
        "key p50",
        "key p95",
        "messages per edit",
        "completion p50",
        "completion p95",
        "memory",
    ]);
    for length in [30_000, 100_000, 500_000] {
        for pull in [false, true] {
            let keys = keys_in(program, length, pull, &mut table)?;
            let client = if pull { "a client that pulls" } else { "a client that is pushed" };
            let what = |more: &str| format!("key to findings, {length} characters, {client}, {more}");
            match length {
                30_000 => {
                    budgets.at_most(&what("p50"), Duration::from_millis(2), keys.half, FLAT);
                    budgets.at_most(&what("p95"), Duration::from_millis(5), keys.most, FLAT);
                    let memory = format!("{:.1} MB", keys.memory as f64 / 1e3);
                    budgets.other(&format!("memory, 30000 characters open, {client}"), "≤ 40 MB", memory, keys.memory <= 40_000);
                }
                500_000 => budgets.at_most(&what("p95"), Duration::from_millis(30), keys.most, FLAT),
                _ => {}
            }
            budgets.other(
                &format!("answers to an edit, {length} characters, {client}"),
                "1",
                format!("{:.2}", keys.told),
                keys.told == 1.0,
            );
        }
    }
    Ok(table)
}

/// What the keys in one report took.
struct Keys {
    half: Duration,
    most: Duration,
    /// Messages with findings for an edit.
    told: f64,
    /// Of the server, in kilobytes.
    memory: u64,
}

fn keys_in(program: &Path, length: usize, pull: bool, table: &mut Table) -> Result<Keys> {
    let mut client = Client::start(program, pull)?;
    // A fault behind the place of the keys, so that every key moves a finding and must be told.
    let text = sample::report(length, 1) + "\n\nxx年，各项工作有序推进。\n";
    let begin = Instant::now();
    client.open(URI, 1, &text)?;
    if pull {
        client.pulled(URI)?
    } else {
        client.published(URI, 1)?
    };
    let open = begin.elapsed();
    let middle = text.floor_char_boundary(text.len() / 2);
    let line = text[..middle].matches('\n').count() + 1;
    let (before, mut times) = (client.publishes, Vec::new());
    for edit in 0..EDITS {
        let version = edit as i64 + 2;
        let begin = Instant::now();
        // A new line moves every finding behind it; the next key takes it away.
        match edit % 2 {
            0 => client.change(URI, version, [(line, 0), (line, 0)], "\n")?,
            _ => client.change(URI, version, [(line, 0), (line + 1, 0)], "")?,
        }
        if pull {
            client.pulled(URI)?
        } else {
            client.published(URI, version)?
        };
        times.push(begin.elapsed());
    }
    let told = if pull { EDITS } else { client.publishes - before };
    let version = EDITS as i64 + 2;
    client.change(URI, version, [(line, 0), (line, 0)], "落实《行政")?;
    let mut completions = Vec::new();
    for _ in 0..50 {
        let begin = Instant::now();
        let at = json!({"textDocument": {"uri": URI}, "position": {"line": line, "character": 5}});
        let list = client.request("textDocument/completion", at)?;
        list["items"].as_array().filter(|items| !items.is_empty()).context("titles behind 《行政")?;
        completions.push(begin.elapsed());
    }
    let memory = client.memory().context("the memory of the server")?;
    client.stop()?;
    let keys = Keys { half: percentile(&mut times, 50), most: percentile(&mut times, 95), told: told as f64 / EDITS as f64, memory };
    table.row([
        length.to_string(),
        if pull { "pull" } else { "push" }.to_owned(),
        time(open),
        time(keys.half),
        time(keys.most),
        format!("{:.2}", keys.told),
        time(percentile(&mut completions, 50)),
        time(percentile(&mut completions, 95)),
        format!("{:.1} MB", memory as f64 / 1e3),
    ]);
    Ok(keys)
}
