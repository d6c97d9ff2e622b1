//! Word documents as trees: paragraphs, tables in tables, tracked changes, fields, boxes, notes, in any order and depth.

use properties::docx::{bytes, container, container_holds};
use properties::protocol;
use proptest::prelude::*;
use proptest::sample::select;

const SPACES: &str = "xmlns:w=\"w\" xmlns:mc=\"mc\" xmlns:v=\"v\" xmlns:r=\"r\"";

/// What stands in a run.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[甲乙12，。 😀𠮷]{0,5}".prop_map(|text| format!("<w:t>{text}</w:t>")),
        1 => "[甲 ]{1,3}".prop_map(|text| format!("<w:t xml:space=\"preserve\">{text}</w:t>")),
        3 => select(vec![
            "<w:t>a&amp;b&#20013;</w:t>", "<w:t><![CDATA[<c>]]></w:t>", "<w:tab/>", "<w:br/>", "<w:br w:type=\"page\"/>", "<w:cr/>",
            "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", "<w:sym w:font=\"X\" w:char=\"zz\"/>",
            "<w:footnoteReference w:id=\"2\"/>", "<w:fldChar w:fldCharType=\"begin\"/>", "<w:instrText>PAGE</w:instrText>",
            "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:drawing/>", "<w:commentReference w:id=\"0\"/>",
            "<w:delText>旧</w:delText>", "<w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby>",
        ]).prop_map(str::to_owned),
    ]
}

fn run() -> impl Strategy<Value = String> {
    let look = select(vec!["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>", "<w:rPr/>"]);
    (look, prop::collection::vec(piece(), 0..3)).prop_map(|(look, pieces)| format!("<w:r>{look}{}</w:r>", pieces.concat()))
}

/// Runs, and runs inside what may stand around them.
fn inline() -> impl Strategy<Value = String> {
    let around = select(vec![
        ("", ""),
        ("", ""),
        ("<w:ins w:id=\"1\" w:author=\"甲\">", "</w:ins>"),
        ("<w:del w:id=\"2\" w:author=\"甲\">", "</w:del>"),
        ("<w:moveFrom w:id=\"3\">", "</w:moveFrom>"),
        ("<w:hyperlink r:id=\"r9\">", "</w:hyperlink>"),
        ("<w:smartTag>", "</w:smartTag>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:fldSimple w:instr=\"PAGE\">", "</w:fldSimple>"),
        ("<w:commentRangeStart w:id=\"0\"/>", "<w:commentRangeEnd w:id=\"0\"/>"),
        ("<!-- 注 -->", "<?x y?>"),
    ]);
    (around, prop::collection::vec(run(), 0..3)).prop_map(|((open, close), runs)| format!("{open}{}{close}", runs.concat()))
}

fn paragraph() -> impl Strategy<Value = String> {
    let look = select(vec![
        "",
        "<w:pPr><w:pStyle w:val=\"1\"/></w:pPr>",
        "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
        "<w:pPr><w:rPr><w:del w:id=\"7\"/></w:rPr></w:pPr>",
        "<w:pPr><w:rPr><w:ins w:id=\"8\"/></w:rPr></w:pPr>",
    ]);
    (look, prop::collection::vec(inline(), 0..4)).prop_map(|(look, inline)| format!("<w:p>{look}{}</w:p>", inline.concat()))
}

/// Blocks, with tables, boxes and content controls that hold blocks again.
fn block() -> impl Strategy<Value = String> {
    paragraph().prop_recursive(4, 24, 4, |inner| {
        let cell = (select(vec!["", "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>", "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>"]), prop::collection::vec(inner.clone(), 0..2))
            .prop_map(|(look, blocks)| format!("<w:tc>{look}{}</w:tc>", blocks.concat()));
        let row = prop::collection::vec(cell, 0..3).prop_map(|cells| format!("<w:tr>{}</w:tr>", cells.concat()));
        prop_oneof![
            prop::collection::vec(row, 0..3).prop_map(|rows| format!("<w:tbl>{}</w:tbl>", rows.concat())),
            inner.clone().prop_map(|block| format!("<w:sdt><w:sdtContent>{block}</w:sdtContent></w:sdt>")),
            inner.clone().prop_map(|block| format!("<w:p><w:r><w:pict><v:textbox><w:txbxContent>{block}</w:txbxContent></v:textbox></w:pict><w:t>外</w:t></w:r></w:p>")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>{a}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{b}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")),
        ]
    })
}

fn document(blocks: &[String]) -> String {
    format!("<w:document {SPACES}><w:body>{}<w:sectPr/></w:body></w:document>", blocks.concat())
}

const NUMBERING: &str = "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
const FOOTNOTES: &str =
    "<w:footnotes xmlns:w=\"w\"><w:footnote w:id=\"2\"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote></w:footnotes>";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_tree_is_read_commented_and_changed(blocks in prop::collection::vec(block(), 0..4)) {
        let parts = [document(&blocks), String::new(), NUMBERING.to_owned(), FOOTNOTES.to_owned()];
        container_holds(&container(&parts.each_ref().map(|part| part.as_bytes())));
    }

    #[test]
    fn a_tree_with_a_piece_cut_out_is_read_or_refused(blocks in prop::collection::vec(block(), 1..3), from in any::<prop::sample::Index>(), length in 1usize..40) {
        let mut source = document(&blocks).into_bytes();
        let from = from.index(source.len());
        source.drain(from..(from + length).min(source.len()));
        bytes(&source);
    }

    #[test]
    fn any_conversation_is_answered(data in prop::collection::vec(any::<u8>(), 0..900)) {
        protocol::bytes(&data);
    }
}
