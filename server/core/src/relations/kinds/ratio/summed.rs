//! Shares with no whole that fits: where they add up to 100%, the whole is the sum of their parts.

use super::candidates::{overlap, share_part};
use super::claim::Claim;
use super::{Reading, making, satisfied};
use crate::relations::interval::{Exact, Interval};
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View, scope, slip};

/// How many figures in front of the first part the whole is looked for.
const REACH: usize = 24;
/// A list of shares is not longer than this.
const LONGEST: usize = 16;

/// Takes the shares that make 100% out of those that no whole explains, and holds the figure that should be their whole against them.
pub(super) fn run(view: &mut View, open: &mut Vec<(Claim, Vec<Reading>)>) {
    let mut at = 0;
    while at < open.len() {
        let Some(parts) = complete(view, &open[at..]) else {
            at += 1;
            continue;
        };
        for ((claim, _), &part) in open.drain(at..at + parts.len()).zip(&parts) {
            let relation = making(view, &claim, &reading(part, &parts), Verdict::Holds).done();
            view.push(relation);
            view.ties(claim.index).claim = true;
        }
        whole(view, &parts);
    }
}

fn reading(part: usize, parts: &[usize]) -> Reading {
    Reading { wholes: parts.into(), strong: [true, true], eligible: true, ..Reading::of(part, part) }
}

/// The parts of the shares from the first on, if these add up to 100% and each is the part's share of all of them.
fn complete(view: &View, open: &[(Claim, Vec<Reading>)]) -> Option<Vec<usize>> {
    let first = &open.first()?.0;
    let paragraph = view.figures[first.index].paragraph;
    let hundred = Interval::exactly(Exact::from_integer(100));
    let mut sum = Interval::exactly(Exact::from_integer(0));
    let mut parts: Vec<usize> = Vec::new();
    for (claim, _) in open.iter().take(LONGEST) {
        let alike = claim.kind == Kind::Share && view.figures[claim.index].paragraph == paragraph;
        let part = share_part(view, claim)
            .filter(|&part| alike && !parts.contains(&part) && parts.first().is_none_or(|&other| view.same_unit(other, part)))?;
        parts.push(part);
        sum = sum.add(view.interval(claim.index))?;
        if parts.len() >= 2 && sum.meets(&hundred) {
            // A whole that the words name is held against its shares first.
            let named = open[..parts.len()].iter().any(|(_, readings)| readings.iter().any(|reading| reading.strong == [true, true]));
            let proved = !named && open.iter().zip(&parts).all(|((claim, _), &part)| satisfied(view, claim, &reading(part, &parts)));
            return proved.then_some(parts);
        }
        if !sum.can_be_at_most(&hundred) {
            return None;
        }
    }
    None
}

/// 接收投诉2520件,…;电话接收128件,占50.8%;网上接收124件,占49.2%: the one figure in front that is a slip away from the sum.
fn whole(view: &mut View, parts: &[usize]) {
    let (first, sum) = (parts[0], parts.iter().map(|&part| view.value(part)).sum::<Exact>());
    if sum < Exact::from_integer(100) {
        return;
    }
    let mut slipped = (first.saturating_sub(REACH)..first).rev().filter(|&at| {
        view.is_level(at)
            && view.same_unit(at, first)
            && view.figures[first].paragraph - view.figures[at].paragraph <= 2
            && view.value(at) != sum
            && slip::is_slip(&view.figures[at].number, sum)
            && parts.iter().any(|&part| overlap(view.label(at), view.label(part)) >= 2)
            && !scope::apart(view, at, first)
    });
    let (Some(whole), None) = (slipped.next(), slipped.next()) else { return };
    let Some(expected) = view.written(whole, sum) else { return };
    let formula = format!("{} = {expected}", view.shown_sum(parts));
    let mut operands = vec![view.operand("whole", whole)];
    operands.extend(parts.iter().map(|&part| view.operand("part", part)));
    let making = Making::new(Kind::Partition, Verdict::Broken, formula, operands).strength(Strength::Likely).expected(Some(expected));
    view.push(making.done());
}
