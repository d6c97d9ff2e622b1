//! Dates and periods. The core has no clock: every date comes from a text, a table or the settings.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

impl Date {
    /// The date, if the calendar has it.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        ((1..=12).contains(&month) && day >= 1 && day <= days_in(year, month)).then_some(Self { year, month, day })
    }
}

/// The number of days of a month; 0 for a month that does not exist.
pub(crate) fn days_in(year: i16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = ();

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('-');
        let mut next = || parts.next().and_then(|part| part.parse::<i16>().ok()).ok_or(());
        let (year, month, day) = (next()?, next()?, next()?);
        Self::new(year, u8::try_from(month).map_err(drop)?, u8::try_from(day).map_err(drop)?).ok_or(())
    }
}

/// A half of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// January to June.
    First,
    /// July to December.
    Second,
}

/// What a report reports on: a year or half a year. Written `2023` or `2022-H1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    /// The year.
    pub year: i16,
    /// The half, where it is not the whole year.
    pub half: Option<Half>,
}

impl Period {
    /// A whole year.
    pub fn year(year: i16) -> Self {
        Self { year, half: None }
    }

    /// The last day of the period.
    pub fn end(self) -> Date {
        match self.half {
            Some(Half::First) => Date { year: self.year, month: 6, day: 30 },
            _ => Date { year: self.year, month: 12, day: 31 },
        }
    }

    /// The first day of the period.
    pub fn start(self) -> Date {
        match self.half {
            Some(Half::Second) => Date { year: self.year, month: 7, day: 1 },
            _ => Date { year: self.year, month: 1, day: 1 },
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.half {
            None => write!(f, "{}", self.year),
            Some(Half::First) => write!(f, "{}-H1", self.year),
            Some(Half::Second) => write!(f, "{}-H2", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (year, half) = match text.split_once('-') {
            None => (text, None),
            Some((year, "H1" | "h1")) => (year, Some(Half::First)),
            Some((year, "H2" | "h2")) => (year, Some(Half::Second)),
            Some(_) => (text, None),
        };
        match year.parse::<i16>() {
            Ok(year) if (1949..=2100).contains(&year) => Ok(Self { year, half }),
            _ => Err(format!("`{text}` is no period: write 2023 or 2022-H1")),
        }
    }
}

impl TryFrom<String> for Period {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}
