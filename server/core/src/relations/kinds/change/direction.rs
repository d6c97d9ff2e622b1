//! Whether a change goes the way its words say, and is counted in the unit that it takes: 由30天缩短至35天; 受理件数增长5个百分点.

use crate::draft::figures::{Class, Cue, Gap, Role};
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View};

/// Words right in front of the new value, and whether it falls.
const TO: &[(&str, bool)] = &[
    ("缩减", true),
    ("压缩", true),
    ("缩短", true),
    ("收窄", true),
    ("精简", true),
    ("减少", true),
    ("降低", true),
    ("压减", true),
    ("下降", true),
    ("下调", true),
    ("降", true),
    ("增加", false),
    ("提高", false),
    ("增长", false),
    ("提升", false),
    ("上升", false),
    ("扩大", false),
    ("增", false),
    ("升", false),
];

/// 由30个工作日压缩至5个工作日: the new value lies on the side that the word says.
pub(super) fn from_to(view: &mut View, now: usize) {
    let before = now - 1;
    let (figure, old) = (&view.figures[now], &view.figures[before]);
    if figure.class != old.class || figure.depth != old.depth {
        return;
    }
    let Some(words) = view.before(now).trim_end_matches(' ').strip_suffix(['至', '到', '为']) else { return };
    // A rank that rises gets smaller.
    if !view.same_sentence(before, now) || !view.same_unit(before, now) || view.unit_is(now, &["位", "名"]) {
        return;
    }
    let Some(&(_, falls)) = TO.iter().find(|(word, _)| words.ends_with(word)) else { return };
    let from = old.cues.has(Cue::From) || ["将", "把", "原"].iter().any(|word| view.before(before).contains(word));
    // Two bounds, or a value and a target, need not lie so.
    if !from || figure.number.bound.is_open() || old.number.bound.is_open() || figure.number.to.is_some() || old.number.to.is_some() {
        return;
    }
    let (less, more) = if falls { (now, before) } else { (before, now) };
    let holds = view.value(less) < view.value(more);
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    let formula = format!("{} {} {}", view.shown(now), if falls { "<" } else { ">" }, view.shown(before));
    let operands = vec![view.operand("claim", now), view.operand("before", before)];
    let mut making = Making::new(Kind::Change, verdict, formula, operands).strength(Strength::Likely);
    if !holds {
        making = making.note(if falls { "rises" } else { "falls" });
    }
    view.push(making.done());
}

/// Words of what is itself a percentage, and may change by points.
const PERCENTAGES: &[char] = &['率', '比', '幅', '速', '度', '重', '占'];

/// 受理案件1200件,同比增长5.2个百分点: what is counted grows by per cent.
pub(super) fn points(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.class != Class::Point || index == 0 || figure.gap != Gap::Comma || super::own_subject(view, index) {
        return;
    }
    let counted = index - 1;
    let level = &view.figures[counted];
    let percentage = (view.sentence_start(index)..index).any(|at| matches!(view.figures[at].class, Class::Percent | Class::Point));
    let words = view.before(index).trim_start_matches("同比").trim_start_matches("环比").trim_start_matches(['较', '比']);
    if !level.is_level()
        || level.role != Role::Count
        || !matches!(level.class, Class::Case | Class::Person | Class::Visits | Class::Money)
        || level.depth != figure.depth
        || percentage
        || words.contains(PERCENTAGES)
        || view.label(counted).contains(PERCENTAGES)
        || !figure.cues.has(Cue::Compare)
    {
        return;
    }
    let formula = format!("{} → {}%", view.shown(index), view.figures[index].number.digits.of(view.text));
    let operands = vec![view.operand("claim", index), view.operand("now", counted)];
    view.push(Making::new(Kind::Change, Verdict::Broken, formula, operands).strength(Strength::Likely).note("points").done());
}

/// How the difference of two rates is told: 提高, 下降.
const DIFFER: &[&str] = &["提高", "提升", "上升", "增加", "下降", "降低", "减少"];

/// 办结率95.1%,比上年提高2.3%: the difference of two rates is counted in points. Certain only where both rates are given.
pub(super) fn percent_of_rate(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.class != Class::Percent
        || figure.role != Role::Change
        || index == 0
        || figure.gap > Gap::Comma
        || super::own_subject(view, index)
    {
        return;
    }
    let rate = |at: usize| {
        let other = &view.figures[at];
        other.class == Class::Percent && matches!(other.role, Role::Rate | Role::Percent | Role::Share) && other.depth == figure.depth
    };
    let now = index - 1;
    if !rate(now) || !view.same_sentence(now, index) || !DIFFER.iter().any(|word| view.before(index).ends_with(word)) {
        return;
    }
    let named = |at: usize| view.figures[at].role == Role::Rate && view.label(at).contains('率');
    let before = now.checked_sub(1).filter(|&at| rate(at) && view.same_sentence(at, now) && view.gap(at, now) <= Gap::Comma);
    let difference = before.map(|before| (before, (view.value(now) - view.value(before)).max(view.value(before) - view.value(now))));
    let (before, strength, formula) = match difference {
        Some((before, points)) if points == view.value(index) && (named(before) || named(now)) => (
            Some(before),
            Strength::Suspect,
            format!("{} − {} = {}个百分点", view.shown(now), view.shown(before), view.figures[index].number.digits.of(view.text)),
        ),
        _ if named(now) => {
            (None, Strength::Likely, format!("{} → {}个百分点", view.shown(index), view.figures[index].number.digits.of(view.text)))
        }
        _ => return,
    };
    let mut operands = vec![view.operand("claim", index), view.operand("now", now)];
    operands.extend(before.map(|before| view.operand("before", before)));
    view.push(Making::new(Kind::Change, Verdict::Unsure, formula, operands).strength(strength).note("percent").done());
}
