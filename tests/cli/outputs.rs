//! The shapes of the outputs that other programs read.

use crate::{check, example, json, text};
use std::path::PathBuf;

fn inputs() -> Vec<PathBuf> {
    vec![example("qinghe-2025.md"), example("qinghe-2025-final.md"), example("没有这份.md")]
}

fn output(format: &str) -> std::process::Output {
    let inputs = inputs();
    check(&inputs.iter().map(PathBuf::as_path).collect::<Vec<_>>(), &["--format", format])
}

/// JUnit has no schema of its own; this is the shape that Jenkins, GitLab and GitHub's reporters read.
#[test]
fn junit_counts_what_it_holds() {
    let xml = text(&output("junit").stdout);
    let attribute = |element: &str, name: &str| -> String {
        let (_, rest) = element.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {element}"));
        rest.split('"').next().unwrap().to_owned()
    };
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"), "{xml}");
    let elements =
        |name: &str| -> Vec<&str> { xml.split(&format!("<{name} ")).skip(1).map(|rest| rest.split_once('>').unwrap().0).collect() };
    let padded = |element: &&str| format!(" {element}");
    let suites: Vec<String> = elements("testsuite").iter().map(padded).collect();
    let cases: Vec<String> = elements("testcase").iter().map(padded).collect();
    assert_eq!(suites.len(), 3, "a suite for each file");
    let sum = |name: &str| -> usize { suites.iter().map(|suite| attribute(suite, name).parse::<usize>().unwrap()).sum() };
    assert_eq!(sum("tests"), cases.len());
    assert_eq!(sum("failures"), xml.matches("<failure ").count());
    assert_eq!((sum("errors"), xml.matches("<error ").count()), (1, 1), "the file that is not there");
    let all = format!(" {}", elements("testsuites")[0]);
    assert_eq!(attribute(&all, "tests"), cases.len().to_string());
    for case in &cases {
        assert!(!attribute(case, "name").is_empty());
    }
}

#[test]
fn sarif_names_rules_places_and_failures() {
    let log = json(&output("sarif"));
    let run = &log["runs"][0];
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"].as_array().unwrap().len(), 1);
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = result["ruleIndex"].as_u64().unwrap() as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64() >= Some(1) && region["startColumn"].as_u64() >= Some(1));
    }
}

#[test]
fn github_annotations_are_workflow_commands() {
    let lines = text(&output("github").stdout);
    for line in lines.lines() {
        let (command, message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).unwrap();
        assert!(["error", "warning", "notice"].iter().any(|level| command.starts_with(&format!("{level} file="))), "{line}");
        assert!(!message.is_empty());
    }
    assert!(lines.lines().any(|line| line.contains("没有这份.md")));
}

#[test]
fn the_page_is_one_file_that_names_no_address() {
    let page = text(&output("html").stdout);
    for address in ["http://", "https://", "//www", "@import", "url(", "<link", "<img", "src="] {
        assert!(!page.contains(address), "{address}");
    }
    assert!(page.contains("没有这份.md") && page.contains("核稿人"));
}
