//! Comments into Word documents.

mod support;

use hegao_formats::{Comment, Signature, annotate, read};
use proptest::prelude::*;
use support::{docx, p, packed, part};

fn comment(text: &str, needle: &str) -> Comment {
    let start = text.find(needle).unwrap_or_else(|| panic!("{needle} in {text}"));
    Comment { range: start..start + needle.len(), text: format!("关于{needle}") }
}

fn on(bytes: &[u8], needles: &[&str]) -> Vec<u8> {
    let text = read(bytes, None).unwrap().text;
    let comments: Vec<_> = needles.iter().map(|n| comment(&text, n)).collect();
    annotate(bytes, &comments, &Signature::default()).unwrap()
}

/// The text between the marks of each comment, as a reader of the XML sees it.
fn anchored(bytes: &[u8]) -> Vec<String> {
    let source = part(bytes, "word/document.xml").unwrap();
    let ids = source.match_indices("<w:commentRangeStart w:id=\"");
    ids.map(|(at, mark)| {
        let rest = &source[at + mark.len()..];
        let id = &rest[..rest.find('"').unwrap()];
        let end = rest.find(&format!("<w:commentRangeEnd w:id=\"{id}\"")).unwrap();
        let mut text = String::new();
        let mut inside = &rest[rest.find('>').unwrap()..end];
        while let Some(open) = inside.find("<w:t").filter(|o| matches!(inside.as_bytes()[o + 4], b'>' | b' ')) {
            inside = &inside[open..];
            let from = inside.find('>').unwrap() + 1;
            let to = inside.find("</w:t>").unwrap();
            text.push_str(&inside[from..to]);
            inside = &inside[to..];
        }
        text
    })
    .collect()
}

#[test]
fn a_comment_stands_at_its_exact_characters_across_runs() {
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>全年受</w:t></w:r><w:r w:rsidR=\"0A\"><w:rPr><w:i/></w:rPr><w:t>理12件，办结11件</w:t></w:r></w:p>";
    let bytes = docx(body).build();
    let new = on(&bytes, &["受理12件", "12件，", "办结11件"]);
    assert_eq!(anchored(&new), ["受理12件", "12件，", "办结11件"]);
    let source = part(&new, "word/document.xml").unwrap();
    assert!(source.contains("<w:r w:rsidR=\"0A\"><w:rPr><w:i/></w:rPr><w:t>12件"), "{source}");
    assert_eq!(read(&new, None).unwrap().text, read(&bytes, None).unwrap().text);
}

#[test]
fn everything_else_is_copied_and_twice_is_once() {
    let bytes = docx(&[p("甲乙丙丁"), p("一二三四")].concat()).part("styles", "").build();
    let once = on(&bytes, &["乙丙", "丁\n一", "三"]);
    let twice = on(&once, &["乙丙", "丁\n一", "三"]);
    assert!(once == twice, "byte for byte");
    let new = packed(&once);
    for (name, raw) in packed(&bytes) {
        let same = new.iter().any(|(n, r)| *n == name && *r == raw);
        let touched = ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"];
        assert!(same || touched.contains(&&*name), "{name}");
    }
    let comments = part(&once, "word/comments.xml").unwrap();
    assert_eq!(comments.matches("w:author=\"核稿\"").count(), 3);
    let rels = part(&once, "word/_rels/document.xml.rels").unwrap();
    assert_eq!(rels.matches("/comments\"").count(), 1);
    // Taking all comments away leaves the text and no mark.
    let none = annotate(&once, &[], &Signature::default()).unwrap();
    assert!(!part(&none, "word/document.xml").unwrap().contains("comment"));
    assert_eq!(read(&none, None).unwrap().text, read(&bytes, None).unwrap().text);
}

#[test]
fn comments_of_others_stay() {
    let theirs = "<w:commentRangeStart w:id=\"4\"/><w:r><w:t>旧批</w:t></w:r><w:commentRangeEnd w:id=\"4\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"4\"/></w:r>";
    let body = format!("<w:p>{theirs}<w:r><w:t>新文</w:t></w:r></w:p>");
    let old = "<w:comment w:id=\"4\" w:author=\"张\"><w:p><w:r><w:t>留</w:t></w:r></w:p></w:comment>";
    let bytes = docx(&body).part("comments", old).build();
    let once = on(&bytes, &["批新"]);
    let source = part(&once, "word/comments.xml").unwrap();
    assert!(source.contains(old) && source.contains("w:id=\"5\" w:author=\"核稿\""), "{source}");
    assert_eq!(on(&once, &["批新"]), once);
    let none = annotate(&once, &[], &Signature::default()).unwrap();
    assert!(part(&none, "word/document.xml").unwrap().contains(theirs.split("旧批").next().unwrap()));
    assert!(part(&none, "word/comments.xml").unwrap().contains(old));
}

