//! Bytes that are no message: each is answered with an error, and the server goes on as if it had not come.

use crate::client::Client;
use crate::text::DRAFT;
use serde_json::{Value, json};

const URI: &str = "untitled:a";

fn start() -> Client {
    let (mut client, _) = Client::start(json!({"processId": null, "rootUri": null, "capabilities": {}}));
    let document = json!({"uri": URI, "languageId": "gongwen", "version": 1, "text": DRAFT});
    client.notify("textDocument/didOpen", json!({"textDocument": document}));
    client
}

/// The number of symbols of the document: the server answers, and has the text that it should have.
fn symbols(client: &mut Client) -> usize {
    client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}})).as_array().map_or(0, Vec::len)
}

fn framed(body: &[u8]) -> Vec<u8> {
    [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat()
}

#[test]
fn a_body_that_is_no_json_is_answered_and_the_server_goes_on() {
    let mut client = start();
    let wanted = symbols(&mut client);
    assert!(wanted > 0, "the draft has headings");
    let deep = format!(r#"{{"jsonrpc":"2.0","method":"a","params":{}"#, "[".repeat(200_000));
    for body in [&b""[..], b"{", b"hello", b"{\"id\":1,", b"\xFF\xFE", deep.as_bytes()] {
        client.write_raw(&framed(body));
        assert_eq!(client.refused(), -32700, "{}", String::from_utf8_lossy(&body[..body.len().min(40)]));
        assert_eq!(symbols(&mut client), wanted);
    }
    for body in ["{}", "[]", "7", r#"{"jsonrpc":"1.0","method":"a"}"#, r#"{"jsonrpc":"2.0","id":[],"method":"a"}"#] {
        client.write_raw(&framed(body.as_bytes()));
        assert_eq!(client.refused(), -32600, "{body}");
        assert_eq!(symbols(&mut client), wanted);
    }
    client.finish_after(&["textDocument/publishDiagnostics"]);
}

#[test]
fn a_request_with_an_id_that_cannot_be_understood_is_answered_by_its_id() {
    let mut client = start();
    let id = client.send("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    client.answer(id);
    // The answer to an id that the client has used is the only one that it may match; this one is sent by hand.
    client.write_raw(&framed(format!(r#"{{"jsonrpc":"2.0","id":{id},"method":7}}"#).as_bytes()));
    assert_eq!(client.answer(id)["error"]["code"], -32600);
    assert!(symbols(&mut client) > 0);
    client.finish_after(&["textDocument/publishDiagnostics"]);
}

#[test]
fn a_header_that_is_nonsense_is_passed_over() {
    let mut client = start();
    let wanted = symbols(&mut client);
    let long = vec![b'x'; 100_000];
    for bytes in [
        &b"Content-Length: many\r\n\r\n{}"[..],
        b"Content-Length: 99999999999999\r\n\r\n{}",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\x00\x01\x02\xFF",
        &long,
    ] {
        client.write_raw(bytes);
        assert_eq!(client.refused(), -32700, "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
        assert_eq!(symbols(&mut client), wanted);
    }
    client.finish_after(&["textDocument/publishDiagnostics"]);
}

/// A length in characters, where the protocol wants bytes, is what hand-written clients get wrong first.
#[test]
fn a_wrong_length_costs_one_message() {
    let mut client = start();
    let wanted = symbols(&mut client);
    let change = json!({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
        "textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": "一、只有一个标题\n"}]}});
    let body = change.to_string();
    for length in [body.chars().count(), body.len() + 30] {
        client.write_raw(format!("Content-Length: {length}\r\n\r\n{body}").as_bytes());
        let id = client.send("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
        assert_eq!(client.refused(), -32700);
        assert_eq!(client.answer(id)["result"].as_array().map(Vec::len), Some(wanted), "the change is lost, and nothing else");
    }
    client.notify("textDocument/didChange", change["params"].clone());
    assert_eq!(symbols(&mut client), 1, "sent rightly it is made");
    client.finish_after(&["textDocument/publishDiagnostics"]);
}

#[test]
fn nonsense_before_the_greeting_and_behind_the_goodbye_changes_neither() {
    let mut client = Client::spawn();
    client.write_raw(b"Content-Length: 3\r\n\r\n{x}");
    assert_eq!(client.refused(), -32700);
    client.request("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}));
    client.notify("initialized", json!({}));
    client.request("shutdown", Value::Null);
    client.write_raw(b"Content-Length: 3\r\n\r\n{x}");
    assert_eq!(client.refused(), -32700);
    client.notify("exit", Value::Null);
    assert_eq!(client.wait().code(), Some(0));
}
