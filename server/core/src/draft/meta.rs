//! What a draft says about itself: title, issuer, kind of report, period, date line.

mod issuer;
mod period;
mod split;
mod tail;
#[cfg(test)]
mod tests;
mod title;

pub use issuer::Issuer;
pub use split::split;

use super::{Date, Outline, Period};
use crate::Settings;
use crate::catalogue::profiles::Profile;
use crate::catalogue::{Catalogue, IssuerKind};
use crate::text::{Folded, Span};

/// What a draft says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The title, without what a web page glues to it.
    pub title: Option<Span>,
    /// Who has issued it.
    pub issuer: Option<Issuer>,
    /// Who has signed it, where a signature stands above the date line.
    pub signature: Option<Span>,
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
    /// Whether the text breaks off in the middle of a sentence: an excerpt, or not yet written to its end.
    pub breaks_off: bool,
}

impl Meta {
    /// Whether the rules on mandated items bind the issuer only loosely: functional zones, towns and subdistricts.
    pub fn lenient(&self) -> bool {
        let kind = self.issuer.as_ref().and_then(|issuer| issuer.kind);
        matches!(kind, Some(IssuerKind::Zone | IssuerKind::Township | IssuerKind::Subdistrict))
    }
}

/// Reads what a draft says about itself.
pub fn read(folded: &Folded, span: Span, outline: &Outline, catalogue: &Catalogue, settings: &Settings) -> Meta {
    let text = folded.text();
    let tail = tail::read(text, span);
    let body_end = tail.body_end;
    let found = title::find(folded, span, outline, catalogue.profiles);
    let title = found.map(|(title, _)| title);
    let profile = match &settings.profile {
        Some(id) => catalogue.profiles.get(id),
        None => match found {
            Some((_, profile)) => profile,
            None => by_content(text, Span { start: span.start, end: body_end }, outline, catalogue),
        },
    };
    // A collection has one title for all its drafts.
    let collection = (span.start > 0 && title.is_none()).then(|| title::of_collection(folded, catalogue.profiles)).flatten();
    let profile = profile.or(collection.and_then(|(_, profile)| profile).filter(|_| settings.profile.is_none()));
    let title_text = title.or(collection.map(|(title, _)| title)).map(|title| title.of(text));
    let body = Span { start: title.map_or(span.start, |title| title.end), end: body_end };
    let title_period = title_text.and_then(period::in_title);
    let period = settings.period.or_else(|| period::read(text, body, outline, title_period, profile, tail.date_line.map(|(date, _)| date)));
    let issuer = issuer::read(text, body, title.map(|title| title.of(text)), &tail, profile.is_some(), settings);
    let breaks_off = tail.signature.is_none()
        && tail.date_line.is_none()
        && Span { start: span.start, end: body_end }.of(text).trim_end().ends_with([',', ';', '、']);
    Meta {
        title,
        issuer,
        signature: tail.signature,
        profile: profile.map(|profile| profile.id.clone()),
        period,
        title_period,
        date_line: tail.date_line,
        body_end,
        breaks_off,
    }
}

/// The profile that a text without a title shows: it speaks of nothing else, and has the sections.
fn by_content(text: &str, body: Span, outline: &Outline, catalogue: &Catalogue) -> Option<&'static Profile> {
    catalogue.profiles.all().iter().find(|profile| {
        let Some(evidence) = profile.evidence() else { return false };
        let body_text = body.of(text);
        let named = || evidence.words.iter().map(|word| body_text.matches(word.as_str()).count()).sum::<usize>() >= evidence.least;
        // A part that only plans or only looks back is no report.
        let headings = || {
            let heads: Vec<&str> = outline.main().map(|(_, heading)| heading.title.of(text)).collect();
            profile.items().iter().filter(|item| heads.iter().any(|head| item.fits_heading(head))).count() >= evidence.headings
                && heads.len() >= 3
        };
        named() && headings()
    })
}
