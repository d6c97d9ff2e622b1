//! Word documents in, text out.

mod support;

use hegao_formats::{NoteKind, read};
use support::{docx, p};

fn text(body: &str) -> String {
    read(&docx(body).build(), None).unwrap().text
}

#[test]
fn runs_entities_breaks_and_spaces() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\"> 受</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t> 理 </w:t><w:tab/><w:t>1&lt;2&#x4E2D;𠀀</w:t><w:br/><w:t>下</w:t></w:r></w:p><w:p/><w:p><w:r><w:br w:type=\"page\"/><w:t>新</w:t><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>";
    assert_eq!(text(body), " 受理\t1<2中𠀀\n下\n\n新-☑\n");
}

#[test]
fn wrappers_are_read_through() {
    let body = "<w:p><w:hyperlink r:id=\"x\"><w:r><w:t>链</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>签</w:t></w:r></w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"不读\"/></w:sdtPr><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:ruby><w:rt><w:r><w:t>zi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>块</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    assert_eq!(text(body), "链签控3字\n块\n");
}

#[test]
fn fields_show_their_result() {
    let field = |code: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    assert_eq!(text(&format!("<w:p>{}</w:p>", field("REF x", "结果"))), "结果\n");
    let toc = format!("<w:p>{}</w:p>{}", field(" TOC \\o", "目录一行"), p("正文"));
    assert_eq!(text(&toc), "正文\n");
    // A table of contents that never ends must not swallow the report.
    let open = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>";
    assert_eq!(text(&format!("{open}{}", p("正文"))), "\n正文\n");
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let body = "<w:p><w:r><w:t>甲</w:t></w:r><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>增</w:t></w:r></w:ins><w:del w:id=\"2\" w:author=\"x\"><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom w:id=\"3\"><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p><w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr></w:p>";
    let document = read(&docx(body).build(), None).unwrap();
    assert_eq!(document.text, "甲增\n前后\n");
    let counts: Vec<_> = document.notes.iter().map(|n| (n.kind, n.count)).collect();
    assert_eq!(counts, [(NoteKind::Insertions, 1), (NoteKind::Deletions, 2)]);
}

#[test]
fn hidden_text_is_skipped_and_counted() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"H2\"><w:basedOn w:val=\"H\"/></w:style>";
    let body = "<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"H2\"/></w:rPr><w:t>也藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>现</w:t></w:r></w:p>";
    let document = read(&docx(body).part("styles", styles).build(), None).unwrap();
    assert_eq!(document.text, "见现\n");
    assert_eq!(document.notes[0].count, 4);
}

#[test]
fn tables_are_rows_of_cells() {
    let cell = |t: &str| format!("<w:tc>{}</w:tc>", p(t));
    let spanned = format!("<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc>", p("跨"));
    let above = format!("<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{}</w:tc>", p("上"));
    let below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
    let inner = format!("<w:tc><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc>", cell("内"), cell("层"));
    let body = format!(
        "{}<w:tbl><w:tblPr/><w:tr>{}{}{}</w:tr><w:tr>{spanned}{}</w:tr><w:tr>{above}{}{inner}</w:tr><w:tr>{below}<w:tc><w:p><w:r><w:t>两</w:t></w:r></w:p>{}</w:tc>{}</w:tr></w:tbl>{}",
        p("前"),
        cell("名"),
        cell("数"),
        cell("率"),
        cell("9"),
        cell("1"),
        p("段"),
        cell(""),
        p("后"),
    );
    assert_eq!(text(&body), "前\n名 | 数 | 率 |\n跨 | | 9 |\n上 | 1 | 内 层 |\n | 两 段 |  |\n后\n");
}

#[test]
fn a_table_of_one_column_is_only_a_frame() {
    let body = format!("<w:tbl><w:tr><w:tc>{}{}</w:tc></w:tr></w:tbl>", p("甲"), p("乙"));
    assert_eq!(text(&body), "甲\n乙\n");
}

#[test]
fn numbers_of_lists_come_from_the_definition() {
    let level = |n: u8, form: &str, text: &str, style: &str| {
        format!("<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/>{style}<w:lvlText w:val=\"{text}\"/></w:lvl>")
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"Heading1\"/>"),
        level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"Heading2\"/>"),
    );
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>";
    let styled = |s: &str, t: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{s}\"/></w:pPr><w:r><w:t>{t}</w:t></w:r></w:p>");
    let direct =
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>无号</w:t></w:r></w:p>";
    let body = [
        styled("Heading1", "工作"),
        styled("Heading2", "甲"),
        styled("Heading2", "乙"),
        styled("Heading1", "问题"),
        styled("Heading2", "丙"),
        direct.into(),
    ]
    .concat();
    let bytes = docx(&body).part("styles", styles).part("numbering", &numbering).build();
    assert_eq!(read(&bytes, None).unwrap().text, "一、工作\n（一）甲\n（二）乙\n二、问题\n（一）丙\n无号\n");
}

#[test]
fn text_boxes_are_read_once_and_notes_behind_the_body() {
    let boxed = |t: &str| format!("<w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict>", p(t));
    let body = format!(
        "<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>乙</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>{}",
        boxed("框"),
        boxed("框"),
        p("丙"),
    );
    let notes = format!(
        "<w:footnote w:type=\"separator\" w:id=\"-1\">{}</w:footnote><w:footnote w:id=\"1\">{}</w:footnote><w:footnote w:id=\"2\">{}</w:footnote>",
        p("线"),
        p("未引用"),
        p("注文")
    );
    let document = read(&docx(&body).part("footnotes", &notes).build(), None).unwrap();
    assert_eq!(document.text, "甲乙\n框\n丙\n注文\n");
    assert_eq!(&document.text[document.body.clone()], "甲乙\n框\n丙\n");
}
