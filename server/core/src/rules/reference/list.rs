//! The references of a draft with their state, for lists, hovers and actions.

use super::{Judgement, Verdict, wrong_title};
use crate::catalogue::Catalogue;
use crate::catalogue::references::{Confidence, Entry, EntryKind};
use crate::draft::citations::Form;
use crate::draft::{Citation, Draft};
use crate::finding::{Edit, Fix};
use crate::review::{ReferenceReview, ReferenceState};
use crate::text::{Folded, Span};
use crate::{Settings, say};

/// The references of a draft, in the order of the text. Terms are no references.
pub(crate) fn reviews(
    folded: &Folded,
    draft: &Draft,
    judgements: &[Judgement],
    catalogue: &Catalogue,
    settings: &Settings,
) -> Vec<ReferenceReview> {
    let pairs = draft.citations.iter().zip(judgements);
    let cited = pairs.filter(|(citation, _)| !matches!(citation.form, Form::Term(_)));
    cited.map(|(citation, judgement)| one(folded.text(), citation, judgement, catalogue, settings)).collect()
}

fn one(text: &str, citation: &Citation, judgement: &Judgement, catalogue: &Catalogue, settings: &Settings) -> ReferenceReview {
    let references = &catalogue.references;
    let entry = judgement.entry.map(|row| references.entry(row));
    let day = judgement.as_of.map(|as_of| as_of.past);
    let state = state(judgement.verdict, entry);
    let title = citation.title.map(|title| title.of(text).to_owned());
    let number = || entry.and_then(|entry| day.map_or_else(|| entry.numbers().next(), |day| entry.number_on(day)));
    let meant = wrong_title::meant(text, references, citation, judgement).map(|meant| meant.row);
    let successor = match judgement.verdict {
        Verdict::Over { successor } => successor,
        _ => entry.filter(|_| matches!(state, ReferenceState::Superseded)).and_then(|entry| entry.successor),
    };
    ReferenceReview {
        span: citation.extent(),
        title: title.or_else(|| entry.map(|entry| entry.title.to_string())).unwrap_or_default(),
        number: citation.number.map(|number| number.of(text).to_owned()).or_else(|| number().map(str::to_owned)),
        entry: entry.map(|entry| entry.id.to_string()),
        state,
        historical: matches!(judgement.verdict, Verdict::Historical | Verdict::Awaited),
        since: since(state, judgement, entry),
        successor: successor.map(|row| references.entry(row).title.to_string()),
        meant: meant.map(|row| references.entry(row).title.to_string()),
        version: citation.version.map(|version| format!("{}年{}", version.year, version.manner)),
        articles: citation.articles.iter().map(|article| article.span.of(text).to_owned()).collect(),
        completing: completing(citation, judgement, entry, settings),
        note: judgement.entry.or(meant).map(|row| references.described(row, day, settings.lang)).unwrap_or_default(),
    }
}

fn state(verdict: Verdict, entry: Option<&Entry>) -> ReferenceState {
    match verdict {
        Verdict::Unknown => ReferenceState::Unknown,
        Verdict::NotIssued { .. } | Verdict::NotInForce | Verdict::Awaited => ReferenceState::NotYet,
        Verdict::Over { successor: Some(_) } => ReferenceState::Superseded,
        Verdict::Over { successor: None } => ReferenceState::Repealed,
        Verdict::Historical => match entry {
            Some(entry) if entry.successor.is_some() => ReferenceState::Superseded,
            Some(entry) if entry.to.is_some() => ReferenceState::Repealed,
            _ => ReferenceState::NotYet,
        },
        Verdict::Current | Verdict::TermOutOfTime => ReferenceState::Current,
    }
}

/// Since when a reference has been in its state.
fn since(state: ReferenceState, judgement: &Judgement, entry: Option<&Entry>) -> Option<String> {
    let entry = entry?;
    let when = match state {
        ReferenceState::Unknown => None,
        ReferenceState::Superseded | ReferenceState::Repealed => entry.to,
        ReferenceState::NotYet => match judgement.verdict {
            Verdict::NotInForce => entry.from,
            _ => entry.issued.or(entry.from),
        },
        ReferenceState::Current => {
            let version = judgement.as_of.and_then(|as_of| entry.version_on(as_of.past));
            version.map(|version| version.from.unwrap_or(version.issued)).or(entry.from).or(entry.issued)
        }
    };
    when.map(|when| when.to_string())
}

/// The number behind a title that has none, or the title in front of a number that stands alone.
fn completing(citation: &Citation, judgement: &Judgement, entry: Option<&Entry>, settings: &Settings) -> Option<Fix> {
    let lang = settings.lang;
    let entry = entry.filter(|entry| entry.confidence > Confidence::Low)?;
    match citation.form {
        Form::Marked if citation.number.is_none() && citation.version.is_none() && entry.kind != EntryKind::Law => {
            let number = judgement.as_of.map_or_else(|| entry.numbers().next(), |as_of| entry.number_on(as_of.past))?;
            let edit = Edit { span: Span::at(citation.span.end as usize), text: format!("（{number}）") };
            Some(Fix { title: say!(lang, "补发文字号（{number}）", "Add the number {number}"), edits: vec![edit], safe: false })
        }
        Form::Number if citation.reading.as_ref().is_some_and(|number| number.hao) => {
            let (title, number) = (entry.title.as_ref(), citation.reading.as_ref()?.text.as_str());
            let edit = Edit { span: citation.span, text: format!("《{title}》（{number}）") };
            Some(Fix { title: say!(lang, "补标题《{title}》", "Add the title 《{title}》"), edits: vec![edit], safe: false })
        }
        _ => None,
    }
}
