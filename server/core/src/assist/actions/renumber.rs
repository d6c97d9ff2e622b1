//! Numbering headings anew: each counts from one under its parent, in the form in which it is written.

use crate::draft::Heading;
use crate::text::Span;
use crate::{DraftReview, Edit};
use std::collections::HashMap;

/// The changes of the numbers that are not in order; empty where all are.
pub(super) fn edits(draft: &DraftReview, text: &str) -> Vec<Edit> {
    let mut counts: HashMap<(Option<usize>, u8), u16> = HashMap::new();
    let mut edits = Vec::new();
    let end = attachments(draft, text);
    for heading in draft.outline.iter().filter(|heading| heading.number > 0 && heading.marker.start < end) {
        let count = counts.entry((heading.parent, heading.level)).or_default();
        // Items such as 一是 begin anew in every paragraph.
        *count = if heading.level >= 5 && heading.number == 1 { 1 } else { *count + 1 };
        if heading.number != *count {
            edits.extend(renumbered(heading, *count, text));
        }
    }
    edits
}

/// Where the list of attachments begins: its lines are numbered, and are no headings.
fn attachments(draft: &DraftReview, text: &str) -> u32 {
    let mut at = draft.span.start as usize;
    for line in draft.span.of(text).split_inclusive(['\n', '\r']) {
        let words = line.trim_start().strip_prefix("附件").or_else(|| line.trim_start().strip_prefix("附："));
        if words.is_some_and(|rest| rest.starts_with(|c: char| matches!(c, '：' | ':') || is_digit(c)) || rest.trim().is_empty()) {
            return at as u32;
        }
        at += line.len();
    }
    draft.span.end
}

fn renumbered(heading: &Heading, number: u16, text: &str) -> Option<Edit> {
    let marker = heading.marker.of(text);
    let start = marker.find(is_digit)?;
    let digits = &marker[start..];
    let length = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
    let span = Span::new(heading.marker.start as usize + start, heading.marker.start as usize + start + length);
    let first = digits.chars().next()?;
    let text = if first.is_ascii_digit() {
        number.to_string()
    } else if ('０'..='９').contains(&first) {
        number.to_string().chars().filter_map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32)).collect()
    } else {
        chinese(number)
    };
    Some(Edit { span, text })
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "一二三四五六七八九十百".contains(c)
}

/// A number below a thousand in Chinese numerals.
fn chinese(number: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: u16| DIGITS[usize::from(value % 10)];
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut out = String::new();
    if hundreds > 0 {
        out += digit(hundreds);
        out.push('百');
    }
    match tens {
        0 if hundreds > 0 && ones > 0 => out.push('零'),
        0 => {}
        1 if hundreds == 0 => out.push('十'),
        _ => {
            out += digit(tens);
            out.push('十');
        }
    }
    out + digit(ones)
}

#[cfg(test)]
mod tests {
    use super::{chinese, edits};
    use crate::{Engine, Settings};

    #[test]
    fn headings_are_numbered_and_attachments_are_left_alone() {
        let text = "一、甲\n内容。\n三、乙\n内容。\n附件：1.某表\n　　　2.某表\n　　　4.某表\n";
        let review = Engine::new(Settings::default()).review(text);
        let found: Vec<_> = edits(&review.drafts[0], text).into_iter().map(|edit| (edit.span.of(text).to_owned(), edit.text)).collect();
        assert_eq!(found, [("三".to_owned(), "二".to_owned())]);
    }

    #[test]
    fn numbers_are_written_as_in_headings() {
        let written: Vec<String> = [1, 9, 10, 11, 19, 20, 21, 99, 101, 110].into_iter().map(chinese).collect();
        assert_eq!(written.join(" "), "一 九 十 十一 十九 二十 二十一 九十九 一百零一 一百一十");
    }
}
