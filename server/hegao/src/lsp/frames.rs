//! The frames of the base protocol (LSP 3.17, "Base Protocol"): a header that says how many bytes the body has, and the body, one JSON-RPC
//! message.
//!
//! What cannot be read is an item like any other, to be answered; what comes behind it is read again. A body that is no JSON may have been
//! told with a wrong length (in characters, say, where bytes are asked for), so that the next header is looked for inside it as well.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::borrow::Cow;
use std::io;
use tokio_util::bytes::{Buf, BufMut, BytesMut};
use tokio_util::codec::{Decoder, Encoder};
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

/// The longest body that is read, in bytes: far above any draft, written in escapes throughout.
const LONGEST: usize = 1 << 30;

/// The longest header, in bytes. Ours has 20 or so.
const LONGEST_HEADER: usize = 4096;

/// How much room is made at once for a body, whatever length it claims.
const ROOM: usize = 1 << 20;

const LENGTH: &[u8] = b"Content-Length:";

/// What a client has sent.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A request or a notification.
    Request(Request),
    /// The answer to a request of ours.
    Response(Response),
    /// What is neither, with the answer that it gets.
    Unreadable(Response),
}

/// What goes to a client.
#[derive(Debug, serde::Serialize)]
#[serde(untagged)]
pub(super) enum Outgoing {
    Request(Request),
    Response(Response),
}

/// Reads and writes frames.
#[derive(Debug, Default)]
pub(super) struct Frames {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    /// A header comes next.
    #[default]
    Header,
    /// A body of so many bytes comes next.
    Body(usize),
    /// Nothing is known until the next header.
    Lost,
}

/// What stands at the start of the bytes that a header is expected in.
#[derive(Debug, PartialEq, Eq)]
enum Header {
    /// Nothing that could be told yet.
    Partial,
    /// A header of so many bytes, and the length of the body behind it.
    Whole(usize, usize),
    /// No header of ours.
    Nonsense,
}

impl Decoder for Frames {
    type Item = Incoming;
    type Error = io::Error;

    fn decode(&mut self, bytes: &mut BytesMut) -> io::Result<Option<Incoming>> {
        loop {
            match self.state {
                State::Header => match header(bytes) {
                    Header::Partial => return Ok(None),
                    Header::Whole(header, body) => {
                        bytes.advance(header);
                        self.state = State::Body(body);
                    }
                    Header::Nonsense => {
                        tracing::warn!("what came is no header: looking for the next");
                        // The name alone may be right: the same header is not to be found again.
                        bytes.advance(1);
                        self.state = State::Lost;
                        return Ok(Some(Incoming::Unreadable(Response::from_error(Id::Null, Error::parse_error()))));
                    }
                },
                State::Lost => {
                    let Some(at) = next_header(bytes) else {
                        // Its start may be there already.
                        bytes.advance(bytes.len().saturating_sub(LENGTH.len() - 1));
                        return Ok(None);
                    };
                    bytes.advance(at);
                    self.state = State::Header;
                }
                State::Body(length) => {
                    let Some(body) = bytes.get(..length) else {
                        bytes.reserve((length - bytes.len()).min(ROOM));
                        return Ok(None);
                    };
                    let Ok(message) = message(body) else {
                        // Where the length was wrong, the next header may begin inside the body.
                        self.state = State::Lost;
                        return Ok(Some(Incoming::Unreadable(Response::from_error(Id::Null, Error::parse_error()))));
                    };
                    bytes.advance(length);
                    self.state = State::Header;
                    return Ok(Some(message));
                }
            }
        }
    }
}

impl Encoder<Outgoing> for Frames {
    type Error = io::Error;

    fn encode(&mut self, message: Outgoing, bytes: &mut BytesMut) -> io::Result<()> {
        let body = serde_json::to_string(&message)?;
        tracing::trace!("-> {body}");
        bytes.reserve(body.len() + 40);
        bytes.put_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
        bytes.put_slice(body.as_bytes());
        Ok(())
    }
}

