//! now against before: 同比增加N件,增长X%; 去年同期M件,下降X%; 由A%上升至B%,升幅C个百分点; 与…持平.

mod bounds;
mod direction;
mod pairs;
mod quartet;
mod times;

use crate::catalogue::word_set::WordSet;
use crate::draft::figures::{Class, Cue, Gap, Role};
use crate::relations::interval::Exact;
use crate::relations::judge::{self, Judged};
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, slip};
use num_traits::{Signed, Zero};
use std::sync::LazyLock;

/// Finds and judges changes.
pub(super) fn run(view: &mut View) {
    for index in 0..view.figures.len() {
        match view.figures[index].role {
            Role::Change if matches!(view.figures[index].class, Class::Percent | Class::Multiple) => percent(view, index),
            Role::Change | Role::Delta => amount(view, index),
            Role::Rate => bounds::natural(view, index),
            _ => {}
        }
        times::run(view, index);
        if view.figures[index].role == Role::Change {
            bounds::reason(view, index);
            direction::points(view, index);
            direction::percent_of_rate(view, index);
        } else if index > 0 && view.figures[index].gap <= Gap::Comma {
            direction::from_to(view, index);
        }
    }
    quartet::settle(view);
    bounds::between(view);
}

/// Whether the words of a change say that it falls; `None` where they say neither.
pub(super) fn falls(view: &View, index: usize) -> Option<bool> {
    let words = view.before(pairs::head(view, index));
    let cues = view.figures[pairs::head(view, index)].cues;
    if !cues.any(&[Cue::Up, Cue::Down]) {
        return None;
    }
    match view.figures[pairs::head(view, index)].last.map(|hit| hit.cue) {
        Some(Cue::Up) => return Some(false),
        Some(Cue::Down) => return Some(true),
        _ => {}
    }
    let last = |list: &[&str]| list.iter().filter_map(|word| words.rfind(word)).max();
    let down = last(&["下降", "减少", "降低", "降幅", "下滑", "回落", "减收", "减支", "减产", "下跌", "压减", "缩短"]);
    let up = last(&["增长", "增加", "上升", "提高", "提升", "上涨", "增幅", "升幅", "涨幅", "增收", "增支", "增产", "多收", "净增"]);
    Some(down > up)
}

/// What is said of the change of anything.
static SAID_OF_ANY: LazyLock<WordSet> = LazyLock::new(|| {
    WordSet::new(&[
        "同比",
        "环比",
        "相比",
        "同期",
        "分别",
        "增长",
        "增加",
        "上升",
        "提高",
        "提升",
        "下降",
        "减少",
        "降低",
        "降幅",
        "增幅",
        "升幅",
        "涨幅",
        "执行数",
        "预算",
        "件数",
        "人数",
        "和",
        "约",
        "为",
        "达",
        "了",
    ])
});

/// Whether the change has a subject of its own, so that the figures before may be another's.
pub(super) fn own_subject(view: &View, index: usize) -> bool {
    let words = SAID_OF_ANY.taken_out(view.before(pairs::head(view, index)));
    let words = words.trim_start_matches(['较', '比', '与']);
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || "年上去前月同度季末初当底一二三四".contains(c));
    words.chars().count() >= 2
}

/// A growth that the figures around do not give: at constant prices, of several years, of a contribution.
fn is_other(view: &View, now: usize, index: usize) -> bool {
    let words = view.text.get(view.figures[now].span.end as usize..view.figures[index].span.start as usize).unwrap_or_default();
    // Output is compared at constant prices unless the text says otherwise.
    let real = ["生产总值", "GDP", "增加值", "总产值"].iter().any(|word| view.label(now).contains(word));
    real || view.figures[index].cues.has(Cue::Other)
        || ["可比", "不变价", "同口径", "年均", "实际", "贡献", "拉动"].iter().any(|word| words.contains(word))
}

/// A growth in per cent or in times.
fn percent(view: &mut View, index: usize) {
    let Some(falls) = falls(view, index) else { return };
    if let Some((now, delta)) = pairs::delta(view, index) {
        let Some(now) = now else { return };
        if !is_other(view, now, index) {
            by_delta(view, index, now, delta, falls);
        }
        return;
    }
    let mut pairs = pairs::both(view, index);
    if own_subject(view, index) {
        pairs.iter_mut().for_each(|pair| pair.sure = false);
    }
    if pairs.is_empty() {
        return;
    }
    let judged: Vec<Judged> = pairs.iter().map(|pair| growth(view, index, pair.now, pair.before, falls)).collect();
    let holds = judged.iter().position(|judged| judged.verdict == Verdict::Holds);
    if holds.is_none() && pairs[0].sure && times::grown_to(view, index, pairs[0].now, pairs[0].before) {
        return;
    }
    let best = holds.unwrap_or(0);
    let (pair, verdict) = (&pairs[best], judged[best]);
    if is_other(view, pair.now.max(pair.before).min(index), index) && holds.is_none() {
        return;
    }
    if holds.is_none() && !pair.sure {
        return;
    }
    let formula = format!(
        "({now} − {before}) ÷ {before} = {}",
        signed(view, index, verdict, falls).unwrap_or_else(|| "?".into()),
        now = view.shown(pair.now),
        before = view.shown(pair.before)
    );
    let operands = vec![view.operand("claim", index), view.operand("now", pair.now), view.operand("before", pair.before)];
    finish(view, index, Kind::Change, verdict, formula, operands, falls);
}

