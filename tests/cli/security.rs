//! What SECURITY.md promises of the command line, seen in the program.

use super::{check, hegao, json, text};
use std::fs;
use std::io::Write;
use std::process::Stdio;

const DRAFT: &str = "青禾县2025年法治政府建设年度报告\n一、主要举措\n全年受理12件，办结15件。\n";

#[cfg(unix)]
#[test]
fn links_in_a_folder_are_passed_over_and_counted() {
    let (inside, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(inside.path().join("draft.md"), DRAFT).unwrap();
    fs::write(outside.path().join("secret.md"), "外面的文字\n").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.md"), inside.path().join("link.md")).unwrap();
    let output = check(&[inside.path()], &[]);
    let said = text(&output.stdout);
    assert!(!said.contains("link.md") && !said.contains("外面的文字"), "{said}");
    let document = json(&check(&[inside.path()], &["--format", "json"]));
    assert_eq!(document["files"].as_array().map(Vec::len), Some(1));
}

#[test]
fn hostile_settings_are_refused_with_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.md");
    fs::write(&draft, DRAFT).unwrap();
    let deep = format!("dictionary = {}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    let huge = format!("issuer = \"{}\"\n", "甲".repeat(400_000));
    for nonsense in [deep.as_str(), huge.as_str(), "= = =", "[rules]\n\"no/such\" = \"off\"\n", "exclude = [\"[\"]\n"] {
        fs::write(folder.path().join("hegao.toml"), nonsense).unwrap();
        let output = check(&[&draft], &[]);
        assert_eq!(output.status.code(), Some(2));
        let said = text(&output.stderr);
        assert!(said.lines().count() == 1 && said.contains("hegao.toml"), "{said}");
    }
}

#[test]
fn hostile_text_is_reviewed_in_time_and_the_other_files_too() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("draft.md"), DRAFT).unwrap();
    fs::write(folder.path().join("marks.md"), "《".repeat(100_000)).unwrap();
    fs::write(folder.path().join("nested.md"), "《〈（【".repeat(20_000) + "受理12件" + &"】）〉》".repeat(20_000)).unwrap();
    fs::write(folder.path().join("deep.html"), "<div>".repeat(200_000)).unwrap();
    let row = "<td colspan=64 rowspan=10000>x</td>".repeat(1000);
    fs::write(folder.path().join("cells.html"), format!("<table><tr>{row}</tr>{}</table>", "<tr><td>y</td></tr>".repeat(9000))).unwrap();
    fs::write(folder.path().join("bytes.txt"), [0xFF; 4096]).unwrap();
    let output = check(&[folder.path()], &["--format", "json"]);
    assert_eq!(output.status.code(), Some(2), "pages that ask for too much are refused");
    let document = json(&output);
    let paths: Vec<&str> = document["files"].as_array().into_iter().flatten().filter_map(|file| file["path"].as_str()).collect();
    for name in ["draft.md", "marks.md", "nested.md"] {
        assert!(paths.iter().any(|path| path.ends_with(name)), "{name} is not among {paths:?}");
    }
    let refused = text(&output.stderr);
    for name in ["deep.html", "cells.html"] {
        assert!(refused.lines().any(|line| line.contains(name)), "{refused}");
    }
}

#[test]
fn a_draft_is_replaced_whole_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.txt");
    fs::write(&draft, "青禾县2025年法治政府建设年度报告\r\n落实（国办发[2018]37号）。\r\n").unwrap();
    check(&[&draft], &["--fix"]);
    let after = fs::read_to_string(&draft).unwrap();
    assert!(after.contains("〔2018〕") && after.matches("\r\n").count() == 2, "{after:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_length_that_no_message_has_does_not_bring_the_server_down() {
    let mut server = hegao().arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = server.stdin.take().unwrap();
    input.write_all(b"Content-Length: 99999999999999\r\n\r\n{}").unwrap();
    drop(input);
    let output = server.wait_with_output().unwrap();
    assert!(output.status.code().is_some(), "it leaves by itself: {:?}", output.status);
}
