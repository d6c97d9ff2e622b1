//! What is known about a draft before any rule runs, and shown whether or not a rule complains.

use super::structure::mandated;
use crate::Settings;
use crate::catalogue::Catalogue;
use crate::draft::Draft;
use crate::review::{Compared, MandatedReview, ReferenceReview};
use crate::rules::reference::{self, Judgement};
use crate::text::Folded;

/// Facts that several rules and faces read. Spans count in the folded text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The mandated items of the draft's profile with their state.
    pub mandated: Vec<MandatedReview>,
    /// The references with their state, in the order of the text.
    pub references: Vec<ReferenceReview>,
    /// The verdicts on the draft's citations, one for each.
    pub judgements: Vec<Judgement>,
    /// What was compared with last year's report, where one was given.
    pub compared: Option<Compared>,
}

impl Facts {
    /// Gathers the facts of a draft.
    pub fn gather(folded: &Folded, draft: &Draft, catalogue: &Catalogue, settings: &Settings) -> Self {
        let mandated = mandated::gather(folded.text(), draft, catalogue, settings.lang);
        let judgements = reference::judge(folded, draft, catalogue);
        let references = reference::reviews(folded, draft, &judgements, catalogue, settings);
        Self { mandated, references, judgements, compared: None }
    }
}
