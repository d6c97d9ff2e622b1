//! Where every piece of the text comes from.

use std::ops::Range;

/// The parts that text is taken from; the value is the index into [`Map::parts`].
pub(super) const BODY: usize = 0;

/// Where a run may be commented on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// At its own characters.
    Here,
    /// Around the child of a run of the body that holds its text box.
    Box(usize),
    /// Around the reference to its footnote: index into the part's notes.
    Note(usize),
}

/// A run (`w:r`) of a part.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// From `<w:r` to behind `</w:r>`.
    pub(super) whole: Range<usize>,
    /// The start tag.
    pub(super) open: Range<usize>,
    /// The properties.
    pub(super) properties: Option<Range<usize>>,
    /// Start of the first child that shows something, and end of the last child.
    pub(super) content: Option<Range<usize>>,
    pub(super) anchor: Anchor,
    /// The start tag of the `w:ins` that the run stands in directly.
    pub(super) inserted: Option<Range<usize>>,
}

/// A direct child of a run.
#[derive(Debug, Clone)]
pub(super) struct Child {
    pub(super) run: usize,
    /// The element.
    pub(super) outer: Range<usize>,
    /// The start tag.
    pub(super) open: Range<usize>,
    /// The characters of a `w:t`, without the white space that Word ignores.
    pub(super) inner: Option<Range<usize>>,
    /// Whether `xml:space="preserve"` stands on it.
    pub(super) preserve: bool,
}

/// A paragraph.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// The first and the last child of its runs with text.
    pub(super) children: Option<(usize, usize)>,
    /// Where its content begins, behind its properties.
    pub(super) insert_at: usize,
    /// The start tag if the paragraph is written `<w:p/>`.
    pub(super) empty_tag: bool,
    pub(super) anchor: Anchor,
}

/// Where a piece of text comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// Characters in a `w:t`: child and range. Where text and range are equally long they are equal byte for byte.
    Chars(usize, Range<usize>),
    /// A child that is one thing (a tab, a symbol).
    Whole(usize),
    /// Written by the reader (a number, a line end) for the paragraph of this index.
    Made(usize),
    /// Written by the reader between two cells.
    Separator(usize),
}

/// A stretch of text from one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: Range<usize>,
    pub(super) part: usize,
    pub(super) source: Source,
}

/// The things of one part that pieces point to.
#[derive(Debug, Default)]
pub(super) struct PartMap {
    pub(super) runs: Vec<Run>,
    pub(super) children: Vec<Child>,
    pub(super) paragraphs: Vec<Paragraph>,
    /// For notes: the child of a run of the body that is the reference to each.
    pub(super) references: Vec<usize>,
}

/// The whole way back: body, footnotes, endnotes, and pieces in the order of the text without gaps.
#[derive(Debug, Default)]
pub(super) struct Map {
    pub(super) parts: Vec<PartMap>,
    pub(super) pieces: Vec<Piece>,
}

/// Text being gathered, with its pieces.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    /// Start of a line whose paragraph mark was deleted: the next paragraph goes on in it.
    pub(super) open_line: Option<usize>,
}

impl Flow {
    pub(super) fn push(&mut self, text: &str, part: usize, source: Source) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { text: start..self.text.len(), part, source });
    }

    /// Puts made text in front of a line that has been gathered already.
    pub(super) fn insert_made(&mut self, at: usize, text: &str, part: usize, paragraph: usize) {
        if text.is_empty() {
            return;
        }
        self.text.insert_str(at, text);
        let index = self.pieces.partition_point(|p| p.text.start < at);
        for piece in &mut self.pieces[index..] {
            piece.text.start += text.len();
            piece.text.end += text.len();
        }
        let piece = Piece { text: at..at + text.len(), part, source: Source::Made(paragraph) };
        self.pieces.insert(index, piece);
    }

    pub(super) fn append(&mut self, other: Flow) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.into_iter().map(|mut p| {
            p.text.start += shift;
            p.text.end += shift;
            p
        }));
    }

    /// Ends a line that was left open.
    pub(super) fn finish(&mut self, part: usize) {
        if let Some(start) = self.open_line.take()
            && self.text.len() > start
        {
            let paragraph = self.pieces.last().map_or(0, |p| match p.source {
                Source::Made(n) | Source::Separator(n) => n,
                _ => 0,
            });
            self.push("\n", part, Source::Made(paragraph));
        }
    }

    /// The lines of a table cell as one: joined by spaces, empty ones left out, rows of inner tables without their bars.
    pub(super) fn flattened(self) -> Flow {
        let mut flat = Flow::default();
        let mut gap: Option<(usize, usize)> = None;
        for piece in self.pieces {
            let text = &self.text[piece.text.clone()];
            match piece.source {
                Source::Made(n) | Source::Separator(n) if text == "\n" || matches!(piece.source, Source::Separator(_)) => {
                    gap = Some((piece.part, n));
                }
                source => {
                    if let Some((part, n)) = gap.take()
                        && !flat.text.is_empty()
                    {
                        flat.push(" ", part, Source::Made(n));
                    }
                    let one_line = text.replace('\n', " ");
                    flat.push(&one_line, piece.part, source);
                }
            }
        }
        flat
    }
}
