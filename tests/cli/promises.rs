//! SECURITY.md promises nothing that no test holds: every test that it names is there, where it says.

use std::fs;
use std::path::{Path, PathBuf};

/// Everything under a folder.
fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        match entry.file_type().unwrap() {
            kind if kind.is_dir() && name != "target" && name != "node_modules" && name != ".cache" => walk(&path, files),
            kind if kind.is_file() => files.push(path),
            _ => {}
        }
    }
}

/// Whether one of the files holds a test of that name.
fn holds(files: &[PathBuf], test: &str) -> bool {
    files.iter().any(|file| {
        let source = fs::read_to_string(file).unwrap();
        let lines: Vec<&str> = source.lines().collect();
        let named = |line: &str| {
            line.trim_start().strip_prefix("fn ").and_then(|rest| rest.strip_prefix(test)).is_some_and(|rest| rest.starts_with('('))
        };
        (1..lines.len()).any(|at| named(lines[at]) && lines[at.saturating_sub(3)..at].iter().any(|line| line.trim() == "#[test]"))
    })
}

/// The files that a cell names: a path or its end, a folder of `server`, or a fuzz target.
fn named(root: &Path, files: &[PathBuf], name: &str, before: &str) -> Vec<PathBuf> {
    let exactly = |path: String| files.iter().filter(|file| **file == root.join(&path)).cloned().collect::<Vec<_>>();
    if before.trim_end().ends_with("fuzz target") {
        exactly(format!("server/fuzz/fuzz_targets/{name}.rs"))
    } else if name == "properties" {
        files
            .iter()
            .filter(|file| file.starts_with(root.join("server/properties")) && file.extension().is_some_and(|e| e == "rs"))
            .cloned()
            .collect()
    } else {
        files.iter().filter(|file| file.ends_with(name)).cloned().collect()
    }
}

#[test]
fn every_promise_names_a_test_that_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    let mut files = Vec::new();
    for folder in ["server", "tests", ".github/scripts"] {
        walk(&root.join(folder), &mut files);
    }
    files.extend(["Cargo.toml", "deny.toml"].map(|name| root.join(name)));
    let page = fs::read_to_string(root.join("SECURITY.md")).unwrap();
    let (_, table) = page.split_once("| promise | test |").expect("the table of promises");
    let rows: Vec<&str> = table.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() >= 10, "the table has become {} rows", rows.len());
    for row in rows {
        let [_, promise, cell, _] = row.split('|').collect::<Vec<_>>()[..] else { panic!("a row of two cells: {row}") };
        let (mut place, mut told) = (Vec::new(), 0);
        let parts: Vec<&str> = cell.split('`').collect();
        for at in (1..parts.len()).step_by(2) {
            let (before, name) = (parts[at - 1], parts[at]);
            if name.contains([' ', '=']) {
                continue;
            }
            // A name of words joined by _ is a test in the place named before it, anything else is such a place.
            if name.contains('_') && !name.contains(['/', '.']) {
                assert!(holds(&place, name), "{promise}: no test `{name}` in {place:?}");
            } else {
                place = named(&root, &files, name, before);
                assert!(!place.is_empty(), "{promise}: no `{name}`");
            }
            told += 1;
        }
        assert!(told > 0, "{promise}: no test");
    }
}
