//! Findings for the client, with a fingerprint by which the unchanged is known.

use super::analysis::Analysis;
use super::client::ClientFacts;
use super::to_proto;
use std::hash::{DefaultHasher, Hasher};
use tower_lsp::ls_types as lsp;

/// The findings of a text.
#[derive(Clone, Debug)]
pub(super) struct Diagnostics {
    /// The findings, in the order of the review; those of a `hegao.toml` by place.
    pub(super) items: Vec<lsp::Diagnostic>,
    /// A hash over all that the client sees of them.
    pub(super) fingerprint: u64,
}

impl Diagnostics {
    /// The findings of an analysis; none where the text is left alone.
    pub(super) fn of(analysis: &Analysis, uri: &lsp::Uri, facts: &ClientFacts) -> Self {
        let ruler = analysis.ruler();
        let findings = analysis.review.findings.iter().filter(|_| analysis.checked);
        let mut items: Vec<_> =
            findings.map(|finding| to_proto::diagnostic(finding, &ruler, uri, analysis.last_year.as_deref(), facts)).collect();
        let config_errors = analysis.config.iter().filter_map(|config| config.as_ref().err()).flatten();
        items.extend(config_errors.map(|error| lsp::Diagnostic {
            range: ruler.range(error.span),
            severity: Some(lsp::DiagnosticSeverity::ERROR),
            source: Some("核稿".to_owned()),
            message: error.message.clone(),
            ..lsp::Diagnostic::default()
        }));
        Self { fingerprint: fingerprint(&items), items }
    }

    /// The id by which a client that pulls refers to this result.
    pub(super) fn id(&self) -> String {
        format!("{:016x}", self.fingerprint)
    }

    /// The answer to a client that holds the result with the id `previous`.
    pub(super) fn report(&self, previous: Option<&str>) -> lsp::DocumentDiagnosticReport {
        let id = self.id();
        if previous == Some(id.as_str()) {
            return lsp::RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: lsp::UnchangedDocumentDiagnosticReport { result_id: id },
            }
            .into();
        }
        let full = lsp::FullDocumentDiagnosticReport { result_id: Some(id), items: self.items.clone() };
        lsp::RelatedFullDocumentDiagnosticReport { related_documents: None, full_document_diagnostic_report: full }.into()
    }
}

fn fingerprint(items: &[lsp::Diagnostic]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for item in items {
        hasher.write(&serde_json::to_vec(item).unwrap_or_default());
    }
    hasher.finish()
}

/// The answer about a document that nobody knows: it has no findings.
pub(super) fn nothing() -> lsp::DocumentDiagnosticReport {
    lsp::RelatedFullDocumentDiagnosticReport::default().into()
}
