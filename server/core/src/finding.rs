//! What a rule has to say about a place of the draft.

use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How serious a finding is, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a thought.
    Hint,
    /// Worth knowing.
    Information,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// The name in outputs and configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A claim of a rule about a place of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule, `family/name`.
    pub rule: &'static str,
    /// How serious it is in this draft.
    pub severity: Severity,
    /// What is wrong, why, and what would be right.
    pub message: String,
    /// The place.
    pub span: Span,
    /// The other places that the claim rests on, such as the other operands.
    pub related: Vec<Related>,
    /// How to mend it, where one way is certain.
    pub fix: Option<Fix>,
    /// Whether the text under the span is something that is no longer in force: editors strike it through.
    pub deprecated: bool,
}

impl Finding {
    /// The family of the rule: `arithmetic` of `arithmetic/rate`.
    pub fn family(&self) -> &'static str {
        self.rule.split('/').next().unwrap_or(self.rule)
    }
}

/// Another place that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What stands there.
    pub message: String,
    /// The place; in the text of `path`, where that is given.
    pub span: Span,
    /// The other file that the place is in, as its reader named it: last year's report.
    pub path: Option<Arc<str>>,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as the title of a code action.
    pub title: String,
    /// The changes; they do not overlap.
    pub edits: Vec<Edit>,
    /// Whether it may be applied without asking: it cannot change the meaning.
    pub safe: bool,
}

/// A replacement of the text under a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}
