//! Workflow commands of GitHub Actions: each finding becomes an annotation of its line.

use super::{Reviewed, Run};
use hegao_core::Severity;
use hegao_core::text::Encoding;
use std::io::{self, Write};

/// Writes a line for each finding of a file (GitHub Docs, "Workflow commands").
pub(super) fn file(file: &Reviewed, out: &mut dyn Write) -> io::Result<()> {
    for finding in &file.review.findings {
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information | Severity::Hint => "notice",
        };
        let start = file.lines.position(&file.text, finding.span.start as usize, Encoding::Utf32);
        let end = file.lines.position(&file.text, finding.span.end as usize, Encoding::Utf32);
        // Columns are only taken where a finding stays in one line.
        let columns = match start.line == end.line {
            true => format!(",col={},endColumn={}", start.column + 1, end.column + 1),
            false => String::new(),
        };
        let (path, rule) = (property(&file.path), property(finding.rule));
        let (first, last) = (start.line + 1, end.line + 1);
        writeln!(out, "::{level} file={path},line={first},endLine={last}{columns},title={rule}::{}", data(&finding.message))?;
    }
    Ok(())
}

/// Writes a line for each file that could not be reviewed.
pub(super) fn end(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    for (path, message) in &run.errors {
        writeln!(out, "::error file={}::{}", property(path), data(message))?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
