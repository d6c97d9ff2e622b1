//! How a reference stands as of the time that its place in the report speaks of.

use crate::catalogue::Catalogue;
use crate::catalogue::references::{Confidence, Entry, EntryKind, TermRule, key, years_of};
use crate::draft::citations::Form;
use crate::draft::{Citation, Date, Draft};
use crate::review::{ReferenceReview, ReferenceState};
use crate::text::Folded;
use crate::{Lang, Settings, Severity};

/// The verdict on a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// In force, or nothing known against it.
    Current,
    /// No longer in force, or its years are over.
    Over {
        /// What is to be cited instead.
        successor: Option<u32>,
    },
    /// Named as something of the past: no error.
    Historical,
    /// Issued, or held, after the time that the place speaks of.
    NotIssued {
        /// Whether it is later than the report itself.
        after_report: bool,
    },
    /// Issued, but not yet in force.
    NotInForce,
    /// A term that did not yet exist, or no longer fits.
    TermOutOfTime,
    /// No row.
    Unknown,
}

/// A judged citation, in the order of the draft's citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The row that is meant.
    pub entry: Option<u32>,
    /// The verdict.
    pub verdict: Verdict,
    /// How serious a finding may be; none where it may not be reported.
    pub severity: Option<Severity>,
}

/// The days as of which a place is judged.
#[derive(Clone, Copy, Debug)]
struct AsOf {
    /// What has ended by this day is over.
    past: Date,
    /// What comes after this day is not there yet.
    future: Date,
    /// After this day nothing can have been known to the writer.
    report: Date,
}

/// Headings and openings of the parts that speak of what is to come.
const PLANS: [&str; 12] = ["下一步", "下步", "打算", "计划", "安排", "思路", "展望", "明年", "今后", "工作重点", "下一年", "努力方向"];

/// Words in the sentence with which an ended reference is spoken of as ended.
const HISTORY: [&str; 30] = [
    "废止",
    "失效",
    "清理",
    "修订前",
    "修改前",
    "更名为",
    "改名为",
    "改称",
    "改为",
    "取代",
    "替代",
    "代替",
    "不再",
    "撤并",
    "划转",
    "整合",
    "组建",
    "改革前",
    "挂牌",
    "转隶",
    "收官",
    "验收",
    "总结评估",
    "终期",
    "圆满",
    "表彰",
    "回顾",
    "曾",
    "衔接",
    "过渡",
];

/// Words in the sentence with which something to come is awaited.
const AWAITED: [&str; 12] = ["迎接", "喜迎", "即将", "将于", "筹备", "拟", "征求意见", "草案", "送审稿", "谋划", "做好准备", "启动编制"];

/// Words with which a text that is issued but not in force is rightly cited.
const STUDIED: [&str; 12] = ["学习", "宣传", "培训", "解读", "宣讲", "普法", "讲座", "施行前", "实施准备", "公布", "出台", "颁布"];

/// Judges all citations of a draft.
pub(crate) fn judge(folded: &Folded, draft: &Draft, catalogue: &Catalogue) -> Vec<Judgement> {
    let text = folded.text();
    draft.citations.iter().map(|citation| one(text, draft, catalogue, citation)).collect()
}

fn one(text: &str, draft: &Draft, catalogue: &Catalogue, citation: &Citation) -> Judgement {
    let as_of = as_of(text, draft, citation.span.start as usize);
    let (before, after) = sentence(text, citation);
    if let Form::Term(index) = citation.form {
        return term(catalogue, index, citation, text, before, after, as_of);
    }
    let references = &catalogue.references;
    let unknown = Judgement { entry: None, verdict: Verdict::Unknown, severity: None };
    let Some(&first) = citation.entries.first() else { return unknown };
    let Some(as_of) = as_of else { return Judgement { entry: Some(first), verdict: Verdict::Current, severity: None } };
    // A name that was used twice means the one of the time; before its time the first.
    let in_force = citation.entries.iter().find(|&&row| references.entry(row).in_force(as_of.past));
    let started = citation
        .entries
        .iter()
        .filter(|&&row| references.entry(row).started_by(as_of.future))
        .max_by_key(|&&row| start_of(references.entry(row)));
    let earliest = citation.entries.iter().min_by_key(|&&row| start_of(references.entry(row)));
    let row = *in_force.or(started).or(earliest).unwrap_or(&first);
    let entry = references.entry(row);
    let result = |verdict, severity| Judgement { entry: Some(row), verdict, severity };
    let has = |words: &[&str]| words.iter().any(|word| before.contains(word) || after.contains(word));
    if entry.over_by(as_of.past) {
        if before.ends_with('原')
            || before.ends_with("原《")
            || has(&HISTORY)
            || narrated(before, entry, as_of.past)
            || named_in_plan_years(before, entry)
        {
            return result(Verdict::Historical, None);
        }
        let successor = references.successor_on(row, as_of.past);
        return result(Verdict::Over { successor }, severity_of_end(entry, as_of, citation, text));
    }
    if !entry.issued_by(as_of.future) {
        if has(&AWAITED) {
            return result(Verdict::Historical, None);
        }
        let after_report = !entry.issued_by(as_of.report);
        let severity = match entry.confidence {
            Confidence::High if after_report => Some(Severity::Error),
            Confidence::High => Some(Severity::Information),
            Confidence::Medium => Some(Severity::Hint),
            Confidence::Low => None,
        };
        // An office may have been set up locally before or after; its name says nothing about time.
        let severity = severity.filter(|_| entry.kind != EntryKind::Institution);
        return result(Verdict::NotIssued { after_report }, severity);
    }
    let binding = !matches!(entry.kind, EntryKind::Institution | EntryKind::Meeting | EntryKind::Campaign | EntryKind::Plan);
    if binding && !entry.started_by(as_of.past) && !has(&AWAITED) {
        let severity = match entry.confidence {
            Confidence::High if !has(&STUDIED) => Some(Severity::Information),
            Confidence::Low => None,
            _ if has(&STUDIED) => None,
            _ => Some(Severity::Hint),
        };
        return result(Verdict::NotInForce, severity);
    }
    result(Verdict::Current, None)
}

