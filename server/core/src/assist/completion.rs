//! Completion for Chinese drafts: sections and paragraphs at a line's start, titles and numbers of documents, computed values.
//!
//! Nothing here looks for words: what has been typed is found by the marks around the cursor, every item says exactly what it replaces,
//! and its filter text begins with what has been typed. So an answer with items should be asked for anew at each key (`isIncomplete`);
//! where there is none, more letters bring none either.

mod cursor;
mod layout;
mod numbering;
mod phonetic;
mod references;
mod templates;
#[cfg(test)]
mod tests;
mod values;

use crate::review::DraftReview;
use crate::text::Span;
use crate::{Edit, Engine, Lang, Review};

/// The characters that call for completion on their own, in half and full width. The blank with which a paragraph begins, and the mark of
/// a heading in Markdown, stand for the start of a line; a line break does not, for a second one would put in what is offered first.
pub const TRIGGERS: &[&str] = &[
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "、", "（", "(", ".", "．", "\u{3000}", "#", "《", "〔", "[", "［", "【",
    "》", "率", "为", "达", "到", "%", "％",
];

/// What the client can do and wants.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether inserted texts may be LSP snippets.
    pub snippets: bool,
    /// The language of details and documentation.
    pub lang: Lang,
}

/// What kind of thing an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A whole section.
    Section,
    /// A paragraph on a topic.
    Topic,
    /// The title of a law or document.
    Reference,
    /// A document number.
    Number,
    /// A value that follows from the other figures.
    Value,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What [`documentation`] asks for; none where there is nothing more to say.
    pub id: Option<String>,
    /// What is shown.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A word beside the label.
    pub detail: String,
    /// What is held against the text under the edit's span: it begins with that text.
    pub filter_text: String,
    /// Items are shown in this order.
    pub sort_text: String,
    /// What is replaced, and by what. The span lies in the line of the cursor.
    pub edit: Edit,
    /// Whether the edit's text is a snippet.
    pub snippet: bool,
    /// Whether it is what the writer most likely wants.
    pub preselect: bool,
}

/// The items for a place of the source. `review` is the latest review of the source, or of an earlier state of it: only what stands
/// before the line of the cursor is read from it. `trigger` is the character that called, if one did.
pub fn complete(
    engine: &Engine,
    review: &Review,
    source: &str,
    offset: usize,
    trigger: Option<char>,
    options: &Options,
) -> Vec<Completion> {
    let offset = source.floor_char_boundary(offset.min(source.len()));
    let request = Request { engine, source, offset, draft: draft_at(review, offset), options };
    let mut items = references::complete(&request);
    if items.is_empty() {
        items = values::complete(&request);
    }
    // What was typed in the middle of a sentence is no start of a line; the marks of titles and values are no numbers of headings.
    let elsewhere = matches!(trigger, Some('《' | '〔' | '[' | '［' | '【' | '》' | '率' | '为' | '达' | '到' | '%' | '％'));
    if items.is_empty() && !elsewhere {
        items = templates::complete(&request);
    }
    items
}

/// What there is to read about an item, as Markdown.
pub fn documentation(engine: &Engine, id: &str, lang: Lang) -> Option<String> {
    match id.strip_prefix("reference/") {
        Some(id) => references::documentation(engine, id, lang),
        None => templates::documentation(engine, id, lang),
    }
}

/// A question for items.
struct Request<'a> {
    engine: &'a Engine,
    source: &'a str,
    offset: usize,
    draft: Option<&'a DraftReview>,
    options: &'a Options,
}

impl Request<'_> {
    /// The start of the line that the cursor stands in.
    fn line_start(&self) -> usize {
        self.source[..self.offset].rfind(['\n', '\r']).map_or(0, |at| at + 1)
    }

    /// The line up to the cursor.
    fn before(&self) -> &str {
        &self.source[self.line_start()..self.offset]
    }

    /// An edit that replaces the last bytes before the cursor.
    fn replace(&self, bytes: usize, text: impl Into<String>) -> Edit {
        Edit { span: Span::new(self.offset - bytes, self.offset), text: text.into() }
    }
}

/// The draft that an offset lies in; at the end of the text, the last one.
fn draft_at(review: &Review, offset: usize) -> Option<&DraftReview> {
    let draft = review.drafts.iter().find(|draft| draft.span.touches(offset));
    draft.or(review.drafts.last())
}
