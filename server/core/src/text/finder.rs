//! Many short words looked for at once.
//!
//! Nearly all bytes of Chinese text are one of a few leading bytes or follow one, so that an automaton over bytes takes some twenty
//! instructions for each of them, and millions to be built. Characters tell more: one bit says whether any word begins with one.

use super::wide::Bits;
use rustc_hash::FxHashMap;

/// Words to be found in a text. They are told by their index.
#[derive(Debug)]
pub(crate) struct Finder {
    words: Vec<Box<str>>,
    /// The characters with which words begin: nearly all places of a text end here.
    firsts: Box<Bits>,
    /// What follows such a character in the words that begin with it, the longest first.
    tails: FxHashMap<char, Box<[Tail]>>,
}

/// What follows the first character of a word.
#[derive(Clone, Copy, Debug)]
struct Tail {
    /// The first eight bytes of it, noughts behind its end.
    head: u64,
    /// Which of the eight bytes count.
    mask: u64,
    /// The index of the word.
    word: u32,
}

/// A word at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The offset at which it begins.
    pub(crate) start: usize,
    /// The offset behind it.
    pub(crate) end: usize,
    /// The index of the word.
    pub(crate) word: usize,
}

impl Finder {
    /// A finder of words, none of them empty.
    pub(crate) fn new<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Self {
        let words: Vec<Box<str>> = words.into_iter().map(|word| word.as_ref().into()).collect();
        let mut firsts = Box::<Bits>::default();
        let mut indices: Vec<usize> = (0..words.len()).collect();
        indices.sort_by_key(|&index| std::cmp::Reverse(words[index].len()));
        let mut tails = FxHashMap::<char, Vec<Tail>>::default();
        for index in indices {
            let mut chars = words[index].chars();
            let Some(first) = chars.next() else { continue };
            firsts.add(first as u32);
            let tail = chars.as_str().as_bytes();
            let mask = u64::MAX.checked_shl(8 * tail.len().min(8) as u32).map_or(u64::MAX, |unused| !unused);
            tails.entry(first).or_default().push(Tail { head: eight(tail), mask, word: index as u32 });
        }
        Self { words, firsts, tails: tails.into_iter().map(|(first, tails)| (first, tails.into())).collect() }
    }

    /// The words.
    pub(crate) fn words(&self) -> &[Box<str>] {
        &self.words
    }

    /// Calls back with every word at every place, from left to right, the longest first where several begin; they may overlap.
    pub(crate) fn each(&self, text: &str, mut found: impl FnMut(Found)) {
        let mut from = 0;
        while let Some(start) = self.candidate(text.as_bytes(), from) {
            from = start
                + self.at(text, start, &mut |word| {
                    found(word);
                    false
                });
        }
    }

    /// The words from left to right, the longest where several begin; the next one begins behind it.
    pub(crate) fn longest(&self, text: &str) -> impl Iterator<Item = Found> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let mut longest = None;
            while longest.is_none() {
                let start = self.candidate(text.as_bytes(), from)?;
                from = start + self.at(text, start, &mut |word| longest.replace(word).is_none());
            }
            from = longest.map_or(from, |found| found.end);
            longest
        })
    }

    /// Whether any of the words stands in a text.
    pub(crate) fn any(&self, text: &str) -> bool {
        self.longest(text).next().is_some()
    }

    /// Calls back with the words that begin at a place, the longest first, until told that it is enough. Gives the length of the character
    /// that stands there.
    fn at(&self, text: &str, start: usize, found: &mut impl FnMut(Found) -> bool) -> usize {
        let Some(first) = text[start..].chars().next() else { return 1 };
        let rest = &text.as_bytes()[start + first.len_utf8()..];
        let near = eight(rest);
        for tail in self.tails.get(&first).into_iter().flatten().filter(|tail| near & tail.mask == tail.head) {
            let (word, end) = (tail.word as usize, start + self.words[tail.word as usize].len());
            // Eight bytes that are alike may lack the end of the text, or what goes on behind them.
            if text.as_bytes()[start..].starts_with(self.words[word].as_bytes()) && found(Found { start, end, word }) {
                break;
            }
        }
        first.len_utf8()
    }

    /// The next place from an offset on at which a character stands with which a word may begin.
    fn candidate(&self, bytes: &[u8], mut at: usize) -> Option<usize> {
        loop {
            let (chars, _) = bytes[at..].as_chunks();
            let passed = |&char: &[u8; 3]| char[0] & 0xF0 == 0xE0 && !self.firsts.has_char(char);
            at += 3 * chars.iter().position(|char| !passed(char)).unwrap_or(chars.len());
            match *bytes.get(at)? {
                byte @ 0x00..=0x7F if !self.firsts.has(u32::from(byte)) => at += 1,
                // The rare characters of two and four bytes are looked up.
                _ => return Some(at),
            }
        }
    }
}

/// The first eight bytes as a number, noughts behind the end.
fn eight(bytes: &[u8]) -> u64 {
    u64::from_le_bytes(bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        let length = bytes.len().min(8);
        eight[..length].copy_from_slice(&bytes[..length]);
        eight
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_a_search_for_every_word_finds() {
        let words = ["增", "增长", "增长率", "长率", "率", ",,", "é", "率,", "𠮷利", "增长率上升很快"];
        let finder = Finder::new(words);
        let text = "aé增长率,,增,𠮷𠮷利,增长率上升很慢,长率增长率上升很快增长";
        let mut expected: Vec<(usize, usize)> = Vec::new();
        for (at, _) in text.char_indices() {
            expected.extend(words.iter().filter(|word| text[at..].starts_with(**word)).map(|word| (at, word.len())));
        }
        expected.sort_by_key(|&(at, length)| (at, std::cmp::Reverse(length)));
        let mut all = Vec::new();
        finder.each(text, |found| {
            assert_eq!(text[found.start..found.end], *finder.words()[found.word]);
            all.push((found.start, found.end - found.start));
        });
        assert_eq!(all, expected);
        let longest: Vec<&str> = finder.longest(text).map(|found| &text[found.start..found.end]).collect();
        assert_eq!(longest, ["é", "增长率", ",,", "增", "𠮷利", "增长率", "长率", "增长率上升很快", "增长"]);
    }
}
