//! One draft, checked as of four years: what is right to cite depends on the report's period.

use super::hegao;
use expect_test::{ExpectFile, expect_file};
use std::path::Path;

#[test]
fn one_draft_has_four_right_answers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cli/time_travel");
    let check = |period: &str, expected: ExpectFile| {
        let arguments = ["check", "draft.md", "--period", period, "--select", "reference", "--select", "wording"];
        let output = hegao().args(arguments).current_dir(&folder).output().expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        expected.assert_eq(&text);
    };
    check("2019", expect_file!["./time_travel/2019.txt"]);
    check("2021", expect_file!["./time_travel/2021.txt"]);
    check("2023", expect_file!["./time_travel/2023.txt"]);
    check("2026", expect_file!["./time_travel/2026.txt"]);
}

#[test]
fn the_references_of_a_draft_are_listed_with_their_state() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cli/time_travel");
    let list = |arguments: &[&str]| {
        let output =
            hegao().args(["references", "--in", "draft.md"]).args(arguments).current_dir(&folder).output().expect("the program runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    expect_file!["./time_travel/list-2023.txt"].assert_eq(&list(&["--period", "2023"]));
    let document: serde_json::Value = serde_json::from_str(&list(&["--period", "2023", "--format", "json"])).expect("JSON");
    let first = &document["references"][0];
    assert_eq!((first["title"].as_str(), first["state"].as_str()), (Some("信访条例"), Some("superseded")), "{first}");
    assert_eq!((first["since"].as_str(), first["successor"].as_str()), (Some("2022-05-01"), Some("信访工作条例")), "{first}");
}

#[test]
fn rows_of_the_users_own_are_checked_with_their_place() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("draft.md"), "正文。\n").expect("a file");
    let config = "[[references]]\ntitle = \"青禾县供水办法\"\nnumber = \"青政发[2019]3号\"\nfrom = \"2019-05-01\"\nto = \"2018-01-01\"\n\
                  replaced_by = \"青禾县供水条例\"\n\n[[references]]\ntitle = \"青禾县供水办法\"\n";
    std::fs::write(folder.path().join("hegao.toml"), config).expect("a file");
    let output = hegao().args(["check", "draft.md"]).current_dir(folder.path()).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    for part in ["hegao.toml:3:", "青政发〔2019〕3号", "另有 3 处"] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
}
