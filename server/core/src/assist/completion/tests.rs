use super::{Completion, CompletionKind, Options, complete, documentation};
use crate::draft::Period;
use crate::review::{MandatedReview, MandatedState};
use crate::{Engine, Lang, Review, Settings};

/// A review of a source, with the mandated items that the test says.
fn review(engine: &Engine, source: &str) -> Review {
    let mut review = engine.review(source);
    let item =
        |(id, state): (&str, MandatedState)| MandatedReview { id: id.to_owned(), title: id.to_owned(), state, span: None, insert_at: None };
    let draft = &mut review.drafts[0];
    draft.profile = Some("annual-report".to_owned());
    draft.period = Some(Period::year(2025));
    draft.mandated = MANDATED.into_iter().map(item).collect();
    review
}

const MANDATED: [(&str, MandatedState); 4] = [
    ("measures", MandatedState::Present),
    ("problems", MandatedState::Present),
    ("leaders", MandatedState::Missing),
    ("plan", MandatedState::Missing),
];

/// The items at `|`.
fn items(marked: &str, snippets: bool) -> (String, Vec<Completion>) {
    let offset = marked.find('|').expect("a cursor");
    let source = marked.replacen('|', "", 1);
    let engine = Engine::new(Settings::default());
    let options = Options { snippets, lang: Lang::Zh };
    let trigger = source[..offset].chars().next_back();
    let found = complete(&engine, &review(&engine, &source), &source, offset, trigger, &options);
    let line = source[..offset].rfind('\n').map_or(0, |at| at + 1);
    for item in &found {
        let typed = item.edit.span.of(&source);
        assert!(item.filter_text.starts_with(typed), "{typed}: {}", item.filter_text);
        assert!(line <= item.edit.span.start as usize && item.edit.span.end as usize == offset, "{item:?}");
    }
    (source, found)
}

/// The text with an item put in.
fn accept(source: &str, item: &Completion) -> String {
    let mut text = source.to_owned();
    text.replace_range(item.edit.span.range(), &item.edit.text);
    text
}

const TWO: &str = "某县人民政府2025年度法治政府建设情况报告\n一、主要举措和成效\n已完成。\n二、存在的不足和原因\n有不足。\n";

#[test]
fn missing_sections_come_first_with_the_next_number() {
    let (source, mut found) = items(&format!("{TWO}|"), false);
    found.sort_by(|a, b| a.sort_text.cmp(&b.sort_text));
    let labels: Vec<&str> = found.iter().take(2).map(|item| item.label.as_str()).collect();
    assert_eq!(labels, ["三、第一责任人职责情况", "三、下一年度主要安排"]);
    assert!(found[0].preselect && found[0].detail.contains("尚缺"));
    assert!(accept(&source, &found[1]).contains("\n三、2026年推进法治政府建设的主要安排\n一是××"), "{}", found[1].edit.text);
    assert!(found.iter().filter(|item| item.kind == CompletionKind::Topic).count() >= 26);
    assert!(!found.iter().any(|item| item.label.contains("不足和原因")), "what is there is not offered again");
}

#[test]
fn what_was_typed_is_replaced() {
    for typed in ["三", "三、", "四、", "dyzrr", "第一责"] {
        let (source, found) = items(&format!("{TWO}{typed}|"), true);
        let item = found.iter().find(|item| item.label.ends_with("第一责任人职责情况")).unwrap_or_else(|| panic!("{typed}"));
        let text = accept(&source, item);
        assert!(text.contains("有不足。\n三、2025年党政主要负责人"), "{typed}: {text}");
        assert!(item.snippet && item.edit.text.ends_with("$0") && item.edit.text.contains("${1|党委常委会会议,"), "{}", item.edit.text);
    }
}

