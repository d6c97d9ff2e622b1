//! Hovers: a figure with every relation that it takes part in, a reference with its validity, a heading with its legal duty.

use super::lookup;
use crate::relations::Relation;
use crate::text::Span;
use crate::words;
use crate::{DraftReview, FigureReview, Lang, ReferenceReview, Review, say};
use std::fmt::Write;

/// What is shown over a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The place.
    pub span: Span,
    /// The text, as Markdown.
    pub markdown: String,
}

/// The hover at an offset of the source.
pub fn hover(review: &Review, text: &str, offset: usize, lang: Lang) -> Option<Hover> {
    let draft = lookup::draft_at(review, offset)?;
    if let Some(figure) = lookup::figure_at(draft, offset) {
        return Some(Hover { span: figure.span, markdown: over_figure(draft, figure, text, lang) });
    }
    if let Some(reference) = lookup::reference_at(draft, offset) {
        return Some(Hover { span: reference.span, markdown: over_reference(reference, lang) });
    }
    over_heading(draft, offset, lang)
}

fn over_figure(draft: &DraftReview, figure: &FigureReview, text: &str, lang: Lang) -> String {
    let mut out = format!("**{}**", plain(figure.span.of(text)));
    if !figure.label.is_empty() {
        let _ = write!(out, " · {}", plain(&figure.label));
    }
    let relations = figure.relations.iter().filter_map(|&index| draft.relations.get(index as usize));
    let lines: Vec<String> = relations.map(|relation| line(relation, lang)).collect();
    if lines.is_empty() {
        out.push_str("\n\n");
        out.push_str(lang.pick("未与其他数字构成勾稽关系", "not tied to any other figure"));
        return out;
    }
    out.push('\n');
    for line in lines {
        let _ = write!(out, "\n- {line}");
    }
    out
}

/// One relation: mark, kind, formula, verdict, what would be right, why.
fn line(relation: &Relation, lang: Lang) -> String {
    let mut out = format!(
        "{} {} `{}` {}",
        words::mark(relation.verdict),
        words::kind(relation.kind, lang),
        relation.formula,
        words::verdict(relation.verdict, lang)
    );
    if let Some(expected) = &relation.expected {
        out.push_str(&say!(lang, "，应为 **{expected}**", ", should be **{expected}**"));
    }
    if let Some(note) = relation.note {
        out.push_str(&say!(lang, "（{note}）", " ({note})"));
    }
    out
}

fn over_reference(reference: &ReferenceReview, lang: Lang) -> String {
    let mut out = format!("**《{}》**", plain(reference.title.trim_matches(['《', '》'])));
    if let Some(number) = &reference.number {
        let _ = write!(out, " {}", plain(number));
    }
    if let Some(version) = reference.version_beside_title() {
        let _ = write!(out, "（{}）", plain(version));
    }
    if !reference.articles.is_empty() {
        let _ = write!(out, " {}", plain(&reference.articles.join("、")));
    }
    let _ = write!(out, "\n\n{}", words::reference(reference.state, lang));
    if let Some(since) = &reference.since {
        out.push_str(&say!(lang, "（自{since}）", " (since {since})"));
    }
    if reference.historical {
        out.push_str(words::aside(reference.state, lang));
    }
    if let Some(meant) = &reference.meant {
        out.push_str(&say!(lang, "，疑为《{}》：", ", probably 《{}》:", plain(meant)));
    }
    for line in reference.note.lines().filter(|line| !line.trim().is_empty()) {
        let _ = write!(out, "\n- {}", plain(line));
    }
    out
}

/// A heading that answers a mandated item says so.
fn over_heading(draft: &DraftReview, offset: usize, lang: Lang) -> Option<Hover> {
    let heading = draft.outline.iter().find(|heading| heading.marker.cover(heading.title).touches(offset))?;
    let place = heading.marker.cover(heading.title);
    let item = draft.mandated.iter().find(|item| item.span.is_some_and(|span| span.overlaps(place)))?;
    let state = words::mandated(item.state, lang);
    let title = plain(&item.title);
    Some(Hover { span: place, markdown: say!(lang, "法定内容：**{title}** · {state}", "Mandated item: **{title}** · {state}") })
}

/// Text from a draft inside Markdown: its marks are escaped, line breaks become blanks.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '#' | '|' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
