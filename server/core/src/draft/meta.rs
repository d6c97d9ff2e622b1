//! What a draft says about itself: title, issuer, kind of report, period, date line.

use super::{Date, Outline, Period};
use crate::Settings;
use crate::catalogue::Catalogue;
use crate::text::{Folded, Span};
use serde::Serialize;

/// What kind of body has issued a report; it decides what binds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum IssuerKind {
    /// A ministry or another body of the State Council.
    State,
    /// A province, autonomous region or municipality.
    Province,
    /// A city or prefecture.
    City,
    /// A county, district or county-level city.
    County,
    /// A department of a government at county level or above.
    Department,
    /// A development zone (功能区).
    Zone,
    /// A town or township.
    Township,
    /// A subdistrict (街道).
    Subdistrict,
}

/// Who has issued a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The name as the draft has it.
    pub name: String,
    /// Its kind, where the name shows it.
    pub kind: Option<IssuerKind>,
}

/// What a draft says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title, without what a web page glues to it.
    pub title: Option<Span>,
    /// Who has issued it.
    pub issuer: Option<Issuer>,
    /// The id of the profile that fits, such as `annual-report`.
    pub profile: Option<String>,
    /// What it reports on: the body's own dates decide, then the title.
    pub period: Option<Period>,
    /// The period that the title names.
    pub title_period: Option<Period>,
    /// The date line (成文日期) at the end, with its place.
    pub date_line: Option<(Date, Span)>,
    /// Where the text proper ends: before signature, date line and attachments.
    pub body_end: u32,
}

/// The parts of a text that are drafts of their own. Always at least one.
pub fn split(folded: &Folded) -> Vec<Span> {
    vec![Span::new(0, folded.text().len())]
}

/// Reads what a draft says about itself.
pub fn read(_folded: &Folded, span: Span, _outline: &Outline, _catalogue: &Catalogue, settings: &Settings) -> Meta {
    Meta { body_end: span.end, profile: settings.profile.clone(), period: settings.period, ..Meta::default() }
}
