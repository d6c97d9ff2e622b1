//! Every row of the catalogue, in every year: what a row may drive depends on how well it is attested.

use crate::catalogue::references::{Confidence, Entry, EntryKind};
use crate::{Engine, Finding, ReferenceState, Settings, Severity};
use rustc_hash::FxHashMap;

/// The rules that speak of the time in which a row is right.
const OF_TIME: [&str; 6] = [
    "reference/superseded",
    "reference/repealed",
    "reference/plan-over",
    "reference/renamed-institution",
    "reference/not-yet-issued",
    "reference/not-yet-in-force",
];

/// One sentence a name, as a report would cite it.
fn sentence(entry: &Entry, name: &str) -> String {
    match entry.kind {
        EntryKind::Institution => format!("由{name}办理。\n"),
        EntryKind::Meeting => format!("学习{name}精神。\n"),
        EntryKind::Campaign => format!("开展{name}。\n"),
        _ => format!("严格执行《{name}》。\n"),
    }
}

/// What was said of a row in a year: the state in the list, and the severity of the finding of time on it.
struct Said {
    row: usize,
    state: ReferenceState,
    severity: Option<Severity>,
}

/// Reviews a draft that cites every row by its title and by every alias, as a report on a year.
fn said(year: i16) -> Vec<Said> {
    let engine = Engine::new(Settings { period: Some(crate::draft::Period::year(year)), ..Settings::default() });
    let entries = engine.catalogue().references.entries();
    let rows: FxHashMap<&str, usize> = entries.iter().enumerate().map(|(row, entry)| (entry.id.as_ref(), row)).collect();
    let mut text = "一、主要做法\n".to_owned();
    for entry in entries {
        for name in std::iter::once(entry.title.as_ref()).chain(entry.aliases()) {
            text.push_str(&sentence(entry, name));
        }
    }
    let review = engine.review(&text);
    let mut findings: Vec<&Finding> = review.findings.iter().filter(|finding| OF_TIME.contains(&finding.rule)).collect();
    findings.sort_by_key(|finding| finding.span.start);
    let cited = review.drafts.iter().flat_map(|draft| &draft.references);
    cited
        .filter_map(|cited| {
            let row = *rows.get(cited.entry.as_deref()?)?;
            let from = findings.partition_point(|finding| finding.span.end <= cited.span.start);
            let finding = findings[from..].iter().take_while(|finding| finding.span.start < cited.span.end).next();
            Some(Said { row, state: cited.state, severity: finding.map(|finding| finding.severity) })
        })
        .collect()
}

#[test]
fn only_rows_of_high_confidence_drive_errors_and_warnings() {
    let engine = Engine::new(Settings::default());
    let entries = engine.catalogue().references.entries();
    let (mut checked, mut certain, mut hints) = (0, 0, 0);
    let mut wrong = Vec::new();
    for year in [2012, 2016, 2019, 2021, 2023, 2026] {
        for Said { row, severity, .. } in said(year) {
            let entry = &entries[row];
            checked += 1;
            match (entry.confidence, severity) {
                (_, None) | (Confidence::High, Some(Severity::Information | Severity::Hint)) => {}
                (Confidence::High, Some(_)) => certain += 1,
                (Confidence::Medium, Some(Severity::Hint)) => hints += 1,
                (_, Some(severity)) => wrong.push(format!("{year}: {} of {:?} confidence: {severity:?}", entry.id, entry.confidence)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(checked > 6 * entries.len() * 9 / 10 && certain > 1_000 && hints > 100, "{checked} checked, {certain} certain, {hints} hints");
}

#[test]
fn what_has_ended_is_told_of_every_row_of_high_or_medium_confidence() {
    let engine = Engine::new(Settings::default());
    let entries = engine.catalogue().references.entries();
    let mut told = 0;
    let mut missed = Vec::new();
    // By then every row that has an end in the table has ended.
    let year = 2029;
    for Said { row, state, severity } in said(year) {
        let entry = &entries[row];
        let over = entry.to.is_some_and(|to| to.year < year - 1) && entry.confidence > Confidence::Low;
        if !over {
            continue;
        }
        told += 1;
        let least = match (entry.confidence, entry.kind) {
            (Confidence::Medium, _) | (_, EntryKind::Institution | EntryKind::Campaign) => Severity::Hint,
            // Without its years in the title it may be the next one that nobody has entered yet.
            (_, EntryKind::Plan) if entry.successor.is_none() => Severity::Information,
            _ => Severity::Warning,
        };
        if severity.is_none_or(|severity| severity < least) || !matches!(state, ReferenceState::Superseded | ReferenceState::Repealed) {
            missed.push(format!("{}: {severity:?}, {state:?}", entry.id));
        }
    }
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
    assert!(told > 300, "{told} rows");
}
