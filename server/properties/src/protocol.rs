//! The language server in-process: any sequence of messages is answered, once each, and the text stays what the edits made of it.

mod client;

use arbitrary::{Arbitrary, Unstructured};
use client::Client;
use hegao::inside::Server;
use hegao_core::text::Encoding;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::Duration;
use tokio::runtime::Runtime;

/// How long an answer may take: only a server that hangs is ever so slow.
const PATIENCE: Duration = Duration::from_secs(20);

/// The most messages of one conversation.
const MESSAGES: usize = 24;

/// The documents that are spoken of. None of them is a file: the server has nothing to look for on disk.
const DOCUMENTS: &[&str] = &["untitled:one", "untitled:two", "file:///nowhere/hegao.toml", "file:///nowhere/%E6%8A%A5%E5%91%8A.md"];

const REQUESTS: &[&str] = &[
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/documentSymbol",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta",
    "textDocument/semanticTokens/range",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/codeLens",
    "textDocument/codeAction",
    "textDocument/documentHighlight",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
    "textDocument/inlayHint",
    "textDocument/diagnostic",
    "textDocument/documentLink",
    "hegao/checklist",
    "hegao/newDraft",
    "hegao/exportReview",
    "workspace/executeCommand",
    "workspace/diagnostic",
    "completionItem/resolve",
    "codeAction/resolve",
    "no/such/method",
];

const NOTIFICATIONS: &[&str] = &[
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "$/cancelRequest",
    "$/setTrace",
    "textDocument/didSave",
    "no/such",
];

const PIECES: &[&str] = &[
    "青岚市2024年法治政府建设年度报告\n",
    "一、主要举措和成效\n",
    "（一）",
    "二、存在的不足\n",
    "受理行政复议申请12件，办结10件，办结率83.33%。",
    "其中：甲类3件、乙类4件。",
    "《信访条例》",
    "〔2018〕5号",
    "xx年",
    "\n",
    "\r\n",
    "\r",
    "😀",
    "𠮷",
    "受 理",
    "1.2万",
    "同比增长",
    "<!-- 核稿忽略 arithmetic/rate：已核 -->\n",
    "| 项目 | 数量 |\n| --- | --- |\n| 合计 | 12 |\n",
    "[rules]\n\"arithmetic/rate\" = \"off\"\n",
    "%",
];

/// Bytes that are no message. Each is answered with one error, and what follows is read.
const NONSENSE: &[&[u8]] = &[
    b"Content-Length: 0\r\n\r\n",
    b"Content-Length: 9\r\n\r\n{\"id\": 1,",
    b"Content-Length: 2\r\n\r\n{}",
    b"Content-Length: many\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"\xFF\x00",
];

/// The fuzz target: the bytes choose what the client says.
pub fn bytes(data: &[u8]) {
    // Bytes that are too few for a conversation are none.
    let _ = conversation(&mut Unstructured::new(data));
}

fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).max_blocking_threads(2).enable_all().build().expect("a runtime")
    })
}

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(Server::default)
}

