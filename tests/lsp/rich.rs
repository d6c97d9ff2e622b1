//! What an editor can do with a draft that has many things wrong: each action by the text that it leaves behind, links by where they
//! lead, settings by what they change. `--nocapture` shows the table.

use crate::client::Client;
use crate::text::{apply, range_of, under};
use serde_json::{Value, json};
use tempfile::TempDir;

const RICH: &str = include_str!("fixtures/rich.md");

/// VS Code with the draft open in a folder of its own.
struct Desk {
    client: Client,
    folder: TempDir,
    uri: String,
    toml: String,
}

impl Desk {
    fn new(settings: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = format!("file://{}", folder.path().display());
        if let Some(text) = settings {
            std::fs::write(folder.path().join("hegao.toml"), text).expect("a file");
        }
        let params = include_str!("fixtures/vscode.json").replace("ROOT", &root);
        let (mut client, _) = Client::start(serde_json::from_str(&params).expect("the record is JSON"));
        client.expect("workspace/configuration");
        client.expect("client/registerCapability");
        let uri = format!("{root}/2024.md");
        let document = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": RICH});
        client.notify("textDocument/didOpen", json!({"textDocument": document}));
        Self { client, folder, uri, toml: format!("{root}/hegao.toml") }
    }

    fn ask(&mut self, method: &str) -> Value {
        self.client.request(method, json!({"textDocument": {"uri": self.uri}}))
    }

    fn actions(&mut self, range: &Value, only: &str) -> Vec<Value> {
        let mut context = json!({"diagnostics": [], "triggerKind": 1});
        if !only.is_empty() {
            context["only"] = json!([only]);
        }
        let params = json!({"textDocument": {"uri": self.uri}, "range": range, "context": context});
        self.client.request("textDocument/codeAction", params).as_array().cloned().unwrap_or_default()
    }

    /// The action at some words whose title holds others, with its edit.
    fn chosen(&mut self, words: &str, title: &str) -> Value {
        let range = range_of(RICH, words, 0);
        let cursor = json!({"start": range["start"], "end": range["start"]});
        self.chosen_in(&cursor, title)
    }

    fn chosen_in(&mut self, range: &Value, title: &str) -> Value {
        let all = self.actions(range, "");
        let found = all.iter().find(|action| action["title"].as_str().is_some_and(|text| text.contains(title)));
        let action = found.unwrap_or_else(|| panic!("no action {title}: {all:#?}")).clone();
        assert!(action["edit"].is_null(), "edits come when an action is chosen: {action}");
        self.client.request("codeAction/resolve", action)
    }

    /// The draft as an action leaves it.
    fn after(&mut self, words: &str, title: &str) -> String {
        let action = self.chosen(words, title);
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": self.uri, "version": 1}));
        apply(RICH, &change["edits"])
    }

