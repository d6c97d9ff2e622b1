//! Lines and columns of a source text, in the units that editors and people count in.

use super::Span;

/// The unit in which columns are counted (LSP 3.17, `PositionEncodingKind`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// The length of a character in this unit.
    pub fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }

    /// The length of a text in this unit.
    pub fn len(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            // Only characters of four bytes take two units.
            Self::Utf16 => text.chars().count() + text.bytes().filter(|&byte| byte >= 0xF0).count(),
            Self::Utf32 => text.chars().count(),
        }
    }
}

/// A place in a text: line and column count from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 0.
    pub line: u32,
    /// The column, from 0, in the unit of an [`Encoding`].
    pub column: u32,
}

/// The lines of a text with their ends. Each LF and each CR ends one, so that a CRLF is followed by an empty line.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
        let (line, behind) = rest.split_at(end);
        rest = behind;
        (end > 0).then_some(line)
    })
}

/// After how many bytes the characters are counted anew, so that a place far into a long line costs no more than another.
const STEP: usize = 256;

/// Where the lines of a text begin. A line ends with LF, CRLF or a lone CR, as LSP has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Unicode scalar values and UTF-16 code units before every [`STEP`]th byte, or the start of the character that it lies in.
    counts: Vec<[u32; 2]>,
    len: u32,
}

impl LineIndex {
    /// Reads the lines of a text.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(at as u32 + 1);
        }
        let (mut counts, mut from, mut count) = (Vec::with_capacity(text.len() / STEP + 1), 0, [0, 0]);
        for step in (0..=text.len()).step_by(STEP) {
            let at = text.floor_char_boundary(step);
            count = sum(count, &text[from..at]);
            counts.push(count);
            from = at;
        }
        Self { starts, counts, len: text.len() as u32 }
    }

    /// Unicode scalar values and UTF-16 code units before a byte offset at which a character begins.
    fn counted(&self, text: &str, offset: usize) -> [u32; 2] {
        let step = offset / STEP;
        sum(self.counts[step], &text[text.floor_char_boundary(step * STEP)..offset])
    }

    /// The number of lines; a text without a line end has one.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of a line, its line end included.
    pub fn line(&self, line: usize) -> Span {
        let start = self.starts.get(line).copied().unwrap_or(self.len);
        let end = self.starts.get(line + 1).copied().unwrap_or(self.len);
        Span { start, end }
    }

    /// The line of a byte offset, from 0.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset) - 1
    }

    /// The place of a byte offset. Offsets beyond the end are moved to it, offsets inside a character to its start.
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let line = self.line_of(offset);
        let start = self.starts[line] as usize;
        let column = if offset - start <= STEP || encoding == Encoding::Utf8 {
            encoding.len(&text[start..offset]) as u32
        } else {
            let unit = usize::from(encoding == Encoding::Utf16);
            self.counted(text, offset)[unit] - self.counted(text, start)[unit]
        };
        Position { line: line as u32, column }
    }

    /// The byte offset of a place. Places beyond the end of a line or of the text are moved to it (LSP 3.17, `Position`).
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.starts.len() {
            return text.len();
        }
        let span = self.line(line);
        let body = span.of(text).trim_end_matches(['\n', '\r']);
        let mut left = position.column as usize;
        for (at, c) in body.char_indices() {
            let width = encoding.width(c);
            if left < width {
                return span.start as usize + at;
            }
            left -= width;
        }
        span.start as usize + body.len()
    }

    /// The number of Unicode scalar values before a byte offset.
    pub fn scalars(&self, text: &str, offset: usize) -> usize {
        let offset = text.floor_char_boundary(offset.min(text.len()));
        self.counted(text, offset)[0] as usize
    }
}

/// A count of Unicode scalar values and UTF-16 code units, with those of a text added.
fn sum([scalars, units]: [u32; 2], text: &str) -> [u32; 2] {
    let count = text.chars().count();
    // Only characters of four bytes take two units.
    let wide = text.bytes().filter(|&byte| byte >= 0xF0).count();
    [scalars + count as u32, units + (count + wide) as u32]
}
