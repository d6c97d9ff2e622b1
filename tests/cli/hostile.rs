//! Files that are damaged, mislabelled or meant to harm: one clear line each, exit code 2, and the others reviewed.

use crate::{check, docx, example, json, text};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

const GOOD: &str = "青禾县人民政府关于2025年法治政府建设情况的报告\n全年受理行政复议申请12件，办结15件。\n";

/// Every hostile file by name, with a word that its line must hold.
fn hostile(folder: &Path) -> Vec<(&'static str, &'static str)> {
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).unwrap();
    write("空.docx", b"");
    write("空.txt", b"");
    write("截断.docx", &docx::of_text(GOOD)[..300]);
    write("改名.docx", GOOD.as_bytes());
    write("改名.txt", &docx::of_text(GOOD));
    write("图片.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0");
    write("图片.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0");
    write("表格.docx", &docx::container(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<x/>")]));
    write("没有正文.docx", &docx::container(&[("[Content_Types].xml", b"<Types/>")]));
    write("炸弹.docx", &docx::with_main(&vec![b' '; 100 << 20]));
    let laughs = "<!DOCTYPE w:document [<!ENTITY a \"哈哈\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\">&b;</w:document>";
    write("实体.docx", &docx::with_main(laughs.as_bytes()));
    write("套娃.docx", &docx::of_body(&"<w:sdt><w:sdtContent>".repeat(3000)));
    write("坏标签.docx", &docx::of_body("<w:p><w:r></w:p></w:r>"));
    let outside = "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"../../../etc/passwd\"/></Relationships>";
    write("越界.docx", &docx::container(&[("[Content_Types].xml", b"<Types/>"), ("_rels/.rels", outside.as_bytes())]));
    let mut encrypted = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    encrypted.resize(512, 0);
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    encrypted.resize(1024, 0);
    write("加密.docx", &encrypted);
    // Sparse files: they take no room on the disk.
    File::create(folder.join("零.txt")).unwrap().set_len(200_000_000).unwrap();
    File::create(folder.join("零.docx")).unwrap().set_len(200_000_000).unwrap();
    File::create(folder.join("超大.txt")).unwrap().set_len(200_000_001).unwrap();
    write("版式.ofd", &docx::container(&[("OFD.xml", b"<OFD/>")]));
    vec![
        ("空.docx", "空的"),
        ("空.txt", "空的"),
        ("截断.docx", "损坏或不完整"),
        ("改名.docx", "纯文本"),
        ("改名.txt", "Word"),
        ("图片.docx", "二进制"),
        ("图片.txt", "二进制"),
        ("表格.docx", "Excel"),
        ("没有正文.docx", "缺少部件"),
        ("炸弹.docx", "压缩比"),
        ("实体.docx", "DOCTYPE"),
        ("套娃.docx", "嵌套过深"),
        ("坏标签.docx", "不是合法的 XML"),
        ("越界.docx", "缺少部件"),
        ("加密.docx", "加密"),
        ("零.txt", "二进制"),
        ("零.docx", "二进制"),
        ("超大.txt", "过大"),
        ("版式.ofd", "OFD"),
    ]
}

#[test]
fn each_gets_one_clear_line_and_the_others_are_reviewed() {
    let folder = tempfile::tempdir().unwrap();
    let files = hostile(folder.path());
    fs::create_dir(folder.path().join("文件夹.docx")).unwrap();
    let mut paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.path().join(name)).collect();
    paths.push(folder.path().join("文件夹.docx"));
    let good = folder.path().join("好.docx");
    fs::write(&good, docx::of_text(GOOD)).unwrap();
    paths.insert(3, good);
    let markdown = example("qinghe-2025-final.md");
    paths.push(markdown);
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    let output = check(&paths, &["--format", "json"]);
    let errors = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{errors}");
    for (name, why) in &files {
        let lines: Vec<&str> = errors.lines().filter(|line| line.contains(&format!("/{name}:"))).collect();
        assert!(matches!(lines[..], [line] if line.contains(why)), "{name} should say {why}: {lines:?}");
    }
    assert_eq!(errors.lines().count(), files.len() + 1, "{errors}");
    let reviewed = json(&output);
    let reviewed: Vec<&str> = reviewed["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(reviewed.len(), 2, "{reviewed:?}");
}

#[test]
fn in_a_folder_they_stop_nothing_either() {
    let folder = tempfile::tempdir().unwrap();
    hostile(folder.path());
    fs::write(folder.path().join("好.docx"), docx::of_text(GOOD)).unwrap();
    let out = tempfile::tempdir().unwrap();
    let output = check(&[folder.path()], &["--format", "json", "--annotate", out.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let reviewed = json(&output);
    assert_eq!(reviewed["files"].as_array().unwrap().len(), 1);
    assert!(out.path().join("好.docx").exists());
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1, "nothing else is written");
}

#[test]
fn an_entry_that_names_a_place_outside_is_carried_and_never_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let mut entries = docx::parts(&docx::of_text(GOOD));
    entries.push(("../../evil.txt".to_owned(), b"evil".to_vec()));
    let entries: Vec<(&str, &[u8])> = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let inner = folder.path().join("a/b");
    fs::create_dir_all(&inner).unwrap();
    fs::write(inner.join("x.docx"), docx::container(&entries)).unwrap();
    let out = inner.join("out");
    let output = check(&[&inner.join("x.docx")], &["--format", "json", "--annotate", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(!folder.path().join("evil.txt").exists() && !folder.path().join("a/evil.txt").exists());
    let copy = fs::read(out.join("x.docx")).unwrap();
    assert!(docx::parts(&copy).iter().any(|(name, bytes)| name == "../../evil.txt" && bytes == b"evil"));
}

#[test]
fn the_english_lines_are_english() {
    let folder = tempfile::tempdir().unwrap();
    for (name, _) in hostile(folder.path()) {
        let output = check(&[&folder.path().join(name)], &["--lang", "en"]);
        let line = text(&output.stderr);
        let message = line.rsplit_once(name).unwrap().1;
        assert!(message.chars().all(|c| !('\u{4e00}'..='\u{9fff}').contains(&c)), "{line}");
    }
}
