//! Links, and settings that are written from the editor, by what they change. `--nocapture` shows what was seen.

use crate::desk::{Desk, RICH};
use crate::text::{apply, range_of, under};
use serde_json::{Value, json};

fn row(capability: &str, evidence: &str) {
    println!("{capability:<44} {evidence}");
}

#[test]
fn links_lead_within_the_draft_and_to_known_pages_only() {
    let page = "https://www.example.gov.cn/yfxz";
    let settings = format!("[[references]]\ntitle = \"临水县依法行政办法\"\nurl = \"{page}\"\n");
    let mut desk = Desk::new(Some(&settings));
    let links = desk.ask("textDocument/documentLink");
    let seen: Vec<(&str, String)> = links
        .as_array()
        .expect("links")
        .iter()
        .map(|link| (under(RICH, &link["range"]), link["target"].as_str().unwrap_or_default().replace(&desk.uri, "")))
        .collect();
    let expected = [
        ("《临水县依法行政办法》", page.to_owned()),
        ("附件2", "#L20".to_owned()),
        ("第三部分", "#L13".to_owned()),
        ("《办法》", "#L3".to_owned()),
    ];
    assert_eq!(seen, expected);
    row("documentLink", &format!("{seen:?}"));
    desk.leave();
}

#[test]
fn settings_are_written_where_they_count() {
    let mut desk = Desk::new(Some("# 本县\n[rules]\n"));
    let file = |desk: &Desk| std::fs::read_to_string(desk.folder.path().join("hegao.toml")).expect("a file");
    let written = |desk: &mut Desk, action: &Value| {
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"]["uri"], desk.toml);
        let text = apply(&file(desk), &change["edits"]);
        std::fs::write(desk.folder.path().join("hegao.toml"), &text).expect("a file");
        desk.client.notify("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": desk.toml, "type": 2}]}));
        desk.refreshed();
        text
    };
    assert!(desk.codes().contains(&"structure/placeholder".to_owned()));
    let action = desk.chosen("××镇", "关闭 structure/placeholder");
    assert_eq!(written(&mut desk, &action), "# 本县\n[rules]\n\"structure/placeholder\" = \"off\"\n");
    assert!(!desk.codes().contains(&"structure/placeholder".to_owned()));
    row("codeAction: switch a rule off", "[rules] \"structure/placeholder\" = \"off\"");
    let action = desk.chosen("依法行政办法", "加入 hegao.toml 的本地文件");
    let text = written(&mut desk, &action);
    assert!(text.ends_with("[[references]]\ntitle = \"临水县依法行政办法\"\n"), "{text}");
    row("codeAction: add a local document", "[[references]] title = \"临水县依法行政办法\"");
    let action = desk.chosen_in(&range_of(RICH, "法治政府建设实施纲要（2015—2020年）", 0), "本地专名");
    let text = written(&mut desk, &action);
    assert!(text.contains("dictionary = [\"法治政府建设实施纲要（2015—2020年）\"]"), "{text}");
    assert!(!desk.codes().contains(&"reference/plan-over".to_owned()));
    row("codeAction: add a name", "dictionary");
    let action = desk.chosen("30件", "在此文件中忽略 arithmetic/partition");
    assert_eq!(action["command"]["command"], "hegao.showSettings");
    let text = written(&mut desk, &action);
    assert!(text.contains("[[ignore]]\npaths = [\"/2024.md\"]\nrules = [\"arithmetic/partition\"]\nreason = \"\"\n"), "{text}");
    assert!(desk.codes().contains(&"arithmetic/partition".to_owned()), "without a reason nothing is ignored");
    assert!(!desk.codes().contains(&"reference/plan-over".to_owned()), "what was right before stays in force");
    desk.client.expect("window/showMessage");
    let command = json!({"command": "hegao.showSettings", "arguments": action["command"]["arguments"]});
    desk.client.request("workspace/executeCommand", command);
    let shown = desk.client.expect("window/showDocument");
    assert_eq!(shown["uri"], desk.toml);
    let reason = text.lines().position(|line| line == "reason = \"\"").expect("the line");
    assert_eq!(shown["selection"]["start"], json!({"line": reason, "character": 10}));
    // The reason is typed in the editor: it counts at once, saved or not.
    let document = json!({"uri": desk.toml, "languageId": "toml", "version": 1, "text": text});
    desk.client.notify("textDocument/didOpen", json!({"textDocument": document}));
    let broken = desk.client.request("textDocument/diagnostic", json!({"textDocument": {"uri": desk.toml}}));
    assert_eq!(broken["items"][0]["range"]["start"], json!({"line": reason, "character": 9}), "{broken}");
    let told = text.replace("reason = \"\"", "reason = \"口径另行说明\"");
    let change = json!({"textDocument": {"uri": desk.toml, "version": 2}, "contentChanges": [{"text": told}]});
    desk.client.notify("textDocument/didChange", change);
    desk.refreshed();
    assert!(!desk.codes().contains(&"arithmetic/partition".to_owned()));
    row("codeAction: ignore in this file", "[[ignore]] with a reason, unsaved text counts");
    // Closed without saving: what is on disk counts again.
    desk.client.notify("textDocument/didClose", json!({"textDocument": {"uri": desk.toml}}));
    desk.refreshed();
    assert!(desk.codes().contains(&"arithmetic/partition".to_owned()));
    desk.client.expect("window/showMessage");
    desk.client.take("hegao/status");
    desk.leave();
}

#[test]
fn settings_are_made_where_there_are_none() {
    let mut desk = Desk::new(None);
    let action = desk.chosen("30件", "关闭 arithmetic/partition");
    let changes = &action["edit"]["documentChanges"];
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(desk.toml)));
    assert_eq!(changes[1]["edits"][0]["newText"], "[rules]\n\"arithmetic/partition\" = \"off\"\n");
    row("codeAction: a new hegao.toml", "create, then its first lines");
    desk.leave();
}
