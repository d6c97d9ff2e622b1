//! rate and share = part ÷ whole. A rate by its name, a share by 占 or by a bracket behind its part.

mod candidates;
mod claim;
mod combined;
mod stated;
mod summed;

use crate::draft::figures::{Class, Cue, Gap, Role};
use crate::relations::interval::{Exact, Interval};
use crate::relations::judge::{self, Judged};
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View, scope, slip};
pub(super) use candidates::overlap;
use claim::Claim;
use num_traits::Zero;
use smallvec::{SmallVec, smallvec};

/// Figures that stand for one operand: one, but for sums.
type Group = SmallVec<[usize; 2]>;

/// One way to read a claim: which figures are the part and the whole.
#[derive(Clone, Debug)]
struct Reading {
    parts: Group,
    /// What is taken off the parts: 不合格 of 抽检, where 合格率 is claimed.
    less: Group,
    wholes: Group,
    /// Whether the wording binds the part and the whole.
    strong: [bool; 2],
    /// Whether a slip that makes it hold is reason enough to call it broken.
    eligible: bool,
}

impl Reading {
    /// A part and its whole that no wording binds.
    fn of(part: usize, whole: usize) -> Self {
        Self { parts: smallvec![part], less: Group::new(), wholes: smallvec![whole], strong: [false; 2], eligible: false }
    }
}

/// Finds and judges rates and shares.
pub(super) fn run(view: &mut View) {
    let mut open: Vec<(Claim, Vec<Reading>)> = Vec::new();
    // Which whole each claim that holds was divided by: the shares of one list have one base.
    let mut bases: Vec<(usize, Group)> = Vec::new();
    for index in 0..view.figures.len() {
        let figure = &view.figures[index];
        if figure.class == Class::Ratio {
            structure(view, index);
            continue;
        }
        if figure.class != Class::Percent || !matches!(figure.role, Role::Rate | Role::Share | Role::Percent) {
            continue;
        }
        let Some(claim) = claim::claim(view, index) else { continue };
        let mut readings = candidates::nearest(view, &claim, &bases);
        if !readings.iter().any(|reading| satisfied(view, &claim, reading)) {
            readings = candidates::readings(view, &claim, &bases);
        }
        // Two figures that happen to be alike are no proof of 100%, nor are rounded ones of any rate.
        let all = view.value(index) == Exact::from_integer(100);
        let rounded = |at: &usize| {
            let number = &view.figures[*at].number;
            number.step > Exact::from_integer(1) && !view.counts_at_least(*at, 1000)
        };
        let loose = |reading: &Reading| all || reading.parts.iter().chain(&reading.wholes).any(rounded);
        let told = |reading: &&Reading| claim.kind == Kind::Share && !all || reading.strong[0] || !loose(reading);
        match readings.iter().filter(told).find(|reading| satisfied(view, &claim, reading)) {
            Some(reading) => {
                let relation = making(view, &claim, reading, Verdict::Holds).done();
                bases.push((index, reading.wholes.clone()));
                view.push(relation);
                view.ties(index).claim = true;
            }
            None => open.push((claim, readings)),
        }
    }
    summed::run(view, &mut open);
    for (claim, readings) in open {
        failed(view, &claim, readings, &bases);
    }
    for index in 0..view.figures.len() {
        shares_of_all(view, index);
    }
}

fn judge(view: &View, claim: &Claim, reading: &Reading) -> Judged {
    let less = view.sum(&reading.less);
    let part = view.sum(&reading.parts).and_then(|part| if reading.less.is_empty() { Some(part) } else { part.sub(&less?) });
    let (Some(part), Some(whole)) = (part, view.sum(&reading.wholes)) else { return Judged::UNSURE };
    judge::ratio(&view.figures[claim.index].number, &part, &whole)
}

