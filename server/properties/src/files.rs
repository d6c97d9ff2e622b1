//! Text files and web pages: bytes in, text out, and back without a byte lost.

use hegao_formats::{Replacement, WriteError, decode_text, encode_text, read, rewrite_text};
use std::path::Path;

/// The fuzz target: the first byte chooses how the rest is looked at.
pub fn bytes(data: &[u8]) {
    let Some((&kind, data)) = data.split_first() else { return };
    match kind % 3 {
        0 => page(data),
        1 => text_file(data),
        _ => drop(read(data, Some(Path::new(["a.md", "a.txt", "a.docx", "a.html", "a.wps", "a"][usize::from(kind / 3) % 6])))),
    }
}

/// Reads bytes as a web page; a text that came out is one that a review can be made of.
pub fn page(data: &[u8]) {
    let page = ["<!doctype html><meta charset=utf-8><body>".as_bytes(), data].concat();
    if let Ok(document) = read(&page, Some(Path::new("a.html"))) {
        assert!(document.body.end <= document.text.len());
        let notes: Vec<String> = document.notes.iter().map(|note| note.message(hegao_formats::Lang::Zh)).collect();
        assert!(notes.iter().all(|note| !note.contains("{}")));
    }
}

/// Decodes bytes. What can be written back is written back as it was, and an edit changes nothing but its place.
pub fn text_file(data: &[u8]) {
    let Ok((text, encoding)) = decode_text(data) else { return };
    let same = encode_text(&text, &encoding).is_ok_and(|bytes| bytes == data);
    let middle = text.floor_char_boundary(text.len() / 2);
    let edit = Replacement { range: middle..middle, text: "核稿".to_owned() };
    match rewrite_text(data, &[edit]) {
        Ok(new) => {
            assert!(same, "only what survives a round trip is rewritten");
            // A mark of two characters may tip the guess of the encoding; where it does not, the text is the edited one.
            if let Ok((again, told)) = decode_text(&new)
                && told == encoding
            {
                assert_eq!(again, format!("{}核稿{}", &text[..middle], &text[middle..]));
            }
        }
        Err(WriteError::NotReversible { .. }) => assert!(!same),
        // An encoding without these characters, or one that cannot even write what was read.
        Err(_) => {}
    }
}
