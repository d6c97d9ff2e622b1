//! Citations: titles in 《》 and without marks, document numbers, short names, institutions, meetings and terms.

mod bare;
mod number;
#[cfg(test)]
mod tests;
mod title;

pub use number::{Brackets, Number};

use crate::catalogue::Catalogue;
use crate::catalogue::references::{Nearest, key};
use crate::text::{Folded, Span};

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In 《》.
    Marked,
    /// In 《》, by a short name that the draft has given it (以下简称).
    Short,
    /// By its name without marks.
    Bare,
    /// By a number alone.
    Number,
    /// A term: the index in the catalogue's terms.
    Term(u32),
}

/// A reference to a law or document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// All of it: title marks, years, number.
    pub span: Span,
    /// The title inside 《》, or the name where it has no marks.
    pub title: Option<Span>,
    /// The document number (发文字号), if it has one.
    pub number: Option<Span>,
    /// How the number is written.
    pub reading: Option<Number>,
    /// How it is written.
    pub form: Form,
    /// The rows that it may stand for; several where a name has been used twice.
    pub entries: Vec<u32>,
    /// The row that it nearly names.
    pub nearest: Option<Nearest>,
}

/// Reads the citations of a part of the text, in the order of the text.
pub fn read(folded: &Folded, span: Span, catalogue: &Catalogue) -> Vec<Citation> {
    let text = folded.text();
    let references = &catalogue.references;
    let mut numbers = number::read(text, span).into_iter().peekable();
    let mut citations: Vec<Citation> = Vec::new();
    let mut shorts: Vec<(String, Vec<u32>)> = Vec::new();
    for marks in title::read(text, span) {
        while let Some(number) = numbers.next_if(|number| number.span.end <= marks.start) {
            citations.push(alone(number, catalogue));
        }
        let inner = Span { start: marks.start + 3, end: marks.end - 3 };
        let name = key(inner.of(text));
        let known_short = shorts.iter().rev().find(|(short, _)| *short == *name);
        let (entries, form) = match known_short {
            Some((_, entries)) => (entries.clone(), Form::Short),
            None => (references.by_key(&name), Form::Marked),
        };
        let mut citation = Citation { span: marks, title: Some(inner), number: None, reading: None, form, entries, nearest: None };
        if citation.form == Form::Marked && citation.entries.is_empty() {
            citation.nearest = references.nearest(&name);
            // 《关于……的意见》 without its issuer is the usual short form.
            if let Some(nearest) = citation.nearest
                && name.starts_with("关于")
                && key(&references.entry(nearest.entry).title).ends_with(name.as_ref())
            {
                citation.nearest = None;
                citation.entries = vec![nearest.entry];
            }
        }
        // Numbers inside the title belong to it and are no citation of their own.
        while numbers.next_if(|number| number.span.start < marks.end).is_some() {}
        let rest = &text[marks.end as usize..span.end as usize];
        let gap = rest.len() - rest.trim_start_matches(['(', ',', ' ']).len();
        if let Some(number) = numbers.next_if(|number| (number.span.start - marks.end) as usize <= gap.min(2)) {
            citation.span = citation.span.cover(number.span);
            citation.number = Some(number.span);
            citation.reading = Some(number);
        }
        if citation.form == Form::Marked {
            let behind = &text[citation.span.end as usize..span.end as usize];
            if let Some(short) = title::short_name(behind) {
                shorts.push((key(short).into_owned(), citation.entries.clone()));
            }
        }
        citations.push(citation);
    }
    citations.extend(numbers.map(|number| alone(number, catalogue)));
    let bare = bare::read(text, span, references, &citations);
    if !bare.is_empty() {
        citations.extend(bare);
        citations.sort_by_key(|citation| citation.span);
    }
    citations
}

fn alone(number: Number, catalogue: &Catalogue) -> Citation {
    let entries = catalogue.references.by_number(&number.text).into_iter().collect();
    Citation {
        span: number.span,
        title: None,
        number: Some(number.span),
        reading: Some(number),
        form: Form::Number,
        entries,
        nearest: None,
    }
}
