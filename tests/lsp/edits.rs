//! Thousands of edits mixed with requests: in the end the server must know the text exactly.

use crate::client::Client;
use crate::text::{DRAFT, Dice, position};
use serde_json::{Value, json};

const PIECES: &[&str] = &[
    "受理12件，",
    "办结",
    "97.5%",
    "《信访条例》",
    "\n",
    "\r\n",
    "\r",
    "😀",
    "𠮷",
    "𫝀字",
    "一、标题\n",
    "（二）",
    "。",
    "é",
    "1",
    "其中",
    "率",
    "\u{3000}",
    "👨‍👩‍👧",
];

const REQUESTS: &[&str] = &[
    "textDocument/hover",
    "textDocument/documentSymbol",
    "textDocument/semanticTokens/full",
    "textDocument/foldingRange",
    "textDocument/completion",
    "textDocument/codeLens",
    "textDocument/documentHighlight",
    "textDocument/formatting",
    "hegao/checklist",
];

#[test]
fn utf_8() {
    edited_equals_opened_afresh("utf-8", 1_700, true, 11);
}

#[test]
fn utf_16() {
    edited_equals_opened_afresh("utf-16", 1_700, false, 12);
}

#[test]
fn utf_32() {
    edited_equals_opened_afresh("utf-32", 1_700, true, 13);
}

fn edited_equals_opened_afresh(encoding: &str, edits: usize, pull: bool, seed: u64) {
    let mut text_document = json!({"publishDiagnostics": {"relatedInformation": true}});
    if pull {
        text_document["diagnostic"] = json!({"relatedDocumentSupport": false});
    }
    let capabilities = json!({"general": {"positionEncodings": [encoding]}, "textDocument": text_document});
    let (mut client, declared) = Client::start(json!({"processId": null, "rootUri": null, "capabilities": capabilities}));
    assert_eq!(declared["positionEncoding"], encoding);
    assert_eq!(declared.get("diagnosticProvider").is_some(), pull);
    let uri = "untitled:edited";
    let mut text = DRAFT.to_owned();
    open(&mut client, uri, &text);
    let mut dice = Dice(seed);
    let mut version = 1;
    let mut pending = Vec::new();
    for _ in 0..edits {
        version += 1;
        let changes: Vec<Value> = (0..1 + dice.below(8) / 7).map(|_| change(&mut text, &mut dice, encoding)).collect();
        let document = json!({"uri": uri, "version": version});
        client.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
        if dice.below(8) == 0 {
            pending.push(ask(&mut client, &text, uri, &mut dice, encoding));
        }
        if pending.len() == 16 {
            // What was asked must be answered, by a result or by nothing, never by an error.
            for id in pending.drain(..) {
                let answer = client.answer(id);
                assert!(answer.get("error").is_none(), "{answer}");
            }
        }
    }
    for id in pending {
        let answer = client.answer(id);
        assert!(answer.get("error").is_none(), "{answer}");
    }
    // The last edit brings the draft back in front, so that there is something to find whatever the dice have left.
    version += 1;
    let start = json!({"line": 0, "character": 0});
    let change = json!({"range": {"start": start, "end": start}, "text": format!("{DRAFT}\n")});
    text.insert_str(0, &format!("{DRAFT}\n"));
    client.notify("textDocument/didChange", json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}));
    let fresh = "untitled:afresh";
    let (edited, opened) = if pull {
        let edited = pulled(&mut client, uri);
        open(&mut client, fresh, &text);
        (edited, pulled(&mut client, fresh))
    } else {
        let edited = published(&mut client, uri, version);
        open(&mut client, fresh, &text);
        (edited, published(&mut client, fresh, 1))
    };
    assert!(edited.as_array().is_some_and(|items| items.len() >= 2), "the draft has findings: {edited}");
    assert_eq!(edited.to_string(), opened.to_string().replace(fresh, uri));
    for request in ["textDocument/documentSymbol", "textDocument/semanticTokens/full", "textDocument/foldingRange"] {
        let mut answer = |uri: &str| client.request(request, json!({"textDocument": {"uri": uri}}));
        let (mut one, mut two) = (answer(uri), answer(fresh));
        for answer in [&mut one, &mut two] {
            if let Some(answer) = answer.as_object_mut() {
                answer.remove("resultId");
            }
        }
        assert_eq!(one.to_string(), two.to_string().replace(fresh, uri), "{request}");
    }
    for uri in [uri, fresh] {
        client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
        if !pull {
            let cleared = client.expect("textDocument/publishDiagnostics");
            assert_eq!((&cleared["uri"], &cleared["diagnostics"]), (&json!(uri), &json!([])));
        }
    }
    client.finish();
}

fn open(client: &mut Client, uri: &str, text: &str) {
    let document = json!({"uri": uri, "languageId": "gongwen", "version": 1, "text": text});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
}

fn pulled(client: &mut Client, uri: &str) -> Value {
    let report = client.request("textDocument/diagnostic", json!({"textDocument": {"uri": uri}}));
    assert_eq!(report["kind"], "full");
    report["items"].clone()
}

/// Reads what is published up to a version; versions must rise.
fn published(client: &mut Client, uri: &str, version: i64) -> Value {
    let mut last = 0;
    loop {
        let params = client.expect("textDocument/publishDiagnostics");
        assert_eq!(params["uri"], uri);
        let this = params["version"].as_i64().expect("a version");
        assert!(this > last, "version {this} is published after {last}");
        last = this;
        if this == version {
            return params["diagnostics"].clone();
        }
    }
}

/// A change of the text, made in the text and worded for the protocol.
fn change(text: &mut String, dice: &mut Dice, encoding: &str) -> Value {
    if dice.below(400) == 0 {
        *text = DRAFT.to_owned();
        return json!({"text": DRAFT});
    }
    let start = text.floor_char_boundary(dice.below(text.len() + 1));
    // A text that has grown long shrinks again.
    let most = if text.len() > 2 * DRAFT.len() { 120 } else { 12 };
    let mut end = if dice.below(2) == 0 { start } else { text.floor_char_boundary((start + dice.below(most)).min(text.len())) }.max(start);
    let mut start = start;
    // No place of the protocol lies between the two characters of a line end.
    let inside = |text: &str, at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
    start -= usize::from(inside(text, start));
    end += usize::from(inside(text, end));
    let new = if dice.below(4) == 0 { "" } else { PIECES[dice.below(PIECES.len())] };
    let range = json!({"start": position(text, start, encoding), "end": position(text, end, encoding)});
    text.replace_range(start..end, new);
    json!({"range": range, "text": new})
}

fn ask(client: &mut Client, text: &str, uri: &str, dice: &mut Dice, encoding: &str) -> i64 {
    let at = text.floor_char_boundary(dice.below(text.len() + 1));
    let options = json!({"tabSize": 4, "insertSpaces": true});
    let mut place = position(text, at, encoding);
    if dice.below(10) == 0 {
        place = json!({"line": 4_000_000, "character": 4_000_000});
    }
    let params = json!({"textDocument": {"uri": uri}, "position": place, "options": options});
    client.send(REQUESTS[dice.below(REQUESTS.len())], params)
}
