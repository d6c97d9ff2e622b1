//! References over the protocol: completion of titles and numbers, hovers, actions, tags and the list with states, each in its own period.

use crate::client::Client;
use crate::text::{apply, range_of, under};
use serde_json::{Value, json};

const URI: &str = "file:///reports/draft.md";

/// A draft on a year with one paragraph of work done.
fn draft(year: u16, words: &str) -> String {
    format!("青禾县人民政府{year}年法治政府建设情况报告\n\n一、{year}年主要举措和成效\n{words}\n")
}

struct Desk {
    client: Client,
    text: String,
}

impl Desk {
    fn open(text: String) -> Self {
        let (mut client, _) = Client::start(json!({"processId": null, "rootUri": null, "capabilities": {
            "textDocument": {
                "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "resolveSupport": {"properties": ["edit"]}, "dataSupport": true},
                "hover": {"contentFormat": ["markdown"]},
                "diagnostic": {"tagSupport": {"valueSet": [1, 2]}},
            },
        }}));
        let document = json!({"uri": URI, "languageId": "markdown", "version": 1, "text": text});
        client.notify("textDocument/didOpen", json!({"textDocument": document}));
        Self { client, text }
    }

    /// The position behind the last character of some words.
    fn behind(&self, words: &str) -> Value {
        range_of(&self.text, words, 0)["end"].clone()
    }

    fn complete(&mut self, words: &str) -> Vec<Value> {
        let place = json!({"textDocument": {"uri": URI}, "position": self.behind(words), "context": {"triggerKind": 1}});
        let answer = self.client.request("textDocument/completion", place);
        let items = if answer["items"].is_array() { answer["items"].clone() } else { answer };
        let mut items = items.as_array().cloned().unwrap_or_default();
        items.sort_by_key(|item| item["sortText"].as_str().unwrap_or_default().to_owned());
        items
    }

