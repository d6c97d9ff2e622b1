//! The one result of an analysis. Diagnostics, hovers, ledgers and comments are views of it; all spans count in the source.

use crate::draft::{Date, Heading, Issuer, Period};
use crate::finding::Fix;
use crate::relations::{Relation, Verdict};
use crate::text::Span;
use crate::{Finding, Severity};
use serde::Serialize;
use std::sync::Arc;

/// What was read, checked and found in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// The drafts of the text, in order; at least one.
    pub drafts: Vec<DraftReview>,
    /// All findings, by place.
    pub findings: Vec<Finding>,
    /// The findings that the writer has set aside by comments in the draft.
    pub suppressed: Vec<Suppressed>,
}

/// A finding that the writer has set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Why it is set aside.
    pub reason: String,
    /// The comment that does it.
    pub comment: Span,
}

impl Review {
    /// Whether the text was recognised as a report of a known profile.
    pub fn recognised(&self) -> bool {
        self.drafts.iter().any(|draft| draft.profile.is_some())
    }

    /// The number of findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// All relations of all drafts.
    pub fn relations(&self) -> impl Iterator<Item = &Relation> {
        self.drafts.iter().flat_map(|draft| &draft.relations)
    }

    /// The number of relations with a verdict.
    pub fn verdicts(&self, verdict: Verdict) -> usize {
        self.relations().filter(|relation| relation.verdict == verdict).count()
    }
}

/// What was read and checked in one draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftReview {
    /// The part of the source that the draft takes.
    pub span: Span,
    /// The id of the profile, such as `annual-report`; none where no profile fits.
    pub profile: Option<String>,
    /// The title.
    pub title: Option<Span>,
    /// Who has issued it.
    pub issuer: Option<Issuer>,
    /// What it reports on.
    pub period: Option<Period>,
    /// The date line.
    pub date_line: Option<(Date, Span)>,
    /// The headings.
    pub outline: Vec<Heading>,
    /// The mandated items (法定内容) with their state, in the order of the law; empty where the profile has none.
    pub mandated: Vec<MandatedReview>,
    /// The figures.
    pub figures: Vec<FigureReview>,
    /// The relations between them, by place of the culprit.
    pub relations: Vec<Relation>,
    /// What the draft refers to.
    pub references: Vec<ReferenceReview>,
    /// How much was read.
    pub coverage: Coverage,
    /// What was compared with last year's report, where one was given.
    pub compared: Option<Compared>,
}

/// What of a draft was compared with last year's report: what was not found there is no success either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Whether the two may be compared at all.
    pub fit: Fit,
    /// Values of the year before that the draft states, or that follow from its changes.
    pub bases: u32,
    /// Those of them that last year's report gives as well.
    pub known: u32,
    /// Those of them that contradict it.
    pub contradicted: u32,
    /// Counts that are the same in both.
    pub same: u32,
    /// Paragraphs and sections that are the same in both.
    pub copied: u32,
}

/// Whether last year's report is the one to compare a draft with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// It is.
    #[default]
    Fits,
    /// It is of another family of documents.
    OtherProfile,
    /// It does not report on the year before.
    OtherPeriod,
}

/// A mandated item and whether the draft has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MandatedReview {
    /// The id in the profile, such as `problems`.
    pub id: String,
    /// What the law calls it.
    pub title: String,
    /// Whether it is there.
    pub state: MandatedState,
    /// Where it was found.
    pub span: Option<Span>,
    /// Where the templates would insert it: a source offset.
    pub insert_at: Option<u32>,
}

/// Whether a mandated item is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MandatedState {
    /// Under a heading of its own, or merged into one that names it.
    Present,
    /// There, but under no heading that names it.
    Hidden,
    /// A heading with next to nothing under it.
    Empty,
    /// Not there.
    Missing,
}

/// A figure and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureReview {
    /// Number, bound words and unit.
    pub span: Span,
    /// Subject and predicate, such as 矛盾纠纷 调处成功.
    pub label: Arc<str>,
    /// The worst verdict of its relations; none where it stands in no relation.
    pub verdict: Option<Verdict>,
    /// The relations that it takes part in: indices into [`DraftReview::relations`].
    pub relations: Vec<u32>,
}

/// A reference and how it stands as of the report's period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceReview {
    /// All of it.
    pub span: Span,
    /// The title as written, or the catalogue's where only a number stands.
    pub title: String,
    /// The document number, as written or as the catalogue has it.
    pub number: Option<String>,
    /// The id of the catalogue's row, where it has one.
    pub entry: Option<String>,
    /// How it stands.
    pub state: ReferenceState,
    /// Whether it is spoken of as something of the past or to come, so that its state is no error.
    pub historical: bool,
    /// Since when it has been in this state, as `YYYY[-MM[-DD]]`; none where that is not known.
    pub since: Option<String>,
    /// The title of what has taken its place.
    pub successor: Option<String>,
    /// The title of the row that it nearly names, where the catalogue has no row for what is written.
    pub meant: Option<String>,
    /// The version that it names: `2021年修订`.
    pub version: Option<String>,
    /// The articles that it names: `第二十四条第一款`.
    pub articles: Vec<String>,
    /// What would make the citation whole: the number behind a title, or the title in front of a number.
    pub completing: Option<Fix>,
    /// Issuer, dates, revisions, successor, as lines of text for a hover; of what is nearly named where it has no row.
    pub note: String,
}

impl ReferenceReview {
    /// Whether it is cited as being in force, and is not.
    pub fn is_outdated(&self) -> bool {
        !self.historical && matches!(self.state, ReferenceState::Superseded | ReferenceState::Repealed | ReferenceState::NotYet)
    }
}

impl ReferenceReview {
    /// The version, where it is not already to be read in the title: 《行政处罚法（2021年修订）》.
    pub fn version_beside_title(&self) -> Option<&str> {
        let version = self.version.as_deref()?;
        let in_title = version.split('年').all(|part| self.title.contains(part));
        (!in_title).then_some(version)
    }
}

/// How a reference stands as of the report's period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ReferenceState {
    /// In force.
    Current,
    /// Replaced by another.
    Superseded,
    /// Repealed, or its years are over.
    Repealed,
    /// Not yet issued or not yet in force.
    NotYet,
    /// No catalogue knows it.
    Unknown,
}

/// How much of the draft's numbers was read: silence must not look like success.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Figures read.
    pub figures: u32,
    /// Figures that stand in at least one relation.
    pub tied: u32,
    /// Numbers that are no figures: dates, document numbers, section numbers, names.
    pub not_figures: u32,
    /// Numbers that were not understood.
    pub not_understood: u32,
}
