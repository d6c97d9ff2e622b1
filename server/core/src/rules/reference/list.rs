//! The references of a draft with their state, for lists and hovers.

use super::{Judgement, Verdict};
use crate::catalogue::Catalogue;
use crate::draft::Draft;
use crate::draft::citations::Form;
use crate::review::{ReferenceReview, ReferenceState};
use crate::text::Folded;
use crate::{Lang, Settings};

/// The references of a draft with their state, for lists and hovers.
pub(crate) fn reviews(
    folded: &Folded,
    draft: &Draft,
    judgements: &[Judgement],
    catalogue: &Catalogue,
    settings: &Settings,
) -> Vec<ReferenceReview> {
    let text = folded.text();
    let references = &catalogue.references;
    let described = |row: u32, lang: Lang| references.describe(row, lang);
    draft
        .citations
        .iter()
        .zip(judgements)
        .filter(|(citation, _)| !matches!(citation.form, Form::Term(_)))
        .map(|(citation, judgement)| {
            let entry = judgement.entry.map(|row| references.entry(row));
            let state = match judgement.verdict {
                Verdict::Unknown => ReferenceState::Unknown,
                Verdict::NotIssued { .. } | Verdict::NotInForce => ReferenceState::NotYet,
                Verdict::Over { successor: Some(_) } => ReferenceState::Superseded,
                Verdict::Over { successor: None } => ReferenceState::Repealed,
                Verdict::Historical => match entry {
                    Some(entry) if entry.successor.is_some() => ReferenceState::Superseded,
                    Some(entry) if entry.to.is_some() => ReferenceState::Repealed,
                    _ => ReferenceState::NotYet,
                },
                Verdict::Current | Verdict::TermOutOfTime => ReferenceState::Current,
            };
            let title = citation.title.map(|title| title.of(text).to_owned());
            ReferenceReview {
                span: citation.span,
                title: title.or_else(|| entry.map(|entry| entry.title.to_string())).unwrap_or_default(),
                number: citation
                    .number
                    .map(|number| number.of(text).to_owned())
                    .or_else(|| entry.and_then(|entry| entry.numbers().next().map(str::to_owned))),
                entry: entry.map(|entry| entry.id.to_string()),
                state,
                note: judgement.entry.map(|row| described(row, settings.lang)).unwrap_or_default(),
            }
        })
        .collect()
}
