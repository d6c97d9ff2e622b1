//! Last year's report in the workspace: found without being asked for, shown with places that lead into it, and watched.

use crate::client::Client;
use crate::text::under;
use serde_json::{Value, json};
use tempfile::TempDir;

const PAST: &str = "# 云溪县人民政府关于2023年法治政府建设情况的报告

一、主要举措和成效

（一）规范行政执法。全县办理行政处罚案件1702件，开展法治讲座46场。

云溪县人民政府

2024年1月18日
";

const NOW: &str = "# 云溪县人民政府关于2024年法治政府建设情况的报告

一、主要举措和成效

（一）规范行政执法。全县办理行政处罚案件1864件，比上年的1720件增长8.37%。

云溪县人民政府

2025年1月20日
";

/// An editor with a folder of reports.
struct Desk {
    client: Client,
    folder: TempDir,
    pulls: bool,
}

impl Desk {
    fn new(params: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in files {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().expect("a folder")).and_then(|()| std::fs::write(file, bytes)).expect("a file");
        }
        let root = format!("file://{}", folder.path().display());
        let (client, capabilities) = Client::start(serde_json::from_str(&params.replace("ROOT", &root)).expect("JSON"));
        let pulls = capabilities.get("diagnosticProvider").is_some();
        Self { client, folder, pulls }
    }

    /// The address of a file, written as clients write it.
    fn uri(&self, name: &str) -> String {
        let path = self.folder.path().join(name).display().to_string();
        let byte = |byte: u8| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        format!("file://{}", path.bytes().map(byte).collect::<String>())
    }

    fn open(&mut self, name: &str, text: &str) {
        let document = json!({"uri": self.uri(name), "languageId": "markdown", "version": 1, "text": text});
        self.client.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    /// The finding about the year before, as soon as it is there (or gone).
    fn finding(&mut self, name: &str, wanted: bool) -> Option<Value> {
        loop {
            let uri = self.uri(name);
            let items = if self.pulls {
                self.client.expect("workspace/diagnostic/refresh");
                self.client.request("textDocument/diagnostic", json!({"textDocument": {"uri": uri}}))["items"].take()
            } else {
                let published = self.client.expect("textDocument/publishDiagnostics");
                if published["uri"] != uri {
                    continue;
                }
                published["diagnostics"].clone()
            };
            let found = items.as_array().expect("findings").iter().find(|item| item["code"] == "arithmetic/last-year").cloned();
            if found.is_some() == wanted {
                return found;
            }
        }
    }

    fn write(&mut self, name: &str, text: Option<&str>) {
        let file = self.folder.path().join(name);
        match text {
            Some(text) => std::fs::write(file, text),
            None => std::fs::remove_file(file),
        }
        .expect("the file system works");
        let kind = if text.is_some() { 2 } else { 3 };
        self.client.notify("workspace/didChangeWatchedFiles", json!({"changes": [{"uri": self.uri(name), "type": kind}]}));
    }

    fn checklist(&mut self, name: &str) -> Value {
        let uri = self.uri(name);
        self.client.request("hegao/checklist", json!({"textDocument": {"uri": uri}}))
    }
}

const VS_CODE: &str = include_str!("fixtures/vscode.json");
const PUSHED: &str =
    r#"{"processId": null, "rootUri": "ROOT", "capabilities": {"textDocument": {"publishDiagnostics": {"relatedInformation": true}}}}"#;

