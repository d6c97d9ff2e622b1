//! The checklist (核稿清单): mandated items, the ledger of figures by section, references by state, and the sums of all.

use crate::relations::{Relation, Verdict};
use crate::text::Span;
use crate::{DraftReview, MandatedState, Review, Severity};
use rustc_hash::FxHashSet;
use serde::Serialize;

/// How a text stands, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Mandated items; none where the profile has none.
    pub mandated: Option<Mandated>,
    /// Relations by verdict.
    pub relations: Relations,
    /// Documents referred to; one that is named twice counts once.
    pub references: References,
    /// Findings by severity.
    pub findings: Findings,
}

/// Mandated items in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mandated {
    /// Those that are there, under a heading of their own or not.
    pub present: u32,
    /// All.
    pub total: u32,
}

/// Relations by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Relations {
    /// Those that hold.
    pub holds: u32,
    /// Those off by rounding.
    pub rounding: u32,
    /// Those that do not hold.
    pub broken: u32,
    /// Those that were not judged.
    pub unsure: u32,
}

/// References in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct References {
    /// Different documents.
    pub total: u32,
    /// Those superseded, repealed or not yet in force.
    pub outdated: u32,
}

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Information.
    pub information: u32,
    /// Hints.
    pub hints: u32,
}

impl Summary {
    /// The numbers of all drafts of a text together.
    pub fn of(review: &Review) -> Self {
        let mut sum = Self::default();
        for draft in &review.drafts {
            let one = Self::of_draft(draft);
            if let Some(mandated) = one.mandated {
                let all = sum.mandated.get_or_insert_default();
                all.present += mandated.present;
                all.total += mandated.total;
            }
            sum.relations.holds += one.relations.holds;
            sum.relations.rounding += one.relations.rounding;
            sum.relations.broken += one.relations.broken;
            sum.relations.unsure += one.relations.unsure;
            sum.references.total += one.references.total;
            sum.references.outdated += one.references.outdated;
        }
        let count = |severity| review.count(severity) as u32;
        sum.findings = Findings {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            information: count(Severity::Information),
            hints: count(Severity::Hint),
        };
        sum
    }

    /// The numbers of one draft; its findings are not counted.
    pub fn of_draft(draft: &DraftReview) -> Self {
        let present = draft.mandated.iter().filter(|item| matches!(item.state, MandatedState::Present | MandatedState::Hidden));
        let mandated = Mandated { present: present.count() as u32, total: draft.mandated.len() as u32 };
        let verdicts = |verdict| draft.relations.iter().filter(|relation| relation.verdict == verdict).count() as u32;
        let mut references = References::default();
        let mut seen = FxHashSet::default();
        for reference in &draft.references {
            if seen.insert(reference.entry.as_deref().unwrap_or(&reference.title)) {
                references.total += 1;
                references.outdated += u32::from(reference.is_outdated());
            }
        }
        Self {
            mandated: (!draft.mandated.is_empty()).then_some(mandated),
            relations: Relations {
                holds: verdicts(Verdict::Holds),
                rounding: verdicts(Verdict::Rounding),
                broken: verdicts(Verdict::Broken),
                unsure: verdicts(Verdict::Unsure),
            },
            references,
            findings: Findings::default(),
        }
    }
}

/// A figure in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow<'a> {
    /// The words of the innermost heading of the first two levels above it; empty before the first.
    pub section: String,
    /// The figure as written.
    pub text: &'a str,
    /// Its subject and predicate.
    pub label: &'a str,
    /// The place.
    pub span: Span,
    /// The worst verdict of its relations; none where it is free.
    pub verdict: Option<Verdict>,
    /// Its relations.
    pub relations: Vec<&'a Relation>,
}

/// The figures of a draft, grouped by section in the order of the text.
pub fn ledger<'a>(draft: &'a DraftReview, text: &'a str) -> Vec<LedgerRow<'a>> {
    // Figures and headings both come in the order of the text: one walk over each.
    let sections: Vec<_> = draft.outline.iter().filter(|heading| heading.level <= 2).collect();
    let mut next = 0;
    let mut section = String::new();
    let mut rows = Vec::with_capacity(draft.figures.len());
    for figure in &draft.figures {
        let before = next;
        while sections.get(next).is_some_and(|heading| heading.marker.start <= figure.span.start) {
            next += 1;
        }
        if next != before {
            let heading = sections[next - 1];
            section = heading.marker.cover(heading.title).of(text).split_whitespace().collect();
        }
        rows.push(LedgerRow {
            section: section.clone(),
            text: figure.span.of(text),
            label: &figure.label,
            span: figure.span,
            verdict: figure.verdict,
            relations: figure.relations.iter().filter_map(|&index| draft.relations.get(index as usize)).collect(),
        });
    }
    rows
}
