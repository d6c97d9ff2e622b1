//! What a percentage claims: its name, and of a share what it is a share of.

use super::stated;
use crate::catalogue::rates::Rate;
use crate::catalogue::word_set::WordSet;
use crate::draft::figures::{Class, Cue, Gap, Role, core};
use crate::relations::{Kind, View};
use std::borrow::Cow;
use std::sync::LazyLock;

/// A claimed rate or share.
#[derive(Clone, Debug)]
pub(super) struct Claim<'t> {
    pub(super) index: usize,
    pub(super) kind: Kind,
    /// What it is called: 调解成功率; of a share, what it is a share of.
    pub(super) name: Cow<'t, str>,
    /// The rate of the table that is called so.
    pub(super) rate: Option<&'t Rate>,
    /// Whether the whole may be larger than the text says.
    pub(super) carry: bool,
    /// Whether the table or the words name the operands, so that a round percentage can be judged too.
    pub(super) exact_name: bool,
    /// What the share itself is of: 护理型床位 in 护理型床位占比73%.
    pub(super) subject: &'t str,
    /// Whether it is a share of a larger region's figure: 占全省比重.
    pub(super) foreign: bool,
    /// Whether the name says more than the table's: 审判案件结案率.
    pub(super) qualified: bool,
    /// The place in a list of shares told by 分别, and the length of the list.
    pub(super) respective: Option<(usize, usize)>,
    /// The whole that stands right in front: 完成全年任务2000万元的98.5%.
    pub(super) stated: Option<usize>,
    /// Whether it is a share of all that there is: 占总数, 占全部.
    pub(super) of_all: bool,
}

/// The claim at a figure, if it has a name or stands behind its part.
pub(super) fn claim<'t>(view: &View<'t>, index: usize) -> Option<Claim<'t>> {
    let figure = &view.figures[index];
    let before = view.before(index);
    let respective = respective(view, index);
    let words = match respective {
        Some((place, _)) => view.before(index - place),
        None => before,
    };
    let bracket = figure.role == Role::Percent && index > 0 && figure.depth == view.figures[index - 1].depth + 1 && core(before).is_empty();
    let share = figure.role == Role::Share || bracket;
    let stated = stated::whole(view, index);
    let name = if share { base_name(words) } else { Cow::Borrowed(rate_name(words)) };
    if name.is_empty() && !share && stated.is_none() {
        return None;
    }
    if share && figure.cues.any(&[Cue::From, Cue::To, Cue::Up, Cue::Down]) {
        return None;
    }
    let rate = (!share).then(|| view.catalogue.rates.named(&name)).flatten();
    Some(Claim {
        index,
        kind: if share { Kind::Share } else { Kind::Rate },
        carry: rate.is_some_and(|rate| rate.carry),
        exact_name: rate.is_some(),
        subject: subject(words),
        rate,
        foreign: share && name.is_empty() && words.rsplit_once('占').is_some_and(|(_, after)| after.replace("全部", "").contains('全')),
        of_all: share && words.rsplit_once('占').is_some_and(|(_, after)| after.contains('总') || after.contains("全部")),
        qualified: rate.is_some_and(|rate| qualified(rate, &name)),
        name,
        respective,
        stated,
    })
}

/// The words in front of 占 that name what has the share.
fn subject(words: &str) -> &str {
    words.rsplit_once('占').map_or("", |(before, _)| core(before.trim_end_matches(['约', '各', '均', '共', '别', '分'])))
}

/// Whether the name of a rate says more than the table knows it by.
fn qualified(rate: &Rate, name: &str) -> bool {
    !rate.name.iter().any(|known| known == name)
        && rate.name.iter().filter(|known| name.contains(known.as_str())).all(|known| name.chars().count() >= known.chars().count() + 2)
}

/// The place of a figure in a list that 分别 begins, and the list's length.
fn respective(view: &View, index: usize) -> Option<(usize, usize)> {
    let mut start = index;
    while start > 0
        && view.before(start).is_empty() | matches!(view.before(start), "和" | "与" | "及")
        && view.figures[start].gap <= Gap::Comma
        && view.figures[start - 1].class == Class::Percent
    {
        start -= 1;
        if index - start > 20 {
            return None;
        }
    }
    if !view.figures[start].cues.has(Cue::Each) {
        return None;
    }
    let mut end = start + 1;
    while end < view.figures.len()
        && end - start < 20
        && (view.before(end).is_empty() || matches!(view.before(end), "和" | "与" | "及"))
        && view.figures[end].gap <= Gap::Comma
        && view.figures[end].class == Class::Percent
    {
        end += 1;
    }
    (end - start >= 2).then_some((index - start, end - start))
}

/// What a share is a share of: 收案总数 of 占收案总数的.
fn base_name(words: &str) -> Cow<'_, str> {
    let mut name = words.rsplit_once('占').map_or("", |(_, after)| after);
    if name.contains('比') {
        for cut in ["的比重", "的比例", "比重", "比例", "百分比", "比"] {
            name = name.split_once(cut).map_or(name, |(before, _)| before);
        }
    }
    let name = name.trim_end_matches(['的', '为', '达', '到', '约', '了', '超', '近', '是', ' ']);
    let name = ALL.taken_out(name);
    // 占总人数, 占总件数: a unit is no name.
    if UNITS.contains(&name.as_ref()) { Cow::Borrowed("") } else { name }
}

/// What says of a whole no more than that it is one.
static ALL: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::new(&["全部", "总数", "总量", "总额", "总", "全市", "全县", "全省", "全区", "全国", "数量", "数", "量"]));

/// What a whole is counted in, and not what it is called.
const UNITS: &[&str] = &["人", "件", "户", "家", "个", "项", "起", "宗", "次", "份"];

/// The name of a rate: the words up to 率 or 面.
fn rate_name(words: &str) -> &str {
    let words = core(words);
    let Some(end) = words.rfind('率').map(|at| at + '率'.len_utf8()).or_else(|| words.rfind('面').map(|at| at + '面'.len_utf8()))
    else {
        return if words.contains("完成") || words.contains('为') { words } else { "" };
    };
    let name = &words[..end];
    let start = name.rfind(['、', '和', '"', '”', '的']).map_or(0, |at| at + name[at..].chars().next().map_or(1, char::len_utf8));
    &name[start..]
}
