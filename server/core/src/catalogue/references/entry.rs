//! A row of the catalogue: what a law, document, plan, meeting or institution is called, and from when to when it is right to cite it.

use crate::time::Date;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// A law or a decision of the National People's Congress or its committee.
    Law,
    /// An administrative regulation of the State Council.
    Regulation,
    /// A regulation of the Party.
    Party,
    /// A policy document.
    Policy,
    /// A judicial interpretation.
    Judicial,
    /// A plan or outline whose title names its years.
    Plan,
    /// A campaign.
    Campaign,
    /// A meeting.
    Meeting,
    /// An institution.
    Institution,
}

impl EntryKind {
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "law" => Self::Law,
            "regulation" => Self::Regulation,
            "party" => Self::Party,
            "policy" => Self::Policy,
            "judicial" => Self::Judicial,
            "plan" => Self::Plan,
            "campaign" => Self::Campaign,
            "meeting" => Self::Meeting,
            "institution" => Self::Institution,
            _ => return None,
        })
    }

    /// Whether a title of this kind stands in 《》.
    pub fn is_document(self) -> bool {
        !matches!(self, Self::Campaign | Self::Meeting | Self::Institution)
    }

    /// Whether the last day is a day on which it still holds: the years of a plan are over after it, a law ends with it.
    fn holds_on_last_day(self) -> bool {
        matches!(self, Self::Plan | Self::Campaign)
    }
}

/// How well a row is attested; it decides how serious a finding may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Completion and white lists only.
    Low,
    /// Hints.
    Medium,
    /// Warnings and errors.
    High,
}

impl Confidence {
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "high" => Self::High,
            "medium" => Self::Medium,
            "low" => Self::Low,
            _ => return None,
        })
    }
}

/// A date of which the day or the month may be unknown (0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The year.
    pub year: i16,
    /// The month, 0 where it is not known.
    pub month: u8,
    /// The day, 0 where it is not known.
    pub day: u8,
}

impl When {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok().filter(|year| (1900..=2200).contains(year))?;
        let mut next = |most: u8| match parts.next() {
            None => Some(0),
            Some(part) => part.parse().ok().filter(|value| (1..=most).contains(value)),
        };
        let when = Self { year, month: next(12)?, day: next(31)? };
        (parts.next().is_none() && (when.day == 0 || Date::new(year, when.month, when.day).is_some())).then_some(when)
    }

    /// The first day that it may mean.
    pub fn first(self) -> Date {
        Date { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// The last day that it may mean.
    pub fn last(self) -> Date {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = (28..=31).rev().find(|&day| Date::new(self.year, month, day).is_some()).unwrap_or(28);
        Date { year: self.year, month, day: if self.day == 0 { day } else { self.day } }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().filter(|&part| part > 0) {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// A later version of a law or document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision<'a> {
    /// When it was passed.
    pub issued: When,
    /// When it came into force, where that is known.
    pub from: Option<When>,
    /// How the table calls it: 修正, 修订, 修改.
    pub manner: &'a str,
}

/// A row of the catalogue.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The id, such as `law/行政处罚法`.
    pub id: Cow<'static, str>,
    /// What it is.
    pub kind: EntryKind,
    /// The full title, without 《》.
    pub title: Cow<'static, str>,
    /// Other names, separated by `;`.
    pub(super) aliases: Cow<'static, str>,
    /// Document numbers, separated by `;`, a later one with its date in brackets.
    pub(super) numbers: Cow<'static, str>,
    /// Who issued it; empty where that is not known.
    pub issuer: Cow<'static, str>,
    /// When it was issued.
    pub issued: Option<When>,
    /// When it came into force.
    pub from: Option<When>,
    /// When it ceased to be in force; for plans and campaigns the last day of their years.
    pub to: Option<When>,
    pub(super) revisions: &'static str,
    /// When the version now in force came into force.
    pub current: Option<When>,
    /// The index of what has taken its place.
    pub successor: Option<u32>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// Whether it is the user's own row.
    pub local: bool,
    /// The address of its official page; empty where none is known.
    pub url: Cow<'static, str>,
}

impl Entry {
    /// The title without 中华人民共和国 in front.
    pub fn short(&self) -> &str {
        self.title.strip_prefix("中华人民共和国").filter(|rest| rest.chars().count() > 1).unwrap_or(&self.title)
    }

    /// Other names.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.split(';').filter(|alias| !alias.is_empty())
    }

    /// The document numbers, the first one first, without dates.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        self.numbers.split(';').map(|number| number.split('(').next().unwrap_or(number)).filter(|number| !number.is_empty())
    }

    /// The revisions in the order of time.
    pub fn revisions(&self) -> impl Iterator<Item = Revision<'static>> {
        self.revisions.split(';').filter_map(|text| {
            let (issued, rest) = text.split_once('=')?;
            let (from, manner) = rest.split_once('(')?;
            Some(Revision { issued: When::parse(issued)?, from: When::parse(from), manner: manner.trim_end_matches(')') })
        })
    }

    /// The revision in force on a day: the last that had come into force; none where the first version was, or no change is known.
    pub fn version_on(&self, day: Date) -> Option<Revision<'static>> {
        self.revisions().filter(|revision| revision.from.unwrap_or(revision.issued).first() <= day).last()
    }

    /// The document number of the version in force on a day. Later orders carry their date in brackets.
    pub fn number_on(&self, day: Date) -> Option<&str> {
        let known = |number: &&str| match number.split_once('(') {
            Some((_, date)) => When::parse(date.trim_end_matches(')')).is_none_or(|when| when.first() <= day),
            None => true,
        };
        let number = self.numbers.split(';').filter(|number| !number.is_empty()).rfind(known)?;
        number.split('(').next()
    }

    /// Whether it was issued, or had begun, by a day; so where the table has no date.
    pub fn issued_by(&self, day: Date) -> bool {
        self.issued.or(self.from).is_none_or(|when| when.first() <= day)
    }

    /// Whether it had come into force by a day; so where the table has no date.
    pub fn started_by(&self, day: Date) -> bool {
        self.from.or(self.issued).is_none_or(|when| when.first() <= day)
    }

    /// Whether it was no longer in force on a day.
    pub fn over_by(&self, day: Date) -> bool {
        self.to.is_some_and(|when| day > when.last() || (day == when.last() && !self.kind.holds_on_last_day()))
    }

    /// Whether it was in force on a day.
    pub fn in_force(&self, day: Date) -> bool {
        self.started_by(day) && !self.over_by(day)
    }

    /// The first and last year in the brackets of its title.
    pub fn years(&self) -> Option<(i16, i16)> {
        super::names::years_of(&super::names::key(&self.title))
    }
}
