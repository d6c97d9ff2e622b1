//! A percentage of a figure that stands right in front of it: 完成全年任务2000万元的98.5%, 占代表总数240人的35%.

use super::Reading;
use super::candidates::PART_REACH;
use crate::draft::figures::{Gap, Role};
use crate::relations::View;

/// Words in front of the whole that say that what was named before is held against it.
const AGAINST: &[&str] = &["完成", "占", "相当于", "达到", "仅为"];

/// The whole of which a percentage is told by 的 alone, right in front of it.
pub(super) fn whole(view: &View, index: usize) -> Option<usize> {
    let whole = index.checked_sub(1)?;
    let (figure, of) = (&view.figures[index], &view.figures[whole]);
    let joined = figure.gap == Gap::None && view.before(index).trim() == "的" && of.depth == figure.depth;
    let amount = matches!(of.role, Role::Count | Role::Target) && of.class.adds() && !of.is_named();
    (joined && amount && AGAINST.iter().any(|word| view.before(whole).contains(word))).then_some(whole)
}

/// The readings of such a claim: the part is a figure of the sentence in front of the whole, most likely the nearest.
pub(super) fn readings(view: &View, whole: usize) -> Vec<Reading> {
    let parts: Vec<usize> = (whole.saturating_sub(PART_REACH)..whole)
        .rev()
        .take_while(|&at| view.same_sentence(at, whole))
        .filter(|&at| view.is_level(at) && view.figures[at].depth <= view.figures[whole].depth && view.same_unit(at, whole))
        .collect();
    let (only, near) = (parts.len() == 1, parts.first().is_some_and(|&part| whole - part <= 2 && view.gap(part, whole) <= Gap::Comma));
    parts.into_iter().map(|part| Reading { strong: [only && near, true], eligible: near, ..Reading::of(part, whole) }).collect()
}
