//! part ≤ whole, where the wording names parts that need not be all: 其中, 某类诉求中, a bracket, thresholds that rise, regions within each other.
//!
//! Lists that add up are `partition`'s; what it has judged already is left alone here.

mod among;
mod nested;
mod steps;

use crate::relations::interval::Exact;
use crate::relations::scope::comparable;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View};
use crate::text::Span;
use rustc_hash::FxHashSet;

/// What a part may hold that its whole does not: cases of another period.
const CARRIED: &[&str] = &["结转", "旧存", "存案", "遗留", "往年"];

/// Finds and judges parts.
pub(super) fn run(view: &mut View) {
    // What is broken as a sum is not told again as a part.
    let mut broken: FxHashSet<Span> = view
        .relations
        .iter()
        .filter(|relation| matches!(relation.verdict, Verdict::Broken))
        .flat_map(|relation| relation.operands.iter().skip(1).chain(relation.operands.first().filter(|_| relation.kind == Kind::Part)))
        .map(|operand| operand.span)
        .collect();
    for at in 1..view.figures.len() {
        if !view.figures[at].is_level() {
            nested::rank(view, at);
            continue;
        }
        among::of_it(view, at, &mut broken);
        among::topic(view, at);
        among::behind(view, at);
        nested::threshold(view, at);
        nested::level(view, at);
        nested::members(view, at);
        among::categories(view, at);
        steps::classes(view, at);
    }
}

/// Judges one part against its whole. Where the wording does not bind them, another scope leaves it open.
fn judge(view: &mut View, whole: usize, part: usize, strength: Strength, bound: bool) -> Verdict {
    let says = |at: usize| CARRIED.iter().any(|word| view.before(at).contains(word));
    // 受理180件(含旧存20件): a bracket says that what was carried over is part of the whole; 新收180件(另旧存20件) does not.
    let within = view.figures[part].depth > view.figures[whole].depth
        && !["新收", "另"].iter().any(|word| view.before(whole).contains(word) || view.before(part).contains(word));
    let carried = says(whole) || says(part) && !within;
    let verdict = match view.interval(part).can_be_at_most(view.interval(whole)) {
        true => Verdict::Holds,
        false if carried || !bound && !comparable(view, whole, part) => Verdict::Unsure,
        false => Verdict::Broken,
    };
    tell(view, whole, &[part], verdict, strength);
    verdict
}

fn tell(view: &mut View, whole: usize, parts: &[usize], verdict: Verdict, strength: Strength) {
    let mut formula = view.shown_sum(parts);
    formula.extend([" ≤ ", view.shown(whole)]);
    let mut operands = Vec::with_capacity(parts.len() + 1);
    operands.extend(parts.iter().map(|&part| view.operand("part", part)));
    operands.push(view.operand("whole", whole));
    view.push(Making::new(Kind::Part, verdict, formula, operands).strength(strength).done());
    if verdict != Verdict::Unsure {
        for &part in parts {
            view.ties(part).part_of = Some(whole as u32);
        }
    }
}

/// The written values of several figures together.
fn total(view: &View, parts: &[usize]) -> Exact {
    parts.iter().map(|&part| view.value(part)).sum()
}
