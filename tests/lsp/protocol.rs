//! What goes wrong between editors and servers.

use crate::client::Client;
use crate::text::{DRAFT, range_of};
use serde_json::{Value, json};

fn plain() -> Value {
    json!({"processId": null, "rootUri": null, "capabilities": {}})
}

fn open(client: &mut Client, uri: &str, text: &str, version: i64) {
    let document = json!({"uri": uri, "languageId": "markdown", "version": version, "text": text});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
}

#[test]
fn utf_16_is_the_default() {
    let (client, capabilities) = Client::start(plain());
    assert_eq!(capabilities["positionEncoding"], "utf-16");
    client.finish();
}

#[test]
fn the_first_known_encoding_is_taken() {
    let mut params = plain();
    params["capabilities"] = json!({"general": {"positionEncodings": ["ebcdic", "utf-32", "utf-8"]}});
    let (client, capabilities) = Client::start(params);
    assert_eq!(capabilities["positionEncoding"], "utf-32");
    client.finish();
}

#[test]
fn unknown_and_closed_documents_are_answered_with_null() {
    let (mut client, _) = Client::start(plain());
    let uri = "file:///nowhere/a.md";
    open(&mut client, uri, "随便写的一行字。\n", 1);
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    let options = json!({"tabSize": 4, "insertSpaces": true});
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 9}});
    for uri in [uri, "file:///never/opened.md", "untitled:Untitled-1"] {
        let params = json!({
            "textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}, "positions": [{"line": 0, "character": 0}],
            "range": range, "options": options, "context": {"diagnostics": [], "includeDeclaration": true, "triggerKind": 1}, "previousResultId": "7",
        });
        for method in METHODS {
            assert_eq!(client.request(method, params.clone()), Value::Null, "{method}");
        }
        let report = client.request("textDocument/diagnostic", params);
        assert_eq!(report, json!({"kind": "full", "items": []}));
        let command = json!({"command": "hegao.checkDocument", "arguments": [uri]});
        assert_eq!(client.request("workspace/executeCommand", command), Value::Null);
    }
    // A change or a close of what is not open is passed over.
    let change = json!({"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "x"}]});
    client.notify("textDocument/didChange", change);
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    client.finish();
}

const METHODS: &[&str] = &[
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta",
    "textDocument/semanticTokens/range",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/codeAction",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/documentLink",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
    "hegao/checklist",
    "hegao/exportReview",
];

#[test]
fn a_text_that_is_no_report_is_left_alone_until_asked_for() {
    let (mut client, _) = Client::start(plain());
    let uri = "file:///notes/readme.md";
    let text = "今年调解纠纷1240件，调解成功1209件，调解成功率97.55%。\n";
    open(&mut client, uri, text, 1);
    let document = json!({"textDocument": {"uri": uri}});
    assert_eq!(client.request("textDocument/documentSymbol", document.clone()), Value::Null);
    assert_eq!(client.request("hegao/checklist", document)["recognised"], false);
    assert!(client.take("textDocument/publishDiagnostics").is_empty());
    let checklist = client.request("workspace/executeCommand", json!({"command": "hegao.checkDocument", "arguments": [uri]}));
    assert_eq!(checklist["summary"]["relations"]["broken"], 1, "{checklist}");
    let published = client.expect("textDocument/publishDiagnostics");
    assert_eq!(published["diagnostics"][0]["code"], "arithmetic/rate");
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    assert_eq!(client.expect("textDocument/publishDiagnostics")["diagnostics"], json!([]));
    client.finish();
}

#[test]
fn one_publish_for_an_edit_and_none_when_nothing_has_changed() {
    let (mut client, _) = Client::start(plain());
    let uri = "file:///reports/2024.md";
    open(&mut client, uri, DRAFT, 1);
    let first = client.expect("textDocument/publishDiagnostics");
    assert_eq!(first["version"], 1);
    // A change behind the last finding changes no finding.
    let change = |version: i64, range: Value, text: &str| json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"range": range, "text": text}]});
    let tail = range_of(DRAFT, "各项", 0);
    client.notify("textDocument/didChange", change(2, tail, "有关"));
    client.request("hegao/checklist", json!({"textDocument": {"uri": uri}}));
    client.notify("textDocument/didChange", change(3, range_of(DRAFT, "97.55%", 0), "97.5%"));
    let second = client.expect("textDocument/publishDiagnostics");
    assert_eq!(second["version"], 3, "version 2 has changed nothing");
    let codes =
        |published: &Value| published["diagnostics"].as_array().expect("a list").iter().map(|d| d["code"].clone()).collect::<Vec<_>>();
    assert!(codes(&first).contains(&json!("arithmetic/rate")) && !codes(&second).contains(&json!("arithmetic/rate")));
    // Two changes in one notification are one edit; the second counts in the text that the first has made.
    let at = |line: u32, character: u32| json!({"line": line, "character": character});
    let two = json!([
        {"range": {"start": at(0, 0), "end": at(0, 0)}, "text": "\n\n"},
        {"range": {"start": at(1, 0), "end": at(2, 0)}, "text": ""},
    ]);
    client.notify("textDocument/didChange", json!({"textDocument": {"uri": uri, "version": 4}, "contentChanges": two}));
    let third = client.expect("textDocument/publishDiagnostics");
    assert_eq!(third["version"], 4);
    let line = |published: &Value| published["diagnostics"][0]["range"]["start"]["line"].as_i64().expect("a line");
    assert_eq!(line(&third), line(&second) + 1);
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    client.expect("textDocument/publishDiagnostics");
    client.finish();
}

