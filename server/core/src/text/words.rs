//! Where the words stand that rules and kinds of relations look for: one pass over the text for all of them.

use super::{Finder, Found, Span};
use std::sync::LazyLock;

/// The words, by what they are looked for. Who looks for one of them asks [`Words::places`]: a search of the text for each would read it
/// dozens of times.
const SOUGHT: [&[&str]; 9] = [
    // Marks set twice.
    &["。。", "、、", ",,", ";;", "。,", ",。", "、。"],
    // Names that are quoted.
    &["放管服", "六五", "七五", "八五", "九五", "十三五", "十四五", "十五五", "谁执法谁普法"],
    // The three systems of law enforcement.
    &["公示", "全过程记录", "审核", "项制度", "三项三项制度", "三项“三项制度”", "“三项”三项制度", "“三项制度”制度"],
    // Titles that nothing is left out of.
    &["习近平", "总书记", "新时代中国特色社会主义思想"],
    // About.
    &["余", "多", "左右", "上下"],
    // Times and comparisons.
    &["月", "截止", "截至", "同比", "环比"],
    // Attachments and placeholders.
    &["附件", "附后)", "×", "【", "待补充", "待核实", "填写", "请补充"],
    // Places.
    &["县", "旗"],
    // Lists, changes and classes that are counted.
    &[":一是", "”", "涨", "升", "增", "(类)"],
];

static WORDS: LazyLock<Finder> = LazyLock::new(|| Finder::new(SOUGHT.concat()));

/// The places of the words in a text.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// For each word, the offsets in bytes at which it begins, ascending; they do not overlap.
    places: Vec<Vec<u32>>,
}

impl Words {
    /// Finds them.
    pub(super) fn find(text: &str) -> Self {
        let mut places: Vec<Vec<u32>> = vec![Vec::new(); WORDS.words().len()];
        let mut free = vec![0; places.len()];
        WORDS.each(text, |Found { start, end, word }| {
            if start >= free[word] {
                places[word].push(start as u32);
                free[word] = end;
            }
        });
        Self { places }
    }

    /// The offsets at which a word begins inside a span, ascending. It is one of [`SOUGHT`]; of another, none is known.
    pub(crate) fn places<'w>(&'w self, word: &str, span: Span) -> impl Iterator<Item = usize> + use<'w> {
        let index = WORDS.words().iter().position(|other| other.as_ref() == word);
        debug_assert!(index.is_some(), "“{word}” is looked for, and stands not among the words that are");
        let places = index.map_or(&[][..], |index| &self.places[index]);
        let from = places.partition_point(|&at| at < span.start);
        let to = places.partition_point(|&at| at as usize + word.len() <= span.end as usize);
        places[from..to.max(from)].iter().map(|&at| at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_a_search_for_each_finds_them() {
        let text = "一、、、全县公示公示,,;;。。。落实三项三项制度。×月×县,“八五”普法、“三项”三项制度:一是同比增多。,附件1";
        let words = Words::find(text);
        for word in WORDS.words() {
            let searched: Vec<usize> = text.match_indices(word.as_ref()).map(|(at, _)| at).collect();
            let whole = Span::new(0, text.len());
            assert_eq!(words.places(word, whole).collect::<Vec<_>>(), searched, "{word}");
            // A word that lies across the edge of a span is none of it.
            for &at in &searched {
                assert_eq!(words.places(word, Span::new(at + 1, text.len())).next(), searched.iter().copied().find(|&next| next > at));
                assert!(!words.places(word, Span::new(0, at + word.len() - 1)).any(|found| found == at), "{word}");
            }
        }
    }
}
