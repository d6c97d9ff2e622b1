//! Parts whose shares of one whole add up to 100%: they leave nothing out, so they add up too.

use super::evidence::slipped;
use super::tell::{holds, suspect, tie};
use crate::relations::interval::{Exact, Interval};
use crate::relations::{Kind, Verdict, View};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// Finds and judges the parts whose shares hold; runs behind the shares.
pub(in crate::relations) fn run(view: &mut View) {
    let mut shares: FxHashMap<usize, Vec<(usize, usize)>> = FxHashMap::default();
    for relation in &view.relations {
        let [claim, part, whole] = relation.operands.as_slice() else { continue };
        if relation.kind == Kind::Share && matches!(relation.verdict, Verdict::Holds | Verdict::Rounding) {
            let [Some(claim), Some(part), Some(whole)] = [claim, part, whole].map(|operand| figure(view, operand.span)) else { continue };
            shares.entry(whole).or_default().push((claim, part));
        }
    }
    let mut wholes: Vec<usize> = shares.keys().copied().collect();
    wholes.sort_unstable();
    for whole in wholes {
        let mut of = std::mem::take(shares.entry(whole).or_default());
        of.sort_unstable();
        of.dedup();
        let mut rest = of.as_slice();
        while rest.len() >= 2 {
            match hundred(view, rest) {
                Some(length) => {
                    let parts: Vec<usize> = rest[..length].iter().map(|&(_, part)| part).collect();
                    judge(view, whole, &parts);
                    rest = &rest[length..];
                }
                None => rest = &rest[1..],
            }
        }
    }
}

/// How many shares from the first on make 100%.
fn hundred(view: &View, shares: &[(usize, usize)]) -> Option<usize> {
    let hundred = Interval::exactly(Exact::from_integer(100));
    let mut sum = *view.interval(shares[0].0);
    for (at, &(claim, _)) in shares.iter().enumerate().skip(1) {
        sum = sum.add(view.interval(claim))?;
        if sum.meets(&hundred) {
            return Some(at + 1);
        }
        if !sum.can_be_at_most(&hundred) {
            return None;
        }
    }
    None
}

fn judge(view: &mut View, whole: usize, parts: &[usize]) {
    if parts.iter().all(|&part| view.tied(part).part_of == Some(whole as u32)) && view.tied(whole).whole {
        return;
    }
    if holds(view, whole, parts) {
        tie(view, whole, parts, Verdict::Holds);
    } else if let Some(slip) = slipped(view, whole, parts) {
        suspect(view, whole, parts, Some(slip));
    }
}

/// The figure at a place.
fn figure(view: &View, span: Span) -> Option<usize> {
    view.figures.binary_search_by_key(&span.start, |figure| figure.span.start).ok()
}
