//! The state of a session. It changes under one lock, before the first await of the handler that changes it.

use super::analysis::{Analysis, is_config};
use super::client::{self, ClientFacts};
use super::configuration::{ClientSettings, EditorSettings};
use super::documents::{Document, Snapshot, apply};
use super::engines::{Built, Engines};
use super::last_year::Known;
use super::outbox::{self, Outgoing};
use super::workspace::Seen;
use crate::isolated::isolated;
use hegao_core::{Lang, say};
use ropey::Rope;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tokio::sync::{OnceCell, mpsc, watch};
use tower_lsp::Client;
use tower_lsp::ls_types as lsp;

/// What changes while the server runs.
#[derive(Debug)]
pub(super) struct State {
    /// Open documents by their uri.
    pub(super) documents: HashMap<String, Document>,
    /// The editor's settings.
    pub(super) settings: EditorSettings,
    /// The folders of the workspace.
    pub(super) folders: Vec<PathBuf>,
    /// The number of the newest snapshot.
    tick: u64,
    /// The documents whose analysis has failed and for which that was said.
    told: HashSet<String>,
    /// The files of settings that are not open and whose errors were published.
    pub(super) faulty: HashSet<String>,
    /// The drafts whose last year's report is to be looked for.
    pub(super) wanted: BTreeSet<String>,
    /// Whether a task is at work that looks for them.
    pub(super) seeking: bool,
}

/// A session with one client.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) client: Client,
    pub(super) engines: Engines,
    /// Files that are not open, as they were last seen.
    pub(super) seen: Seen,
    /// Files that may be last year's report.
    pub(super) known: Known,
    facts: OnceLock<ClientFacts>,
    state: Mutex<State>,
    outbox: mpsc::UnboundedSender<Outgoing>,
    waiting: Mutex<Option<mpsc::UnboundedReceiver<Outgoing>>>,
    /// Whether the editor's settings have come.
    ready: watch::Sender<bool>,
    shut_down: AtomicBool,
}

/// How long the first analysis waits for the editor's settings.
const PATIENCE: Duration = Duration::from_secs(1);

/// The words at which the analysis fails in the tests of this program. The program itself has no such words.
#[cfg(test)]
pub(super) const FAULT: &str = "此处出错";

impl Session {
    /// A session that knows nothing of its client yet.
    pub(super) fn new(client: Client, built: Built) -> Self {
        let (outbox, waiting) = mpsc::unbounded_channel();
        let settings = EditorSettings::of_all(ClientSettings::new());
        let state = State {
            documents: HashMap::new(),
            settings,
            folders: Vec::new(),
            tick: 0,
            told: HashSet::new(),
            faulty: HashSet::new(),
            wanted: BTreeSet::new(),
            seeking: false,
        };
        Self {
            client,
            engines: Engines::new(built),
            seen: Seen::default(),
            known: Known::default(),
            facts: OnceLock::new(),
            state: Mutex::new(state),
            outbox,
            waiting: Mutex::new(Some(waiting)),
            ready: watch::Sender::new(false),
            shut_down: AtomicBool::new(false),
        }
    }

    /// Takes in what the client says of itself.
    pub(super) fn initialize(&self, params: &lsp::InitializeParams) -> &ClientFacts {
        let mut state = self.state();
        state.folders = client::folders(params);
        if let Some(options) = &params.initialization_options {
            state.settings = EditorSettings::of_all(ClientSettings::read(options));
        }
        drop(state);
        let facts = self.facts.get_or_init(|| ClientFacts::read(params));
        if !facts.answers_configuration {
            self.ready.send_replace(true);
        }
        facts
    }

    /// Starts what talks to the client: now it listens.
    pub(super) fn initialized(self: &Arc<Self>) {
        if let Some(waiting) = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take() {
            tokio::spawn(outbox::send(self.client.clone(), waiting));
        }
        let session = Arc::clone(self);
        // Requests to the client are never awaited in a handler: with many messages queued both sides would wait for ever.
        tokio::spawn(async move {
            session.pull_settings().await;
            session.register().await;
        });
        // The tables are read while the editor is still opening its first file.
        let session = Arc::clone(self);
        tokio::task::spawn_blocking(move || {
            let settings = session.settings_for(None);
            session.engines.plain(&settings, session.facts().lang);
        });
    }

