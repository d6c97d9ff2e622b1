//! Word documents made by hand, for tests of the command line.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = concat!(
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Override PartName=\"/word/document.xml\" ",
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
);
const RELATIONSHIPS: &str = concat!(
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" ",
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
);

/// A document with a paragraph for each line of a text, every paragraph in two runs.
pub(crate) fn of_text(text: &str) -> Vec<u8> {
    let run = |part: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{part}</w:t></w:r>");
    let paragraph = |line: &str| {
        let half = line.char_indices().nth(line.chars().count() / 2).map_or(line.len(), |(at, _)| at);
        format!("<w:p>{}{}</w:p>", run(&line[..half]), run(&line[half..]))
    };
    of_body(&text.lines().map(paragraph).collect::<String>())
}

/// A document with this body.
pub(crate) fn of_body(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w=\"{WORD}\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    container(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

/// The parts of an empty document before its main one, and these.
pub(crate) fn with_main(main: &[u8]) -> Vec<u8> {
    container(&[("[Content_Types].xml", TYPES.as_bytes()), ("_rels/.rels", RELATIONSHIPS.as_bytes()), ("word/document.xml", main)])
}

/// A container of these entries.
pub(crate) fn container(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// All entries of a container: name and unpacked bytes.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut unpacked = Vec::new();
            entry.read_to_end(&mut unpacked).unwrap();
            (entry.name().to_owned(), unpacked)
        })
        .collect()
}

/// One part as text.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(other, _)| other == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}
