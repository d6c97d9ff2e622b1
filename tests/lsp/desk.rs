//! An editor with the rich draft open in a folder of its own.

use crate::client::Client;
use crate::text::{apply, range_of};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A draft that has many things wrong.
pub(crate) const RICH: &str = include_str!("fixtures/rich.md");

/// VS Code with the draft open.
pub(crate) struct Desk {
    pub(crate) client: Client,
    pub(crate) folder: TempDir,
    /// The draft.
    pub(crate) uri: String,
    /// The settings beside it.
    pub(crate) toml: String,
    /// What the server says it can do.
    pub(crate) declared: Value,
}

impl Desk {
    /// Opens the draft, with settings beside it if there are any.
    pub(crate) fn new(settings: Option<&str>) -> Self {
        let mut desk = Self::start(settings, Value::Null, |_| ());
        desk.open(&desk.uri.clone(), RICH);
        desk
    }

    /// Starts the server in a folder, for a client that is VS Code but for some changes and has some settings of its own.
    pub(crate) fn start(settings: Option<&str>, own: Value, change: impl FnOnce(&mut Value)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = format!("file://{}", folder.path().display());
        if let Some(text) = settings {
            std::fs::write(folder.path().join("hegao.toml"), text).expect("a file");
        }
        let mut params = serde_json::from_str(&include_str!("fixtures/vscode.json").replace("ROOT", &root)).expect("the record is JSON");
        change(&mut params);
        let (mut client, declared) = Client::start_with(params, own);
        client.expect("workspace/configuration");
        client.expect("client/registerCapability");
        Self { client, folder, uri: format!("{root}/2024.md"), toml: format!("{root}/hegao.toml"), declared }
    }

    /// Opens a text.
    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
        self.client.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    /// Replaces the whole text of a document.
    pub(crate) fn replace(&mut self, version: i64, text: &str) {
        let change = json!({"textDocument": {"uri": self.uri, "version": version}, "contentChanges": [{"text": text}]});
        self.client.notify("textDocument/didChange", change);
    }

    /// Asks about the draft as a whole.
    pub(crate) fn ask(&mut self, method: &str) -> Value {
        self.client.request(method, json!({"textDocument": {"uri": self.uri}}))
    }

    /// Asks about the place where some words begin.
    pub(crate) fn ask_at(&mut self, method: &str, words: &str) -> Value {
        let place = range_of(RICH, words, 0)["start"].clone();
        let context = json!({"includeDeclaration": true});
        self.client.request(method, json!({"textDocument": {"uri": self.uri}, "position": place, "context": context}))
    }

    /// The actions for a range; `only` is a kind or nothing.
    pub(crate) fn actions(&mut self, range: &Value, only: &str) -> Vec<Value> {
        let mut context = json!({"diagnostics": [], "triggerKind": 1});
        if !only.is_empty() {
            context["only"] = json!([only]);
        }
        let params = json!({"textDocument": {"uri": self.uri}, "range": range, "context": context});
        self.client.request("textDocument/codeAction", params).as_array().cloned().unwrap_or_default()
    }

    /// The action at some words whose title holds others, with its edit.
    pub(crate) fn chosen(&mut self, words: &str, title: &str) -> Value {
        let range = range_of(RICH, words, 0);
        let cursor = json!({"start": range["start"], "end": range["start"]});
        self.chosen_in(&cursor, title)
    }

    /// The same for a range.
    pub(crate) fn chosen_in(&mut self, range: &Value, title: &str) -> Value {
        let all = self.actions(range, "");
        let found = all.iter().find(|action| action["title"].as_str().is_some_and(|text| text.contains(title)));
        let action = found.unwrap_or_else(|| panic!("no action {title}: {all:#?}")).clone();
        assert!(action["edit"].is_null(), "edits come when an action is chosen: {action}");
        self.client.request("codeAction/resolve", action)
    }

    /// The draft as an action leaves it.
    pub(crate) fn after(&mut self, words: &str, title: &str) -> String {
        let action = self.chosen(words, title);
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": self.uri, "version": 1}));
        apply(RICH, &change["edits"])
    }

    /// The codes of the findings as they are now.
    pub(crate) fn codes(&mut self) -> Vec<String> {
        let report = self.ask("textDocument/diagnostic");
        report["items"].as_array().expect("findings").iter().map(|item| item["code"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Reads what belongs to a change of settings.
    pub(crate) fn refreshed(&mut self) {
        for what in ["diagnostic", "inlayHint", "codeLens", "semanticTokens"] {
            self.client.expect(&format!("workspace/{what}/refresh"));
        }
    }

    /// Closes the draft and says goodbye.
    pub(crate) fn leave(mut self) {
        self.ask("hegao/checklist");
        self.client.notify("textDocument/didClose", json!({"textDocument": {"uri": self.uri}}));
        // The status of the last change may come at any time after it.
        self.client.finish_after(&["hegao/status"]);
    }
}
