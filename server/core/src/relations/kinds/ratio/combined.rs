//! Rates whose part or whole is several figures together.

use super::candidates::{PART_REACH, has};
use super::claim::Claim;
use super::{Group, Reading};
use crate::catalogue::rates::Rate;
use crate::relations::View;
use smallvec::smallvec;

/// Readings of rates whose whole or part is a sum: 起诉 ÷ (起诉 + 不起诉), (调解 + 撤诉) ÷ 结案.
pub(super) fn combined(
    view: &View,
    rate: &Rate,
    part: usize,
    rank: u32,
    strong: bool,
    around: &[usize],
    readings: &mut Vec<(u32, Reading)>,
) {
    if !rate.with.is_empty() {
        let whole_named = around.iter().any(|&at| has(view.label(at), &rate.whole) && view.same_unit(at, part));
        for &other in around.iter().filter(|&&at| at != part && view.same_unit(at, part) && part.abs_diff(at) <= 6) {
            let label = view.label(other);
            let negated = |label: &str| label.contains('不');
            if has(label, &rate.with) && negated(label) != negated(view.label(part)) {
                readings.push((
                    rank,
                    // 决定起诉380人,决定不起诉20人,不起诉率5%: both outcomes are told, and no other whole is.
                    Reading {
                        wholes: smallvec![part, other],
                        strong: [strong, !rate.carry && !whole_named && view.same_sentence(part, other) && part.abs_diff(other) <= 3],
                        eligible: strong,
                        ..Reading::of(part, other)
                    },
                ));
            }
        }
    }
    if rate.sum {
        let parts: Group = around
            .iter()
            .copied()
            .filter(|&at| {
                view.same_unit(at, part) && has(view.label(at), &rate.part) && view.same_sentence(at, part) && part.abs_diff(at) <= 3
            })
            .collect();
        if parts.len() >= 2 {
            for &whole in around.iter().filter(|&&at| !parts.contains(&at) && view.same_unit(at, part) && at < part) {
                let named = has(view.label(whole), &rate.whole);
                readings.push((
                    rank + part.abs_diff(whole) as u32,
                    Reading {
                        parts: parts.clone(),
                        strong: [strong, named && part - whole <= 3],
                        eligible: strong && named,
                        ..Reading::of(part, whole)
                    },
                ));
            }
        }
    }
}

/// Readings of a rate whose part is several outcomes together: (撤销 + 变更 + 确认违法) ÷ 审结. Which outcomes count is not the same
/// everywhere, so they can bear a rate out and never prove it wrong.
pub(super) fn outcomes(view: &View, claim: &Claim, rate: &Rate, around: &[usize], readings: &mut Vec<(u32, Reading)>) {
    let index = claim.index;
    let mut parts: Group = around
        .iter()
        .copied()
        .filter(|&at| at < index && index - at <= PART_REACH && view.same_sentence(at, index) && has(view.label(at), &rate.outcomes))
        .filter(|&at| !rate.outcomes.iter().any(|word| negates(view.label(at), word)))
        .collect();
    parts.sort_unstable();
    let Some(&first) = parts.first() else { return };
    parts.retain(|at| view.same_unit(*at, first));
    if parts.len() < 2 {
        return;
    }
    for &whole in around.iter().filter(|&&at| at < first && view.same_unit(at, first)) {
        readings.push(((index - whole) as u32, Reading { parts: parts.clone(), ..Reading::of(first, whole) }));
    }
}

/// Whether a label denies what a rate counts: 不合格, 未通过.
pub(super) fn negates(label: &str, part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with(['不', '未'])
        && label.match_indices(part).any(|(at, _)| label[..at].ends_with(['不', '未']))
        && !label.match_indices(part).any(|(at, _)| !label[..at].ends_with(['不', '未']))
}