/// Whether a reading satisfies its claim.
fn satisfied(view: &View, claim: &Claim, reading: &Reading) -> bool {
    let ([part], [], [whole]) = (reading.parts.as_slice(), reading.less.as_slice(), reading.wholes.as_slice()) else {
        return judge(view, claim, reading).verdict == Verdict::Holds;
    };
    let number = &view.figures[claim.index].number;
    judge::ratio_holds(number, view.interval(claim.index), view.interval(*part), view.interval(*whole))
}

/// A claim that no reading satisfies.
fn failed(view: &mut View, claim: &Claim, mut readings: Vec<Reading>, bases: &[(usize, Group)]) {
    let from = bases.partition_point(|&(index, _)| index + 12 < claim.index);
    let neighbour = |whole: &[usize]| {
        bases[from..].iter().take_while(|(index, _)| *index <= claim.index + 12).any(|(index, base)| {
            base.as_slice() == whole
                && view.figures[*index].role == view.figures[claim.index].role
                && view.figures[*index].paragraph == view.figures[claim.index].paragraph
        })
    };
    for reading in &mut readings {
        if claim.kind == Kind::Share && neighbour(&reading.wholes) {
            reading.strong[1] |= view.value(reading.wholes[0]) >= view.value(reading.parts[0]);
            reading.eligible |= reading.strong[0];
        }
    }
    let bound = readings.iter().find(|reading| reading.strong == [true, true]).cloned();
    let explained = readings.iter().filter(|reading| reading.eligible).find(|reading| explained(view, claim, reading)).cloned();
    let (reading, strength) = match (bound, explained) {
        (Some(reading), _) => (reading, Strength::Certain),
        (None, Some(reading)) => (reading, Strength::Likely),
        (None, None) => return,
    };
    let judged = judge(view, claim, &reading);
    let mut verdict = judged.verdict;
    // Cases carried over make the true whole larger than the one that the sentence gives.
    let below = judged.computed.is_some_and(|computed| view.value(claim.index) < computed);
    if verdict == Verdict::Broken && claim.carry && below && !explained_sharply(view, claim, &reading) {
        verdict = Verdict::Unsure;
    }
    // 应出庭80件,出庭79件,出庭率100%: all is said, and one is missing.
    let hundred = Exact::from_integer(100);
    let all = view.value(claim.index) == hundred && judged.computed.is_some_and(|computed| computed < hundred);
    if verdict == Verdict::Rounding && claim.kind == Kind::Rate && strength == Strength::Certain && all {
        verdict = Verdict::Broken;
    }
    if verdict == Verdict::Rounding && strength != Strength::Certain {
        verdict = Verdict::Unsure;
    }
    // 全市受理…,本级办结…: figures of two scopes are not divided by each other.
    // A target that the sentence itself names is the one that is meant.
    let apart =
        claim.stated.is_none() && reading.parts.iter().any(|&part| reading.wholes.iter().any(|&whole| scope::apart(view, whole, part)));
    // A whole that other claims were divided by is proved, whatever the words between say.
    if verdict == Verdict::Broken && apart && !neighbour(&reading.wholes) {
        verdict = Verdict::Unsure;
    }
    // A rate over 100% is no better than what is written: an operand is wrong.
    let possible = |value: &Exact| claim.kind == Kind::Share || *value <= hundred || view.value(claim.index) > hundred;
    let expected = judged.computed.filter(possible).and_then(|value| view.written(claim.index, value));
    let mut making = making(view, claim, &reading, verdict).strength(strength).expected(expected);
    if judged.cut {
        making = making.note("cut");
    }
    let relation = making.done();
    view.push(relation);
    view.ties(claim.index).claim = true;
}