    fn hover(&mut self, words: &str) -> String {
        let position = range_of(&self.text, words, 0)["start"].clone();
        let hover = self.client.request("textDocument/hover", json!({"textDocument": {"uri": URI}, "position": position}));
        hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// The text as the action with some words in its title leaves it.
    fn after(&mut self, words: &str, title: &str) -> String {
        let start = range_of(&self.text, words, 0)["start"].clone();
        let range = json!({"start": start, "end": start});
        let params = json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": [], "triggerKind": 1}});
        let all = self.client.request("textDocument/codeAction", params);
        let found =
            all.as_array().expect("actions").iter().find(|action| action["title"].as_str().is_some_and(|text| text.contains(title)));
        let action = found.unwrap_or_else(|| panic!("no action {title}: {all:#}")).clone();
        let action = if action["edit"].is_null() { self.client.request("codeAction/resolve", action) } else { action };
        let edit = &action["edit"];
        let edits = if edit["changes"].is_object() { &edit["changes"][URI] } else { &edit["documentChanges"][0]["edits"] };
        apply(&self.text, edits)
    }

    fn leave(mut self) {
        self.client.notify("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
        self.client.request("hegao/checklist", json!({"textDocument": {"uri": URI}}));
        self.client.take("hegao/status");
        self.client.finish();
    }
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(|item| item["label"].as_str()).collect()
}

#[test]
fn titles_are_completed_by_title_short_name_and_initials_with_their_number() {
    for (typed, title, number) in [
        ("行政复议", "《行政复议法》", ""),
        ("xzfyf", "《行政复议法》", ""),
        ("个保法", "《个人信息保护法》", ""),
        // What has taken the place of the title typed comes before it.
        ("信访条", "《信访工作条例》", ""),
        ("优化营商", "《优化营商环境条例》", "国务院令第722号"),
        ("yhyshj", "《优化营商环境条例》", "国务院令第722号"),
        ("国办发〔2018〕37", "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》", "国办发〔2018〕37号"),
    ] {
        let words = format!("按照《{typed}");
        let mut desk = Desk::open(draft(2023, &words));
        let items = desk.complete(&words);
        assert_eq!(labels(&items).first().copied().unwrap_or_default(), title, "{typed}");
        if let Some(first) = items.first() {
            assert!(first["detail"].as_str().unwrap_or_default().contains(number), "{first}");
            let completed = apply(&desk.text, &json!([first["textEdit"]]));
            assert!(completed.contains(&format!("按照{title}\n")), "{completed}");
        }
        desk.leave();
    }
}

#[test]
fn what_is_in_force_at_the_period_comes_first() {
    for (year, first) in [(2019, "《法治政府建设实施纲要（2015－2020年）》"), (2023, "《法治政府建设实施纲要（2021－2025年）》")]
    {
        let words = "对照《法治政府建设实施纲要";
        let mut desk = Desk::open(draft(year, words));
        let items = desk.complete(words);
        let labels = labels(&items);
        assert_eq!(labels[0], first, "{year}: {labels:?}");
        let other =
            items.iter().skip(1).find(|item| item["label"].as_str().is_some_and(|label| label.starts_with("《法治政府建设实施纲要")));
        assert!(other.is_some_and(|item| item["detail"].as_str().unwrap_or_default().contains("不在施行期")), "{items:?}");
        desk.leave();
    }
}

#[test]
fn a_title_is_followed_by_its_own_number() {
    let words = "按照《优化营商环境条例》（";
    let mut desk = Desk::open(draft(2023, words));
    let items = desk.complete(words);
    assert_eq!(labels(&items), ["国务院令第722号"]);
    assert!(apply(&desk.text, &json!([items[0]["textEdit"]])).contains("《优化营商环境条例》（国务院令第722号）\n"));
    desk.leave();
}

#[test]
fn a_number_is_added_behind_its_title_and_a_title_in_front_of_its_number() {
    let text = draft(2023, "按照《优化营商环境条例》和国办发〔2018〕37号办理。");
    let mut desk = Desk::open(text.clone());
    let number = desk.after("优化营商环境条例", "补发文字号");
    assert_eq!(number, text.replace("《优化营商环境条例》", "《优化营商环境条例》（国务院令第722号）"));
    let title = desk.after("国办发", "补标题");
    let whole = "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）";
    assert_eq!(title, text.replace("国办发〔2018〕37号", whole));
    desk.leave();
}

#[test]
fn a_hover_tells_issuer_number_dates_revisions_and_successor() {
    let words = "执行《信访条例》《行政处罚法》《法治政府建设与责任落实督查工作规定》《优化营商环境条例》。";
    let mut desk = Desk::open(draft(2023, words));
    let over = desk.hover("信访条例");
    for part in
        ["国务院令第431号", "制定机关：国务院", "公布：2005-01-10", "施行：2005-05-01", "失效：2022-05-01", "现为：《信访工作条例》"]
    {
        assert!(over.contains(part), "{part} is not in {over}");
    }
    let law = desk.hover("行政处罚法");
    for part in ["有效（自2021-07-15）", "2021-01-22修订（2021-07-15起施行）", "2023-12-31时的版本"] {
        assert!(law.contains(part), "{part} is not in {law}");
    }
    let near = desk.hover("法治政府建设与责任落实督查");
    assert!(near.contains("疑为《法治政府建设与责任落实督察工作规定》") && near.contains("2019"), "{near}");
    desk.leave();
}

#[test]
fn the_list_of_references_tells_their_states_and_diagnostics_strike_out_what_is_over() {
    let words = "执行《信访条例》《行政处罚法》《法治政府建设与责任落实督查工作规定》《青禾县养犬管理办法》。废止《合同法》配套文件3件。";
    let mut desk = Desk::open(draft(2023, words));
    let report = desk.client.request("textDocument/diagnostic", json!({"textDocument": {"uri": URI}}));
    let all = report["items"].as_array().expect("findings");
    let over: Vec<&Value> = all.iter().filter(|item| item["tags"] == json!([2])).collect();
    assert_eq!(over.len(), 1, "{all:?}");
    assert_eq!((over[0]["code"].as_str(), under(&desk.text, &over[0]["range"])), (Some("reference/superseded"), "《信访条例》"));
    let checklist = desk.client.request("hegao/checklist", json!({"textDocument": {"uri": URI}}));
    let seen: Vec<(&str, &str, &Value)> = checklist["references"]
        .as_array()
        .expect("references")
        .iter()
        .map(|item| (item["title"].as_str().unwrap_or_default(), item["state"].as_str().unwrap_or_default(), &item["meant"]))
        .collect();
    let meant = json!("法治政府建设与责任落实督察工作规定");
    let expected = [
        ("信访条例", "superseded", &Value::Null),
        ("行政处罚法", "current", &Value::Null),
        ("法治政府建设与责任落实督查工作规定", "unknown", &meant),
        ("青禾县养犬管理办法", "unknown", &Value::Null),
        ("合同法", "superseded", &Value::Null),
    ];
    assert_eq!(seen, expected);
    desk.leave();
}