fn start_of(entry: &Entry) -> Option<Date> {
    entry.from.or(entry.issued).map(|when| when.first())
}

fn severity_of_end(entry: &Entry, as_of: AsOf, citation: &Citation, text: &str) -> Option<Severity> {
    let same_year = entry.to.is_some_and(|to| to.year == as_of.past.year);
    let just_over = entry.to.is_some_and(|to| to.year + 1 >= as_of.past.year);
    // A plan may be cited without its years where the next one is not known to the table.
    let open = entry.kind == EntryKind::Plan
        && entry.successor.is_none()
        && citation.title.is_some_and(|title| years_of(&key(title.of(text))).is_none());
    match entry.confidence {
        Confidence::Low => None,
        Confidence::Medium => Some(Severity::Hint),
        Confidence::High if entry.kind == EntryKind::Institution && !is_national(entry) => Some(Severity::Hint),
        // Campaigns live on in reviews of the years.
        Confidence::High if entry.kind == EntryKind::Campaign => Some(Severity::Hint),
        Confidence::High if (same_year || open) && !entry.local => Some(Severity::Information),
        // In the year after its end a plan is summed up under its everyday name.
        Confidence::High if entry.kind == EntryKind::Plan && citation.form == Form::Bare && just_over => Some(Severity::Information),
        Confidence::High => Some(Severity::Warning),
    }
}

/// Local reforms end on other days in every place: only what belongs to the State Council has one certain day.
fn is_national(entry: &Entry) -> bool {
    ["国家", "国务院", "中央", "中国"].iter().any(|word| entry.title.starts_with(word)) && !entry.title.starts_with("国家税务局")
        || (entry.title.ends_with('部') && entry.title.chars().count() <= 6)
}

/// `2018年印发……`: a year before the place that lies before the end.
fn narrated(before: &str, entry: &Entry, past: Date) -> bool {
    let Some(to) = entry.to else { return false };
    years_before(before).any(|year| year <= to.year && year < past.year)
}

/// `“十三五”期间` in front of a plan of those years.
fn named_in_plan_years(before: &str, entry: &Entry) -> bool {
    entry.kind == EntryKind::Plan && ["期间", "以来", "收官"].iter().any(|word| before.contains(word))
}

/// The years that stand in front, with 年 and outside brackets.
fn years_before(before: &str) -> impl Iterator<Item = i16> {
    before.match_indices('年').filter_map(|(at, _)| {
        let head = &before[..at];
        let digits = head.get(head.len().checked_sub(4)?..)?;
        digits.parse::<i16>().ok().filter(|year| (1949..=2100).contains(year))
    })
}

fn term(catalogue: &Catalogue, index: u32, citation: &Citation, text: &str, before: &str, after: &str, as_of: Option<AsOf>) -> Judgement {
    let term = &catalogue.references.terms()[index as usize];
    let current = Judgement { entry: None, verdict: Verdict::Current, severity: None };
    let near = &text[(citation.span.start as usize - before.len())..(citation.span.end as usize + after.len())];
    if term.allowed(before, after, near) {
        return current;
    }
    let wrong = Judgement { entry: None, verdict: Verdict::TermOutOfTime, severity: Some(term.severity()) };
    match (term.rule, as_of, term.since()) {
        (TermRule::FixedTerm | TermRule::ConfusedWord, _, _) => wrong,
        (TermRule::OutdatedTerm, Some(as_of), Some(since)) if as_of.past >= since => {
            if HISTORY.iter().any(|word| near.contains(word)) || years_before(before).any(|year| year < since.year) {
                return current;
            }
            wrong
        }
        (TermRule::NotYet, Some(as_of), Some(since)) if as_of.report < since => wrong,
        _ => current,
    }
}

