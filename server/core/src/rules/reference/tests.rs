mod confidence;

use crate::rules::Rule;
use crate::rules::{reference, wording};
use crate::{Engine, Finding, Settings};

fn review(text: &str, period: Option<&str>) -> Vec<Finding> {
    let settings = Settings { period: period.map(|period| period.parse().unwrap()), ..Settings::default() };
    Engine::new(settings).review(text).findings
}

#[test]
fn the_examples_of_every_rule_hold() {
    let rules: Vec<&Rule> = reference::RULES.iter().chain(wording::RULES).copied().collect();
    for rule in rules {
        let year = |text: &str| {
            let at = text.find("年法治政府建设工作总结")?;
            Some(text[at - 4..at].to_owned())
        };
        let marked = |text: &str| review(text, year(text).as_deref()).iter().any(|finding| finding.rule == rule.id);
        assert!(marked(rule.bad), "{} does not mark its bad example", rule.id);
        assert!(!marked(rule.good), "{} marks its good example", rule.id);
    }
}

/// Which rule speaks, with `=` for none.
fn verdict(reference: &str, period: &str) -> String {
    let text = format!("一、主要做法\n严格落实{reference}要求。\n");
    let found = review(&text, Some(period));
    let found = found.iter().find(|finding| finding.rule.starts_with("reference/") && !["reference/title-form"].contains(&finding.rule));
    found.map_or("=".to_owned(), |finding| finding.rule.trim_start_matches("reference/").to_owned())
}

