//! What proves that a list is complete, and what explains that it does not add up.

use super::{Gap, Sign};
use crate::catalogue::flows;
use crate::draft::figures::{Cue, Role};
use crate::relations::interval::Exact;
use crate::relations::{Strength, View, judge, slip};
use num_traits::{Signed, Zero};

/// Whether no other figure can be meant: the nearest alike in the sentence, or the only one alike in the sentence before.
pub(super) fn only_whole(view: &View, whole: usize, part: usize) -> bool {
    if view.same_sentence(whole, part) {
        return (whole + 1..part).all(|at| !view.figures[at].is_level() || !view.like(at, part));
    }
    let start = view.sentence_start(whole);
    view.figures[part].sentence - view.figures[whole].sentence == 1
        && (start..part).all(|at| at == whole || !view.figures[at].is_level() || !view.like(at, part))
}

/// What proves that the list is complete.
pub(super) fn complete(view: &View, whole: usize, parts: &[usize], sign: Sign) -> Option<Strength> {
    let last = *parts.last()?;
    if view.before(last).contains('等') || view.after(last).starts_with('等') {
        return None;
    }
    let contains = view.before(parts[0]).trim_start().starts_with('含') || view.figures[parts[0]].cues.has(Cue::Among);
    if parts[1..].iter().any(|&part| rest(view.before(part))) {
        return Some(Strength::Certain);
    }
    if matches!(sign, Sign::Bracket) && parts.len() >= 2 && !contains {
        return Some(Strength::Certain);
    }
    if sign == Sign::Each
        && parts.len() >= 2
        && view.gap(whole, parts[0]) <= Gap::Comma
        && (slipped(view, whole, parts).is_some() || near(view, whole, parts))
    {
        return Some(Strength::Likely);
    }
    if sign == Sign::Include && parts.len() >= 2 && view.before(parts[0]).contains('分') {
        return Some(Strength::Certain);
    }
    if sign == Sign::Colon && parts.len() >= 2 {
        return Some(Strength::Likely);
    }
    if named_count(view, whole) == Some(parts.len()) && parts.len() >= 3 {
        return Some(Strength::Certain);
    }
    if complements(view, parts) {
        return Some(Strength::Certain);
    }
    // What is pending leaves nothing out behind what came of the rest.
    if parts.len() >= 2
        && pending(view, last)
        && !parts[..parts.len() - 1].iter().any(|&part| pending(view, part))
        && slipped(view, whole, parts).is_some()
    {
        return Some(Strength::Likely);
    }
    shares_complete(view, parts).then_some(Strength::Certain)
}

/// Whether a figure is what is not done yet: 尚未审结3件, 2件正在办理.
fn pending(view: &View, part: usize) -> bool {
    const WORDS: &[&str] = &[
        "正在办理",
        "正在审理",
        "尚未审结",
        "尚未办结",
        "未办结",
        "未审结",
        "未结",
        "在办",
        "待审",
        "审理中",
        "办理中",
        "结转下年",
        "转下年",
    ];
    WORDS.iter().any(|word| view.before(part).contains(word) || view.after(part).starts_with(word))
}

/// Whether the words begin what is left over: 其余5件, 其他82台. 其他服务业 is a class like any other.
pub(super) fn rest(before: &str) -> bool {
    let words = before.trim_start_matches(['、', ',', ':', ';', ' ', '和']);
    words.starts_with("其余")
        || words.starts_with("剩余")
        || ["其他", "其它", "另外"]
            .iter()
            .any(|word| words.strip_prefix(word).is_some_and(|rest| rest.trim_end_matches(['共', '为', '有', '各', '类', '的']).is_empty()))
}

/// The number of kinds that the whole announces: 五类案件共3243件.
pub(super) fn named_count(view: &View, whole: usize) -> Option<usize> {
    let previous = whole.checked_sub(1).map(|at| &view.figures[at]);
    let announced = previous
        .filter(|previous| view.same_sentence(whole - 1, whole) && matches!(previous.unit_text(view.text), "类" | "种" | "项" | "大类"));
    usize::try_from(announced?.number.value.to_integer()).ok()
}

