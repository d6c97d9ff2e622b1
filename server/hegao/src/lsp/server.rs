//! The handlers. Each changes state or takes its snapshot before it awaits, and leaves the rest to a feature.

use super::analysis::Analysis;
use super::client::ClientFacts;
use super::engines::Built;
use super::session::Session;
use super::{actions, checklist, completion, diagnostics, drafts, features, settings, tokens};
use crate::isolated::isolated;
use hegao_core::assist::inlay::Wanted;
use hegao_core::text::Encoding;
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types as lsp;
use tower_lsp::{Client, LanguageServer};

/// The command that reviews a document whatever it looks like.
pub(super) const CHECK: &str = "hegao.checkDocument";

/// The language server.
#[derive(Debug)]
pub(super) struct Backend {
    session: Arc<Session>,
}

/// The parameters of our own requests about a document.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DocumentParams {
    text_document: lsp::TextDocumentIdentifier,
}

impl Backend {
    /// A server for a client.
    pub(super) fn new(client: Client, built: Built) -> Self {
        Self { session: Arc::new(Session::new(client, built)) }
    }

    /// The session.
    pub(super) fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// Answers from the review of a document that is open and checked. A failing answer is no answer, and the server goes on.
    async fn read<T>(&self, uri: &lsp::Uri, answer: impl FnOnce(&Analysis) -> T) -> Option<T> {
        self.read_if(uri, |analysis| analysis.checked, answer).await
    }

    /// The same for what is asked about a `hegao.toml` too.
    async fn read_any<T>(&self, uri: &lsp::Uri, answer: impl FnOnce(&Analysis) -> T) -> Option<T> {
        self.read_if(uri, |analysis| analysis.checked || analysis.config.is_some(), answer).await
    }

    async fn read_if<T>(&self, uri: &lsp::Uri, wanted: impl FnOnce(&Analysis) -> bool, answer: impl FnOnce(&Analysis) -> T) -> Option<T> {
        let snapshot = self.session.snapshot(uri)?;
        let analysis = self.session.analysis(&snapshot).await.filter(|analysis| wanted(analysis))?;
        match isolated(|| answer(&analysis)) {
            Ok(answer) => Some(answer),
            Err(panic) => {
                self.session.tell_failure(uri, &panic);
                None
            }
        }
    }

    /// `hegao/checklist`: the checklist of a document, `null` where it is not open.
    pub(super) async fn checklist(&self, params: DocumentParams) -> Result<Value> {
        let Some(snapshot) = self.session.snapshot(&params.text_document.uri) else { return Ok(Value::Null) };
        let analysis = self.session.analysis(&snapshot).await;
        Ok(analysis.and_then(|analysis| isolated(|| checklist::checklist(&analysis)).ok()).unwrap_or_default())
    }

    /// `hegao/newDraft`: a fresh draft from the templates.
    pub(super) async fn new_draft(&self, params: drafts::NewDraft) -> Result<Value> {
        let session = Arc::clone(&self.session);
        let work = tokio::task::spawn_blocking(move || drafts::new_draft(&session, &params));
        work.await.map_err(|_| Error::internal_error())?
    }

    /// `hegao/exportReview`: the review as a page, `null` where the document is not open.
    pub(super) async fn export_review(&self, params: DocumentParams) -> Result<Value> {
        let uri = &params.text_document.uri;
        let Some(snapshot) = self.session.snapshot(uri) else { return Ok(Value::Null) };
        let analysis = self.session.analysis(&snapshot).await;
        Ok(analysis.map(|analysis| drafts::export(&analysis, uri)).unwrap_or_default())
    }
}

