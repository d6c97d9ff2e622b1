//! Code actions by the text that they leave behind, and the commands.

use super::{Table, text};
use crate::desk::{Desk, RICH};
use crate::text::{apply, range_of};
use serde_json::{Value, json};

pub(super) fn rows(desk: &mut Desk, table: &mut Table) {
    assert_eq!(
        desk.declared["codeActionProvider"],
        json!({"codeActionKinds": ["quickfix", "refactor.rewrite", "source.fixAll.hegao"], "resolveProvider": true})
    );
    let replaced: [(&str, &str, &str, &str); 5] = [
        ("97.55%", "改为“97.50%”", "97.55%", "97.50%"),
        ("91%", "90%", "91%", "90%"),
        ("国办发[2018]37号", "改为国办发〔2018〕37号", "[2018]", "〔2018〕"),
        ("（2015—2020年）", "改为《法治政府建设实施纲要", "（2015—2020年）", "（2021－2025年）"),
        ("三、存在", "标题重新编号", "三、存在", "二、存在"),
    ];
    for (at, title, from, to) in replaced {
        assert_eq!(desk.after(at, title), RICH.replace(from, to), "{title}");
        table.row("codeActionProvider", format!("{at}: {title}"), format!("{from} → {to}, nothing else"));
    }
    let numbered = desk.after("《法治政府建设实施纲要", "补发文字号");
    assert_eq!(numbered, RICH.replace("（2015—2020年）》", "（2015—2020年）》（中发〔2015〕36号）"));
    table.row("codeActionProvider", "《法治政府建设实施纲要…》: 补发文字号", "（中发〔2015〕36号） behind the title");
    let inserted = desk.after("临水县人民政府关于", "插入缺少的法定内容：下一年度");
    let (before, behind) = (inserted.find("进展较慢").expect("it stays"), inserted.find("附件：1").expect("it stays"));
    let section = inserted[before..behind].trim_start_matches("进展较慢。").trim();
    assert!(section.starts_with("四、2025年") && inserted.replace(section, "").len() < inserted.len(), "{inserted}");
    table.row(
        "codeActionProvider",
        "the title: 插入缺少的法定内容",
        format!("before 附件：, numbered on: {}", section.lines().next().unwrap_or_default()),
    );
    let ignored = desk.after("97.55%", "此处忽略 arithmetic/rate");
    assert_eq!(ignored, RICH.replace("（二）化解", "<!-- 核稿忽略 arithmetic/rate： -->\n（二）化解"));
    table.row("codeActionProvider", "97.55%: 此处忽略", "a comment above the paragraph, its reason left to be written");
    lists(desk, table);
    all_at_once(desk, table);
    commands(desk, table);
}

/// What the list itself says: kinds, the findings that are mended, the preferred one.
fn lists(desk: &mut Desk, table: &mut Table) {
    let cursor = |words: &str| json!({"start": range_of(RICH, words, 0)["start"], "end": range_of(RICH, words, 0)["start"]});
    let form = desk.actions(&cursor("国办发[2018]37号"), "quickfix");
    let preferred: Vec<&str> = form.iter().filter(|action| action["isPreferred"] == true).map(|action| text(action, "title")).collect();
    assert_eq!(preferred, ["改为国办发〔2018〕37号"]);
    assert_eq!(form[0]["diagnostics"][0]["code"], "reference/number-form");
    assert!(form.iter().all(|action| action["kind"] == "quickfix" && action["edit"].is_null()), "{form:?}");
    let rewrites = desk.actions(&cursor("三、存在"), "refactor");
    assert_eq!(rewrites.iter().map(|action| text(action, "kind")).collect::<Vec<_>>(), ["refactor.rewrite"]);
    table.row(
        "codeActionProvider",
        "only quickfix, only refactor",
        "the one certain fix is preferred and names its finding; edits come by codeAction/resolve",
    );
    let settings = desk.chosen("97.55%", "关闭 arithmetic/rate");
    let changes = &settings["edit"]["documentChanges"];
    assert_eq!((&changes[0]["kind"], &changes[0]["uri"]), (&json!("create"), &json!(desk.toml)));
    assert_eq!(changes[1]["edits"][0]["newText"], "[rules]\n\"arithmetic/rate\" = \"off\"\n");
    table.row("codeActionProvider", "97.55%: 关闭 arithmetic/rate", "makes hegao.toml with [rules] \"arithmetic/rate\" = \"off\"");
    // An action for a text that has gone on is refused, not misapplied.
    let stale = desk.actions(&cursor("97.55%"), "quickfix").swap_remove(0);
    desk.replace(2, &RICH.replace("1240件", "1241件"));
    let id = desk.client.send("codeAction/resolve", stale);
    assert_eq!(desk.client.answer(id)["error"]["code"], -32801);
    desk.replace(1, RICH);
    table.row("codeActionProvider", "codeAction/resolve after an edit", "error ContentModified");
    let (mut eager, uri) = without_resolve();
    let actions = eager.client.request(
        "textDocument/codeAction",
        json!({"textDocument": {"uri": uri}, "range": cursor("97.55%"), "context": {"diagnostics": []}}),
    );
    let edits = &actions[0]["edit"]["documentChanges"][0]["edits"];
    assert_eq!(apply(RICH, edits), RICH.replace("97.55%", "97.50%"));
    eager.leave();
    table.row("codeActionProvider", "a client without resolve", "the edit comes with the action");
}

