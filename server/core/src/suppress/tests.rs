use super::{Form, ignore_here, mask, read};
use crate::text::Span;
use crate::{Engine, Finding, Lang, Review, Settings, Severity};

/// A review of one invented finding of `arithmetic/rate` at each `97%`.
fn review(source: &str) -> Review {
    let comments = read(source);
    let masked = mask(source, &comments);
    assert_eq!(masked.len(), source.len(), "masking keeps every offset");
    let findings = masked.match_indices("97%").map(|(at, text)| Finding {
        rule: "arithmetic/rate",
        severity: Severity::Error,
        message: String::new(),
        span: Span::new(at, at + text.len()),
        related: Vec::new(),
        fix: None,
        deprecated: false,
    });
    let mut review = Review { findings: findings.collect(), ..Review::default() };
    super::apply(&comments, &mut review, &Settings::default());
    review
}

/// The rules found, and the reasons of what is set aside.
fn outcome(source: &str) -> (Vec<&'static str>, Vec<String>) {
    let review = review(source);
    (
        review.findings.iter().map(|finding| finding.rule).collect(),
        review.suppressed.into_iter().map(|suppressed| suppressed.reason).collect(),
    )
}

fn aside(reasons: &[&str]) -> (Vec<&'static str>, Vec<String>) {
    (vec![], reasons.iter().map(|&reason| reason.to_owned()).collect())
}

#[test]
fn a_comment_alone_rules_the_next_line() {
    assert_eq!(outcome("<!-- 核稿忽略 arithmetic/rate：口径不同 -->\n办结率97%。\n"), aside(&["口径不同"]));
    assert_eq!(outcome("【核稿忽略 arithmetic：口径不同】\n\n办结率97%。"), aside(&["口径不同"]));
    assert_eq!(
        outcome("【核稿忽略 arithmetic/rate: 口径不同】\r\n办结率97%。\r\n办结率97%。"),
        (vec!["arithmetic/rate"], vec!["口径不同".to_owned()])
    );
}

#[test]
fn a_comment_behind_text_rules_its_own_line() {
    let source = "办结率97%。<!-- 核稿忽略 arithmetic/rate：统计口径含上年 -->\n调解成功率97%。";
    assert_eq!(outcome(source), (vec!["arithmetic/rate"], vec!["统计口径含上年".to_owned()]));
}

#[test]
fn a_block_rules_what_it_encloses() {
    let source = "<!-- 核稿忽略开始 arithmetic/rate：上级给定 -->\n办结率97%。\n成功率97%。\n<!-- 核稿忽略结束 -->\n出庭率97%。";
    assert_eq!(outcome(source), (vec!["arithmetic/rate"], vec!["上级给定".to_owned(); 2]));
}

#[test]
fn comments_may_be_stacked_and_name_several_rules() {
    let source = "【核稿忽略 suppress/unused：不会起作用】\n【核稿忽略 arithmetic/rate、structure：两处都说明过】\n办结率97%。";
    let (found, reasons) = outcome(source);
    assert_eq!(reasons, ["两处都说明过"]);
    assert!(found.contains(&"suppress/unused"), "{found:?}");
}

#[test]
fn without_a_reason_nothing_is_set_aside() {
    for source in ["<!-- 核稿忽略 arithmetic/rate -->\n办结率97%。", "【核稿忽略 arithmetic/rate：××】\n办结率97%。"] {
        let (mut found, reasons) = outcome(source);
        found.sort_unstable();
        assert_eq!((found, reasons), (vec!["arithmetic/rate", "suppress/reason"], vec![]), "{source}");
    }
}

#[test]
fn unknown_names_are_told_with_the_nearest() {
    let review = review("【核稿忽略 suppress/unusde：试】\n办结率100%。");
    assert_eq!(review.findings.len(), 1);
    assert_eq!(review.findings[0].rule, "suppress/unknown");
    assert!(review.findings[0].message.contains("suppress/unused"), "{}", review.findings[0].message);
    assert_eq!(outcome("【核稿忽略：试】\n办结率100%。").0, ["suppress/unknown"]);
}

#[test]
fn blocks_must_match() {
    assert_eq!(outcome("<!-- 核稿忽略结束 -->\n").0, ["suppress/unclosed"]);
    assert_eq!(outcome("<!-- 核稿忽略开始 全部：附表 -->\n办结率97%。").0, ["suppress/unclosed"]);
}

#[test]
fn what_is_not_between_marks_is_text() {
    assert!(read("本报告未使用核稿忽略批注。").is_empty());
    assert!(read("【核稿忽略 arithmetic：没有收尾").is_empty());
    assert!(read("核稿忽略 arithmetic：没有标记】").is_empty());
}

#[test]
fn figures_in_a_reason_are_not_read() {
    let source = "<!-- 核稿忽略 全部：应为97% -->\n办结率95%。";
    assert_eq!(outcome(source).0, ["suppress/unused"]);
}

#[test]
fn the_engine_applies_comments() {
    let review = Engine::new(Settings::default()).review("<!-- 核稿忽略 suppress -->\n办结率95%。");
    assert!(review.findings.iter().any(|finding| finding.rule == "suppress/reason"), "{:?}", review.findings);
}

#[test]
fn ignoring_here_asks_for_a_reason_and_then_works() {
    let source = "第一行。\n　　办结率97%。\n";
    let finding = review(source).findings.remove(0);
    for form in [Form::Markdown, Form::Plain] {
        let fix = ignore_here(source, &finding, form, Lang::Zh);
        let edit = &fix.edits[0];
        let mut edited = source.to_owned();
        edited.replace_range(edit.span.range(), &edit.text);
        assert!(outcome(&edited).0.contains(&"suppress/reason"), "{edited}");
        assert_eq!(outcome(&edited.replace('：', "：口径不同")), aside(&["口径不同"]), "{edited}");
    }
}

#[test]
fn a_line_that_goes_on_is_not_torn_apart() {
    let source = "全年受理行政复议申请，其中受\n理12件，办结率97%，\n均已归档。\n";
    let finding = review(source).findings.remove(0);
    let edit = ignore_here(source, &finding, Form::Plain, Lang::Zh).edits.remove(0);
    let mut edited = source.to_owned();
    edited.replace_range(edit.span.range(), &edit.text);
    assert_eq!(edited, "全年受理行政复议申请，其中受\n理12件，办结率97%，【核稿忽略 arithmetic/rate：】\n均已归档。\n");
}

#[test]
fn what_is_blanked_keeps_the_boundaries_of_characters() {
    let source = "##【核稿忽略 全部：é已核】 列了三组。\n";
    let masked = mask(source, &read(source));
    assert_eq!(masked.len(), source.len());
    let same = (0..source.len()).all(|at| source.is_char_boundary(at) == masked.is_char_boundary(at));
    assert!(same && masked.trim_start_matches('#').trim_start().starts_with("列了"), "{masked:?}");
}
