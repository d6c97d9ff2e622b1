//! Word documents: any container is read or refused, and comments and tracked changes keep the text.

use hegao_formats::{Comment, Document, Replacement, Signature, annotate, apply_tracked, read};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts that the bytes of the fuzz target fill, in this order.
const PARTS: &[&str] = &[
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
    "_rels/.rels",
];

/// What stands between two parts in the bytes of the fuzz target: a byte that no XML may hold.
const BETWEEN: u8 = 0x1E;

const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/styles" Target="styles.xml"/><Relationship Id="r2" Type="x/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="r4" Type="x/comments" Target="comments.xml"/></Relationships>"#;
const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;

/// The fuzz target: a container as it is, or the XML of its parts with a separator between them.
pub fn bytes(data: &[u8]) {
    if data.starts_with(b"PK") {
        container_holds(data);
        return;
    }
    let parts: Vec<&[u8]> = data.split(|&byte| byte == BETWEEN).collect();
    container_holds(&container(&parts));
}

/// A container with these parts, in the order of [`PARTS`]; what is missing or empty gets the usual content or none.
pub fn container(parts: &[&[u8]]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (index, name) in PARTS.iter().enumerate() {
        let usual: &[u8] = match *name {
            "word/_rels/document.xml.rels" => RELATIONSHIPS.as_bytes(),
            "[Content_Types].xml" => CONTENT_TYPES.as_bytes(),
            _ => b"",
        };
        let content = parts.get(index).copied().filter(|part| !part.is_empty()).unwrap_or(usual);
        if !content.is_empty() || index == 0 {
            writer.start_file(*name, options).and_then(|()| writer.write_all(content).map_err(Into::into)).expect("memory takes it");
        }
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// Reads a container, comments it, comments it again, and changes a word.
pub fn container_holds(bytes: &[u8]) {
    let document = match read(bytes, Some(Path::new("a.docx"))) {
        Ok(document) => document,
        Err(error) => {
            let line = error.message(hegao_formats::Lang::Zh);
            assert!(!line.is_empty() && !line.contains('\n'), "one line: {line}");
            return;
        }
    };
    assert!(document.text.get(document.body.clone()).is_some(), "the body fits the text");
    let stops = stops(&document.text);
    commented(bytes, &document, &stops);
    changed(bytes, &document, &stops);
}

/// A few places of a text, its ends among them.
fn stops(text: &str) -> Vec<usize> {
    let all: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let step = (all.len() / 6).max(1);
    let mut few: Vec<usize> = all.iter().copied().step_by(step).chain([text.len()]).collect();
    few.dedup();
    few
}

/// Comments change nothing of the text, and the same comments once more change nothing at all.
fn commented(bytes: &[u8], document: &Document, stops: &[usize]) {
    let comments: Vec<Comment> =
        stops.windows(2).take(4).map(|pair| Comment { range: pair[0]..pair[1], text: "核对\n此处 & <其余>".to_owned() }).collect();
    let Ok(once) = annotate(bytes, &comments, &Signature::default()) else { return };
    let read_again = read(&once, None).expect("what was written can be read");
    assert_eq!(read_again.text, document.text, "comments change no text");
    let twice = annotate(&once, &comments, &Signature::default()).expect("an annotated document can be annotated");
    assert!(once == twice, "the same comments are not added twice");
}

/// A tracked change that is not refused gives the text with the change made.
fn changed(bytes: &[u8], document: &Document, stops: &[usize]) {
    let [start, end, ..] = *stops else { return };
    let edit = Replacement { range: start..end, text: "改".to_owned() };
    let Ok(tracked) = apply_tracked(bytes, std::slice::from_ref(&edit), &Signature::default()) else { return };
    let again = read(&tracked.bytes, None).expect("what was written can be read").text;
    if tracked.skipped.is_empty() {
        let mut wanted = document.text.clone();
        wanted.replace_range(edit.range, &edit.text);
        assert_eq!(again, wanted, "the change is made and nothing else");
    } else {
        assert_eq!(again, document.text, "what is left out changes nothing");
    }
}
