//! Titles after 《 and document numbers after a title or in front of a year's bracket.

use super::{Completion, CompletionKind, Request};
use crate::draft::Date;
use crate::say;
use crate::text::Folded;

/// How many items are offered at once.
const LIMIT: usize = 50;

/// The references for the cursor: none unless a title is open, one has just been closed, or a bracket for a year is open.
pub(super) fn complete(request: &Request) -> Vec<Completion> {
    let before = request.before();
    match before.rfind(['《', '》']) {
        Some(at) if before[at..].starts_with('《') => titles(request, &before[at + '《'.len_utf8()..]),
        Some(at) if bracket_or_nothing(&before[at + '》'.len_utf8()..]) => {
            let title = before[..at].rfind('《').map(|open| &before[open + '《'.len_utf8()..at]);
            title.map_or(Vec::new(), |title| numbers(request, &before[at + '》'.len_utf8()..], Some(title)))
        }
        _ => number_in_the_open(request, before),
    }
}

/// Behind a title only an opened bracket and the beginning of a number ask for its number.
fn bracket_or_nothing(rest: &str) -> bool {
    rest.chars().count() <= 12 && !rest.contains(['，', '。', '；', '、', '）', ')', ',', ';'])
}

/// The documents that the templates cite, and those on the rule of law itself.
fn usual(request: &Request) -> Vec<u32> {
    let references = &request.engine.catalogue().references;
    let texts = request.engine.catalogue().templates.all().iter().flat_map(|template| template.text.words());
    let cited = texts.flat_map(|text| text.split('《').skip(1)).filter_map(|rest| rest.split_once('》'));
    let mut rows: Vec<u32> = cited.flat_map(|(title, _)| references.by_title(title)).collect();
    rows.extend((0u32..).zip(references.entries()).filter(|(_, entry)| entry.title.contains("法治")).map(|(row, _)| row));
    rows
}

/// The day as of which references are judged: the date line, else the end of the period.
fn as_of(request: &Request) -> Option<Date> {
    let draft = request.draft?;
    draft.date_line.map(|(date, _)| date).or(draft.period.map(|period| period.end()))
}

fn titles(request: &Request, typed: &str) -> Vec<Completion> {
    let references = &request.engine.catalogue().references;
    let closed = request.source[request.offset..].starts_with('》');
    let folded = Folded::new(typed);
    // Before anything is typed, what reports of this kind cite stands first.
    let limit = if typed.is_empty() { references.entries().len() } else { LIMIT };
    let mut found = references.complete_titles(folded.text(), as_of(request), limit);
    if typed.is_empty() {
        let usual = usual(request);
        found.sort_by_key(|title| (!title.in_force, !usual.contains(&title.entry)));
        found.truncate(LIMIT);
    }
    let item = |(rank, found): (usize, crate::catalogue::references::Completion)| {
        let close = if closed { "" } else { "》" };
        Completion {
            id: Some(format!("reference/{}", references.entry(found.entry).id)),
            label: format!("《{}》", found.title),
            kind: CompletionKind::Reference,
            detail: detail(request, found.number.as_deref().unwrap_or_default(), found.in_force),
            filter_text: format!("{typed} {}", found.filter),
            sort_text: format!("{rank:03}"),
            edit: request.replace(typed.len(), format!("{}{close}", found.title)),
            snippet: false,
            preselect: false,
        }
    };
    found.into_iter().enumerate().map(item).collect()
}

fn numbers(request: &Request, typed: &str, title: Option<&str>) -> Vec<Completion> {
    let references = &request.engine.catalogue().references;
    let folded = Folded::new(typed);
    let inside = folded.text().trim_start_matches('(').to_owned();
    let title = title.map(|title| Folded::new(title).text().to_owned());
    let closed = request.source[request.offset..].starts_with(['）', ')']);
    let found = references.complete_numbers(&inside, title.as_deref(), as_of(request), LIMIT);
    let item = |(rank, found): (usize, crate::catalogue::references::NumberCompletion)| {
        // Behind a title the number stands in brackets: 《…》（国发〔2018〕5号）.
        let (open, close) = match (&title, closed) {
            (Some(_), false) => ("（", "）"),
            (Some(_), true) => ("（", ""),
            (None, _) => ("", ""),
        };
        Completion {
            id: Some(format!("reference/{}", references.entry(found.entry).id)),
            label: found.number.clone(),
            kind: CompletionKind::Number,
            detail: detail(request, &references.entry(found.entry).title, found.in_force),
            filter_text: format!("{typed} {}", found.number),
            sort_text: format!("{rank:03}"),
            edit: request.replace(typed.len(), format!("{open}{}{close}", found.number)),
            snippet: false,
            preselect: rank == 0 && title.is_some(),
        }
    };
    found.into_iter().enumerate().map(item).collect()
}

/// A number that is being typed without its title: an agency's mark and an opened bracket, such as `国办发〔20`.
fn number_in_the_open(request: &Request, before: &str) -> Vec<Completion> {
    let Some(bracket) = before.rfind(['〔', '[', '［', '【']) else { return Vec::new() };
    let inside = before[bracket..].trim_start_matches(['〔', '[', '［', '【']);
    let year = inside.chars().count() <= 6 && inside.chars().all(|c| c.is_ascii_digit() || matches!(c, '〕' | ']'));
    let han = |c: &char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    let mark: usize = before[..bracket].chars().rev().take_while(han).take(6).map(char::len_utf8).sum();
    if !year || mark == 0 {
        return Vec::new();
    }
    // The words before an agency's mark belong to the sentence: the longest mark that leads to numbers counts.
    let mut start = bracket - mark;
    while start < bracket {
        let items = numbers(request, &before[start..], None);
        if !items.is_empty() {
            return items;
        }
        start += before[start..].chars().next().map_or(1, char::len_utf8);
    }
    Vec::new()
}

/// Issuer, dates and successor of a row, as Markdown.
pub(super) fn documentation(engine: &crate::Engine, id: &str, lang: crate::Lang) -> Option<String> {
    let references = &engine.catalogue().references;
    let index = references.entries().iter().position(|entry| *entry.id == *id)?;
    Some(references.describe(u32::try_from(index).ok()?, None, lang).replace('\n', "\n\n"))
}

fn detail(request: &Request, beside: &str, in_force: bool) -> String {
    match in_force {
        true => beside.to_owned(),
        false => say!(request.options.lang, "{beside}（届时不在施行期）", "{beside} (not in force then)").trim().to_owned(),
    }
}