    /// What the client can do.
    pub(super) fn facts(&self) -> &ClientFacts {
        self.facts.get_or_init(|| ClientFacts::read(&lsp::InitializeParams::default()))
    }

    /// The state, under its lock. It is never held over an await.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a message in the line to the client.
    pub(super) fn tell(&self, message: Outgoing) {
        // The receiver is gone only when the session is over.
        let _ = self.outbox.send(message);
    }

    /// The language of messages that are not about a draft.
    pub(super) fn lang(&self) -> Lang {
        self.state().settings.all.lang(self.facts().lang)
    }

    /// Notes that the client has asked for a shutdown.
    pub(super) fn shut_down(&self) {
        self.shut_down.store(true, Ordering::SeqCst);
    }

    /// Whether the client has asked for a shutdown.
    pub(super) fn was_shut_down(&self) -> bool {
        self.shut_down.load(Ordering::SeqCst)
    }

    /// Opens a document; one that is open already is replaced.
    pub(super) fn open(self: &Arc<Self>, item: lsp::TextDocumentItem) {
        let mut state = self.state();
        let tick = state.next_tick();
        let uri = item.uri.as_str().to_owned();
        let last_year = state.documents.get(&uri).and_then(|document| document.now.last_year.clone());
        let now = Snapshot {
            uri: item.uri,
            version: item.version,
            language: item.language_id,
            forced: false,
            rope: Rope::from_str(&item.text),
            last_year,
            tick,
            analysis: OnceCell::new(),
        };
        match state.documents.get_mut(&uri) {
            Some(document) => document.now = Arc::new(now),
            None => {
                state.documents.insert(uri.clone(), Document::new(now));
            }
        }
        self.pump(&mut state, &uri);
    }

    /// Applies the changes of one notification, in their order.
    pub(super) fn change(self: &Arc<Self>, params: &lsp::DidChangeTextDocumentParams) {
        let encoding = self.facts().encoding;
        let mut state = self.state();
        let tick = state.next_tick();
        let uri = params.text_document.uri.as_str();
        let Some(document) = state.documents.get_mut(uri) else {
            tracing::warn!("a change of {uri}, which is not open");
            return;
        };
        document.renew(tick, |next| {
            next.version = params.text_document.version;
            params.content_changes.iter().for_each(|change| apply(&mut next.rope, change, encoding));
        });
        self.pump(&mut state, uri);
    }

    /// Closes a document and takes back what was published about it. Settings are those on disk again.
    pub(super) fn close(self: &Arc<Self>, uri: &lsp::Uri) {
        let mut state = self.state();
        let Some(document) = state.documents.remove(uri.as_str()) else { return };
        if document.published.is_some() {
            self.tell(Outgoing::Diagnostics(uri.clone(), Vec::new(), None));
        }
        if document.identity.is_some() {
            // It may have been last year's report of another.
            self.seek(&mut state, None);
        }
        drop(state);
        if let Some(file) = client::path(uri).filter(|path| is_config(path)) {
            self.engines.let_go(&file);
            self.renew_all();
        }
    }

    /// Reviews a document from now on whatever it looks like. Says whether it is open.
    pub(super) fn force(self: &Arc<Self>, uri: &str) -> bool {
        let mut state = self.state();
        let tick = state.next_tick();
        let Some(document) = state.documents.get_mut(uri) else { return false };
        if !document.now.forced {
            document.renew(tick, |next| next.forced = true);
            self.pump(&mut state, uri);
            drop(state);
            self.refresh();
        }
        true
    }

    /// Analyses all drafts anew: settings have changed.
    pub(super) fn renew_all(self: &Arc<Self>) {
        let mut state = self.state();
        let drafts = state.documents.values().filter(|document| !client::path(&document.now.uri).is_some_and(|path| is_config(&path)));
        let uris: Vec<String> = drafts.map(|document| document.now.uri.as_str().to_owned()).collect();
        for uri in &uris {
            let tick = state.next_tick();
            if let Some(document) = state.documents.get_mut(uri) {
                document.renew(tick, |_| ());
            }
            self.pump(&mut state, uri);
        }
        let any = !uris.is_empty();
        drop(state);
        if any {
            self.refresh();
        }
    }

