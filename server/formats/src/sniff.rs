//! What a file is: by its content first, by its extension where the content leaves it open.

use std::path::Path;

use crate::docx::package::Package;
use crate::foreign::Foreign;
use crate::{Format, ReadError};

const WORD: &[&str] = &["docx", "docm", "dotx", "dotm"];
const TEXT: &[&str] = &["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// The format of a file whose content is ours to read, or the one error that says why not.
pub(crate) fn sniff(bytes: &[u8], path: Option<&Path>) -> Result<Format, ReadError> {
    let extension = path.and_then(|p| p.extension()).map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let extension = extension.as_str();
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    let wrong = |really| Err(ReadError::WrongExtension { extension: extension.to_owned(), really });
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let text = TEXT.contains(&extension);
        return match zip_content(bytes) {
            Ok(()) if text => wrong("a Word document"),
            Err(ReadError::Unsupported(_)) if text => wrong("a zip archive"),
            Err(ReadError::Unsupported(what)) if WORD.contains(&extension) => wrong(what),
            other => other.map(|()| Format::Docx),
        };
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(ole_content(bytes, extension));
    }
    let head = &bytes[..bytes.len().min(1024)];
    if head.windows(5).any(|w| w == b"%PDF-") {
        return Err(ReadError::NeedsConversion(Foreign::Pdf));
    }
    if head.starts_with(b"{\\rtf") {
        return Err(ReadError::NeedsConversion(Foreign::Rtf));
    }
    let has = |needle: &[u8]| head.windows(needle.len()).any(|w| w == needle);
    if has(b"progid=\"Word.Document\"") {
        return Err(ReadError::NeedsConversion(Foreign::WordXml));
    }
    if WORD.contains(&extension) || matches!(extension, "pdf" | "ofd" | "odt") {
        // Only real text is called text; anything else under this name is no document at all.
        crate::decode_text(bytes)?;
        return wrong("plain text");
    }
    Ok(match extension {
        "md" | "markdown" => Format::Markdown,
        "txt" | "text" => Format::Text,
        "html" | "htm" | "xhtml" => Format::Html,
        _ if looks_like_html(head) => Format::Html,
        _ => Format::Text,
    })
}

fn looks_like_html(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// Parts that tell what an archive is, and what to say of it; a Word document is known by having a main part.
const MARKS: &[(&str, Result<Foreign, &str>)] = &[
    ("xl/workbook.xml", Err("an Excel workbook")),
    ("ppt/presentation.xml", Err("a PowerPoint presentation")),
    ("OFD.xml", Ok(Foreign::Ofd)),
];

fn zip_content(bytes: &[u8]) -> Result<(), ReadError> {
    let mut package = Package::open(bytes)?;
    for (part, what) in MARKS {
        if package.find(part).is_some() {
            return Err(match what {
                Ok(foreign) => ReadError::NeedsConversion(*foreign),
                Err(what) => ReadError::Unsupported(what),
            });
        }
    }
    if package.find("[Content_Types].xml").is_some() {
        return Ok(());
    }
    if package.find("mimetype").is_some() {
        let kind = package.bytes("mimetype")?.unwrap_or_default();
        if kind.starts_with(b"application/vnd.oasis.opendocument.text") {
            return Err(ReadError::NeedsConversion(Foreign::Odt));
        }
    }
    Err(ReadError::Unsupported("a zip archive"))
}

/// OLE containers list their streams by UTF-16 names in entries of 128 bytes.
fn ole_content(bytes: &[u8], extension: &str) -> ReadError {
    let named = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.chunks(128).any(|entry| entry.starts_with(&name))
    };
    if named("EncryptedPackage") {
        return ReadError::Encrypted;
    }
    match extension {
        "wps" | "wpt" => ReadError::NeedsConversion(Foreign::Wps),
        _ if named("Workbook") => ReadError::Unsupported("an Excel workbook"),
        _ if named("PowerPoint Document") => ReadError::Unsupported("a PowerPoint presentation"),
        _ => ReadError::NeedsConversion(Foreign::Doc),
    }
}
