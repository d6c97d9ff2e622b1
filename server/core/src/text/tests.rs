use super::{Encoding, Folded, LineIndex, Position, Span};
use proptest::prelude::*;

fn fold(source: &str) -> String {
    Folded::new(source).text().to_owned()
}

#[test]
fn one_spelling_for_what_is_written_in_many_ways() {
    for (source, folded) in [
        ("行政複議案件１２件，辦結率９８％", "行政复议案件12件,办结率98%"),
        ("受 理 12 件，办结 10 件", "受理12件,办结10件"),
        ("全年共办理　　案件", "全年共办理 案件"),
        ("《關於「放管服」改革的意見》", "《关于“放管服”改革的意见》"),
        ("總數(shù)為12件", "总数为12件"),
        ("总数(件)为12件", "总数(件)为12件"),
        ("Word 2019 版", "Word 2019版"),
        ("共 4 598 件", "共4 598件"),
        ("第一行。\r第二行。\r\n第三行。", "第一行。\n第二行。\r\n第三行。"),
    ] {
        assert_eq!(fold(source), folded);
    }
}

#[test]
fn a_line_break_inside_a_sentence_is_soft() {
    assert_eq!(
        fold("全年受理行政复议申请，其中受\n理12件。\n二、存在问题"),
        "全年受理行政复议申请，其中受理12件。\n二、存在问题".replace('，', ",")
    );
    assert_eq!(fold("一、主要做法\n全年开展培训"), "一、主要做法\n全年开展培训");
    assert_eq!(fold("项目 | 数量 |\n合计 | 12 |"), "项目 | 数量 |\n合计 | 12 |");
}

#[test]
fn a_title_as_long_as_a_line_is_not_carried_on() {
    let title = "青岚市雁浦区2024年法治政府建设情况的报告\n";
    let rows = "| 甲县 | 10 | 1000 |\n| 乙区 | 100 | 100 |\n".repeat(6);
    let table = format!("{title}全市上下凝心聚力，各项工作平稳有序。\n{rows}");
    assert!(fold(&table).starts_with(title), "rows of a table are set to no width");
    let wrapped = "今年以来，全区各级各部门认真落实上级部署\n".repeat(12);
    assert!(fold(&format!("{title}{wrapped}")).starts_with(title), "the text below is set to a width, the title is not");
    let carried = "关于雁浦区落实2024年法治政府建设工作报告\n的说明\n";
    assert!(fold(&format!("{carried}{wrapped}")).starts_with("关于雁浦区落实2024年法治政府建设工作报告的说明\n"));
}

#[test]
fn the_width_of_digits_breaks_no_line() {
    for digits in ["953件", "９５３件", "12.5万元", "１２．５万元"] {
        let text = format!("办理行政复议案件1000件，其中维持原行政行为\n{digits}、其他５００件。\n");
        assert!(!fold(&text).trim_end().contains('\n'), "{text}");
    }
    assert_eq!(fold("甲县１２ ３４件"), fold("甲县12 34件"), "two numbers stay two");
}

#[test]
fn what_was_dropped_inside_belongs_to_the_source_range() {
    let source = "案件 受 理１２件";
    let folded = Folded::new(source);
    let at = folded.text().find("受理").unwrap();
    let span = folded.to_source(Span::new(at, at + "受理".len()));
    assert_eq!(span.of(source), "受 理");
    assert_eq!(folded.dropped_before(at), " ");
}

#[test]
fn the_end_is_the_end_of_the_source() {
    for source in ["", "甲）", "１２", "甲\u{200B}", "甲。\r\n"] {
        let folded = Folded::new(source);
        let end = folded.to_source(Span::at(folded.text().len()));
        assert_eq!(end, Span::at(source.len()), "{source:?}");
    }
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "行政複議",
        "受",
        "理",
        " ",
        "\u{3000}",
        "１２",
        "34",
        "，",
        "。",
        "\n",
        "\r\n",
        "\r",
        "😀",
        "𠮷",
        "(shù)",
        "《",
        "》",
        "〔2018〕",
        "一、",
        "|",
        "\t",
        "é",
        "\u{200B}",
        "a b",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_folded_character_comes_from_one_source_character(source in texts()) {
        let folded = Folded::new(&source);
        let mut end = 0;
        for (at, c) in folded.text().char_indices() {
            let span = folded.to_source(Span::new(at, at + c.len_utf8()));
            prop_assert!(span.start as usize >= end, "characters keep their order");
            end = span.end as usize;
            prop_assert_eq!(span.of(&source).chars().count(), 1);
            prop_assert_eq!(Folded::new(span.of(&source)).text().len() <= span.len(), true);
            prop_assert_eq!(folded.from_source(span.start as usize), at);
            prop_assert!(source.is_char_boundary(folded.to_source(Span::at(at)).start as usize));
        }
        prop_assert_eq!(folded.to_source(Span::at(folded.text().len())), Span::at(source.len()));
    }

    #[test]
    fn positions_lead_back_to_their_offset(source in texts(), at in 0usize..200) {
        let index = LineIndex::new(&source);
        let offset = source.floor_char_boundary(at.min(source.len()));
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let position = index.position(&source, offset, encoding);
            let back = index.offset(&source, position, encoding);
            // Inside a CRLF the place is that of the line's end.
            let inside = source[..offset].ends_with('\r') && source[offset..].starts_with('\n');
            let line_end = offset - usize::from(inside);
            prop_assert!(back == line_end, "{offset} {position:?} {back}");
        }
        prop_assert_eq!(index.scalars(&source, offset), source[..offset].chars().count());
    }

    #[test]
    fn places_beyond_the_end_are_moved_to_it(source in texts(), line in 0u32..100, column in 0u32..100) {
        let index = LineIndex::new(&source);
        let offset = index.offset(&source, Position { line, column }, Encoding::Utf16);
        prop_assert!(source.is_char_boundary(offset));
    }
}

#[test]
fn places_far_into_a_line_are_counted_like_those_at_its_start() {
    let text = format!("起\r\n{}\n尾", "数字12件、𠀀é🙂".repeat(400));
    let index = LineIndex::new(&text);
    for (at, _) in text.char_indices() {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        assert_eq!(index.scalars(&text, at), text[..at].chars().count());
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let column: usize = text[line..at].chars().map(|c| encoding.width(c)).sum();
            assert_eq!(index.position(&text, at, encoding).column as usize, column, "at {at}");
        }
    }
}
