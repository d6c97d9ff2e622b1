//! Last year's report (上年报告) as evidence for this year's: what the base of a 同比 was, which figures and paragraphs were taken over.
//!
//! Pure: the caller has read the file. Spans of a [`LastYear`] count in the source of last year's report, never in this year's draft.

pub(crate) mod bases;
pub(crate) mod copies;
mod identity;
pub(crate) mod names;

use crate::draft::{Draft, Issuer, Period};
use crate::relations::interval::{Exact, Interval};
use crate::review::Fit;
use crate::text::{Folded, LineIndex, Span};
use copies::{Copied, Section};
pub use identity::Identity;
use names::Name;
use std::sync::Arc;

/// Last year's report, read once; reviews of this year's draft are held against it.
#[derive(Clone, Debug)]
pub struct LastYear {
    name: Arc<str>,
    source: String,
    lines: LineIndex,
    reports: Vec<Report>,
}

/// One report of the file.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    pub(crate) profile: Option<String>,
    pub(crate) issuer: Option<Issuer>,
    pub(crate) period: Option<Period>,
    pub(crate) figures: Vec<Known>,
    pub(crate) copied: Copied,
    pub(crate) sections: Vec<Section>,
}

/// A figure of last year's report.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// What it is called.
    pub(crate) name: Name,
    /// Where it stands, in the source of last year's report.
    pub(crate) span: Span,
    /// The true values that it allows.
    pub(crate) interval: Interval,
    /// The written value.
    pub(crate) value: Exact,
    /// Number and unit as written.
    pub(crate) shown: String,
}

impl LastYear {
    pub(crate) fn new(name: &str, source: &str) -> Self {
        Self { name: Arc::from(name), lines: LineIndex::new(source), source: source.to_owned(), reports: Vec::new() }
    }

    /// Reads one report of the file. `sections` are its mandated items that tend to be taken over, with their places.
    pub(crate) fn add(&mut self, folded: &Folded, draft: &Draft, sections: &[(String, Span)]) {
        let text = folded.text();
        let names = names::read(text, draft);
        let own_year = |year: Option<i16>| year.is_none() || draft.meta.period.is_none_or(|period| year == Some(period.year));
        let figures = draft
            .figures
            .iter()
            .zip(names)
            .filter(|(figure, _)| bases::is_value(figure) && own_year(figure.year) && !bases::is_of_the_year_before(text, figure))
            .filter_map(|(figure, name)| {
                Some(Known {
                    name: name?,
                    span: folded.to_source(figure.span),
                    interval: figure.number.interval(),
                    value: figure.number.value,
                    shown: figure.span.of(text).to_owned(),
                })
            })
            .collect();
        self.reports.push(Report {
            profile: draft.meta.profile.clone(),
            issuer: draft.meta.issuer.clone(),
            period: draft.meta.period,
            figures,
            copied: Copied::read(folded, draft),
            sections: sections.iter().map(|(id, span)| Section::read(id, folded, *span)).collect(),
        });
    }

    /// What the file is called in findings.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Its text: what related places with its name count in.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its lines.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Who issued the first report of the file.
    pub fn issuer(&self) -> Option<&Issuer> {
        self.reports.first()?.issuer.as_ref()
    }

    /// What the first report of the file is of.
    pub fn identity(&self) -> Option<Identity> {
        let report = self.reports.first()?;
        Some(Identity { issuer: report.issuer.clone()?, profile: report.profile.clone(), period: report.period? })
    }

    /// The report of the file that a draft may be held against, or why there is none.
    pub(crate) fn report_for(&self, draft: &Draft) -> Result<&Report, Fit> {
        let kin = |report: &&Report| match (&report.profile, &draft.meta.profile) {
            (Some(past), Some(now)) => past == now,
            _ => true,
        };
        let mut reports = self.reports.iter().filter(kin).peekable();
        if reports.peek().is_none() {
            return Err(Fit::OtherProfile);
        }
        let year_before = |report: &&Report| match (report.period, draft.meta.period) {
            (Some(past), Some(now)) => past.year + 1 == now.year && past.half == now.half,
            _ => true,
        };
        reports.find(year_before).ok_or(Fit::OtherPeriod)
    }
}
