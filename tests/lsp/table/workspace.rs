//! The workspace: folders, settings, files that are not open, last year's report; and our own requests.

use super::{Table, list, text};
use crate::desk::{Desk, RICH};
use crate::text::under;
use serde_json::{Value, json};

const PAST: &str = "# 临水县人民政府关于2023年法治政府建设情况的报告\n\n一、主要举措和成效\n\n全县办理行政处罚案件1530件。\n\n临水县人民政府\n\n2024年1月20日\n";

pub(super) fn rows(desk: &mut Desk, table: &mut Table) {
    own_requests(desk, table);
    files(desk, table);
    settings(desk, table);
    last_year(desk, table);
    edits(desk, table);
}

fn own_requests(desk: &mut Desk, table: &mut Table) {
    let checklist = desk.ask("hegao/checklist");
    assert_eq!(
        (&checklist["profile"], &checklist["period"], &checklist["issuer"]),
        (&json!("annual-report"), &json!("2024"), &json!("临水县人民政府"))
    );
    assert_eq!(checklist["summary"]["relations"], json!({"holds": 5, "rounding": 1, "broken": 2, "unsure": 0}));
    assert_eq!(checklist["summary"]["mandated"], json!({"present": 2, "total": 4}));
    let states: Vec<&str> = list(&checklist["mandated"]).iter().map(|item| text(item, "state")).collect();
    assert_eq!(states, ["present", "present", "missing", "missing"]);
    let rate = list(&checklist["figures"]).iter().find(|figure| figure["text"] == "97.55%").expect("the rate is in the ledger");
    assert_eq!((&rate["verdict"], &rate["section"]), (&json!("broken"), &json!("（二）化解矛盾纠纷")));
    assert_eq!((&rate["relations"][0]["formula"], under(RICH, &rate["relations"][0]["range"])), (&json!("1209 ÷ 1240 = 97.50%"), "97.55%"));
    let plan = list(&checklist["references"]).iter().find(|one| text(one, "title").contains("2015")).expect("the plan is among them");
    assert_eq!((&plan["state"], under(RICH, &plan["range"])), (&json!("superseded"), "《法治政府建设实施纲要（2015—2020年）》"));
    table.row("hegao/checklist", "the draft", checklist["summary"].to_string());
    desk.replace(20, RICH);
    let status = loop {
        let status = desk.client.expect("hegao/status");
        if status["uri"] == desk.uri && status["version"] == 20 {
            break status;
        }
    };
    assert_eq!(status["summary"], checklist["summary"]);
    table.row("hegao/status", "after an edit", "its version, the same summary");
    let params = json!({"profile": "annual-report", "issuer": "临水县人民政府", "issuerKind": "county", "year": 2025});
    let draft = desk.client.request("hegao/newDraft", params);
    let body = text(&draft, "text");
    assert!(draft["snippet"] == true && body.starts_with("临水县人民政府") && body.contains("2025年") && body.contains("${1"), "{body}");
    table.row("hegao/newDraft", "annual-report, 临水县人民政府, 2025", body.lines().next().unwrap_or_default());
    let page = desk.ask("hegao/exportReview");
    let html = text(&page, "html");
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("1209 ÷ 1240 = 97.50%") && html.contains("2024.md"));
    table.row("hegao/exportReview", "the draft", "a page with the arithmetic and the name of the file");
}

/// Findings in files that are not open, in any folder of the workspace.
fn files(desk: &mut Desk, table: &mut Table) {
    let other = tempfile::tempdir().expect("a folder");
    let gb18030 = hegao_formats::Encoding { name: "gb18030", bom: false };
    let bytes = hegao_formats::encode_text(RICH, &gb18030).expect("it can be written");
    std::fs::write(other.path().join("old.txt"), bytes).expect("a file");
    std::fs::write(desk.folder.path().join("closed.md"), RICH).expect("a file");
    let folder = json!({"uri": format!("file://{}", other.path().display()), "name": "other"});
    desk.client.notify("workspace/didChangeWorkspaceFolders", json!({"event": {"added": [folder], "removed": []}}));
    let asked = desk.client.expect("workspace/configuration");
    assert_eq!((list(&asked["items"]).len(), &asked["items"][2]["scopeUri"]), (3, &folder["uri"]), "each folder has settings of its own");
    desk.refreshed();
    let pull = |desk: &mut Desk, held: Value| {
        desk.client.request("workspace/diagnostic", json!({"previousResultIds": held, "workDoneToken": "w", "identifier": "hegao"}))
    };
    let report = pull(desk, json!([]));
    let mut counts: Vec<(&str, usize)> = list(&report["items"])
        .iter()
        .map(|item| (text(item, "uri").rsplit('/').next().unwrap_or_default(), list(&item["items"]).len()))
        .collect();
    counts.sort_unstable();
    assert_eq!(counts, [("2024.md", 10), ("closed.md", 10), ("old.txt", 10)]);
    let progress: Vec<Value> = (0..4).map(|_| desk.client.expect("$/progress")["value"]["kind"].clone()).collect();
    assert_eq!(progress, ["begin", "report", "report", "end"]);
    table.row(
        "workspace",
        "workspace/diagnostic over two folders",
        "the open draft, a closed one, one in GB18030: 10 findings each; progress begin, report, report, end",
    );
    let held: Vec<Value> = list(&report["items"]).iter().map(|item| json!({"uri": item["uri"], "value": item["resultId"]})).collect();
    let again = pull(desk, json!(held));
    assert!(list(&again["items"]).iter().all(|item| item["kind"] == "unchanged"), "{again}");
    (0..4).for_each(|_| drop(desk.client.expect("$/progress")));
    table.row("workspace", "the same with the result ids", "all three unchanged");
    desk.client.notify("workspace/didChangeWorkspaceFolders", json!({"event": {"added": [], "removed": [folder]}}));
    desk.client.expect("workspace/configuration");
    desk.refreshed();
    std::fs::remove_file(desk.folder.path().join("closed.md")).expect("it can be removed");
}