    /// The editor's settings for a file, or for what is on no disk.
    pub(super) fn settings_for(&self, file: Option<&Path>) -> ClientSettings {
        self.state().settings.of(file).clone()
    }

    /// Takes over settings of the editor.
    pub(super) fn set_settings(self: &Arc<Self>, settings: EditorSettings) {
        let mut state = self.state();
        let changed = !state.settings.says_the_same(&settings);
        state.settings = settings;
        drop(state);
        let first = !self.ready.send_replace(true);
        if changed && !first {
            self.renew_all();
        }
    }

    /// Waits for the editor's settings, but not for ever.
    async fn settled(&self) {
        let mut ready = self.ready.subscribe();
        if !*ready.borrow() && tokio::time::timeout(PATIENCE, ready.wait_for(|&ready| ready)).await.is_err() {
            tracing::warn!("the client has not answered workspace/configuration: the defaults are used");
            self.ready.send_replace(true);
        }
    }

    /// How a document stands now.
    pub(super) fn snapshot(&self, uri: &lsp::Uri) -> Option<Arc<Snapshot>> {
        self.state().documents.get(uri.as_str()).map(|document| Arc::clone(&document.now))
    }

    /// The analysis of a snapshot; made once, away from the threads that talk to the client. `None` where it has failed.
    pub(super) async fn analysis(self: &Arc<Self>, snapshot: &Arc<Snapshot>) -> Option<Arc<Analysis>> {
        let analysis = snapshot.analysis.get_or_init(|| async {
            self.settled().await;
            let (session, snapshot) = (Arc::clone(self), Arc::clone(snapshot));
            let work = tokio::task::spawn_blocking(move || session.analyse(&snapshot));
            work.await.ok().flatten()
        });
        analysis.await.clone()
    }

    /// Analyses a snapshot on this thread.
    pub(super) fn analyse(&self, snapshot: &Snapshot) -> Option<Arc<Analysis>> {
        let facts = self.facts();
        // A text that is on no disk yet is on its way into the first folder.
        let path = client::path(&snapshot.uri).or_else(|| Some(self.state().folders.first()?.join("untitled")));
        let settings = self.settings_for(path.as_deref());
        let result = isolated(|| {
            let (reviewer, reread) = match &path {
                Some(path) => self.engines.reviewer(path, &settings, facts.lang),
                None => (self.engines.plain(&settings, facts.lang), None),
            };
            #[cfg(test)]
            assert!(!String::from(&snapshot.rope).contains(FAULT), "a fault put in by a test");
            let analysis = Analysis::new(snapshot, reviewer, facts.encoding);
            // Wording the findings belongs to the work that may fail.
            analysis.diagnostics(&snapshot.uri, facts);
            (Arc::new(analysis), reread)
        });
        match result {
            Ok((analysis, reread)) => {
                if let Some((file, errors)) = reread {
                    self.tell_config_errors(&file, &errors);
                }
                Some(analysis)
            }
            Err(panic) => {
                self.tell_failure(&snapshot.uri, &panic);
                None
            }
        }
    }

    /// Says once for a document that its analysis has failed; the log has it every time.
    pub(super) fn tell_failure(&self, uri: &lsp::Uri, panic: &str) {
        tracing::error!("the analysis of {} has failed: {panic}", uri.as_str());
        let lang = self.lang();
        if self.state().told.insert(uri.as_str().to_owned()) {
            let text = say!(
                lang,
                "核稿在审核此文件时出错，其他文件不受影响；请附日志报告此问题（{panic}）",
                "hegao has failed on this file; others are not affected. Please report it with the log ({panic})"
            );
            self.tell(Outgoing::Message(lsp::MessageType::ERROR, text));
        }
    }
}

impl State {
    /// The number of the next snapshot.
    pub(super) fn next_tick(&mut self) -> u64 {
        self.tick += 1;
        self.tick
    }
}
