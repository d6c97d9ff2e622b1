//! Inlay hints: the computed value behind a figure that is off, a tick behind one that was checked and holds.

use crate::relations::{Kind, Relation, Verdict};
use crate::text::Span;
use crate::words;
use crate::{Lang, Review, say};
use std::collections::BTreeMap;

/// Which hints are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The computed value behind a figure that is off.
    pub computed: bool,
    /// The tick behind a figure that holds.
    pub holds: bool,
}

/// A text shown behind a place, that is not part of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The place: a source offset.
    pub offset: u32,
    /// The text.
    pub label: String,
    /// The arithmetic.
    pub tooltip: String,
    /// The replacement that the hint stands for, where one value is certain: the span of the figure and its right text.
    pub edit: Option<(Span, String)>,
}

/// The hints inside a span of the source, by place; one at most for a place.
pub fn hints(review: &Review, span: Span, wanted: Wanted, lang: Lang) -> Vec<Hint> {
    let mut hints: BTreeMap<u32, Hint> = BTreeMap::new();
    for relation in review.relations() {
        let off = matches!(relation.verdict, Verdict::Broken | Verdict::Rounding);
        let hint = match relation.verdict {
            Verdict::Broken | Verdict::Rounding if wanted.computed => computed(relation, lang),
            Verdict::Holds if wanted.holds && claims(relation.kind) => tick(relation, lang),
            _ => None,
        };
        let Some(hint) = hint.filter(|hint| span.touches(hint.offset as usize)) else { continue };
        // What is off says more than what holds.
        if off || !hints.contains_key(&hint.offset) {
            hints.insert(hint.offset, hint);
        }
    }
    hints.into_values().collect()
}

fn computed(relation: &Relation, lang: Lang) -> Option<Hint> {
    let culprit = relation.operands.get(relation.culprit)?;
    let expected = relation.expected.as_ref()?;
    Some(Hint {
        offset: culprit.span.end,
        label: say!(lang, "应为 {expected}", "should be {expected}"),
        tooltip: tooltip(relation, lang),
        edit: Some((culprit.span, expected.clone())),
    })
}

fn tick(relation: &Relation, lang: Lang) -> Option<Hint> {
    let claim = relation.operands.first()?;
    Some(Hint { offset: claim.span.end, label: "✓".to_owned(), tooltip: tooltip(relation, lang), edit: None })
}

fn tooltip(relation: &Relation, lang: Lang) -> String {
    let note = relation.note.map(|note| say!(lang, "（{note}）", " ({note})")).unwrap_or_default();
    format!("{}: {}{note}", words::kind(relation.kind, lang), relation.formula)
}

/// The kinds in which one figure is computed from the others. Orders such as 受理 ≥ 办结 hold nearly always: a tick there would be noise.
fn claims(kind: Kind) -> bool {
    matches!(kind, Kind::Partition | Kind::Balance | Kind::Rate | Kind::Share | Kind::Change | Kind::Average | Kind::Tally)
}
