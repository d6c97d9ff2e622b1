//! Formatting: what official style settles without touching a word: brackets and numbers by the safe fixes of some rules, and the line
//! breaks that a page has left inside sentences.

use crate::text::{Folded, Span};
use crate::{Edit, Review};

/// The rules whose safe fixes are a matter of form. Their order does not matter.
const FORM: &[&str] = &[
    "structure/number-form",
    "structure/number-gap",
    "structure/number-repeat",
    "reference/number-form",
    "wording/doubled-mark",
    "wording/half-width",
];

/// The changes that bring the part of the text under a span into form; none of them overlap.
pub fn format(review: &Review, text: &str, span: Span) -> Vec<Edit> {
    let fixes = review.findings.iter().filter(|finding| FORM.contains(&finding.rule)).filter_map(|finding| finding.fix.as_ref());
    let mut edits: Vec<Edit> = fixes.filter(|fix| fix.safe).flat_map(|fix| fix.edits.iter().cloned()).collect();
    edits.extend(soft_breaks(text));
    edits.retain(|edit| span.contains(edit.span));
    super::actions::apart(edits)
}

/// The removal of each line break inside a sentence, with the blanks around it.
fn soft_breaks(text: &str) -> Vec<Edit> {
    let folded = Folded::new(text);
    let mut edits = Vec::new();
    for (at, _) in folded.text().char_indices().skip(1) {
        let dropped = folded.dropped_before(at);
        if dropped.contains(['\n', '\r']) && dropped.chars().all(char::is_whitespace) {
            let end = folded.to_source(Span::at(at)).start as usize;
            edits.push(Edit { span: Span::new(end - dropped.len(), end), text: String::new() });
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::{FORM, format};
    use crate::text::Span;
    use crate::{Engine, Settings, rules};

    #[test]
    fn every_rule_of_form_exists() {
        for id in FORM {
            assert!(rules::by_id(id).is_some(), "{id}");
        }
    }

    #[test]
    fn brackets_and_broken_lines_are_brought_into_form() {
        let source = "一、主要做法\n认真落实《某某办法》（云政发[2023]5号），全面清理规范性文件，\n按时向社会公布清理结果。\n";
        let review = Engine::new(Settings::default()).review(source);
        let mut text = source.to_owned();
        for edit in format(&review, source, Span::new(0, source.len())).iter().rev() {
            text.replace_range(edit.span.range(), &edit.text);
        }
        assert_eq!(text, source.replace("[2023]", "〔2023〕").replace("文件，\n", "文件，"));
    }
}
