//! Code actions: listed at once, their edits computed when one is chosen (where the client can wait for them).

use super::analysis::Analysis;
use super::session::Session;
use super::settings::{self, Change};
use super::{from_proto, to_proto};
use hegao_core::assist::actions::{ActionKind, Plan, actions, edits, fix_all};
use hegao_core::suppress::Form;
use serde::{Deserialize, Serialize};
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
    /// Something in `hegao.toml`.
    Settings(Change),
}

/// What can be done about a range.
pub(super) fn list(session: &Session, analysis: &Analysis, params: &lsp::CodeActionParams) -> lsp::CodeActionResponse {
    let uri = &params.text_document.uri;
    let only = params.context.only.as_deref();
    let wanted = |kind: &str| only.is_none_or(|only| only.iter().any(|only| within(kind, only.as_str())));
    let span = from_proto::span(analysis, params.range);
    let mut all = actions(&analysis.review, &analysis.text, span, analysis.lang);
    all.extend(fix_all(&analysis.review, analysis.lang));
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
    // What is on no disk has no name by which a file of settings could mean it.
    if wanted(KINDS[0].as_str()) && super::client::path(uri).is_some() {
        for (title, change, mends) in settings::offers(analysis, span) {
            out.extend(offer(session, analysis, uri, title, KINDS[0].clone(), false, &mends, Todo::Settings(change)));
        }
    }
    out
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
    if let Todo::Settings(change) = &plan {
        action.command = settings::command(session, uri, change, &action.title);
    }
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
        Todo::Settings(change) => settings::carry_out(session, uri, change),
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
