//! Finding rows while writing: by title, short name, number or the initials of the pinyin.

use super::{Entry, EntryKind, References};
use crate::time::Date;
use pinyin::ToPinyin;

/// A title to offer behind 《.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The index of the row.
    pub entry: u32,
    /// What to write between 《 and 》: the short title of a law, the full title of everything else.
    pub title: String,
    /// The document number, if there is one.
    pub number: Option<String>,
    /// Whether it is in force on the day asked for.
    pub in_force: bool,
    /// What an editor may filter by: the typed word fits it.
    pub filter: String,
}

/// A document number to offer behind a title or 〔.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberCompletion {
    /// The index of the row.
    pub entry: u32,
    /// The number, such as `国发〔2018〕5号`.
    pub number: String,
    /// Whether its document is in force on the day asked for.
    pub in_force: bool,
}

/// The initials of all titles, ready to be compared.
#[derive(Debug)]
pub(super) struct Index {
    /// For each row the initials of its short title and of its aliases.
    initials: Vec<Vec<String>>,
}

impl Index {
    fn new(entries: &[Entry]) -> Self {
        let of = |name: &str| -> String {
            name.chars()
                .filter_map(|c| match c.to_pinyin() {
                    Some(reading) => reading.first_letter().chars().next(),
                    None => c.is_ascii_alphanumeric().then_some(c.to_ascii_lowercase()),
                })
                .collect()
        };
        Self { initials: entries.iter().map(|entry| std::iter::once(entry.short()).chain(entry.aliases()).map(of).collect()).collect() }
    }
}

/// How well a row fits what was typed; smaller is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    Initials,
    Alias,
    Inside,
    Number,
    InitialsInside,
}

impl References {
    fn fit(&self, index: u32, typed: &str, initials: Option<&Index>) -> Option<Fit> {
        let entry = self.entry(index);
        let inside_initials = |index: &Index, row: u32| {
            let of_row = &index.initials[row as usize];
            if of_row.iter().any(|initials| initials.starts_with(typed)) {
                return Some(Fit::Initials);
            }
            (typed.len() >= 3 && of_row.iter().any(|initials| initials.contains(typed))).then_some(Fit::InitialsInside)
        };
        if typed.is_empty() {
            return Some(Fit::Start);
        }
        if let Some(initials) = initials {
            return inside_initials(initials, index);
        }
        if entry.short() == typed || entry.title == typed {
            Some(Fit::Whole)
        } else if entry.short().starts_with(typed) || entry.title.starts_with(typed) {
            Some(Fit::Start)
        } else if entry.aliases().any(|alias| alias.starts_with(typed)) {
            Some(Fit::Alias)
        } else if entry.title.contains(typed) || entry.aliases().any(|alias| alias.contains(typed)) {
            Some(Fit::Inside)
        } else if entry.numbers().any(|number| number.contains(typed)) {
            Some(Fit::Number)
        } else {
            None
        }
    }

    /// The rows that fit, best first; those in force on the day before the others.
    fn ranked(&self, typed: &str, as_of: Option<Date>, keep: impl Fn(&Entry) -> bool) -> Vec<u32> {
        let typed = super::key(typed.trim_start_matches('《').trim_end_matches('》')).to_lowercase();
        let letters = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_alphabetic());
        let initials = letters.then(|| self.initials.get_or_init(|| Index::new(&self.entries)));
        let mut rows: Vec<_> = (0u32..)
            .zip(&self.entries)
            .filter(|(_, entry)| keep(entry))
            .filter_map(|(index, entry)| {
                let fit = self.fit(index, &typed, initials)?;
                let over = as_of.is_some_and(|day| !entry.in_force(day));
                Some((over, !entry.local, fit, entry.kind, entry.title.len(), index))
            })
            .collect();
        rows.sort_unstable();
        rows.into_iter().map(|row| row.5).collect()
    }

    /// Titles that fit what was typed behind 《: by title, short name, number or pinyin initials (`xzcff`), in force on the day first.
    /// What has taken the place of a title that is over stands in front of it.
    pub fn complete_titles(&self, typed: &str, as_of: Option<Date>, limit: usize) -> Vec<Completion> {
        let fitting = self.ranked(typed, as_of, |entry| entry.kind.is_document());
        let mut rows: Vec<u32> = Vec::with_capacity(limit + 1);
        for &row in &fitting {
            if rows.len() >= limit {
                break;
            }
            let over = as_of.filter(|&day| self.entry(row).over_by(day));
            let next = over.and_then(|day| self.successor_on(row, day).filter(|&next| self.entry(next).in_force(day)));
            rows.extend(next.filter(|next| self.entry(*next).kind.is_document() && !rows.contains(next) && !fitting.contains(next)));
            rows.push(row);
        }
        rows.into_iter()
            .take(limit)
            .map(|index| {
                let entry = self.entry(index);
                Completion {
                    entry: index,
                    title: match entry.kind {
                        EntryKind::Law | EntryKind::Regulation => entry.short().to_owned(),
                        _ => entry.title.to_string(),
                    },
                    number: entry.numbers().next().map(str::to_owned),
                    in_force: as_of.is_none_or(|day| entry.in_force(day)),
                    filter: format!("{}{}", typed, entry.title),
                }
            })
            .collect()
    }

    /// Document numbers: those of a title where one is given, else those that hold what was typed (`国办发〔2018`, `2018`).
    pub fn complete_numbers(&self, typed: &str, title: Option<&str>, as_of: Option<Date>, limit: usize) -> Vec<NumberCompletion> {
        let typed = typed.trim_start_matches(['(', '（']).replace(['[', '［', '【'], "〔").replace([']', '］', '】'], "〕");
        let offer = |index: u32| {
            let in_force = as_of.is_none_or(|day| self.entry(index).in_force(day));
            self.entry(index).numbers().map(move |number| NumberCompletion { entry: index, number: number.to_owned(), in_force })
        };
        if let Some(title) = title {
            return self.by_title(title).into_iter().flat_map(offer).take(limit).collect();
        }
        let mut offers: Vec<_> = (0u32..)
            .zip(&self.entries)
            .filter(|(_, entry)| !entry.numbers.is_empty())
            .flat_map(|(index, _)| offer(index))
            .filter(|offer| offer.number.contains(&typed))
            .collect();
        offers.sort_by(|a, b| {
            (!a.in_force, !a.number.starts_with(&typed), &a.number).cmp(&(!b.in_force, !b.number.starts_with(&typed), &b.number))
        });
        offers.truncate(limit);
        offers
    }

    /// Rows of every kind that fit a word, for the search on the command line; with a day only those in force on it.
    pub fn search(&self, word: &str, as_of: Option<Date>) -> Vec<u32> {
        let mut rows = self.ranked(word, as_of, |_| true);
        rows.retain(|&index| as_of.is_none_or(|day| self.entry(index).in_force(day)));
        rows
    }
}