/// Whether the parts are called by words that exclude each other and leave nothing out: 城镇 and 乡村, 办结 and 在办; 货物, 工程 and 服务.
pub(super) fn complements(view: &View, parts: &[usize]) -> bool {
    match parts {
        [one, other] => view.sides(*one).complement(view.sides(*other)),
        _ => flows::closed(parts.iter().map(|&part| view.label(part))),
    }
}

/// Whether each part carries a share and the shares add up to 100%.
pub(super) fn shares_complete(view: &View, parts: &[usize]) -> bool {
    let mut shares = Vec::new();
    for &part in parts {
        let end = parts.iter().copied().find(|&next| next > part).unwrap_or(part + 4).min(part + 6).min(view.figures.len());
        match (part + 1..end).find(|&at| view.figures[at].role == Role::Share && view.same_sentence(at, part)) {
            Some(share) => shares.push(share),
            None => return false,
        }
    }
    let hundred = crate::relations::interval::Interval::exactly(Exact::from_integer(100));
    view.sum(&shares).is_some_and(|sum| sum.meets(&hundred))
}

/// The operands that one slip explains, each with the value that makes the sum right.
pub(super) fn slips(view: &View, whole: usize, parts: &[usize]) -> Vec<(usize, Exact)> {
    let total: Exact = parts.iter().map(|&part| view.value(part)).sum();
    let slack: Exact = parts.iter().chain([&whole]).map(|&at| rounding(view, at)).sum();
    let explained = |at: usize, needed: Exact| {
        let number = &view.figures[at].number;
        let slack = slack - rounding(view, at);
        if slip::is_slip(number, needed) {
            return Some((at, needed));
        }
        // Rounded figures leave the needed value open by as much; where that is more than the number itself shows, nothing is explained.
        let close = |value: Exact| (value - needed).abs() <= slack;
        let most = if number.value / number.step >= Exact::from_integer(1000) { 2 } else { 1 };
        if slack.is_zero() || slack > number.step * Exact::from_integer(most) || close(number.value) {
            return None;
        }
        slip::values(number).into_iter().find(|&value| close(value)).map(|value| (at, value))
    };
    let whole_slip = explained(whole, total);
    let part_slips = parts.iter().filter_map(|&part| {
        let needed = view.value(whole) - (total - view.value(part));
        if needed >= Exact::zero() { explained(part, needed) } else { None }
    });
    whole_slip.into_iter().chain(part_slips).collect()
}

/// How far rounding may have moved a figure: half its last place where it is written with 万, 亿 or a point.
fn rounding(view: &View, at: usize) -> Exact {
    let number = &view.figures[at].number;
    if number.decimals > 0 || number.factor() != Exact::from_integer(1) { number.step / Exact::from_integer(2) } else { Exact::zero() }
}

/// An operand that one slip explains.
pub(super) fn slipped(view: &View, whole: usize, parts: &[usize]) -> Option<(usize, Exact)> {
    slips(view, whole, parts).into_iter().next()
}

/// Whether the sum misses the whole by less than two per cent.
pub(super) fn near(view: &View, whole: usize, parts: &[usize]) -> bool {
    let total: Exact = parts.iter().map(|&part| view.value(part)).sum();
    let factor = view.figures[whole].number.factor();
    parts.iter().all(|&part| view.figures[part].number.factor() == factor)
        && judge::within(total - view.value(whole), view.value(whole), Exact::new(1, 50))
}

/// Whether a near miss of an open list says anything: enough parts, or numbers long enough.
pub(super) fn worth_a_look(view: &View, whole: usize, parts: &[usize]) -> bool {
    let places = view.value(whole) / view.figures[whole].number.step;
    parts.len() >= 3 || places >= Exact::from_integer(100) || places >= Exact::from_integer(20) && near(view, whole, parts)
}
