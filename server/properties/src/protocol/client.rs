//! The client of a conversation.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream};

/// A client at the other end of a pipe inside the process.
pub(super) struct Client {
    reader: BufReader<tokio::io::ReadHalf<DuplexStream>>,
    writer: tokio::io::WriteHalf<DuplexStream>,
    next: i64,
    answers: BTreeMap<i64, Value>,
    /// Errors that answer what had no id.
    pub(super) refused: usize,
}

impl Client {
    /// A client that has said nothing yet.
    pub(super) fn new(stream: DuplexStream) -> Self {
        let (reader, writer) = tokio::io::split(stream);
        Self { reader: BufReader::new(reader), writer, next: 0, answers: BTreeMap::new(), refused: 0 }
    }

    async fn write(&mut self, message: &Value) {
        let body = message.to_string();
        self.write_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
    }

    pub(super) async fn write_bytes(&mut self, bytes: &[u8]) {
        self.writer.write_all(bytes).await.expect("the server listens");
    }

    pub(super) async fn notify(&mut self, method: &str, params: Value) {
        self.write(&json!({"jsonrpc": "2.0", "method": method, "params": params})).await;
    }

    pub(super) async fn send(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        let mut message = json!({"jsonrpc": "2.0", "id": self.next, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.write(&message).await;
        self.next
    }

    pub(super) async fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.send(method, params).await;
        self.answer(id).await
    }

    /// The answer to a request; requests of the server on the way are answered with nothing.
    pub(super) async fn answer(&mut self, id: i64) -> Value {
        loop {
            if let Some(answer) = self.answers.remove(&id) {
                return answer;
            }
            let message = self.read().await;
            match (message.get("method"), message.get("id").cloned()) {
                (Some(_), Some(id)) => self.write(&json!({"jsonrpc": "2.0", "id": id, "result": null})).await,
                (Some(_), None) => {}
                (None, Some(Value::Null)) => self.refused += 1,
                (None, Some(id)) => {
                    let id = id.as_i64().unwrap_or_else(|| panic!("an answer to nothing: {message}"));
                    assert!(id <= self.next, "an answer to nothing: {message}");
                    assert!(self.answers.insert(id, message).is_none(), "two answers to request {id}");
                }
                (None, None) => panic!("neither request, nor answer, nor notification: {message}"),
            }
        }
    }

    async fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.reader.read_line(&mut line).await.expect("the server speaks");
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                length = value.parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        self.reader.read_exact(&mut body).await.expect("the whole message comes");
        serde_json::from_slice(&body).expect("the server speaks JSON")
    }
}
