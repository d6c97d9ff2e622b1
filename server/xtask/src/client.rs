//! A client of the language server, as benchmarks and the soak need it: it waits for what it wants and counts what comes.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long an answer may take before it is called missing.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server.
pub(crate) struct Client {
    child: Child,
    stdin: ChildStdin,
    messages: Receiver<Value>,
    next: i64,
    /// Publishes of findings that have come.
    pub(crate) publishes: usize,
    /// The newest version of each document whose findings have come, where older ones are not to come behind them.
    newest: Option<HashMap<String, i64>>,
}

impl Client {
    /// Starts our server and shakes hands. A client that pulls is pushed nothing.
    pub(crate) fn start(program: &Path, pull: bool) -> Result<Self> {
        Self::launch(program, "lsp", pull, None)
    }

    /// The same in a folder that is the workspace, by its address.
    pub(crate) fn start_in(program: &Path, pull: bool, root: &str) -> Result<Self> {
        Self::launch(program, "lsp", pull, Some(root))
    }

    /// The same for any program that is a server when it is given one argument.
    pub(crate) fn start_server(program: &Path, argument: &str, pull: bool) -> Result<Self> {
        Self::launch(program, argument, pull, None)
    }

    fn launch(program: &Path, argument: &str, pull: bool, root: Option<&str>) -> Result<Self> {
        let mut child = Command::new(program)
            .arg(argument)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{}: build it first with `cargo build --release -p hegao`", program.display()))?;
        let (stdin, stdout) = (child.stdin.take().context("a pipe")?, child.stdout.take().context("a pipe")?);
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            while let Ok(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let mut client = Self { child, stdin, messages, next: 0, publishes: 0, newest: root.map(|_| HashMap::new()) };
        let text = if pull { json!({"diagnostic": {}}) } else { json!({}) };
        client.request("initialize", json!({"processId": null, "rootUri": root, "capabilities": {"textDocument": text}}))?;
        client.notify("initialized", json!({}))?;
        Ok(client)
    }

    /// Says goodbye.
    pub(crate) fn stop(mut self) -> Result<()> {
        self.request("shutdown", Value::Null)?;
        self.notify("exit", Value::Null)?;
        let code = self.child.wait()?.code();
        if code != Some(0) {
            bail!("the server has left with {code:?}");
        }
        Ok(())
    }

    /// Sends a notification.
    pub(crate) fn notify(&mut self, method: &str, params: Value) -> Result<()> {
        self.write(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    /// Opens a document.
    pub(crate) fn open(&mut self, uri: &str, version: i64, text: &str) -> Result<()> {
        let document = json!({"uri": uri, "languageId": "gongwen", "version": version, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}))
    }

    /// Replaces a range: lines and columns of its start and end.
    pub(crate) fn change(&mut self, uri: &str, version: i64, [from, to]: [(usize, usize); 2], text: &str) -> Result<()> {
        let at = |(line, character): (usize, usize)| json!({"line": line, "character": character});
        let change = json!({"range": {"start": at(from), "end": at(to)}, "text": text});
        self.notify("textDocument/didChange", json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}))
    }