/// Whether one slip of the claim, the part or the whole, or an exchange of both, makes the reading hold.
fn explained(view: &View, claim: &Claim, reading: &Reading) -> bool {
    let number = &view.figures[claim.index].number;
    let ([part], [], [whole]) = (reading.parts.as_slice(), reading.less.as_slice(), reading.wholes.as_slice()) else { return false };
    let (part_value, whole_value) = (view.interval(*part), view.interval(*whole));
    let holds = |part: &Interval, whole: &Interval| judge::ratio_holds(number, view.interval(claim.index), part, whole);
    // A short number has too many neighbours for one of them to mean anything.
    let precise = number.decimals > 0 || claim.exact_name;
    if precise && (holds(whole_value, part_value) || complement(view, claim, *part, *whole)) {
        return true;
    }
    let claimed = part_value.quotient(whole_value).and_then(|ratio| ratio.scale(judge::units(number.scale)));
    let long = |index: usize| view.counts_at_least(index, 100);
    precise
        && claimed.is_some_and(|computed| {
            slip::explains(number, |value| {
                Interval::around(value, number.step / Exact::from_integer(2)).is_some_and(|allowed| allowed.meets(&computed))
            })
        })
        || precise
            && long(*part)
            && slip::explains(&view.figures[*part].number, |value| {
                value <= view.value(*whole) && holds(&Interval::exactly(value), whole_value)
            })
        || precise
            && long(*whole)
            && slip::explains(&view.figures[*whole].number, |value| value > Exact::zero() && holds(part_value, &Interval::exactly(value)))
}

/// Whether the claim itself is one slip away from the computed value.
fn explained_sharply(view: &View, claim: &Claim, reading: &Reading) -> bool {
    let number = &view.figures[claim.index].number;
    number.decimals > 0 && judge(view, claim, reading).computed.is_some_and(|computed| slip::is_slip(number, computed))
        || explained(view, claim, reading)
}

/// Whether the claim is the share of the rest: 2.11% where 97.89% is meant.
fn complement(view: &View, claim: &Claim, part: usize, whole: usize) -> bool {
    let number = &view.figures[claim.index].number;
    let rest = view.interval(whole).sub(view.interval(part));
    rest.filter(Interval::is_not_negative).is_some_and(|rest| judge::ratio(number, &rest, view.interval(whole)).verdict == Verdict::Holds)
}

fn making(view: &View, claim: &Claim, reading: &Reading, verdict: Verdict) -> Making {
    let computed = || judge(view, claim, reading).computed.and_then(|value| view.written(claim.index, value));
    let mut formula = String::with_capacity(48);
    let side = |figures: &[usize], formula: &mut String| {
        let brackets = if figures.len() > 1 { ["(", ")"] } else { ["", ""] };
        formula.push_str(brackets[0]);
        view.show_sum(figures, formula);
        formula.push_str(brackets[1]);
    };
    match reading.less.as_slice() {
        [] => side(&reading.parts, &mut formula),
        less => {
            formula.push('(');
            view.show_sum(&reading.parts, &mut formula);
            formula.push_str(" − ");
            side(less, &mut formula);
            formula.push(')');
        }
    }
    formula.push_str(" ÷ ");
    side(&reading.wholes, &mut formula);
    formula.push_str(" = ");
    match verdict {
        Verdict::Holds => formula.push_str(view.shown(claim.index)),
        _ => formula.push_str(computed().as_deref().unwrap_or("?")),
    }
    let mut operands: Vec<Operand> = Vec::with_capacity(3);
    operands.push(view.operand("claim", claim.index));
    operands.extend(reading.parts.iter().map(|&part| view.operand("part", part)));
    operands.extend(reading.less.iter().map(|&less| view.operand("less", less)));
    operands.extend(reading.wholes.iter().filter(|whole| !reading.parts.contains(whole)).map(|&whole| view.operand("whole", whole)));
    Making::new(claim.kind, verdict, formula, operands)
}

