//! Words of scope: of which region, which period and which instance a figure speaks.

use super::word_set::Finder;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/scopes.toml");

/// In what a scope sets figures apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// 全国, 全市, 本级.
    Level,
    /// 今年, 上年, 累计.
    Period,
    /// 一审, 二审.
    Instance,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    scope: Vec<Scope>,
}

/// Words that set a figure in one scope.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// In what it sets figures apart.
    #[serde(rename = "kind")]
    pub axis: Axis,
    /// What it is called.
    pub group: String,
    /// Of a level, its place from the widest (1) to the narrowest.
    #[serde(default)]
    pub rank: u8,
    /// The words that name it.
    pub words: Vec<String>,
}

struct Words {
    scopes: Vec<Scope>,
    finder: AhoCorasick,
    /// Whether there is any word at all: most labels have none.
    any: Finder,
    /// The scope of each word of the finder.
    of: Vec<usize>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let scopes = toml::from_str::<Table>(TABLE).expect("the built-in table of scopes is checked by its test").scope;
    let (words, of): (Vec<&str>, Vec<usize>) =
        scopes.iter().enumerate().flat_map(|(at, scope)| scope.words.iter().map(move |word| (word.as_str(), at))).unzip();
    let any = Finder::new(&words);
    let builder = &mut AhoCorasick::builder();
    let finder = builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).build(words);
    let finder = finder.expect("the words are few and short");
    Words { finder, any, of, scopes }
});

/// The scopes that a text names, in order, each with the offset of its word.
pub fn named(text: &str) -> impl Iterator<Item = (usize, &'static Scope)> + '_ {
    let words: &'static Words = &WORDS;
    let mut any = false;
    words.any.each(text, |_| any = true);
    let text = if any { text } else { "" };
    words.finder.find_iter(text).map(|found| (found.start(), &words.scopes[words.of[found.pattern().as_usize()]]))
}

/// The text behind the word of a level that it begins with: 在校学生 of 全县在校学生.
pub fn without_level(text: &str) -> &str {
    let words: &'static Words = &WORDS;
    let level = words
        .finder
        .find(text)
        .filter(|found| found.start() == 0 && words.scopes[words.of[found.pattern().as_usize()]].axis == Axis::Level);
    &text[level.map_or(0, |found| found.end())..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_names_the_scope() {
        let groups: Vec<&str> = named("全市法院受理,市本级审结,去年同期二审").map(|(_, scope)| scope.group.as_str()).collect();
        assert_eq!(groups, ["全市", "本级", "上期", "二审"]);
        assert!(WORDS.scopes.iter().all(|scope| (scope.axis == Axis::Level) == (scope.rank > 0)), "levels, and only levels, have a rank");
    }
}
