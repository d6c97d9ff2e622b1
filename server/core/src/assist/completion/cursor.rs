//! What has been typed at the start of a line.

/// The start of a line up to the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Typed<'a> {
    /// The blanks, and `#` of Markdown, in front.
    pub(super) lead: &'a str,
    /// What has been typed behind them: a number, letters, words or nothing.
    pub(super) text: &'a str,
    /// What it is.
    pub(super) kind: TypedKind,
}

/// What has been typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypedKind {
    /// Nothing yet.
    Nothing,
    /// The number of a heading of a level (1 for 一、 to 4 for （1）), or its beginning.
    Marker(u8),
    /// Letters or characters to find something by.
    Words,
}

/// Reads the line up to the cursor; none where it is a sentence already.
pub(super) fn read(before: &str) -> Option<Typed<'_>> {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\u{3000}');
    let text = before.trim_start_matches(|c| blank(c) || c == '#');
    let lead = &before[..before.len() - text.len()];
    let kind = match text {
        "" => TypedKind::Nothing,
        _ => match level(text) {
            Some(level) => TypedKind::Marker(level),
            None if words(text) => TypedKind::Words,
            None => return None,
        },
    };
    Some(Typed { lead, text, kind })
}

fn words(text: &str) -> bool {
    // A name of ten characters is some forty letters of pinyin.
    let short = text.chars().filter(|c| !c.is_ascii()).count() <= 12 && text.len() <= 48;
    short && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '“' | '\''))
}

/// The level of a heading's number, or of its beginning, in half and full width.
fn level(text: &str) -> Option<u8> {
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let inner = inner.strip_suffix(['）', ')']).unwrap_or(inner);
        return match inner {
            _ if numeral(inner) => Some(2),
            _ if digits(inner) => Some(4),
            _ => None,
        };
    }
    let number = text.strip_suffix(['、', '.', '．']).unwrap_or(text);
    match number {
        "" => None,
        _ if numeral(number) => Some(1),
        // A bare number at a line's start may be the beginning of a figure.
        _ if digits(number) && number.len() < text.len() => Some(3),
        _ => None,
    }
}

fn numeral(text: &str) -> bool {
    text.chars().count() <= 3 && text.chars().all(|c| "一二三四五六七八九十".contains(c))
}

fn digits(text: &str) -> bool {
    (1..=2).contains(&text.chars().count()) && text.chars().all(|c| matches!(c, '0'..='9' | '０'..='９'))
}

#[cfg(test)]
mod tests {
    use super::{TypedKind, read};

    #[test]
    fn marks_are_known_in_both_widths() {
        let kind = |before: &str| read(before).map(|typed| typed.kind);
        for (level, marks) in
            [(1, ["一", "三、", "十一、"]), (2, ["（", "(二", "（二）"]), (3, ["1.", "2、", "１．"]), (4, ["(1", "（1）", "（１"])]
        {
            for mark in marks {
                assert_eq!(kind(mark), Some(TypedKind::Marker(level)), "{mark}");
                assert_eq!(kind(&format!("## {mark}")), Some(TypedKind::Marker(level)), "{mark}");
                assert_eq!(kind(&format!("　　{mark}")), Some(TypedKind::Marker(level)), "{mark}");
            }
        }
        assert_eq!(
            [kind(""), kind("　　"), kind("xzfy"), kind("行政复")],
            [Some(TypedKind::Nothing), Some(TypedKind::Nothing), Some(TypedKind::Words), Some(TypedKind::Words)]
        );
    }

    #[test]
    fn whole_names_in_pinyin_are_words() {
        assert_eq!(read("zhongdaxingzhengjuece").map(|typed| typed.kind), Some(TypedKind::Words));
        assert_eq!(read(&"a".repeat(60)), None);
    }

    #[test]
    fn sentences_are_left_alone() {
        for before in ["全年受理案件，", "全年（一", "受理1.", "这一年我们认真落实各项部署要求", "一、主要举措和成效（"]
        {
            assert_eq!(read(before), None, "{before}");
        }
    }
}
