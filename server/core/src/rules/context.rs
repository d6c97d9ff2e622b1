//! What a rule sees, and how it reports.

use super::structure::{Misnumbered, faults};
use super::{Facts, Rule};
use crate::catalogue::Catalogue;
use crate::draft::Draft;
use crate::finding::{Edit, Fix, Related};
use crate::last_year::LastYear;
use crate::relations::Relation;
use crate::text::{Folded, Span};
use crate::{Finding, Lang, Settings, Severity};
use std::cell::OnceCell;
use std::sync::Arc;

/// Everything that a rule may read. Spans count in the folded text.
pub struct Context<'a> {
    /// The text.
    pub folded: &'a Folded<'a>,
    /// What the draft says.
    pub draft: &'a Draft,
    /// How its figures are tied; empty for the rules that run while they are being tied (`rules::RELATED` names those that wait).
    pub relations: &'a [Relation],
    /// What the world says.
    pub catalogue: &'a Catalogue,
    /// What the user says.
    pub settings: &'a Settings,
    /// Last year's report, where one was given.
    pub last_year: Option<&'a LastYear>,
    /// What is known about the draft.
    pub facts: Facts,
    findings: Vec<Finding>,
    misnumbered: OnceCell<Vec<Misnumbered<'a>>>,
}

impl<'a> Context<'a> {
    /// Gathers what is known about a draft, for the rules to read. Its relations come when they are known.
    pub fn new(
        folded: &'a Folded<'a>,
        draft: &'a Draft,
        catalogue: &'a Catalogue,
        settings: &'a Settings,
        last_year: Option<&'a LastYear>,
    ) -> Self {
        let facts = Facts::gather(folded, draft, catalogue, settings);
        Self { folded, draft, relations: &[], catalogue, settings, last_year, facts, findings: Vec::new(), misnumbered: OnceCell::new() }
    }

    /// The folded text of the whole file.
    pub fn text(&self) -> &'a str {
        self.folded.text()
    }

    /// The offsets in the draft at which one of the words begins that are looked for in every text: [`crate::text::Words`].
    pub(super) fn places(&self, word: &str) -> impl Iterator<Item = usize> + use<'a> {
        let draft = self.draft.span;
        self.folded.words().places(word, draft).map(move |at| at - draft.start as usize)
    }

    /// The headings and items whose numbers are wrong; looked for once.
    pub(super) fn misnumbered(&self) -> Vec<Misnumbered<'a>> {
        self.misnumbered.get_or_init(|| faults(self.folded.text(), self.draft)).clone()
    }

    /// The language of messages.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// Reports a place, unless the user has switched the rule off; the user's severity wins over the rule's.
    pub fn report(&mut self, rule: &'static Rule, report: Report) {
        let own = report.severity.unwrap_or(rule.severity);
        let severity = match self.settings.severity_of(rule.id) {
            Some(set) => match set.severity() {
                Some(severity) => severity,
                None => return,
            },
            None => own,
        };
        self.findings.push(Finding {
            rule: rule.id,
            severity,
            message: report.message,
            span: report.span,
            related: report.related,
            fix: report.fix,
            deprecated: report.deprecated,
        });
    }

    pub(crate) fn finish(self) -> (Vec<Finding>, Facts) {
        (self.findings, self.facts)
    }
}

/// A finding in the making.
#[derive(Clone, Debug)]
pub struct Report {
    span: Span,
    message: String,
    severity: Option<Severity>,
    related: Vec<Related>,
    fix: Option<Fix>,
    deprecated: bool,
}

impl Report {
    /// Something to say about a place.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), severity: None, related: Vec::new(), fix: None, deprecated: false }
    }

    /// Another severity than the rule's own.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// Another place that the claim rests on.
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related { message: message.into(), span, path: None });
        self
    }

    /// A place in another file that the claim rests on; the span counts in the source of that file.
    pub fn related_in(mut self, path: &Arc<str>, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related { message: message.into(), span, path: Some(Arc::clone(path)) });
        self
    }

    /// A fix by one replacement that cannot change the meaning.
    pub fn fix(self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.edits(title, vec![Edit { span, text: text.into() }], true)
    }

    /// A suggestion by one replacement that the writer has to confirm.
    pub fn suggest(self, title: impl Into<String>, span: Span, text: impl Into<String>) -> Self {
        self.edits(title, vec![Edit { span, text: text.into() }], false)
    }

    /// A fix by several replacements.
    pub fn edits(mut self, title: impl Into<String>, edits: Vec<Edit>, safe: bool) -> Self {
        self.fix = Some(Fix { title: title.into(), edits, safe });
        self
    }

    /// The place names something that is no longer in force.
    pub fn deprecated(mut self) -> Self {
        self.deprecated = true;
        self
    }
}
