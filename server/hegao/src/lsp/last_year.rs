//! Last year's report among the open documents and the files of the workspace: the evidence that a draft is held against.
//!
//! It is looked for away from the keys, when a draft shows whose it is and of what year, and again when files or other drafts change. The
//! review of the draft is made anew only where what was found differs from what it was held against.

use super::client;
use super::files::{self, Stamp};
use super::session::{Session, State};
use hegao_core::{Identity, LastYear};
use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tower_lsp::ls_types as lsp;

/// Last year's report of a draft.
#[derive(Debug)]
pub(super) struct Evidence {
    /// Its text and figures.
    pub(super) report: Arc<LastYear>,
    /// The file.
    pub(super) uri: lsp::Uri,
    /// Whether the places in the text are those that an editor shows.
    pub(super) plain: bool,
    /// Which state of it was read.
    state: Read,
}

/// Which state of a report was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Read {
    /// The one on disk.
    Disk(Stamp),
    /// The one that is open in the editor, by its snapshot.
    Open(u64),
}

/// What is known of the files that may be last year's report: by their stamps, what they are of.
#[derive(Debug, Default)]
pub(super) struct Known {
    files: Mutex<HashMap<PathBuf, (Stamp, Option<Identity>)>>,
}

/// A report that a draft may be held against.
struct Candidate {
    uri: lsp::Uri,
    identity: Identity,
    state: Read,
}

impl Evidence {
    /// Whether the file has changed since it was read.
    pub(super) fn is_old(&self) -> bool {
        match self.state {
            Read::Disk(stamp) => client::path(&self.uri).and_then(|file| files::stamp(&file)) != Some(stamp),
            Read::Open(_) => false,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.uri == other.uri && self.state == other.state
    }
}

impl Session {
    /// Notes what a document is of, after a review of it, and looks for last year's reports where that may have changed what is found.
    /// Called with the lock held.
    pub(super) fn identified(self: &Arc<Self>, state: &mut State, uri: &str, identity: Option<Identity>, tick: u64) {
        let Some(document) = state.documents.get_mut(uri) else { return };
        let evidence = document.now.last_year.as_ref();
        let changed = document.identity != identity;
        // A client that watches files says when one has changed.
        let old = !self.facts().watches && evidence.is_some_and(|evidence| evidence.is_old());
        document.identity = identity;
        if changed {
            self.seek(state, None);
            return;
        }
        let held_against = |held: &Evidence| held.uri.as_str() == uri && held.state != Read::Open(tick);
        let others = state.documents.iter().filter(|(_, other)| other.now.last_year.as_deref().is_some_and(held_against));
        let mut wanted: Vec<String> = others.map(|(other, _)| other.clone()).collect();
        if old {
            wanted.push(uri.to_owned());
        }
        if !wanted.is_empty() {
            self.seek(state, Some(wanted));
        }
    }

    /// Looks for last year's report of some open drafts, or of all. Called with the lock held.
    pub(super) fn seek(self: &Arc<Self>, state: &mut State, drafts: Option<Vec<String>>) {
        let known = state.documents.iter().filter(|(_, document)| document.identity.is_some() || document.now.last_year.is_some());
        match drafts {
            Some(drafts) => state.wanted.extend(drafts),
            None => state.wanted.extend(known.map(|(uri, _)| uri.clone())),
        }
        if !state.seeking && !state.wanted.is_empty() {
            state.seeking = true;
            tokio::spawn(Arc::clone(self).seek_wanted());
        }
    }

    async fn seek_wanted(self: Arc<Self>) {
        loop {
            let wanted = {
                let mut state = self.state();
                let wanted = std::mem::take(&mut state.wanted);
                state.seeking = !wanted.is_empty();
                wanted
            };
            if wanted.is_empty() {
                return;
            }
            let session = Arc::clone(&self);
            // What fails here fails again at the next change; the draft is reviewed without evidence.
            let found = tokio::task::spawn_blocking(move || session.find(&wanted)).await.unwrap_or_default();
            for (uri, identity, evidence) in found {
                self.hold_against(&uri, identity.as_ref(), evidence);
            }
        }
    }

