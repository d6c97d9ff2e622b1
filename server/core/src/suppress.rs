//! Suppressions: comments in the draft by which a writer sets findings aside, each with a reason.
//!
//! `<!-- 核稿忽略 arithmetic/rate：口径不同 -->` or `【核稿忽略 arithmetic/rate：口径不同】` sets the findings of a rule aside in the line it
//! stands in, or in the next line where it stands alone. `核稿忽略开始 …：…` and `核稿忽略结束` enclose a block. Several rules are separated
//! by `、` or a comma; a family stands for its rules and 全部 for all. The comments are no part of the draft: [`mask`] blanks them out before
//! anything is read, at the same offsets.

mod comment;
mod rules;
#[cfg(test)]
mod tests;

use crate::review::Suppressed;
use crate::text::{Folded, Span};
use crate::{Edit, Finding, Fix, Lang, Review, Settings, say};
pub(crate) use comment::{Comment, read};
pub(crate) use rules::RULES;
use std::borrow::Cow;

/// The form of a comment: what shows nothing in Markdown, or what reads well in plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `<!-- 核稿忽略 … -->`
    Markdown,
    /// `【核稿忽略 …】`
    Plain,
}

/// The source with the comments blanked out. Offsets stay as they are, and so do the boundaries of characters: each becomes a blank of
/// its own length.
pub(crate) fn mask<'a>(source: &'a str, comments: &[Comment]) -> Cow<'a, str> {
    if comments.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut masked = String::with_capacity(source.len());
    let mut done = 0;
    for comment in comments {
        let span = comment.span.range();
        masked.push_str(&source[done..span.start]);
        for c in source[span.clone()].chars() {
            match (c, c.len_utf8()) {
                ('\n' | '\r', _) => masked.push(c),
                (_, 1) => masked.push(' '),
                (_, 2) => masked.push('\u{A0}'),
                (_, 3) => masked.push('\u{3000}'),
                // No blank is four bytes long.
                _ => masked.push_str("\u{3000} "),
            }
        }
        done = span.end;
    }
    masked.push_str(&source[done..]);
    Cow::Owned(masked)
}

/// Sets findings aside and reports what is wrong with the comments themselves. Spans count in the source.
pub(crate) fn apply(comments: &[Comment], review: &mut Review, settings: &Settings) {
    if comments.is_empty() {
        return;
    }
    let mut used: Vec<Vec<bool>> = comments.iter().map(|comment| vec![false; comment.rules.len()]).collect();
    let findings = std::mem::take(&mut review.findings);
    for finding in findings {
        let mut by = None;
        for (comment, used) in comments.iter().zip(&mut used).filter(|(comment, _)| comment.covers(finding.span)) {
            for (name, used) in comment.rules.iter().zip(used).filter(|(name, _)| name.matches(finding.rule)) {
                let _ = name;
                *used = true;
                by = by.or(Some(comment));
            }
        }
        match by {
            Some(comment) => {
                let reason = comment.reason.clone().unwrap_or_default();
                review.suppressed.push(Suppressed { finding, reason, comment: comment.span });
            }
            None => review.findings.push(finding),
        }
    }
    for (comment, used) in comments.iter().zip(&used) {
        rules::judge(comment, used, settings, &mut review.findings);
    }
    review.findings.sort_by_key(|finding| (finding.span, finding.rule));
}

/// The edit that sets a finding aside: a comment in a line of its own above the finding, indented as its line is; at the end of its line
/// where that line goes on from the one above, in the middle of a sentence or with the other figures, which a line between would tear
/// apart. The reason is left for the writer, and asked for by `suppress/reason`.
pub fn ignore_here(source: &str, finding: &Finding, form: Form, lang: Lang) -> Fix {
    let start = source.floor_char_boundary((finding.span.start as usize).min(source.len()));
    let line = source[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let indent: String = source[line..].chars().take_while(|c| matches!(c, ' ' | '\t' | '\u{3000}')).collect();
    let end = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let comment = match form {
        Form::Markdown => format!("<!-- 核稿忽略 {}： -->", finding.rule),
        Form::Plain => format!("【核稿忽略 {}：】", finding.rule),
    };
    let folded = Folded::new(source);
    let goes_on = folded.dropped_before(folded.from_source(line)).contains(['\n', '\r']);
    let (at, text) = if goes_on || finding.related.iter().any(|related| related.path.is_none() && adjoins(source, related.span, line)) {
        (source[start..].find(['\n', '\r']).map_or(source.len(), |length| start + length), comment)
    } else {
        (line, format!("{indent}{comment}{end}"))
    };
    Fix {
        title: say!(lang, "在此处忽略 {}", "Ignore {} here", finding.rule), edits: vec![Edit { span: Span::at(at), text }], safe: false
    }
}

/// Whether a place lies above a line, with no blank line between.
fn adjoins(source: &str, place: Span, line: usize) -> bool {
    let between = source.get(place.start as usize..line).unwrap_or_default();
    !between.is_empty() && between.lines().all(|line| !line.trim().is_empty())
}
