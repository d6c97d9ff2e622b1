use super::{Form, Outline, read};
use crate::text::{Folded, Span};

/// The outline as one line a heading: level, marker, title.
fn outline(source: &str) -> Vec<String> {
    let folded = Folded::new(source);
    let Outline { headings } = read(&folded, Span::new(0, folded.text().len()));
    headings
        .iter()
        .map(|heading| format!("{} {}|{}", heading.level, heading.marker.of(folded.text()), heading.title.of(folded.text())))
        .collect()
}

#[test]
fn numbers_of_the_standard() {
    assert_eq!(
        outline(
            "第一部分 概述\n一、主要做法\n（一）健全制度。全年修订办法两件。\n1．开展清理\n（1）分工\n①甲处\n一是加强领导。二是压实责任，逐级签订。\n"
        ),
        [
            "0 第一部分|概述",
            "1 一、|主要做法",
            "2 (一)|健全制度",
            "3 1.|开展清理",
            "4 (1)|分工",
            "5 ①|甲处",
            "5 一是|加强领导",
            "5 二是|压实责任"
        ]
    );
}

#[test]
fn numbers_that_are_no_headings() {
    for text in [
        "二、三产业增加值稳步提高。",
        "3.5%的案件在当月办结",
        "1.2万人参加",
        "2023.1.1起施行",
        "1 | 2.立案 | 3",
        "(2023年)共办理",
        "第一部分是工作开展情况，第二部分是问题。",
        "统一是关键，唯一是人手。",
        "12345热线",
    ] {
        assert_eq!(outline(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_item_that_begins_with_a_year_carries_on() {
    assert_eq!(outline("1.甲办法\n2.2026年计划：指今年的计划").len(), 2);
    assert_eq!(outline("2.2026年计划：指今年的计划").len(), 0);
}

#[test]
fn markdown() {
    assert_eq!(
        outline("# 报告\n## 一、主要做法\n### 健全制度\n**二、存在的不足**\n正文"),
        ["1 一、|主要做法", "2 ### |健全制度", "1 二、|存在的不足"]
    );
}

#[test]
fn sections_and_parents() {
    let source = "一、做法\n（一）制度\n一是甲。\n二是乙。\n其他。\n二、不足\n一是丙。";
    let folded = Folded::new(source);
    let outline = read(&folded, Span::new(0, folded.text().len()));
    let section = |index: usize| outline.headings[index].section.of(folded.text());
    assert_eq!(section(0), "一、做法\n(一)制度\n一是甲。\n二是乙。\n其他。\n");
    assert_eq!(section(3), "二是乙。");
    assert_eq!(outline.headings.iter().map(|heading| heading.parent).collect::<Vec<_>>(), [None, Some(0), Some(1), Some(1), None, Some(4)]);
    let at = |words: &str| outline.at(folded.text().find(words).unwrap()).unwrap();
    assert_eq!((at("乙"), at("其他"), at("丙")), (3, 1, 5));
}

#[test]
fn a_page_flattened_to_one_line() {
    let filler = "各单位按照要求开展自查并逐项整改到位。".repeat(40);
    let source = format!(
        "工作总结 二〇一七年。 一、坚持依法履职 {filler} （一）健全制度。{filler} 2.强化培训。{filler} 二、存在问题 （一）人手不足"
    );
    assert_eq!(outline(&source), ["1 一、|坚持依法履职", "2 (一)|健全制度", "3 2.|强化培训", "1 二、|存在问题", "2 (一)|人手不足"]);
}

#[test]
fn forms_are_written_as_the_standard_wants() {
    let written: Vec<String> =
        [Form::Han, Form::HanBrackets, Form::Digit, Form::DigitBrackets, Form::Circled, Form::Item].map(|form| form.write(12)).into();
    assert_eq!(written, ["十二、", "(十二)", "12.", "(12)", "⑫", "十二是"]);
}