    /// What is found for each draft.
    fn find(&self, drafts: &BTreeSet<String>) -> Vec<(String, Option<Identity>, Option<Arc<Evidence>>)> {
        let mut out = Vec::new();
        for uri in drafts {
            let identity = match self.state().documents.get(uri) {
                Some(document) => document.identity.clone(),
                None => continue,
            };
            let evidence = identity.as_ref().and_then(|identity| self.evidence_for(uri, identity));
            out.push((uri.clone(), identity, evidence.map(Arc::new)));
        }
        out
    }

    fn evidence_for(&self, uri: &str, identity: &Identity) -> Option<Evidence> {
        let draft = uri.parse().ok().and_then(|uri| client::path(&uri));
        let (folders, deep) = {
            let state = self.state();
            match &draft {
                Some(draft) if !state.folders.iter().any(|folder| draft.starts_with(folder)) => {
                    (draft.parent().map(Path::to_owned).into_iter().collect(), false)
                }
                // A text that is on no disk yet is on its way into the first folder.
                _ => (state.folders.clone(), true),
            }
        };
        let near = draft.as_deref().and_then(Path::parent).or(folders.first().map(PathBuf::as_path))?;
        if let Some(found) = nearest(near, self.open_reports(uri), identity) {
            return self.read(&found, &folders);
        }
        let open: BTreeSet<PathBuf> = self.state().documents.values().filter_map(|document| client::path(&document.now.uri)).collect();
        // Nearest first, so that all is read only where there is none.
        let mut among: Vec<PathBuf> = folders.iter().flat_map(|folder| files::evidence(folder, deep)).collect();
        among.sort_by_cached_key(|file| (steps(near, file), file.clone()));
        let fits = |file: &PathBuf| self.candidate(file, identity).filter(|candidate| candidate.identity.precedes(identity));
        let found = among.iter().filter(|file| !open.contains(*file)).find_map(fits)?;
        self.read(&found, &folders)
    }

    /// The reports that are open.
    fn open_reports(&self, but: &str) -> Vec<Candidate> {
        let state = self.state();
        let others = state.documents.iter().filter(|(uri, _)| *uri != but);
        let candidate = |(_, document): (&String, &super::documents::Document)| {
            let identity = document.identity.clone()?;
            Some(Candidate { uri: document.now.uri.clone(), identity, state: Read::Open(document.now.tick) })
        };
        others.filter_map(candidate).collect()
    }

    /// A file as a candidate, if it is a report. One that does not name the year before is not read any further.
    fn candidate(&self, file: &Path, later: &Identity) -> Option<Candidate> {
        let stamp = files::stamp(file)?;
        let known = self.known.files.lock().unwrap_or_else(PoisonError::into_inner).get(file).filter(|(at, _)| *at == stamp).cloned();
        let identity = match known {
            Some((_, identity)) => identity,
            None => {
                let (text, _) = files::text(file)?;
                if !names_year(&text, later.period.year - 1) {
                    return None;
                }
                let settings = self.settings_for(Some(file));
                let engine = self.engines.reviewer(file, &settings, self.facts().lang).0.engine;
                let read = crate::isolated::isolated(|| engine.last_year("", &text).identity());
                let identity = read.unwrap_or_default();
                let mut files = self.known.files.lock().unwrap_or_else(PoisonError::into_inner);
                files.insert(file.to_owned(), (stamp, identity.clone()));
                identity
            }
        };
        Some(Candidate { uri: lsp::Uri::from_file_path(file)?, identity: identity?, state: Read::Disk(stamp) })
    }

    /// Reads a report.
    fn read(&self, found: &Candidate, folders: &[PathBuf]) -> Option<Evidence> {
        let file = client::path(&found.uri);
        let (text, plain) = match found.state {
            Read::Open(_) => (String::from(&self.snapshot(&found.uri)?.rope), true),
            Read::Disk(_) => files::text(file.as_deref()?)?,
        };
        let settings = self.settings_for(file.as_deref());
        let lang = self.facts().lang;
        let engine = match &file {
            Some(file) => self.engines.reviewer(file, &settings, lang).0.engine,
            None => self.engines.plain(&settings, lang).engine,
        };
        let below = |file: &Path| folders.iter().find_map(|folder| Some(file.strip_prefix(folder).ok()?.display().to_string()));
        let name = match &file {
            Some(file) => below(file).or_else(|| Some(file.file_name()?.to_string_lossy().into_owned())),
            None => None,
        };
        let name = name.unwrap_or_else(|| found.uri.as_str().to_owned());
        let report = crate::isolated::isolated(|| engine.last_year(&name, &text)).ok()?;
        Some(Evidence { report: Arc::new(report), uri: found.uri.clone(), plain, state: found.state })
    }

