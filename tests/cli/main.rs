//! The command line as its users meet it: the real program, its output and its exit code.

mod batch;
mod docx;
mod files;
mod hostile;
mod outputs;
mod promises;
mod security;
mod time_travel;
mod word;

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/examples").join(name)
}

fn hegao() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hegao"));
    command.env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    hegao().args(arguments).output().expect("the program runs")
}

fn check(paths: &[&Path], arguments: &[&str]) -> Output {
    hegao().arg("check").args(paths).args(arguments).output().expect("the program runs")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stdout)))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn rules(file: &Value) -> Vec<&str> {
    file["findings"].as_array().into_iter().flatten().filter_map(|finding| finding["rule"].as_str()).collect()
}

#[test]
fn the_example_is_marked_where_it_is_wrong() {
    let output = check(&[&example("qinghe-2025.md")], &["--format", "json", "--ledger"]);
    assert_eq!(output.status.code(), Some(1));
    let document = json(&output);
    let file = &document["files"][0];
    assert_eq!((file["profile"].as_str(), file["period"].as_str()), (Some("annual-report"), Some("2025")));
    for rule in [
        "structure/missing-section",
        "structure/number-gap",
        "structure/placeholder",
        "arithmetic/partition",
        "arithmetic/flow",
        "arithmetic/rate",
        "arithmetic/change",
        "arithmetic/tally",
        "reference/plan-over",
        "reference/number-form",
        "wording/fixed-term",
    ] {
        assert!(rules(file).contains(&rule), "{rule} is missing in {:?}", rules(file));
    }
    // Offsets count characters of the text, and the fix says what would be right.
    let source: Vec<char> = fs::read_to_string(example("qinghe-2025.md")).unwrap().chars().collect();
    let rate = file["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "arithmetic/rate").unwrap();
    let at = |place: &Value| place["offset"].as_u64().unwrap() as usize;
    assert_eq!(source[at(&rate["start"])..at(&rate["end"])].iter().collect::<String>(), "97.45%");
    assert_eq!(rate["fix"]["edits"][0]["text"], "97.55%");
    assert!(file["relations"].as_array().unwrap().iter().any(|relation| relation["verdict"] == "holds"));
}

#[test]
fn the_final_draft_has_no_error_and_no_warning() {
    let output = check(&[&example("qinghe-2025-final.md")], &["--format", "json", "--fail-on", "warning"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
}

#[test]
fn fail_on_decides_the_exit_code() {
    let draft = example("qinghe-2025.md");
    assert_eq!(check(&[&draft], &["--fail-on", "never"]).status.code(), Some(0));
    assert_eq!(check(&[&draft], &["--select", "wording", "--fail-on", "error"]).status.code(), Some(0));
    assert_eq!(check(&[&draft], &["--select", "wording", "--fail-on", "warning"]).status.code(), Some(1));
}

#[test]
fn bad_input_gets_a_line_each_and_the_others_are_reviewed() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("binary.txt"), [0u8, 159, 146, 150, 0, 0, 1, 2]).unwrap();
    fs::write(path("broken.docx"), b"PK\x03\x04 nothing").unwrap();
    fs::write(path("empty.txt"), b"").unwrap();
    fs::create_dir(path("folder")).unwrap();
    let names = ["binary.txt", "broken.docx", "empty.txt", "folder", "none.txt"].map(path);
    let mut paths: Vec<&Path> = names.iter().map(PathBuf::as_path).collect();
    let good = example("qinghe-2025-final.md");
    paths.push(&good);
    let output = check(&paths, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let errors = text(&output.stderr);
    for name in ["binary.txt", "broken.docx", "empty.txt", "folder", "none.txt"] {
        assert_eq!(errors.lines().filter(|line| line.contains(name)).count(), 1, "{name} in {errors}");
    }
    assert_eq!(json(&output)["files"].as_array().unwrap().len(), 1);
}

#[test]
fn standard_input_and_every_encoding_are_read_alike() {
    let draft = example("qinghe-2025.md");
    let expected = json(&check(&[&draft], &["--format", "json"]))["files"][0]["findings"].clone();
    let source = fs::read_to_string(&draft).unwrap();
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(source.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut with_mark = b"\xEF\xBB\xBF".to_vec();
    with_mark.extend(source.as_bytes());
    for bytes in [source.into_bytes(), utf16, with_mark] {
        let mut child = hegao()
            .args(["check", "-", "--format", "json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        child.stdin.take().unwrap().write_all(&bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(json(&output)["files"][0]["findings"], expected);
    }
}

#[test]
fn fixes_are_shown_then_written_and_nothing_else_changes() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.md");
    let source = fs::read_to_string(example("qinghe-2025.md")).unwrap().replace('\n', "\r\n");
    fs::write(&draft, &source).unwrap();
    let shown = check(&[&draft], &["--diff"]);
    assert!(text(&shown.stdout).contains("+++"), "{}", text(&shown.stdout));
    assert_eq!(fs::read_to_string(&draft).unwrap(), source, "--diff writes nothing");
    check(&[&draft], &["--fix"]);
    let fixed = fs::read_to_string(&draft).unwrap();
    assert!(fixed.contains("国办发〔2018〕37号"), "the document number is mended");
    assert!(!fixed.contains("[2018]"));
    assert_eq!(fixed.matches("\r\n").count(), source.matches("\r\n").count(), "line ends stay");
    let again = fixed.clone();
    check(&[&draft], &["--fix"]);
    assert_eq!(fs::read_to_string(&draft).unwrap(), again, "a second run changes nothing");
}

#[test]
fn settings_come_from_the_folder_of_the_draft() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.md");
    fs::copy(example("qinghe-2025.md"), &draft).unwrap();
    fs::write(folder.path().join("hegao.toml"), "[rules]\narithmetic = \"off\"\n").unwrap();
    let document = json(&check(&[&draft], &["--format", "json"]));
    assert!(rules(&document["files"][0]).iter().all(|rule| !rule.starts_with("arithmetic/")));
    fs::write(folder.path().join("hegao.toml"), "[rule]\narithmetic = \"off\"\n").unwrap();
    let output = check(&[&draft], &["--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("hegao.toml:1:"), "{}", text(&output.stderr));
}

#[test]
fn every_format_says_the_same() {
    let draft = example("qinghe-2025.md");
    let count = json(&check(&[&draft], &["--format", "json"]))["files"][0]["findings"].as_array().unwrap().len();
    let sarif = json(&check(&[&draft], &["--format", "sarif"]));
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), count);
    assert_eq!(text(&check(&[&draft], &["--format", "github"]).stdout).lines().count(), count);
    let line: Value = serde_json::from_slice(&check(&[&draft], &["--format", "jsonl"]).stdout).unwrap();
    assert_eq!(line["findings"].as_array().unwrap().len(), count);
    assert!(text(&check(&[&draft], &["--format", "junit"]).stdout).contains("arithmetic/rate"));
    let page = text(&check(&[&draft], &["--format", "html"]).stdout);
    assert!(page.contains("1352 ÷ 1386 = 97.55%") && !page.contains("http://") && !page.contains("https://"));
}

#[test]
fn rules_are_explained_in_both_languages() {
    let page = run(&["explain", "arithmetic/rate"]);
    assert!(page.status.success() && text(&page.stdout).contains("会标出"));
    assert!(text(&run(&["explain", "arithmetic/rate", "--lang", "en"]).stdout).contains("Marked:"));
    let unknown = run(&["explain", "arithmetic/rat"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("arithmetic/rate"));
}

#[test]
fn the_ledger_lists_what_holds_and_what_does_not() {
    let path = example("qinghe-2025.md");
    let written = |width: &str| text(&hegao().arg("ledger").arg(&path).args(["--width", width]).output().unwrap().stdout);
    let ledger: String = written("160").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(ledger.contains("| 1317 + 3392 + 117 = 4826 | 相符 |"), "{ledger}");
    assert!(ledger.contains("| 1352 ÷ 1386 = 97.55% | 不符 |"), "{ledger}");
    assert!(ledger.contains("统计数") && ledger.contains("没有可核对的关系"));
    // No row is wider than asked for: a Chinese character takes two columns.
    for row in written("80").lines().filter(|line| line.starts_with('|')) {
        assert!(unicode_width::UnicodeWidthStr::width(row) <= 80, "{row}");
    }
}

#[test]
fn the_ledger_as_json_says_what_was_not_read() {
    let output = hegao().arg("ledger").arg(example("qinghe-2025.md")).args(["--format", "json"]).output().unwrap();
    let document = json(&output);
    let file = &document["files"][0];
    let figures = file["figures"].as_array().unwrap();
    assert_eq!(file["coverage"]["figures"].as_u64(), Some(figures.len() as u64));
    let free = figures.iter().filter(|figure| figure["verdict"].is_null()).count() as u64;
    assert_eq!(file["coverage"]["tied"].as_u64().unwrap() + free, figures.len() as u64);
    assert!(!file["relations"].as_array().unwrap().is_empty());
}

#[test]
fn a_fresh_draft_has_every_mandated_item() {
    let fresh = run(&["new", "annual-report", "--issuer", "青禾县人民政府", "--year", "2025"]);
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("fresh.md");
    fs::write(&draft, &fresh.stdout).unwrap();
    let document = json(&check(&[&draft], &["--format", "json"]));
    assert!(!rules(&document["files"][0]).contains(&"structure/missing-section"));
    assert!(rules(&document["files"][0]).contains(&"structure/placeholder"));
}

/// `docs/rules` is what `hegao rules --format md` writes; `HEGAO_BLESS=1` writes it anew.
#[test]
fn the_rule_pages_are_those_that_the_program_generates() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    let bless = std::env::var_os("HEGAO_BLESS").is_some();
    let folder = tempfile::tempdir().unwrap();
    let target = if bless { kept.as_path() } else { folder.path() };
    assert!(run(&["rules", "--format", "md", "--output", target.to_str().unwrap()]).status.success());
    let pages = |folder: &Path| -> Vec<(PathBuf, String)> {
        let mut pages = Vec::new();
        let mut open = vec![folder.to_owned()];
        while let Some(next) = open.pop() {
            for entry in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    open.push(entry);
                } else {
                    pages.push((entry.strip_prefix(folder).unwrap().to_owned(), fs::read_to_string(&entry).unwrap()));
                }
            }
        }
        pages.sort();
        pages
    };
    let (made, kept) = (pages(target), pages(&kept));
    assert!(made.len() > 30);
    for (made, kept) in made.iter().zip(&kept) {
        assert!(made == kept, "docs/rules/{} differs from what the program generates: run with HEGAO_BLESS=1", kept.0.display());
    }
    assert_eq!(made.len(), kept.len());
}