fn conversation(u: &mut Unstructured) -> arbitrary::Result<()> {
    let (name, encoding) = *u.choose(&[("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)])?;
    let mut script = Vec::new();
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for _ in 0..u.int_in_range(1..=MESSAGES)? {
        let Ok(message) = message(u, &mut texts, encoding) else { break };
        script.push(message);
    }
    let pull = bool::arbitrary(u).unwrap_or(true);
    runtime().block_on(async {
        let talk = talk(name, pull, script, &texts);
        tokio::time::timeout(PATIENCE, talk).await.expect("the server answers");
    });
    Ok(())
}

/// What the client sends.
#[derive(Debug)]
enum Message {
    Request(&'static str, Value),
    Notification(&'static str, Value),
    Nonsense(&'static [u8]),
}

fn message(u: &mut Unstructured, texts: &mut BTreeMap<&'static str, String>, encoding: Encoding) -> arbitrary::Result<Message> {
    let uri = *u.choose(DOCUMENTS)?;
    let document = json!({"uri": uri});
    let notification = |method, params| Ok(Message::Notification(method, params));
    match u.int_in_range(0..=12)? {
        0 | 1 => {
            let text = text(u)?;
            let language = *u.choose(&["gongwen", "markdown", "plaintext", "toml"])?;
            texts.insert(uri, text.clone());
            let item = json!({"uri": uri, "languageId": language, "version": u.arbitrary::<i32>()?, "text": text});
            notification("textDocument/didOpen", json!({"textDocument": item}))
        }
        2..=6 => {
            let mut changes = Vec::new();
            for _ in 0..u.int_in_range(1..=3)? {
                changes.push(change(u, texts.get_mut(uri), encoding)?);
            }
            let document = json!({"uri": uri, "version": u.arbitrary::<i32>()?});
            notification("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}))
        }
        7 if bool::arbitrary(u)? => {
            texts.remove(uri);
            notification("textDocument/didClose", json!({"textDocument": document}))
        }
        8 => {
            let params = json!({"settings": value(u, 3)?, "changes": [{"uri": uri, "type": 2}], "value": "off", "textDocument": document});
            notification(u.choose(NOTIFICATIONS)?, params)
        }
        9 if u.ratio(1, 4)? => Ok(Message::Nonsense(u.choose(NONSENSE)?)),
        _ => {
            let range = json!({"start": position(u)?, "end": position(u)?});
            let params = if u.ratio(1, 10)? {
                value(u, 3)?
            } else {
                json!({
                    "textDocument": document,
                    "position": range["start"],
                    "positions": [range["start"], range["end"]],
                    "range": range,
                    "context": {"diagnostics": [], "includeDeclaration": true, "triggerKind": 1},
                    "options": {"tabSize": 4, "insertSpaces": true},
                    "previousResultId": "1",
                    "previousResultIds": [],
                    "command": "hegao.checkDocument",
                    "arguments": [uri, value(u, 2)?],
                    "profile": "annual-report",
                    "label": "x",
                    "title": "x",
                    "data": {"uri": uri, "id": "section/problems"},
                })
            };
            Ok(Message::Request(u.choose(REQUESTS)?, params))
        }
    }
}

/// A change of a text, made in the model too.
fn change(u: &mut Unstructured, model: Option<&mut String>, encoding: Encoding) -> arbitrary::Result<Value> {
    let text = text(u)?;
    if u.ratio(1, 12)? {
        if let Some(model) = model {
            model.clone_from(&text);
        }
        return Ok(json!({"text": text}));
    }
    let (start, end) = (position(u)?, position(u)?);
    if let Some(model) = model {
        let from = offset(model, &start, encoding);
        let to = offset(model, &end, encoding).max(from);
        model.replace_range(from..to, &text);
    }
    Ok(json!({"range": {"start": start, "end": end}, "text": text}))
}

/// The byte offset of a position, written a second time and as simply as can be: the server's way is held against it.
fn offset(text: &str, position: &Value, encoding: Encoding) -> usize {
    let (mut line, mut column) = (position["line"].as_u64().unwrap_or(0), position["character"].as_u64().unwrap_or(0));
    let mut rest = text.char_indices().peekable();
    while line > 0 {
        let Some((at, c)) = rest.next() else { return text.len() };
        let crlf = c == '\r' && text[at + 1..].starts_with('\n');
        line -= u64::from(matches!(c, '\n' | '\r') && !crlf);
    }
    while let Some(&(at, c)) = rest.peek() {
        let width = encoding.width(c) as u64;
        if matches!(c, '\n' | '\r') || column < width {
            return at;
        }
        column -= width;
        rest.next();
    }
    text.len()
}

fn position(u: &mut Unstructured) -> arbitrary::Result<Value> {
    let (line, character) = match u.int_in_range(0..=15)? {
        0 => (u32::MAX, u.arbitrary::<u32>()?),
        1 => (u.int_in_range(0..=9)?, u32::MAX),
        _ => (u.int_in_range(0..=9)?, u.int_in_range(0..=40)?),
    };
    Ok(json!({"line": line, "character": character}))
}

fn text(u: &mut Unstructured) -> arbitrary::Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=6)? {
        if u.ratio(1, 5)? {
            text.push(u.arbitrary()?);
        } else {
            text.push_str(u.choose(PIECES)?);
        }
    }
    Ok(text)
}

/// Any JSON, not too deep.
fn value(u: &mut Unstructured, depth: u32) -> arbitrary::Result<Value> {
    const KEYS: &[&str] =
        &["hegao", "lang", "profile", "check", "inlayHints", "computed", "holds", "rules", "textDocument", "uri", "edit", "diagnostics"];
    Ok(match u.int_in_range(0..=if depth == 0 { 4 } else { 6 })? {
        0 => Value::Null,
        1 => json!(u.arbitrary::<bool>()?),
        2 => json!(u.arbitrary::<i64>()?),
        3 => json!(u.choose(KEYS)?),
        4 => json!(text(u)?),
        5 => Value::Array((0..u.int_in_range(0..=3)?).map(|_| value(u, depth - 1)).collect::<arbitrary::Result<_>>()?),
        _ => {
            let mut map = serde_json::Map::new();
            for _ in 0..u.int_in_range(0..=3)? {
                map.insert((*u.choose(KEYS)?).to_owned(), value(u, depth - 1)?);
            }
            Value::Object(map)
        }
    })
}

/// Plays a script, then opens every text afresh and holds both documents against each other.
async fn talk(encoding: &str, pull: bool, script: Vec<Message>, texts: &BTreeMap<&str, String>) {
    let (ours, theirs) = tokio::io::duplex(1 << 22);
    let (input, output) = tokio::io::split(theirs);
    let server = tokio::spawn(server().serve(input, output));
    let mut client = Client::new(ours);
    let mut text_document = json!({"codeAction": {"dataSupport": true, "resolveSupport": {"properties": ["edit"]}}});
    if pull {
        text_document["diagnostic"] = json!({});
    }
    let capabilities = json!({"general": {"positionEncodings": [encoding]}, "textDocument": text_document});
    let hello = json!({"processId": null, "rootUri": null, "capabilities": capabilities});
    let result = client.request("initialize", hello).await["result"].clone();
    assert_eq!(result["capabilities"]["positionEncoding"], encoding);
    client.notify("initialized", json!({})).await;
    let mut asked = Vec::new();
    let mut nonsense = 0;
    for message in script {
        match message {
            Message::Request(method, params) => asked.push(client.send(method, params).await),
            // A client takes back only what it has asked.
            Message::Notification(method @ "$/cancelRequest", _) => {
                client.notify(method, json!({"id": asked.last().copied().unwrap_or(1)})).await;
            }
            Message::Notification(method, params) => client.notify(method, params).await,
            Message::Nonsense(bytes) => {
                nonsense += 1;
                client.write_bytes(bytes).await;
            }
        }
    }
    for id in asked {
        let answer = client.answer(id).await;
        // -32603 is what a failed task would give; what is asked wrongly is told so by other codes.
        assert_ne!(answer["error"]["code"], -32603, "{answer}");
    }
    for (uri, text) in texts.iter().filter(|(uri, _)| uri.starts_with("untitled:")) {
        let fresh = format!("{uri}-fresh");
        let item = json!({"uri": fresh, "languageId": "gongwen", "version": 1, "text": text});
        client.notify("textDocument/didOpen", json!({"textDocument": item})).await;
        for uri in [*uri, fresh.as_str()] {
            let check = json!({"command": "hegao.checkDocument", "arguments": [uri]});
            client.request("workspace/executeCommand", check).await;
        }
        for method in ["textDocument/semanticTokens/full", "textDocument/foldingRange", "textDocument/documentSymbol"] {
            let edited = client.request(method, json!({"textDocument": {"uri": uri}})).await;
            let opened = client.request(method, json!({"textDocument": {"uri": fresh}})).await;
            let (edited, opened) = (without_ids(&edited), without_ids(&opened).replace(&fresh, uri));
            assert_eq!(edited, opened, "{method} of {uri} after the edits, and of {text:?} opened afresh");
        }
    }
    let goodbye = client.request("shutdown", Value::Null).await;
    assert!(goodbye.get("error").is_none(), "{goodbye}");
    // What stands side by side is lost together.
    let refused = client.refused;
    assert!(refused <= nonsense && (refused > 0) == (nonsense > 0), "{nonsense} times nonsense was answered with {refused} errors");
    client.notify("exit", Value::Null).await;
    drop(client);
    assert!(server.await.expect("the server does not panic"), "a shutdown was asked for");
}

fn without_ids(answer: &Value) -> String {
    let mut result = answer["result"].clone();
    if let Some(result) = result.as_object_mut() {
        result.remove("resultId");
    }
    result.to_string()
}