/// The computed value with its sign in front where the claim says the other direction.
fn signed(view: &View, index: usize, judged: Judged, falls: bool) -> Option<String> {
    if judged.verdict == Verdict::Holds {
        return Some(format!("{}{}", if falls { "−" } else { "" }, view.shown(index).trim_start_matches('-')));
    }
    let value = judged.computed?;
    let sign = if value.is_negative() != falls { "−" } else { "" };
    view.written(index, value.abs()).map(|written| format!("{sign}{written}"))
}

fn growth(view: &View, index: usize, now: usize, before: usize, falls: bool) -> Judged {
    let number = &view.figures[index].number;
    // −3.2% said of a growth is a decrease.
    if view.figures[index].class == Class::Multiple {
        let ratio = view.interval(now).growth(view.interval(before));
        return ratio.map_or(Judged::UNSURE, |ratio| judge::against(number, number.interval(), &ratio));
    }
    judge::growth(number, view.interval(now), view.interval(before), falls && !number.value.is_negative())
}

/// 6240件,同比增加520件,增长9.09%: the amount gives the value before.
fn by_delta(view: &mut View, index: usize, now: usize, delta: usize, falls: bool) {
    let delta_falls = pairs::delta_falls(view, delta).unwrap_or(falls);
    let before = if delta_falls { view.interval(now).add(view.interval(delta)) } else { view.interval(now).sub(view.interval(delta)) };
    let number = &view.figures[index].number;
    let impossible = before.is_some_and(|before| before.high.value().is_some_and(|high| high.is_negative()));
    let judged = before
        .and_then(|before| view.interval(delta).quotient(&before))
        .and_then(|growth| growth.scale(judge::units(number.scale)))
        .map_or(if impossible { Judged { verdict: Verdict::Broken, ..Judged::UNSURE } } else { Judged::UNSURE }, |growth| {
            let growth = if delta_falls == falls { Some(growth) } else { growth.negate() };
            growth.map_or(Judged::UNSURE, |growth| judge::against(number, number.interval(), &growth))
        });
    let sign = if delta_falls { '+' } else { '−' };
    let shown = signed(view, index, judged, falls).unwrap_or_else(|| "?".into());
    let formula = format!("{delta} ÷ ({now} {sign} {delta}) = {shown}", delta = view.shown(delta), now = view.shown(now));
    let operands = vec![view.operand("claim", index), view.operand("now", now), view.operand("delta", delta)];
    finish(view, index, Kind::Change, judged, formula, operands, falls);
}

fn finish(
    view: &mut View,
    index: usize,
    kind: Kind,
    judged: Judged,
    formula: String,
    operands: Vec<crate::relations::Operand>,
    falls: bool,
) {
    if judged.verdict == Verdict::Unsure {
        return;
    }
    let turned = judged.computed.is_some_and(|value| value.is_negative() && !value.is_zero()) && !view.value(index).is_negative();
    let expected = judged.computed.filter(|_| !turned).and_then(|value| view.written(index, value));
    let mut making = Making::new(kind, judged.verdict, formula, operands).expected(expected);
    if judged.cut {
        making = making.note("cut");
    } else if turned && judged.verdict == Verdict::Broken {
        making = making.note(if falls { "rises" } else { "falls" });
    }
    let relation = making.done();
    view.push(relation);
    view.ties(index).claim = true;
}

/// A change given as an amount or in percentage points, with both values.
fn amount(view: &mut View, index: usize) {
    let Some(pair) = pairs::of_amount(view, index) else { return };
    let Some(down) = falls(view, index) else { return };
    let (more, less) = if down { (pair.before, pair.now) } else { (pair.now, pair.before) };
    let Some(computed) = view.interval(more).sub(view.interval(less)) else { return };
    let allowed = view.interval(index);
    let holds = allowed.meets(&computed);
    let value = view.value(more) - view.value(less);
    if !holds && !pair.sure && !slip::is_slip(&view.figures[index].number, value) {
        return;
    }
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    let formula = format!("{} − {} = {}", view.shown(more), view.shown(less), view.written(index, value).unwrap_or_default());
    let operands = vec![view.operand("claim", index), view.operand("now", pair.now), view.operand("before", pair.before)];
    let expected = (value >= Exact::zero()).then(|| view.written(index, value)).flatten();
    let strength = if pair.sure { Strength::Certain } else { Strength::Likely };
    let mut making = Making::new(Kind::Change, verdict, formula, operands).expected(expected).strength(strength);
    if !holds && value < Exact::zero() {
        making = making.note(if down { "rises" } else { "falls" });
    }
    let relation = making.done();
    view.push(relation);
    view.ties(index).claim = true;
}

/// Whether the gap between two figures stays inside a clause chain.
pub(super) fn chained(view: &View, from: usize, to: usize) -> bool {
    view.same_sentence(from, to) && view.gap(from, to) <= Gap::Colon
}
