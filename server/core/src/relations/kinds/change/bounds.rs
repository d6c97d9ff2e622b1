//! What bounds a change besides its two values: the growth of the parts, the reason that the text gives, the rates it is the difference of.

use crate::draft::figures::{Class, Role};
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};
use crate::text::Span;

/// The growth of a whole lies between the growth of its parts.
pub(super) fn between(view: &mut View) {
    let mut found = Vec::new();
    for relation in view.relations.iter().filter(|relation| relation.kind == Kind::Partition && relation.verdict == Verdict::Holds) {
        let growths: Option<Vec<usize>> = relation.operands.iter().map(|operand| growth_of(view, operand.span)).collect();
        let Some(growths) = growths.filter(|growths| growths.len() >= 3) else { continue };
        let value = |at: usize| {
            let value = view.value(at);
            if super::falls(view, at) == Some(true) { -value } else { value }
        };
        let (whole, parts) = (growths[0], &growths[1..]);
        let slack = view.figures[whole].number.step;
        let Some(least) = parts.iter().map(|&part| value(part)).min() else { continue };
        let Some(most) = parts.iter().map(|&part| value(part)).max() else { continue };
        if value(whole) < least - slack || value(whole) > most + slack {
            found.push(growths);
        }
    }
    for growths in found {
        let parts: Vec<&str> = growths[1..].iter().map(|&part| view.shown(part)).collect();
        let formula = format!("{} ∉ [{}]", view.shown(growths[0]), parts.join(", "));
        let mut operands = vec![view.operand("claim", growths[0])];
        operands.extend(growths[1..].iter().map(|&part| view.operand("part", part)));
        view.push(Making::new(Kind::Change, Verdict::Broken, formula, operands).note("between").done());
    }
}

/// The growth in per cent right behind a figure.
fn growth_of(view: &View, span: Span) -> Option<usize> {
    let at = view.figures.binary_search_by_key(&span.start, |figure| figure.span.start).ok()?;
    let next = view.figures.get(at + 1)?;
    let words = view.text.get(span.end as usize..next.span.start as usize)?;
    let other = ["可比", "不变", "占", "年均", "环比"].iter().any(|word| words.contains(word));
    (next.role == Role::Change && next.class == Class::Percent && super::chained(view, at, at + 1) && !other).then_some(at + 1)
}

/// 减少2.98%。主要原因是:经费增加。 The reason says the other direction.
pub(super) fn reason(view: &mut View, index: usize) {
    let Some(falls) = super::falls(view, index) else { return };
    let end = view.figures[index].span.end as usize;
    let Some(rest) = view.text[end..].strip_prefix(['。', ',']) else { return };
    let Some(rest) = ["主要原因是", "主要原因为", "主要原因", "原因是", "主要是"].iter().find_map(|lead| rest.strip_prefix(lead))
    else {
        return;
    };
    let reason = rest.trim_start_matches([':', ' ']);
    let start = view.text.len() - reason.len();
    let length = reason.find(['。', ';', '\n', ',']).unwrap_or(reason.len()).min(240);
    let Some(reason) = reason.get(..length) else { return };
    let says = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    let up = says(&["增加", "增长", "新增", "提高", "上升"]);
    let down = says(&["减少", "下降", "降低", "压减", "缩减", "减", "取消", "结束", "调整", "未", "不", "疫情", "厉行", "节约"]);
    if falls && up && !down && reason.trim_end().ends_with("增加") {
        let formula = format!("{} ⇎ {reason}", view.shown(index));
        let reason = Operand::unnamed("reason", Span::new(start, start + length));
        let operands = vec![view.operand("claim", index), reason];
        view.push(Making::new(Kind::Change, Verdict::Broken, formula, operands).strength(Strength::Likely).note("reason").done());
    }
}

/// 自然增长率 = 出生率 − 死亡率.
pub(super) fn natural(view: &mut View, index: usize) {
    if !view.before(index).contains("自然增长率") {
        return;
    }
    let named = |name: &str| {
        (index.saturating_sub(8)..index).rev().find(|&at| {
            view.figures[at].number.scale == view.figures[index].number.scale
                && view.figures[at].paragraph == view.figures[index].paragraph
                && view.before(at).contains(name)
                && view.figures[at].role == Role::Rate
        })
    };
    let (Some(born), Some(died)) = (named("出生率"), named("死亡率")) else { return };
    let Some(computed) = view.interval(born).sub(view.interval(died)) else { return };
    let value = view.value(born) - view.value(died);
    let verdict = if view.interval(index).meets(&computed) { Verdict::Holds } else { Verdict::Broken };
    let formula = format!("{} − {} = {}", view.shown(born), view.shown(died), view.written(index, value).unwrap_or_default());
    let operands = vec![view.operand("claim", index), view.operand("now", born), view.operand("before", died)];
    let expected = view.written(index, value);
    view.push(Making::new(Kind::Change, verdict, formula, operands).expected(expected).done());
}
