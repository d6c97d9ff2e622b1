//! Whatever comes in, and in whatever pieces, the messages behind it are read.

use super::{Frames, Incoming, LENGTH, LONGEST_HEADER, next_header};
use proptest::prelude::*;
use tokio_util::bytes::BytesMut;
use tokio_util::codec::Decoder;

fn frame(body: &str) -> Vec<u8> {
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn note(method: &str) -> Vec<u8> {
    frame(&format!(r#"{{"jsonrpc":"2.0","method":"{method}"}}"#))
}

/// What is read, as words: the method of a request, `reply` and its id, the code of an error and its id.
fn read(bytes: &[u8], piece: usize) -> Vec<String> {
    let (mut frames, mut buffer, mut said) = (Frames::default(), BytesMut::new(), Vec::new());
    for piece in bytes.chunks(piece) {
        buffer.extend_from_slice(piece);
        while let Some(message) = frames.decode(&mut buffer).expect("nothing fails") {
            said.push(match message {
                Incoming::Request(request) => request.method().to_owned(),
                Incoming::Response(reply) => format!("reply {}", reply.id()),
                Incoming::Unreadable(answer) => format!("{} {}", answer.error().expect("an error").code.code(), answer.id()),
            });
        }
    }
    said
}

/// The same in pieces of every size.
fn said(bytes: &[u8]) -> Vec<String> {
    let whole = read(bytes, bytes.len().max(1));
    for piece in [1, 2, 7, 64] {
        assert_eq!(read(bytes, piece), whole, "in pieces of {piece} bytes");
    }
    whole
}

#[test]
fn requests_and_replies_are_told_apart() {
    let bytes = [
        frame(r#"{"jsonrpc":"2.0","id":7,"method":"a","params":[1]}"#),
        frame(r#"{"jsonrpc":"2.0","id":"x","result":null}"#),
        frame(r#"{"id":3,"error":{"code":-1,"message":"m"},"jsonrpc":"2.0"}"#),
        frame(r#"{"jsonrpc":"2.0","id":4,"result":1,"error":null}"#),
        note("b"),
    ];
    assert_eq!(said(&bytes.concat()), ["a", "reply \"x\"", "reply 3", "reply 4", "b"]);
}

#[test]
fn headers_may_be_written_as_http_allows() {
    let body = r#"{"jsonrpc":"2.0","method":"a"}"#;
    for header in [
        format!("Content-Length: {}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n", body.len()),
        format!("content-type: x\r\ncontent-length:{}\r\n\r\n", body.len()),
        format!("Content-Length: {}\n\n", body.len()),
        format!("\r\n\r\nContent-Length:  {} \r\n\r\n", body.len()),
    ] {
        assert_eq!(said(&[header.as_bytes(), body.as_bytes(), &note("b")].concat()), ["a", "b"], "{header:?}");
    }
}

#[test]
fn a_body_that_is_no_message_is_answered_and_passed_over() {
    let deep = format!(r#"{{"jsonrpc":"2.0","method":"a","params":{}"#, "[".repeat(1000));
    for (body, wanted) in [
        ("", "-32700 null"),
        ("{", "-32700 null"),
        ("nonsense", "-32700 null"),
        (deep.as_str(), "-32700 null"),
        ("{}", "-32600 null"),
        ("[]", "-32600 null"),
        ("null", "-32600 null"),
        (r#"["2.0","a",1]"#, "-32600 null"),
        (r#"{"jsonrpc":"1.0","id":5,"method":"a"}"#, "-32600 5"),
        (r#"{"jsonrpc":"2.0","id":5}"#, "-32600 5"),
        (r#"{"jsonrpc":"2.0","id":5,"method":6}"#, "-32600 5"),
        (r#"{"jsonrpc":"2.0","id":{},"method":"a"}"#, "-32600 null"),
        (r#"[{"jsonrpc":"2.0","id":1,"method":"a"}]"#, "-32600 null"),
    ] {
        assert_eq!(said(&[frame(body), note("b")].concat()), [wanted, "b"], "{body:.40?}");
    }
    let body = [&br#"{"jsonrpc":"2.0","method":""#[..], b"\xFF\"}"].concat();
    let bytes = [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), &body, &note("b")].concat();
    assert_eq!(said(&bytes), ["-32700 null", "b"], "bytes that are no UTF-8");
}

#[test]
fn a_header_that_is_nonsense_is_answered_once() {
    let long = "x".repeat(3 * LONGEST_HEADER);
    for nonsense in [
        "nonsense\r\n\r\n",
        "no colon at all\r\nnor here\r\n\r\n{}",
        "Content-Length: abc\r\n\r\n{}",
        "Content-Length: -5\r\n\r\n{}",
        "Content-Length: 99999999999999\r\n\r\n{}",
        "Content-Length: 99999999999999999999999999\r\n\r\n{}",
        "Content-Length\r\n\r\n{}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"a\"}\n",
        "\u{1}\u{2}办结",
        long.as_str(),
    ] {
        assert_eq!(said(&[nonsense.as_bytes(), &note("b"), &note("c")].concat()), ["-32700 null", "b", "c"], "{nonsense:.40?}");
    }
}

/// A client that counts characters where bytes are asked for, the commonest mistake of hand-written ones.
#[test]
fn a_wrong_length_costs_its_own_message_only() {
    let body = r#"{"jsonrpc":"2.0","method":"a","params":"全年受理12件"}"#;
    for length in [body.chars().count(), 1, body.len() + 1, body.len() + 25, body.len() + 60] {
        let wrong = format!("Content-Length: {length}\r\n\r\n{body}");
        let said = said(&[wrong.as_bytes(), &note("b"), &note("c")].concat());
        assert_eq!(said, ["-32700 null", "b", "c"], "{length}");
    }
}

#[test]
fn no_room_is_made_for_a_length_that_is_only_claimed() {
    let (mut frames, mut buffer) = (Frames::default(), BytesMut::new());
    buffer.extend_from_slice(b"Content-Length: 1000000000\r\n\r\n{");
    assert!(frames.decode(&mut buffer).expect("nothing fails").is_none());
    assert!(buffer.capacity() < 1 << 22, "{}", buffer.capacity());
}

proptest! {
    #[test]
    fn what_follows_any_bytes_is_read(noise in prop::collection::vec(any::<u8>(), 0..200), soup in "[ContenLgth: 0-9\\r\\n{}\"-]{0,80}") {
        for noise in [noise, soup.into_bytes()] {
            // A whole header promises a body, which what follows may be taken for.
            prop_assume!(next_header(&noise).is_none());
            let said = said(&[&noise, LENGTH, b" 0\r\n\r\n", &note("b"), &note("c")].concat());
            prop_assert_eq!(&said[said.len() - 2..], ["b", "c"]);
        }
    }
}
