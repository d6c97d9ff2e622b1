//! The server over a pipe inside the test, where a fault can be put into the analysis.

use super::session::FAULT;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, ReadHalf, WriteHalf, duplex, split};

const WRONG: &str = "一、化解纠纷\n受理纠纷1240件，调解成功1209件，调解成功率97.55%。\n";

/// The client's end of the pipe.
struct Pipe {
    reader: BufReader<ReadHalf<DuplexStream>>,
    writer: WriteHalf<DuplexStream>,
    /// Notifications that have come, in order.
    heard: Vec<(String, Value)>,
    next: i64,
}

impl Pipe {
    async fn write(&mut self, message: Value) {
        let body = message.to_string();
        let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.writer.write_all(framed.as_bytes()).await.expect("the server reads");
    }

    async fn notify(&mut self, method: &str, params: Value) {
        self.write(json!({"jsonrpc": "2.0", "method": method, "params": params})).await;
    }

    async fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.reader.read_line(&mut line).await.expect("the server writes");
            match line.trim().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse().expect("a length"),
                None if line.trim().is_empty() => break,
                None => {}
            }
        }
        let mut body = vec![0; length];
        self.reader.read_exact(&mut body).await.expect("a whole message");
        serde_json::from_slice(&body).expect("JSON")
    }

    async fn request(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.write(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})).await;
        loop {
            let mut message = self.read().await;
            if message["id"] == id {
                return message["result"].take();
            }
            self.heard.push((message["method"].as_str().unwrap_or_default().to_owned(), message["params"].take()));
        }
    }

    /// Waits until the last findings that were published for a document are as wanted.
    async fn published(&mut self, uri: &str, wanted: impl Fn(&[Value]) -> bool) {
        loop {
            let of = |(method, params): &&(String, Value)| method == "textDocument/publishDiagnostics" && params["uri"] == uri;
            let last = self.heard.iter().rev().find(of).and_then(|(_, params)| params["diagnostics"].as_array());
            if last.is_some_and(|items| wanted(items)) {
                return;
            }
            let mut message = self.read().await;
            self.heard.push((message["method"].as_str().unwrap_or_default().to_owned(), message["params"].take()));
        }
    }
}

fn document(uri: &str, text: &str) -> Value {
    json!({"textDocument": {"uri": uri, "languageId": "gongwen", "version": 1, "text": text}})
}

fn change(uri: &str, version: i32, text: &str) -> Value {
    json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]})
}

async fn a_fault() {
    let (ours, theirs) = duplex(1 << 20);
    let (input, output) = split(theirs);
    let server = tokio::spawn(super::serve(input, output, super::Built::default()));
    let (reader, writer) = split(ours);
    let mut pipe = Pipe { reader: BufReader::new(reader), writer, heard: Vec::new(), next: 0 };
    pipe.request("initialize", json!({"capabilities": {}})).await;
    pipe.notify("initialized", json!({})).await;
    let (bad, good) = ("file:///a.gw", "file:///b.gw");
    let rate = |items: &[Value]| items.iter().any(|item| item["code"] == "arithmetic/rate");
    pipe.notify("textDocument/didOpen", document(bad, WRONG)).await;
    pipe.published(bad, rate).await;
    // The review fails: what was shown is taken back, and that it failed is said once.
    for version in 2..5 {
        pipe.notify("textDocument/didChange", change(bad, version, &format!("{WRONG}{FAULT}\n{version}"))).await;
        let hover = json!({"textDocument": {"uri": bad}, "position": {"line": 1, "character": 5}});
        assert_eq!(pipe.request("textDocument/hover", hover).await, Value::Null);
    }
    pipe.published(bad, <[Value]>::is_empty).await;
    // Others are not affected, and the document comes back with the next edit.
    pipe.notify("textDocument/didOpen", document(good, WRONG)).await;
    pipe.published(good, rate).await;
    pipe.notify("textDocument/didChange", change(bad, 9, WRONG)).await;
    pipe.published(bad, rate).await;
    let told: Vec<&Value> = pipe.heard.iter().filter(|(method, _)| method == "window/showMessage").map(|(_, params)| params).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["message"].as_str().is_some_and(|text| text.contains("put in by a test")), "{told:?}");
    pipe.request("shutdown", Value::Null).await;
    pipe.notify("exit", Value::Null).await;
    assert!(server.await.expect("the server ends"), "it was asked for a shutdown");
}

#[test]
fn a_failing_review_is_told_once_and_nothing_else_suffers() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async { tokio::time::timeout(Duration::from_secs(60), a_fault()).await }).expect("the server answers");
}
