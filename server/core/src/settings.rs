//! What the user has said about a draft and about the rules, whatever file or editor it came from.

use crate::time::Period;
use crate::{Lang, Severity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The settings of a review. Plain data; reading `hegao.toml` or an editor's settings is the faces' work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The language of the messages.
    pub lang: Lang,
    /// The profile to use instead of the one that the draft shows, such as `annual-report`.
    pub profile: Option<String>,
    /// The period to use instead of the one that the draft shows.
    pub period: Option<Period>,
    /// The issuer to use instead of the one that the draft shows.
    pub issuer: Option<String>,
    /// Severities by rule id or family; the rule's own entry wins over its family's.
    pub severities: BTreeMap<String, SeverityOverride>,
    /// References that the catalogue does not know, such as local regulations.
    pub references: Vec<LocalReference>,
    /// Names that are right as they are: what stands in one is never marked by wording and reference rules.
    pub dictionary: Vec<String>,
    /// Rates that the built-in table does not know, in the format of `data/rates.toml`.
    pub rates: Option<String>,
    /// Templates of the user's own, in the format of `data/templates/*.toml`.
    pub templates: Option<String>,
}

impl Settings {
    /// The settings for a report of another year: the period that was set is this year's.
    pub(crate) fn for_another_year(&self) -> Self {
        Self { period: None, ..self.clone() }
    }

    /// What the user has set for a rule, if anything.
    pub fn severity_of(&self, rule: &str) -> Option<SeverityOverride> {
        let family = rule.split('/').next().unwrap_or(rule);
        self.severities.get(rule).or_else(|| self.severities.get(family)).copied()
    }
}

/// A severity, or that a rule is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SeverityOverride {
    /// The rule is off.
    Off,
    /// As [`Severity::Hint`].
    Hint,
    /// As [`Severity::Information`].
    Information,
    /// As [`Severity::Warning`].
    Warning,
    /// As [`Severity::Error`].
    Error,
}

impl SeverityOverride {
    /// The severity; `None` when off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Hint => Some(Severity::Hint),
            Self::Information => Some(Severity::Information),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// A row of the user's own references; dates as `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalReference {
    /// The full title, without 《》.
    pub title: String,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The document number (发文字号).
    pub number: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// When it was issued.
    pub promulgated: Option<String>,
    /// When it came into force.
    pub from: Option<String>,
    /// When it ceased to be in force.
    pub to: Option<String>,
    /// The title of what replaced it.
    pub replaced_by: Option<String>,
    /// The address of its official page.
    pub url: Option<String>,
}