    /// The codes of the findings as they are now.
    fn codes(&mut self) -> Vec<String> {
        let report = self.ask("textDocument/diagnostic");
        report["items"].as_array().expect("findings").iter().map(|item| item["code"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Reads what belongs to a change of settings.
    fn refreshed(&mut self) {
        for what in ["diagnostic", "inlayHint", "codeLens", "semanticTokens"] {
            self.client.expect(&format!("workspace/{what}/refresh"));
        }
    }

    fn leave(mut self) {
        self.ask("hegao/checklist");
        self.client.notify("textDocument/didClose", json!({"textDocument": {"uri": self.uri}}));
        // The status of the last change may come at any time after it.
        self.client.finish_after(&["hegao/status"]);
    }
}

fn row(capability: &str, evidence: &str) {
    println!("{capability:<44} {evidence}");
}

#[test]
fn each_action_leaves_the_right_text_behind() {
    let mut desk = Desk::new(None);
    let plan = desk.after("（2015—2020年）", "改为《法治政府建设实施纲要");
    assert_eq!(plan, RICH.replace("《法治政府建设实施纲要（2015—2020年）》", "《法治政府建设实施纲要（2021－2025年）》"));
    row("codeAction: replace the superseded", "（2015—2020年） → （2021－2025年）");
    let number = desk.after("国办发[2018]37号", "改为国办发〔2018〕37号");
    assert_eq!(number, RICH.replace("[2018]", "〔2018〕"));
    row("codeAction: form of a number", "[2018] → 〔2018〕");
    let computed = desk.after("91%", "90%");
    assert_eq!(computed, RICH.replace("91%", "90%"));
    row("codeAction: write the computed rate", "91% → 90%");
    let renumbered = desk.after("三、存在", "重新编号");
    assert_eq!(renumbered, RICH.replace("三、存在", "二、存在"));
    row("codeAction: renumber", "三、 → 二、");
    let inserted = desk.after("临水县人民政府关于", "插入缺少的法定内容：下一年度");
    let (before, behind) = (inserted.find("进展较慢").expect("it stays"), inserted.find("附件：1").expect("it stays"));
    assert!(inserted[before..behind].contains("\n四、2025年") && inserted.len() > RICH.len(), "{inserted}");
    row("codeAction: insert the missing section", inserted[before..behind].lines().nth(2).unwrap_or_default());
    let ignored = desk.after("97.55%", "此处忽略 arithmetic/rate");
    assert_eq!(ignored, RICH.replace("（二）化解", "<!-- 核稿忽略 arithmetic/rate： -->\n（二）化解"));
    row("codeAction: ignore here", "a comment above the line, its reason asked for");
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}});
    let all = desk.actions(&whole, "source.fixAll");
    assert_eq!(all.len(), 1, "{all:?}");
    let fixed = desk.client.request("codeAction/resolve", all[0].clone());
    let fixed = apply(RICH, &fixed["edit"]["documentChanges"][0]["edits"]);
    assert!(fixed.contains("〔2018〕") && fixed.contains("97.55%") && fixed.contains("（2015—2020年）"), "only what is certain: {fixed}");
    let change = json!({"textDocument": {"uri": desk.uri, "version": 2}, "contentChanges": [{"text": fixed}]});
    desk.client.notify("textDocument/didChange", change);
    assert_eq!(desk.actions(&whole, "source.fixAll"), Vec::<Value>::new(), "nothing certain is left");
    row("codeAction: source.fixAll.hegao", all[0]["title"].as_str().unwrap_or_default());
    desk.leave();
}

#[test]
fn all_of_a_kind_are_fixed_at_once() {
    let mut desk = Desk::new(None);
    // Two of a kind that is certain: both numbers, and nothing else.
    let twice = RICH.replace("《中华人民共和国行政处罚法》", "《国务院关于加强法治政府建设的意见》（国发[2010]33号）");
    let change = json!({"textDocument": {"uri": desk.uri, "version": 2}, "contentChanges": [{"text": twice}]});
    desk.client.notify("textDocument/didChange", change);
    let action = desk.chosen_in(&range_of(&twice, "国办发[", 0), "修正全部同类问题");
    let text = apply(&twice, &action["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(text, twice.replace("[2018]", "〔2018〕").replace("[2010]", "〔2010〕"));
    row("codeAction: fix all of a kind", action["title"].as_str().unwrap_or_default());
    desk.leave();
}

#[test]
fn superseded_references_are_struck_through() {
    let mut desk = Desk::new(None);
    let report = desk.ask("textDocument/diagnostic");
    let over = report["items"].as_array().expect("findings").iter().find(|item| item["code"] == "reference/plan-over").cloned();
    let over = over.expect("the plan is over");
    assert_eq!((&over["tags"], under(RICH, &over["range"])), (&json!([2]), "《法治政府建设实施纲要（2015—2020年）》"));
    row("diagnostic tag: deprecated", over["message"].as_str().unwrap_or_default());
    let at = range_of(RICH, "对照《办法》", 0)["end"].clone();
    let at = json!({"line": at["line"], "character": at["character"].as_u64().unwrap_or(0) - 2});
    let place = json!({"textDocument": {"uri": desk.uri}, "position": at});
    let definition = desk.client.request("textDocument/definition", place.clone());
    assert_eq!((under(RICH, &definition[0]["range"]), &definition[0]["range"]["start"]["line"]), ("办法", &json!(2)));
    row("definition: short name", "对照《办法》 → 以下简称《办法》");
    let mut place = place;
    place["position"] = range_of(RICH, "行政处罚法", 0)["start"].clone();
    let hover = desk.client.request("textDocument/hover", place);
    assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.contains("全国人大")), "{hover}");
    row("hover: reference", hover["contents"]["value"].as_str().unwrap_or_default().lines().next().unwrap_or_default());
    desk.leave();
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
