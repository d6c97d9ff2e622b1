//! Words by which lists are counted: names that hold 和, names that hold a number, verbs in front of a count.

use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/lists.toml");

/// The table of words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    /// Names that hold 和, 与 or 及.
    pub joined: Vec<String>,
    /// Names that hold a number: 铁人三项.
    pub counted: Vec<String>,
    /// Words that say that a list follows.
    pub lead: Vec<String>,
    /// Verbs and other words that stand right in front of a count of something else than the list before them.
    pub verbs: Vec<String>,
    /// Nouns that end like a verb: 行为, 方向.
    pub nouns: Vec<String>,
    /// The last characters of the names of bodies and places.
    pub places: Vec<String>,
    /// Nouns by which any body or place may be counted.
    pub anywhere: Vec<String>,
    /// Nouns that may count things in the places listed rather than the places.
    pub lowest: Vec<String>,
    /// Units that always count what stands before them.
    pub closing: Vec<String>,
}

/// The built-in table.
pub static LISTS: LazyLock<Lists> = LazyLock::new(|| toml::from_str(TABLE).expect("the built-in table of lists is checked by its test"));

/// The verbs, to be looked up by the end of an item.
static VERBS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| LISTS.verbs.iter().map(String::as_str).collect());

/// The longest verb in characters.
const LONGEST_VERB: usize = 2;

/// The verb that ends words of which it is not the whole.
pub fn ends_with_verb(words: &str) -> Option<&str> {
    if LISTS.nouns.iter().any(|noun| words.ends_with(noun.as_str())) {
        return None;
    }
    let ends = words.char_indices().rev().take(LONGEST_VERB).map(|(at, _)| at);
    ends.filter(|&at| at > 0).map(|at| &words[at..]).find(|end| VERBS.contains(end))
}

/// Whether words begin with a verb of two characters and something that it acts on.
pub fn starts_with_verb(words: &str) -> bool {
    if LISTS.nouns.iter().any(|noun| noun == words) {
        return false;
    }
    words.char_indices().nth(2).is_some_and(|(at, _)| VERBS.contains(&words[..at]))
}

/// How many 和, 与 and 及 stand between two words of a text, names left out.
pub fn joins(words: &str) -> usize {
    join_offsets(words).count()
}

/// Where 和, 与 and 及 stand between two words of a text, names left out.
pub fn join_offsets(words: &str) -> impl Iterator<Item = usize> + '_ {
    let named = |at: usize| {
        LISTS.joined.iter().any(|name| {
            let reach = at.saturating_sub(name.len());
            let from = words.floor_char_boundary(reach);
            let to = words.ceil_char_boundary((at + name.len()).min(words.len()));
            words[from..to].match_indices(name.as_str()).any(|(found, _)| (from + found..from + found + name.len()).contains(&at))
        })
    };
    words.char_indices().filter(move |&(at, c)| matches!(c, '和' | '与' | '及') && !named(at)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_is_read() {
        let lists: Lists = toml::from_str(TABLE).unwrap();
        assert!(lists.verbs.iter().all(|verb| verb.chars().count() <= LONGEST_VERB));
        assert!(lists.joined.iter().all(|name| name.contains(['和', '与', '及'])));
    }

    #[test]
    fn names_hold_their_joins() {
        assert_eq!(joins("人力资源和社会保障局"), 0);
        assert_eq!(joins("预赛和决赛"), 1);
        assert_eq!(joins("规划和自然资源局与水务局"), 1);
    }

    #[test]
    fn a_verb_ends_an_item_but_is_not_one() {
        assert_eq!(ends_with_verb("广州设立"), Some("设立"));
        assert_eq!(ends_with_verb("检查"), None);
        assert_eq!(ends_with_verb("创新"), None);
    }
}
