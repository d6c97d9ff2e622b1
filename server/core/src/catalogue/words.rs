//! Segmentation with the field's own words, where a word must stand by itself: 办结 inside 主办结果 is no 办结.

use super::flows::FLOWS;
use jieba_rs::Jieba;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/words.txt");
/// A word counts the more the longer it is: what is written as one word is meant as one.
const WEIGHT: usize = 1000;

/// Built when the first label is looked at closely: no cost at start. jieba's own dictionary is not needed and not there.
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let mut jieba = Jieba::empty();
    let steps = FLOWS.flow.iter().flat_map(|flow| flow.earlier.iter().chain(&flow.later)).map(String::as_str);
    for word in TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).chain(steps) {
        let length = word.chars().count();
        jieba.add_word(word, Some(WEIGHT * length * length), None);
    }
    jieba
});

/// Whether a word stands by itself somewhere in a label: it begins and ends where the words of the label do.
pub fn stands(label: &str, word: &str) -> bool {
    let mut places = label.match_indices(word).map(|(at, _)| at).peekable();
    if places.peek().is_none() {
        return false;
    }
    let tokens = JIEBA.cut(label, false);
    let mut edges: Vec<usize> = tokens.iter().flat_map(|token| [token.byte_start, token.byte_end]).collect();
    edges.sort_unstable();
    places.any(|at| edges.binary_search(&at).is_ok() && edges.binary_search(&(at + word.len())).is_ok())
}

#[cfg(test)]
mod tests {
    use super::stands;

    #[test]
    fn a_step_inside_another_word_is_none() {
        assert!(stands("全年办结案件", "办结"));
        assert!(stands("办结", "办结"));
        assert!(!stands("反馈主办结果", "办结"));
        assert!(!stands("决定不予受理", "受理"));
        assert!(stands("依法受理复议申请", "受理"));
        assert!(!stands("设置受理窗口", "受理"));
        assert!(stands("依法化解纠纷", "化解"));
    }
}
