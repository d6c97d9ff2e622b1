//! 尾差: where the text says that sums may differ by rounding, a sum that misses its whole in the last place is no contradiction.

use super::interval::Exact;
use super::{Kind, Verdict, View};
use crate::draft::figures::number;
use memchr::memmem;
use num_traits::{Signed, Zero};

/// What a disclaimer says: one of the words, and one of what it says of sums.
const ROUNDED: &[&str] = &["尾差", "四舍五入", "舍入", "取整"];
const SUMS: &[&str] = &["合计", "之和", "加总", "总数", "总计", "分项", "不等", "不一致", "差异", "误差", "尾差"];

/// Turns sums that miss their whole by the last place into slips of rounding, where the draft says that they may.
pub(super) fn respect(view: &mut View) {
    if view.relations.iter().all(|relation| relation.verdict != Verdict::Broken) || !said(view.draft.span.of(view.text)) {
        return;
    }
    let text = view.text;
    for relation in view.relations.iter_mut().filter(|relation| relation.kind == Kind::Partition && relation.verdict == Verdict::Broken) {
        let read: Option<Vec<number::Number>> = relation
            .operands
            .iter()
            .map(|operand| {
                let words = operand.span.of(text);
                number::read(text, operand.span.start as usize + words.find(|c: char| c.is_ascii_digit())?)
            })
            .collect();
        let Some(read) = read.filter(|read| read.len() >= 3) else { continue };
        let (whole, parts) = (&read[0], &read[1..]);
        let step = read.iter().map(|number| number.step).max().unwrap_or_else(Exact::zero);
        let miss = parts.iter().fold(-whole.value, |sum, part| sum + part.value).abs();
        // Each operand is off by half a place at most.
        if miss <= step * Exact::new(read.len() as i128, 2) {
            relation.verdict = Verdict::Rounding;
            relation.note = Some("disclaimed");
        }
    }
}

/// Whether a sentence says that sums may differ by rounding.
fn said(text: &str) -> bool {
    ROUNDED.iter().any(|word| {
        memmem::find_iter(text.as_bytes(), word.as_bytes()).any(|at| {
            let from = text[..at].rfind(['。', '\n']).unwrap_or(0).max(text.floor_char_boundary(at.saturating_sub(180)));
            let to =
                text[at..].find(['。', '\n']).map_or(text.len(), |end| at + end).min(text.ceil_char_boundary((at + 180).min(text.len())));
            SUMS.iter().any(|sums| text[from..to].contains(sums))
        })
    })
}
