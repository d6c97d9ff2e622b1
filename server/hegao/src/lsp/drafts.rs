//! `hegao/newDraft` and `hegao/exportReview`: where a draft begins, and where it goes.

use super::analysis::Analysis;
use super::client;
use super::session::Session;
use crate::cli::output::{Reviewed, html};
use hegao_core::catalogue::IssuerKind;
use hegao_core::catalogue::templates::{Known, Style};
use serde::Deserialize;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::Uri;

/// The parameters of `hegao/newDraft`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NewDraft {
    /// The profile.
    profile: String,
    /// Who issues it.
    #[serde(default)]
    issuer: String,
    /// What kind of body that is.
    #[serde(default)]
    issuer_kind: Option<String>,
    /// The year that it reports on.
    year: i16,
}

/// A fresh draft: a snippet where the client can, else plain text with `××` to be filled in.
pub(super) fn new_draft(session: &Session, params: &NewDraft) -> Result<Value> {
    let kind = params.issuer_kind.as_deref().and_then(IssuerKind::named);
    let issuer = Some(params.issuer.trim()).filter(|issuer| !issuer.is_empty());
    let known = Known { issuer, kind, year: Some(params.year), half: false };
    let folder = session.state().folders.first().cloned();
    let settings = session.settings_for(folder.as_deref());
    let lang = session.facts().lang;
    let reviewer = match folder {
        Some(folder) => session.engines.reviewer(&folder.join("untitled"), &settings, lang).0,
        None => session.engines.plain(&settings, lang),
    };
    let snippet = session.facts().snippets;
    let style = if snippet { Style::Snippet } else { Style::Plain };
    let text = reviewer.engine.catalogue().templates.draft(&params.profile, known, style);
    let text = text.ok_or_else(|| Error::invalid_params(format!("there is no template for the profile {}", params.profile)))?;
    Ok(json!({"text": text, "snippet": snippet}))
}

/// The review as a page.
pub(super) fn export(analysis: &Analysis, uri: &Uri) -> Value {
    let name = client::path(uri).and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let file = Reviewed {
        path: name.unwrap_or_else(|| uri.as_str().to_owned()),
        text: analysis.text.clone(),
        lines: analysis.lines.clone(),
        review: analysis.review.clone(),
        notes: analysis.compared(),
        last_year: analysis.last_year.as_ref().map(|evidence| std::sync::Arc::clone(&evidence.report)),
    };
    json!({"html": html::single(&file, analysis.lang)})
}
