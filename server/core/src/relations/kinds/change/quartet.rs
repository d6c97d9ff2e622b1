//! Now, before, amount and per cent: where three of the four agree, the odd one is wrong, and no other.

use super::growth;
use super::pairs::{self, Pair};
use crate::draft::figures::Role;
use crate::relations::interval::Exact;
use crate::relations::judge;
use crate::relations::view::Making;
use crate::relations::{Kind, Relation, Verdict, View};
use crate::text::Span;
use num_traits::Signed;
use rustc_hash::FxHashMap;

/// The four figures of a change, as indices.
#[derive(Clone, Copy)]
struct Quartet {
    now: usize,
    before: usize,
    delta: usize,
    percent: usize,
    /// Whether the amount is one of a decrease, and the per cent.
    falls: [bool; 2],
}

/// The figure that the three others contradict.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Odd {
    Now,
    Before,
    Delta,
}

/// Looks again at the growths that fail by an amount, or whose amount fails, and leaves the blame with the odd figure alone.
pub(super) fn settle(view: &mut View) {
    let is = |relation: &Relation, role: &str| {
        relation.kind == Kind::Change && matches!(relation.operands.as_slice(), [_, now, other] if now.role == "now" && other.role == role)
    };
    let amounts: FxHashMap<Span, usize> = view
        .relations
        .iter()
        .enumerate()
        .filter(|(_, relation)| {
            is(relation, "before") && at(view, relation.operands[0].span).is_some_and(|at| view.figures[at].role == Role::Delta)
        })
        .map(|(place, relation)| (relation.operands[0].span, place))
        .collect();
    let growths: Vec<usize> = (0..view.relations.len()).filter(|&place| is(&view.relations[place], "delta")).collect();
    for place in growths {
        let [percent, now, delta] = [0, 1, 2].map(|operand| view.relations[place].operands[operand].span);
        let amount = amounts.get(&delta).copied().filter(|&amount| view.relations[amount].operands[1].span == now);
        let broken = |place: usize| view.relations[place].verdict == Verdict::Broken;
        if !amount.map_or(broken(place), broken) {
            continue;
        }
        let (Some(percent), Some(now), Some(delta)) = (at(view, percent), at(view, now), at(view, delta)) else { continue };
        let falls = super::falls(view, percent).unwrap_or_default();
        let falls = [pairs::delta_falls(view, delta).unwrap_or(falls), falls];
        let four = |now: usize, before: usize| Quartet { now, before, delta, percent, falls };
        let four = match amount {
            Some(amount) => at(view, view.relations[amount].operands[2].span).map(|before| four(now, before)),
            None => {
                // 今年320件,上年260件,增加60件,增长23.08%: the value before stands nearest to the amount, and is not the value now.
                let sure: Vec<Pair> = pairs::both(view, percent).into_iter().filter(|pair| pair.sure).collect();
                let holds = |pair: &&Pair| growth(view, percent, pair.now, pair.before, falls[1]).verdict == Verdict::Holds;
                let pair = sure.iter().find(holds).or_else(|| sure.iter().find(|pair| pair.now == now));
                pair.map(|pair| four(pair.now, pair.before))
            }
        };
        let Some(four) = four else { continue };
        if four.now == now {
            blame(view, &four, place, amount);
        } else {
            blame_delta(view, &four, place, false);
        }
    }
}

fn at(view: &View, span: Span) -> Option<usize> {
    view.figures.binary_search_by_key(&span.start, |figure| figure.span.start).ok()
}