#[test]
fn travel_in_time() {
    let table = include_str!("time_travel.tsv");
    let mut rows = 0;
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [reference, period, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        rows += 1;
        let found = verdict(reference, period);
        if found != expected {
            wrong.push(format!("{reference} in {period}: {found}, not {expected}"));
        }
    }
    assert!(rows >= 60, "{rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_draft_in_four_years() {
    let text = "一、主要做法\n执行《合同法》,落实《法治政府建设实施纲要（2021—2025年）》和《信访条例》,学习党的二十大精神。\n";
    let rules = |period: &str| -> Vec<&str> {
        review(text, Some(period)).into_iter().map(|finding| finding.rule).filter(|rule| rule.starts_with("reference/")).collect()
    };
    assert_eq!(rules("2019"), ["reference/not-yet-issued", "reference/not-yet-issued"]);
    assert_eq!(rules("2021"), ["reference/superseded", "reference/not-yet-issued"]);
    assert_eq!(rules("2023"), ["reference/superseded", "reference/superseded"]);
    assert_eq!(rules("2026"), ["reference/superseded", "reference/plan-over", "reference/superseded"]);
}

#[test]
fn what_speaks_of_the_past_is_left_alone() {
    for text in [
        "废止《合同法》配套文件3件。",
        "清理依据《物权法》制定的文件。",
        "2018年印发的通知依据《合同法》制定。",
        "原安监局职责划转后完成交接。",
        "“七五”普法规划圆满收官,顺利通过验收。",
        "“七五”普法期间,全县完成普法任务。",
        "公布失效文件目录,包括依据《信访条例》制定的3件。",
        "喜迎党的二十大胜利召开。",
    ] {
        let found: Vec<_> = review(text, Some("2022")).into_iter().filter(|finding| finding.rule.starts_with("reference/")).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    let found = review("原安监局职责划转后完成交接。", Some("2022"));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn wrong_titles_and_numbers() {
    for (text, rule) in [
        ("执行《加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）。", "reference/wrong-title"),
        ("执行《行政处分法》。", "reference/wrong-title"),
        ("执行《重大行政决策程序条例》。", "reference/wrong-title"),
        ("转发某政办发〔15〕12号文件。", "reference/number-form"),
        ("贯彻国办发〔2018〕37 文件。", "reference/number-form"),
        ("实施《关于转发的通知》。", "reference/title-form"),
    ] {
        assert!(review(text, Some("2022")).iter().any(|finding| finding.rule == rule), "{text}");
    }
    for text in [
        "印发《某市法治政府建设实施纲要（2021—2025年）》。",
        "制定《某县重大行政决策程序规定》。",
        "印发《关于加强行政规范性文件制定和监督管理工作的实施意见》。",
    ] {
        let found = review(text, Some("2022"));
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn what_is_to_come_may_be_planned() {
    let rules = |section: &str, sentence: &str, date: &str| -> Vec<&str> {
        let text =
            format!("青禾县2020年法治政府建设工作总结\n一、主要做法\n规范行政执法。\n{section}\n{sentence}\n\n青禾县人民政府\n{date}\n");
        review(&text, None).into_iter().map(|finding| finding.rule).filter(|rule| rule.starts_with("reference/")).collect()
    };
    let (done, plan) = ("二、主要成效", "二、2021年工作安排");
    assert_eq!(rules(plan, "实施“八五”普法规划，学习贯彻党的十九届六中全会精神。", "2021年1月20日"), Vec::<&str>::new());
    assert_eq!(rules(done, "启动“八五”普法规划编制。", "2021年1月20日"), Vec::<&str>::new());
    assert_eq!(rules(done, "实施“八五”普法规划。", "2021年1月20日"), ["reference/not-yet-issued"]);
    // The congress of the year after next is none that the plan can speak of.
    assert_eq!(rules(plan, "学习贯彻党的二十大精神。", "2021年1月20日"), ["reference/not-yet-issued"]);
}

#[test]
fn a_plan_that_no_row_has_is_over_by_its_own_years() {
    let told = |sentence: &str, period: &str| review(sentence, Some(period)).iter().any(|finding| finding.rule == "reference/plan-over");
    for (sentence, period) in
        [("落实《青禾县依法治县规划（2016—2020年）》。", "2023"), ("实施《青禾市法治宣传规划（2016-2020年）》。", "2022")]
    {
        assert!(told(sentence, period), "{sentence}");
    }
    for (sentence, period) in [
        ("落实《青禾县依法治县规划（2016—2020年）》。", "2020"),
        ("落实《青禾县依法治县规划（2021—2025年）》。", "2023"),
        ("总结评估落实《青禾县依法治县规划（2016—2020年）》的成效。", "2021"),
        ("《青禾县依法治县规划（2016—2020年）》档案已归档。", "2023"),
        ("“十三五”期间落实《青禾县依法治县规划（2016—2020年）》。", "2023"),
    ] {
        assert!(!told(sentence, period), "{sentence}");
    }
}

#[test]
fn former_names_are_told_by_the_word_in_front() {
    for text in ["原县安监局移交档案12卷。", "由原国家食品药品监督管理总局公布。", "原《信访条例》与新规定一并学习。"]
    {
        let found: Vec<_> = review(text, Some("2023")).into_iter().filter(|finding| finding.rule.starts_with("reference/")).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
    let found = review("太原市安监局移交档案12卷。", Some("2023"));
    assert!(found.iter().any(|finding| finding.rule == "reference/renamed-institution"), "{found:?}");
}

#[test]
fn what_is_named_as_past_or_to_come_is_not_counted_as_outdated() {
    let settings = Settings { period: "2025".parse().ok(), ..Settings::default() };
    let text = "一、主要做法\n清理废止依据《中华人民共和国合同法》制定的文件。\n二、下一步安排\n制定“九五”普法实施方案，落实《中华人民共和国合同法》。\n";
    let review = Engine::new(settings).review(text);
    let told: Vec<_> = review.drafts[0]
        .references
        .iter()
        .map(|reference| (reference.span.of(text), reference.historical, reference.is_outdated()))
        .collect();
    assert_eq!(told, [("《中华人民共和国合同法》", true, false), ("“九五”普法", true, false), ("《中华人民共和国合同法》", false, true)]);
}
