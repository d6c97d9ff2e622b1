//! Other checkers on the same text in the same run. None does the work of another: what each does stands beside its time.
//!
//! `server/xtask/peers.sh` installs them, at versions of its own. Every report ends in a paragraph that holds a fault for each checker, and a
//! run counts only if the checker tells its fault of every report: none is timed over text that it has not read to the end.

mod editor;

use super::table::{Table, time};
use crate::sample;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub(super) use editor::keys;

/// A checker that can be had from a registry, or hegao itself.
#[derive(Clone, Copy)]
struct Checker {
    /// Its program.
    program: &'static str,
    /// How it checks what stands in the folder that it is started in.
    arguments: &'static [&'static str],
    /// Whether the files are named one by one behind the arguments.
    files: bool,
    /// What its output holds for every report: the fault of [`FAULTS`] that is meant for it.
    tells: &'static str,
    does: &'static str,
    from: &'static str,
}

const HEGAO: Checker = Checker {
    program: "hegao",
    arguments: &["check", "--format", "json"],
    files: true,
    tells: "\"arithmetic/rate\"",
    does: "figures, references, structure, wording",
    from: "",
};

const PEERS: [Checker; 4] = [
    Checker {
        program: "autocorrect",
        arguments: &["--lint", "--format", "json"],
        files: true,
        tells: "Hello 世界",
        does: "blanks and width of punctuation between Chinese and Latin",
        from: "npm: autocorrect-node",
    },
    Checker {
        program: "typos",
        arguments: &["--format", "json"],
        files: true,
        tells: "\"recieve\"",
        does: "misspelt English words",
        from: "crates.io: typos-cli",
    },
    Checker {
        program: "textlint",
        arguments: &["--format", "json"],
        files: true,
        tells: "法制宣传 =>",
        does: "a list of two words over a Markdown tree",
        from: "npm: textlint, textlint-rule-prh",
    },
    // It looks at the first of its arguments only, so it is given a pattern.
    Checker {
        program: "zhlint",
        arguments: &["*.md"],
        files: false,
        tells: "Hello世界",
        does: "blanks and punctuation",
        from: "npm: zhlint",
    },
];

/// A paragraph with a fault for each checker.
const FAULTS: &str = "开展法制宣传，办理“Hello世界”事项。Please recieve it.\n\n全年受理行政复议案件100件，办结98件，办结率97%。\n";