/// Changes the relations of a quartet so that only the odd figure is told: `growth` is the one by the amount, `amount` the difference.
fn blame(view: &mut View, four: &Quartet, growth: usize, amount: Option<usize>) {
    let odd = match odd(view, four, growth).as_slice() {
        [] => None,
        &[odd] => Some(odd),
        // Several figures may be the wrong one: the difference is told, without a fix.
        _ => {
            if let Some(amount) = amount {
                view.relations[amount].expected = None;
                view.relations[growth].verdict = Verdict::Unsure;
            }
            view.relations[growth].expected = None;
            return;
        }
    };
    let sign = if four.falls[0] { -view.value(four.delta) } else { view.value(four.delta) };
    let (plus, minus) = if four.falls[0] { ('−', '+') } else { ('+', '−') };
    match odd {
        // More than one is wrong, and none is sure: the per cent is right only if the amount is.
        None => {
            if let Some(amount) = amount {
                view.relations[growth].expected = None;
                view.relations[amount].expected = None;
            }
        }
        Some(Odd::Delta) => blame_delta(view, four, growth, amount.is_some()),
        Some(Odd::Now) => {
            let needed = view.value(four.before) + sign;
            let formula = format!("{} {plus} {}", view.shown(four.before), view.shown(four.delta));
            let told = amount.unwrap_or(growth);
            point(view, told, 1, four.now, needed, &formula);
            if amount.is_some() {
                let formula = format!("{} ÷ {} = {}", view.shown(four.delta), view.shown(four.before), view.shown(four.percent));
                let operands =
                    vec![view.operand("claim", four.percent), view.operand("delta", four.delta), view.operand("before", four.before)];
                view.relations[growth] = Making::new(Kind::Change, Verdict::Holds, formula, operands).done();
            }
        }
        Some(Odd::Before) => {
            let Some(amount) = amount else { return };
            let needed = view.value(four.now) - sign;
            let formula = format!("{} {minus} {}", view.shown(four.now), view.shown(four.delta));
            point(view, amount, 2, four.before, needed, &formula);
        }
    }
}

/// The growth holds by the two values: what is wrong is the amount, unless it is their difference. `told` if that is said already.
fn blame_delta(view: &mut View, four: &Quartet, growth: usize, told: bool) {
    let (now, before) = (view.shown(four.now), view.shown(four.before));
    let (more, less) = if four.falls[0] { (four.before, four.now) } else { (four.now, four.before) };
    if !told && let Some(computed) = view.interval(more).sub(view.interval(less)) {
        let value = view.value(more) - view.value(less);
        let shown = view.written(four.delta, value.abs()).unwrap_or_default();
        let holds = view.interval(four.delta).meets(&computed);
        let expected = (!holds && !value.is_negative()).then(|| shown.clone());
        let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
        let formula = format!("{} − {} = {shown}", view.shown(more), view.shown(less));
        let operands = vec![view.operand("claim", four.delta), view.operand("now", four.now), view.operand("before", four.before)];
        view.push(Making::new(Kind::Change, verdict, formula, operands).expected(expected).done());
    }
    let formula = format!("({now} − {before}) ÷ {before} = {}", view.shown(four.percent));
    let operands = vec![view.operand("claim", four.percent), view.operand("now", four.now), view.operand("before", four.before)];
    view.relations[growth] = Making::new(Kind::Change, Verdict::Holds, formula, operands).done();
}

/// Lets a relation point at another of its operands.
fn point(view: &mut View, place: usize, operand: usize, figure: usize, needed: Exact, formula: &str) {
    let expected = (!needed.is_negative()).then(|| view.written(figure, needed)).flatten();
    let relation = &mut view.relations[place];
    relation.culprit = operand;
    relation.formula = format!("{formula} = {}", expected.as_deref().unwrap_or("?"));
    relation.expected = expected;
    relation.note = None;
}

/// The figures without which the three others agree.
fn odd(view: &View, four: &Quartet, by_amount: usize) -> Vec<Odd> {
    let agrees = |verdict: Verdict| matches!(verdict, Verdict::Holds | Verdict::Rounding);
    let number = &view.figures[four.percent].number;
    let without_now = view
        .interval(four.delta)
        .quotient(view.interval(four.before))
        .and_then(|growth| growth.scale(judge::units(number.scale)))
        .is_some_and(|computed| four.falls[0] == four.falls[1] && agrees(judge::against(number, number.interval(), &computed).verdict));
    let without_delta = agrees(growth(view, four.percent, four.now, four.before, four.falls[1]).verdict);
    let without_before = agrees(view.relations[by_amount].verdict);
    [(without_delta, Odd::Delta), (without_now, Odd::Now), (without_before, Odd::Before)]
        .into_iter()
        .filter_map(|(agree, odd)| agree.then_some(odd))
        .collect()
}
