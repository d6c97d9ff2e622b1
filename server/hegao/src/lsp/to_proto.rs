//! From our places and answers to the protocol's.

use super::analysis::Analysis;
use super::client::ClientFacts;
use super::last_year::Evidence;
use hegao_core::text::{Encoding, LineIndex, Span};
use hegao_core::{Edit, Finding, Severity};
use std::cell::Cell;
use std::collections::HashMap;
use tower_lsp::ls_types as lsp;

/// Turns offsets into positions. It remembers the last one: places come in the order of the text, and a line may be a whole report.
pub(super) struct Ruler<'a> {
    text: &'a str,
    lines: &'a LineIndex,
    encoding: Encoding,
    last: Cell<(usize, lsp::Position)>,
}

impl<'a> Ruler<'a> {
    /// A ruler over a text.
    pub(super) fn new(text: &'a str, lines: &'a LineIndex, encoding: Encoding) -> Self {
        Self { text, lines, encoding, last: Cell::new((0, lsp::Position::new(0, 0))) }
    }

    /// The position of a source offset.
    pub(super) fn position(&self, offset: usize) -> lsp::Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.lines.line_of(offset);
        let (before, place) = self.last.get();
        let (from, column) = if place.line as usize == line && before <= offset {
            (before, place.character)
        } else {
            (self.lines.line(line).start as usize, 0)
        };
        let column = column + self.encoding.len(&self.text[from..offset]) as u32;
        let position = lsp::Position::new(line as u32, column);
        self.last.set((offset, position));
        position
    }

    /// The range of a source span.
    pub(super) fn range(&self, span: Span) -> lsp::Range {
        lsp::Range::new(self.position(span.start as usize), self.position(span.end as usize))
    }

    /// An edit of the text.
    pub(super) fn edit(&self, edit: &Edit) -> lsp::TextEdit {
        lsp::TextEdit::new(self.range(edit.span), edit.text.clone())
    }
}

/// The page that explains a rule.
pub(super) fn page(rule: &str) -> Option<lsp::Uri> {
    format!("{}/blob/main/docs/rules/{rule}.md", env!("CARGO_PKG_REPOSITORY")).parse().ok()
}

/// A finding. Places in last year's report lead into that file; in one that an editor does not show as text, to its beginning.
pub(super) fn diagnostic(
    finding: &Finding,
    ruler: &Ruler,
    uri: &lsp::Uri,
    last_year: Option<&Evidence>,
    facts: &ClientFacts,
) -> lsp::Diagnostic {
    let elsewhere = |span: Span| {
        let evidence = last_year?;
        let ruler = Ruler::new(evidence.report.source(), evidence.report.lines(), facts.encoding);
        let range = if evidence.plain { ruler.range(span) } else { lsp::Range::default() };
        Some(lsp::Location::new(evidence.uri.clone(), range))
    };
    let related = || {
        let of = |related: &hegao_core::Related| {
            let location = match related.path {
                Some(_) => elsewhere(related.span)?,
                None => lsp::Location::new(uri.clone(), ruler.range(related.span)),
            };
            Some(lsp::DiagnosticRelatedInformation { location, message: related.message.clone() })
        };
        finding.related.iter().filter_map(of).collect::<Vec<_>>()
    };
    lsp::Diagnostic {
        range: ruler.range(finding.span),
        severity: Some(match finding.severity {
            Severity::Error => lsp::DiagnosticSeverity::ERROR,
            Severity::Warning => lsp::DiagnosticSeverity::WARNING,
            Severity::Information => lsp::DiagnosticSeverity::INFORMATION,
            Severity::Hint => lsp::DiagnosticSeverity::HINT,
        }),
        code: Some(lsp::NumberOrString::String(finding.rule.to_owned())),
        code_description: page(finding.rule).map(|href| lsp::CodeDescription { href }),
        source: Some("核稿".to_owned()),
        message: finding.message.clone(),
        related_information: (facts.related && !finding.related.is_empty()).then(related),
        tags: finding.deprecated.then(|| vec![lsp::DiagnosticTag::DEPRECATED]),
        data: None,
    }
}

/// Edits of a document as one edit of the workspace.
pub(super) fn workspace_edit(analysis: &Analysis, uri: &lsp::Uri, edits: &[Edit], facts: &ClientFacts) -> lsp::WorkspaceEdit {
    let ruler = analysis.ruler();
    let edits = edits.iter().map(|edit| ruler.edit(edit)).collect();
    edit_of(uri.clone(), Some(analysis.version), edits, facts)
}

/// A new file with a text.
pub(super) fn new_file(uri: lsp::Uri, text: String) -> lsp::WorkspaceEdit {
    let options = lsp::CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let create = lsp::CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
    let edit = lsp::TextDocumentEdit {
        text_document: lsp::OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: vec![lsp::OneOf::Left(lsp::TextEdit::new(lsp::Range::default(), text))],
    };
    let operations = vec![lsp::DocumentChangeOperation::Op(lsp::ResourceOp::Create(create)), lsp::DocumentChangeOperation::Edit(edit)];
    lsp::WorkspaceEdit { document_changes: Some(lsp::DocumentChanges::Operations(operations)), ..lsp::WorkspaceEdit::default() }
}

/// Edits of a file, with the version that they are for where it is open.
pub(super) fn edit_of(uri: lsp::Uri, version: Option<i32>, edits: Vec<lsp::TextEdit>, facts: &ClientFacts) -> lsp::WorkspaceEdit {
    if !facts.versioned_edits {
        return lsp::WorkspaceEdit::new(HashMap::from([(uri, edits)]));
    }
    let text_document = lsp::OptionalVersionedTextDocumentIdentifier { uri, version };
    let edit = lsp::TextDocumentEdit { text_document, edits: edits.into_iter().map(lsp::OneOf::Left).collect() };
    lsp::WorkspaceEdit { document_changes: Some(lsp::DocumentChanges::Edits(vec![edit])), ..lsp::WorkspaceEdit::default() }
}
