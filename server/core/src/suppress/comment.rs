//! Reading suppression comments.

use crate::text::Span;

const WORD: &str = "核稿忽略";
const BEGIN: &str = "开始";
const END: &str = "结束";

/// A comment with the part of the source that it rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comment {
    /// All of it, with its marks.
    pub(crate) span: Span,
    /// What it sets aside.
    pub(crate) rules: Vec<Name>,
    /// Why; none where the writer has given no reason, and then it sets nothing aside.
    pub(crate) reason: Option<String>,
    /// What it does.
    pub(crate) kind: Kind,
    /// The part of the source that it rules: a line, or the block that it opens.
    pub(crate) scope: Span,
}

/// What a comment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Rules one line.
    Line,
    /// Opens a block.
    Begin {
        /// Whether the block is closed.
        closed: bool,
    },
    /// Closes a block.
    End {
        /// Whether there is a block to close.
        matched: bool,
    },
}

/// The name of a rule, of a family, or 全部.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Span,
}

impl Name {
    /// Whether the name stands for the rule. A comment cannot set aside what is said about comments.
    pub(crate) fn matches(&self, rule: &str) -> bool {
        let family = rule.split('/').next().unwrap_or(rule);
        family != "suppress" && (self.text == "全部" || self.text == rule || self.text == family)
    }
}

impl Comment {
    /// Whether a finding at the span is ruled by the comment.
    pub(crate) fn covers(&self, span: Span) -> bool {
        let rules = matches!(self.kind, Kind::Line | Kind::Begin { .. });
        rules && self.reason.is_some() && self.scope.start <= span.start && (span.start < self.scope.end || span.overlaps(self.scope))
    }
}

/// Reads all comments of a source, in order.
pub(crate) fn read(source: &str) -> Vec<Comment> {
    let mut comments: Vec<Comment> = Vec::new();
    for found in memchr::memmem::find_iter(source.as_bytes(), WORD) {
        if comments.last().is_some_and(|last| found < last.span.end as usize) {
            continue;
        }
        if let Some(comment) = parse(source, found) {
            comments.push(comment);
        }
    }
    close_blocks(source, &mut comments);
    comments
}

/// The comment around the word at an offset, if it stands between marks.
fn parse(source: &str, word: usize) -> Option<Comment> {
    let before = source[..word].trim_end_matches([' ', '\t', '\u{3000}']);
    let (open, close) = if before.ends_with("<!--") { ("<!--", "-->") } else { ("【", "】") };
    let start = before.strip_suffix(open)?.len();
    let inner = word + WORD.len();
    // The marks of a comment stand near each other: a mark that is never closed must not swallow the draft.
    let limit = source.ceil_char_boundary((inner + 2000).min(source.len()));
    let length = source[inner..limit].find(close)?;
    let span = Span::new(start, inner + length + close.len());
    let body = &source[inner..inner + length];
    let (kind, body) = match (body.strip_prefix(BEGIN), body.strip_prefix(END)) {
        (Some(rest), _) => (Kind::Begin { closed: false }, rest),
        (_, Some(rest)) => (Kind::End { matched: false }, rest),
        _ => (Kind::Line, body),
    };
    let at = inner + length - body.len();
    let (names, reason) = body.split_once(['：', ':']).unwrap_or((body, ""));
    let scope = if kind == Kind::Line { line_ruled(source, span) } else { Span::at(span.end as usize) };
    Some(Comment { span, rules: read_names(names, at), reason: read_reason(reason), kind, scope })
}

fn read_names(names: &str, at: usize) -> Vec<Name> {
    let mut found = Vec::new();
    let mut offset = at;
    for part in names.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '、' | ',' | '，' | ';' | '；')) {
        let text = part.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '、' | ',' | '，' | ';' | '；'));
        if !text.is_empty() {
            found.push(Name { text: text.to_owned(), span: Span::new(offset, offset + text.len()) });
        }
        offset += part.len();
    }
    found
}

/// The reason; a placeholder is none.
fn read_reason(reason: &str) -> Option<String> {
    let reason = reason.trim();
    let says = reason.chars().any(|c| c.is_alphanumeric() && !matches!(c, '×' | 'x' | 'X'));
    says.then(|| reason.to_owned())
}

/// The line that a comment stands in, or the next one with words where it stands alone.
fn line_ruled(source: &str, span: Span) -> Span {
    let (start, end) = (span.start as usize, span.end as usize);
    let line_start = source[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line_end = source[end..].find(['\n', '\r']).map_or(source.len(), |at| end + at);
    let alone = source[line_start..start].trim().is_empty() && source[end..line_end].trim().is_empty();
    if !alone {
        return Span::new(line_start, line_end);
    }
    let mut from = line_end;
    for line in source[line_end..].split_inclusive(['\n', '\r']) {
        let words = line.trim();
        // Comments may be stacked above one line.
        if !words.is_empty() && !words.starts_with("<!--") && !words.starts_with("【核稿忽略") {
            return Span::new(from, from + line.len());
        }
        from += line.len();
    }
    Span::at(source.len())
}

/// Ties each end to the innermost open block. What is never closed rules up to the end of the text, and is reported.
fn close_blocks(source: &str, comments: &mut [Comment]) {
    let mut open: Vec<usize> = Vec::new();
    for index in 0..comments.len() {
        match comments[index].kind {
            Kind::Begin { .. } => open.push(index),
            Kind::End { .. } => {
                if let Some(begin) = open.pop() {
                    comments[begin].scope.end = comments[index].span.start;
                    comments[begin].kind = Kind::Begin { closed: true };
                    comments[index].kind = Kind::End { matched: true };
                }
            }
            Kind::Line => {}
        }
    }
    for index in open {
        comments[index].scope.end = source.len() as u32;
    }
}
