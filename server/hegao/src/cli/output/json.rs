//! The JSON contract: stable, read by other programs. `docs/json.md` describes it.

use super::{Reviewed, Source};
use hegao_core::relations::{Relation, Verdict};
use hegao_core::text::{Encoding, Span};
use hegao_core::{Coverage, Finding, Fix, Severity};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Failure<'a> {
    path: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    profile: Option<&'a str>,
    period: Option<String>,
    issuer: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    drafts: Vec<Part<'a>>,
    findings: Vec<Item<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relations: Option<Vec<Tie<'a>>>,
    /// Every figure with its verdict: in the JSON of `ledger` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<Vec<Figure<'a>>>,
    coverage: Coverage,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
}

/// A figure, and how the relations that it stands in came out; no verdict where it stands in none.
#[derive(Serialize)]
struct Figure<'a> {
    text: &'a str,
    label: &'a str,
    verdict: Option<Verdict>,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Part<'a> {
    profile: Option<&'a str>,
    period: Option<String>,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Item<'a> {
    rule: &'a str,
    severity: Severity,
    message: &'a str,
    start: Place,
    end: Place,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Other<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Repair<'a>>,
}

#[derive(Serialize)]
struct Other<'a> {
    message: &'a str,
    /// The other file that the place is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Repair<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    start: Place,
    end: Place,
    text: &'a str,
}

#[derive(Serialize)]
struct Tie<'a> {
    kind: &'static str,
    verdict: Verdict,
    formula: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    operands: Vec<Operand<'a>>,
}

#[derive(Serialize)]
struct Operand<'a> {
    role: &'static str,
    text: &'a str,
    start: Place,
    end: Place,
}

/// Line and column from 1, offset from 0; column and offset count Unicode scalar values.
#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: usize,
}

#[derive(Default, Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
    information: usize,
    hints: usize,
    relations: Verdicts,
}

#[derive(Default, Serialize)]
struct Verdicts {
    holds: usize,
    rounding: usize,
    broken: usize,
    unsure: usize,
}

/// A file as it will be written, and what it adds to the summary. Made where the file was reviewed, so that nothing else of the review
/// has to be kept.
#[derive(Debug)]
pub(crate) struct Entry {
    json: Vec<u8>,
    /// What it adds.
    pub tally: Tally,
}

impl Entry {
    /// The entry of a file.
    pub(crate) fn new(file: &Reviewed, ledger: bool) -> io::Result<Self> {
        Ok(Self { json: serde_json::to_vec(&describe(file, ledger))?, tally: Tally::of(file) })
    }

    /// The entry as a line.
    pub(crate) fn into_line(self) -> Vec<u8> {
        let mut line = self.json;
        line.push(b'\n');
        line
    }
}

/// Writes the ledger of a file: what `check --ledger` writes, with every figure.
pub(in crate::cli) fn write_ledger(file: &Reviewed, out: &mut dyn Write) -> io::Result<()> {
    let places = Places(file.source());
    let figures = file.review.drafts.iter().flat_map(|draft| &draft.figures).map(|figure| Figure {
        text: figure.span.of(&file.text),
        label: &figure.label,
        verdict: figure.verdict,
        start: places.start(figure.span),
        end: places.end(figure.span),
    });
    let described = File { figures: Some(figures.collect()), ..describe(file, true) };
    serde_json::to_writer(&mut *out, &serde_json::json!({ "version": 1, "files": [described] }))?;
    writeln!(out)
}

/// Writes files one after the other: as one document, or as one line each.
pub(crate) struct Stream<'a> {
    out: &'a mut dyn Write,
    lines: bool,
    sum: Tally,
}

impl<'a> Stream<'a> {
    /// Begins a document, or lines.
    pub(crate) fn begin(out: &'a mut dyn Write, lines: bool) -> io::Result<Self> {
        if !lines {
            out.write_all(b"{\"version\":1,\"files\":[")?;
        }
        Ok(Self { out, lines, sum: Tally::default() })
    }

    /// Adds a file.
    pub(crate) fn file(&mut self, entry: &Entry) -> io::Result<()> {
        if !self.lines && self.sum.files > 0 {
            self.out.write_all(b",")?;
        }
        self.out.write_all(&entry.json)?;
        if self.lines {
            self.out.write_all(b"\n")?;
        }
        self.sum.add(&entry.tally);
        Ok(())
    }

    /// Ends with the files that could not be reviewed and, in a document, the summary.
    pub(crate) fn end(self, errors: &[(String, String)]) -> io::Result<Tally> {
        if self.lines {
            for (path, message) in errors {
                serde_json::to_writer(&mut *self.out, &serde_json::json!({ "path": path, "error": message }))?;
                self.out.write_all(b"\n")?;
            }
            return Ok(self.sum);
        }
        self.out.write_all(b"]")?;
        if !errors.is_empty() {
            self.out.write_all(b",\"errors\":")?;
            let errors: Vec<_> = errors.iter().map(|(path, message)| Failure { path, message }).collect();
            serde_json::to_writer(&mut *self.out, &errors)?;
        }
        self.out.write_all(b",\"summary\":")?;
        serde_json::to_writer(&mut *self.out, &self.sum.summary())?;
        self.out.write_all(b"}\n")?;
        Ok(self.sum)
    }
}