#[test]
fn numbers_notes_boxes_and_empty_paragraphs_have_a_place() {
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let boxed = format!("<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>", p("框内"));
    let body = format!(
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>标题</w:t></w:r></w:p><w:p/><w:p>{boxed}<w:r><w:t>文</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
    );
    let notes = format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("注里"));
    let bytes = docx(&body).part("numbering", numbering).part("footnotes", &notes).build();
    let text = read(&bytes, None).unwrap().text;
    assert_eq!(text, "一、标题\n\n文\n框内\n注里\n");
    let at = |range: std::ops::Range<usize>| Comment { range, text: "批".into() };
    let empty = text.find("\n\n").unwrap() + 1;
    let comments = [at(0..6), at(empty..empty), comment(&text, "框内"), comment(&text, "注里")];
    let new = annotate(&bytes, &comments, &Signature::default()).unwrap();
    let source = part(&new, "word/document.xml").unwrap();
    assert_eq!(source.matches("commentReference").count(), 4);
    assert!(source.contains("<w:p><w:commentRangeStart w:id=\"1\"/><w:commentRangeEnd w:id=\"1\"/>"), "{source}");
    assert!(!part(&new, "word/footnotes.xml").unwrap().contains("comment"));
    let listed = part(&new, "word/comments.xml").unwrap();
    assert!(listed.contains("〔文本框内“框内”〕") && listed.contains("〔注释内“注里”〕"), "{listed}");
    assert!(anchored(&new)[0] == "标题");
    assert!(annotate(&new, &comments, &Signature::default()).unwrap() == new);
    assert_eq!(read(&new, None).unwrap().text, text);
}

#[test]
fn ranges_outside_the_text_are_refused() {
    let bytes = docx(&p("甲")).build();
    for range in [0..99, 1..2, 5..6] {
        let comment = Comment { range, text: String::new() };
        assert!(annotate(&bytes, &[comment], &Signature::default()).is_err());
    }
}

#[test]
fn a_box_beside_text_in_one_run_is_commented_the_same_twice() {
    let shapes = "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict><w:t>外</w:t></w:r></w:p>";
    let bytes = docx(shapes).build();
    let text = read(&bytes, None).unwrap().text;
    assert_eq!(text, "外\n\n");
    let comments = [0..3, 3..4, 4..5].map(|range| Comment { range, text: "批注".into() });
    let once = annotate(&bytes, &comments, &Signature::default()).unwrap();
    assert_eq!(read(&once, None).unwrap().text, text);
    assert!(once == annotate(&once, &comments, &Signature::default()).unwrap());
}

fn body() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[甲乙丙 a1]{1,4}".prop_map(|t| format!("<w:t xml:space=\"preserve\">{t}</w:t>")),
        "[甲乙丙 a1]{1,4}".prop_map(|t| format!("<w:t>{t}</w:t>")),
        Just("<w:t>&amp;丁&#x20000;</w:t>".to_owned()),
        Just("<w:tab/>".to_owned()),
        Just("<w:br/>".to_owned()),
        Just("<w:lastRenderedPageBreak/>".to_owned()),
    ];
    let run = proptest::collection::vec(piece, 0..4).prop_map(|c| format!("<w:r><w:rPr><w:b/></w:rPr>{}</w:r>", c.concat()));
    let paragraph = proptest::collection::vec(run, 0..4).prop_map(|r| match r.is_empty() {
        true => "<w:p/>".to_owned(),
        false => format!("<w:p>{}</w:p>", r.concat()),
    });
    let row = proptest::collection::vec(paragraph.clone(), 1..4)
        .prop_map(|c| format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", c.iter().map(|p| format!("<w:tc>{p}</w:tc>")).collect::<String>()));
    proptest::collection::vec(prop_oneof![3 => paragraph, 1 => row], 1..5).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_comments_keep_the_text_and_settle_at_once(body in body(), picks in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..5)) {
        let bytes = docx(&body).build();
        let text = read(&bytes, None).unwrap().text;
        prop_assume!(!text.is_empty());
        let stops: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let comments: Vec<Comment> = picks.iter().map(|(a, b)| {
            let (a, b) = (stops[a.index(stops.len())], stops[b.index(stops.len())]);
            Comment { range: a.min(b)..a.max(b), text: "批\n注".into() }
        }).collect();
        let once = annotate(&bytes, &comments, &Signature::default()).unwrap();
        prop_assert_eq!(&read(&once, None).unwrap().text, &text);
        let twice = annotate(&once, &comments, &Signature::default()).unwrap();
        prop_assert_eq!(part(&once, "word/document.xml"), part(&twice, "word/document.xml"));
        prop_assert!(once == twice);
        let source = part(&once, "word/document.xml").unwrap();
        for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
            prop_assert_eq!(source.matches(mark).count(), comments.len());
        }
    }
}
