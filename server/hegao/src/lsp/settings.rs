//! Code actions that write into `hegao.toml`: into the nearest one, or into a new one in the folder of the workspace.

use super::analysis::Analysis;
use super::client;
use super::session::Session;
use super::to_proto;
use crate::config::edit::{Action, edit};
use crate::config::{Config, FILE_NAME};
use hegao_core::assist::names;
use hegao_core::text::{LineIndex, Span};
use hegao_core::{LocalReference, SeverityOverride, say};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::ls_types as lsp;

/// The command that shows where something is left to be written in a file of settings.
pub(super) const SHOW: &str = "hegao.showSettings";

/// Something to write into the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "write", rename_all = "camelCase")]
pub(super) enum Change {
    /// Switch a rule off for one file.
    IgnoreIn {
        /// The id of the rule.
        rule: String,
    },
    /// Switch a rule off.
    SwitchOff {
        /// The id of the rule.
        rule: String,
    },
    /// Add a name to the dictionary.
    AddName {
        /// The name.
        name: String,
    },
    /// Add a document that the catalogue does not know.
    AddReference {
        /// Its title.
        title: String,
        /// Its number, where the draft has one.
        number: Option<String>,
    },
}

/// What can be written about a part of the draft, with the words for the menu and the findings that it mends.
pub(super) fn offers(analysis: &Analysis, span: Span) -> Vec<(String, Change, Vec<usize>)> {
    let lang = analysis.lang;
    let mut out = Vec::new();
    for name in names::names(&analysis.review, &analysis.text, span) {
        let (word, mends) = (name.name, name.mends);
        let title = say!(lang, "将“{word}”加入 hegao.toml 的本地专名", "Add “{word}” to the names in hegao.toml");
        out.push((title, Change::AddName { name: word }, mends));
    }
    for (title, number) in names::unknown(&analysis.review, &analysis.text, span) {
        let words = say!(lang, "将《{title}》加入 hegao.toml 的本地文件", "Add 《{title}》 to the documents in hegao.toml");
        out.push((words, Change::AddReference { title, number }, Vec::new()));
    }
    let meets = |place: Span| place.start <= span.end && span.start <= place.end;
    let mut rules: Vec<&str> = Vec::new();
    for (index, finding) in analysis.review.findings.iter().enumerate().filter(|(_, finding)| meets(finding.span)) {
        if rules.contains(&finding.rule) {
            continue;
        }
        rules.push(finding.rule);
        let rule = finding.rule.to_owned();
        let title = say!(lang, "在此文件中忽略 {rule}（写入 hegao.toml）", "Ignore {rule} in this file (hegao.toml)");
        out.push((title, Change::IgnoreIn { rule: rule.clone() }, vec![index]));
        let title = say!(lang, "关闭 {rule}（写入 hegao.toml）", "Switch {rule} off (hegao.toml)");
        out.push((title, Change::SwitchOff { rule }, vec![index]));
    }
    out
}

/// The file of settings that counts for a draft, or the one that would.
fn file_for(session: &Session, draft: &Path) -> Option<(PathBuf, bool)> {
    if let Some(file) = Config::discover(draft) {
        return Some((file, true));
    }
    let folder = session.state().folders.iter().find(|folder| draft.starts_with(folder)).cloned();
    Some((folder.as_deref().or(draft.parent())?.join(FILE_NAME), false))
}

/// The edit that carries a change out; none where there is nothing to do, or no file to do it in.
pub(super) fn carry_out(session: &Session, uri: &lsp::Uri, change: &Change) -> Option<lsp::WorkspaceEdit> {
    let facts = session.facts();
    let draft = client::path(uri)?;
    let (file, there) = file_for(session, &draft)?;
    let action = action(change, file.parent()?, &draft)?;
    let target = lsp::Uri::from_file_path(&file)?;
    if !there {
        let text = edit("", &action).ok()?.into_iter().map(|edit| edit.text).collect::<String>();
        return facts.creates_files.then(|| to_proto::new_file(target, text));
    }
    let (text, version) = text_of(session, &target, &file)?;
    let edits = edit(&text, &action).ok().filter(|edits| !edits.is_empty())?;
    let lines = LineIndex::new(&text);
    let ruler = to_proto::Ruler::new(&text, &lines, facts.encoding);
    let edits = edits.iter().map(|edit| ruler.edit(edit)).collect();
    Some(to_proto::edit_of(target, version, edits, facts))
}

/// What follows the edit: where the writer has something to add, the place is shown.
pub(super) fn command(session: &Session, uri: &lsp::Uri, change: &Change, title: &str) -> Option<lsp::Command> {
    let asks = matches!(change, Change::IgnoreIn { .. } | Change::AddReference { .. });
    if !asks || !session.facts().shows_documents {
        return None;
    }
    let (file, _) = file_for(session, &client::path(uri)?)?;
    let target = lsp::Uri::from_file_path(file)?;
    Some(lsp::Command { title: title.to_owned(), command: SHOW.to_owned(), arguments: Some(vec![json!(target.as_str())]) })
}

/// Has the client show the place of a file of settings where something is missing: an empty reason, else its end.
pub(super) fn show(session: &Arc<Session>, target: lsp::Uri) {
    let session = Arc::clone(session);
    tokio::spawn(async move {
        let file = client::path(&target);
        let text = file.and_then(|file| text_of(&session, &target, &file)).map(|(text, _)| text).unwrap_or_default();
        const EMPTY: &str = "reason = \"\"";
        let place = text.find(EMPTY).map_or(text.trim_end().len(), |at| at + EMPTY.len() - 1);
        let lines = LineIndex::new(&text);
        let range = to_proto::Ruler::new(&text, &lines, session.facts().encoding).range(Span::at(place));
        let params = lsp::ShowDocumentParams { uri: target, external: Some(false), take_focus: Some(true), selection: Some(range) };
        if let Err(error) = session.client.show_document(params).await {
            tracing::warn!("window/showDocument: {error}");
        }
    });
}

fn action(change: &Change, root: &Path, draft: &Path) -> Option<Action> {
    Some(match change {
        Change::IgnoreIn { rule } => Action::IgnoreIn(Config::pattern(root, draft)?, rule.clone()),
        Change::SwitchOff { rule } => Action::SetSeverity(rule.clone(), SeverityOverride::Off),
        Change::AddName { name } => Action::AddWord(name.clone()),
        Change::AddReference { title, number } => {
            Action::AddReference(LocalReference { title: title.clone(), number: number.clone(), ..LocalReference::default() })
        }
    })
}

/// The text of a file, as it is open in the editor or else on disk, with its version where it is open.
fn text_of(session: &Session, uri: &lsp::Uri, file: &Path) -> Option<(String, Option<i32>)> {
    match session.snapshot(uri) {
        Some(open) => Some((String::from(&open.rope), Some(open.version))),
        None => Some((std::fs::read_to_string(file).ok()?, None)),
    }
}

/// The argument of [`SHOW`].
pub(super) fn target(arguments: &[Value]) -> Option<lsp::Uri> {
    arguments.first()?.as_str()?.parse().ok()
}
