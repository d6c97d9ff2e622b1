//! Completion: the core says what is typed where; here it is only worded. What there is to read about an item is fetched when it is looked at.

use super::analysis::Analysis;
use super::client::ClientFacts;
use super::from_proto;
use super::session::Session;
use hegao_core::assist::completion::{self, Completion, CompletionKind, Options, TRIGGERS};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tower_lsp::ls_types as lsp;

/// What the server can do.
pub(super) fn options() -> lsp::CompletionOptions {
    lsp::CompletionOptions {
        resolve_provider: Some(true),
        trigger_characters: Some(TRIGGERS.iter().map(|&trigger| trigger.to_owned()).collect()),
        ..lsp::CompletionOptions::default()
    }
}

/// What an item needs to be explained later.
#[derive(Debug, Serialize, Deserialize)]
struct About {
    uri: lsp::Uri,
    id: String,
}

/// The items for a place.
pub(super) fn complete(analysis: &Analysis, params: &lsp::CompletionParams, facts: &ClientFacts) -> lsp::CompletionResponse {
    let at = &params.text_document_position;
    let offset = from_proto::offset(analysis, at.position);
    let trigger = params.context.as_ref().and_then(|context| context.trigger_character.as_ref()).and_then(|text| text.chars().next());
    let options = Options { snippets: facts.snippets, lang: analysis.lang };
    let items = completion::complete(&analysis.engine, &analysis.review, &analysis.text, offset, trigger, &options);
    let items: Vec<_> = items.into_iter().map(|it| item(analysis, &at.text_document.uri, it)).collect();
    // What is offered hangs on all that stands before the cursor: the client asks again at each key. Where nothing is, nothing will be.
    lsp::CompletionResponse::List(lsp::CompletionList { is_incomplete: !items.is_empty(), items })
}

fn item(analysis: &Analysis, uri: &lsp::Uri, it: Completion) -> lsp::CompletionItem {
    let about = it.id.map(|id| About { uri: uri.clone(), id });
    lsp::CompletionItem {
        label: it.label,
        kind: Some(match it.kind {
            CompletionKind::Section => lsp::CompletionItemKind::MODULE,
            CompletionKind::Topic => lsp::CompletionItemKind::SNIPPET,
            CompletionKind::Reference => lsp::CompletionItemKind::REFERENCE,
            CompletionKind::Number => lsp::CompletionItemKind::CONSTANT,
            CompletionKind::Value => lsp::CompletionItemKind::VALUE,
        }),
        detail: Some(it.detail).filter(|detail| !detail.is_empty()),
        filter_text: Some(it.filter_text),
        sort_text: Some(it.sort_text),
        preselect: it.preselect.then_some(true),
        insert_text_format: Some(if it.snippet { lsp::InsertTextFormat::SNIPPET } else { lsp::InsertTextFormat::PLAIN_TEXT }),
        text_edit: Some(lsp::CompletionTextEdit::Edit(analysis.ruler().edit(&it.edit))),
        data: about.and_then(|about| serde_json::to_value(about).ok()),
        ..lsp::CompletionItem::default()
    }
}

/// Adds what there is to read about an item.
pub(super) async fn resolve(session: &Arc<Session>, mut item: lsp::CompletionItem) -> lsp::CompletionItem {
    let about: Option<About> = item.data.as_ref().and_then(|data| serde_json::from_value(data.clone()).ok());
    let Some(about) = about else { return item };
    let Some(snapshot) = session.snapshot(&about.uri) else { return item };
    if let Some(analysis) = session.analysis(&snapshot).await
        && let Some(value) = completion::documentation(&analysis.engine, &about.id, analysis.lang)
    {
        item.documentation = Some(lsp::Documentation::MarkupContent(lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value }));
    }
    item
}
