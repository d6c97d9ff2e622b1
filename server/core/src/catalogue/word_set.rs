//! Words that are looked for together, in one pass over a text instead of one for each.

use aho_corasick::automaton::Automaton;
use aho_corasick::dfa::DFA;
use aho_corasick::{Anchored, MatchKind};
use std::borrow::Cow;

/// Words that are found wherever they stand in a text, also inside each other. Texts are as short as labels, so that what a search
/// costs before its first byte counts: the automaton is stepped by hand.
pub(crate) struct Finder(DFA);

impl Finder {
    /// A finder of few and short words.
    pub(crate) fn new<W: AsRef<[u8]>>(words: impl IntoIterator<Item = W>) -> Self {
        Self(DFA::builder().match_kind(MatchKind::Standard).build(words).expect("the words are few and short"))
    }

    /// Calls with the place in the list of each word, once for every time that it stands in the text.
    pub(crate) fn each(&self, text: &str, mut found: impl FnMut(usize)) {
        let mut state = self.0.start_state(Anchored::No).expect("searches begin anywhere");
        for &byte in text.as_bytes() {
            state = self.0.next_state(Anchored::No, state, byte);
            if self.0.is_special(state) && self.0.is_match(state) {
                (0..self.0.match_len(state)).for_each(|at| found(self.0.match_pattern(state, at).as_usize()));
            }
        }
    }
}

/// A list of at most 64 words, each of which may be a list of words that mean the same.
pub(crate) struct WordSet {
    finder: Finder,
    words: Vec<String>,
    /// The place in the list of each word, as a bit.
    bits: Vec<u64>,
}

impl WordSet {
    /// A set of words. Panics where there are more than 64.
    pub(crate) fn new(words: &[&str]) -> Self {
        Self::of_lists(words.iter().map(std::slice::from_ref))
    }

    /// A set of lists of words. Panics where there are more than 64 lists.
    pub(crate) fn of_lists<'w, W: AsRef<str> + 'w>(lists: impl Iterator<Item = &'w [W]>) -> Self {
        let (mut words, mut bits) = (Vec::new(), Vec::new());
        for (at, list) in (0..).zip(lists) {
            let bit = 1u64.checked_shl(at).expect("a set has no more than 64 words");
            words.extend(list.iter().map(|word| word.as_ref().to_owned()));
            bits.resize(words.len(), bit);
        }
        Self { finder: Finder::new(&words), words, bits }
    }

    /// Whether the text holds any of the words.
    pub(crate) fn any_in(&self, text: &str) -> bool {
        self.held_by(text) != 0
    }

    /// Which of the words the text holds: a bit for the place of each in the list, the lowest for the first.
    pub(crate) fn held_by(&self, text: &str) -> u64 {
        let mut held = 0;
        self.finder.each(text, |word| held |= self.bits[word]);
        held
    }

    /// The text without the words, which are taken out one after another in the order of the list, wherever they stand.
    pub(crate) fn taken_out<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut rest = Cow::Borrowed(text);
        let mut left = u64::MAX;
        while left != 0 && !rest.is_empty() {
            let held = self.held_by(&rest) & left;
            if held == 0 {
                break;
            }
            let at = held.trailing_zeros();
            rest = Cow::Owned(rest.replace(&self.words[at as usize], ""));
            left = u64::MAX.checked_shl(at + 1).unwrap_or(0);
        }
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::WordSet;
    use proptest::prelude::*;

    #[test]
    fn one_bit_for_each_place_in_the_list() {
        let set = WordSet::of_lists([["办结", "审结"].as_slice(), &["未结", "未审结"]].into_iter());
        assert_eq!(set.held_by("审结12件"), 0b01);
        assert_eq!(set.held_by("未审结12件"), 0b11);
        assert_eq!(set.held_by("受理12件"), 0);
        assert!(set.any_in("未结") && !set.any_in(""));
    }

    proptest! {
        #[test]
        fn words_are_taken_out_in_their_order(text in "[总数量全市额]{0,12}") {
            const WORDS: [&str; 6] = ["总数", "总量", "总", "全市", "数量", "量"];
            let expected = WORDS.iter().fold(text.clone(), |words, word| words.replace(word, ""));
            prop_assert_eq!(WordSet::new(&WORDS).taken_out(&text), expected);
        }
    }
}
