//! Every capability of the design's table, asserted by what it answers; `--nocapture` shows the table.

use crate::client::Client;
use crate::text::{DRAFT, apply, offset, range_of, under};
use serde_json::{Value, json};

const URI: &str = "file:///reports/2024.md";

/// What was asked and what was answered, a row each.
struct Table(Vec<(&'static str, String)>);

impl Table {
    fn row(&mut self, capability: &'static str, evidence: impl Into<String>) {
        self.0.push((capability, evidence.into()));
    }
}

#[test]
fn every_capability_answers() {
    let params: Value = serde_json::from_str(include_str!("fixtures/vscode.json")).expect("the record is JSON");
    let mut params = params;
    params["rootUri"] = Value::Null;
    params["workspaceFolders"] = Value::Null;
    // Pushed here, pulled in the test below.
    params["capabilities"]["textDocument"].as_object_mut().expect("capabilities").remove("diagnostic");
    let settings = json!({"inlayHints": {"computed": true, "holds": true}});
    let (mut client, declared) = Client::start_with(params, settings);
    client.expect("workspace/configuration");
    client.expect("client/registerCapability");
    open(&mut client, URI, DRAFT);
    let mut table = Table(Vec::new());
    diagnostics(&mut client, &mut table);
    code_actions(&mut client, &mut table, &declared);
    reading(&mut client, &mut table);
    outline(&mut client, &mut table);
    tokens(&mut client, &mut table, &declared);
    going(&mut client, &mut table);
    completion(&mut client, &mut table, &declared);
    formatting(&mut client, &mut table);
    own_requests(&mut client, &mut table);
    for (capability, evidence) in &table.0 {
        println!("{capability:<28} {evidence}");
    }
    // The command has made the document one that is checked in any case: what hangs on it is asked for anew.
    for refresh in ["workspace/inlayHint/refresh", "workspace/codeLens/refresh", "workspace/semanticTokens/refresh"] {
        client.expect(refresh);
    }
    for method in ["hegao/status", "textDocument/publishDiagnostics"] {
        client.take(method);
    }
    client.finish();
}

fn open(client: &mut Client, uri: &str, text: &str) {
    let document = json!({"uri": uri, "languageId": "gongwen", "version": 1, "text": text});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
}

fn ask(client: &mut Client, method: &str, words: &str, more: Value) -> Value {
    let range = range_of(DRAFT, words, 0);
    let mut params = json!({"textDocument": {"uri": URI}, "position": range["start"], "range": range});
    params.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
    client.request(method, params)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn diagnostics(client: &mut Client, table: &mut Table) {
    let published = client.expect("textDocument/publishDiagnostics");
    assert_eq!((&published["uri"], &published["version"]), (&json!(URI), &json!(1)));
    let items = list(&published["diagnostics"]);
    let rate = items.iter().find(|item| item["code"] == "arithmetic/rate").expect("the rate is wrong");
    assert_eq!(under(DRAFT, &rate["range"]), "97.55%");
    assert_eq!((&rate["severity"], &rate["source"]), (&json!(1), &json!("核稿")));
    assert!(rate["codeDescription"]["href"].as_str().is_some_and(|link| link.ends_with("arithmetic/rate.md")));
    let operands: Vec<_> = list(&rate["relatedInformation"]).iter().map(|one| under(DRAFT, &one["location"]["range"])).collect();
    assert_eq!(operands, ["1209件", "1240件"]);
    table.row("publishDiagnostics", format!("{} findings; {}", items.len(), rate["message"]));
    let (mut pulling, _) =
        Client::start(json!({"capabilities": {"textDocument": {"diagnostic": {}, "publishDiagnostics": {"relatedInformation": true}}}}));
    open(&mut pulling, URI, DRAFT);
    let report = pulling.request("textDocument/diagnostic", json!({"textDocument": {"uri": URI}}));
    assert_eq!(report["items"], published["diagnostics"], "pulled or pushed, the findings are the same");
    let again = pulling.request("textDocument/diagnostic", json!({"textDocument": {"uri": URI}, "previousResultId": report["resultId"]}));
    assert_eq!(again["kind"], "unchanged");
    pulling.finish();
    table.row("diagnostic (pull)", format!("the same findings, then unchanged: {}", again["resultId"]));
}

fn code_actions(client: &mut Client, table: &mut Table, declared: &Value) {
    assert_eq!(declared["codeActionProvider"]["codeActionKinds"], json!(["quickfix", "refactor.rewrite", "source.fixAll.hegao"]));
    let actions = |client: &mut Client, words: &str, only: Value| {
        let mut context = json!({"diagnostics": [], "triggerKind": 1});
        if !only.is_null() {
            context["only"] = only;
        }
        ask(client, "textDocument/codeAction", words, json!({"context": context}))
    };
    let chosen = |client: &mut Client, action: &Value| {
        assert!(action["edit"].is_null(), "edits come when an action is chosen: {action}");
        let resolved = client.request("codeAction/resolve", action.clone());
        let change = &resolved["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": URI, "version": 1}));
        apply(DRAFT, &change["edits"])
    };
    let here = actions(client, "97.55%", Value::Null);
    let titled = |actions: &Value, words: &str| {
        let found = list(actions).iter().find(|action| action["title"].as_str().is_some_and(|title| title.contains(words)));
        found.cloned().unwrap_or_else(|| panic!("no action {words}: {actions:#}"))
    };
    let fix = titled(&here, "97.50%");
    assert_eq!((&fix["kind"], &fix["diagnostics"][0]["code"]), (&json!("quickfix"), &json!("arithmetic/rate")));
    let fixed = chosen(client, &fix);
    assert_eq!(fixed, DRAFT.replace("97.55%", "97.50%"));
    table.row("codeAction: fix this", fix["title"].to_string());
    let ignore = titled(&here, "忽略 arithmetic/rate");
    let ignored = chosen(client, &ignore);
    assert!(ignored.contains("<!-- 核稿忽略 arithmetic/rate：") && ignored.contains("-->\n（一）化解"), "{ignored}");
    table.row("codeAction: ignore here", ignore["title"].to_string());
    let renumber = titled(&actions(client, "三、存在", Value::Null), "重新编号");
    assert_eq!(renumber["kind"], "refactor.rewrite");
    let renumbered = chosen(client, &renumber);
    assert_eq!(renumbered, DRAFT.replace("三、存在", "二、存在").replace("四、下一步", "三、下一步"));
    table.row("codeAction: renumber", "三、→二、, 四、→三、");
    let all = actions(client, "云溪县", json!(["source.fixAll"]));
    assert!(list(&all).iter().all(|action| action["kind"] == "source.fixAll.hegao"), "{all}");
    table.row("codeAction: source.fixAll", list(&all).iter().map(|action| action["title"].to_string()).collect::<String>());
}

fn reading(client: &mut Client, table: &mut Table) {
    let hover = ask(client, "textDocument/hover", "97.55%", json!({}));
    let text = hover["contents"]["value"].as_str().expect("Markdown");
    assert!(text.contains("`1209 ÷ 1240 = 97.50%`") && text.contains("应为 **97.50%**"), "{text}");
    assert_eq!(under(DRAFT, &hover["range"]), "97.55%");
    table.row("hover", text.replace('\n', " "));
    let whole = json!({"range": {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}});
    let hints = ask(client, "textDocument/inlayHint", "97.55%", whole);
    let places: Vec<(String, String)> = list(&hints)
        .iter()
        .map(|hint| {
            let before = &DRAFT[..offset(DRAFT, &hint["position"])];
            let figure: String = before.chars().rev().take(5).collect::<Vec<_>>().into_iter().rev().collect();
            (figure, hint["label"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    let has = |figure: &str, label: &str| places.iter().any(|(at, what)| figure.ends_with(at.as_str()) && what == label);
    assert!(has("率97.55%", "应为 97.50%") && has("优秀率37.5%", "✓"), "{places:?}");
    let off = list(&hints).iter().find(|hint| hint["label"] == "应为 97.50%").expect("the computed value");
    assert_eq!(apply(DRAFT, &off["textEdits"]), DRAFT.replace("97.55%", "97.50%"));
    table.row("inlayHint", format!("{places:?}"));
    let lens = client.request("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    let title = lens[0]["command"]["title"].as_str().expect("a title");
    assert!(title.contains("勾稽关系 5 项，2 项不符") && title.contains("引用"), "{title}");
    assert_eq!(under(DRAFT, &lens[0]["range"]), "云溪县人民政府关于2024年法治政府建设情况的报告");
    table.row("codeLens", title);
}

fn outline(client: &mut Client, table: &mut Table) {
    let document = json!({"textDocument": {"uri": URI}});
    let symbols = client.request("textDocument/documentSymbol", document.clone());
    let names = |symbols: &Value| list(symbols).iter().map(|s| s["name"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&symbols), ["云溪县人民政府关于2024年法治政府建设情况的报告"]);
    let sections = &symbols[0]["children"];
    assert_eq!(names(sections), ["一、主要举措和成效", "三、存在的不足和原因", "四、下一步安排"]);
    assert_eq!(names(&sections[0]["children"]), ["（一）化解矛盾纠纷", "（二）规范行政执法"]);
    assert!(under(DRAFT, &sections[1]["range"]).ends_with("学习不深入。"));
    table.row("documentSymbol", names(sections).join(" / "));
    let folds = client.request("textDocument/foldingRange", document);
    let lines: Vec<_> =
        list(&folds).iter().map(|fold| (fold["startLine"].as_i64().unwrap_or(-1), fold["endLine"].as_i64().unwrap_or(-1))).collect();
    assert!(lines.contains(&(4, 8)) && lines.contains(&(10, 12)), "{lines:?}");
    table.row("foldingRange", format!("{lines:?}"));
    let at = range_of(DRAFT, "209件", 0)["start"].clone();
    let chain = client.request("textDocument/selectionRange", json!({"textDocument": {"uri": URI}, "positions": [at]}));
    let mut texts = Vec::new();
    let mut range = &chain[0];
    while !range.is_null() {
        texts.push(under(DRAFT, &range["range"]));
        range = &range["parent"];
    }
    assert_eq!(texts[..2], ["1209件", "调解成功1209件"]);
    assert!(texts[2].starts_with("全县人民调解组织") && texts[2].ends_with("97.55%"), "{texts:?}");
    assert_eq!(texts.last(), Some(&DRAFT));
    assert!(texts.windows(2).all(|pair| pair[1].contains(pair[0])));
    table.row("selectionRange", format!("{} steps from 1209件 to the text", texts.len()));
}

fn tokens(client: &mut Client, table: &mut Table, declared: &Value) {
    let types = declared["semanticTokensProvider"]["legend"]["tokenTypes"].clone();
    let decode = |data: &[i64]| {
        let (mut line, mut start) = (0, 0);
        let token = |five: &[i64]| {
            start = if five[0] == 0 { start + five[1] } else { five[1] };
            line += five[0];
            let range = json!({"start": {"line": line, "character": start}, "end": {"line": line, "character": start + five[2]}});
            (under(DRAFT, &range).to_owned(), types[five[3] as usize].as_str().unwrap_or_default().to_owned())
        };
        data.chunks(5).map(token).collect::<Vec<_>>()
    };
    let integers = |value: &Value| list(value).iter().filter_map(Value::as_i64).collect::<Vec<_>>();
    let full = client.request("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
    let data = integers(&full["data"]);
    let all = decode(&data);
    for (text, kind) in [("1240", "number"), ("件", "type"), ("97.55%", "number"), ("一、", "keyword"), ("（二）", "keyword")] {
        assert!(all.contains(&(text.to_owned(), kind.to_owned())), "{text} is no {kind}: {all:?}");
    }
    table.row("semanticTokens/full", format!("{} tokens, {:?} …", all.len(), all[1]));
    let range = json!({"start": {"line": 8, "character": 0}, "end": {"line": 9, "character": 0}});
    let part = client.request("textDocument/semanticTokens/range", json!({"textDocument": {"uri": URI}, "range": range}));
    let part = decode(&integers(&part["data"]));
    assert_eq!(part[0], ("（二）".to_owned(), "keyword".to_owned()));
    assert!(part.len() < all.len() && part.contains(&("400".to_owned(), "number".to_owned())), "{part:?}");
    table.row("semanticTokens/range", format!("{} of them in line 9", part.len()));
    let change = |version: i64, from: &str, to: &str, text: &str| {
        let edit = json!({"range": range_of(text, from, 0), "text": to});
        json!({"textDocument": {"uri": URI, "version": version}, "contentChanges": [edit]})
    };
    client.notify("textDocument/didChange", change(2, "1240件", "12400件", DRAFT));
    let delta = client
        .request("textDocument/semanticTokens/full/delta", json!({"textDocument": {"uri": URI}, "previousResultId": full["resultId"]}));
    let edits = list(&delta["edits"]);
    assert_eq!(edits.len(), 1, "{delta}");
    let (start, gone) = (edits[0]["start"].as_u64().unwrap_or(0) as usize, edits[0]["deleteCount"].as_u64().unwrap_or(0) as usize);
    let mut patched = data;
    patched.splice(start..start + gone, integers(&edits[0]["data"]));
    let fresh = client.request("textDocument/semanticTokens/full", json!({"textDocument": {"uri": URI}}));
    assert_eq!(patched, integers(&fresh["data"]), "the delta leads to the new tokens");
    table.row("semanticTokens/full/delta", format!("one edit: {gone} integers replaced"));
    let changed = DRAFT.replace("1240件", "12400件");
    client.notify("textDocument/didChange", change(1, "12400件", "1240件", &changed));
}

fn going(client: &mut Client, table: &mut Table) {
    let texts = |answer: &Value| {
        list(answer).iter().map(|place| under(DRAFT, place.get("range").unwrap_or(&Value::Null)).to_owned()).collect::<Vec<_>>()
    };
    let definition = ask(client, "textDocument/definition", "97.55%", json!({}));
    assert_eq!(texts(&definition), ["1240件", "1209件"]);
    assert_eq!(definition[0]["uri"], URI);
    table.row("definition", "97.55% → 1240件, 1209件");
    let references = ask(client, "textDocument/references", "30件", json!({"context": {"includeDeclaration": true}}));
    assert_eq!(texts(&references), ["30件", "12件", "10件", "9件"]);
    table.row("references", texts(&references).join(", "));
    let highlights = ask(client, "textDocument/documentHighlight", "1209件", json!({}));
    let kinds: Vec<_> = list(&highlights).iter().map(|one| (under(DRAFT, &one["range"]), one["kind"].as_i64().unwrap_or(0))).collect();
    assert!(kinds.contains(&("97.55%", 3)) && kinds.contains(&("1240件", 2)), "{kinds:?}");
    table.row("documentHighlight", format!("{kinds:?}"));
}

fn completion(client: &mut Client, table: &mut Table, declared: &Value) {
    let triggers = list(&declared["completionProvider"]["triggerCharacters"]);
    assert!(["一", "（", "《", "〔", "率", "%"].iter().all(|one| triggers.contains(&json!(one))), "{triggers:?}");
    let uri = "file:///reports/unfinished.md";
    let text = DRAFT.replace("（二）规范", "xzfy\n\n（二）规范").replace("97.55%。", "");
    open(client, uri, &text);
    let complete = |client: &mut Client, words: &str| {
        let at = range_of(&text, words, 0)["end"].clone();
        client.request("textDocument/completion", json!({"textDocument": {"uri": uri}, "position": at, "context": {"triggerKind": 1}}))
    };
    let topics = complete(client, "xzfy");
    assert_eq!(topics["isIncomplete"], true);
    let topic = list(&topics["items"]).iter().find(|item| item["label"].as_str().is_some_and(|label| label.contains("行政复议")));
    let topic = topic.unwrap_or_else(|| panic!("行政复议 is not found by its initials: {topics}"));
    assert!(topic["filterText"].as_str().is_some_and(|filter| filter.starts_with("xzfy")));
    assert_eq!(under(&text, &topic["textEdit"]["range"]), "xzfy");
    assert_eq!(topic["insertTextFormat"], 2);
    assert!(topic["textEdit"]["newText"].as_str().is_some_and(|snippet| snippet.contains("${1:") || snippet.contains("$1")), "{topic}");
    let resolved = client.request("completionItem/resolve", topic.clone());
    let about = resolved["documentation"]["value"].as_str().expect("documentation");
    assert!(about.contains("复议"), "{about}");
    table.row("completion: topic", format!("xzfy → {}", topic["label"]));
    table.row("completionItem/resolve", about.lines().next().unwrap_or_default());
    let values = complete(client, "调解成功率");
    let value = list(&values["items"]).first().unwrap_or_else(|| panic!("no computed value: {values}"));
    assert!(value["label"] == "97.5%" && value["textEdit"]["newText"].as_str().is_some_and(|new| new.ends_with("97.5%")), "{value}");
    table.row("completion: value", format!("调解成功率 → {}", value["label"]));
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
}

fn formatting(client: &mut Client, table: &mut Table) {
    let uri = "file:///reports/wrapped.md";
    let text = "一、主要做法\n全县各级行政机关认真落实工作部署，\n扎实推进依法行政，取得明显成效。\n";
    open(client, uri, text);
    let options = json!({"tabSize": 4, "insertSpaces": true});
    let edits = client.request("textDocument/formatting", json!({"textDocument": {"uri": uri}, "options": options}));
    assert_eq!(apply(text, &edits), text.replace("，\n", "，"));
    table.row("formatting", "a soft line break is gone");
    let first = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 6}});
    let params = json!({"textDocument": {"uri": uri}, "range": first, "options": options});
    assert_eq!(client.request("textDocument/rangeFormatting", params), json!([]));
    table.row("rangeFormatting", "what lies outside stays");
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
}

fn own_requests(client: &mut Client, table: &mut Table) {
    let document = json!({"textDocument": {"uri": URI}});
    let checklist = client.request("hegao/checklist", document.clone());
    assert_eq!(checklist["title"], "云溪县人民政府关于2024年法治政府建设情况的报告");
    assert_eq!((&checklist["profile"], &checklist["period"]), (&json!("annual-report"), &json!("2024")));
    assert_eq!(checklist["summary"]["relations"], json!({"holds": 3, "rounding": 0, "broken": 2, "unsure": 0}));
    let rate = list(&checklist["figures"]).iter().find(|figure| figure["text"] == "97.55%").expect("the rate is in the ledger");
    assert_eq!((&rate["verdict"], &rate["section"]), (&json!("broken"), &json!("（一）化解矛盾纠纷")));
    assert_eq!(rate["relations"][0]["formula"], "1209 ÷ 1240 = 97.50%");
    assert_eq!(under(DRAFT, &rate["relations"][0]["range"]), "97.55%");
    table.row("hegao/checklist", checklist["summary"].to_string());
    let params = json!({"profile": "annual-report", "issuer": "云溪县人民政府", "issuerKind": "county", "year": 2025});
    let draft = client.request("hegao/newDraft", params);
    let text = draft["text"].as_str().expect("a text");
    assert!(draft["snippet"] == true && text.contains("云溪县人民政府") && text.contains("2025年"), "{text}");
    table.row("hegao/newDraft", text.lines().next().unwrap_or_default());
    let page = client.request("hegao/exportReview", document);
    let html = page["html"].as_str().expect("a page");
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("1209 ÷ 1240 = 97.50%"));
    table.row("hegao/exportReview", format!("{} characters of HTML", html.chars().count()));
    let result = client.request("workspace/executeCommand", json!({"command": "hegao.checkDocument", "arguments": [URI]}));
    assert_eq!(result["summary"], checklist["summary"]);
    table.row("executeCommand", "hegao.checkDocument");
    let status = client.expect("hegao/status");
    assert_eq!(status["uri"], URI);
    table.row("hegao/status", status["summary"]["relations"].to_string());
}
