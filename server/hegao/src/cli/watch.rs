//! `--watch`: reviews again what has changed, until it is stopped.
//!
//! Polls sizes and times: that works alike for editors that write in place and that replace the file, and on shared folders.

use super::check::Once;
use super::engines::Engines;
use super::input::{Input, Inputs};
use hegao_core::say;
use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, SystemTime};

/// How often the files are looked at.
const EVERY: Duration = Duration::from_millis(400);

/// What tells that a file is another one: time and size.
type Stamp = Option<(SystemTime, u64)>;

/// Reviews all, then what changes. Ends only when the program is stopped or its output is closed.
pub(super) fn run(once: &Once, paths: &[PathBuf], engines: &mut Engines) -> anyhow::Result<ExitCode> {
    let mut seen: HashMap<PathBuf, Stamp> = HashMap::new();
    let mut told = Vec::new();
    loop {
        let mut inputs = Inputs::collect(paths, once.lang, |path| once.args.is_copy(path) || engines.excludes(path));
        let now: Vec<(PathBuf, Stamp)> = inputs
            .files
            .iter()
            .filter_map(|input| match input {
                Input::Path(path) => Some((path.clone(), stamp(path))),
                Input::Stdin => None,
            })
            .collect();
        inputs.files =
            now.iter().filter(|(path, stamp)| seen.get(path) != Some(stamp)).map(|(path, _)| Input::Path(path.clone())).collect();
        // A path that is missing is said once, not at every look.
        let errors = std::mem::take(&mut inputs.errors);
        if errors != told {
            inputs.errors.clone_from(&errors);
            told = errors;
        }
        if !inputs.files.is_empty() || !inputs.errors.is_empty() {
            let count = inputs.files.len();
            // Settings may have changed along with the drafts.
            engines.forget();
            once.run(inputs, Vec::new(), engines)?;
            if !once.args.quiet {
                eprintln!(
                    "hegao: {}",
                    say!(once.lang, "审核了 {count} 份，继续监视；按 Ctrl+C 结束", "{count} reviewed, watching on; Ctrl+C ends")
                );
            }
        }
        seen = now.into_iter().collect();
        thread::sleep(EVERY);
    }
}

fn stamp(path: &PathBuf) -> Stamp {
    let data = fs::metadata(path).ok()?;
    Some((data.modified().ok()?, data.len()))
}
