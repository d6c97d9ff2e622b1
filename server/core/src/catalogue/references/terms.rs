//! Terms: words that are wrong as they stand, that have been replaced, or that did not exist yet.
//!
//! `data/terms.toml` holds one `[[term]]` for each, with the sentences that it marks and those that it leaves alone; a test runs them.

use crate::Severity;
use crate::time::Date;
use serde::Deserialize;

/// Which rule reports a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermRule {
    /// `wording/fixed-term`: wrong in any year.
    FixedTerm,
    /// `wording/confused-word`: another word is meant.
    ConfusedWord,
    /// `reference/outdated-term`: replaced since a day.
    OutdatedTerm,
    /// `reference/not-yet-issued`: did not exist before a day.
    NotYet,
}

/// A term.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Term {
    /// Which rule reports it.
    pub rule: TermRule,
    /// The words, as in folded text.
    pub words: Vec<String>,
    /// What is to stand there instead, word by word; one for all words, or none where nobody can say.
    #[serde(default)]
    pub right: Vec<String>,
    /// The severity of the finding.
    pub severity: TermSeverity,
    /// The first day of which a report has to use the other word, or from which the term exists, as `YYYY-MM-DD`.
    #[serde(default)]
    pub since: Option<String>,
    /// Whether the fix cannot change the meaning.
    #[serde(default)]
    pub safe: bool,
    /// Words directly in front with which it is right.
    #[serde(default)]
    pub unless_before: Vec<String>,
    /// Words directly behind with which it is right.
    #[serde(default)]
    pub unless_after: Vec<String>,
    /// Words in the same sentence with which it is right.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// One of these has to follow directly, if there are any.
    #[serde(default)]
    pub only_before: Vec<String>,
    /// One of these has to stand directly in front, if there are any.
    #[serde(default)]
    pub only_after: Vec<String>,
    /// Why, in Chinese and English.
    pub why: [String; 2],
    /// Sentences in which it is marked.
    pub bad: Vec<String>,
    /// Sentences in which it is not.
    pub good: Vec<String>,
    /// The year that the sentences report on.
    #[serde(default)]
    pub year: Option<i16>,
}

/// The severities that a term may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TermSeverity {
    /// Certain.
    Error,
    /// Nearly certain.
    Warning,
    /// To be looked at.
    Information,
    /// A suggestion.
    Hint,
}

impl Term {
    /// The day of `since`.
    pub fn since(&self) -> Option<Date> {
        self.since.as_deref().and_then(|text| text.parse().ok())
    }

    /// What is to stand instead of one of its words.
    pub fn right_for(&self, word: &str) -> Option<&str> {
        let at = self.words.iter().position(|other| other == word)?;
        self.right.get(at).or_else(|| self.right.first().filter(|_| self.right.len() == 1)).map(String::as_str)
    }

    /// The severity of a finding.
    pub fn severity(&self) -> Severity {
        match self.severity {
            TermSeverity::Error => Severity::Error,
            TermSeverity::Warning => Severity::Warning,
            TermSeverity::Information => Severity::Information,
            TermSeverity::Hint => Severity::Hint,
        }
    }

    /// Whether the words around the place allow it: `before` ends and `after` begins at the word, `sentence` holds both.
    pub fn allowed(&self, before: &str, after: &str, sentence: &str) -> bool {
        self.unless_before.iter().any(|word| before.ends_with(word.as_str()))
            || self.unless_after.iter().any(|word| after.starts_with(word.as_str()))
            || self.unless_near.iter().any(|word| sentence.contains(word.as_str()))
            || (!self.only_after.is_empty() && !self.only_after.iter().any(|word| before.ends_with(word.as_str())))
            || (!self.only_before.is_empty() && !self.only_before.iter().any(|word| after.starts_with(word.as_str())))
    }
}

#[derive(Deserialize)]
struct Table {
    term: Vec<Term>,
}

pub(super) fn load(problems: &mut Vec<String>) -> Vec<Term> {
    match toml::from_str::<Table>(include_str!("../../../data/terms.toml")) {
        Ok(table) => table.term,
        Err(error) => {
            problems.push(format!("data/terms.toml: {error}"));
            Vec::new()
        }
    }
}