fn capabilities(facts: &ClientFacts) -> lsp::ServerCapabilities {
    let sync = lsp::TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(lsp::TextDocumentSyncKind::INCREMENTAL),
        ..lsp::TextDocumentSyncOptions::default()
    };
    let tokens = lsp::SemanticTokensOptions {
        legend: tokens::legend(),
        range: Some(true),
        full: Some(lsp::SemanticTokensFullOptions::Delta { delta: Some(true) }),
        ..lsp::SemanticTokensOptions::default()
    };
    let diagnostics = lsp::DiagnosticOptions {
        // Last year's report has a say in this year's.
        inter_file_dependencies: true,
        workspace_diagnostics: true,
        ..lsp::DiagnosticOptions::default()
    };
    lsp::ServerCapabilities {
        position_encoding: Some(match facts.encoding {
            Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
            Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
            Encoding::Utf32 => lsp::PositionEncodingKind::UTF32,
        }),
        text_document_sync: Some(sync.into()),
        hover_provider: Some(lsp::HoverProviderCapability::Simple(true)),
        completion_provider: Some(completion::options()),
        definition_provider: Some(lsp::OneOf::Left(true)),
        references_provider: Some(lsp::OneOf::Left(true)),
        document_highlight_provider: Some(lsp::OneOf::Left(true)),
        document_symbol_provider: Some(lsp::OneOf::Left(true)),
        document_formatting_provider: Some(lsp::OneOf::Left(true)),
        document_range_formatting_provider: Some(lsp::OneOf::Left(true)),
        inlay_hint_provider: Some(lsp::OneOf::Left(true)),
        document_link_provider: Some(lsp::DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: lsp::WorkDoneProgressOptions::default(),
        }),
        folding_range_provider: Some(lsp::FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: Some(lsp::SelectionRangeProviderCapability::Simple(true)),
        code_lens_provider: Some(lsp::CodeLensOptions { resolve_provider: Some(false) }),
        code_action_provider: Some(lsp::CodeActionProviderCapability::Options(lsp::CodeActionOptions {
            code_action_kinds: Some(actions::KINDS.to_vec()),
            resolve_provider: Some(facts.lazy_actions),
            ..lsp::CodeActionOptions::default()
        })),
        semantic_tokens_provider: Some(tokens.into()),
        diagnostic_provider: facts.pull.then_some(lsp::DiagnosticServerCapabilities::Options(diagnostics)),
        execute_command_provider: Some(lsp::ExecuteCommandOptions {
            commands: vec![CHECK.to_owned(), settings::SHOW.to_owned()],
            ..lsp::ExecuteCommandOptions::default()
        }),
        workspace: Some(lsp::WorkspaceServerCapabilities {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(lsp::OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..lsp::ServerCapabilities::default()
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        let facts = self.session.initialize(&params);
        let server_info = lsp::ServerInfo { name: "hegao".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        Ok(lsp::InitializeResult { capabilities: capabilities(facts), server_info: Some(server_info), ..lsp::InitializeResult::default() })
    }

    async fn initialized(&self, _: lsp::InitializedParams) {
        self.session.initialized();
    }

    async fn shutdown(&self) -> Result<()> {
        self.session.shut_down();
        Ok(())
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        self.session.open(params.text_document);
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        self.session.change(&params);
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        self.session.close(&params.text_document.uri);
    }

    async fn did_change_configuration(&self, params: lsp::DidChangeConfigurationParams) {
        self.session.settings_changed(&params.settings);
    }

    async fn did_change_watched_files(&self, params: lsp::DidChangeWatchedFilesParams) {
        self.session.files_changed(&params.changes);
    }

    async fn did_change_workspace_folders(&self, params: lsp::DidChangeWorkspaceFoldersParams) {
        self.session.folders_changed(&params.event);
    }

    async fn diagnostic(&self, params: lsp::DocumentDiagnosticParams) -> Result<lsp::DocumentDiagnosticReportResult> {
        let uri = &params.text_document.uri;
        let Some(snapshot) = self.session.snapshot(uri) else { return Ok(diagnostics::nothing().into()) };
        let analysis = self.session.analysis(&snapshot).await;
        let report = analysis.map(|analysis| analysis.diagnostics(uri, self.session.facts()).report(params.previous_result_id.as_deref()));
        Ok(report.unwrap_or_else(diagnostics::nothing).into())
    }

    async fn workspace_diagnostic(&self, params: lsp::WorkspaceDiagnosticParams) -> Result<lsp::WorkspaceDiagnosticReportResult> {
        Ok(self.session.diagnose_workspace(params).await.into())
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        let at = params.text_document_position_params;
        Ok(self.read(&at.text_document.uri, |analysis| features::hover(analysis, at.position)).await.flatten())
    }

    async fn inlay_hint(&self, params: lsp::InlayHintParams) -> Result<Option<Vec<lsp::InlayHint>>> {
        let settings = self.session.settings_for(super::client::path(&params.text_document.uri).as_deref());
        let wanted = Wanted { computed: settings.computed, holds: settings.holds };
        Ok(self.read(&params.text_document.uri, |analysis| features::inlay_hints(analysis, params.range, wanted)).await)
    }

    async fn document_symbol(&self, params: lsp::DocumentSymbolParams) -> Result<Option<lsp::DocumentSymbolResponse>> {
        let uri = &params.text_document.uri;
        Ok(self.read(uri, |analysis| features::symbols(analysis, uri, self.session.facts())).await)
    }

    async fn folding_range(&self, params: lsp::FoldingRangeParams) -> Result<Option<Vec<lsp::FoldingRange>>> {
        Ok(self.read(&params.text_document.uri, features::folding).await)
    }

    async fn selection_range(&self, params: lsp::SelectionRangeParams) -> Result<Option<Vec<lsp::SelectionRange>>> {
        Ok(self.read(&params.text_document.uri, |analysis| features::selection(analysis, &params.positions)).await)
    }

    async fn code_lens(&self, params: lsp::CodeLensParams) -> Result<Option<Vec<lsp::CodeLens>>> {
        let uri = &params.text_document.uri;
        Ok(self.read(uri, |analysis| features::lenses(analysis, uri)).await)
    }

    async fn goto_definition(&self, params: lsp::GotoDefinitionParams) -> Result<Option<lsp::GotoDefinitionResponse>> {
        let at = params.text_document_position_params;
        let uri = &at.text_document.uri;
        let places = self.read(uri, |analysis| features::definition(analysis, uri, at.position)).await;
        Ok(places.filter(|places| !places.is_empty()).map(lsp::GotoDefinitionResponse::Array))
    }

    async fn references(&self, params: lsp::ReferenceParams) -> Result<Option<Vec<lsp::Location>>> {
        let at = params.text_document_position;
        let uri = &at.text_document.uri;
        let itself = params.context.include_declaration;
        Ok(self.read(uri, |analysis| features::references(analysis, uri, at.position, itself)).await)
    }

    async fn document_highlight(&self, params: lsp::DocumentHighlightParams) -> Result<Option<Vec<lsp::DocumentHighlight>>> {
        let at = params.text_document_position_params;
        Ok(self.read(&at.text_document.uri, |analysis| features::highlights(analysis, at.position)).await)
    }

    async fn document_link(&self, params: lsp::DocumentLinkParams) -> Result<Option<Vec<lsp::DocumentLink>>> {
        let uri = &params.text_document.uri;
        Ok(self.read_any(uri, |analysis| features::links(analysis, uri)).await)
    }

    async fn formatting(&self, params: lsp::DocumentFormattingParams) -> Result<Option<Vec<lsp::TextEdit>>> {
        Ok(self.read(&params.text_document.uri, |analysis| features::format(analysis, None)).await)
    }

    async fn range_formatting(&self, params: lsp::DocumentRangeFormattingParams) -> Result<Option<Vec<lsp::TextEdit>>> {
        Ok(self.read(&params.text_document.uri, |analysis| features::format(analysis, Some(params.range))).await)
    }

    async fn code_action(&self, params: lsp::CodeActionParams) -> Result<Option<lsp::CodeActionResponse>> {
        Ok(self.read(&params.text_document.uri, |analysis| actions::list(&self.session, analysis, &params)).await)
    }

    async fn code_action_resolve(&self, params: lsp::CodeAction) -> Result<lsp::CodeAction> {
        actions::resolve(&self.session, params).await
    }

    async fn completion(&self, params: lsp::CompletionParams) -> Result<Option<lsp::CompletionResponse>> {
        let at = &params.text_document_position;
        let facts = self.session.facts();
        Ok(self.read(&at.text_document.uri, |analysis| completion::complete(analysis, &params, facts)).await)
    }

    async fn completion_resolve(&self, params: lsp::CompletionItem) -> Result<lsp::CompletionItem> {
        Ok(completion::resolve(&self.session, params).await)
    }

    async fn semantic_tokens_full(&self, params: lsp::SemanticTokensParams) -> Result<Option<lsp::SemanticTokensResult>> {
        let uri = &params.text_document.uri;
        Ok(self.read(uri, |analysis| tokens::full(&self.session, uri, analysis)).await)
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: lsp::SemanticTokensDeltaParams,
    ) -> Result<Option<lsp::SemanticTokensFullDeltaResult>> {
        let uri = &params.text_document.uri;
        Ok(self.read(uri, |analysis| tokens::delta(&self.session, uri, analysis, &params.previous_result_id)).await)
    }

    async fn semantic_tokens_range(&self, params: lsp::SemanticTokensRangeParams) -> Result<Option<lsp::SemanticTokensRangeResult>> {
        let encode = |analysis: &Analysis| tokens::encode(analysis, Some(super::from_proto::span(analysis, params.range)));
        let data = self.read(&params.text_document.uri, encode).await;
        Ok(data.map(|data| lsp::SemanticTokens { result_id: None, data }.into()))
    }

    async fn execute_command(&self, params: lsp::ExecuteCommandParams) -> Result<Option<Value>> {
        if params.command == settings::SHOW {
            let target = settings::target(&params.arguments);
            let target = target.ok_or_else(|| Error::invalid_params("the uri of a file of settings is wanted"))?;
            settings::show(&self.session, target);
            return Ok(None);
        }
        if params.command != CHECK {
            return Err(Error::invalid_params(format!("unknown command {}", params.command)));
        }
        let uri = params.arguments.first().and_then(Value::as_str);
        let uri: lsp::Uri =
            uri.and_then(|uri| uri.parse().ok()).ok_or_else(|| Error::invalid_params("the uri of an open document is wanted"))?;
        if !self.session.force(uri.as_str()) {
            return Ok(None);
        }
        let text_document = lsp::TextDocumentIdentifier { uri };
        self.checklist(DocumentParams { text_document }).await.map(Some)
    }
}
