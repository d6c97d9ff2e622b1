//! The workspace: settings asked for, files watched, reports that are not open reviewed.

use super::analysis::{Analysis, is_config};
use super::client;
use super::configuration::{ClientSettings, EditorSettings};
use super::diagnostics::Diagnostics;
use super::documents::Snapshot;
use super::files::{self, Stamp};
use super::outbox::Outgoing;
use super::session::Session;
use crate::config::{ConfigError, FILE_NAME};
use hegao_core::say;
use ropey::Rope;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;
use tower_lsp::ls_types as lsp;

/// Files that are not open, as they were last seen: when and how large, and what was found.
#[derive(Debug, Default)]
pub(super) struct Seen {
    files: Mutex<HashMap<PathBuf, (Stamp, Arc<Diagnostics>)>>,
}

impl Session {
    /// Asks the client for the section `hegao` of its settings.
    pub(super) async fn pull_settings(self: &Arc<Self>) {
        if !self.facts().answers_configuration {
            return;
        }
        // Where there are several folders, each may have settings of its own.
        let folders = Some(self.state().folders.clone()).filter(|folders| folders.len() > 1).unwrap_or_default();
        let scopes = std::iter::once(None).chain(folders.iter().map(lsp::Uri::from_file_path));
        let item = |scope_uri| lsp::ConfigurationItem { scope_uri, section: Some("hegao".to_owned()) };
        match self.client.configuration(scopes.map(item).collect()).await {
            Ok(values) => {
                let mut values = values.iter().map(ClientSettings::read);
                let all = values.next().unwrap_or_else(ClientSettings::new);
                self.set_settings(EditorSettings { all, folders: folders.into_iter().zip(values).collect() });
            }
            Err(error) => {
                tracing::warn!("workspace/configuration: {error}");
                self.set_settings(EditorSettings::of_all(ClientSettings::new()));
            }
        }
    }

    /// Asks the client to tell about changed settings and files of settings.
    pub(super) async fn register(&self) {
        let mut registrations = Vec::new();
        if self.facts().registers_configuration {
            let options = Some(json!({"section": "hegao"}));
            registrations.push(registration("hegao-settings", "workspace/didChangeConfiguration", options));
        }
        if self.facts().watches {
            let extensions: Vec<&str> = files::evidence_extensions().collect();
            let reports = format!("**/*.{{{}}}", extensions.join(","));
            let options = Some(json!({"watchers": [{"globPattern": format!("**/{FILE_NAME}")}, {"globPattern": reports}]}));
            registrations.push(registration("hegao-files", "workspace/didChangeWatchedFiles", options));
        }
        if !registrations.is_empty()
            && let Err(error) = self.client.register_capability(registrations).await
        {
            tracing::warn!("client/registerCapability: {error}");
        }
    }

    /// Settings were changed: those of a client that does not answer questions come with the message.
    pub(super) fn settings_changed(self: &Arc<Self>, settings: &Value) {
        if self.facts().answers_configuration {
            let session = Arc::clone(self);
            tokio::spawn(async move { session.pull_settings().await });
        } else if let Some(section) = settings.get("hegao").or(Some(settings)).filter(|section| section.is_object()) {
            self.set_settings(EditorSettings::of_all(ClientSettings::read(section)));
        }
    }

    /// Files were changed on disk.
    pub(super) fn files_changed(self: &Arc<Self>, changes: &[lsp::FileEvent]) {
        let mut paths = changes.iter().filter_map(|change| client::path(&change.uri));
        if paths.any(|path| is_config(&path)) {
            self.forget();
            self.renew_all();
        }
        let mut state = self.state();
        let closed = |change: &&lsp::FileEvent| !state.documents.contains_key(change.uri.as_str());
        let evidence =
            changes.iter().filter(closed).filter_map(|change| client::path(&change.uri)).any(|path| files::may_be_evidence(&path));
        if evidence {
            self.seek(&mut state, None);
        }
    }

    /// Takes over the settings of a `hegao.toml` that is open, saved or not, as soon as they are right.
    pub(super) fn adopt(self: &Arc<Self>, uri: &lsp::Uri, analysis: &Analysis) {
        let (Some(Ok(config)), Some(file)) = (&analysis.config, client::path(uri)) else { return };
        if self.engines.adopt(&file, config.clone()) {
            self.forget();
            self.renew_all();
        }
    }

    /// Says what is wrong with a `hegao.toml` that was read from disk: in a message, and in the file itself where the client does not
    /// pull what is wrong with its files. One that is open shows its errors itself.
    pub(super) fn tell_config_errors(&self, file: &Path, errors: &[ConfigError]) {
        let Some(uri) = lsp::Uri::from_file_path(file) else { return };
        let mut state = self.state();
        if state.documents.contains_key(uri.as_str()) {
            return;
        }
        let known = if errors.is_empty() { state.faulty.remove(uri.as_str()) } else { !state.faulty.insert(uri.as_str().to_owned()) };
        drop(state);
        if !errors.is_empty() {
            let lines: Vec<String> = errors.iter().map(|error| format!("{}:{error}", file.display())).collect();
            self.tell(Outgoing::Message(lsp::MessageType::ERROR, lines.join("\n")));
        }
        if !self.facts().pull && (known || !errors.is_empty()) {
            let items = self.diagnose_file(file).map(|(_, found)| found.items.clone()).unwrap_or_default();
            self.tell(Outgoing::Diagnostics(uri, items, None));
        }
    }

