use super::*;
use crate::{Engine, Lang, LocalReference};

fn references() -> References {
    References::load(&Settings::default())
}

#[test]
fn the_table_is_sound() {
    let references = references();
    assert_eq!(references.problems(), Vec::<String>::new());
    assert!(references.entries().len() > 1_300 && !references.terms().is_empty());
}

#[test]
fn bad_rows_are_named() {
    let row = |title: &str, to: &str, by: &str| LocalReference {
        title: title.to_owned(),
        from: Some("2020-01-01".to_owned()),
        to: Some(to.to_owned()),
        replaced_by: Some(by.to_owned()),
        ..LocalReference::default()
    };
    let settings = Settings {
        references: vec![row("某市甲办法", "2019-01-01", "某市乙办法"), row("某市乙办法", "2023-02-30", "某市甲办法")],
        ..Settings::default()
    };
    let problems = References::load(&settings).problems().join("\n");
    for part in ["2023-02-30", "ends before it begins", "circle"] {
        assert!(problems.contains(part), "{part} is not named in:\n{problems}");
    }
}

#[test]
fn a_local_row_is_judged_like_a_built_in_one() {
    let local = LocalReference {
        title: "某市供水管理办法".to_owned(),
        from: Some("2010-01-01".to_owned()),
        to: Some("2020-06-01".to_owned()),
        ..LocalReference::default()
    };
    let settings = Settings { references: vec![local], period: Some("2022".parse().unwrap()), ..Settings::default() };
    let review = Engine::new(settings).review("执行《某市供水管理办法》。\n");
    assert!(review.findings.iter().any(|finding| finding.rule == "reference/repealed"), "{:?}", review.findings);
}

#[test]
fn titles_complete_by_title_number_and_initials() {
    let references = references();
    let day = Date::new(2023, 12, 31);
    for (typed, first) in [
        ("行政处罚", "行政处罚法"),
        ("xzcff", "行政处罚法"),
        ("xzfyf", "行政复议法"),
        ("国办发〔2018〕37", "国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知"),
        ("优化营商", "优化营商环境条例"),
    ] {
        let found = references.complete_titles(typed, day, 10);
        assert_eq!(found.first().map(|found| found.title.as_str()), Some(first), "{typed}");
    }
    let outline = references.complete_titles("法治政府建设实施纲要", day, 10);
    assert!(outline[0].in_force && outline[0].title.contains("2021") && !outline[1].in_force, "{outline:?}");
    assert_eq!(references.complete_numbers("", Some("优化营商环境条例"), day, 5)[0].number, "国务院令第722号");
    assert!(references.complete_numbers("国办发〔2018", None, day, 5).iter().all(|found| found.number.starts_with("国办发〔2018〕")));
}

#[test]
fn a_row_is_described_in_both_languages() {
    let references = references();
    let row = references.by_title("《合同法》")[0];
    let (zh, en) = (references.describe(row, None, Lang::Zh), references.describe(row, None, Lang::En));
    assert!(zh.contains("失效：2021-01-01") && zh.contains("现为：《中华人民共和国民法典》"), "{zh}");
    assert!(en.contains("No longer in force: 2021-01-01"), "{en}");
    let row = references.by_title("行政处罚法")[0];
    let on = |day: &str| references.describe(row, day.parse().ok(), Lang::Zh);
    assert!(on("2020-06-30").contains("2020-06-30时的版本：2017-09-01修正（2018-01-01起施行）"), "{}", on("2020-06-30"));
    assert!(on("2023-12-31").contains("2023-12-31时的版本：2021-01-22修订（2021-07-15起施行）"), "{}", on("2023-12-31"));
    assert!(on("1996-05-01").contains("已公布，尚未施行"), "{}", on("1996-05-01"));
}

#[test]
fn near_titles_are_found_and_never_guessed() {
    let references = references();
    let near = |title: &str| references.nearest(&key(title)).map(|near| references.entry(near.entry).short().to_owned());
    for (written, right) in [
        ("行政处分法", "行政处罚法"),
        ("法治政府建设与责任落实督查工作规定", "法治政府建设与责任落实督察工作规定"),
        ("重大行政决策程序条例", "重大行政决策程序暂行条例"),
        ("关于全面推行行政规范性文件合法性审核机制指导意见", "国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见"),
        ("法制政府建设实施纲要（2021—2025年）", "法治政府建设实施纲要（2021－2025年）"),
        ("法治社会建设实施刚要（2020—2025年）", "法治社会建设实施纲要（2020－2025年）"),
    ] {
        assert_eq!(near(written).as_deref(), Some(right), "{written}");
    }
    for local in [
        "关于全面推行行政规范性文件合法性审核机制的实施意见",
        "某市重大行政决策程序规定",
        "某省行政处罚听证办法",
        "城市供热条例",
        "消防条例",
        "法治政府建设实施方案",
        "城市绿化管理条例",
    ] {
        assert_eq!(near(local), None, "{local}");
    }
}

#[test]
fn every_term_marks_what_it_says_and_leaves_the_rest() {
    for term in references().terms() {
        let period = term.year.map(crate::time::Period::year);
        let engine = Engine::new(Settings { period, ..Settings::default() });
        let rule = match term.rule {
            TermRule::FixedTerm => "wording/fixed-term",
            TermRule::ConfusedWord => "wording/confused-word",
            TermRule::OutdatedTerm => "reference/outdated-term",
            TermRule::NotYet => "reference/not-yet-issued",
        };
        let marked = |text: &str| engine.review(text).findings.iter().any(|finding| finding.rule == rule);
        for bad in &term.bad {
            assert!(marked(bad), "{rule} does not mark {bad}");
        }
        for good in &term.good {
            assert!(!marked(good), "{rule} marks {good}");
        }
        assert!(term.since.is_none() || term.since().is_some(), "{:?}: since", term.words);
        assert!(term.right.len() <= 1 || term.right.len() == term.words.len(), "{:?}: right", term.words);
    }
}
