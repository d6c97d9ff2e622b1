//! `--baseline`: findings that were accepted before, each with a reason. What is not in it is reported, always.
//!
//! A finding is known again by its file and its fingerprint (rule, words and the words around them), so it may move and the rest of the
//! file may change. Two equal findings need two entries.

use super::output::{self, Reviewed};
use anyhow::{Context as _, bail};
use hegao_core::words::counted;
use hegao_core::{Lang, say};
use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

const KEY: &str = "accepted";
const HEAD: &str = "# 核稿基线：已认可的问题，每条写明理由。Findings that were accepted, each with a reason.\nversion = 1\n";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    #[serde(default)]
    accepted: Vec<Accepted>,
}

/// An accepted finding. `rule` and `text` are for the reader; file and fingerprint decide.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    path: String,
    fingerprint: String,
    #[serde(rename = "rule")]
    _rule: String,
    #[serde(default, rename = "text")]
    _text: String,
    #[serde(default)]
    reason: String,
}

/// The accepted findings, and which of them were met in this run.
#[derive(Debug)]
pub(crate) struct Baseline {
    file: PathBuf,
    document: DocumentMut,
    accepted: Vec<Accepted>,
    /// The reason for which new findings are accepted, where they are to be.
    accept: Option<String>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    used: Vec<bool>,
    reviewed: Vec<String>,
    /// In the order of the files: path and entries.
    new: Vec<(String, Vec<Table>)>,
}

impl Baseline {
    /// Reads a baseline. It may be missing only where findings are accepted into it.
    pub(crate) fn load(file: &Path, accept: Option<&str>, lang: Lang) -> anyhow::Result<Self> {
        let name = file.display();
        if accept.is_some_and(|reason| reason.trim().is_empty()) {
            bail!("{}", lang.pick("--accept 要写明理由", "--accept wants a reason"));
        }
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && accept.is_some() => HEAD.to_owned(),
            Err(error) => bail!("{name}: {}", super::input::reason(&error, lang)),
        };
        let read: File = toml::from_str(&text).map_err(|error| anyhow::anyhow!("{name}: {}", error.to_string().trim_end()))?;
        if read.version != 1 {
            bail!("{}", say!(lang, "{name}: 不认识版本 {}", "{name}: unknown version {}", read.version));
        }
        if let Some(at) = read.accepted.iter().position(|entry| entry.reason.trim().is_empty()) {
            let (number, path) = (at + 1, &read.accepted[at].path);
            bail!("{}", say!(lang, "{name}: 第 {number} 条（{path}）没有写理由", "{name}: entry {number} ({path}) has no reason"));
        }
        let state = State { used: vec![false; read.accepted.len()], ..State::default() };
        Ok(Self {
            file: file.to_owned(),
            document: text.parse()?,
            accepted: read.accepted,
            accept: accept.map(str::to_owned),
            state: Mutex::new(state),
        })
    }

    /// Leaves out the accepted findings of a file, and notes the new ones where they are to be accepted.
    pub(crate) fn apply(&self, file: &mut Reviewed, lang: Lang) {
        let path = self.relative(&file.path);
        let prints: Vec<String> = file.review.findings.iter().map(|finding| output::fingerprint(file, finding)).collect();
        let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, _) in self.accepted.iter().enumerate().filter(|(_, entry)| entry.path == path) {
            open.entry(&self.accepted[index].fingerprint).or_default().push(index);
        }
        let used: Vec<Option<usize>> = prints.iter().map(|print| open.get_mut(print.as_str()).and_then(Vec::pop)).collect();
        let mut new = Vec::new();
        if let Some(reason) = &self.accept {
            for ((finding, print), _) in file.review.findings.iter().zip(&prints).zip(&used).filter(|(_, used)| used.is_none()) {
                let mut entry = Table::new();
                entry["path"] = value(&path);
                entry["rule"] = value(finding.rule);
                entry["text"] = value(shown(finding.span.of(&file.text)));
                entry["fingerprint"] = value(print);
                entry["reason"] = value(reason);
                new.push(entry);
            }
        }
        let mut known = used.iter();
        let accepting = self.accept.is_some();
        file.review.findings.retain(|_| known.next().is_some_and(|used| used.is_none() && !accepting));
        let count = used.iter().flatten().count();
        if count > 0 {
            let findings = counted(count, "finding");
            file.notes.push(say!(lang, "按基线不报 {count} 处", "{findings} accepted by the baseline"));
        }
        if !new.is_empty() {
            let count = new.len();
            let findings = counted(count, "finding");
            file.notes.push(say!(lang, "记入基线 {count} 处", "{findings} accepted into the baseline"));
        }
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        used.into_iter().flatten().for_each(|index| state.used[index] = true);
        state.reviewed.push(path.clone());
        if !new.is_empty() {
            state.new.push((path, new));
        }
    }

    /// Writes what was accepted, removes or counts what is found no more. Entries of files that this run has not reviewed stay, unless
    /// the file is gone.
    pub(crate) fn finish(self, prune: bool, quiet: bool, lang: Lang) -> anyhow::Result<()> {
        let folder = self.file.parent().map(Path::to_owned).unwrap_or_default();
        let mut state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        let is_stale = |index: usize| {
            let path = &self.accepted[index].path;
            !state.used[index] && (state.reviewed.contains(path) || path != "-" && !folder.join(path).exists())
        };
        let stale: Vec<usize> = (0..self.accepted.len()).filter(|&index| is_stale(index)).collect();
        let mut document = self.document;
        let changed = !state.new.is_empty() || prune && !stale.is_empty();
        if changed {
            let entries = document.entry(KEY).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
            let Some(entries) = entries.as_array_of_tables_mut() else { bail!("{}: [[{KEY}]]", self.file.display()) };
            for &index in stale.iter().rev().filter(|_| prune) {
                entries.remove(index);
            }
            state.new.sort_by(|(one, _), (two, _)| one.cmp(two));
            state.new.into_iter().flat_map(|(_, tables)| tables).for_each(|table| entries.push(table));
            hegao_formats::write_atomic(&self.file, document.to_string().as_bytes())
                .map_err(|error| anyhow::anyhow!("{}", error.message(super::engines::formats_lang(lang))))
                .with_context(|| self.file.display().to_string())?;
        }
        if !stale.is_empty() && !quiet {
            let (count, name) = (stale.len(), self.file.display());
            let message = match prune {
                true => say!(lang, "{name}: 删去 {count} 条已不再出现的", "{name}: {count} removed that are found no more"),
                false => {
                    say!(lang, "{name}: {count} 条已不再出现，可用 --prune 删去", "{name}: {count} are found no more; --prune removes them")
                }
            };
            eprintln!("hegao: {message}");
        }
        Ok(())
    }

    /// The path as the baseline has it: from its own folder, so that it may be kept beside the drafts.
    fn relative(&self, path: &str) -> String {
        let absolute = |path: &Path| fs::canonicalize(path).ok();
        let folder = self.file.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
        let inside = absolute(Path::new(path))
            .zip(folder.and_then(absolute))
            .and_then(|(path, folder)| path.strip_prefix(folder).ok().map(Path::to_owned));
        inside.map_or_else(|| path.to_owned(), |path| path.display().to_string()).replace('\\', "/")
    }
}

/// The words under a finding, for the reader of the file.
fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let line: String = text.split_whitespace().collect();
    if line.chars().count() > LONGEST { line.chars().take(LONGEST).chain(['…']).collect() } else { line }
}
