//! The `initialize` of real editors, replayed.

use crate::client::Client;
use crate::text::DRAFT;
use serde_json::{Value, json};

fn recorded(text: &str, root: &str) -> Value {
    serde_json::from_str(&text.replace("ROOT", root)).expect("the record is JSON")
}

#[test]
fn vs_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = format!("file://{}", folder.path().display());
    std::fs::write(folder.path().join("closed.md"), DRAFT).expect("a file");
    std::fs::write(folder.path().join("notes.md"), "一些笔记。\n").expect("a file");
    let gb18030 = hegao_formats::Encoding { name: "gb18030", bom: false };
    std::fs::write(folder.path().join("old.txt"), hegao_formats::encode_text(DRAFT, &gb18030).expect("it can be written")).expect("a file");
    std::fs::write(folder.path().join("hegao.toml"), "profil = 1\n").expect("a file");
    let (mut client, capabilities) = Client::start(recorded(include_str!("fixtures/vscode.json"), &root));
    assert_eq!(capabilities["positionEncoding"], "utf-16");
    assert_eq!(capabilities["diagnosticProvider"]["workspaceDiagnostics"], true);
    client.settings = json!({"language": "en", "inlayHints": {"computed": true, "holds": true}});
    let asked = client.expect("workspace/configuration");
    assert_eq!(asked["items"][0]["section"], "hegao");
    let registered = client.expect("client/registerCapability");
    let methods: Vec<_> = registered["registrations"].as_array().expect("a list").iter().map(|one| one["method"].clone()).collect();
    assert_eq!(methods, ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
    let uri = format!("{root}/open.md");
    let document = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": DRAFT});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    let pull = |client: &mut Client, previous: Value| {
        client
            .request("textDocument/diagnostic", json!({"textDocument": {"uri": uri}, "identifier": "hegao", "previousResultId": previous}))
    };
    let report = pull(&mut client, Value::Null);
    let items = report["items"].as_array().expect("findings");
    let rate = items.iter().find(|item| item["code"] == "arithmetic/rate").expect("the rate is wrong");
    assert!(rate["message"].as_str().is_some_and(|text| text.contains("1209 ÷ 1240 = 97.50%") && !text.contains("应为")), "{rate}");
    // The same text again: the same result, in one word.
    let again = pull(&mut client, report["resultId"].clone());
    assert_eq!(again, json!({"kind": "unchanged", "resultId": report["resultId"]}));
    // What is wrong with the settings is said once.
    let message = client.expect("window/showMessage")["message"].to_string();
    assert!(message.contains("hegao.toml:1:1") && message.contains("profil"), "{message}");
    // The status bar hears of it.
    let status = client.expect("hegao/status");
    assert_eq!((&status["uri"], &status["recognised"]), (&json!(uri), &json!(true)));
    assert_eq!(status["summary"]["relations"]["broken"], 2, "{status}");
    // The whole workspace, with progress.
    let params = json!({"previousResultIds": [], "workDoneToken": "w1", "identifier": "hegao"});
    let report = client.request("workspace/diagnostic", params);
    let found: Vec<(&str, usize)> = report["items"]
        .as_array()
        .expect("reports")
        .iter()
        .map(|item| (item["uri"].as_str().expect("a uri"), item["items"].as_array().map_or(0, Vec::len)))
        .collect();
    let names: Vec<_> = found.iter().map(|(uri, count)| (uri.rsplit('/').next().unwrap_or(uri), *count > 0)).collect();
    assert_eq!(names, [("open.md", true), ("closed.md", true), ("hegao.toml", true), ("notes.md", false), ("old.txt", true)]);
    let kinds: Vec<_> = (0..6).map(|_| client.expect("$/progress")["value"]["kind"].clone()).collect();
    assert_eq!(kinds, ["begin", "report", "report", "report", "report", "end"]);
    // Changed settings: everything is asked for again.
    client.settings = json!({"language": "zh", "severity": {"arithmetic/rate": "off"}});
    client.notify("workspace/didChangeConfiguration", json!({"settings": null}));
    client.expect("workspace/configuration");
    for refresh in
        ["workspace/diagnostic/refresh", "workspace/inlayHint/refresh", "workspace/codeLens/refresh", "workspace/semanticTokens/refresh"]
    {
        client.expect(refresh);
    }
    let report = pull(&mut client, Value::Null);
    assert!(report["items"].as_array().expect("findings").iter().all(|item| item["code"] != "arithmetic/rate"));
    client.request("hegao/checklist", json!({"textDocument": {"uri": uri}}));
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    // The status of the last settings may come at any time after they have changed.
    client.finish_after(&["hegao/status"]);
}

#[test]
fn neovim_0_10() {
    neovim(include_str!("fixtures/neovim-0.10.json"));
}

#[test]
fn neovim_0_12() {
    neovim(include_str!("fixtures/neovim-0.12.json"));
}

fn neovim(record: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = format!("file://{}", folder.path().display());
    std::fs::write(folder.path().join("hegao.toml"), "[rules]\n\"arithmetic/rate\" = \"off\"\n").expect("a file");
    let (mut client, capabilities) = Client::start(recorded(record, &root));
    assert_eq!(capabilities["positionEncoding"], "utf-8", "our configuration asks for bytes");
    client.expect("workspace/configuration");
    let uri = format!("{root}/2024.md");
    let document = json!({"uri": uri, "languageId": "markdown", "version": 0, "text": DRAFT});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    let pull = |client: &mut Client| client.request("textDocument/diagnostic", json!({"textDocument": {"uri": uri}}));
    let rates =
        |report: &Value| report["items"].as_array().expect("findings").iter().filter(|item| item["code"] == "arithmetic/rate").count();
    assert_eq!(rates(&pull(&mut client)), 0, "hegao.toml has switched it off");
    // Neovim watches no files where that is dear, and says so: the next edit sees the new settings.
    std::fs::write(folder.path().join("hegao.toml"), "profile = \"annual-report\"\n").expect("a file");
    let end = json!({"line": 99, "character": 0});
    let change =
        json!({"textDocument": {"uri": uri, "version": 1}, "contentChanges": [{"range": {"start": end, "end": end}, "text": "\n"}]});
    client.notify("textDocument/didChange", change);
    assert_eq!(rates(&pull(&mut client)), 1);
    // An open file of settings shows its own errors.
    let toml = format!("{root}/hegao.toml");
    let document = json!({"uri": toml, "languageId": "toml", "version": 0, "text": "profil = \"x\"\n"});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    let report = client.request("textDocument/diagnostic", json!({"textDocument": {"uri": toml}}));
    assert!(report["items"][0]["message"].as_str().is_some_and(|text| text.contains("profile")), "{report}");
    client.request("hegao/checklist", json!({"textDocument": {"uri": uri}}));
    client.finish();
}
