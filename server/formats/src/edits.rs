//! Edits of text, and text files changed in their own encoding.

use std::ops::Range;

use crate::{WriteError, decode_text, encode_text};

/// New text for a range of the old one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Bytes of [`crate::Document::text`].
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub text: String,
}

/// The edits in the order of the text, each with its index; an error if one lies outside or two overlap.
pub(crate) fn sorted<'e>(text: &str, edits: &'e [Replacement]) -> Result<Vec<(usize, &'e Replacement)>, WriteError> {
    let mut order: Vec<_> = edits.iter().enumerate().collect();
    order.sort_by_key(|(_, e)| (e.range.start, e.range.end));
    let mut at = 0;
    for (_, edit) in &order {
        let Range { start, end } = edit.range;
        if start < at || text.get(start..end).is_none() {
            return Err(WriteError::BadRange { start, end });
        }
        at = end;
    }
    Ok(order)
}

/// A text file with edits made: encoding, byte order mark, line ends and every other byte stay.
///
/// A file whose bytes do not survive decoding and encoding is refused.
pub fn rewrite_text(original: &[u8], edits: &[Replacement]) -> Result<Vec<u8>, WriteError> {
    let (text, encoding) = decode_text(original)?;
    if encode_text(&text, &encoding)? != original {
        return Err(WriteError::NotReversible { encoding: encoding.name });
    }
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (_, edit) in sorted(&text, edits)? {
        new.push_str(&text[at..edit.range.start]);
        new.push_str(&edit.text);
        at = edit.range.end;
    }
    new.push_str(&text[at..]);
    encode_text(&new, &encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(range: Range<usize>, text: &str) -> Replacement {
        Replacement { range, text: text.into() }
    }

    #[test]
    fn encodings_and_line_ends_are_kept() {
        let text = "受理[2018]号\r\n办结\r\n";
        let edits = [edit(6..7, "〔"), edit(11..12, "〕")];
        for name in ["gb18030", "UTF-8", "UTF-16LE"] {
            let bom = name != "gb18030";
            let encoding = crate::Encoding { name, bom };
            let bytes = encode_text(text, &encoding).unwrap();
            let new = rewrite_text(&bytes, &edits).unwrap();
            let (again, told) = decode_text(&new).unwrap();
            assert_eq!(again, "受理〔2018〕号\r\n办结\r\n");
            assert_eq!(told, encoding);
        }
    }

    #[test]
    fn overlaps_and_halves_of_characters_are_refused() {
        let bytes = "甲乙".as_bytes();
        for edits in [vec![edit(0..3, ""), edit(0..6, "")], vec![edit(1..3, "")], vec![edit(3..9, "")]] {
            let error = rewrite_text(bytes, &edits).unwrap_err();
            assert!(matches!(error, WriteError::BadRange { .. }));
        }
    }
}
