//! From the protocol's places to ours. Whatever lies beyond the end of a line or of the text is moved to it.

use super::analysis::Analysis;
use hegao_core::text::{Encoding, Position, Span};
use ropey::Rope;
use tower_lsp::ls_types as lsp;

/// The source offset of a position.
pub(super) fn offset(analysis: &Analysis, position: lsp::Position) -> usize {
    let position = Position { line: position.line, column: position.character };
    analysis.lines.offset(&analysis.text, position, analysis.encoding)
}

/// The source span of a range.
pub(super) fn span(analysis: &Analysis, range: lsp::Range) -> Span {
    Span::new(offset(analysis, range.start), offset(analysis, range.end))
}

/// The character index of a position in a rope.
pub(super) fn char_index(rope: &Rope, position: lsp::Position, encoding: Encoding) -> usize {
    let line = position.line as usize;
    if line >= rope.len_lines() {
        return rope.len_chars();
    }
    let slice = rope.line(line);
    let mut body = slice.len_chars();
    while body > 0 && matches!(slice.char(body - 1), '\n' | '\r') {
        body -= 1;
    }
    let column = position.character as usize;
    let within = match encoding {
        Encoding::Utf32 => column.min(body),
        Encoding::Utf16 => slice.utf16_cu_to_char(column.min(slice.char_to_utf16_cu(body))),
        Encoding::Utf8 => slice.byte_to_char(column.min(slice.char_to_byte(body))),
    };
    rope.line_to_char(line) + within
}

#[cfg(test)]
mod tests {
    use super::*;
    use hegao_core::text::LineIndex;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_rope_and_the_line_index_agree(
            text in "[a核𠀀😀\r\n ]{0,60}",
            line in 0u32..12,
            column in 0u32..40,
        ) {
            let rope = Rope::from_str(&text);
            let index = LineIndex::new(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let byte = rope.char_to_byte(char_index(&rope, lsp::Position::new(line, column), encoding));
                prop_assert_eq!(byte, index.offset(&text, Position { line, column }, encoding), "{:?}", encoding);
            }
        }
    }
}
