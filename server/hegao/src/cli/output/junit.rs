//! JUnit XML: each file a suite, each rule that has findings a failed case, so that any CI shows them.

use super::Run;
use hegao_core::text::Encoding;
use hegao_core::{Finding, Severity};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes a run. Findings of severity error or warning fail their case, milder ones are its output.
pub(super) fn write(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let mut report = Report::new("hegao");
    for file in &run.files {
        let mut suite = TestSuite::new(file.path.as_str());
        let mut by_rule: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in &file.review.findings {
            by_rule.entry(finding.rule).or_default().push(finding);
        }
        let describe = |finding: &&Finding| {
            let place = file.lines.position(&file.text, finding.span.start as usize, Encoding::Utf32);
            format!("{}:{}:{} {}", file.path, place.line + 1, place.column + 1, finding.message)
        };
        for (rule, findings) in by_rule {
            let text = findings.iter().map(describe).collect::<Vec<_>>().join("\n");
            let severe = findings.iter().any(|finding| finding.severity >= Severity::Warning);
            let mut case = if severe {
                let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
                status.set_message(findings[0].message.as_str()).set_type(rule).set_description(text.as_str());
                TestCase::new(rule, status)
            } else {
                let mut case = TestCase::new(rule, TestCaseStatus::success());
                case.set_system_out(text.as_str());
                case
            };
            case.set_classname(file.path.as_str());
            suite.add_test_case(case);
        }
        if suite.test_cases.is_empty() {
            suite.add_test_case(TestCase::new("hegao", TestCaseStatus::success()));
        }
        report.add_test_suite(suite);
    }
    for (path, message) in &run.errors {
        let mut suite = TestSuite::new(path.as_str());
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(message.as_str());
        suite.add_test_case(TestCase::new("read", status));
        report.add_test_suite(suite);
    }
    let text = report.to_string().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}
