//! What a draft says about the year before its own: a stated value (上年为1720件), or one that follows from a change (同比增加144件).

use super::names::{self, Name};
use crate::draft::Draft;
use crate::draft::figures::{Class, Cue, Figure, Gap, Role};
use crate::relations::interval::{Exact, Interval};
use crate::text::Span;
use num_traits::{Signed, Zero};

/// A value of the year before.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    /// What it is the value of.
    pub(crate) name: Name,
    /// The figure that states it or from which it follows.
    pub(crate) place: Span,
    /// The value of the draft's own year, where one stands beside it.
    pub(crate) now: Option<Span>,
    /// The true values that the wording allows.
    pub(crate) interval: Interval,
    /// How it follows, such as `1864 − 144 = 1720`; none where it is stated.
    pub(crate) formula: Option<String>,
    /// The value as it would be written.
    pub(crate) shown: String,
}

/// Words that name the year before.
const LAST: &[&str] = &["上年同期", "去年同期", "上一年度", "上一年", "上年度", "上年", "去年"];
/// Words of a comparison with the year before that need not name it.
const COMPARED: &[&str] = &["同比", "比同期", "较同期"];
/// Comparisons with something else than the year before, or of something else than the values.
const OTHERWISE: &[&str] =
    &["环比", "月", "年初", "年底", "年末", "年均", "可比", "实际", "名义", "不变价", "口径", "季度", "以来", "平均", "半年"];
/// What may stand between the name of the year before and the value.
const JOINS: &[&str] = &["全年", "同期", "的", "为", "是", "数", "有", "共", "约", ":", " "];
/// Words after which the year before is not the time of the value.
const NOT_TIME: &[&str] = &["印发", "制定", "出台", "以来", "起", "底", "末", "结转", "遗留", "未结", "至", "积案", "旧存", "开始"];
/// What a change may say besides its direction without having a subject of its own.
const CHANGE: &[&str] = &[
    "同比", "相比", "同期", "增长", "增加", "上升", "提高", "提升", "下降", "减少", "降低", "降幅", "增幅", "升幅", "涨幅", "件数", "人数",
    "数量", "总量", "了", "约", "为", "达", "分别", "度", "全年",
];

/// Whether the figure is the value of something: a count, an amount, a rate.
pub(crate) fn is_value(figure: &Figure) -> bool {
    figure.is_level() || figure.class == Class::Percent && matches!(figure.role, Role::Rate | Role::Share)
}

/// Whether the words in front of a figure make it a value of the year before.
pub(crate) fn is_of_the_year_before(text: &str, figure: &Figure) -> bool {
    figure.role == Role::Previous || stated(figure.before.of(text), LAST.iter().copied()).is_some()
}

/// What a draft says about the year before. `last` is that year, where the draft's own is known.
pub(crate) fn read(text: &str, draft: &Draft, names: &[Option<Name>], last: Option<i16>) -> Vec<Base> {
    let reader = Reader { text, figures: &draft.figures, names, last_year: last.map(|year| format!("{year}年")), last };
    (0..draft.figures.len()).filter_map(|index| reader.stated(index).or_else(|| reader.derived(index))).collect()
}

struct Reader<'a> {
    text: &'a str,
    figures: &'a [Figure],
    names: &'a [Option<Name>],
    last: Option<i16>,
    last_year: Option<String>,
}