#[test]
fn it_is_found_in_the_folder_and_its_places_lead_into_it() {
    let other = PAST.replace("云溪县", "临水县");
    let before = PAST.replace("2023年", "2022年").replace("2024年", "2023年");
    let files: &[(&str, &[u8])] = &[
        ("归档/2023/报告.md", PAST.as_bytes()),
        ("2024/临水.md", other.as_bytes()),
        ("2024/2022.md", before.as_bytes()),
        ("2024/笔记.md", "2023年的几点体会。\n".as_bytes()),
    ];
    let mut desk = Desk::new(VS_CODE, files);
    desk.client.expect("workspace/configuration");
    let registered = desk.client.expect("client/registerCapability");
    let globs = registered["registrations"][1]["registerOptions"]["watchers"].to_string();
    assert!(globs.contains("hegao.toml") && globs.contains("docx") && globs.contains("md"), "{globs}");
    desk.open("2024/报告.md", NOW);
    let found = desk.finding("2024/报告.md", true).expect("a finding");
    assert_eq!(under(NOW, &found["range"]), "1720件");
    let past = desk.uri("归档/2023/报告.md");
    let places: Vec<&Value> = found["relatedInformation"].as_array().expect("places").iter().map(|place| &place["location"]).collect();
    let there: Vec<_> = places.iter().filter(|place| place["uri"] == past).map(|place| under(PAST, &place["range"])).collect();
    assert_eq!(there, ["1702件"], "{found}");
    let list = desk.checklist("2024/报告.md");
    assert_eq!((&list["lastYear"]["name"], &list["lastYear"]["uri"]), (&json!("归档/2023/报告.md"), &json!(past)));
    assert!(list["lastYear"]["notes"][0].as_str().is_some_and(|note| note.contains("不一致 1 个")), "{list}");
    // It is corrected on disk, then put away.
    desk.write("归档/2023/报告.md", Some(&PAST.replace("1702件", "1720件")));
    assert_eq!(desk.finding("2024/报告.md", false), None);
    desk.write("归档/2023/报告.md", Some(PAST));
    desk.finding("2024/报告.md", true);
    desk.write("归档/2023/报告.md", None);
    desk.finding("2024/报告.md", false);
    assert_eq!(desk.checklist("2024/报告.md")["lastYear"], Value::Null);
    println!("{:<44} found, corrected, put away: 1720件 → 归档/2023/报告.md 1702件", "last year's report");
    desk.client.finish_after(&["hegao/status", "workspace/diagnostic/refresh"]);
}

#[test]
fn the_text_in_the_editor_counts_before_the_one_on_disk() {
    let mut desk = Desk::new(PUSHED, &[("2023.md", PAST.as_bytes())]);
    desk.open("2024.md", NOW);
    desk.finding("2024.md", true);
    desk.open("2023.md", &PAST.replace("1702件", "1720件"));
    desk.finding("2024.md", false);
    let change = json!({"textDocument": {"uri": desk.uri("2023.md"), "version": 2}, "contentChanges": [{"text": PAST}]});
    desk.client.notify("textDocument/didChange", change);
    let found = desk.finding("2024.md", true).expect("a finding");
    let lines: Vec<_> = found["relatedInformation"].as_array().expect("places").iter().map(|place| &place["location"]["uri"]).collect();
    assert!(lines.contains(&&json!(desk.uri("2023.md"))), "{found}");
    // A draft that becomes one of another year has another report before it.
    let change =
        json!({"textDocument": {"uri": desk.uri("2024.md"), "version": 2}, "contentChanges": [{"text": NOW.replace("2024年", "2026年")}]});
    desk.client.notify("textDocument/didChange", change);
    desk.finding("2024.md", false);
    desk.client.finish_after(&["textDocument/publishDiagnostics"]);
}