fn settings(desk: &mut Desk, table: &mut Table) {
    std::fs::write(desk.folder.path().join("hegao.toml"), "[rules]\narithmetic = \"off\"\n").expect("a file");
    desk.client.notify("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": desk.toml, "type": 1}]}));
    desk.refreshed();
    assert!(desk.codes().iter().all(|code| !code.starts_with("arithmetic/")));
    std::fs::remove_file(desk.folder.path().join("hegao.toml")).expect("it can be removed");
    desk.client.notify("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": desk.toml, "type": 3}]}));
    desk.refreshed();
    assert!(desk.codes().contains(&"arithmetic/rate".to_owned()));
    table.row(
        "workspace",
        "hegao.toml written, then removed",
        "arithmetic off, then back; diagnostic, inlayHint, codeLens, semanticTokens refreshed each time",
    );
    desk.client.settings = json!({"severity": {"arithmetic/rate": "off"}});
    desk.client.notify("workspace/didChangeConfiguration", json!({"settings": null}));
    desk.client.expect("workspace/configuration");
    desk.refreshed();
    assert!(!desk.codes().contains(&"arithmetic/rate".to_owned()));
    desk.client.settings = json!({"inlayHints": {"computed": true, "holds": true}});
    desk.client.notify("workspace/didChangeConfiguration", json!({"settings": null}));
    desk.client.expect("workspace/configuration");
    desk.refreshed();
    table.row("workspace", "workspace/didChangeConfiguration", "workspace/configuration is pulled: arithmetic/rate off, then back");
}

fn last_year(desk: &mut Desk, table: &mut Table) {
    let file = desk.folder.path().join("2023.md");
    std::fs::write(&file, PAST).expect("a file");
    let uri = format!("file://{}", file.display());
    desk.client.notify("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": uri, "type": 1}]}));
    desk.client.expect("workspace/diagnostic/refresh");
    let report = desk.ask("textDocument/diagnostic");
    let found = list(&report["items"]).iter().find(|item| item["code"] == "arithmetic/last-year").expect("the base is another").clone();
    let there: Vec<&Value> = list(&found["relatedInformation"]).iter().filter(|one| one["location"]["uri"] == uri).collect();
    assert_eq!(under(PAST, &there[0]["location"]["range"]), "1530件");
    table.row(
        "workspace",
        "last year's report put into the folder",
        format!("{}: {} → 1530件 in that file", under(RICH, &found["range"]), text(&found, "message")),
    );
}

/// Edits of one notification are applied in their order.
fn edits(desk: &mut Desk, table: &mut Table) {
    let at = |line: u32, character: u32| json!({"line": line, "character": character});
    let two = json!([
        {"range": {"start": at(0, 0), "end": at(0, 0)}, "text": "\n\n"},
        {"range": {"start": at(1, 0), "end": at(2, 0)}, "text": ""},
    ]);
    desk.client.notify("textDocument/didChange", json!({"textDocument": {"uri": desk.uri, "version": 21}, "contentChanges": two}));
    let lens = desk.ask("textDocument/codeLens");
    assert_eq!(lens[0]["range"]["start"], at(1, 2));
    assert_eq!(under(&format!("\n{RICH}"), &lens[0]["range"]), "临水县人民政府关于2024年法治政府建设情况的报告");
    assert_eq!(desk.declared["textDocumentSync"], json!({"change": 2, "openClose": true}));
    table.row(
        "textDocumentSync",
        "two changes in one notification, then the lens",
        "the second counts in the text that the first has made: one line down",
    );
}
