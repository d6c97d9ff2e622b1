use super::*;
use crate::Settings;

fn citations(text: &str) -> Vec<(String, Option<String>, Form)> {
    let folded = Folded::new(text);
    let catalogue = Catalogue::load(&Settings::default());
    let found = read(&folded, Span::new(0, folded.text().len()), &catalogue);
    let number = |citation: &Citation| citation.reading.as_ref().map(|number| number.text.clone());
    found.iter().map(|citation| (citation.span.of(folded.text()).to_owned(), number(citation), citation.form)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, Option<&str>)]) {
    let found = citations(text);
    let found: Vec<_> = found.iter().map(|(text, number, _)| (text.as_str(), number.as_deref())).collect();
    assert_eq!(found, expected, "in {text}");
}

#[test]
fn a_title_with_its_number_is_one_citation() {
    check("按照《国务院关于某事的意见》（国发〔2018〕5号）要求", &[("《国务院关于某事的意见》(国发〔2018〕5号", Some("国发〔2018〕5号"))]);
    check(
        "《关于贯彻〈某法〉的通知》和《关于印发《某办法》的通知》",
        &[("《关于贯彻〈某法〉的通知》", None), ("《关于印发《某办法》的通知》", None)],
    );
}

#[test]
fn numbers_are_read_in_every_form() {
    for (text, number) in [
        ("根据某政办发[2015]14号", "某政办发〔2015〕14号"),
        ("依照某政规【2016】168号文件", "某政规〔2016〕168号"),
        ("按照某政办发(2017)8号要求", "某政办发〔2017〕8号"),
        ("国办发〔2 015〕86 号", "国办发〔2015〕86号"),
        ("国办发〔2018〕第037号", "国办发〔2018〕37号"),
        ("国办发〔18〕37号", "国办发〔2018〕37号"),
        ("国办发〔2018〕37", "国办发〔2018〕37号"),
        ("省政府令第169号", "省政府令第169号"),
        ("国务院令第713号", "国务院令第713号"),
        ("国令第713号", "国务院令第713号"),
    ] {
        assert_eq!(citations(text).first().and_then(|found| found.1.clone()).as_deref(), Some(number), "{text}");
    }
    for text in ["(2023年)12件", "完成(2023)12项", "参加[1]人"] {
        assert_eq!(citations(text), [], "{text}");
    }
}

#[test]
fn names_without_marks_are_read_where_they_stand_alone() {
    check("依据行政处罚法第九条作出决定", &[("行政处罚法", None)]);
    check("落实“八五”普法规划", &[("“八五”普法规划", None)]);
    check("劳动合同法律咨询12次,继承法治传统", &[]);
    check("学习党的二十大精神,涉及二十大类事项", &[("党的二十大", None)]);
}

#[test]
fn a_short_name_stands_for_what_it_was_given_to() {
    let found = citations("制定《某县法治建设实施纲要》（以下简称《纲要》），对照《纲要》落实");
    assert_eq!(found[1].2, Form::Short);
}
