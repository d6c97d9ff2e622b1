//! Units (量词): what a number counts, and which counts may be added.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../data/units.tsv");

/// The class in which a unit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Cases: 件, 起, 宗.
    Case,
    /// People: 人, 名.
    Person,
    /// Visits: 人次.
    Visits,
    /// Occasions: 次, 场, 期.
    Times,
    /// Bodies and households: 家, 户, 所.
    Body,
    /// Anything: 个, 项, 份, 台.
    Thing,
    /// What names a set and counts its members: 三大, 三级.
    Named,
    /// 元.
    Money,
    /// A measure with a name of its own: 吨, 亩, 公里, 美元.
    Measure,
    /// 天, 年, 小时, 个工作日.
    Duration,
    /// 个百分点.
    Point,
    /// 倍.
    Multiple,
    /// `%`, 成, 百分之.
    Percent,
    /// One member of a ratio `7.6:44.8:47.6`.
    Ratio,
    /// No unit is written.
    Bare,
}

impl Class {
    /// Whether it counts separate things.
    pub fn counts(self) -> bool {
        matches!(self, Self::Case | Self::Person | Self::Visits | Self::Times | Self::Body | Self::Thing | Self::Named | Self::Bare)
    }

    /// Whether values of it may be added.
    pub fn adds(self) -> bool {
        self.counts() || matches!(self, Self::Money | Self::Measure)
    }
}

struct Entry {
    word: &'static str,
    class: Class,
}

static UNITS: LazyLock<FxHashMap<char, Vec<Entry>>> = LazyLock::new(|| {
    let mut units: FxHashMap<char, Vec<Entry>> = FxHashMap::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let Some((word, class)) = line.split_once('\t') else { continue };
        let Some(first) = word.chars().next() else { continue };
        units.entry(first).or_default().push(Entry { word, class: class_of(class) });
    }
    units.values_mut().for_each(|entries| entries.sort_by_key(|entry| std::cmp::Reverse(entry.word.len())));
    units
});

fn class_of(name: &str) -> Class {
    match name {
        "case" => Class::Case,
        "person" => Class::Person,
        "visits" => Class::Visits,
        "times" => Class::Times,
        "body" => Class::Body,
        "thing" => Class::Thing,
        "named" => Class::Named,
        "money" => Class::Money,
        "duration" => Class::Duration,
        "point" => Class::Point,
        "multiple" => Class::Multiple,
        _ => Class::Measure,
    }
}

/// The unit at the start of a text: its length in bytes and its class.
pub fn read(text: &str) -> Option<(usize, Class)> {
    let first = text.chars().next()?;
    let entry = UNITS.get(&first)?.iter().find(|entry| text.starts_with(entry.word))?;
    // 年 and 日 of a date, 大 of 大约, 部 of 部门, 分 of 分别: words that only begin like a unit.
    let rest = &text[entry.word.len()..];
    let other = match entry.word {
        "部" => rest.starts_with(['门', '委', '队', '分']),
        "分" => rest.starts_with(['别', '局', '公', '管', '之', '为', '类']),
        "大" => rest.starts_with(['约', '多', '量']),
        "日" => rest.starts_with('均'),
        "人" => rest.starts_with(['民', '大', '社', '均', '才', '口', '员']),
        "项" => rest.starts_with('目'),
        "处" => rest.starts_with(['理', '罚', '置', '分', '于']),
        "所" => rest.starts_with(['有', '属', '在']),
        "点" | "面" | "度" => rest.starts_with(['评', '对', '向', '积', '临']),
        "市" | "省" | "县" | "国" | "镇" | "乡" | "村" => rest.starts_with(['级', '直', '属', '内', '外', '务']),
        "组" => rest.starts_with(['织', '成', '建']),
        "通" => rest.starts_with(['过', '报', '知']),
        "地" => {
            rest.starts_with(['区', '块', '方', '点', '质', '面', '上', '下', '产', '级', '市', '名', '税', '铁', '处', '理', '址', '段'])
        }
        "期" => rest.starts_with('间'),
        "包" => rest.starts_with('括'),
        "单" => rest.starts_with('位'),
        "线" => rest.starts_with(['上', '下', '索']),
        "把" | "道" | "节" | "章" | "令" | "口" | "声" | "通过" | "回" | "团" | "股" => {
            rest.starts_with(['路', '约', '程', '岸', '复', '访', '权', '份', '明'])
        }
        _ => false,
    };
    (!other).then_some((entry.word.len(), entry.class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unit_wins_and_words_that_begin_like_one_are_none() {
        assert_eq!(read("件次"), Some(("件次".len(), Class::Case)));
        assert_eq!(read("人次，"), Some(("人次".len(), Class::Visits)));
        assert_eq!(read("个百分点"), Some(("个百分点".len(), Class::Point)));
        assert_eq!(read("部门"), None);
        assert_eq!(read("处理"), None);
        assert_eq!(read("政务"), None);
    }
}
