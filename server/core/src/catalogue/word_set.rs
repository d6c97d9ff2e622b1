//! Words that are looked for together, in one pass over a text instead of one for each.

use crate::text::Finder;
use std::borrow::Cow;

/// A list of at most 64 words, each of which may be a list of words that mean the same.
pub(crate) struct WordSet {
    finder: Finder,
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
        let (mut words, mut bits) = (Vec::<&str>::new(), Vec::new());
        for (at, list) in (0..).zip(lists) {
            let bit = 1u64.checked_shl(at).expect("a set has no more than 64 words");
            words.extend(list.iter().map(W::as_ref));
            bits.resize(words.len(), bit);
        }
        Self { finder: Finder::new(words), bits }
    }

    /// Whether the text holds any of the words.
    pub(crate) fn any_in(&self, text: &str) -> bool {
        self.finder.any(text)
    }

    /// Which of the words the text holds: a bit for the place of each in the list, the lowest for the first.
    pub(crate) fn held_by(&self, text: &str) -> u64 {
        let mut held = 0;
        self.finder.each(text, |found| held |= self.bits[found.word]);
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
            for (word, _) in self.finder.words().iter().zip(&self.bits).filter(|&(_, bit)| *bit == 1 << at) {
                rest = Cow::Owned(rest.replace(word.as_ref(), ""));
            }
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
            prop_assert_eq!(WordSet::new(&WORDS).taken_out(&text), expected.as_str());
            let lists = WordSet::of_lists([&WORDS[..2], &WORDS[2..5], &WORDS[5..]].into_iter());
            prop_assert_eq!(lists.taken_out(&text), expected);
        }
    }
}
