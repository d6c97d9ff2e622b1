//! How a reference stands as of the time that its place in the report speaks of.

mod as_of;
mod context;

pub use as_of::AsOf;
pub(in crate::rules) use context::{sentence, speaks_of_past};

use crate::Severity;
use crate::catalogue::Catalogue;
use crate::catalogue::references::{Confidence, Entry, EntryKind, TermRule, key, years_of};
use crate::draft::citations::Form;
use crate::draft::{Citation, Date, Draft};
use crate::text::Folded;
use as_of::as_of;
use context::{AWAITED, HISTORY, STUDIED, campaign_remembered, drafted, foreseen, formerly, named_in_plan_years, narrated, years_before};

/// The verdict on a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In force, or nothing known against it.
    Current,
    /// No longer in force, or its years are over.
    Over {
        /// What is to be cited instead.
        successor: Option<u32>,
    },
    /// Named as something of the past: no error.
    Historical,
    /// Not there yet, and named as something to come: no error.
    Awaited,
    /// Issued, or held, after the time that the place speaks of.
    NotIssued {
        /// Whether it is later than the report itself.
        after_report: bool,
    },
    /// Issued, but not yet in force.
    NotInForce,
    /// A term that did not yet exist, or no longer fits.
    TermOutOfTime,
    /// No row.
    Unknown,
}

/// A judged citation, in the order of the draft's citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The row that is meant.
    pub entry: Option<u32>,
    /// The verdict.
    pub verdict: Verdict,
    /// How serious a finding may be; none where it may not be reported.
    pub severity: Option<Severity>,
    /// The days as of which it was judged, where the draft names a time.
    pub as_of: Option<AsOf>,
}

/// Judges all citations of a draft.
pub(crate) fn judge(folded: &Folded, draft: &Draft, catalogue: &Catalogue) -> Vec<Judgement> {
    let text = folded.text();
    // What stands under one heading speaks of one time.
    let mut last: Option<(Option<usize>, Option<AsOf>)> = None;
    let mut time = |citation: &Citation| {
        let heading = draft.outline.at(citation.span.start as usize);
        match last {
            Some((other, time)) if other == heading => time,
            _ => last.insert((heading, as_of(text, draft, heading))).1,
        }
    };
    draft.citations.iter().map(|citation| one(text, catalogue, citation, time(citation))).collect()
}

fn one(text: &str, catalogue: &Catalogue, citation: &Citation, as_of: Option<AsOf>) -> Judgement {
    if let Form::Term(index) = citation.form {
        let (before, after) = sentence(text, citation);
        return term(catalogue, index, citation, text, before, after, as_of);
    }
    let references = &catalogue.references;
    let unknown = Judgement { entry: None, verdict: Verdict::Unknown, severity: None, as_of };
    let Some(&first) = citation.entries.first() else { return unknown };
    let Some(days) = as_of else { return Judgement { entry: Some(first), verdict: Verdict::Current, severity: None, as_of } };
    // A name that was used twice means the one of the time; before its time the first.
    let in_force = citation.entries.iter().find(|&&row| references.entry(row).in_force(days.past));
    let begun_by_then = citation
        .entries
        .iter()
        .filter(|&&row| references.entry(row).started_by(days.future))
        .max_by_key(|&&row| start_of(references.entry(row)));
    let earliest = citation.entries.iter().min_by_key(|&&row| start_of(references.entry(row)));
    let row = *in_force.or(begun_by_then).or(earliest).unwrap_or(&first);
    let entry = references.entry(row);
    let result = |verdict, severity| Judgement { entry: Some(row), verdict, severity, as_of };
    let binding = !matches!(entry.kind, EntryKind::Institution | EntryKind::Meeting | EntryKind::Campaign | EntryKind::Plan);
    let started = !binding || entry.started_by(days.past);
    // Nearly all citations are in force; the words around are read for the others.
    if started && !entry.over_by(days.past) && entry.issued_by(days.future) {
        return result(Verdict::Current, None);
    }
    let (before, after) = sentence(text, citation);
    let has = |words: &[&str]| words.iter().any(|word| before.contains(word) || after.contains(word));
    if entry.over_by(days.past) {
        if formerly(before)
            || has(&HISTORY)
            || narrated(before, entry, days.past)
            || named_in_plan_years(before, entry, after)
            || campaign_remembered(entry, days, before, after)
        {
            return result(Verdict::Historical, None);
        }
        let successor = references.successor_on(row, days.past);
        return result(Verdict::Over { successor }, severity_of_end(entry, days, citation, text));
    }
    if !entry.issued_by(days.future) {
        if has(&AWAITED) || begun(entry, citation, days) || drafted(entry, before, after) || foreseen(entry, days, citation.form) {
            return result(Verdict::Awaited, None);
        }
        let after_report = !entry.issued_by(days.report);
        let severity = match entry.confidence {
            Confidence::High if after_report => Some(Severity::Error),
            Confidence::High => Some(Severity::Information),
            Confidence::Medium => Some(Severity::Hint),
            Confidence::Low => None,
        };
        // An office may have been set up locally before or after; its name says nothing about time.
        let severity = severity.filter(|_| entry.kind != EntryKind::Institution);
        return result(Verdict::NotIssued { after_report }, severity);
    }
    if !started && !has(&AWAITED) {
        let severity = match entry.confidence {
            Confidence::High if context::is_basis(before) => Some(Severity::Warning),
            Confidence::High if !has(&STUDIED) => Some(Severity::Information),
            Confidence::Low => None,
            _ if has(&STUDIED) => None,
            _ => Some(Severity::Hint),
        };
        return result(Verdict::NotInForce, severity);
    }
    result(Verdict::Current, None)
}