/// A structure such as `7.6:44.8:47.6`: the shares of the parts of a partition given before.
fn structure(view: &mut View, index: usize) {
    let first = index == 0
        || view.figures[index - 1].class != Class::Ratio
        || view.figures[index].gap != Gap::None
        || view.figures[index - 1].span.end + 1 != view.figures[index].span.start;
    if !first {
        return;
    }
    let mut end = index + 1;
    while end < view.figures.len()
        && view.figures[end].class == Class::Ratio
        && view.figures[end - 1].span.end + 1 == view.figures[end].span.start
    {
        end += 1;
    }
    let members: Vec<usize> = (index..end).collect();
    let hundred = Interval::exactly(Exact::from_integer(100));
    let around =
        |view: &View, member: usize| Interval::around(view.value(member), view.figures[member].number.step / Exact::from_integer(2));
    let sums = members.iter().try_fold(Interval::exactly(Exact::zero()), |sum, &member| sum.add(&around(view, member)?));
    if sums.is_some_and(|sum| sum.meets(&hundred)) {
        let formula = format!("{} = 100", view.shown_sum(&members));
        let operands = members.iter().map(|&member| view.operand("share", member)).collect();
        view.push(Making::new(Kind::Share, Verdict::Holds, formula, operands).done());
    }
    // The last partition before with as many parts.
    let parts = (index.saturating_sub(20)..index).rev().find_map(|at| {
        let whole = view.tied(at).part_of?;
        let parts: Vec<usize> = (at.saturating_sub(12)..=at).filter(|&other| view.tied(other).part_of == Some(whole)).collect();
        (parts.len() == members.len()).then_some((whole as usize, parts))
    });
    let Some((whole, parts)) = parts else { return };
    for (&member, &part) in members.iter().zip(&parts) {
        let mut number = view.figures[member].number.clone();
        number.scale = crate::draft::figures::Scale::Percent;
        number.decimals = number.decimals.max(1);
        let judged = judge::ratio(&number, view.interval(part), view.interval(whole));
        let shown = judged.computed.and_then(|value| view.written(member, value));
        let formula = format!("{} ÷ {} = {}%", view.shown(part), view.shown(whole), shown.clone().unwrap_or_default());
        let operands = vec![view.operand("claim", member), view.operand("part", part), view.operand("whole", whole)];
        let making = Making::new(Kind::Share, judged.verdict, formula, operands).expected(shown);
        let relation = if judged.cut { making.note("cut") } else { making }.done();
        view.push(relation);
    }
}

/// Shares of one list that add up to 100%: three or more, with no whole given.
fn shares_of_all(view: &mut View, first: usize) {
    let share = |view: &View, at: usize| {
        view.figures[at].role == Role::Share
            || view.figures[at].class == Class::Percent && view.figures[at].role == Role::Percent && view.figures[at].cues.has(Cue::Other)
    };
    if !share(view, first)
        || view.tied(first).claim
        || (first > 0 && share(view, first - 1) && view.same_sentence(first - 1, first) && !view.tied(first - 1).claim)
    {
        return;
    }
    let end = view.sentence_end(first);
    let members: Vec<usize> =
        (first..end).filter(|&at| share(view, at) && !view.tied(at).claim && view.figures[at].depth == view.figures[first].depth).collect();
    if members.len() < 2 {
        return;
    }
    let hundred = Interval::exactly(Exact::from_integer(100));
    let Some(sum) = view.sum(&members) else { return };
    let formula = format!("{} = 100%", view.shown_sum(&members));
    let operands = members.iter().map(|&member| view.operand("share", member)).collect();
    if sum.meets(&hundred) {
        view.push(Making::new(Kind::Share, Verdict::Holds, formula, operands).done());
        return;
    }
    let total: Exact = members.iter().map(|&member| view.value(member)).sum();
    let fix = members.iter().position(|&member| {
        let needed = Exact::from_integer(100) - (total - view.value(member));
        needed > Exact::zero() && slip::is_slip(&view.figures[member].number, needed)
    });
    if let Some(culprit) =
        fix.filter(|_| members.len() >= 3 && judge::within(total - Exact::from_integer(100), Exact::from_integer(100), Exact::new(1, 5)))
    {
        let needed = Exact::from_integer(100) - (total - view.value(members[culprit]));
        let formula = format!("{} = {}", view.shown_sum(&members), view.written(members[0], total).unwrap_or_default());
        let expected = view.written(members[culprit], needed);
        view.push(
            Making::new(Kind::Share, Verdict::Unsure, formula, operands).strength(Strength::Suspect).culprit(culprit, expected).done(),
        );
    }
}