/// Reads a header: fields, one a line, and an empty line.
fn header(bytes: &[u8]) -> Header {
    let (mut at, mut length) = (0, None);
    while let Some(end) = bytes[at..].iter().take(LONGEST_HEADER).position(|&byte| byte == b'\n') {
        let line = bytes[at..at + end].trim_ascii_end();
        at += end + 1;
        match (line.is_empty(), length) {
            (true, Some(length)) => return Header::Whole(at, length),
            // Line ends behind a body are forgiven.
            (true, None) => continue,
            _ if at > LONGEST_HEADER => return Header::Nonsense,
            _ => {}
        }
        let Some((name, value)) = field(line) else { return Header::Nonsense };
        if name.eq_ignore_ascii_case(&LENGTH[..LENGTH.len() - 1]) {
            let told = str::from_utf8(value).ok().and_then(|value| value.parse().ok()).filter(|&told| told <= LONGEST);
            let Some(told) = told else { return Header::Nonsense };
            length = Some(told);
        }
    }
    // What has no line end yet is a header only as long as it may become one.
    let rest = &bytes[at..];
    let name = rest.split(|&byte| byte == b':').next().unwrap_or_default();
    if bytes.len() > LONGEST_HEADER || !name.trim_ascii_end().iter().all(is_name) { Header::Nonsense } else { Header::Partial }
}

/// The name and the value of a header's field.
fn field(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let colon = line.iter().position(|&byte| byte == b':')?;
    let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
    (!name.is_empty() && name.iter().all(is_name)).then_some((name, value))
}

fn is_name(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte == b'-'
}

/// Where the next header may begin.
fn next_header(bytes: &[u8]) -> Option<usize> {
    bytes.windows(LENGTH.len()).position(|window| window.eq_ignore_ascii_case(LENGTH))
}

/// The parts of a message, whatever kind it is.
#[derive(Deserialize)]
struct Parts<'a> {
    #[serde(borrow)]
    jsonrpc: Cow<'a, str>,
    method: Option<String>,
    #[serde(default, deserialize_with = "present")]
    id: Option<Id>,
    #[serde(default, deserialize_with = "present")]
    params: Option<Value>,
    #[serde(default, deserialize_with = "present")]
    result: Option<Value>,
    error: Option<Error>,
}

/// A field that is there, be it `null`.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Reads a body; an error where it is no JSON.
fn message(body: &[u8]) -> serde_json::Result<Incoming> {
    tracing::trace!("<- {}", String::from_utf8_lossy(body));
    let read = if body.trim_ascii_start().starts_with(b"{") {
        serde_json::from_slice::<Parts>(body).map(Parts::message)
    } else {
        serde_json::from_slice::<IgnoredAny>(body).map(|_| None)
    };
    match read {
        Ok(message) => Ok(message.unwrap_or_else(|| Incoming::Unreadable(refusal(body)))),
        Err(error) if error.is_data() => Ok(Incoming::Unreadable(refusal(body))),
        Err(error) => {
            tracing::warn!("a message is no JSON: {error}");
            Err(error)
        }
    }
}

impl Parts<'_> {
    fn message(self) -> Option<Incoming> {
        if self.jsonrpc != "2.0" {
            return None;
        }
        if let Some(method) = self.method {
            let mut request = Request::build(method);
            if let Some(id) = self.id {
                request = request.id(id);
            }
            if let Some(params) = self.params {
                request = request.params(params);
            }
            return Some(Incoming::Request(request.finish()));
        }
        let answer = match (self.result, self.error) {
            (_, Some(error)) => Err(error),
            (Some(result), None) => Ok(result),
            (None, None) => return None,
        };
        Some(Incoming::Response(Response::from_parts(self.id?, answer)))
    }
}

/// The answer to JSON that is no message. It names the id, if there is one: a client that waits for the answer learns of it.
fn refusal(body: &[u8]) -> Response {
    #[derive(Deserialize)]
    struct Named {
        id: Id,
    }
    tracing::warn!("a message is no message of JSON-RPC 2.0");
    let id = serde_json::from_slice::<Named>(body).map_or(Id::Null, |named| named.id);
    Response::from_error(id, Error::invalid_request())
}

#[cfg(test)]
mod tests;
