//! `hegao check` over a folder of made reports on one core.

use super::budget::Budgets;
use super::core::FLAT;
use super::table::{Table, time};
use crate::sample;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

const FILES: u64 = 200;

/// Throughput with and without the ledger.
pub(super) fn folder(program: &Path, budgets: &mut Budgets) -> Result<Table> {
    let folder = std::env::temp_dir().join(format!("hegao-bench-{}", std::process::id()));
    let result = measure(program, &folder, budgets);
    std::fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    result
}

fn measure(program: &Path, folder: &Path, budgets: &mut Budgets) -> Result<Table> {
    std::fs::create_dir_all(folder)?;
    let mut bytes = 0;
    for seed in 0..FILES {
        let text = sample::report(10_000 + 200 * seed as usize, seed);
        bytes += text.len();
        std::fs::write(folder.join(format!("{seed}.md")), text)?;
    }
    let mut table = Table::new(&["`check` on one core", "MB", "time", "MB/s"]);
    for (name, arguments) in
        [("--format json", ["--format", "json"].as_slice()), ("--format json --ledger", &["--format", "json", "--ledger"])]
    {
        let begin = Instant::now();
        let mut command = Command::new(program);
        let status = command.args(["check", "--jobs", "1"]).args(arguments).arg(folder).stdout(Stdio::null()).status()?;
        let taken = begin.elapsed();
        ensure!(status.success(), "made reports have findings, or check failed: {status}");
        let megabytes = bytes as f64 / 1e6;
        let speed = megabytes / taken.as_secs_f64();
        table.row([name.to_owned(), format!("{megabytes:.1}"), time(taken), format!("{speed:.1}")]);
        if arguments.len() == 2 {
            budgets.at_least("`check`, a folder of reports, one core", 30.0, speed, FLAT);
        }
    }
    Ok(table)
}
