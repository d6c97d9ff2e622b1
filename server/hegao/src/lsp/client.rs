//! What the client can do, read once from `initialize`.

use hegao_core::Lang;
use hegao_core::text::Encoding;
use serde_json::Value;
use std::path::PathBuf;
use tower_lsp::ls_types::{InitializeParams, PositionEncodingKind, Uri};

/// What the client can do and wants.
#[derive(Clone, Debug)]
pub(super) struct ClientFacts {
    /// The unit in which columns are counted.
    pub(super) encoding: Encoding,
    /// The language that its locale asks for.
    pub(super) lang: Lang,
    /// Whether it pulls diagnostics; then none are pushed.
    pub(super) pull: bool,
    /// Whether diagnostics may point to other places.
    pub(super) related: bool,
    /// Whether completions may hold tab stops.
    pub(super) snippets: bool,
    /// Whether the edit of a code action may be asked for later.
    pub(super) lazy_actions: bool,
    /// Whether edits may name the version that they are for.
    pub(super) versioned_edits: bool,
    /// Whether an edit may create a file.
    pub(super) creates_files: bool,
    /// Whether it shows a document when asked to.
    pub(super) shows_documents: bool,
    /// Whether symbols may be a tree.
    pub(super) symbol_tree: bool,
    /// Whether it answers `workspace/configuration`.
    pub(super) answers_configuration: bool,
    /// Whether it takes a registration for changed settings.
    pub(super) registers_configuration: bool,
    /// Whether it watches files for the server.
    pub(super) watches: bool,
    /// Whether it wants `hegao/status`.
    pub(super) status: bool,
    /// What it asks again when told to.
    pub(super) refresh: Refresh,
}

/// What the client asks again when told to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Refresh {
    pub(super) diagnostics: bool,
    pub(super) inlay_hints: bool,
    pub(super) code_lenses: bool,
    pub(super) tokens: bool,
}

impl ClientFacts {
    /// Reads them. What a client does not say it cannot do.
    pub(super) fn read(params: &InitializeParams) -> Self {
        let capabilities = &params.capabilities;
        let text = capabilities.text_document.as_ref();
        let workspace = capabilities.workspace.as_ref();
        let diagnostics = text.and_then(|text| text.diagnostic.as_ref());
        let publish = text.and_then(|text| text.publish_diagnostics.as_ref());
        let edit = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let action = text.and_then(|text| text.code_action.as_ref());
        let lazy = action.and_then(|action| action.resolve_support.as_ref());
        let item = text.and_then(|text| text.completion.as_ref()).and_then(|completion| completion.completion_item.as_ref());
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let yes = |flag: Option<bool>| flag.unwrap_or(false);
        Self {
            encoding: encoding(params),
            lang: params.locale.as_deref().filter(|locale| locale.to_ascii_lowercase().starts_with("en")).map_or(Lang::Zh, |_| Lang::En),
            pull: diagnostics.is_some(),
            related: yes(publish.and_then(|publish| publish.related_information))
                || yes(diagnostics.and_then(|diagnostics| diagnostics.related_information)),
            snippets: yes(item.and_then(|item| item.snippet_support)),
            lazy_actions: lazy.is_some_and(|lazy| lazy.properties.iter().any(|property| property == "edit"))
                && yes(action.and_then(|action| action.data_support)),
            versioned_edits: yes(edit.and_then(|edit| edit.document_changes)),
            creates_files: edit
                .and_then(|edit| edit.resource_operations.as_ref())
                .is_some_and(|operations| operations.contains(&tower_lsp::ls_types::ResourceOperationKind::Create)),
            shows_documents: capabilities.window.as_ref().and_then(|window| window.show_document.as_ref()).is_some_and(|show| show.support),
            symbol_tree: yes(symbols.and_then(|symbols| symbols.hierarchical_document_symbol_support)),
            answers_configuration: yes(workspace.and_then(|workspace| workspace.configuration)),
            registers_configuration: yes(workspace
                .and_then(|workspace| workspace.did_change_configuration.as_ref())
                .and_then(|change| change.dynamic_registration)),
            watches: yes(workspace
                .and_then(|workspace| workspace.did_change_watched_files.as_ref())
                .and_then(|watched| watched.dynamic_registration)),
            status: option(params, "statusNotifications").and_then(Value::as_bool).unwrap_or(false),
            refresh: Refresh {
                diagnostics: yes(workspace.and_then(|w| w.diagnostics.as_ref()).and_then(|it| it.refresh_support)),
                inlay_hints: yes(workspace.and_then(|w| w.inlay_hint.as_ref()).and_then(|it| it.refresh_support)),
                code_lenses: yes(workspace.and_then(|w| w.code_lens.as_ref()).and_then(|it| it.refresh_support)),
                tokens: yes(workspace.and_then(|w| w.semantic_tokens.as_ref()).and_then(|it| it.refresh_support)),
            },
        }
    }
}

/// An entry of the initialization options.
fn option<'a>(params: &'a InitializeParams, key: &str) -> Option<&'a Value> {
    params.initialization_options.as_ref()?.get(key)
}

/// The first of the client's encodings that is known; UTF-16 where it names none.
fn encoding(params: &InitializeParams) -> Encoding {
    let offered = params.capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    let known = |kind: &PositionEncodingKind| match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    };
    offered.and_then(|kinds| kinds.iter().find_map(known)).unwrap_or(Encoding::Utf16)
}

/// The folders that the client has opened.
pub(super) fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    #[allow(deprecated, reason = "clients from before workspace folders send only the root")]
    let root = params.root_uri.as_ref();
    match &params.workspace_folders {
        Some(folders) => folders.iter().filter_map(|folder| path(&folder.uri)).collect(),
        None => root.and_then(path).into_iter().collect(),
    }
}

/// The path of a file on disk; `None` for an untitled buffer and the like.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    uri.scheme().as_str().eq_ignore_ascii_case("file").then(|| uri.to_file_path().map(|path| path.into_owned()))?
}
