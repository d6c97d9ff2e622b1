//! Runs the cases (案例) under `tests/cases`: drafts in Markdown with the expected findings marked in the text.
//! `tests/cases/README.md` describes the format.

use hegao_core::{Engine, Finding, Settings, Severity};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// A case: a heading, options, a text with marks.
struct Case {
    name: String,
    options: Vec<(String, String)>,
    /// Last year's report, where the case has one.
    last_year: Option<String>,
    text: String,
    marks: Vec<Mark>,
}

/// An expected finding: a range of the text without its marks, a rule, and the severity where it is milder than a warning.
struct Mark {
    start: usize,
    end: usize,
    rule: String,
    severity: Option<String>,
}

#[test]
fn every_case_has_the_findings_that_are_marked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    files.sort();
    let mut report = String::new();
    let mut cases = 0;
    for file in files.iter().filter(|file| file.file_name().is_some_and(|name| name != "README.md")) {
        for case in read(&fs::read_to_string(file).unwrap()) {
            cases += 1;
            if let Err(difference) = check(&case) {
                writeln!(report, "{} · {}\n{difference}", file.file_name().unwrap_or_default().display(), case.name).unwrap();
            }
        }
    }
    assert!(cases > 0, "no cases in {}", folder.display());
    assert!(report.is_empty(), "\n{report}");
}

fn check(case: &Case) -> Result<(), String> {
    let engine = Engine::new(settings(&case.options)?);
    let review = match &case.last_year {
        Some(past) => engine.review_against(&case.text, &engine.last_year("上年报告", past)),
        None => engine.review(&case.text),
    };
    let touches = |finding: &Finding, mark: &Mark| {
        (finding.span.start as usize) < mark.end && mark.start < (finding.span.end as usize).max(finding.span.start as usize + 1)
    };
    let fits = |finding: &Finding, mark: &Mark| {
        finding.rule == mark.rule
            && touches(finding, mark)
            && mark.severity.as_deref().is_none_or(|severity| severity == finding.severity.name())
    };
    let mut difference = String::new();
    for mark in &case.marks {
        if !review.findings.iter().any(|finding| fits(finding, mark)) {
            writeln!(difference, "  missing: {} at “{}”", mark.rule, &case.text[mark.start..mark.end]).unwrap();
        }
    }
    let least = match case.options.iter().find(|(key, _)| key == "severity") {
        Some((_, value)) if value == "hint" => Severity::Hint,
        Some(_) => Severity::Information,
        None => Severity::Warning,
    };
    for finding in review.findings.iter().filter(|finding| finding.severity >= least) {
        if !case.marks.iter().any(|mark| fits(finding, mark)) {
            writeln!(difference, "  unexpected: {} at “{}”: {}", finding.rule, finding.span.of(&case.text), finding.message).unwrap();
        }
    }
    if difference.is_empty() { Ok(()) } else { Err(difference) }
}

fn settings(options: &[(String, String)]) -> Result<Settings, String> {
    let mut settings = Settings::default();
    for (key, value) in options {
        match key.as_str() {
            "profile" => settings.profile = Some(value.clone()),
            "period" => settings.period = Some(value.parse()?),
            "issuer" => settings.issuer = Some(value.clone()),
            "severity" if matches!(value.as_str(), "information" | "hint") => {}
            _ => return Err(format!("  unknown option {key}")),
        }
    }
    Ok(settings)
}

/// The cases of a file.
fn read(markdown: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut block: Option<String> = None;
    let mut of_last_year = false;
    for line in markdown.lines() {
        match &mut block {
            Some(text) if line.trim_end() == "```" => {
                if let (Some(case), Some(text)) = (cases.last_mut(), block.take()) {
                    match of_last_year {
                        true => case.last_year = Some(text),
                        false => (case.text, case.marks) = unmark(text.trim_end_matches('\n')),
                    }
                }
            }
            Some(text) => {
                text.push_str(line);
                text.push('\n');
            }
            None if line.starts_with("```text") => {
                block = Some(String::new());
                of_last_year = line.contains("上年报告");
            }
            None => {
                if let Some(name) = line.strip_prefix("## ") {
                    cases.push(Case {
                        name: name.to_owned(),
                        options: Vec::new(),
                        last_year: None,
                        text: String::new(),
                        marks: Vec::new(),
                    });
                } else if let (Some(case), Some((key, value))) = (cases.last_mut(), line.split_once(": "))
                    && matches!(key, "profile" | "period" | "issuer" | "severity")
                {
                    case.options.push((key.to_owned(), value.trim().to_owned()));
                }
            }
        }
    }
    cases.retain(|case| !case.text.is_empty());
    cases
}

/// The text without its marks, and the marks.
fn unmark(marked: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut starts = Vec::new();
    let mut rest = marked;
    while let Some(at) = rest.find([OPEN, CLOSE]) {
        text.push_str(&rest[..at]);
        let mark = rest[at..].chars().next().unwrap_or(OPEN);
        rest = &rest[at + mark.len_utf8()..];
        if mark == OPEN {
            starts.push(text.len());
            continue;
        }
        let (Some(start), Some(inside)) = (starts.pop(), rest.strip_prefix('{').and_then(|rest| rest.split_once('}'))) else {
            panic!("a mark without {{rule}}: {marked}");
        };
        let (rule, severity) = inside.0.split_once(' ').map_or((inside.0, None), |(rule, severity)| (rule, Some(severity.to_owned())));
        marks.push(Mark { start, end: text.len(), rule: rule.to_owned(), severity });
        rest = inside.1;
    }
    text.push_str(rest);
    (text, marks)
}
