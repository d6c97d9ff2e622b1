//! Named rates: which figures they divide by which. Data that a jurist can extend.

use crate::Settings;
use crate::text::{Finder, Found};
use serde::Deserialize;
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../data/rates.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    rate: Vec<Rate>,
}

/// A named rate.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// What it is called.
    pub name: Vec<String>,
    /// Words in the label of the part.
    #[serde(default)]
    pub part: Vec<String>,
    /// Words in the label of the whole.
    pub whole: Vec<String>,
    /// Where the whole is the part and something else, the words of the latter.
    #[serde(default)]
    pub with: Vec<String>,
    /// Whether the part is the sum of all figures that its words name.
    #[serde(default)]
    pub sum: bool,
    /// Words of the figures that make the part only together: 撤销, 变更, 确认违法 of 纠错.
    #[serde(default)]
    pub outcomes: Vec<String>,
    /// Whether the whole may hold cases carried over from another period that the sentence does not give.
    #[serde(default)]
    pub carry: bool,
    /// A sentence in which it is read and holds.
    pub example: String,
}

/// All rates that are known.
#[derive(Debug, Default)]
pub struct Rates {
    rates: Vec<Rate>,
    names: OnceLock<Names>,
}

/// The names of all rates, to be found in one pass, each with the rate that it is of.
#[derive(Debug)]
struct Names {
    finder: Finder,
    rates: Vec<usize>,
}

impl Names {
    fn of(rates: &[Rate]) -> Self {
        let names: Vec<(usize, &str)> =
            rates.iter().enumerate().flat_map(|(rate, of)| of.name.iter().map(move |name| (rate, name.as_str()))).collect();
        Self { finder: Finder::new(names.iter().map(|(_, name)| name)), rates: names.into_iter().map(|(rate, _)| rate).collect() }
    }
}

impl Rates {
    /// The user's rates, then the built-in ones. A table of the user's that is not well formed counts as empty; reading the settings reports it.
    pub fn load(settings: &Settings) -> Self {
        let read = |text: &str| toml::from_str::<Table>(text).unwrap_or_default().rate;
        let mut rates = settings.rates.as_deref().map(read).unwrap_or_default();
        rates.extend(read(TABLE));
        Self { rates, names: OnceLock::new() }
    }

    /// The rate that a label names: the longest name that the label ends with, or else holds.
    pub fn named(&self, label: &str) -> Option<&Rate> {
        let names = self.names.get_or_init(|| Names::of(&self.rates));
        let mut best = None;
        names.finder.each(label, |Found { start, end, word }| {
            best = best.max(Some((end - start + usize::from(end == label.len()), names.rates[word])));
        });
        best.map(|(_, rate)| &self.rates[rate])
    }

    /// All rates.
    pub fn iter(&self) -> impl Iterator<Item = &Rate> {
        self.rates.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::relations::{Kind, Verdict};
    use crate::{Engine, Settings};

    #[test]
    fn every_rate_is_read_in_its_example() {
        let engine = Engine::new(Settings::default());
        assert!(toml::from_str::<Table>(TABLE).is_ok(), "the built-in table is well formed");
        for rate in Rates::load(&Settings::default()).iter() {
            let review = engine.review(&rate.example);
            let read = review.relations().any(|relation| relation.kind == Kind::Rate && relation.verdict == Verdict::Holds);
            assert!(read, "{}: {:?}", rate.example, review.relations().collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_user_adds_a_rate_in_four_lines() {
        let rates = "[[rate]]\nname = [\"公示率\"]\npart = [\"公示\"]\nwhole = [\"许可决定\"]\nexample = \"\"";
        let engine = Engine::new(Settings { rates: Some(rates.into()), ..Settings::default() });
        let review = engine.review("作出许可决定40件,依法公示36件,公示率80%。");
        assert!(review.findings.iter().any(|finding| finding.rule == "arithmetic/rate"), "{:?}", review.relations().collect::<Vec<_>>());
    }
}
