//! Places in a text, counted anew: the tests do not trust the code that they test.

use serde_json::{Value, json};

/// The draft that most tests work on.
pub(crate) const DRAFT: &str = include_str!("fixtures/draft.md");

/// The length of a text in a position encoding.
pub(crate) fn width(text: &str, encoding: &str) -> usize {
    match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    }
}

/// The position of a byte offset. A line ends with LF, CRLF or a lone CR.
pub(crate) fn position(text: &str, offset: usize, encoding: &str) -> Value {
    let bytes = text.as_bytes();
    let ends = |at: usize| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    let line = (0..offset).filter(|&at| ends(at)).count();
    let start = (0..offset).rev().find(|&at| ends(at)).map_or(0, |at| at + 1);
    json!({"line": line, "character": width(&text[start..offset], encoding)})
}

/// The range of the `nth` occurrence of some words.
pub(crate) fn range_of(text: &str, words: &str, nth: usize) -> Value {
    let (at, _) = text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("{words} is not in the text {} times", nth + 1));
    json!({"start": position(text, at, "utf-16"), "end": position(text, at + words.len(), "utf-16")})
}

/// The text under a range.
pub(crate) fn under<'a>(text: &'a str, range: &Value) -> &'a str {
    &text[offset(text, &range["start"])..offset(text, &range["end"])]
}

/// The byte offset of a UTF-16 position.
pub(crate) fn offset(text: &str, place: &Value) -> usize {
    let found = text.char_indices().map(|(at, _)| at).chain([text.len()]).find(|&at| position(text, at, "utf-16") == *place);
    found.unwrap_or_else(|| panic!("{place} is no place of the text"))
}

/// Applies edits of the protocol to a text.
pub(crate) fn apply(text: &str, edits: &Value) -> String {
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .unwrap_or_else(|| panic!("no edits: {edits}"))
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (offset(text, &range["start"]), offset(text, &range["end"]), edit["newText"].as_str().expect("a text"))
        })
        .collect();
    edits.sort_unstable();
    let mut out = text.to_owned();
    let mut end = usize::MAX;
    for (from, to, new) in edits.into_iter().rev() {
        assert!(to <= end, "edits overlap");
        end = from;
        out.replace_range(from..to, new);
    }
    out
}

/// A source of numbers that look random, the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below a bound (xorshift64*).
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound.max(1)
    }
}