#[test]
fn numbers_follow_the_drafts_own_style() {
    let markdown = "# 报告\n\n## 一、举措和成效\n\n### (一)学法\n\n已学。\n\n|";
    let (source, found) = items(markdown, false);
    let section = found.iter().find(|item| item.label == "二、下一年度主要安排").expect("a section");
    assert!(accept(&source, section).contains("\n\n## 二、2026年推进法治政府建设的主要安排\n\n一是××"), "{}", section.edit.text);
    for (typed, heading) in [("#", "\n\n## 二、2026年推进"), ("##", "\n\n## 二、2026年推进"), ("###", "\n\n### 二、2026年推进")]
    {
        let (source, found) = items(&markdown.replace('|', &format!("{typed}|")), false);
        let section = found.iter().find(|item| item.label == "二、下一年度主要安排").expect("a section");
        assert!(accept(&source, section).contains(heading), "{typed}: {}", section.edit.text);
    }
    let topic = found.iter().find(|item| item.label == "(二)行政复议").expect("a topic");
    assert!(accept(&source, topic).contains("\n\n### (二)发挥行政复议"), "{}", topic.edit.text);
}

#[test]
fn marks_of_both_widths_ask_for_topics() {
    for typed in ["（", "(", "（二", "(二）", "fy"] {
        let (_, found) = items(&format!("一、主要举措和成效\n（一）学法\n已学。\n{typed}|"), false);
        let item = found.iter().find(|item| item.label == "（二）行政复议");
        assert!(item.is_some(), "{typed}: {found:?}");
        assert!(found.iter().all(|item| item.kind == CompletionKind::Topic) || typed == "fy");
    }
    let (_, found) = items("一、主要举措和成效\n1.|", false);
    assert!(found.iter().any(|item| item.label == "1.行政复议"), "{found:?}");
}

#[test]
fn below_a_fresh_heading_only_the_text_is_wanted() {
    let (_, found) = items("一、主要举措和成效\n（一）做好行政复议工作\n|", false);
    let topic = found.iter().find(|item| item.label == "行政复议").expect("a topic");
    assert!(topic.edit.text.starts_with("深入实施《中华人民共和国行政复议法》"), "{}", topic.edit.text);
}

#[test]
fn indentation_and_line_ends_stay() {
    let (source, found) = items("　　一、主要举措和成效\r\n　　已完成。\r\n　　二|", false);
    let item = found.iter().find(|item| item.label == "二、下一年度主要安排").expect("a section");
    let text = accept(&source, item);
    assert!(text.contains("\r\n　　二、2026年推进法治政府建设的主要安排\r\n　　一是"), "{text}");
    assert!(!text.replace("\r\n", "").contains('\n'), "{text}");
}

#[test]
fn paragraphs_are_laid_out_as_those_of_the_draft() {
    let apart = "某县人民政府2025年度法治政府建设情况报告\n\n一、主要举措和成效\n\n　　已完成。\n\n|\n三、附则\n";
    let (source, found) = items(apart, false);
    let section = found.iter().find(|item| item.label == "二、下一年度主要安排").expect("a section");
    let text = accept(&source, section);
    assert!(text.contains("已完成。\n\n二、2026年推进法治政府建设的主要安排\n\n　　一是××"), "{text}");
    assert!(text.contains("\n\n三、附则"), "{text}");
    let close = apart.replace("\n\n", "\n");
    let (source, found) = items(&close, true);
    let section = found.iter().find(|item| item.label == "二、下一年度主要安排").expect("a section");
    let text = accept(&source, section);
    assert!(text.contains("已完成。\n二、2026年推进法治政府建设的主要安排\n　　一是") && text.contains("$0\n三、附则"), "{text}");
    let (source, found) = items(&apart.replace("|\n三、附则", "（一）乙\n\n|"), false);
    let topic = found.iter().find(|item| item.label == "行政复议").expect("a topic");
    assert!(accept(&source, topic).contains("（一）乙\n\n　　深入实施"), "{}", topic.edit.text);
}

#[test]
fn sentences_get_no_templates() {
    for marked in ["全年受理案件，一|", "全年（|", "受理案件12|", "一、主要举措和成效（|"] {
        assert!(items(marked, true).1.is_empty(), "{marked}");
    }
}

