//! Small Word documents made in memory.
#![allow(dead_code, reason = "every test file uses its own part of this")]

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document under construction: the body's XML and further parts of the word folder.
pub(crate) struct Docx {
    body: String,
    parts: Vec<(&'static str, String)>,
}

/// A document with this body.
pub(crate) fn docx(body: &str) -> Docx {
    Docx { body: body.to_owned(), parts: Vec::new() }
}

impl Docx {
    /// Adds `word/{name}.xml` with this root element's content.
    pub(crate) fn part(mut self, name: &'static str, content: &str) -> Self {
        self.parts.push((name, content.to_owned()));
        self
    }

    /// The container's bytes.
    pub(crate) fn build(self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let mut add = |name: &str, content: &str| {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        };
        let overrides: String = self.parts.iter().map(|(n, _)| format!(
            "<Override PartName=\"/word/{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{n}+xml\"/>"
        )).collect();
        add(
            "[Content_Types].xml",
            &format!(
                "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
             {overrides}</Types>"
            ),
        );
        let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
        add(
            "_rels/.rels",
            &format!(
                "{HEAD}<Relationships xmlns=\"{rels}\"><Relationship Id=\"rId1\" Type=\"{TYPES}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        );
        add("word/document.xml", &format!("{HEAD}<w:document {W}><w:body>{}<w:sectPr/></w:body></w:document>", self.body));
        let lines: String = self
            .parts
            .iter()
            .enumerate()
            .map(|(i, (n, _))| format!("<Relationship Id=\"rId{}\" Type=\"{TYPES}/{n}\" Target=\"{n}.xml\"/>", i + 1))
            .collect();
        if !lines.is_empty() {
            add("word/_rels/document.xml.rels", &format!("{HEAD}<Relationships xmlns=\"{rels}\">{lines}</Relationships>"));
        }
        for (name, content) in &self.parts {
            add(&format!("word/{name}.xml"), &format!("{HEAD}<w:{name} {W}>{content}</w:{name}>"));
        }
        add("docProps/custom.bin", "left alone");
        writer.finish().unwrap().into_inner()
    }
}

/// A part of a container as text.
pub(crate) fn part(bytes: &[u8], name: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut file = archive.by_name(name).ok()?;
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    Some(text)
}

/// All parts of a container: name and packed bytes.
pub(crate) fn packed(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|i| {
            let mut file = archive.by_index_raw(i).unwrap();
            let mut raw = Vec::new();
            file.read_to_end(&mut raw).unwrap();
            (file.name().to_owned(), raw)
        })
        .collect()
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}