    /// Folders were added to the workspace or taken from it.
    pub(super) fn folders_changed(self: &Arc<Self>, event: &lsp::WorkspaceFoldersChangeEvent) {
        let removed: Vec<PathBuf> = event.removed.iter().filter_map(|folder| client::path(&folder.uri)).collect();
        let mut state = self.state();
        state.folders.retain(|folder| !removed.contains(folder));
        state.folders.extend(event.added.iter().filter_map(|folder| client::path(&folder.uri)));
        self.seek(&mut state, None);
        let several = state.folders.len() > 1 || !state.settings.folders.is_empty();
        drop(state);
        if several && self.facts().answers_configuration {
            let session = Arc::clone(self);
            tokio::spawn(async move { session.pull_settings().await });
        }
        // What is on no disk goes by the first folder.
        self.renew_all();
    }

    /// Has the client ask again for what depends on settings.
    pub(super) fn refresh(&self) {
        self.forget();
        let (client, facts) = (self.client.clone(), self.facts());
        let (refresh, pull) = (facts.refresh, facts.pull);
        tokio::spawn(async move {
            // A client that refuses to ask again has its reasons.
            if refresh.diagnostics && pull {
                let _ = client.workspace_diagnostic_refresh().await;
            }
            if refresh.inlay_hints {
                let _ = client.inlay_hint_refresh().await;
            }
            if refresh.code_lenses {
                let _ = client.code_lens_refresh().await;
            }
            if refresh.tokens {
                let _ = client.semantic_tokens_refresh().await;
            }
        });
    }

    /// Has the client ask again for findings, and for nothing else.
    pub(super) fn refresh_diagnostics(&self) {
        let client = self.client.clone();
        if self.facts().refresh.diagnostics {
            tokio::spawn(async move {
                let _ = client.workspace_diagnostic_refresh().await;
            });
        }
    }

    fn forget(&self) {
        self.known.forget();
        self.seen.files.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The findings in all reports of the workspace, open or not.
    pub(super) async fn diagnose_workspace(self: &Arc<Self>, params: lsp::WorkspaceDiagnosticParams) -> lsp::WorkspaceDiagnosticReport {
        let (folders, open) = {
            let state = self.state();
            let open: Vec<Arc<Snapshot>> = state.documents.values().map(|document| Arc::clone(&document.now)).collect();
            (state.folders.clone(), open)
        };
        let held: HashMap<&str, &str> = params.previous_result_ids.iter().map(|id| (id.uri.as_str(), id.value.as_str())).collect();
        let mut items = Vec::new();
        for snapshot in &open {
            if let Some(analysis) = self.analysis(snapshot).await {
                let found = analysis.diagnostics(&snapshot.uri, self.facts());
                items.push(report(&snapshot.uri, Some(snapshot.version), found, &held));
            }
        }
        let taken: HashSet<PathBuf> = open.iter().filter_map(|snapshot| client::path(&snapshot.uri)).collect();
        let files = tokio::task::spawn_blocking(move || files::reports(&folders, &taken)).await.unwrap_or_default();
        let title = self.lang().pick("核稿：审核工作区", "hegao: reviewing the workspace");
        let progress = match params.work_done_progress_params.work_done_token {
            Some(token) => Some(self.client.progress(token, title).with_percentage(0).begin().await),
            None => None,
        };
        let total = files.len();
        for (index, file) in files.into_iter().enumerate() {
            if let Some(progress) = &progress {
                let message = say!(self.lang(), "{index}/{total} 个文件", "{index}/{total} files");
                progress.report_with_message(message, (100 * index / total) as u32).await;
            }
            let session = Arc::clone(self);
            let work = tokio::task::spawn_blocking(move || session.diagnose_file(&file));
            if let Some((uri, found)) = work.await.ok().flatten() {
                items.push(report(&uri, None, &found, &held));
            }
        }
        if let Some(progress) = progress {
            progress.finish().await;
        }
        lsp::WorkspaceDiagnosticReport { items }
    }

    /// The findings in a file that is not open; read again only where it has changed.
    fn diagnose_file(&self, file: &Path) -> Option<(lsp::Uri, Arc<Diagnostics>)> {
        let uri = lsp::Uri::from_file_path(file)?;
        let stamp = files::stamp(file)?;
        if let Some((_, found)) = self.seen.files.lock().unwrap_or_else(PoisonError::into_inner).get(file).filter(|(at, _)| *at == stamp) {
            return Some((uri, Arc::clone(found)));
        }
        let (text, _) = files::text(file)?;
        let snapshot = Snapshot {
            uri: uri.clone(),
            version: 0,
            language: String::new(),
            forced: false,
            rope: Rope::from_str(&text),
            last_year: None,
            tick: 0,
            analysis: OnceCell::new(),
        };
        let analysis = self.analyse(&snapshot)?;
        let found = Arc::new(analysis.diagnostics(&uri, self.facts()).clone());
        self.seen.files.lock().unwrap_or_else(PoisonError::into_inner).insert(file.to_owned(), (stamp, Arc::clone(&found)));
        Some((uri, found))
    }
}

fn registration(id: &str, method: &str, register_options: Option<Value>) -> lsp::Registration {
    lsp::Registration { id: id.to_owned(), method: method.to_owned(), register_options }
}

fn report(uri: &lsp::Uri, version: Option<i32>, found: &Diagnostics, held: &HashMap<&str, &str>) -> lsp::WorkspaceDocumentDiagnosticReport {
    let (uri, version, id) = (uri.clone(), version.map(i64::from), found.id());
    if held.get(uri.as_str()) == Some(&id.as_str()) {
        let unchanged = lsp::UnchangedDocumentDiagnosticReport { result_id: id };
        return lsp::WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report: unchanged }.into();
    }
    let full = lsp::FullDocumentDiagnosticReport { result_id: Some(id), items: found.items.clone() };
    lsp::WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report: full }.into()
}
