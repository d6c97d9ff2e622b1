//! Edits of XML source by position: everything that is not named stays as it is.

use std::collections::HashSet;
use std::ops::Range;

/// Edits of one source text.
#[derive(Debug, Default)]
pub(super) struct Splices {
    edits: Vec<(Range<usize>, String)>,
    claimed: HashSet<usize>,
}

impl Splices {
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.edits.push((at..at, text.into()));
    }

    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.edits.push((range, text.into()));
    }

    /// True the first time that a place is asked for: what belongs there once is written or gone.
    pub(super) fn claim(&mut self, at: usize) -> bool {
        self.claimed.insert(at)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The source with all edits made; edits at one place are made in the order in which they were given.
    pub(super) fn apply(mut self, source: &str) -> String {
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let more: usize = self.edits.iter().map(|(_, text)| text.len()).sum();
        let mut out = String::with_capacity(source.len() + more);
        let mut at = 0;
        for (range, text) in &self.edits {
            // Ranges never overlap by construction; a piece that was already passed is not written twice.
            out.push_str(source.get(at..range.start).unwrap_or(""));
            out.push_str(text);
            at = at.max(range.end);
        }
        out.push_str(&source[at..]);
        out
    }
}
