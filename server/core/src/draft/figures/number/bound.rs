//! Words around a number that bound it: 不少于, 超过, 近; 以上, 左右.

use super::Bound;

/// Words that stand in front of a number and bound it, longest first.
const BEFORE: &[(&str, Bound)] = &[
    ("不少于", Bound::AtLeast),
    ("不低于", Bound::AtLeast),
    ("不超过", Bound::AtMost),
    ("不高于", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("至少", Bound::AtLeast),
    ("超过", Bound::MoreThan),
    ("突破", Bound::MoreThan),
    ("高于", Bound::MoreThan),
    ("多于", Bound::MoreThan),
    ("低于", Bound::LessThan),
    ("少于", Bound::LessThan),
    ("不足", Bound::LessThan),
    ("不满", Bound::LessThan),
    ("不到", Bound::LessThan),
    ("接近", Bound::Nearly),
    ("将近", Bound::Nearly),
    ("大约", Bound::About),
    ("最多", Bound::AtMost),
    ("超", Bound::MoreThan),
    ("逾", Bound::MoreThan),
    ("近", Bound::Nearly),
    ("约", Bound::About),
];

/// The last characters of the words in front.
const BEFORE_ENDS: [char; 12] = ['于', '过', '少', '破', '足', '满', '到', '近', '约', '多', '超', '逾'];

/// Words that stand behind a number or its unit and bound it.
const AFTER: &[(&str, Bound)] = &[
    ("及以上", Bound::AtLeast),
    ("及以下", Bound::AtMost),
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("左右", Bound::About),
    ("上下", Bound::About),
];

/// The bound that the words in front of an offset set, and where they start.
pub fn bound_before(text: &str, at: usize) -> Option<(Bound, usize)> {
    let before = &text[..at];
    // Nearly all words in front of numbers end here.
    if !before.ends_with(|c: char| BEFORE_ENDS.contains(&c)) {
        return None;
    }
    let &(word, bound) = BEFORE.iter().find(|(word, _)| before.ends_with(word))?;
    // 最近, 附近, 超 in 超市: no bounds. 预约, 节约, 公约, 签约: neither.
    let rest = &before[..before.len() - word.len()];
    let part = match word {
        "近" => rest.ends_with(['最', '附', '远', '邻', '靠', '亲', '贴', '相']),
        "约" => rest.ends_with(['预', '节', '公', '签', '违', '合', '条', '集', '履', '制', '续', '契', '特', '解', '相']),
        "超" => rest.ends_with(['赶', '高']),
        _ => false,
    };
    (!part).then_some((bound, rest.len()))
}

/// The bound that the words at an offset set, and where they end.
pub fn bound_after(text: &str, at: usize) -> Option<(Bound, usize)> {
    let rest = text.get(at..)?;
    if !rest.starts_with(['及', '以', '左', '上']) {
        return None;
    }
    AFTER.iter().find(|(word, _)| rest.starts_with(word)).map(|&(word, bound)| (bound, at + word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_bound_pass_their_filters() {
        for (word, bound) in BEFORE {
            assert_eq!(bound_before(&format!("共{word}"), '共'.len_utf8() + word.len()).map(|(found, _)| found), Some(*bound), "{word}");
        }
        for (word, bound) in AFTER {
            assert_eq!(bound_after(word, 0), Some((*bound, word.len())), "{word}");
        }
    }
}
