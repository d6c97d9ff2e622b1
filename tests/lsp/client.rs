//! A strict client: every message must be awaited by name, and what is left unread at the end is a failure.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long anything may take. Only a server that hangs is ever so slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server and the state of the conversation.
pub(crate) struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    next: i64,
    responses: HashMap<i64, Value>,
    /// Errors that answer what has no id, because it could not be read.
    refusals: Vec<Value>,
    /// Notifications and requests of the server that no test has read.
    unread: Vec<Value>,
    /// What is answered to `workspace/configuration`.
    pub(crate) settings: Value,
}

impl Client {
    /// Starts a server without a word.
    pub(crate) fn spawn() -> Self {
        Self::spawn_with(&[])
    }

    /// Starts a server with arguments behind `lsp`.
    pub(crate) fn spawn_with(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_hegao"))
            .arg("lsp")
            .args(arguments)
            .env_remove("RUST_LOG")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let stdout = child.stdout.take().expect("a pipe");
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut reader = BufReader::new(stdout);
            while let Some(message) = read_message(&mut reader) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let stdin = child.stdin.take();
        Self { child, stdin, messages, next: 0, responses: HashMap::new(), refusals: Vec::new(), unread: Vec::new(), settings: Value::Null }
    }

    /// Starts a server and shakes hands. Gives the server's capabilities too.
    pub(crate) fn start(params: Value) -> (Self, Value) {
        Self::start_with(params, Value::Null)
    }

    /// The same with an answer to `workspace/configuration`.
    pub(crate) fn start_with(params: Value, settings: Value) -> (Self, Value) {
        let mut client = Self::spawn();
        client.settings = settings;
        let result = client.request("initialize", params);
        client.notify("initialized", json!({}));
        (client, result["capabilities"].clone())
    }

    /// Sends a notification.
    pub(crate) fn notify(&mut self, method: &str, params: Value) {
        self.write(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request without waiting for its answer.
    pub(crate) fn send(&mut self, method: &str, params: Value) -> i64 {
        self.next += 1;
        let mut message = json!({"jsonrpc": "2.0", "id": self.next, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.write(&message);
        self.next
    }

    /// The whole answer to a request, error or not.
    pub(crate) fn answer(&mut self, id: i64) -> Value {
        loop {
            if let Some(response) = self.responses.remove(&id) {
                return response;
            }
            self.read_one(&format!("the answer to request {id}"));
        }
    }

    /// Sends a request and gives its result; an error is a failure.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.send(method, params);
        let response = self.answer(id);
        assert!(response.get("error").is_none(), "{method}: {response}");
        response["result"].clone()
    }

    /// The oldest unread message of a method; waits for one.
    pub(crate) fn expect(&mut self, method: &str) -> Value {
        loop {
            if let Some(at) = self.unread.iter().position(|message| message["method"] == method) {
                return self.unread.remove(at)["params"].take();
            }
            self.read_one(method);
        }
    }

    /// The code of the oldest error that answers what could not be read; waits for one.
    pub(crate) fn refused(&mut self) -> Value {
        while self.refusals.is_empty() {
            self.read_one("an error without an id");
        }
        self.refusals.remove(0)["code"].clone()
    }

    /// All unread messages of a method that have come so far.
    pub(crate) fn take(&mut self, method: &str) -> Vec<Value> {
        let (taken, left) = std::mem::take(&mut self.unread).into_iter().partition(|message| message["method"] == method);
        self.unread = left;
        let taken: Vec<Value> = taken;
        taken.into_iter().map(|mut message| message["params"].take()).collect()
    }

    /// Says goodbye and fails if the server has said anything that nobody read, or leaves with the wrong code.
    pub(crate) fn finish(self) {
        self.finish_after(&[]);
    }

    /// The same, where notifications of some methods may still have been on their way.
    pub(crate) fn finish_after(mut self, late: &[&str]) {
        let result = self.request("shutdown", Value::Null);
        assert!(result.is_null(), "{result}");
        self.notify("exit", Value::Null);
        let status = self.wait();
        assert_eq!(status.code(), Some(0), "after a shutdown the exit code is 0");
        self.unread.retain(|message| !late.iter().any(|method| message["method"] == *method));
        assert!(self.unread.is_empty(), "unread messages: {:#?}", self.unread);
        assert!(self.responses.is_empty(), "unread answers: {:#?}", self.responses);
        assert!(self.refusals.is_empty(), "unread errors: {:#?}", self.refusals);
    }

    /// Waits for the end of the server and takes in its last words.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        loop {
            match self.messages.recv_timeout(PATIENCE) {
                Ok(message) => self.sort(message),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("the server does not end"),
            }
        }
        self.child.wait().expect("the server has ended")
    }

    /// Closes the server's input.
    pub(crate) fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// Writes bytes as they are.
    pub(crate) fn write_raw(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("the server's input is open");
        stdin.write_all(bytes).and_then(|()| stdin.flush()).expect("the server reads");
    }

    fn write(&mut self, message: &Value) {
        let body = message.to_string();
        self.write_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    fn read_one(&mut self, wanted: &str) {
        match self.messages.recv_timeout(PATIENCE) {
            Ok(message) => self.sort(message),
            Err(error) => panic!("waiting for {wanted}: {error}; unread: {:#?}", self.unread),
        }
    }

    fn sort(&mut self, message: Value) {
        assert_eq!(message["jsonrpc"], "2.0", "{message}");
        match (message.get("method").and_then(Value::as_str).map(str::to_owned), message.get("id")) {
            (Some(method), Some(id)) => {
                let result = match method.as_str() {
                    "workspace/configuration" => {
                        let items = message["params"]["items"].as_array().map_or(0, Vec::len);
                        json!(vec![self.settings.clone(); items])
                    }
                    _ => Value::Null,
                };
                let answer = json!({"jsonrpc": "2.0", "id": id, "result": result});
                self.unread.push(message.clone());
                // A server that has left does not mind.
                if self.stdin.is_some() {
                    self.write(&answer);
                }
            }
            (Some(_), None) => self.unread.push(message),
            (None, Some(Value::Null)) => self.refusals.push(message["error"].clone()),
            (None, Some(id)) => {
                let id = id.as_i64().unwrap_or_else(|| panic!("an answer to nothing: {message}"));
                assert!(id <= self.next, "an answer to nothing: {message}");
                assert!(self.responses.insert(id, message).is_none(), "two answers to request {id}");
            }
            (None, None) => panic!("neither request, nor answer, nor notification: {message}"),
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // A test that has failed leaves no process behind; one that has passed has none left.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_message(reader: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':')?;
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&body))))
}
