//! Files that are not what they say, or mean harm: one clear error each.

mod support;

use std::io::{Cursor, Write};
use std::path::Path;

use hegao_formats::{Bomb, Foreign, Lang, ReadError, read};
use support::{docx, p};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn error(bytes: &[u8], path: &str) -> ReadError {
    let error = read(bytes, Some(Path::new(path))).unwrap_err();
    for lang in [Lang::Zh, Lang::En] {
        let line = error.message(lang);
        assert!(!line.is_empty() && !line.contains('\n'), "{line}");
    }
    error
}

#[test]
fn wrong_extensions_are_named() {
    let word = docx(&p("甲")).build();
    assert!(matches!(error(&word, "a.txt"), ReadError::WrongExtension { .. }));
    assert!(matches!(error("甲乙".as_bytes(), "a.docx"), ReadError::WrongExtension { .. }));
    assert!(read(&word, Some(Path::new("a.doc"))).is_ok());
    let ole = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 1000]].concat();
    assert_eq!(error(&ole, "a.docx"), ReadError::NeedsConversion(Foreign::Doc));
    assert_eq!(error(&ole, "a.wps"), ReadError::NeedsConversion(Foreign::Wps));
    assert_eq!(error(b"%PDF-1.7\n", "a.docx"), ReadError::NeedsConversion(Foreign::Pdf));
    assert_eq!(error(b"{\\rtf1", "a.doc"), ReadError::NeedsConversion(Foreign::Rtf));
    assert_eq!(error(b"", "a.docx"), ReadError::Empty);
}

#[test]
fn encrypted_documents_are_named() {
    let mut ole = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 504]].concat();
    ole.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    ole.extend([0; 600]);
    assert_eq!(error(&ole, "a.docx"), ReadError::Encrypted);
}

#[test]
fn zeros_are_binary() {
    let zeros = vec![0; 20_000_000];
    assert_eq!(error(&zeros, "a.txt"), ReadError::Binary);
    assert_eq!(error(&zeros, "a.docx"), ReadError::Binary);
    assert!(matches!(error(&vec![0; 200_000_001], "a.docx"), ReadError::TooLarge { .. }));
}

#[test]
fn cut_off_containers_are_damaged_wherever_they_end() {
    let word = docx(&p("甲乙丙丁")).build();
    for length in (4..word.len() - 1).step_by(7) {
        let error = error(&word[..length], "a.docx");
        assert!(matches!(error, ReadError::DamagedZip(_)), "{length}: {error}");
    }
}

#[test]
fn no_changed_byte_panics() {
    let word = docx(&[p("甲乙"), p("丙丁")].concat()).part("styles", "").build();
    for at in 0..word.len() {
        for flip in [0x01, 0x80, 0xFF] {
            let mut bytes = word.clone();
            bytes[at] ^= flip;
            let _ = read(&bytes, Some(Path::new("a.docx")));
        }
    }
}

fn with_document(write: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    writer.start_file("[Content_Types].xml", options).unwrap();
    writer.write_all(b"<Types/>").unwrap();
    writer.start_file("word/document.xml", options).unwrap();
    write(&mut writer);
    writer.finish().unwrap().into_inner()
}

#[test]
fn bombs_are_refused() {
    let padded = with_document(|w| {
        for _ in 0..100 {
            w.write_all(&vec![b' '; 1 << 20]).unwrap();
        }
    });
    assert!(padded.len() < 1 << 20);
    assert_eq!(error(&padded, "a.docx"), ReadError::Bomb(Bomb::Ratio));
    let laughs = with_document(|w| {
        w.write_all(b"<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>").unwrap();
    });
    assert!(matches!(error(&laughs, "a.docx"), ReadError::Doctype { .. }));
    let undeclared = docx("<w:p><w:r><w:t>&lol;</w:t></w:r></w:p>").build();
    assert!(matches!(error(&undeclared, "a.docx"), ReadError::Xml { .. }));
    let deep = docx(&"<w:sdt>".repeat(5000)).build();
    assert_eq!(error(&deep, "a.docx"), ReadError::Bomb(Bomb::Depth));
    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..10_001 {
        many.start_file(format!("{n}"), SimpleFileOptions::default()).unwrap();
    }
    let many = many.finish().unwrap().into_inner();
    assert_eq!(error(&many, "a.docx"), ReadError::Bomb(Bomb::Entries));
}

#[test]
fn other_office_files_are_named() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(error(&bytes, "a.xlsx"), ReadError::Unsupported("an Excel workbook"));
}