/// Whether a plan is called by its number alone once its years have begun: 组织开展“九五”普法 is said from the first of them, before the plan
/// itself is published.
fn begun(entry: &Entry, citation: &Citation, days: AsOf) -> bool {
    entry.kind == EntryKind::Plan
        && citation.form == Form::Bare
        && years_of(&key(&entry.title)).is_some_and(|(first, _)| first <= days.future.year)
}

fn start_of(entry: &Entry) -> Option<Date> {
    entry.from.or(entry.issued).map(|when| when.first())
}

fn severity_of_end(entry: &Entry, as_of: AsOf, citation: &Citation, text: &str) -> Option<Severity> {
    // What ended in the course of the year may have been right when it was done; what ended on its first day never was.
    let same_year = entry.to.is_some_and(|to| to.year == as_of.past.year && (to.month, to.day) != (1, 1));
    let just_over = entry.to.is_some_and(|to| to.year + 1 >= as_of.past.year);
    // A plan may be cited without its years where the next one is not known to the table.
    let open = entry.kind == EntryKind::Plan
        && entry.successor.is_none()
        && citation.title.is_some_and(|title| years_of(&key(title.of(text))).is_none());
    match entry.confidence {
        Confidence::Low => None,
        Confidence::Medium => Some(Severity::Hint),
        Confidence::High if entry.kind == EntryKind::Institution && !is_national(entry, citation, text) => Some(Severity::Hint),
        // Campaigns live on in reviews of the years.
        Confidence::High if entry.kind == EntryKind::Campaign => Some(Severity::Hint),
        Confidence::High if (same_year || open) && !entry.local => Some(Severity::Information),
        // In the year after its end a plan is summed up under its everyday name.
        Confidence::High if entry.kind == EntryKind::Plan && citation.form == Form::Bare && just_over => Some(Severity::Information),
        Confidence::High => Some(Severity::Warning),
    }
}

/// Local reforms end on other days in every place: only what belongs to the State Council has one certain day.
pub(super) fn is_national(entry: &Entry, citation: &Citation, text: &str) -> bool {
    let written = citation.title.map_or("", |title| title.of(text));
    let local = text[..citation.span.start as usize].ends_with(['省', '市', '县', '区', '州', '旗', '盟', '镇', '乡']);
    let prefixed = ["国家", "国务院", "中央", "中国"].iter().any(|word| written.starts_with(word)) && entry.title != "国家税务局";
    !local
        && (prefixed || written.ends_with('部') && entry.title.ends_with('部') || ["总局", "监会"].iter().any(|end| written.ends_with(end)))
}

fn term(catalogue: &Catalogue, index: u32, citation: &Citation, text: &str, before: &str, after: &str, as_of: Option<AsOf>) -> Judgement {
    let term = &catalogue.references.terms()[index as usize];
    let current = Judgement { entry: None, verdict: Verdict::Current, severity: None, as_of };
    let near = &text[(citation.span.start as usize - before.len())..(citation.span.end as usize + after.len())];
    if term.allowed(before, after, near) {
        return current;
    }
    let wrong = Judgement { entry: None, verdict: Verdict::TermOutOfTime, severity: Some(term.severity()), as_of };
    match (term.rule, as_of, term.since()) {
        (TermRule::FixedTerm | TermRule::ConfusedWord, _, _) => wrong,
        (TermRule::OutdatedTerm, Some(as_of), Some(since)) if as_of.past >= since => {
            if HISTORY.iter().any(|word| near.contains(word)) || years_before(before).any(|year| year < since.year) {
                return current;
            }
            wrong
        }
        (TermRule::NotYet, Some(as_of), Some(since)) if as_of.report < since => wrong,
        _ => current,
    }
}
