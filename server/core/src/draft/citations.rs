//! Citations: titles in 《》 and without marks, document numbers, short names, institutions, meetings and terms.

mod article;
mod bare;
#[cfg(test)]
mod tests;
mod title;
mod version;

pub use article::Article;
pub use version::Version;

use crate::catalogue::Catalogue;
use crate::catalogue::numbers::{self, Number};
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
    /// The version that it names: 2021年修订.
    pub version: Option<Version>,
    /// The words that call it newly revised: 新修订的.
    pub fresh: Option<Span>,
    /// The articles behind it: 第二十四条第一款.
    pub articles: Vec<Article>,
}

impl Citation {
    fn new(span: Span, form: Form) -> Self {
        Self {
            span,
            title: None,
            number: None,
            reading: None,
            form,
            entries: Vec::new(),
            nearest: None,
            version: None,
            fresh: None,
            articles: Vec::new(),
        }
    }

    /// The citation with the version and the articles around it.
    pub fn extent(&self) -> Span {
        let parts = self.version.iter().map(|version| version.span).chain(self.articles.iter().map(|article| article.span));
        parts.fold(self.span, |extent, part| if part.start >= self.span.start { extent.cover(part) } else { extent })
    }
}

/// Reads the citations of a part of the text, in the order of the text.
pub fn read(folded: &Folded, span: Span, catalogue: &Catalogue) -> Vec<Citation> {
    let text = folded.text();
    let references = &catalogue.references;
    let mut numbers = numbers::read(text, span).into_iter().peekable();
    let mut citations: Vec<Citation> = Vec::new();
    let mut shorts: Vec<(String, Vec<u32>)> = Vec::new();
    for marks in title::read(text, span) {
        while let Some(number) = numbers.next_if(|number| number.span.end <= marks.start) {
            citations.push(alone(number, catalogue));
        }
        let inner = Span { start: marks.start + 3, end: marks.end - 3 };
        let mut name = key(inner.of(text));
        let mut version = None;
        // 《行政处罚法（2021年修订）》 is the law in that version, unless a row is called so.
        if let Some((found, bare)) = version::inside(inner.of(text), inner.start as usize)
            && references.by_key(&name).is_empty()
        {
            (name, version) = (key(bare), Some(found));
        }
        let known_short = shorts.iter().rev().find(|(short, _)| *short == *name);
        let (entries, form) = match known_short {
            Some((_, entries)) => (entries.clone(), Form::Short),
            None => (references.by_key(&name), Form::Marked),
        };
        let mut citation = Citation { span: marks, title: Some(inner), form, entries, version, ..Citation::new(marks, form) };
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
    let mut from = span.start as usize;
    for citation in &mut citations {
        surroundings(text, from, span.end as usize, citation);
        from = citation.span.end as usize;
    }
    citations
}

/// Reads the version and the articles around a citation. What stands before `from` belongs to the citation before.
fn surroundings(text: &str, from: usize, end: usize, citation: &mut Citation) {
    if citation.title.is_none() || matches!(citation.form, Form::Term(_)) {
        return;
    }
    let (start, mut at) = (citation.span.start as usize, citation.span.end as usize);
    if let Some(version) = version::behind(text, at, end) {
        at = version.span.end as usize;
        citation.version.get_or_insert(version);
    }
    citation.version = citation.version.or_else(|| version::in_front(text, from, start));
    citation.fresh = version::fresh(text, from, start);
    if citation.number.is_some() && text[at..end].starts_with(')') {
        at += 1;
    }
    citation.articles = article::read(text, at, end);
}

fn alone(number: Number, catalogue: &Catalogue) -> Citation {
    let entries = catalogue.references.by_number(&number.text).into_iter().collect();
    let span = number.span;
    Citation { number: Some(span), reading: Some(number), entries, ..Citation::new(span, Form::Number) }
}
