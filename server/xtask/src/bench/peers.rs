//! Other checkers on the same text, where they are installed. None does the work of another: what each does stands beside its time.

use super::table::{Table, time};
use crate::sample;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A checker that can be had from a registry.
struct Peer {
    /// Its program.
    program: &'static str,
    /// How it is asked for its version, and how it checks what stands in a folder.
    version: &'static str,
    arguments: &'static [&'static str],
    does: &'static str,
    from: &'static str,
}

const PEERS: [Peer; 4] = [
    Peer {
        program: "autocorrect",
        version: "--version",
        arguments: &["--lint"],
        does: "blanks and width of punctuation between Chinese and Latin",
        from: "npm: autocorrect-node",
    },
    Peer { program: "typos", version: "--version", arguments: &[], does: "misspelt English words", from: "crates.io: typos-cli" },
    Peer {
        program: "textlint",
        version: "--version",
        arguments: &["--rule", "prh"],
        does: "a word list over a Markdown tree",
        from: "npm: textlint, textlint-rule-prh",
    },
    Peer { program: "zhlint", version: "--version", arguments: &[], does: "blanks and punctuation", from: "npm: zhlint" },
];

/// How many reports each is given, and of how many characters.
const FILES: u64 = 10;
const CHARS: usize = 30_000;

/// The time of each peer that is found in a folder of programs or on the path, beside our own.
pub(super) fn beside(ours: &Path, programs: Option<&Path>) -> Result<Table> {
    let folder = std::env::temp_dir().join(format!("hegao-peers-{}", std::process::id()));
    let result = measure(ours, programs, &folder);
    std::fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    result
}

fn measure(ours: &Path, programs: Option<&Path>, folder: &Path) -> Result<Table> {
    std::fs::create_dir_all(folder)?;
    let mut files = Vec::new();
    let mut bytes = 0;
    for seed in 0..FILES {
        let text = sample::report(CHARS, seed);
        bytes += text.len();
        files.push(folder.join(format!("{seed}.md")));
        std::fs::write(&files[seed as usize], text)?;
    }
    let mut table = Table::new(&["checker", "version", "what it does", "time", "MB/s"]);
    let row = |name: &str, version: String, does: &str, taken: Duration| {
        let speed = bytes as f64 / 1e6 / taken.as_secs_f64();
        [name.to_owned(), version, does.to_owned(), time(taken), format!("{speed:.1}")]
    };
    let (version, taken) = run(ours, "--version", &["check", "--format", "json"], &files)?;
    table.row(row("hegao", version, "figures, references, structure, wording", taken));
    for peer in &PEERS {
        let found = programs.map(|programs| programs.join(peer.program)).filter(|program| program.exists());
        let program = found.unwrap_or_else(|| PathBuf::from(peer.program));
        match run(&program, peer.version, peer.arguments, &files) {
            Ok((version, taken)) => table.row(row(peer.program, version, peer.does, taken)),
            Err(_) => {
                table.row([
                    peer.program.to_owned(),
                    format!("not installed ({})", peer.from),
                    peer.does.to_owned(),
                    "–".into(),
                    "–".into(),
                ]);
            }
        }
    }
    Ok(table)
}

/// The version of a program and the time that it takes over some files, its start included. What it finds does not matter here.
fn run(program: &Path, version: &str, arguments: &[&str], files: &[PathBuf]) -> Result<(String, Duration)> {
    let said = Command::new(program).arg(version).output()?.stdout;
    let said = String::from_utf8_lossy(&said).lines().next().filter(|said| !said.is_empty()).unwrap_or("not said").trim().to_owned();
    let begin = Instant::now();
    Command::new(program).args(arguments).args(files).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    Ok((said, begin.elapsed()))
}
