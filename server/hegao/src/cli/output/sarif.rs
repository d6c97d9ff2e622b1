//! SARIF 2.1.0 (OASIS): what code scanners and review platforms read.

use super::{Reviewed, Run, Source};
use hegao_core::rules::{self, Rule};
use hegao_core::text::{Encoding, Span};
use hegao_core::{Finding, Lang, Severity};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Writes a run as one SARIF log. Columns count Unicode code points, from 1.
pub(super) fn write(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let rules: Vec<&Rule> = rules::all().collect();
    let results: Vec<Value> =
        run.files.iter().flat_map(|file| file.review.findings.iter().map(|finding| result(file, finding, &rules))).collect();
    let failures: Vec<Value> =
        run.errors.iter().map(|(path, message)| json!({ "level": "error", "message": { "text": message }, "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } }] })).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hegao",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| describe(rule, run.lang)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": run.errors.is_empty(), "toolExecutionNotifications": failures }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn describe(rule: &Rule, lang: Lang) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.what(lang) },
        "fullDescription": { "text": rule.why(lang) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.family()] },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

fn result(file: &Reviewed, finding: &Finding, rules: &[&Rule]) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": location(file, file.source(), finding.span) }],
        "partialFingerprints": { "hegao/v1": super::fingerprint(file, finding) },
    });
    if let Some(index) = rules.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = json!(index);
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(
            |(id, related)| json!({ "id": id, "message": { "text": related.message }, "physicalLocation": location(file, file.source_of(related), related.span) }),
        );
        result["relatedLocations"] = related.collect();
    }
    if let Some(fix) = &finding.fix {
        let replacements: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| json!({ "deletedRegion": region(file.source(), edit.span), "insertedContent": { "text": edit.text } }))
            .collect();
        result["fixes"] = json!([{
            "description": { "text": fix.title },
            "artifactChanges": [{ "artifactLocation": { "uri": uri(&file.path) }, "replacements": replacements }],
        }]);
    }
    result
}

fn location(file: &Reviewed, source: Source, span: Span) -> Value {
    json!({ "artifactLocation": { "uri": uri(source.path.unwrap_or(&file.path)) }, "region": region(source, span) })
}

fn region(source: Source, span: Span) -> Value {
    let start = source.lines.position(source.text, span.start as usize, Encoding::Utf32);
    let end = source.lines.position(source.text, span.end as usize, Encoding::Utf32);
    json!({ "startLine": start.line + 1, "startColumn": start.column + 1, "endLine": end.line + 1, "endColumn": end.column + 1 })
}

/// A path as a URI (RFC 3986, RFC 8089): one from the root begins with `file://`, any other is relative; only what may stand in a URI is left
/// as it is.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let drive = path.get(1..3) == Some(":/") && path.starts_with(|c: char| c.is_ascii_alphabetic());
    let mut uri = String::from(match () {
        () if drive => "file:///",
        () if path.starts_with('/') => "file://",
        () => "",
    });
    for (at, byte) in path.bytes().enumerate() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte as char),
            b':' if drive && at == 1 => uri.push(':'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_uris() {
        for (path, expected) in [
            ("稿 1.md", "%E7%A8%BF%201.md"),
            ("/drafts/a.md", "file:///drafts/a.md"),
            ("C:\\drafts\\a.md", "file:///C:/drafts/a.md"),
            ("drafts/a:b.md", "drafts/a%3Ab.md"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