    /// Replaces the whole text, for a server that takes no ranges.
    pub(crate) fn replace(&mut self, uri: &str, version: i64, text: &str) -> Result<()> {
        let document = json!({"uri": uri, "version": version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": [{"text": text}]}))
    }

    /// Sends a request; [`Client::answer`] waits for what comes back.
    pub(crate) fn send(&mut self, method: &str, params: Value) -> Result<i64> {
        self.next += 1;
        let mut message = json!({"jsonrpc": "2.0", "id": self.next, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.write(&message)?;
        Ok(self.next)
    }

    /// The whole answer to a request, error or not.
    pub(crate) fn answer(&mut self, id: i64) -> Result<Value> {
        loop {
            let message = self.read(|| format!("the answer to request {id}"))?;
            if message["id"] == id {
                return Ok(message);
            }
        }
    }

    /// The result of a request.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Result<Value> {
        let id = self.send(method, params)?;
        Ok(self.answer(id)?["result"].take())
    }

    /// Waits for the findings of a version.
    pub(crate) fn published(&mut self, uri: &str, version: i64) -> Result<Vec<Value>> {
        loop {
            let mut message = self.read(|| format!("the findings of version {version} of {uri}"))?;
            let params = &mut message["params"];
            if params["uri"] == uri && params["version"] == version {
                return Ok(params["diagnostics"].as_array().cloned().unwrap_or_default());
            }
        }
    }

    /// Waits until the findings of a document that are published are as wanted.
    pub(crate) fn published_until(&mut self, uri: &str, wanted: impl Fn(&[Value]) -> bool) -> Result<()> {
        loop {
            let message = self.read(|| format!("other findings of {uri}"))?;
            let params = &message["params"];
            if params["uri"] == uri && params["diagnostics"].as_array().is_some_and(|found| wanted(found)) {
                return Ok(());
            }
        }
    }

    /// Asks for the findings until they are as wanted.
    pub(crate) fn pulled_until(&mut self, uri: &str, wanted: impl Fn(&[Value]) -> bool) -> Result<()> {
        let begin = Instant::now();
        while !wanted(&self.pulled(uri)?) {
            ensure!(begin.elapsed() < PATIENCE, "waiting for other findings of {uri}");
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    }

    /// Sends bytes that are no message, and waits for the error that answers them.
    pub(crate) fn nonsense(&mut self, bytes: &[u8]) -> Result<()> {
        self.stdin.write_all(bytes)?;
        self.stdin.flush()?;
        loop {
            let message = self.read(|| "the answer to nonsense".to_owned())?;
            if message["id"].is_null() && message["error"]["code"] == -32700 {
                return Ok(());
            }
        }
    }

    /// The next findings that are published of a document, whatever their version; none if the server says nothing for so long.
    pub(crate) fn next_published(&mut self, uri: &str, patience: Duration) -> Result<Option<Vec<Value>>> {
        loop {
            let mut message = match self.messages.recv_timeout(patience) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(error) => return Err(error.into()),
            };
            self.count(&message);
            let params = &mut message["params"];
            if params["uri"] == uri && params["diagnostics"].is_array() {
                return Ok(params["diagnostics"].as_array_mut().map(std::mem::take));
            }
        }
    }

    /// Asks for the findings.
    pub(crate) fn pulled(&mut self, uri: &str) -> Result<Vec<Value>> {
        let report = self.request("textDocument/diagnostic", json!({"textDocument": {"uri": uri}}))?;
        Ok(report["items"].as_array().cloned().unwrap_or_default())
    }

    /// The resident memory in kilobytes, where the system shows it.
    pub(crate) fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }

    fn write(&mut self, message: &Value) -> Result<()> {
        let body = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        Ok(self.stdin.flush()?)
    }

    fn read(&mut self, wanted: impl Fn() -> String) -> Result<Value> {
        let message = self.messages.recv_timeout(PATIENCE).with_context(|| format!("waiting for {}", wanted()))?;
        self.count(&message);
        let params = &message["params"];
        if let (Some(newest), Some(uri), Some(version)) = (&mut self.newest, params["uri"].as_str(), params["version"].as_i64()) {
            let newest = newest.entry(uri.to_owned()).or_insert(version);
            ensure!(*newest <= version, "{uri}: findings of version {version} after those of {newest}");
            *newest = version;
        }
        Ok(message)
    }

    fn count(&mut self, message: &Value) {
        self.publishes += usize::from(message["method"] == "textDocument/publishDiagnostics");
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // A driver that has failed leaves no server behind; after a goodbye there is none left.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(stdout: &mut BufReader<ChildStdout>) -> Result<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stdout.read_line(&mut line)? == 0 {
            bail!("the server has ended");
        }
        // A line that is no header is passed over: `autocorrect server` greets on standard output.
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.parse()?,
            None if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stdout.read_exact(&mut body)?;
    Ok(serde_json::from_slice(&body)?)
}
