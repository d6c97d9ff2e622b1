//! Changes in other words: 是上年90件的3倍, 较上年的90件翻番, 降幅由5%收窄2个百分点至3%, 由升转降.

use crate::draft::figures::{Class, Gap, Role};
use crate::relations::interval::Exact;
use crate::relations::judge;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};
use crate::text::Span;

/// What doubles how often: the words behind the value.
const DOUBLES: &[(&str, i128)] = &[("翻番", 2), ("翻一番", 2), ("翻了一番", 2), ("翻两番", 4), ("翻了两番", 4)];
/// Words of a turn, and whether it falls now.
const TURNS: &[(&str, bool)] =
    &[("由升转降", true), ("由增转减", true), ("由降转升", false), ("由减转增", false), ("由负转正", false), ("由正转负", true)];

/// With what the clause of a change begins that has no subject of its own.
const OWN: &[&str] = &["同比", "环比", "较上年", "比上年", "增长", "下降", "增加", "减少", "上升"];
/// How far in front of a change its turn is looked for, in bytes.
const TURN_REACH: usize = 60;

/// Finds and judges what stands at a figure.
pub(super) fn run(view: &mut View, index: usize) {
    multiple(view, index);
    doubles(view, index);
    narrows(view, index);
    turn(view, index);
}

/// 270件,是上年90件的3倍.
fn multiple(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.class != Class::Multiple || index < 2 || figure.role == Role::Change {
        return;
    }
    let (now, before) = (index - 2, index - 1);
    let joined = matches!(&view.text[view.figures[before].span.end as usize..figure.span.start as usize], "的" | ")的");
    let said = ["是", "为", "达", "相当于"].iter().any(|word| view.before(before).contains(word));
    if !joined || !said || !pair(view, now, before) {
        return;
    }
    let Some(computed) = view.interval(now).quotient(view.interval(before)) else { return };
    let judged = judge::against(&figure.number, figure.number.interval(), &computed);
    let shown = judged.computed.and_then(|value| view.written(index, value));
    let formula = format!("{} ÷ {} = {}", view.shown(now), view.shown(before), shown.as_deref().unwrap_or("?"));
    let operands = vec![view.operand("claim", index), view.operand("now", now), view.operand("before", before)];
    view.push(Making::new(Kind::Change, judged.verdict, formula, operands).expected(shown).strength(Strength::Likely).done());
}

/// 由20件增加到60件,增长3倍: it is three times as much, and so grew twofold. Whether that is what stands there.
pub(super) fn grown_to(view: &mut View, index: usize, now: usize, before: usize) -> bool {
    let number = &view.figures[index].number;
    let times = view.interval(now).quotient(view.interval(before));
    let to = number.value > Exact::from_integer(1)
        && view.figures[index].class == Class::Multiple
        && times.is_some_and(|times| judge::against(number, number.interval(), &times).verdict == Verdict::Holds);
    if to {
        let expected = view.written(index, number.value - Exact::from_integer(1));
        let formula = format!(
            "({now} − {before}) ÷ {before} = {}",
            expected.as_deref().unwrap_or("?"),
            now = view.shown(now),
            before = view.shown(before)
        );
        let operands = vec![view.operand("claim", index), view.operand("now", now), view.operand("before", before)];
        let making = Making::new(Kind::Change, Verdict::Broken, formula, operands).expected(expected).note("times");
        view.push(making.strength(Strength::Likely).done());
    }
    to
}

/// 200件,较上年的90件翻番: what has doubled is twice as much or more.
fn doubles(view: &mut View, index: usize) {
    let end = view.figures[index].span.end as usize;
    let rest = &view.text[end..];
    if !rest.starts_with([',', '实', '翻']) {
        return;
    }
    let lead = [",实现", ",", "实现"].iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
    let Some(&(word, times)) = DOUBLES.iter().find(|(word, _)| lead.starts_with(word)) else { return };
    let Some(other) = index.checked_sub(1) else { return };
    let than = view.before(index).starts_with(['较', '比']);
    if !than || !pair(view, other, index) {
        return;
    }
    let Some(computed) = view.interval(other).quotient(view.interval(index)) else { return };
    // Nearly twice as much is called so; a twentieth less is not.
    let Some(least) = computed.high.value() else { return };
    let holds = least >= Exact::new(times * 19, 20);
    let formula = format!("{} ÷ {} {} {times}", view.shown(other), view.shown(index), if holds { "≥" } else { "<" });
    let start = end + rest.len() - lead.len();
    let claim = Operand::unnamed("claim", Span::new(start, start + word.len()));
    let operands = vec![claim, view.operand("now", other), view.operand("before", index)];
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    view.push(Making::new(Kind::Change, verdict, formula, operands).strength(Strength::Likely).done());
}

/// Two values of one kind, neither of them loose, the second in the sentence of the first.
fn pair(view: &View, now: usize, before: usize) -> bool {
    let level = |at: usize| matches!(view.figures[at].role, Role::Count | Role::Previous) && view.figures[at].class.adds();
    level(now) && level(before) && view.same_sentence(now, before) && view.same_base(now, before) && view.gap(now, before) <= Gap::Comma
}

/// 由5%收窄2个百分点至3%.
fn narrows(view: &mut View, index: usize) {
    let (Some(before), Some(next)) = (index.checked_sub(1), view.figures.get(index + 1)) else { return };
    if view.figures[index].class != Class::Point || next.gap != Gap::None {
        return;
    }
    let percent = |at: usize| view.figures[at].class == Class::Percent;
    let narrows = matches!(view.before(index), "收窄" | "收窄了" | "缩小" | "缩小了");
    let to = matches!(view.before(index + 1), "至" | "到");
    if !narrows || !to || !percent(before) || !percent(index + 1) {
        return;
    }
    let Some(computed) = view.interval(before).sub(view.interval(index + 1)) else { return };
    let value = view.value(before) - view.value(index + 1);
    let holds = view.interval(index).meets(&computed);
    let expected = (!holds && value > Exact::from_integer(0)).then(|| view.written(index, value)).flatten();
    let shown = view.written(index, value).unwrap_or_default();
    let formula = format!("{} − {} = {shown}", view.shown(before), view.shown(index + 1));
    let operands = vec![view.operand("claim", index), view.operand("now", index + 1), view.operand("before", before)];
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    view.push(Making::new(Kind::Change, verdict, formula, operands).expected(expected).done());
}

/// 由升转降,同比增长3%: the change goes the other way than the turn.
fn turn(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.role != Role::Change {
        return;
    }
    let Some(falls) = super::falls(view, index) else { return };
    // The turn stands right in front of the clause of the change, and the clause has no subject of its own.
    let start = figure.span.start as usize;
    let near = &view.text[view.text.floor_char_boundary(start.saturating_sub(TURN_REACH))..start];
    let Some((front, own)) = near.rsplit_once(',') else { return };
    let bare = OWN.iter().any(|word| own.starts_with(word)) && !own.contains(['。', ';', '\n']);
    let Some(&(word, now_falls)) = TURNS.iter().find(|(word, _)| front.ends_with(word)).filter(|_| bare) else { return };
    let end = start - own.len() - ','.len_utf8();
    let span = Span::new(end - word.len(), end);
    let formula = format!("{word} {} {}{}", if falls == now_falls { "=" } else { "≠" }, own.trim(), view.shown(index));
    let operands = vec![view.operand("claim", index), Operand::unnamed("reason", span)];
    let verdict = if falls == now_falls { Verdict::Holds } else { Verdict::Broken };
    view.push(Making::new(Kind::Change, verdict, formula, operands).strength(Strength::Likely).note("reason").done());
}
