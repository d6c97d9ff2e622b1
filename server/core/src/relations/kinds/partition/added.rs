//! The growth of a whole is the growth of its parts: 存款余额238.3亿元,比年初增加36.3亿元;其中活期存款92.0亿元,比年初增加7.1亿元,定期存款146.3亿元,
//! 比年初增加29.2亿元.

use super::evidence::slipped;
use super::tell::{broken, holds, tie};
use crate::draft::figures::Role;
use crate::relations::{Kind, Strength, Verdict, View};
use crate::text::Span;

/// Finds and judges the growth beside each partition that holds.
pub(super) fn run(view: &mut View) {
    let held: Vec<Vec<usize>> = view
        .relations
        .iter()
        .filter(|relation| relation.kind == Kind::Partition && relation.verdict == Verdict::Holds)
        .filter_map(|relation| relation.operands.iter().map(|operand| beside(view, operand.span)).collect())
        .collect();
    for grown in held {
        let (whole, parts) = (grown[0], &grown[1..]);
        // The same words stand in front of each: 比年初增加, never 增加 beside 减少.
        let said = |at: usize| view.before(at).trim_start_matches([',', ' ', '、', '(']);
        if parts.len() < 2 || said(whole).is_empty() || parts.iter().any(|&part| said(part) != said(whole) || !view.same_unit(part, whole))
        {
            continue;
        }
        if holds(view, whole, parts) {
            tie(view, whole, parts, Verdict::Holds);
        } else if let Some(slip) = slipped(view, whole, parts) {
            broken(view, whole, parts, Some(slip), Strength::Likely);
        }
    }
}

/// The change that stands right behind a figure.
fn beside(view: &View, span: Span) -> Option<usize> {
    let at = view.figures.partition_point(|figure| figure.span.start <= span.start);
    let figure = view.figures.get(at)?;
    (figure.role == Role::Delta && view.same_sentence(at - 1, at)).then_some(at)
}
