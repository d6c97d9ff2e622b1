//! The catalogue of references: laws, regulations, documents, plans, campaigns, meetings and institutions with the time in which it is right
//! to cite them, and the terms that go with them.
//!
//! Titles are matched exactly, then by alias, then nearly (see [`References::nearest`]), never by guess.

mod complete;
mod describe;
mod entry;
mod load;
mod local;
mod names;
mod near;
mod terms;
#[cfg(test)]
mod tests;

pub use complete::{Completion, NumberCompletion};
pub use entry::{Confidence, Entry, EntryKind, Revision, When};
pub use local::{LocalProblem, local_problems};
pub use names::{Hit, Lexicon, Target, key, without_years, years_of};
pub use near::{Near, Nearest};
pub use terms::{Term, TermRule};

use crate::Settings;
use crate::time::Date;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../data/references.tsv");
const ARTICLES: &str = include_str!("../../data/articles.tsv");

/// The catalogue.
#[derive(Debug, Default)]
pub struct References {
    entries: Vec<Entry>,
    terms: Vec<Term>,
    lexicon: Lexicon,
    /// The rows by their document numbers; 0 never stands for a row of another number.
    numbers: FxHashMap<Box<str>, u32>,
    /// The number of articles of a row's versions: the row, the first day of the version, the number of its last article.
    articles: Vec<(u32, Date, u16)>,
    problems: Vec<String>,
    near: OnceLock<near::Index>,
    initials: OnceLock<complete::Index>,
    described: describe::Described,
}

impl References {
    /// Loads the built-in table and the user's rows.
    pub fn load(settings: &Settings) -> Self {
        let mut problems = Vec::new();
        let mut entries = load::table(TABLE, &mut problems);
        let terms = terms::load(&mut problems);
        let articles = load::articles(ARTICLES, &entries, &mut problems);
        local::add(&settings.references, &mut entries, &mut problems);
        let mut names: Vec<(Cow<'static, str>, Target)> = Vec::with_capacity(entries.len() * 2);
        let mut numbers = FxHashMap::default();
        for (index, entry) in (0u32..).zip(&entries) {
            let target = Target::Entry(index);
            names.push((owned_key(entry.title.clone()), target));
            match &entry.aliases {
                Cow::Borrowed(aliases) => names.extend(aliases.split(';').filter(|alias| !alias.is_empty()).flat_map(|alias| {
                    // As it is written, quotes and all, and in the spelling of keys.
                    let quoted = alias.contains('“').then_some((Cow::Borrowed(alias), target));
                    [Some((key(alias), target)), quoted].into_iter().flatten()
                })),
                Cow::Owned(aliases) => {
                    names.extend(
                        aliases.split(';').filter(|alias| !alias.is_empty()).map(|alias| (Cow::Owned(key(alias).into_owned()), target)),
                    );
                }
            }
            for number in entry.numbers() {
                numbers.insert(Box::from(number), index);
            }
        }
        for (index, term) in (0u32..).zip(&terms) {
            names.extend(term.words.iter().map(|word| (Cow::Owned(word.clone()), Target::Term(index))));
        }
        Self { lexicon: Lexicon::new(names), entries, terms, numbers, articles, problems, ..Self::default() }
    }

    /// All rows.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// A row.
    pub fn entry(&self, index: u32) -> &Entry {
        &self.entries[index as usize]
    }

    /// The terms.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The names of rows and terms, to be found in a text.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// What could not be read, and what is wrong with the rows as a whole. Empty for the built-in table.
    pub fn problems(&self) -> Vec<String> {
        self.problems.iter().cloned().chain(load::validate(&self.entries)).collect()
    }

    /// The row with an id.
    pub fn by_id(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The rows with a title or alias, in any spelling: marks, dashes and 中华人民共和国 do not matter.
    pub fn by_title(&self, title: &str) -> Vec<u32> {
        self.by_key(&key(title))
    }

    /// The rows with a title or alias in the spelling of [`key`]. The user's own rows come alone where there are any.
    pub fn by_key(&self, key: &str) -> Vec<u32> {
        let mut rows: Vec<u32> = self
            .lexicon
            .meanings(key)
            .filter_map(|target| match target {
                Target::Entry(index) => Some(index),
                Target::Term(_) => None,
            })
            .collect();
        if rows.iter().any(|&row| self.entry(row).local) {
            rows.retain(|&row| self.entry(row).local);
        }
        rows
    }

    /// The row with a document number, written as the table writes it: `国发〔2018〕5号`, `国务院令第713号`.
    pub fn by_number(&self, number: &str) -> Option<u32> {
        self.numbers.get(number).copied()
    }

    /// The number of a row's articles: of the longest version in force by the end of a year, where the table has it.
    pub fn articles(&self, index: u32, year: i16) -> Option<u16> {
        let versions = self.articles.iter().filter(|(row, from, _)| *row == index && from.year <= year);
        versions.map(|&(_, _, count)| count).max()
    }

    /// The rows that have taken the place of a row, the nearest first.
    pub fn successors(&self, index: u32) -> impl Iterator<Item = u32> {
        load::successors(&self.entries, index).take(self.entries.len())
    }

    /// What is to be cited instead of a row on a day: the first successor that is in force, else the first that is known.
    pub fn successor_on(&self, index: u32, day: Date) -> Option<u32> {
        self.successors(index).find(|&next| self.entry(next).in_force(day)).or_else(|| self.successors(index).next())
    }
}

fn owned_key(title: Cow<'static, str>) -> Cow<'static, str> {
    match title {
        Cow::Borrowed(title) => key(title),
        Cow::Owned(title) => Cow::Owned(key(&title).into_owned()),
    }
}