#[test]
fn old_encodings_and_pages_are_read() {
    let gb18030 = hegao_formats::Encoding { name: "gb18030", bom: false };
    let bytes = hegao_formats::encode_text(PAST, &gb18030).expect("it can be written");
    let mut desk = Desk::new(PUSHED, &[("2023.txt", &bytes)]);
    desk.open("2024.md", NOW);
    let found = desk.finding("2024.md", true).expect("a finding");
    let place = found["relatedInformation"].as_array().and_then(|places| places.last()).expect("a place").clone();
    assert_eq!((&place["location"]["uri"], under(PAST, &place["location"]["range"])), (&json!(desk.uri("2023.txt")), "1702件"));
    desk.client.finish_after(&["textDocument/publishDiagnostics"]);

    let lines: String = PAST.lines().map(|line| format!("<p>{}</p>\n", line.trim_start_matches("# "))).collect();
    let page = format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n{lines}</body></html>");
    let mut desk = Desk::new(PUSHED, &[("2023.html", page.as_bytes())]);
    desk.open("2024.md", NOW);
    let found = desk.finding("2024.md", true).expect("a finding");
    let place = found["relatedInformation"].as_array().and_then(|places| places.last()).expect("a place").clone();
    // Places in the text of a page are no places of the file: its beginning is shown.
    let beginning = json!({"line": 0, "character": 0});
    assert_eq!(place["location"], json!({"uri": desk.uri("2023.html"), "range": {"start": beginning, "end": beginning}}));
    assert!(place["message"].as_str().is_some_and(|text| text.contains("上年报告") && text.contains("1702件")), "{place}");
    desk.client.finish_after(&["textDocument/publishDiagnostics"]);
}

#[test]
fn it_may_lie_in_another_folder_of_the_workspace() {
    let params = r#"{"processId": null, "workspaceFolders": [{"uri": "ROOT/a", "name": "a"}, {"uri": "ROOT/b", "name": "b"}],
        "capabilities": {"textDocument": {"publishDiagnostics": {"relatedInformation": true}}}}"#;
    let older = PAST.replace("1702件", "1700件");
    let mut desk = Desk::new(params, &[("a/1/2/3/2023.md", older.as_bytes()), ("b/2023.md", PAST.as_bytes())]);
    desk.open("a/2024.md", NOW);
    let found = desk.finding("a/2024.md", true).expect("a finding");
    let place = found["relatedInformation"].as_array().and_then(|places| places.last()).expect("a place").clone();
    assert_eq!(place["location"]["uri"], desk.uri("b/2023.md"), "the nearest is taken");
    assert_eq!(desk.checklist("a/2024.md")["lastYear"]["name"], "2023.md");
    desk.client.finish_after(&["textDocument/publishDiagnostics"]);
}

#[test]
fn files_outside_the_workspace_are_looked_for_beside_the_draft_only() {
    let files: &[(&str, &[u8])] = &[("旧/2023.md", PAST.as_bytes())];
    let params =
        r#"{"processId": null, "rootUri": null, "capabilities": {"textDocument": {"publishDiagnostics": {"relatedInformation": true}}}}"#;
    let mut desk = Desk::new(params, files);
    desk.open("2024.md", NOW);
    desk.client.expect("textDocument/publishDiagnostics");
    assert_eq!(desk.checklist("2024.md")["lastYear"], Value::Null);
    std::fs::rename(desk.folder.path().join("旧/2023.md"), desk.folder.path().join("2023.md")).expect("it can be moved");
    // No client watches here: a draft that is opened anew is looked for anew.
    desk.client.notify("textDocument/didClose", json!({"textDocument": {"uri": desk.uri("2024.md")}}));
    desk.open("2024.md", NOW);
    desk.finding("2024.md", true);
    // The same holds of one that has changed since, at the next key.
    std::fs::write(desk.folder.path().join("2023.md"), PAST.replace("1702件", "11720件")).expect("a file");
    let end = json!({"line": 99, "character": 0});
    let change = json!({"textDocument": {"uri": desk.uri("2024.md"), "version": 2}, "contentChanges": [{"range": {"start": end, "end": end}, "text": "\n"}]});
    desk.client.notify("textDocument/didChange", change);
    loop {
        let published = desk.client.expect("textDocument/publishDiagnostics");
        if published.to_string().contains("11720件") {
            break;
        }
    }
    desk.client.finish_after(&["textDocument/publishDiagnostics"]);
}
