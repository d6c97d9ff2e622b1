//! Names that a team may add to its own settings: what a rule has marked and is right as it is, and documents that no catalogue knows.

use super::{lookup, navigation};
use crate::text::Span;
use crate::{ReferenceState, Review};

/// A name that could go into the dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name, without title marks.
    pub name: String,
    /// The findings (indices into [`Review::findings`]) that it would settle.
    pub mends: Vec<usize>,
}

/// The longest name, in characters: what is longer is a sentence.
const LONGEST: usize = 40;

/// The names under a part of the text: words that are selected around findings about names or wording, and the title that a finding marks.
///
/// Without a selection a marked word is none: 法制 alone in a dictionary would hide every wrong 法制.
pub fn names(review: &Review, text: &str, span: Span) -> Vec<Name> {
    let about = |family: &str| matches!(family, "reference" | "wording");
    let marked: Vec<usize> = (0..review.findings.len())
        .filter(|&index| {
            let finding = &review.findings[index];
            about(finding.family()) && finding.span.start <= span.end && span.start <= finding.span.end
        })
        .collect();
    let selected = lookup::trim(text, span);
    let words = trim_marks(selected.of(text));
    let inside = |&index: &usize| selected.contains(review.findings[index].span);
    if !words.is_empty() && words.chars().count() <= LONGEST && !words.contains(['\n', '\r', '。']) {
        let mends: Vec<usize> = marked.iter().copied().filter(inside).collect();
        if !mends.is_empty() {
            return vec![Name { name: words.to_owned(), mends }];
        }
    }
    let mut names: Vec<Name> = Vec::new();
    for index in marked.into_iter().filter(|&index| review.findings[index].family() == "reference") {
        let Some(reference) = lookup::draft_at(review, span.start as usize)
            .and_then(|draft| lookup::reference_at(draft, review.findings[index].span.start as usize))
            .filter(|reference| reference.span.of(text).contains('《'))
        else {
            continue;
        };
        let Some(title) = navigation::short_name(reference, text) else { continue };
        match names.iter_mut().find(|name| name.name == title) {
            Some(name) => name.mends.push(index),
            None => names.push(Name { name: title.to_owned(), mends: vec![index] }),
        }
    }
    names
}

/// The documents under a part of the text that neither the catalogue nor the settings know: title, and number where one is written.
pub fn unknown(review: &Review, text: &str, span: Span) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    for draft in &review.drafts {
        let here = draft.references.iter().filter(|reference| reference.span.start <= span.end && span.start <= reference.span.end);
        for reference in here.filter(|reference| reference.state == ReferenceState::Unknown && reference.span.of(text).contains('《')) {
            let Some(title) = navigation::short_name(reference, text) else { continue };
            let introduced = navigation::introductions(draft, text).iter().any(|place| place.of(text) == title);
            let row = (title.to_owned(), reference.number.clone());
            if !introduced && !found.contains(&row) {
                found.push(row);
            }
        }
    }
    found
}

fn trim_marks(words: &str) -> &str {
    words.trim_matches(['《', '》', '“', '”', '"'])
}

#[cfg(test)]
mod tests {
    use super::{names, unknown};
    use crate::text::Span;
    use crate::{Engine, Settings};

    const TEXT: &str = "2024年，印发《某某县大厅管理办法》（某政发〔2024〕9号），在法制政府大厦设立接待窗口，落实法制政府要求。\n";

    fn span(words: &str) -> Span {
        let at = TEXT.find(words).expect("the words stand there");
        Span::new(at, at + words.len())
    }

    #[test]
    fn a_name_in_the_dictionary_settles_what_was_marked_inside_it_and_nothing_else() {
        let marked = |settings: Settings| {
            let review = Engine::new(settings).review(TEXT);
            review.findings.iter().filter(|finding| finding.family() == "wording").map(|finding| finding.span).collect::<Vec<_>>()
        };
        let before = marked(Settings::default());
        assert_eq!(before.len(), 2, "both are marked: {before:?}");
        let review = Engine::new(Settings::default()).review(TEXT);
        let found = names(&review, TEXT, span("法制政府大厦"));
        assert_eq!(found.iter().map(|name| name.name.as_str()).collect::<Vec<_>>(), ["法制政府大厦"]);
        assert!(names(&review, TEXT, Span::at(span("法制政府大厦").start as usize + 3)).is_empty(), "a word alone is no name");
        let after = marked(Settings { dictionary: vec![found[0].name.clone()], ..Settings::default() });
        assert_eq!(after, before[1..]);
    }

    #[test]
    fn a_document_that_nobody_knows_is_offered_with_its_number() {
        let review = Engine::new(Settings::default()).review(TEXT);
        let found = unknown(&review, TEXT, Span::at(span("大厅管理").start as usize));
        assert_eq!(found, [("某某县大厅管理办法".to_owned(), Some("某政发〔2024〕9号".to_owned()))]);
        assert!(unknown(&review, TEXT, span("接待")).is_empty());
    }
}
