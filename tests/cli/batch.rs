//! Many files, many runs: streams, baselines, comparisons, watching.

use crate::{check, example, hegao, json, run, text};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Output, Stdio};

const WRONG: &str = "收到来信6240件，同比增加520件，增长8.33%。\n";

fn piped(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = hegao().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn lines_are_reviewed_in_order_and_a_bad_one_stops_none() {
    let record = |path: &str, text: &str| serde_json::json!({ "path": path, "text": text }).to_string();
    let mut input = format!("{}\nno json\n\n{}\n{{\"path\":\"c\"}}\n", record("a", WRONG), record("b", "好。"));
    // More than one batch, the last line without its end.
    for number in 0..600 {
        input += &record(&format!("n{number}"), WRONG);
        input.push('\n');
    }
    input.pop();
    let output = piped(&["check", "--format", "jsonl", "--stdin-jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let found = lines(&output);
    assert_eq!(found.len(), 604);
    assert_eq!((&found[0]["path"], found[0]["findings"].as_array().unwrap().len()), (&"a".into(), 1));
    assert_eq!((&found[1]["line"], &found[1]["path"]), (&2.into(), &Value::Null));
    assert!(found[1]["error"].as_str().unwrap().contains("第 2 行"));
    assert_eq!((&found[2]["path"], &found[3]["line"]), (&"b".into(), &5.into()));
    assert!(
        found[4..]
            .iter()
            .enumerate()
            .all(|(at, file)| file["path"] == format!("n{at}") && file["findings"][0]["rule"] == "arithmetic/change")
    );
    let other = piped(&["check", "--stdin-jsonl"], b"");
    assert_eq!(other.status.code(), Some(2));
    assert!(text(&other.stderr).contains("--format jsonl"));
}

#[test]
fn a_line_says_what_the_file_says() {
    let draft = example("qinghe-2025.md");
    let expected = json(&check(&[&draft], &["--format", "json", "--ledger"]))["files"][0].clone();
    let record = serde_json::json!({ "path": draft, "text": fs::read_to_string(&draft).unwrap() });
    let output = piped(&["check", "--format", "jsonl", "--stdin-jsonl", "--ledger"], record.to_string().as_bytes());
    assert_eq!(lines(&output)[0], expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn many_files_come_in_order_and_count_alike_in_every_shape() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..150 {
        fs::write(folder.path().join(format!("{number:03}.txt")), WRONG.repeat(1 + number % 7)).unwrap();
    }
    let document = json(&check(&[folder.path()], &["--format", "json", "--jobs", "2"]));
    let files = document["files"].as_array().unwrap();
    assert_eq!((files.len(), &document["summary"]["files"]), (150, &150.into()));
    let lines = lines(&check(&[folder.path()], &["--format", "jsonl", "--jobs", "1"]));
    assert_eq!(files, &lines);
    let found: usize = lines.iter().map(|file| file["findings"].as_array().unwrap().len()).sum();
    assert_eq!(document["summary"]["errors"], found);
}

#[test]
fn a_baseline_hides_what_it_names_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (draft, baseline) = (folder.path().join("draft.md"), folder.path().join("baseline.toml"));
    let name = baseline.to_str().unwrap();
    fs::write(&draft, format!("办理案件。\n\n{WRONG}")).unwrap();
    let missing = check(&[&draft], &["--baseline", name]);
    assert_eq!(missing.status.code(), Some(2), "a baseline that is not there is no empty one");
    assert_eq!(check(&[&draft], &["--baseline", name, "--accept", " "]).status.code(), Some(2), "a reason is wanted");
    assert_eq!(check(&[&draft], &["--baseline", name, "--accept", "统计口径已经说明"]).status.code(), Some(0));
    assert_eq!(check(&[&draft], &["--baseline", name]).status.code(), Some(0));
    // Lines move and the rest changes: it is known again. A second one of its kind is new.
    fs::write(&draft, format!("新写的一段。\n\n办理案件若干。\n\n{WRONG}")).unwrap();
    assert_eq!(check(&[&draft], &["--baseline", name]).status.code(), Some(0));
    fs::write(&draft, format!("{WRONG}\n再次说明。\n{WRONG}")).unwrap();
    let again = check(&[&draft], &["--baseline", name, "--format", "json"]);
    assert_eq!(
        (again.status.code(), json(&again)["files"][0]["findings"].as_array().unwrap().len()),
        (Some(1), 2 - accepted(&baseline, &draft))
    );
    // What is mended is pruned, with the comments of the file kept.
    fs::write(&draft, WRONG.replace("8.33", "9.09")).unwrap();
    let stale = check(&[&draft], &["--baseline", name]);
    assert!(text(&stale.stderr).contains("--prune"), "{}", text(&stale.stderr));
    check(&[&draft], &["--baseline", name, "--prune"]);
    let kept = fs::read_to_string(&baseline).unwrap();
    assert!(kept.starts_with("# 核稿基线") && !kept.contains("[[accepted]]"), "{kept}");
    fs::write(&baseline, "version = 1\n[[accepted]]\npath = \"a\"\nrule = \"b\"\nfingerprint = \"c\"\n").unwrap();
    let bare = check(&[&draft], &["--baseline", name]);
    assert_eq!(bare.status.code(), Some(2));
    assert!(text(&bare.stderr).contains("没有写理由"));
}

/// How many of the draft's findings the baseline hides.
fn accepted(baseline: &Path, draft: &Path) -> usize {
    let all = json(&check(&[draft], &["--format", "json"]))["files"][0]["findings"].as_array().unwrap().len();
    let left = json(&check(&[draft], &["--format", "json", "--baseline", baseline.to_str().unwrap()]));
    let hidden = all - left["files"][0]["findings"].as_array().unwrap().len();
    assert!(hidden <= 1, "one entry hides one finding");
    hidden
}

#[test]
fn two_drafts_are_compared() {
    let output = hegao()
        .arg("compare")
        .arg(example("qinghe-2025.md"))
        .arg(example("qinghe-2025-final.md"))
        .args(["--format", "json"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let found = json(&output);
    let has = |list: &str, test: &dyn Fn(&Value) -> bool| found[list].as_array().unwrap().iter().any(test);
    assert!(has("lost", &|finding| finding["rule"] == "arithmetic/rate"));
    assert!(has("figures", &|figure| figure["old"] == "97.45%" && figure["new"] == "97.55%"));
    assert!(has("relations", &|relation| relation["old"]["verdict"] == "broken" && relation["new"]["verdict"] == "holds"));
    let same = example("qinghe-2025.md");
    let none = hegao().arg("compare").args([&same, &same]).args(["--format", "json"]).output().unwrap();
    let none = json(&none);
    for list in ["gained", "lost", "figures", "relations"] {
        assert_eq!(none[list].as_array().unwrap().len(), 0, "{list}");
    }
    let back = hegao().arg("compare").arg(example("qinghe-2025-final.md")).arg(&same).output().unwrap();
    assert_eq!(back.status.code(), Some(1), "new errors");
    let missing = hegao().arg("compare").arg(&same).arg("none.md").output().unwrap();
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn last_years_report_is_found_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let final_draft = fs::read_to_string(example("qinghe-2025-final.md")).unwrap();
    let past = final_draft.replace("2025年", "2024年").replace("1864件，比上年的1720件增长8.37%", "1702件");
    let past = past.replace("2026年", "2025年");
    fs::write(folder.path().join("2024.md"), &past).unwrap();
    fs::write(folder.path().join("other.md"), past.replace("青禾县", "白石县")).unwrap();
    let output = check(&[&example("qinghe-2025-final.md")], &["--format", "json", "--against", folder.path().to_str().unwrap()]);
    let document = json(&output);
    let findings = document["files"][0]["findings"].as_array().unwrap();
    let base = findings.iter().find(|finding| finding["rule"] == "arithmetic/last-year").unwrap_or_else(|| panic!("{document}"));
    let there = base["related"].as_array().unwrap().iter().find(|related| related.get("path").is_some()).unwrap();
    assert!(there["path"].as_str().unwrap().ends_with("2024.md"));
    let offset = there["start"]["offset"].as_u64().unwrap() as usize;
    assert_eq!(past.chars().skip(offset).take(5).collect::<String>(), "1702件");
    assert!(text(&output.stderr).contains("other.md"), "a report without a draft is said: {}", text(&output.stderr));
}

#[test]
fn a_watched_file_is_reviewed_again_when_it_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.txt");
    fs::write(&draft, WRONG).unwrap();
    let mut child = hegao()
        .arg("check")
        .arg(&draft)
        .args(["--watch", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || -> Value { serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap() };
    assert_eq!(next()["findings"].as_array().unwrap().len(), 1);
    let other = folder.path().join("other.tmp");
    fs::write(&other, WRONG.replace("8.33", "9.0909")).unwrap();
    fs::rename(&other, &draft).unwrap();
    let again = next();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(again["findings"].as_array().unwrap().len(), 0, "{again}");
}

#[test]
fn what_is_asked_for_wrongly_is_said() {
    let draft = example("qinghe-2025-final.md");
    for (arguments, says) in
        [(["--period", "20"], "2025-H1"), (["--profile", "annual"], "annual-report"), (["--select", "arithmetic/rat"], "arithmetic/rate")]
    {
        let output = check(&[&draft], &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(says), "{}", text(&output.stderr));
    }
    let folder = tempfile::tempdir().unwrap();
    let clean = folder.path().join("clean.txt");
    fs::write(&clean, "好。\n").unwrap();
    for option in ["--fix", "--diff"] {
        assert!(text(&check(&[&clean], &[option]).stdout).contains("没有可以放心自动改的问题"), "{option}");
    }
}

#[test]
fn completions_and_man_pages_name_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(text(&run(&["completions", shell]).stdout).contains("compare"), "{shell}");
    }
    assert!(text(&run(&["man"]).stdout).contains(".TH hegao"));
    let folder = tempfile::tempdir().unwrap();
    assert!(run(&["man", "--dir", folder.path().to_str().unwrap()]).status.success());
    assert!(folder.path().join("hegao-check.1").exists());
}
