//! The version of a law that a citation names: (2021年修订), 2021年修订的, and 新修订的 without a year.

use crate::text::Span;

/// A version: the year in which it was passed, and how the law was changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it stands.
    pub span: Span,
    /// The year in which it was passed.
    pub year: i16,
    /// 修订 (the whole anew) or 修正 (single articles).
    pub manner: &'static str,
}

const MANNERS: [&str; 3] = ["修订", "修正", "修改"];

/// Words in front of a title that call it newly revised, without a year.
const FRESH: [&str; 5] = ["新修订的", "新修正的", "新修改的", "新修订", "最新修订的"];

/// The version in brackets at the end of a title, `行政处罚法(2021年修订)`, with the title in front of it.
pub(super) fn inside(title: &str, at: usize) -> Option<(Version, &str)> {
    let open = title.strip_suffix(')')?.rfind('(')?;
    let version = bracketed(&title[open..], at + open)?;
    Some((version, &title[..open]))
}

/// The version directly behind a title, in brackets or without: `《某法》2023年9月1日修订后`.
pub(super) fn behind(text: &str, at: usize, end: usize) -> Option<Version> {
    let rest = &text[at..end];
    if let Some(year) = year_at_start(rest) {
        let day = rest.strip_prefix(&rest[..4])?.strip_prefix('年')?;
        let words = day.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '月' | '日'));
        let manner = MANNERS.into_iter().find(|manner| words.starts_with(manner))?;
        let length = rest.len() - words.len() + manner.len();
        return Some(Version { span: Span::new(at, at + length), year, manner });
    }
    let close = rest.strip_prefix('(')?.find(')').filter(|&close| close <= 60)? + 2;
    bracketed(&rest[..close], at)
}

/// `(2021年修订)`, `(2021年1月22日修订)`, `(2017修正本)`: the whole text.
fn bracketed(text: &str, at: usize) -> Option<Version> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let inner = inner.trim_end_matches(['版', '本']);
    let manner = MANNERS.into_iter().find(|manner| inner.ends_with(manner))?;
    let date = inner[..inner.len() - manner.len()].trim_end_matches('第').trim_end_matches(['二', '三', '次']);
    let year = year_at_start(date)?;
    let plain = date[4..].chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
    plain.then_some(Version { span: Span::new(at, at + text.len()), year, manner })
}

/// `2021年修订的` directly in front of a title.
pub(super) fn in_front(text: &str, from: usize, at: usize) -> Option<Version> {
    let before = &text[from..at];
    let before = before.strip_suffix('的')?;
    let manner = MANNERS.into_iter().find(|manner| before.ends_with(manner))?;
    let date = before[..before.len() - manner.len()].strip_suffix('年')?;
    let year = year_at_start(date.get(date.len().checked_sub(4)?..)?)?;
    Some(Version { span: Span::new(from + date.len() - 4, at), year, manner })
}

/// 新修订的 directly in front of a title.
pub(super) fn fresh(text: &str, from: usize, at: usize) -> Option<Span> {
    let before = text[from..at].trim_end_matches("中华人民共和国");
    let word = FRESH.into_iter().find(|word| before.ends_with(word))?;
    Some(Span::new(from + before.len() - word.len(), from + before.len()))
}

fn year_at_start(text: &str) -> Option<i16> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    digits.parse().ok().filter(|year| (1949..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_in_front_behind_and_inside() {
        let (version, title) = inside("行政处罚法(2021年修订)", 0).unwrap();
        assert_eq!((version.year, version.manner, title), (2021, "修订", "行政处罚法"));
        assert_eq!(inside("法治政府建设实施纲要(2021-2025年)", 0), None);
        assert_eq!(inside("某办法(试行)", 0), None);
        let text = "《某法》(2017年9月1日修正)第三条";
        assert_eq!(behind(text, "《某法》".len(), text.len()).map(|found| (found.year, found.manner)), Some((2017, "修正")));
        let text = "《某法》2023年9月1日修订后";
        assert_eq!(behind(text, "《某法》".len(), text.len()).map(|found| (found.year, found.manner)), Some((2023, "修订")));
        assert_eq!(behind("《某法》2023年施行", "《某法》".len(), "《某法》2023年施行".len()), None);
        let text = "落实2023年修订的《某法》";
        assert_eq!(in_front(text, 0, text.find('《').unwrap()).map(|found| found.year), Some(2023));
        let text = "学习新修订的《某法》";
        assert!(fresh(text, 0, text.find('《').unwrap()).is_some());
    }
}
