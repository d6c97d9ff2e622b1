//! Code actions: listed at once, their edits computed when one is chosen (where the client can wait for them).

use super::analysis::Analysis;
use super::client::ClientFacts;
use super::session::Session;
use super::{from_proto, to_proto};
use crate::config;
use hegao_core::assist::actions::{Action, ActionKind, Plan, actions, edits, fix_all};
use hegao_core::suppress::Form;
use hegao_core::text::LineIndex;
use hegao_core::{SeverityOverride, say};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use tower_lsp::jsonrpc;
use tower_lsp::ls_types as lsp;

/// The kinds that the server offers.
pub(super) const KINDS: [lsp::CodeActionKind; 3] =
    [lsp::CodeActionKind::QUICKFIX, lsp::CodeActionKind::REFACTOR_REWRITE, lsp::CodeActionKind::new("source.fixAll.hegao")];

/// What is needed to compute the edit of an action that was chosen.
#[derive(Debug, Serialize, Deserialize)]
struct Chosen {
    uri: lsp::Uri,
    version: i32,
    plan: Todo,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Todo {
    /// Something within the draft.
    Draft(Plan),
    /// Switching a rule off in `hegao.toml`.
    SwitchOff { off: String },
}

/// What can be done about a range.
pub(super) fn list(session: &Session, analysis: &Analysis, params: &lsp::CodeActionParams) -> lsp::CodeActionResponse {
    let uri = &params.text_document.uri;
    let only = params.context.only.as_deref();
    let wanted = |kind: &str| only.is_none_or(|only| only.iter().any(|only| within(kind, only.as_str())));
    let mut all = actions(&analysis.review, &analysis.text, from_proto::span(analysis, params.range), analysis.lang);
    all.extend(fix_all(&analysis.review, analysis.lang));
    let rules: Vec<String> = switchable(&all, analysis);
    let mut out = Vec::new();
    for action in all {
        let kind = KINDS[match action.kind {
            ActionKind::QuickFix => 0,
            ActionKind::Rewrite => 1,
            ActionKind::FixAll => 2,
        }]
        .clone();
        if wanted(kind.as_str()) {
            out.extend(offer(session, analysis, uri, action.title, kind, action.preferred, &action.mends, Todo::Draft(action.plan)));
        }
    }
    if wanted(KINDS[0].as_str()) {
        for rule in rules {
            let title = say!(analysis.lang, "在 hegao.toml 中关闭 {rule}", "Switch {rule} off in hegao.toml");
            out.extend(offer(session, analysis, uri, title, KINDS[0].clone(), false, &[], Todo::SwitchOff { off: rule }));
        }
    }
    out
}

/// The rules that an ignore action is offered for: they can be switched off as well.
fn switchable(actions: &[Action], analysis: &Analysis) -> Vec<String> {
    let rule = |action: &Action| match action.plan {
        Plan::Ignore { finding } => analysis.review.findings.get(finding).map(|finding| finding.rule.to_owned()),
        _ => None,
    };
    actions.iter().filter_map(rule).collect()
}

/// Whether a kind is the wanted one or below it.
fn within(kind: &str, wanted: &str) -> bool {
    wanted.is_empty() || kind.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[expect(clippy::too_many_arguments, reason = "one code action has as many parts")]
fn offer(
    session: &Session,
    analysis: &Analysis,
    uri: &lsp::Uri,
    title: String,
    kind: lsp::CodeActionKind,
    preferred: bool,
    mends: &[usize],
    plan: Todo,
) -> Option<lsp::CodeActionOrCommand> {
    let facts = session.facts();
    let items = &analysis.diagnostics(uri, facts).items;
    // A fix for the whole text would carry all findings along.
    let diagnostics: Vec<_> = mends.iter().take(8).filter_map(|&index| items.get(index).cloned()).collect();
    let mut action = lsp::CodeAction {
        title,
        kind: Some(kind),
        diagnostics: (!diagnostics.is_empty()).then_some(diagnostics),
        is_preferred: preferred.then_some(true),
        ..lsp::CodeAction::default()
    };
    if facts.lazy_actions {
        let chosen = Chosen { uri: uri.clone(), version: analysis.version, plan };
        action.data = serde_json::to_value(chosen).ok();
    } else {
        action.edit = Some(carry_out(session, analysis, uri, &plan)?);
    }
    Some(action.into())
}

/// The edit of an action.
fn carry_out(session: &Session, analysis: &Analysis, uri: &lsp::Uri, plan: &Todo) -> Option<lsp::WorkspaceEdit> {
    match plan {
        Todo::Draft(plan) => {
            let edits = edits(plan, &analysis.review, &analysis.text, &analysis.engine, form(analysis, uri))?;
            Some(to_proto::workspace_edit(analysis, uri, &edits, session.facts()))
        }
        Todo::SwitchOff { off } => switch_off(session, uri, off),
    }
}

/// Comments are hidden in Markdown and legible in plain text.
fn form(analysis: &Analysis, uri: &lsp::Uri) -> Form {
    let path = uri.as_str();
    let markdown = analysis.language == "markdown" || path.ends_with(".md") || path.ends_with(".markdown");
    if markdown { Form::Markdown } else { Form::Plain }
}

/// Fills in the edit of an action that was chosen.
pub(super) async fn resolve(session: &std::sync::Arc<Session>, mut action: lsp::CodeAction) -> jsonrpc::Result<lsp::CodeAction> {
    let chosen: Option<Chosen> = action.data.take().and_then(|data| serde_json::from_value(data).ok());
    let Some(chosen) = chosen else { return Ok(action) };
    let snapshot = session.snapshot(&chosen.uri).filter(|snapshot| snapshot.version == chosen.version);
    let Some(snapshot) = snapshot else { return Err(content_modified()) };
    if let Some(analysis) = session.analysis(&snapshot).await {
        action.edit = carry_out(session, &analysis, &chosen.uri, &chosen.plan);
    }
    Ok(action)
}

fn content_modified() -> jsonrpc::Error {
    jsonrpc::Error { code: jsonrpc::ErrorCode::ContentModified, message: "content modified".into(), data: None }
}

/// Writes into the nearest `hegao.toml`, or into a new one in the folder of the workspace.
fn switch_off(session: &Session, uri: &lsp::Uri, rule: &str) -> Option<lsp::WorkspaceEdit> {
    let facts = session.facts();
    let path = super::client::path(uri)?;
    let (file, text, version) = match config::Config::discover(&path) {
        Some(file) => {
            let open = lsp::Uri::from_file_path(&file).and_then(|uri| session.snapshot(&uri));
            match open {
                Some(open) => (file, String::from(&open.rope), Some(open.version)),
                None => {
                    let text = std::fs::read_to_string(&file).ok()?;
                    (file, text, None)
                }
            }
        }
        None => return create(session, &path, rule, facts),
    };
    let action = config::edit::Action::SetSeverity(rule.to_owned(), SeverityOverride::Off);
    let edits = config::edit::edit(&text, &action).ok()?;
    let lines = LineIndex::new(&text);
    let ruler = to_proto::Ruler::new(&text, &lines, facts.encoding);
    let edits: Vec<_> = edits.iter().map(|edit| ruler.edit(edit)).collect();
    let file = lsp::Uri::from_file_path(&file).filter(|_| !edits.is_empty())?;
    Some(to_proto::edit_of(file, version, edits, facts))
}

fn create(session: &Session, path: &std::path::Path, rule: &str, facts: &ClientFacts) -> Option<lsp::WorkspaceEdit> {
    if !facts.creates_files || !facts.versioned_edits {
        return None;
    }
    let folder: PathBuf = session.state().folders.iter().find(|folder| path.starts_with(folder)).cloned()?;
    let uri = lsp::Uri::from_file_path(folder.join(config::FILE_NAME))?;
    let options = lsp::CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let create = lsp::CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
    let start = lsp::Range::default();
    let edit = lsp::TextEdit::new(start, format!("[rules]\n\"{rule}\" = \"off\"\n"));
    let edit = lsp::TextDocumentEdit {
        text_document: lsp::OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: vec![lsp::OneOf::Left(edit)],
    };
    let operations = vec![lsp::DocumentChangeOperation::Op(lsp::ResourceOp::Create(create)), lsp::DocumentChangeOperation::Edit(edit)];
    Some(lsp::WorkspaceEdit { document_changes: Some(lsp::DocumentChanges::Operations(operations)), ..lsp::WorkspaceEdit::default() })
}