fn without_resolve() -> (Desk, String) {
    let mut desk = Desk::start(None, Value::Null, |params| {
        params["capabilities"]["textDocument"]["codeAction"].as_object_mut().expect("capabilities").remove("resolveSupport");
    });
    let uri = desk.uri.clone();
    desk.open(&uri, RICH);
    (desk, uri)
}

fn all_at_once(desk: &mut Desk, table: &mut Table) {
    let start = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}});
    let all = desk.actions(&start, "source.fixAll");
    assert_eq!(all.iter().map(|action| text(action, "kind")).collect::<Vec<_>>(), ["source.fixAll.hegao"]);
    let edit = desk.client.request("codeAction/resolve", all[0].clone());
    let fixed = apply(RICH, &edit["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(fixed, RICH.replace("[2018]", "〔2018〕").replace("1200件,", "1200件，"));
    desk.replace(2, &fixed);
    assert_eq!(desk.actions(&start, "source.fixAll"), Vec::<Value>::new());
    table.row(
        "codeActionProvider",
        "source.fixAll.hegao",
        "the form of the number and the comma between 汉字; what a writer has to decide stays; a second time there is nothing left",
    );
    let twice = RICH.replace("《中华人民共和国行政处罚法》", "《国务院关于加强法治政府建设的意见》（国发[2010]33号）");
    desk.replace(3, &twice);
    let action = desk.chosen_in(&range_of(&twice, "国办发[", 0), "修正全部同类问题");
    let mended = apply(&twice, &action["edit"]["documentChanges"][0]["edits"]);
    assert_eq!(mended, twice.replace("[2018]", "〔2018〕").replace("[2010]", "〔2010〕"));
    table.row("codeActionProvider", "修正全部同类问题", "[2018] and [2010], and nothing else");
    desk.replace(1, RICH);
}

fn commands(desk: &mut Desk, table: &mut Table) {
    assert_eq!(desk.declared["executeCommandProvider"]["commands"], json!(["hegao.checkDocument", "hegao.showSettings"]));
    let notes = desk.uri.replace("2024.md", "notes.md");
    desk.open(&notes, "今年调解纠纷1240件，调解成功1209件，调解成功率97.55%。\n");
    let before = desk.client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": notes}}));
    assert_eq!(before, Value::Null, "it is left alone until it is asked for");
    let checked = desk.client.request("workspace/executeCommand", json!({"command": "hegao.checkDocument", "arguments": [notes]}));
    assert_eq!(checked["summary"]["relations"]["broken"], 1);
    desk.refreshed();
    let report = desk.client.request("textDocument/diagnostic", json!({"textDocument": {"uri": notes}}));
    assert_eq!(report["items"][0]["code"], "arithmetic/rate");
    table.row("executeCommandProvider", "hegao.checkDocument on notes", "its review is the answer, its findings are there from then on");
    desk.client.notify("textDocument/didClose", json!({"textDocument": {"uri": notes}}));
    std::fs::write(desk.folder.path().join("hegao.toml"), "[rules]\n").expect("a file");
    let shown = desk.client.request("workspace/executeCommand", json!({"command": "hegao.showSettings", "arguments": [desk.toml]}));
    assert_eq!(shown, Value::Null);
    let shown = desk.client.expect("window/showDocument");
    assert_eq!((&shown["uri"], &shown["selection"]["start"]), (&json!(desk.toml), &json!({"line": 0, "character": 7})));
    std::fs::remove_file(desk.folder.path().join("hegao.toml")).expect("it can be removed");
    table.row("executeCommandProvider", "hegao.showSettings", "window/showDocument with the place where something is to be written");
}
