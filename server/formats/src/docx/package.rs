//! The zip container: parts in with limits, edited parts out with everything else copied as it lies.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::xml::{Event, Xml};
use crate::encoding::{Encoding, encode_text};
use crate::limits::{MAX_ENTRIES, MAX_PART_BYTES, MAX_RATIO, MAX_TOTAL_BYTES, RATIO_FREE_BYTES};
use crate::{Bomb, ReadError, WriteError};

/// An open container.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    budget: u64,
}

/// A part as text, with the encoding that it had in the container.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) source: String,
    encoding: Encoding,
}

/// One line of a `.rels` part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relationship {
    pub(super) id: String,
    pub(super) kind: String,
    /// The part's name inside the container, resolved; external targets are left out.
    pub(super) target: String,
}

fn damaged(error: ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted,
        other => ReadError::DamagedZip(other.to_string()),
    }
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MAX_ENTRIES {
            return Err(ReadError::Bomb(Bomb::Entries));
        }
        Ok(Self { archive, budget: MAX_TOTAL_BYTES })
    }

    /// Whether a part of this name exists; names are compared without regard to ASCII case, as OPC asks.
    pub(crate) fn find(&self, name: &str) -> Option<String> {
        if self.archive.index_for_name(name).is_some() {
            return Some(name.to_owned());
        }
        let names = self.archive.file_names();
        let mut same = names.filter(|n| n.eq_ignore_ascii_case(name));
        same.next().map(str::to_owned)
    }

    /// Unpacks a part, within the limits whatever the container claims its size to be.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(name) = self.find(name) else {
            return Ok(None);
        };
        let file = self.archive.by_name(&name).map_err(damaged)?;
        let packed = file.compressed_size();
        let most = MAX_PART_BYTES.min(self.budget);
        let claimed = usize::try_from(file.size().min(most)).unwrap_or(0);
        // The claim is not trusted with more than a megabyte before it is seen to be true.
        let mut bytes = Vec::with_capacity(claimed.min(1 << 20));
        let read = file.take(most + 1).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        if size > RATIO_FREE_BYTES && size / packed.max(1) > MAX_RATIO {
            return Err(ReadError::Bomb(Bomb::Ratio));
        }
        if size > MAX_PART_BYTES {
            return Err(ReadError::Bomb(Bomb::PartSize));
        }
        if size > self.budget {
            return Err(ReadError::Bomb(Bomb::TotalSize));
        }
        read.map_err(|e| ReadError::DamagedZip(e.to_string()))?;
        self.budget -= size;
        Ok(Some(bytes))
    }

    /// Unpacks an XML part as text; OPC allows UTF-8 and UTF-16.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part>, ReadError> {
        let Some(bytes) = self.bytes(name)? else {
            return Ok(None);
        };
        let fault = |offset| ReadError::Xml { part: name.to_owned(), offset };
        let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
        let (source, encoding) = if utf16 {
            crate::encoding::decode_text(&bytes).map_err(|_| fault(0))?
        } else {
            // A byte order mark stays in the text, so that offsets count it.
            let source = String::from_utf8(bytes).map_err(|e| fault(e.utf8_error().valid_up_to()))?;
            (source, Encoding::UTF_8)
        };
        Ok(Some(Part { name: name.to_owned(), source, encoding }))
    }

    /// The relationships of a part (`""` for those of the whole package).
    pub(super) fn relationships(&mut self, of: &str) -> Result<Vec<Relationship>, ReadError> {
        let Some(part) = self.part(&rels_name(of))? else {
            return Ok(Vec::new());
        };
        let folder = of.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut list = Vec::new();
        let mut xml = Xml::new(&part.name, &part.source);
        while let Some((event, _)) = xml.next()? {
            let Event::Open(element) = event else {
                continue;
            };
            let get = |name| element.attribute(name).unwrap_or_default().into_owned();
            if element.local() == "Relationship" && get("TargetMode") != "External" {
                list.push(Relationship { id: get("Id"), kind: get("Type"), target: resolve(folder, &get("Target")) });
            }
        }
        Ok(list)
    }

    /// Writes the container anew: `changed` parts are replaced or added, all others copied without unpacking them.
    pub(super) fn with_parts(mut self, changed: &[(String, Vec<u8>)]) -> Result<Vec<u8>, WriteError> {
        let io = |e: ZipError| WriteError::Io(e.to_string());
        let mut new: HashMap<&str, &[u8]> = changed.iter().map(|(n, b)| (&**n, &**b)).collect();
        let length = self.archive.clone().into_inner().into_inner().len();
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(length + 4096)));
        writer.set_raw_comment(self.archive.comment().into()).map_err(io)?;
        for index in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(index).map_err(io)?;
            let Some(bytes) = new.remove(entry.name()) else {
                writer.raw_copy_file(entry).map_err(io)?;
                continue;
            };
            let options = entry.options().compression_method(CompressionMethod::Deflated);
            let name = entry.name().to_owned();
            drop(entry);
            writer.start_file(name, options).map_err(io)?;
            writer.write_all(bytes).map_err(|e| io(e.into()))?;
        }
        for (name, bytes) in changed.iter().filter(|(n, _)| new.contains_key(&**n)) {
            // The fixed date keeps the result the same for the same input.
            let options =
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(zip::DateTime::default());
            writer.start_file(&**name, options).map_err(io)?;
            writer.write_all(bytes).map_err(|e| io(e.into()))?;
        }
        Ok(writer.finish().map_err(io)?.into_inner())
    }
}

impl Part {
    /// The part's bytes with another source text, in its own encoding.
    pub(super) fn encode(&self, source: &str) -> Result<Vec<u8>, WriteError> {
        encode_text(source, &self.encoding)
    }
}

/// The name of the part that lists the relationships of another.
pub(super) fn rels_name(of: &str) -> String {
    match of.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{of}.rels"),
    }
}

/// A relationship's target as a part name; these names are only ever looked up inside the container.
fn resolve(folder: &str, target: &str) -> String {
    let whole: Cow<'_, str> = match target.strip_prefix('/') {
        Some(absolute) => absolute.into(),
        None => format!("{folder}/{target}").into(),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_inside_the_container() {
        assert_eq!(resolve("word", "comments.xml"), "word/comments.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(resolve("word", "/word/x.xml"), "word/x.xml");
        assert_eq!(resolve("word", "../../../etc/passwd"), "etc/passwd");
        assert_eq!(rels_name("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(rels_name(""), "_rels/.rels");
    }
}
