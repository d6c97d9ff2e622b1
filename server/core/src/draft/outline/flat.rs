//! Pages flattened to one line: text copied from a PDF, where blanks stand for the line ends.

use crate::text::{Folded, Span};

/// A line longer than this, in bytes, may be a whole page.
const LONG: usize = 1500;

/// Marks behind which a sentence may begin.
const ENDS: &str = "。:;!?”)】";

/// A flattened page.
pub(super) struct Page {
    line: Span,
    /// The number of characters between two line ends, where the page was set in lines of one width.
    width: Option<usize>,
}

impl Page {
    /// The page that a line is, if it is one: long, and with blanks behind sentences.
    pub(super) fn of(folded: &Folded, line: Span) -> Option<Self> {
        if line.len() < LONG {
            return None;
        }
        let source = folded.to_source(line).of(folded.source());
        let blanks = source.bytes().filter(|&byte| byte == b' ').count() + source.matches('\u{3000}').count();
        (blanks >= 3 && blanks * 3000 > source.len()).then(|| Self { line, width: width(source) })
    }

    /// Offsets in the line at which a heading may begin: a number behind a blank or behind the end of a sentence.
    pub(super) fn starts(&self, folded: &Folded, text: &str) -> Vec<usize> {
        let line = self.line.of(text);
        let mut starts = Vec::new();
        let (mut before, mut previous) = ('\n', '\n');
        for (at, c) in line.char_indices() {
            if at > 0 && ("一二三四五六七八九十第(①②③④⑤⑥⑦⑧⑨⑩".contains(c) || c.is_ascii_digit()) {
                let sentence = ENDS.contains(previous) || previous == ' ' && ENDS.contains(before);
                // Behind a bare blank only 一、 and （一） begin a heading, and the blank may have been folded away.
                let bare = || {
                    !"一二三四五六七八九十第、《".contains(previous)
                        && opens_heading(&line[at..])
                        && (previous == ' ' || folded.dropped_before(self.line.start as usize + at).starts_with([' ', '\u{3000}']))
                };
                if sentence || bare() {
                    starts.push(at);
                }
            }
            (before, previous) = (previous, c);
        }
        starts
    }

    /// The length of the heading's words that begin at an offset of the text.
    pub(super) fn title(&self, folded: &Folded, text: &str, start: usize) -> usize {
        let rest = &text[start..self.line.end as usize];
        let mut segment = 0;
        let mut previous = '\n';
        for (count, (at, c)) in rest.char_indices().enumerate() {
            if c == '。' || count > 60 {
                break;
            }
            let blank = c == ' ' || at > 0 && folded.dropped_before(start + at).starts_with([' ', '\u{3000}']);
            if blank && !(c == ' ' && previous.is_ascii_alphanumeric()) {
                // The marker takes up to four characters of the line.
                let full = self.width.is_some_and(|width| segment + 4 >= width.saturating_sub(2));
                if !full {
                    return at;
                }
                segment = 0;
            }
            segment += 1;
            previous = c;
        }
        super::title(rest)
    }
}

/// Whether the text begins with 一、 or （一）.
fn opens_heading(text: &str) -> bool {
    let bare = text.strip_prefix('(').unwrap_or(text);
    match super::marker::han_number(bare) {
        Some((_, length)) => bare[length..].starts_with(if bare.len() < text.len() { ')' } else { '、' }),
        None => false,
    }
}

/// The width to which a page was set, if most pieces between its blanks have nearly the same length.
fn width(source: &str) -> Option<usize> {
    let mut counts = [0usize; 64];
    let mut all = 0;
    for piece in source.split([' ', '\u{3000}']) {
        let length = piece.chars().take(64).count();
        if length >= 16 {
            all += 1;
            if let Some(count) = counts.get_mut(length) {
                *count += 1;
            }
        }
    }
    let near = |width: usize| counts[width - 2..=width].iter().sum::<usize>();
    let width = (18..64).max_by_key(|&width| near(width))?;
    (all >= 8 && near(width) * 3 >= all).then_some(width)
}
