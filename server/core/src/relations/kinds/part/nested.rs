//! Counts that lie within each other by what they count: 超10亿元的99户,超50亿元的9户; 全省审结208193件,省高院审结3502件; 来自43家单位的129名.

use super::judge;
use crate::catalogue::scopes::{Axis, named};
use crate::draft::figures::{Bound, Class, Cue, Gap, Role};
use crate::relations::interval::Exact;
use crate::relations::kinds::partition::tail_overlap;
use crate::relations::{Strength, View};
use num_traits::Zero;

/// 超10亿元的99户,超50亿元的9户: what passes the higher threshold passes the lower one.
pub(super) fn threshold(view: &mut View, higher: usize) {
    // 元, or an amount right in front: nothing else is looked at.
    let amount = higher > 0 && view.figures[higher - 1].class == Class::Money;
    if !amount && !view.before(higher).contains('元') {
        return;
    }
    let Some((more, called)) = passed(view, higher) else { return };
    let figure = &view.figures[higher];
    let lower = (higher.saturating_sub(4)..higher)
        .rev()
        .find(|&at| view.figures[at].is_level() && view.figures[at].class != Class::Money)
        .filter(|&at| view.same_unit(at, higher) && view.figures[at].part == figure.part && view.figures[at].depth == figure.depth);
    let Some(lower) = lower else { return };
    let Some((less, before)) = passed(view, lower) else {
        // 引进项目14个,亿元项目8个: those of an amount are some of those named before, of whatever amount.
        let alone = figure.gap == Gap::Comma && called.chars().count() == 2 && view.before(higher).trim_end().ends_with(called);
        if alone && view.label(lower).ends_with(called) && opens_with_amount(view, higher) {
            judge(view, lower, higher, Strength::Likely, true);
        }
        return;
    };
    let alike = called.is_empty() || before.is_empty() || called == before || tail_overlap(called, before) > 0;
    if more > less && alike {
        judge(view, lower, higher, Strength::Likely, true);
    }
}

/// What is told apart by the amount that it is worth: 亿元项目 are those of 亿元 and more.
const WORTH: &[&str] = &["项目", "企业", "工程", "产业"];

/// Whether the words of a figure begin with the amount: 亿元项目8个, and no verb of their own.
fn opens_with_amount(view: &View, at: usize) -> bool {
    view.before(at).trim_start_matches([',', ' ']).trim_start_matches(['百', '千', '万', '亿', '超']).starts_with('元')
}

/// The amount that the counted things pass, and what they are called: 超10亿元的, 亿元以上项目.
fn passed<'a>(view: &View<'a>, at: usize) -> Option<(Exact, &'a str)> {
    let before = view.before(at);
    let called = |rest: &'a str| rest.trim_matches(['的', '共', '有', '达', '为', '到', ' ']);
    if let Some(amount) = at.checked_sub(1).map(|at| &view.figures[at])
        && amount.class == Class::Money
        && (matches!(amount.number.bound, Bound::MoreThan | Bound::AtLeast) || WORTH.contains(&called(before)))
        && amount.span.end == view.figures[at].before.start
    {
        return Some((amount.number.value, called(before)));
    }
    // 亿元以上, 千万元以上, 超亿元: with no digit in front of 亿.
    let unit = before.find("元以上").map(|unit| (unit, unit + "元以上".len())).or_else(|| {
        let unit = before.find('元')?;
        let scaled = before[..unit].trim_end_matches(['百', '千', '万', '亿']);
        let end = unit + '元'.len_utf8();
        (scaled.ends_with('超') || scaled.len() < unit && WORTH.contains(&called(&before[end..]))).then_some((unit, end))
    })?;
    let scale = before[..unit.0].chars().rev().map_while(|c| match c {
        '百' => Some(100i128),
        '千' => Some(1000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    });
    let value: i128 = scale.product();
    (value > 1).then(|| (Exact::from_integer(value), called(&before[unit.1..])))
}

/// 全省法院审结208193件,省高院审结3502件: the narrower region counts no more.
pub(super) fn level(view: &mut View, narrow: usize) {
    let figure = &view.figures[narrow];
    if figure.gap > Gap::Semicolon || narrow == 0 {
        return;
    }
    let wide = narrow - 1;
    let of = &view.figures[wide];
    if !of.is_level() || of.depth != figure.depth || !view.same_unit(wide, narrow) || !view.same_sentence(wide, narrow) {
        return;
    }
    let rank =
        |at: usize| named(view.before(at)).map(|(_, scope)| scope).filter(|scope| scope.axis == Axis::Level).last().map(|scope| scope.rank);
    let Some(inner) = rank(narrow) else { return };
    let Some(outer) = rank(wide) else { return };
    // The same is said of both: 审结 and 审结.
    let verb = |at: usize| view.label(at).chars().rev().take(2);
    if inner <= outer || !verb(narrow).eq(verb(wide)) || view.interval(wide).single().is_some_and(|value| value.is_zero()) {
        return;
    }
    let holds = view.interval(narrow).can_be_at_most(view.interval(wide));
    let verdict = if holds { crate::relations::Verdict::Holds } else { crate::relations::Verdict::Broken };
    super::tell(view, wide, &[narrow], verdict, Strength::Likely);
}

/// 来自43家单位的129名执法人员: every unit sends somebody.
pub(super) fn members(view: &mut View, people: usize) {
    let figure = &view.figures[people];
    if figure.class != Class::Person || figure.gap != Gap::None || people == 0 {
        return;
    }
    let bodies = people - 1;
    let of = &view.figures[bodies];
    let from = ["来自", "选自", "汇集"].iter().any(|word| view.before(bodies).contains(word));
    let joined =
        view.text.get(of.span.end as usize..figure.span.start as usize).is_some_and(|words| words.contains('的') && words.len() <= 60);
    if from && joined && of.is_level() && matches!(of.class, Class::Body | Class::Thing) && of.depth == figure.depth {
        judge(view, people, bodies, Strength::Likely, true);
    }
}

/// 在261个城市的排名中位居第77位: no place lies behind the last.
pub(super) fn rank(view: &mut View, place: usize) {
    let figure = &view.figures[place];
    if place == 0
        || figure.role != Role::Order
        || figure.class != Class::Person && figure.class != Class::Bare
        || !figure.cues.has(Cue::Rank)
    {
        return;
    }
    let all = place - 1;
    let of = &view.figures[all];
    let words = view.text.get(of.span.end as usize..figure.span.start as usize).unwrap_or_default();
    let listed = of.is_level() && matches!(of.class, Class::Thing | Class::Body) && view.same_sentence(all, place);
    if listed && words.len() <= 90 && ["排名", "排位", "中"].iter().any(|word| words.contains(word)) && figure.gap <= Gap::Comma {
        judge(view, all, place, Strength::Likely, true);
    }
}