/// What the only or first item would make of the line.
fn first(marked: &str) -> String {
    let (source, mut found) = items(marked, false);
    found.sort_by(|a, b| a.sort_text.cmp(&b.sort_text));
    accept(&source, found.first().unwrap_or_else(|| panic!("nothing for {marked}")))
}

#[test]
fn titles_are_found_by_characters_initials_and_short_names() {
    for typed in ["行政处罚", "xzcff", "行政處罰"] {
        assert_eq!(first(&format!("贯彻《{typed}|")), "贯彻《行政处罚法》", "{typed}");
    }
    assert_eq!(first("贯彻《行政处罚|》，规范执法。"), "贯彻《行政处罚法》，规范执法。");
    let (_, found) = items("贯彻《|", false);
    assert!(!found.is_empty() && found.iter().all(|item| item.kind == CompletionKind::Reference));
    let rank = |title: &str| found.iter().position(|item| item.label.contains(title)).unwrap_or(usize::MAX);
    assert!(rank("法治政府建设与责任落实督察工作规定") < 30 && rank("行政复议法") < 30, "what reports cite stands first: {found:?}");
}

#[test]
fn a_title_leads_to_its_number_and_a_bracket_to_numbers() {
    let title = "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》";
    for typed in ["", "（", "(", "（国办发"] {
        assert_eq!(first(&format!("落实{title}{typed}|")), format!("落实{title}（国办发〔2018〕37号）"), "{typed}");
    }
    assert!(items(&format!("落实{title}，全年审核|"), false).1.is_empty());
    for bracket in ["〔", "["] {
        let (_, found) = items(&format!("根据国办发{bracket}2018|"), false);
        assert!(found.iter().any(|item| item.label == "国办发〔2018〕37号"), "{found:?}");
        assert!(found.iter().all(|item| item.label.contains("2018")), "{found:?}");
    }
}

#[test]
fn a_rate_is_computed_from_its_sentence() {
    let sentence = "全年受理矛盾纠纷1231件，调解成功1205件，调解成功率";
    assert_eq!(first(&format!("{sentence}|")), format!("{sentence}为97.89%"));
    assert_eq!(first(&format!("{sentence}达|。")), format!("{sentence}达97.89%。"));
    assert_eq!(first(&format!("{sentence}97.5%|")), format!("{sentence}97.9%"));
    assert!(items(&format!("{sentence}97.89%|"), false).1.is_empty(), "what is right stays");
    // A rate that may be over all cases or over some of them is computed as well, as far as it holds.
    let sentence = "全年受理案件500件，办结450件，办结率";
    assert_eq!(first(&format!("{sentence}|")), format!("{sentence}为90%"));
    assert_eq!(first(&format!("{sentence}8|")), format!("{sentence}90%"));
    assert!(items("调解成功率|", false).1.is_empty(), "without figures nothing follows");
}

#[test]
fn documentation_shows_text_and_ties() {
    let engine = Engine::new(Settings::default());
    let text = documentation(&engine, "topic/mediation@2025", Lang::Zh).expect("a template");
    assert!(text.contains("**完善矛盾纠纷多元化解机制**") && text.contains("- 成功率 = 成功 ÷ 受理"), "{text}");
    let old = documentation(&engine, "topic/legal-education@2025", Lang::Zh).expect("a template");
    assert!(old.contains("“八五”普法"), "{old}");
    let law = documentation(&engine, "reference/law/行政处罚法", Lang::Zh).expect("a reference");
    assert!(law.contains("2021"), "{law}");
    assert_eq!(documentation(&engine, "topic/none", Lang::Zh), None);
}

#[test]
fn any_place_of_any_text_is_answered() {
    let engine = Engine::new(Settings::default());
    let source = "一、\u{20BB7}😀\r\n（一）办结率\r三、《〔%";
    let review = engine.review(source);
    for offset in 0..source.len() + 3 {
        complete(&engine, &review, source, offset, None, &Options::default());
        complete(&engine, &review, "短", offset, None, &Options::default());
    }
}
