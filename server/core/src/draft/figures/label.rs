//! The words that name a figure, freed of what only joins sentences.

use crate::text::Span;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words at the start of a clause that say nothing about what is counted, longest first where one begins another.
const LEAD: &[&str] = &[
    "其中",
    "同时",
    "此外",
    "另外",
    "另有",
    "另",
    "今年以来",
    "今年",
    "本年度",
    "本年",
    "全年",
    "当年",
    "去年",
    "上年度",
    "上年",
    "上半年",
    "下半年",
    "本月",
    "当月",
    "一年来",
    "五年来",
    "目前",
    "截至目前",
    "至今",
    "年内",
    "年末",
    "期间",
    "累计",
    "共计",
    "合计",
    "总计",
    "共",
    "一共",
    "总共",
    "全部",
    "分别为",
    "分别是",
    "分别",
    "依次为",
    "包括",
    "包含",
    "主要包括",
    "其余",
    "已",
    "均",
    "仅有",
    "仅",
    "只有",
    "还有",
    "有",
    "为",
    "是",
    "的",
    "和",
    "与",
    "及",
    "以及",
    "、",
    ",",
    "含",
    "较好",
    "再",
    "又",
    "新",
    "并",
    "该",
    "中",
    "内",
    "里",
    "了",
    "经过",
    "通过",
    "经",
    "由",
];

/// Words right before a number that only lead to it.
const TRAIL: &[&str] = &[
    "分别为",
    "分别是",
    "分别",
    "达到了",
    "达到",
    "达",
    "为",
    "是",
    "了",
    "有",
    "共计",
    "共",
    "约",
    "已",
    "均为",
    "均",
    "仅",
    "等",
    "计",
    "各",
    "数",
    ":",
    "的",
    "就",
    "到",
    "至",
    "合计",
    "总计",
    "累计",
    "在",
    "、",
    " ",
];

/// Words by the character at which they are told apart, so that a label is not held against all of them.
struct Affixes {
    /// With their places in the list, in its order.
    words: FxHashMap<char, Vec<(usize, &'static str)>>,
}

impl Affixes {
    fn new(words: &'static [&'static str], by: fn(&str) -> Option<char>) -> Self {
        let mut affixes = Self { words: FxHashMap::default() };
        for (place, word) in words.iter().enumerate() {
            affixes.words.entry(by(word).expect("no word is empty")).or_default().push((place, word));
        }
        affixes
    }

    /// Goes through the list once and takes off each word that fits.
    fn strip<'t>(&self, mut words: &'t str, by: fn(&str) -> Option<char>, off: fn(&'t str, &str) -> Option<&'t str>) -> &'t str {
        let mut from = 0;
        while let Some(affixes) = by(words).and_then(|c| self.words.get(&c)) {
            let fits = |&(place, word): &(usize, &str)| (place >= from).then(|| Some((place, off(words, word)?))).flatten();
            let Some((place, rest)) = affixes.iter().find_map(fits) else { break };
            (words, from) = (rest, place + 1);
        }
        words
    }
}

static LEADS: LazyLock<Affixes> = LazyLock::new(|| Affixes::new(LEAD, first));
static TRAILS: LazyLock<Affixes> = LazyLock::new(|| Affixes::new(TRAIL, last));

fn first(words: &str) -> Option<char> {
    words.chars().next()
}

fn last(words: &str) -> Option<char> {
    words.chars().next_back()
}

/// The words without what joins them to the sentence on either side.
pub fn core(words: &str) -> &str {
    let mut words = trim_lead(words);
    loop {
        let before = words.len();
        words = TRAILS.strip(words, last, |words, trail| words.strip_suffix(trail));
        if words.len() == before {
            return words;
        }
    }
}

/// Words at either end of a label that tell a reader more than they tell a comparison.
const TELLING: [&[&str]; 2] =
    [&["新", "再", "已", "上年度", "上年", "去年", "上半年", "下半年", "当年", "本年", "本年度", "其余", "累计"], &["数"]];

static TELLING_IN_FRONT: LazyLock<Affixes> = LazyLock::new(|| Affixes::new(TELLING[0], last));

/// A label with the telling words right beside it, as far as the words before the figure reach.
pub(super) fn name(text: &str, before: Span, label: Span) -> &str {
    let (mut start, mut end) = (label.start as usize, label.end as usize);
    if label.is_empty() || !before.contains(label) {
        return label.of(text);
    }
    let (from, to) = (before.start as usize, before.end as usize);
    loop {
        let words = &text[from..start];
        let rest = TELLING_IN_FRONT.strip(words, last, |words, word| words.strip_suffix(word));
        start = from + rest.len();
        if rest.len() == words.len() {
            break;
        }
    }
    while let Some(word) = TELLING[1].iter().find(|word| text[end..to].starts_with(**word)) {
        end += word.len();
    }
    &text[start..end]
}

/// The words without what joins them to the sentence in front.
pub fn trim_lead(words: &str) -> &str {
    let mut words = words.trim();
    loop {
        let before = words.len();
        words = LEADS.strip(words, first, |words, lead| words.strip_prefix(lead));
        words = date(words);
        if words.len() == before {
            return words;
        }
    }
}

/// The words behind a date such as 2023年1至6月, 上 半年.
fn date(words: &str) -> &str {
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '—' | '~' | '至'));
    if digits.len() == words.len() {
        return words;
    }
    for unit in ["年度", "年以来", "年底", "年末", "年", "月份", "月底", "月末", "月", "日"] {
        if let Some(rest) = digits.strip_prefix(unit) {
            return rest;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::core;

    #[test]
    fn what_only_joins_is_left_out() {
        for (words, label) in [
            ("今年共调解案件", "调解案件"),
            ("其中,依法受理", "依法受理"),
            ("2023年1-6月共受理复议申请达到", "受理复议申请"),
            ("、部分公开", "部分公开"),
            ("办结率为", "办结率"),
        ] {
            assert_eq!(core(words), label);
        }
    }
}
