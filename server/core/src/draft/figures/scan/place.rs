//! Where the reader of figures stands in a paragraph.

use super::super::Gap;

/// Where the reader stands in a paragraph.
pub(super) struct Place {
    /// Where the words of the next figure begin.
    pub(super) words: usize,
    /// Where the sentence begins.
    pub(super) sentence: usize,
    /// The strongest mark since the last figure.
    pub(super) gap: Gap,
    pub(super) depth: u8,
    /// For each open bracket, where the words in front of it began.
    pub(super) open: Vec<usize>,
    pub(super) year: Option<i16>,
    /// The clause in which the year was named.
    pub(super) year_clause: bool,
}

/// Words that lead to a list over the mark behind them: 其中:, 分别为:.
const LEADS: &[&str] = &["其中", "包括", "分别为", "分别是", "分为"];

impl Place {
    /// How many brackets are open, as far as a figure tells it.
    pub(super) fn nested(&self) -> u8 {
        // One deeper can still be told from it.
        u8::try_from(self.open.len()).unwrap_or(u8::MAX).min(u8::MAX - 1)
    }

    /// A comma or colon; behind 其中 the words go on.
    pub(super) fn join(&mut self, text: &str, at: usize, gap: Gap) -> usize {
        let words = self.words.min(at);
        let ends = |clause: &str| clause.ends_with(['中', '括', '为', '是']) && LEADS.iter().any(|lead| clause.ends_with(lead));
        let leads = text.get(words..at).is_some_and(ends);
        let next = self.mark(at + 1, gap);
        if leads {
            self.words = words;
        }
        next
    }

    pub(super) fn mark(&mut self, at: usize, gap: Gap) -> usize {
        if self.depth == 0 || gap < Gap::Semicolon {
            self.gap = self.gap.max(gap);
        }
        self.words = at;
        if gap >= Gap::Semicolon && self.depth == 0 {
            self.year_clause = false;
        }
        at
    }
}
