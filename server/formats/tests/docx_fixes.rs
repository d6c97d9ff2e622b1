//! Fixes as tracked changes.

mod support;

use hegao_formats::{Replacement, Signature, apply_tracked, read};
use proptest::prelude::*;
use support::{docx, p, part};

fn fix(bytes: &[u8], old: &str, new: &str) -> (Vec<u8>, Vec<usize>) {
    let text = read(bytes, None).unwrap().text;
    let start = text.find(old).unwrap();
    let edit = Replacement { range: start..start + old.len(), text: new.into() };
    let tracked = apply_tracked(bytes, &[edit], &Signature::default()).unwrap();
    (tracked.bytes, tracked.skipped)
}

#[test]
fn a_fix_across_runs_deletes_each_and_inserts_once() {
    let body = "<w:p><w:r><w:t>率为97.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>87%。</w:t></w:r></w:p>";
    let bytes = docx(body).build();
    let (new, skipped) = fix(&bytes, "97.87%", "97.89%");
    assert!(skipped.is_empty());
    let source = part(&new, "word/document.xml").unwrap();
    let expected = "<w:p><w:r><w:t xml:space=\"preserve\">率为</w:t></w:r><w:del w:id=\"1\" w:author=\"核稿\"><w:r><w:delText xml:space=\"preserve\">97.</w:delText></w:r></w:del><w:del w:id=\"2\" w:author=\"核稿\"><w:r><w:rPr><w:b/></w:rPr><w:delText xml:space=\"preserve\">87%</w:delText></w:r></w:del><w:ins w:id=\"3\" w:author=\"核稿\"><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">97.89%</w:t></w:r></w:ins><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">。</w:t></w:r></w:p>";
    assert!(source.contains(expected), "{source}");
    assert_eq!(read(&new, None).unwrap().text, "率为97.89%。\n");
}

#[test]
fn insertions_of_others_are_not_nested() {
    let body = "<w:p><w:ins w:id=\"9\" w:author=\"张\"><w:r><w:t>甲乙丙</w:t></w:r></w:ins></w:p>";
    let (new, _) = fix(&docx(body).build(), "乙", "丁");
    let source = part(&new, "word/document.xml").unwrap();
    assert!(source.contains("</w:del></w:ins><w:ins w:id=\"11\" w:author=\"核稿\">"), "{source}");
    assert_eq!(read(&new, None).unwrap().text, "甲丁丙\n");
}

#[test]
fn what_cannot_be_exact_is_left_out_and_named() {
    let bytes = docx(&[p("甲"), p("乙")].concat()).build();
    let (same, skipped) = fix(&bytes, "甲\n乙", "丙");
    assert_eq!((same, skipped), (bytes.clone(), vec![0]));
    let (_, skipped) = fix(&bytes, "甲", "一\n二");
    assert_eq!(skipped, [0]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_text_with_changes_accepted_is_the_edited_text(
        runs in proptest::collection::vec("[甲乙1 ]{1,5}|[甲 ]{2}&amp;丙 ", 1..5),
        a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>(), new in "[丁戊<&]{0,3}", keep: bool,
    ) {
        let body: String = runs.iter().map(|r| format!("<w:r><w:t{}>{r}</w:t></w:r>", if keep { " xml:space=\"preserve\"" } else { "" })).collect();
        let bytes = docx(&format!("<w:p>{body}</w:p>")).build();
        let text = read(&bytes, None).unwrap().text;
        prop_assume!(text != "\n");
        let stops: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
        let (a, b) = (stops[a.index(stops.len())], stops[b.index(stops.len())]);
        let range = a.min(b)..a.max(b);
        let edit = Replacement { range: range.clone(), text: new.clone() };
        let tracked = apply_tracked(&bytes, &[edit], &Signature::default()).unwrap();
        prop_assert!(tracked.skipped.is_empty());
        let mut expected = text;
        expected.replace_range(range, &new);
        prop_assert_eq!(read(&tracked.bytes, None).unwrap().text, expected);
    }
}
