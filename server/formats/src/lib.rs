//! Drafts of every usual kind as text with a way back.
//!
//! [`read`] takes a file's bytes and gives a [`Document`]: its text and what was skipped or noticed. Text files keep their
//! encoding through [`decode_text`], [`encode_text`] and [`rewrite_text`]; Word documents take comments through
//! [`annotate`] and fixes as tracked changes through [`apply_tracked`]. Nothing here knows what a report is.

mod atomic;
mod convert;
mod document;
mod docx;
mod edits;
mod encoding;
mod error;
mod foreign;
mod html;
mod lang;
pub mod limits;
mod sniff;

use std::path::Path;

pub use atomic::{write_atomic, write_atomic_with, write_atomic_within};
pub use convert::{ConvertError, Converted, convert, find_tool};
pub use document::{Document, Format, Note, NoteKind};
pub use docx::comments::{Comment, Signature, annotate};
pub use docx::tracked::{Tracked, apply_tracked};
pub use edits::{Replacement, rewrite_text};
pub use encoding::{Encoding, LineEnding, decode_text, encode_text};
pub use error::{Bomb, ReadError, WriteError};
pub use foreign::{Foreign, Tool};
pub use lang::Lang;

/// Reads a draft: the content decides what it is, and the path's extension where the content leaves it open.
pub fn read(bytes: &[u8], path_hint: Option<&Path>) -> Result<Document, ReadError> {
    let size = bytes.len() as u64;
    if size > limits::MAX_FILE_BYTES {
        return Err(too_large(size));
    }
    match sniff::sniff(bytes, path_hint)? {
        Format::Docx => docx::read(bytes),
        Format::Html => {
            let (source, encoding) = decode_text(bytes)?;
            let page = html::read(&source)?;
            let dropped = Note { kind: NoteKind::Furniture, count: page.dropped };
            Ok(Document {
                body: 0..page.text.len(),
                line_ending: LineEnding::Lf,
                encoding: Some(encoding),
                format: Format::Html,
                text: page.text,
                notes: [dropped].into_iter().filter(|n| n.count > 0).collect(),
                metadata: page.metadata,
                converted: None,
            })
        }
        format => {
            let (text, encoding) = decode_text(bytes)?;
            Ok(Document {
                body: 0..text.len(),
                line_ending: LineEnding::of(&text),
                encoding: Some(encoding),
                format,
                text,
                notes: Vec::new(),
                metadata: Vec::new(),
                converted: None,
            })
        }
    }
}

/// Reads a file from disk and gives its bytes too; its size is looked at before its content is.
pub fn read_file(path: &Path) -> Result<(Vec<u8>, Document), ReadError> {
    let io = |e: std::io::Error| ReadError::Io(e.to_string());
    let about = std::fs::metadata(path).map_err(io)?;
    if !about.is_file() {
        return Err(ReadError::NotAFile);
    }
    if about.len() > limits::MAX_FILE_BYTES {
        return Err(too_large(about.len()));
    }
    let bytes = std::fs::read(path).map_err(io)?;
    let document = read(&bytes, Some(path))?;
    Ok((bytes, document))
}

fn too_large(bytes: u64) -> ReadError {
    ReadError::TooLarge { bytes, limit: limits::MAX_FILE_BYTES }
}