/// What textlint checks.
const TEXTLINT: [(&str, &str); 2] = [
    (".textlintrc.json", r#"{"rules": {"prh": {"rulePaths": ["./prh.yml"]}}}"#),
    (
        "prh.yml",
        "version: 1\nrules:\n  - expected: 法治宣传\n    pattern: 法制宣传\n  - expected: 具体行政行为\n    pattern: 行政具体行为\n",
    ),
];

/// How many reports each is given, and of how many characters.
const FILES: u64 = 20;
const CHARS: usize = 30_000;

/// How often each is run at least, and how long it is run again; the best run counts.
const RUNS: usize = 3;
const PATIENCE: Duration = Duration::from_secs(3);

/// The time of each checker that is found in a folder of programs or on the path, beside our own.
pub(super) fn beside(ours: &Path, installed: &Path) -> Result<Table> {
    let folder = std::env::temp_dir().join(format!("hegao-peers-{}", std::process::id()));
    let result = measure(ours, installed, &folder);
    std::fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    result
}

/// A folder of files for all checkers, and their length in bytes.
struct Texts {
    folder: PathBuf,
    names: Vec<String>,
    bytes: usize,
}

impl Texts {
    fn write(folder: PathBuf, texts: impl Iterator<Item = String>) -> Result<Self> {
        std::fs::create_dir_all(&folder)?;
        for (name, content) in TEXTLINT {
            std::fs::write(folder.join(name), content)?;
        }
        let mut written = Self { folder, names: Vec::new(), bytes: 0 };
        for (number, text) in texts.enumerate() {
            let name = format!("{number:04}.md");
            std::fs::write(written.folder.join(&name), &text)?;
            written.bytes += text.len();
            written.names.push(name);
        }
        Ok(written)
    }
}

fn measure(ours: &Path, installed: &Path, folder: &Path) -> Result<Table> {
    let reports = Texts::write(folder.join("reports"), (0..FILES).map(|seed| sample::report(CHARS, seed) + "\n" + FAULTS))?;
    let short = Texts::write(folder.join("short"), std::iter::once(FAULTS.to_owned()))?;
    let mut table = Table::new(&[
        "checker",
        "version",
        "what it does",
        "start, and two sentences",
        "all, on one core",
        "MB/s",
        "MB/s without the start",
        "all, on all cores",
    ]);
    for (checker, program) in std::iter::once((HEGAO, std::path::absolute(ours)?)).chain(PEERS.map(|peer| (peer, peer.find(installed)))) {
        let row = checker.row(&program, &short, &reports);
        table.row(row.unwrap_or_else(|reason| {
            let mut cells: [String; 8] = std::array::from_fn(|_| "–".to_owned());
            cells[0] = checker.program.to_owned();
            cells[1] = reason;
            cells[2] = checker.does.to_owned();
            cells
        }));
    }
    Ok(table)
}

impl Checker {
    /// Its program among those installed, or its name for the path to find.
    fn find(&self, installed: &Path) -> PathBuf {
        let installed = std::path::absolute(installed).unwrap_or_else(|_| installed.to_owned());
        let places = ["node_modules/.bin", "bin"].map(|place| installed.join(place).join(self.program));
        places.into_iter().find(|program| program.exists()).unwrap_or_else(|| PathBuf::from(self.program))
    }

    /// Its row of the table, or why there are no figures in it.
    fn row(&self, program: &Path, short: &Texts, reports: &Texts) -> Result<[String; 8], String> {
        let version = version(program).ok_or_else(|| format!("not installed ({})", self.from))?;
        let start = self.best(program, short, true)?;
        let one = self.best(program, reports, true)?;
        let all = self.best(program, reports, false)?;
        let speed = |taken: Duration| match taken {
            Duration::ZERO => "–".to_owned(),
            taken => format!("{:.1}", reports.bytes as f64 / 1e6 / taken.as_secs_f64()),
        };
        let name = self.program.to_owned();
        Ok([name, version, self.does.to_owned(), time(start), time(one), speed(one), speed(one.saturating_sub(start)), time(all)])
    }

    /// The time of the best of several runs, or why it does not count.
    fn best(&self, program: &Path, texts: &Texts, one_core: bool) -> Result<Duration, String> {
        let (begin, mut best) = (Instant::now(), Duration::MAX);
        let mut runs = 0;
        while runs < RUNS || begin.elapsed() < PATIENCE {
            best = best.min(self.run(program, texts, one_core).map_err(|error| format!("{error:#}"))?);
            runs += 1;
        }
        Ok(best)
    }

    /// The time from start to end over some files.
    fn run(&self, program: &Path, texts: &Texts, one_core: bool) -> Result<Duration> {
        let mut command = if one_core {
            let mut command = Command::new("taskset");
            command.args(["-c", "0"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.args(self.arguments).current_dir(&texts.folder).stdin(Stdio::null());
        if self.files {
            command.args(&texts.names);
        }
        let begin = Instant::now();
        let output = command.output().context("it does not start")?;
        let taken = begin.elapsed();
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        let told = said.matches(self.tells).count();
        anyhow::ensure!(told >= texts.names.len(), "told the fault of {told} out of {} files", texts.names.len());
        Ok(taken)
    }
}

/// The version that a program tells, or else that of the package that it belongs to; none if it is not there.
fn version(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let packaged = || {
        let program = program.canonicalize().ok()?;
        let manifest = program.ancestors().map(|folder| folder.join("package.json")).find(|manifest| manifest.exists())?;
        let manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(manifest).ok()?).ok()?;
        Some(manifest["version"].as_str()?.to_owned())
    };
    let last = said.lines().next().and_then(|line| line.split_whitespace().last());
    last.map(|version| version.trim_start_matches('v').to_owned()).or_else(packaged)
}
