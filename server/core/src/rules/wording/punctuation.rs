//! Punctuation: half-width marks in Chinese text, marks set twice.

use crate::rules::{Context, Report, Rule};
use crate::text::{Span, is_han};
use crate::{Edit, Severity, say};
use memchr::memmem;

/// `wording/half-width`
pub(super) static HALF_WIDTH: Rule = Rule {
    id: "wording/half-width",
    severity: Severity::Information,
    what: [
        "中文里用了半角逗号、分号、冒号（整篇如此只报一次）",
        "Half-width commas, semicolons or colons in Chinese text; a habit is reported once",
    ],
    why: ["中文标点占一个字的位置（GB/T 15834—2011）。", "Chinese marks take the width of a character (GB/T 15834-2011)."],
    bad: "全县共办理复议案件,依法审结。\n",
    good: "全县共办理复议案件，依法审结。\n",
    check: half_width,
};

/// `wording/doubled-mark`
pub(super) static DOUBLED: Rule = Rule {
    id: "wording/doubled-mark",
    severity: Severity::Information,
    what: ["标点重复：。。、，，等", "A mark set twice"],
    why: ["句末、句内点号只用一个。", "One mark is enough."],
    bad: "全县共办理案件12件。。\n",
    good: "全县共办理案件12件。\n",
    check: doubled,
};

fn wide(mark: u8) -> &'static str {
    match mark {
        b',' => "，",
        b';' => "；",
        _ => "：",
    }
}

fn half_width(cx: &mut Context) {
    let source = cx.folded.source();
    let range = cx.folded.to_source(cx.draft.span);
    let part = range.of(source);
    let chinese = |c: Option<char>| c.is_some_and(|c| is_han(c) || matches!(c, '”' | '》' | '）' | '“' | '《'));
    let mut places = Vec::new();
    for at in memchr::memchr3_iter(b',', b';', b':', part.as_bytes()) {
        if chinese(part[..at].chars().next_back()) && chinese(part[at + 1..].trim_start_matches(' ').chars().next()) {
            places.push((range.start as usize + at, part.as_bytes()[at]));
        }
    }
    if places.is_empty() {
        return;
    }
    let full = memmem::find_iter(part.as_bytes(), "，").count();
    let lang = cx.lang();
    let edit = |&(at, mark): &(usize, u8)| {
        let start = cx.folded.from_source(at);
        Edit { span: Span::new(start, start + 1), text: wide(mark).to_owned() }
    };
    let edits: Vec<Edit> = places.iter().map(edit).collect();
    let title = say!(lang, "全部改为全角", "Replace all by full-width marks");
    if places.len() > full {
        let message = say!(lang, "全文习惯用半角标点（{}处）", "The text uses half-width marks throughout ({} places)", places.len());
        let span = edits[0].span;
        cx.report(&HALF_WIDTH, Report::new(span, message).edits(title, edits, true));
        return;
    }
    for edit in edits {
        let message = say!(lang, "半角标点应为“{}”", "A half-width mark: write “{}”", edit.text);
        let report = Report::new(edit.span, message).severity(Severity::Hint);
        cx.report(&HALF_WIDTH, report.edits(say!(lang, "改为全角", "Make it full-width"), vec![edit], true));
    }
}

fn doubled(cx: &mut Context) {
    let part = cx.draft.span;
    let base = part.start as usize;
    let lang = cx.lang();
    let mut found = Vec::new();
    for (pair, mark) in [("。。", "。"), ("、、", "、"), (",,", ","), (";;", ";"), ("。,", "。"), (",。", "。"), ("、。", "。")]
    {
        let text = part.of(cx.text());
        for at in cx.places(pair) {
            let (before, after) = (&text[..at], &text[at + pair.len()..]);
            // Three and more are an ellipsis of the writer's own, or a table.
            if before.ends_with(mark)
                || after.starts_with(mark)
                || !before.ends_with(|c: char| is_han(c) || matches!(c, '”' | '》' | ')') || c.is_ascii_digit())
            {
                continue;
            }
            if mark == "," && !after.starts_with(is_han) {
                continue;
            }
            let written = cx.folded.to_source(Span::new(base + at, base + at + pair.len()));
            let kept = if mark == "," && written.of(cx.folded.source()).contains('，') { "，" } else { mark };
            found.push((Span::new(base + at, base + at + pair.len()), kept));
        }
    }
    for (span, mark) in found {
        let message = say!(lang, "标点重复", "The mark is set twice");
        cx.report(&DOUBLED, Report::new(span, message).suggest(say!(lang, "改为“{mark}”", "Write “{mark}”"), span, mark));
    }
}
