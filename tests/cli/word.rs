//! Word files in, comments and tracked changes out.

use crate::{check, docx, json, rules, text};
use std::fs;
use std::path::Path;

const DRAFT: &str = "青禾县人民政府关于2025年法治政府建设情况的报告\n一、主要工作\n全年受理行政复议申请1386件，办结1352件，办结率97.45%。\n\
    落实《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发[2018]37号）。\n申请人王小明不服行政处罚决定。\n";

fn annotate(path: &Path, folder: &Path, more: &[&str]) -> Vec<u8> {
    let output = check(&[path], &[&["--annotate", folder.to_str().unwrap(), "--fail-on", "never"], more].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    fs::read(folder.join(path.file_name().unwrap())).unwrap()
}

/// The text between the marks of each comment, by its id.
fn anchored(document: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, start) in document.match_indices("<w:commentRangeStart w:id=\"") {
        let id = document[at + start.len()..].split('"').next().unwrap();
        let end = document.find(&format!("<w:commentRangeEnd w:id=\"{id}\"")).unwrap();
        let inside = &document[at..end];
        let texts = inside.split("<w:t").skip(1).filter_map(|rest| rest.split_once('>')?.1.split("</w:t>").next());
        found.push(texts.collect());
    }
    found
}

#[test]
fn comments_say_the_arithmetic_and_stand_on_the_exact_characters() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("报告.docx");
    let original = docx::of_text(DRAFT);
    fs::write(&draft, &original).unwrap();
    let copy = annotate(&draft, &folder.path().join("批注"), &[]);
    assert_eq!(fs::read(&draft).unwrap(), original, "the draft is left alone");
    let comments = docx::part(&copy, "word/comments.xml");
    for words in ["w:author=\"核稿\"", "1352 ÷ 1386 = 97.55%", "建议：", "arithmetic/rate", "〔2018〕"] {
        assert!(comments.contains(words), "{words} is missing in {comments}");
    }
    let places = anchored(&docx::part(&copy, "word/document.xml"));
    assert!(places.iter().any(|place| place.ends_with("97.45%")), "{places:?}");
    assert_eq!(places.len(), comments.matches("<w:comment ").count());
    for (name, bytes) in docx::parts(&original) {
        let same = docx::parts(&copy).into_iter().any(|(other, copied)| other == name && copied == bytes);
        let touched = ["word/document.xml", "[Content_Types].xml"].contains(&name.as_str());
        assert!(same || touched, "{name} changed");
    }
}

#[test]
fn annotating_twice_is_annotating_once() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("报告.docx");
    fs::write(&draft, docx::of_text(DRAFT)).unwrap();
    let once = annotate(&draft, &folder.path().join("一"), &[]);
    let twice = annotate(&folder.path().join("一/报告.docx"), &folder.path().join("二"), &[]);
    assert!(once == twice);
    // A folder that holds the copies of an earlier run is reviewed without them.
    let copies = folder.path().join("一");
    let output = check(&[folder.path()], &["--annotate", copies.to_str().unwrap(), "--format", "json", "--ignore", "privacy"]);
    assert_eq!(output.status.code(), Some(2), "two files of one name: {}", text(&output.stderr));
    fs::remove_dir_all(folder.path().join("二")).unwrap();
    let output = check(&[folder.path()], &["--annotate", copies.to_str().unwrap(), "--format", "json"]);
    assert_eq!(json(&output)["files"].as_array().unwrap().len(), 1, "{}", text(&output.stderr));
}

#[test]
fn hints_are_commented_on_only_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("报告.docx");
    fs::write(&draft, docx::of_text(DRAFT)).unwrap();
    let few = docx::part(&annotate(&draft, &folder.path().join("a"), &[]), "word/comments.xml");
    let all = docx::part(&annotate(&draft, &folder.path().join("b"), &["--all"]), "word/comments.xml");
    assert!(!few.contains("privacy/party") && all.contains("privacy/party"));
}

#[test]
fn a_copy_never_replaces_its_draft() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("报告.docx");
    let original = docx::of_text(DRAFT);
    fs::write(&draft, &original).unwrap();
    let output = check(&[&draft], &["--annotate", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("不能写在原文件上"), "{}", text(&output.stderr));
    assert!(fs::read(&draft).unwrap() == original);
}

#[test]
fn fixes_are_tracked_changes_that_anyone_can_refuse() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("报告.docx");
    fs::write(&draft, docx::of_text(DRAFT)).unwrap();
    let output = check(&[&draft], &["--fix", "--format", "json", "--fail-on", "never"]);
    assert!(json(&output)["files"][0]["notes"].to_string().contains("以修订方式改"), "{}", text(&output.stdout));
    let document = docx::part(&fs::read(&draft).unwrap(), "word/document.xml");
    assert!(document.contains("<w:ins w:id=") && document.contains("<w:del w:id=") && document.contains("w:author=\"核稿\""));
    let after = json(&check(&[&draft], &["--format", "json"]));
    assert!(!rules(&after["files"][0]).contains(&"reference/number-form"), "read as accepted");
    let kept: Vec<&str> = document.split("<w:delText").skip(1).filter_map(|rest| rest.split_once('>')?.1.split('<').next()).collect();
    assert!(kept.concat().contains('['), "what was deleted is still there: {kept:?}");
}

#[test]
fn what_was_passed_over_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("报告.docx");
    let run = |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}<w:ins w:id=\"1\" w:author=\"李某\">{}</w:ins><w:del w:id=\"2\" w:author=\"李某\"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
        run("", "全年受理12件，"),
        run("<w:vanish/>", "藏着"),
        run("", "办结15件。")
    );
    fs::write(&draft, docx::of_body(&body)).unwrap();
    let document = json(&check(&[&draft], &["--format", "json"]));
    let notes = document["files"][0]["notes"].to_string();
    for words in ["跳过隐藏文字 2 字", "1 处修订插入按已接受读取", "1 处修订删除按已接受读取"] {
        assert!(notes.contains(words), "{words} is missing in {notes}");
    }
    assert!(rules(&document["files"][0]).contains(&"arithmetic/flow"), "{document}");
}

/// Where LibreOffice or pdftotext is missing the one line says what to do; where they are, the draft is reviewed.
#[test]
fn other_formats_are_converted_or_get_an_offer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("旧.doc");
    let units = DRAFT.replace('\n', "\\par\n");
    let escaped: String = units.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{}?", c as u32 as i16) }).collect();
    fs::write(&path, format!("{{\\rtf1\\ansi {escaped}}}")).unwrap();
    let output = check(&[&path], &["--format", "json", "--annotate", folder.path().join("out").to_str().unwrap()]);
    if hegao_formats::find_tool(hegao_formats::Tool::LibreOffice).is_some() {
        let document = json(&output);
        assert!(rules(&document["files"][0]).contains(&"arithmetic/rate"), "{document} {}", text(&output.stderr));
        assert!(document["files"][0]["notes"].to_string().contains("LibreOffice"));
        assert!(folder.path().join("out/旧.doc.docx").exists(), "the converted copy takes the comments");
    }
    let mut bare = crate::hegao();
    let bare = bare.env("PATH", "").arg("check").arg(&path).output().unwrap();
    assert_eq!(bare.status.code(), Some(2));
    assert!(text(&bare.stderr).contains("另存为 .docx"), "{}", text(&bare.stderr));
    assert_eq!(text(&bare.stderr).lines().count(), 1);
}