/// Findings by severity and relations by verdict, counted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    files: usize,
    findings: [usize; 4],
    relations: [usize; 4],
}

const SEVERITIES: [Severity; 4] = [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint];
const VERDICTS: [Verdict; 4] = [Verdict::Holds, Verdict::Rounding, Verdict::Broken, Verdict::Unsure];

impl Tally {
    /// What one file adds.
    pub(crate) fn of(file: &Reviewed) -> Self {
        Self {
            files: 1,
            findings: SEVERITIES.map(|severity| file.review.count(severity)),
            relations: VERDICTS.map(|verdict| file.review.verdicts(verdict)),
        }
    }

    /// Adds what another has counted.
    pub(crate) fn add(&mut self, other: &Self) {
        self.files += other.files;
        (0..4).for_each(|at| self.findings[at] += other.findings[at]);
        (0..4).for_each(|at| self.relations[at] += other.relations[at]);
    }

    /// The files.
    pub(crate) fn files(&self) -> usize {
        self.files
    }

    /// The findings of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        SEVERITIES.iter().zip(self.findings).filter(|(other, _)| **other == severity).map(|(_, count)| count).sum()
    }

    fn summary(&self) -> Summary {
        let [errors, warnings, information, hints] = self.findings;
        let [holds, rounding, broken, unsure] = self.relations;
        Summary { files: self.files, errors, warnings, information, hints, relations: Verdicts { holds, rounding, broken, unsure } }
    }
}

fn describe(file: &Reviewed, ledger: bool) -> File<'_> {
    let places = Places(file.source());
    let drafts = &file.review.drafts;
    let first = drafts.first();
    let several = drafts.len() > 1;
    File {
        path: &file.path,
        profile: first.and_then(|draft| draft.profile.as_deref()),
        period: first.and_then(|draft| draft.period).map(|period| period.to_string()),
        issuer: first.and_then(|draft| draft.issuer.as_ref()).map(|issuer| issuer.name.as_str()),
        drafts: drafts
            .iter()
            .filter(|_| several)
            .map(|draft| Part {
                profile: draft.profile.as_deref(),
                period: draft.period.map(|period| period.to_string()),
                start: places.start(draft.span),
                end: places.end(draft.span),
            })
            .collect(),
        findings: file.review.findings.iter().map(|finding| places.finding(file, finding)).collect(),
        relations: ledger.then(|| file.review.relations().map(|relation| places.relation(relation)).collect()),
        figures: None,
        coverage: coverage(file),
        notes: &file.notes,
    }
}

/// How much of all drafts of a file was read.
fn coverage(file: &Reviewed) -> Coverage {
    let mut all = Coverage::default();
    for draft in &file.review.drafts {
        all.figures += draft.coverage.figures;
        all.tied += draft.coverage.tied;
        all.not_figures += draft.coverage.not_figures;
        all.not_understood += draft.coverage.not_understood;
    }
    all
}

/// Places of a text.
struct Places<'a>(Source<'a>);

impl<'a> Places<'a> {
    fn at(&self, offset: u32) -> Place {
        let Source { text, lines, .. } = self.0;
        let position = lines.position(text, offset as usize, Encoding::Utf32);
        Place { line: position.line + 1, column: position.column + 1, offset: lines.scalars(text, offset as usize) }
    }

    fn start(&self, span: Span) -> Place {
        self.at(span.start)
    }

    fn end(&self, span: Span) -> Place {
        self.at(span.end)
    }

    fn finding(&self, file: &'a Reviewed, finding: &'a Finding) -> Item<'a> {
        Item {
            rule: finding.rule,
            severity: finding.severity,
            message: &finding.message,
            start: self.start(finding.span),
            end: self.end(finding.span),
            related: finding
                .related
                .iter()
                .map(|related| {
                    let there = Places(file.source_of(related));
                    let (start, end) = (there.start(related.span), there.end(related.span));
                    Other { message: &related.message, path: there.0.path, start, end }
                })
                .collect(),
            fix: finding.fix.as_ref().map(|fix| self.fix(fix)),
        }
    }

    fn fix(&self, fix: &'a Fix) -> Repair<'a> {
        Repair {
            title: &fix.title,
            safe: fix.safe,
            edits: fix
                .edits
                .iter()
                .map(|edit| Change { start: self.start(edit.span), end: self.end(edit.span), text: &edit.text })
                .collect(),
        }
    }

    fn relation(&self, relation: &'a Relation) -> Tie<'a> {
        Tie {
            kind: relation.kind.name(),
            verdict: relation.verdict,
            formula: &relation.formula,
            note: relation.note,
            operands: relation
                .operands
                .iter()
                .map(|operand| Operand {
                    role: operand.role,
                    text: operand.span.of(self.0.text),
                    start: self.start(operand.span),
                    end: self.end(operand.span),
                })
                .collect(),
        }
    }
}