    /// Has a draft reviewed against what was found, where that differs from what it was held against.
    fn hold_against(self: &Arc<Self>, uri: &str, identity: Option<&Identity>, evidence: Option<Arc<Evidence>>) {
        let mut state = self.state();
        let tick = state.next_tick();
        let Some(document) = state.documents.get_mut(uri) else { return };
        let same = match (&document.now.last_year, &evidence) {
            (Some(before), Some(now)) => before.is_same(now),
            (None, None) => true,
            _ => false,
        };
        if same || document.identity.as_ref() != identity {
            return;
        }
        let before = Arc::clone(&document.now);
        document.renew(tick, |next| next.last_year = evidence);
        let now = Arc::clone(&document.now);
        self.pump(&mut state, uri);
        drop(state);
        if !self.facts().pull {
            return;
        }
        // A client that pulls has to be told that there is something new to be had.
        let session = Arc::clone(self);
        tokio::spawn(async move {
            let (Some(before), Some(now)) = (session.analysis(&before).await, session.analysis(&now).await) else { return };
            let fingerprint = |analysis: &super::analysis::Analysis| analysis.diagnostics.get().map(|found| found.fingerprint);
            if fingerprint(&before) != fingerprint(&now) {
                session.refresh_diagnostics();
            }
        });
    }
}

/// The report of the year before that lies nearest to a folder; of several in one folder the first by name.
fn nearest(near: &Path, candidates: Vec<Candidate>, identity: &Identity) -> Option<Candidate> {
    let distance = |candidate: &Candidate| client::path(&candidate.uri).map_or(usize::MAX, |file| steps(near, &file));
    let fit = candidates.into_iter().filter(|candidate| candidate.identity.precedes(identity));
    fit.min_by_key(|candidate| (distance(candidate), candidate.uri.as_str().to_owned()))
}

/// How many folders lie between a folder and a file.
fn steps(from: &Path, file: &Path) -> usize {
    let (one, two): (Vec<Component>, Vec<Component>) = (from.components().collect(), file.components().collect());
    let shared = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
    one.len() + two.len() - 2 * shared
}

/// Whether a text names a year, in digits of either width or in 汉字.
fn names_year(text: &str, year: i16) -> bool {
    let digits = year.to_string();
    let written = |zero: char, of: fn(u32) -> char| -> String {
        digits.chars().filter_map(|c| c.to_digit(10)).map(|digit| if digit == 0 { zero } else { of(digit) }).collect()
    };
    let han = |digit: u32| "〇一二三四五六七八九".chars().nth(digit as usize).unwrap_or('〇');
    let wide = |digit: u32| char::from_u32('０' as u32 + digit).unwrap_or('０');
    let forms = [written('〇', han), written('零', han), written('○', han), written('０', wide), digits.clone()];
    forms.iter().any(|form| text.contains(form.as_str()))
}

impl Known {
    /// Forgets what was read under settings that are no longer in force.
    pub(super) fn forget(&self) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_known_however_they_are_written() {
        for text in ["2023年报告", "２０２３年", "二〇二三年", "二零二三年", "二○二三年"] {
            assert!(names_year(text, 2023), "{text}");
        }
        assert!(!names_year("2024年，二〇二二年", 2023));
    }

    #[test]
    fn the_same_folder_is_nearest() {
        let from = Path::new("/a/2024");
        assert!(steps(from, Path::new("/a/2024/x.md")) < steps(from, Path::new("/a/x.md")));
        assert!(steps(from, Path::new("/a/x.md")) < steps(from, Path::new("/a/2023/x.md")));
    }
}
