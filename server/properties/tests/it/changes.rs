//! Changes of a draft that change nothing of what is to be said about it: whoever finds more or less afterwards has read the draft wrongly.

use crate::draft::{Draft, draft};
use hegao_core::text::LineIndex;
use hegao_core::{Engine, Finding, Review, Settings, SeverityOverride};
use properties::review::{against_holds, engine, same_in_english};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// A finding as a reader sees it: its line, its rule, and the words that it marks.
type Said = (usize, &'static str, String);

/// What is found, without the places within a line.
fn said<'a>(findings: impl IntoIterator<Item = &'a Finding>, text: &str) -> Vec<Said> {
    let lines = LineIndex::new(text);
    let line = |finding: &Finding| lines.line_of(finding.span.start as usize);
    let mut said: Vec<Said> = findings.into_iter().map(|finding| (line(finding), finding.rule, finding.span.of(text).to_owned())).collect();
    said.sort();
    said
}

fn all_said(text: &str) -> Vec<Said> {
    said(&engine().review(text).findings, text)
}

/// What arithmetic has to say, with its digits and signs written in one way.
fn arithmetic(text: &str) -> Vec<Said> {
    let review = engine().review(text);
    let mut said = said(review.findings.iter().filter(|finding| finding.family() == "arithmetic"), text);
    said.iter_mut().for_each(|(_, _, words)| *words = narrow(words));
    said.sort();
    said
}

/// Full-width digits as ASCII digits.
fn narrow(text: &str) -> String {
    let narrow = |c: char| if ('０'..='９').contains(&c) { char::from_u32(c as u32 - 0xFEE0) } else { None };
    text.chars().map(|c| narrow(c).unwrap_or(c)).collect()
}

/// ASCII digits as full-width digits.
fn wide(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c }).collect()
}

/// Whether a draft holds comments of ours or marks of parts, whose reach hangs on what follows them.
fn marked(draft: &Draft) -> bool {
    draft.paragraphs.iter().any(|paragraph| paragraph.contains("核稿") || paragraph.contains("【篇"))
}

/// The engine that leaves one rule out.
fn review_without(rule: &'static str, text: &str) -> Review {
    static ENGINES: Mutex<BTreeMap<&'static str, Engine>> = Mutex::new(BTreeMap::new());
    let mut engines = ENGINES.lock().unwrap();
    let without = || {
        let severities = BTreeMap::from([(rule.to_owned(), SeverityOverride::Off)]);
        Engine::new(Settings { severities, ..Settings::default() })
    };
    engines.entry(rule).or_insert_with(without).review(text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_name_of_the_place_is_but_a_name(draft in draft(), name in select(vec!["柳湾", "石桥", "云溪"])) {
        let text = draft.text("\n").replace("青嵐", "青岚");
        let renamed = text.replace("青岚", name).replace("雁浦", "河东");
        let wanted: Vec<Said> = all_said(&text).into_iter().map(|(line, rule, words)| (line, rule, words.replace("青岚", name).replace("雁浦", "河东"))).collect();
        prop_assert_eq!(all_said(&renamed), wanted, "{} of {}", renamed, text);
    }

    #[test]
    fn the_language_changes_no_finding(draft in draft()) {
        let text = draft.text("\n");
        same_in_english(&text, &engine().review(&text));
    }

    #[test]
    fn plain_prose_in_front_moves_findings_and_no_more(draft in draft()) {
        // Too short to count among the lines of a page that is set to a width.
        const PROSE: &str = "全市凝心聚力，各项工作有序。\n";
        prop_assume!(!marked(&draft));
        let text = draft.text("\n");
        // Behind the title, which stays the first line.
        let behind = text.find('\n').unwrap() + 1;
        let longer = format!("{}{PROSE}{}", &text[..behind], &text[behind..]);
        // How the parts are built hangs on how much is written: a paragraph more may be the part that has no heading.
        let other = |said: &Said| !said.1.starts_with("structure/");
        let wanted: Vec<Said> =
            all_said(&text).into_iter().filter(other).map(|(line, rule, words)| (line + usize::from(line > 0), rule, words)).collect();
        let found: Vec<Said> = all_said(&longer).into_iter().filter(other).collect();
        prop_assert_eq!(found, wanted, "{}", longer);
    }

    #[test]
    fn the_width_of_digits_changes_no_verdict(draft in draft()) {
        let text = draft.text("\n");
        prop_assert_eq!(arithmetic(&wide(&text)), arithmetic(&narrow(&text)), "{}", text);
    }

    #[test]
    fn a_draft_twice_in_a_file_is_found_fault_with_twice(draft in draft()) {
        // Whether lines are set to a width is asked of the file: few lines are not.
        let draft = Draft { paragraphs: draft.paragraphs.into_iter().take(4).collect() };
        let text = draft.text("\n");
        prop_assume!(!marked(&draft) && text.lines().filter(|line| line.chars().count() >= 16).count() < 4);
        let (first, second) = (format!("【篇一】\n{text}"), format!("【篇二】\n{text}"));
        let lines = first.lines().count();
        let once = all_said(&first);
        let again = once.iter().map(|(line, rule, words)| (line + lines, *rule, words.clone()));
        let mut wanted: Vec<Said> = once.iter().cloned().chain(again).collect();
        wanted.sort();
        prop_assert_eq!(all_said(&format!("{first}{second}")), wanted, "{}", text);
    }

    #[test]
    fn a_rule_that_is_off_is_silent_and_no_other(draft in draft(), which in any::<prop::sample::Index>()) {
        prop_assume!(!marked(&draft));
        let text = draft.text("\n");
        let review = engine().review(&text);
        prop_assume!(!review.findings.is_empty());
        let rule = review.findings[which.index(review.findings.len())].rule;
        let wanted = said(review.findings.iter().filter(|finding| finding.rule != rule), &text);
        prop_assert_eq!(said(&review_without(rule, &text).findings, &text), wanted, "without {}: {}", rule, text);
    }

    #[test]
    fn last_years_report_adds_findings_and_takes_none_away(before in draft(), now in draft(), empty in any::<bool>()) {
        let (before, now) = (if empty { String::new() } else { before.text("\n") }, now.text("\n"));
        let against = against_holds(&before, &now);
        let alone = engine().review(&now);
        let (with, without) = (said(&against.findings, &now), said(&alone.findings, &now));
        if empty {
            prop_assert_eq!(&with, &without);
        }
        for finding in &without {
            prop_assert!(with.contains(finding), "{:?} is lost: {} after {}", finding, now, before);
        }
    }

    #[test]
    fn a_report_held_against_itself_is_no_last_years(draft in draft()) {
        let text = draft.text("\n");
        against_holds(&text, &text);
    }
}