impl Reader<'_> {
    fn words(&self, index: usize) -> &str {
        self.figures[index].before.of(self.text)
    }

    fn markers(&self) -> impl Iterator<Item = &str> + Clone {
        LAST.iter().copied().chain(self.last_year.as_deref())
    }

    /// 比上年的1720件; 去年同期为1720件; 2024年受理案件1720件.
    fn stated(&self, index: usize) -> Option<Base> {
        let figure = &self.figures[index];
        let value = figure.role == Role::Previous || is_value(figure);
        if !value || figure.cues.any(&[Cue::Up, Cue::Down, Cue::Target, Cue::Carry]) || figure.number.bound.is_limit() {
            return None;
        }
        let rest = stated(self.words(index), self.markers())?;
        let (name, now) = match rest {
            "" => {
                let now = self.level_before(index)?;
                (self.names[now].clone()?, Some(self.figures[now].span))
            }
            label => (names::relabelled(figure, label, self.text)?, None),
        };
        let shown = figure.span.of(self.text).to_owned();
        Some(Base { name, place: figure.span, now, interval: figure.number.interval(), formula: None, shown })
    }

    /// 1864件,同比增加144件; 1864件,同比增长8.37%.
    fn derived(&self, index: usize) -> Option<Base> {
        let figure = &self.figures[index];
        let amount = figure.role == Role::Delta;
        let percent = figure.role == Role::Change && figure.class == Class::Percent;
        if !(amount || percent) {
            return None;
        }
        let words = self.words(index);
        let compared = COMPARED.iter().copied().chain(self.markers()).any(|word| words.contains(word));
        let others = OTHERWISE.iter().any(|word| words.contains(word)) || has_other_year(words, self.last);
        if !compared || others || figure.cues.any(&[Cue::Other, Cue::To, Cue::Mean]) || has_subject(words, self.markers()) {
            return None;
        }
        let falls = match figure.last?.cue {
            Cue::Up => false,
            Cue::Down => true,
            _ => return None,
        };
        let now = self.level_before(index).filter(|&now| !amount || self.figures[now].is_like(figure, self.text))?;
        if self.follows_another(now) {
            return None;
        }
        let level = &self.figures[now];
        let (now_shown, by) = (level.number.span.of(self.text), figure.number.span.of(self.text));
        let (interval, value, formula) = if amount {
            let (values, change) = (level.number.interval(), figure.number.interval());
            let (sign, interval) = if falls { ('+', values.add(&change)?) } else { ('−', values.sub(&change)?) };
            let value = if falls { level.number.value + figure.number.value } else { level.number.value - figure.number.value };
            (interval, value, format!("{now_shown} {sign} {by}"))
        } else {
            let (sign, factor, exact) = self.factor(figure, falls)?;
            (level.number.interval().quotient(&factor)?, level.number.value / exact, format!("{now_shown} ÷ (1 {sign} {by})"))
        };
        if value.is_negative() {
            return None;
        }
        let unit = level.unit_text(self.text);
        let scale = self.text.get(level.number.digits.end as usize..level.number.span.end as usize)?.trim_start_matches(['余', '多', ' ']);
        let written = level.number.write(value, self.text)?;
        let equals = if interval.single().is_some() { '=' } else { '≈' };
        let formula = format!("{formula} {equals} {written}{scale}");
        let name = self.names[now].clone()?;
        Some(Base {
            name,
            place: figure.span,
            now: Some(level.span),
            interval,
            formula: Some(formula),
            shown: format!("{written}{scale}{unit}"),
        })
    }

    /// What the value before is multiplied by: `1 ± p`. A last place that is cut off or one away is a slip of its own, not of the base.
    fn factor(&self, figure: &Figure, falls: bool) -> Option<(char, Interval, Exact)> {
        let number = &figure.number;
        let (one, hundred) = (Exact::from_integer(1), Exact::from_integer(100));
        let (low, high) = match number.interval().single() {
            Some(value) => (value, value),
            None => (number.interval().low.value()? - number.step, number.interval().high.value()? + number.step),
        };
        let (low, high, value) = (low / hundred, high / hundred, number.value / hundred);
        let exact = if falls { one - value } else { one + value };
        let factor = if falls { Interval::closed(one - high, one - low) } else { Interval::closed(one + low, one + high) };
        (exact > Exact::zero()).then_some((if falls { '−' } else { '+' }, factor, exact))
    }

    /// The value of the draft's own year that a comparison right behind it speaks of.
    fn level_before(&self, index: usize) -> Option<usize> {
        let now = index.checked_sub(1)?;
        let (level, figure) = (&self.figures[now], &self.figures[index]);
        let own = level.year.is_none() || self.last.is_none_or(|last| level.year == Some(last + 1));
        let fits = is_value(level)
            && level.sentence == figure.sentence
            && level.depth <= figure.depth
            && figure.gap <= Gap::Comma
            && own
            && (figure.class == Class::Percent || level.class == figure.class)
            && stated(self.words(now), self.markers()).is_none();
        fits.then_some(now)
    }

    /// A value in a list shares its change with the others: 受理12件、办结10件,同比分别增长…
    fn follows_another(&self, now: usize) -> bool {
        now > 0 && self.figures[now].gap == Gap::Pause && self.figures[now - 1].sentence == self.figures[now].sentence
    }
}

/// The words between the name of the year before and the value, if the words say that the value is that year's.
fn stated<'w, 'm>(words: &'w str, markers: impl Iterator<Item = &'m str>) -> Option<&'w str> {
    let (at, marker) =
        markers.filter_map(|marker| Some((words.find(marker)?, marker))).min_by_key(|&(at, marker)| (at, usize::MAX - marker.len()))?;
    let lead = words[..at].trim_end_matches(['较', '比', '与', '而', '(', '/', ' ', ',', '全', '市', '县', '区', '省']);
    if !lead.is_empty() || NOT_TIME.iter().any(|word| words.contains(word)) {
        return None;
    }
    let mut rest = words[at + marker.len()..].trim_start_matches(',');
    while let Some(shorter) = JOINS.iter().find_map(|join| rest.strip_prefix(join)) {
        rest = shorter;
    }
    (!rest.contains(['年', '月', '《'])).then_some(rest)
}

/// Whether a change names its subject itself, so that the value before it may be another's.
fn has_subject<'m>(words: &str, markers: impl Iterator<Item = &'m str>) -> bool {
    let mut words = words.to_owned();
    for word in markers.chain(CHANGE.iter().copied()) {
        words = words.replace(word, "");
    }
    words.chars().filter(|c| !matches!(c, '较' | '比' | '与' | '又' | '均' | '也' | ' ' | ',' | '(')).count() >= 2
}

/// Whether the words name a year that is not the year before.
fn has_other_year(words: &str, last: Option<i16>) -> bool {
    words.match_indices('年').any(|(at, _)| {
        let digits = words[..at].len() - words[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        digits > 0 && words[at - digits..at].parse::<i16>().ok() != last
    })
}