#[test]
fn a_document_that_is_opened_twice_counts_as_opened_anew() {
    let (mut client, _) = Client::start(plain());
    let uri = "file:///reports/2024.md";
    open(&mut client, uri, DRAFT, 1);
    client.expect("textDocument/publishDiagnostics");
    open(&mut client, uri, "别的文字。\n", 7);
    let cleared = client.expect("textDocument/publishDiagnostics");
    assert_eq!((&cleared["version"], &cleared["diagnostics"]), (&json!(7), &json!([])));
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    client.finish();
}

#[test]
fn ranges_beyond_the_end_are_moved_to_it() {
    let (mut client, _) = Client::start(plain());
    let uri = "untitled:a";
    let document = json!({"uri": uri, "languageId": "gongwen", "version": 1, "text": "一、标题\n"});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    let far = json!({"line": 99, "character": 99});
    let change = json!({"range": {"start": far, "end": far}, "text": "二、又一个标题\n内容。\n"});
    client.notify("textDocument/didChange", json!({"textDocument": {"uri": uri, "version": 2}, "contentChanges": [change]}));
    let symbols = client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}}));
    let lines: Vec<_> = symbols.as_array().expect("symbols").iter().map(|s| s["location"]["range"]["start"]["line"].clone()).collect();
    assert_eq!(lines, [0, 1]);
    client.take("textDocument/publishDiagnostics");
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    client.request("hegao/checklist", json!({"textDocument": {"uri": uri}}));
    client.take("textDocument/publishDiagnostics");
    client.finish();
}

#[test]
fn a_cancelled_request_is_answered() {
    let (mut client, _) = Client::start(plain());
    let uri = "untitled:long";
    let document = json!({"uri": uri, "languageId": "gongwen", "version": 1, "text": DRAFT.repeat(60)});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    let id = client.send("textDocument/hover", json!({"textDocument": {"uri": uri}, "position": {"line": 6, "character": 30}}));
    client.notify("$/cancelRequest", json!({"id": id}));
    let answer = client.answer(id);
    // It may have been quicker than the cancellation.
    assert!(answer["error"]["code"] == -32800 || answer["error"].is_null(), "{answer}");
    client.request("hegao/checklist", json!({"textDocument": {"uri": uri}}));
    client.expect("textDocument/publishDiagnostics");
    client.finish();
}

#[test]
fn exit_without_shutdown_and_a_closed_pipe_are_failures() {
    let (mut client, _) = Client::start(plain());
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(1));
    let (mut client, _) = Client::start(plain());
    client.hang_up();
    assert_eq!(client.wait().code(), Some(1));
}

#[test]
fn requests_before_initialize_and_after_shutdown_are_errors() {
    let mut client = Client::spawn();
    let id = client.send("hegao/checklist", json!({"textDocument": {"uri": "untitled:a"}}));
    assert_eq!(client.answer(id)["error"]["code"], -32002);
    client.request("initialize", plain());
    client.notify("initialized", json!({}));
    client.request("shutdown", Value::Null);
    let id = client.send("hegao/checklist", json!({"textDocument": {"uri": "untitled:a"}}));
    assert_eq!(client.answer(id)["error"]["code"], -32600);
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));
}

#[test]
fn nonsense_on_the_wire_is_an_error_and_the_server_goes_on() {
    let (mut client, _) = Client::start(plain());
    let id = client.send("textDocument/hover", json!({"position": "everywhere"}));
    assert_eq!(client.answer(id)["error"]["code"], -32602);
    let id = client.send("textDocument/never", json!({}));
    assert_eq!(client.answer(id)["error"]["code"], -32601);
    client.notify("$/unknown", json!({}));
    client.finish();
}

#[test]
fn the_log_goes_where_it_is_told_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("hegao.log");
    let mut client = Client::spawn_with(&["--log", file.to_str().expect("a path")]);
    client.request("initialize", plain());
    client.notify("initialized", json!({}));
    let change = json!({"textDocument": {"uri": "untitled:a", "version": 2}, "contentChanges": [{"text": "x"}]});
    client.notify("textDocument/didChange", change);
    client.finish();
    let log = std::fs::read_to_string(&file).expect("a log");
    assert!(log.contains("untitled:a"), "{log}");
}
