//! What a run does to files: nothing to what it only reads, all or nothing to what it writes.

use crate::{check, docx, example, json, text};
use std::fs;

const WRONG: &str =
    "青禾县2025年法治政府建设情况报告\r\n落实《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发[2018]37号）。\r\n";
const RIGHT: &str = "（国办发〔2018〕37号）";

fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to).collect()
}

/// A text in GB18030.
fn gb18030(text: &str) -> Vec<u8> {
    hegao_formats::encode_text(text, &hegao_formats::Encoding { name: "gb18030", bom: false }).unwrap()
}

/// A file's name, how its text becomes bytes, and its byte order mark.
type Case = (&'static str, fn(&str) -> Vec<u8>, &'static [u8]);

#[test]
fn fix_keeps_encoding_byte_order_mark_and_line_ends() {
    let folder = tempfile::tempdir().unwrap();
    let with = |mark: &[u8], body: Vec<u8>| [mark, &body].concat();
    let cases: [Case; 5] = [
        ("utf8.txt", |text| text.as_bytes().to_vec(), b""),
        ("utf8-bom.txt", |text| text.as_bytes().to_vec(), b"\xEF\xBB\xBF"),
        ("utf16le.txt", |text| utf16(text, u16::to_le_bytes), b"\xFF\xFE"),
        ("utf16be.txt", |text| utf16(text, u16::to_be_bytes), b"\xFE\xFF"),
        ("gb18030.txt", gb18030, b""),
    ];
    for (name, encode, mark) in cases {
        let path = folder.path().join(name);
        fs::write(&path, with(mark, encode(WRONG))).unwrap();
        let output = check(&[&path], &["--fix", "--select", "reference/number-form", "--fail-on", "never"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", text(&output.stderr));
        let expected = WRONG.replace("（国办发[2018]37号）", RIGHT);
        assert!(fs::read(&path).unwrap() == with(mark, encode(&expected)), "{name}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), cases.len(), "no temporary file is left");
}

#[test]
fn a_run_that_only_reads_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("报告.docx");
    fs::write(&path, docx::of_text(WRONG)).unwrap();
    let before = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    for arguments in [vec!["--format", "html"], vec!["--diff"], vec!["--annotate", folder.path().join("批注").to_str().unwrap()]] {
        check(&[&path], &arguments);
        assert_eq!((fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap()), before, "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_written_back_is_said_and_reviewed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.html");
    fs::write(&path, format!("<html><body><p>{WRONG}</p></body></html>")).unwrap();
    let before = fs::read(&path).unwrap();
    let output = check(&[&path], &["--fix", "--format", "json", "--fail-on", "never"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(json(&output)["files"][0]["notes"].to_string().contains("未作修改"));
    assert!(fs::read(&path).unwrap() == before);
}

#[cfg(unix)]
#[test]
fn links_out_of_a_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (outside, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let secret = outside.path().join("别处.md");
    fs::copy(example("qinghe-2025.md"), &secret).unwrap();
    symlink(&secret, folder.path().join("链接.md")).unwrap();
    symlink(outside.path(), folder.path().join("文件夹")).unwrap();
    fs::copy(example("qinghe-2025-final.md"), folder.path().join("本处.md")).unwrap();
    let before = fs::read(&secret).unwrap();
    let output = check(&[folder.path()], &["--fix", "--format", "json"]);
    let reviewed = json(&output);
    assert_eq!(reviewed["files"].as_array().unwrap().len(), 1, "{reviewed}");
    assert!(fs::read(&secret).unwrap() == before, "a file outside is not mended");
    // A link that is named is meant: the file behind it is mended, and the link stays one.
    let link = folder.path().join("链接.md");
    check(&[&link], &["--fix"]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read(&secret).unwrap() != before);
}

#[cfg(unix)]
#[test]
fn copies_do_not_leave_their_folder_through_a_link() {
    use std::os::unix::fs::symlink;
    let (outside, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let precious = outside.path().join("precious.docx");
    fs::write(&precious, b"precious").unwrap();
    let draft = folder.path().join("x.docx");
    fs::write(&draft, docx::of_text(WRONG)).unwrap();
    let copies = folder.path().join("copies");
    fs::create_dir(&copies).unwrap();
    symlink(&precious, copies.join("x.docx")).unwrap();
    let output = check(&[&draft], &["--annotate", copies.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("符号链接"), "{}", text(&output.stderr));
    assert_eq!(fs::read(&precious).unwrap(), b"precious");
}

#[cfg(unix)]
#[test]
fn a_read_only_draft_is_reviewed_and_never_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("r.docx");
    fs::write(&path, docx::of_text(WRONG)).unwrap();
    fs::set_permissions(&path, PermissionsExt::from_mode(0o444)).unwrap();
    let before = fs::read(&path).unwrap();
    let output = check(&[&path], &["--fix"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("只读"), "{}", text(&output.stderr));
    assert!(fs::read(&path).unwrap() == before);
    let copies = folder.path().join("copies");
    assert_ne!(check(&[&path], &["--annotate", copies.to_str().unwrap()]).status.code(), Some(2));
    assert!(copies.join("r.docx").exists());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o444);
}

#[test]
fn a_pattern_in_quotes_names_the_files_that_it_matches() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("乡镇")).unwrap();
    for name in ["甲.md", "乙.md", "丙.txt", "~$甲.md", "乡镇/丁.md"] {
        fs::write(folder.path().join(name), WRONG).unwrap();
    }
    let names = |pattern: &str| -> Vec<String> {
        let output =
            crate::hegao().args(["check", pattern, "--format", "json", "--fail-on", "never"]).current_dir(folder.path()).output().unwrap();
        let files = json(&output)["files"].as_array().cloned().unwrap_or_default();
        let mut names: Vec<String> = files.iter().filter_map(|file| Some(file["path"].as_str()?.replace('\\', "/"))).collect();
        names.sort();
        names
    };
    assert_eq!(names("*.md"), ["乙.md", "甲.md"]);
    assert_eq!(names("**/*.md"), ["乙.md", "乡镇/丁.md", "甲.md"]);
    assert_eq!(names("乡镇/*.{md,txt}"), ["乡镇/丁.md"]);
    assert_eq!(names("./*.txt"), ["./丙.txt"]);
    let nothing = check(&[&folder.path().join("*.docx")], &[]);
    assert_eq!(nothing.status.code(), Some(2));
    let said = text(&nothing.stderr);
    assert!(said.contains("*.docx") && said.contains("没有与此匹配的文件"), "{said}");
}

#[test]
fn output_is_written_whole_and_a_read_only_one_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("核稿单.json");
    fs::write(&out, "旧").unwrap();
    let to = ["--format", "json", "--fail-on", "never", "--output", out.to_str().unwrap()];
    assert_eq!(check(&[&example("qinghe-2025.md")], &to).status.code(), Some(0));
    let whole = fs::read(&out).unwrap();
    serde_json::from_slice::<serde_json::Value>(&whole).unwrap();
    let mut permissions = fs::metadata(&out).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&out, permissions).unwrap();
    let refused = check(&[&example("qinghe-2025-final.md")], &to);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("核稿单.json"), "{}", text(&refused.stderr));
    assert_eq!(fs::read(&out).unwrap(), whole);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}
