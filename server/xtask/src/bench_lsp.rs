//! Times the language server as an editor feels it: from a key to the findings, over standard input and output.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const EDITS: usize = 300;
const STARTS: usize = 20;

/// Prints a table for drafts of three lengths. The program must have been built.
pub(crate) fn run(program: &Path) -> Result<()> {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let begin = Instant::now();
        let mut server = Server::start(program)?;
        starts.push(begin.elapsed());
        server.stop()?;
    }
    println!("start to initialize reply: p50 {}, p95 {}", ms(percentile(&mut starts, 50)), ms(percentile(&mut starts, 95)));
    println!("| characters | findings | open | p50 | p95 | publishes per edit | RSS |");
    println!("|---|---|---|---|---|---|---|");
    for length in [30_000, 100_000, 500_000] {
        measure(program, length)?;
    }
    Ok(())
}

fn measure(program: &Path, length: usize) -> Result<()> {
    let mut server = Server::start(program)?;
    let text = draft(length);
    let begin = Instant::now();
    let document = json!({"uri": URI, "languageId": "gongwen", "version": 1, "text": text});
    server.notify("textDocument/didOpen", json!({"textDocument": document}))?;
    let published = server.published(1)?;
    let open = begin.elapsed();
    // The key is struck in the middle of the draft: a line end in front of a paragraph moves every finding behind it.
    let middle = text.floor_char_boundary(text.len() / 2);
    let rate = middle + text[middle..].find('\n').context("no line end in the second half")? + 1;
    let line = text[..rate].matches('\n').count();
    let start = text[..rate].rfind('\n').map_or(0, |at| at + 1);
    let column = text[start..rate].encode_utf16().count();
    let (mut times, mut publishes) = (Vec::new(), 0);
    for edit in 0..EDITS {
        let version = edit as i64 + 2;
        let at = |column: usize| json!({"line": line, "character": column});
        let (range, new) = match edit % 2 {
            0 => (json!({"start": at(column), "end": at(column)}), "\n"),
            _ => (json!({"start": at(column), "end": {"line": line + 1, "character": 0}}), ""),
        };
        let change = json!({"textDocument": {"uri": URI, "version": version}, "contentChanges": [{"range": range, "text": new}]});
        let begin = Instant::now();
        server.notify("textDocument/didChange", change)?;
        server.published(version)?;
        times.push(begin.elapsed());
    }
    server.request("hegao/checklist", json!({"textDocument": {"uri": URI}}))?;
    publishes += server.publishes;
    let memory = server.memory();
    server.stop()?;
    let per_edit = (publishes - 1) as f64 / EDITS as f64;
    println!(
        "| {length} | {published} | {} | {} | {} | {per_edit:.2} | {memory} |",
        ms(open),
        ms(percentile(&mut times, 50)),
        ms(percentile(&mut times, 95))
    );
    Ok(())
}

const URI: &str = "file:///bench/report.md";

/// A draft of a length in characters: sections, figures that are tied, one rate in twenty off.
fn draft(length: usize) -> String {
    let mut text = "青禾县人民政府关于2025年法治政府建设情况的报告\n\n一、主要举措和成效\n\n".to_owned();
    let mut count = text.chars().count();
    for number in 1.. {
        if count >= length {
            break;
        }
        let whole = 400 + number % 600;
        let part = whole - number % 37;
        let claimed = if number % 20 == 0 { "91.23".to_owned() } else { format!("{:.2}", (part * 10_000 / whole) as f64 / 100.0) };
        let paragraph = format!(
            "深入推进工作落实，健全制度机制，压实各方责任，各乡镇各部门协同配合，工作质效稳步提升。第{number}片区全年受理矛盾纠纷{whole}件，\
             调解成功{part}件，调解成功率{claimed}%。组织开展培训12次，参训人员860余人次，进一步增强了工作人员的法治意识和依法办事能力。\n\n"
        );
        count += paragraph.chars().count();
        text += &paragraph;
    }
    text
}

struct Server {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    next: i64,
    publishes: usize,
}

impl Server {
    fn start(program: &Path) -> Result<Self> {
        let mut child = Command::new(program)
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{}: build it first with `cargo build --release -p hegao`", program.display()))?;
        let (stdin, stdout) = (child.stdin.take().context("a pipe")?, BufReader::new(child.stdout.take().context("a pipe")?));
        let mut server = Self { child, stdin, stdout, next: 0, publishes: 0 };
        server.request("initialize", json!({"processId": null, "rootUri": null, "capabilities": {}}))?;
        server.notify("initialized", json!({}))?;
        Ok(server)
    }

    fn stop(&mut self) -> Result<()> {
        self.request("shutdown", Value::Null)?;
        self.notify("exit", Value::Null)?;
        self.child.wait()?;
        Ok(())
    }

    fn write(&mut self, message: &Value) -> Result<()> {
        let body = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        Ok(self.stdin.flush()?)
    }

    fn notify(&mut self, method: &str, params: Value) -> Result<()> {
        self.write(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    fn request(&mut self, method: &str, params: Value) -> Result<Value> {
        self.next += 1;
        let mut message = json!({"jsonrpc": "2.0", "id": self.next, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.write(&message)?;
        loop {
            let message = self.read()?;
            if message["id"] == self.next {
                return Ok(message["result"].clone());
            }
        }
    }

    /// Waits for the findings of a version, and says how many there are.
    fn published(&mut self, version: i64) -> Result<usize> {
        loop {
            let message = self.read()?;
            if message["method"] == "textDocument/publishDiagnostics" && message["params"]["version"] == version {
                return Ok(message["params"]["diagnostics"].as_array().map_or(0, Vec::len));
            }
        }
    }

    fn read(&mut self) -> Result<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.stdout.read_line(&mut line)? == 0 {
                bail!("the server has ended");
            }
            match line.trim_end().split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.parse()?,
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.stdout.read_exact(&mut body)?;
        let message: Value = serde_json::from_slice(&body)?;
        self.publishes += usize::from(message["method"] == "textDocument/publishDiagnostics");
        Ok(message)
    }

    /// The resident memory, where the system shows it.
    fn memory(&self) -> String {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("?");
        line.trim().to_owned()
    }
}

fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