/// The words of the sentence in front of and behind a citation.
fn sentence<'a>(text: &'a str, citation: &Citation) -> (&'a str, &'a str) {
    const REACH: usize = 240;
    let (start, end) = (citation.span.start as usize, citation.span.end as usize);
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let before = &text[from..start];
    let before =
        &before[before.rfind(['。', '\n', ';', '!', '?']).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8))..];
    let to = text.floor_char_boundary((end + REACH).min(text.len()));
    let after = &text[end..to];
    let after = &after[..after.find(['。', '\n', ';', '!', '?']).unwrap_or(after.len())];
    (before, after)
}

fn as_of(text: &str, draft: &Draft, offset: usize) -> Option<AsOf> {
    let date_line = draft.meta.date_line.map(|(date, _)| date);
    let end = match (draft.meta.period.or(draft.meta.title_period), date_line) {
        (Some(period), _) => period.end(),
        (None, Some(date)) => date,
        (None, None) => return named_year(draft.span.of(text)),
    };
    // Reports are written in the months after their period.
    let later = match end.month {
        12 => Date { year: end.year + 1, month: 4, day: 30 },
        _ => Date { year: end.year, month: end.month + 4, day: 28 },
    };
    let report = date_line.filter(|date| *date >= end).unwrap_or(later);
    let mut heading = draft.outline.at(offset);
    let mut any = false;
    let mut plan = false;
    while let Some(index) = heading {
        let at = &draft.outline.headings[index];
        any = true;
        plan |= PLANS.iter().any(|word| at.title.of(text).contains(word)) && at.title.len() <= 120;
        heading = at.parent;
    }
    if plan {
        return Some(AsOf { past: report, future: report, report });
    }
    // In front of the first heading the report speaks of itself.
    let future = if any { end } else { report };
    Some(AsOf { past: end, future, report })
}

/// A text that is no report has no period. The year that its first words name tells what was over by then, and nothing of what was to come.
fn named_year(text: &str) -> Option<AsOf> {
    let head = &text[..text.floor_char_boundary(300.min(text.len()))];
    let year = years_before(head).max()?;
    let day = |year| Date { year, month: 12, day: 31 };
    Some(AsOf { past: day(year), future: day(9999), report: day(9999) })
}

/// The references of a draft with their state, for lists and hovers.
pub(crate) fn reviews(
    folded: &Folded,
    draft: &Draft,
    judgements: &[Judgement],
    catalogue: &Catalogue,
    settings: &Settings,
) -> Vec<ReferenceReview> {
    let text = folded.text();
    let references = &catalogue.references;
    let described = |row: u32, lang: Lang| references.describe(row, lang);
    draft
        .citations
        .iter()
        .zip(judgements)
        .filter(|(citation, _)| !matches!(citation.form, Form::Term(_)))
        .map(|(citation, judgement)| {
            let entry = judgement.entry.map(|row| references.entry(row));
            let state = match judgement.verdict {
                Verdict::Unknown => ReferenceState::Unknown,
                Verdict::NotIssued { .. } | Verdict::NotInForce => ReferenceState::NotYet,
                Verdict::Over { successor: Some(_) } => ReferenceState::Superseded,
                Verdict::Over { successor: None } => ReferenceState::Repealed,
                Verdict::Historical => match entry {
                    Some(entry) if entry.successor.is_some() => ReferenceState::Superseded,
                    Some(entry) if entry.to.is_some() => ReferenceState::Repealed,
                    _ => ReferenceState::NotYet,
                },
                Verdict::Current | Verdict::TermOutOfTime => ReferenceState::Current,
            };
            let title = citation.title.map(|title| title.of(text).to_owned());
            ReferenceReview {
                span: citation.span,
                title: title.or_else(|| entry.map(|entry| entry.title.to_string())).unwrap_or_default(),
                number: citation
                    .number
                    .map(|number| number.of(text).to_owned())
                    .or_else(|| entry.and_then(|entry| entry.numbers().next().map(str::to_owned))),
                entry: entry.map(|entry| entry.id.to_string()),
                state,
                note: judgement.entry.map(|row| described(row, settings.lang)).unwrap_or_default(),
            }
        })
        .collect()
}
