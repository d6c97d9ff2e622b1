//! The version that a citation names: does it exist, had it been passed, was it still the one in force?

use super::judge::{AsOf, sentence, speaks_of_past};
use super::judged;
use crate::catalogue::references::{Confidence, Entry, EntryKind, Revision};
use crate::draft::Citation;
use crate::draft::citations::Version;
use crate::rules::{Report, Rule};
use crate::{Lang, Severity, say};

/// `reference/wrong-version`
pub(super) static RULE: Rule = Rule {
    id: "reference/wrong-version",
    severity: Severity::Warning,
    what: [
        "引用时注明的版本（如2021年修订）不存在、当时尚未通过或已不是现行版本；“新修订的”其实早已修订",
        "The version named with a law does not exist, had not been passed or was no longer in force; “newly revised” of an old revision",
    ],
    why: [
        "版本以通过修订、修正的年份称呼，以目录所列历次修改为准；案件适用旧法等语境不报。",
        "A version is called by the year in which it was passed, as the catalogue lists them. What speaks of the past is left alone.",
    ],
    bad: "某县2023年法治政府建设工作总结\n一、主要做法\n执行《中华人民共和国行政处罚法》（2020年修订）。\n",
    good: "某县2023年法治政府建设工作总结\n一、主要做法\n执行《中华人民共和国行政处罚法》（2021年修订）。\n",
    check: |cx| {
        let lang = cx.lang();
        let versioned = |(citation, _): &(&Citation, _)| citation.version.is_some() || citation.fresh.is_some();
        for (citation, judgement) in judged(cx).into_iter().filter(versioned) {
            let Some(row) = judgement.entry else { continue };
            let entry = cx.catalogue.references.entry(row);
            if entry.confidence < Confidence::High || !matches!(entry.kind, EntryKind::Law | EntryKind::Regulation) {
                continue;
            }
            let (before, after) = sentence(cx.text(), citation);
            if speaks_of_past(before, after) {
                continue;
            }
            let found = match (&citation.version, citation.fresh) {
                (Some(version), _) => {
                    named(entry, version, judgement.as_of, lang).map(|(message, severity)| (version.span, message, severity))
                }
                (None, Some(span)) => fresh(entry, citation, judgement.as_of, lang).map(|(message, severity)| (span, message, severity)),
                (None, None) => None,
            };
            if let Some((span, message, severity)) = found {
                cx.report(&RULE, Report::new(span, message).severity(severity));
            }
        }
    },
};

/// What is wrong with a version named by its year.
fn named(entry: &Entry, version: &Version, as_of: Option<AsOf>, lang: Lang) -> Option<(String, Severity)> {
    let name = entry.title.as_ref();
    let of_year = |revision: &Revision| revision.issued.year == version.year;
    let Some(revision) = entry.revisions().filter(of_year).last() else {
        // Some call a version by the year in which it came into force.
        if let Some(revision) = entry.revisions().find(|revision| revision.from.is_some_and(|from| from.year == version.year)) {
            let (year, manner, from) = (revision.issued.year, revision.manner, version.year);
            let message = say!(
                lang,
                "《{name}》是{year}年{manner}、{from}年施行，应写“{year}年{manner}”",
                "《{name}》 was passed in {year} and in force from {from}: write {year}年{manner}"
            );
            return Some((message, Severity::Information));
        }
        let years: Vec<String> = entry.revisions().map(|revision| format!("{}年{}", revision.issued.year, revision.manner)).collect();
        let latest = entry.revisions().last().map_or(entry.issued?.year, |revision| revision.issued.year);
        // What comes after the last one that the table has may be newer than the table.
        if version.year > latest {
            return None;
        }
        let known =
            if years.is_empty() { lang.pick("至今未修改", "never changed").to_owned() } else { years.join(lang.pick("、", ", ")) };
        let (year, manner) = (version.year, version.manner);
        let message =
            say!(lang, "《{name}》没有{year}年{manner}的版本（历次：{known}）", "《{name}》 has no version of {year} (versions: {known})");
        // The table has every change of a law; of regulations it may lack one.
        let severity = if entry.kind == EntryKind::Law { Severity::Warning } else { Severity::Information };
        return Some((message, severity));
    };
    let as_of = as_of?;
    let passed = revision.issued;
    if passed.first() > as_of.report {
        let message = say!(
            lang,
            "《{name}》{passed}才{}，晚于报告成文时间",
            "《{name}》 was changed ({}) only on {passed}, after the report",
            revision.manner
        );
        return Some((message, Severity::Error));
    }
    let newest = entry.version_on(as_of.past)?;
    if newest.issued.first() > passed.last() {
        let (from, year, manner) = (newest.from.unwrap_or(newest.issued), newest.issued.year, newest.manner);
        let message = say!(
            lang,
            "《{name}》报告期内已施行{year}年{manner}的版本（自{from}起）",
            "《{name}》: the version of {year} was in force in the report's period (from {from})"
        );
        return Some((message, Severity::Information));
    }
    let other = version.manner != revision.manner && version.manner != "修改" && revision.manner != "修改";
    other.then(|| {
        let (year, right, wrong) = (version.year, revision.manner, version.manner);
        let message =
            say!(lang, "《{name}》{year}年是{right}，不是{wrong}", "《{name}》: the change of {year} is a {right}, not a {wrong}");
        (message, Severity::Information)
    })
}

/// Whether 新修订的 can be said of a law at the time.
fn fresh(entry: &Entry, citation: &Citation, as_of: Option<AsOf>, lang: Lang) -> Option<(String, Severity)> {
    /// How many years a revision is called new.
    const NEW: i16 = 2;
    let (as_of, name) = (as_of?, entry.title.as_ref());
    debug_assert!(citation.fresh.is_some());
    let Some(last) = entry.revisions().filter(|revision| revision.issued.first() <= as_of.report).last() else {
        // A row without any change may simply lack them; one that changes later had not changed by then.
        let later = entry.revisions().next()?;
        let (on, manner) = (later.issued, later.manner);
        let message = say!(lang, "《{name}》至此尚未修订（{on}才{manner}）", "《{name}》 had not been revised yet ({manner} on {on})");
        return Some((message, Severity::Information));
    };
    let from = last.from.unwrap_or(last.issued);
    (from.last().year + NEW < as_of.past.year).then(|| {
        let (on, manner) = (last.issued, last.manner);
        let message = say!(
            lang,
            "《{name}》最近一次修改是{on}{manner}（{from}起施行），已不宜称“新修订”",
            "《{name}》 was last changed on {on} ({manner}, in force {from}): no longer “newly revised”"
        );
        (message, Severity::Hint)
    })
}
