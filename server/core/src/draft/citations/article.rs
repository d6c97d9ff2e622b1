//! Articles behind a title: 第二十四条第一款, 第9条第(二)项, and lists of them.

use crate::draft::figures::han_value;
use crate::text::Span;

/// An article (条), with its paragraph (款) and item (项) where they are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Article {
    /// Where it stands.
    pub span: Span,
    /// The number of the article.
    pub article: u16,
    /// The paragraph, from 1.
    pub paragraph: Option<u16>,
    /// The item, from 1.
    pub item: Option<u16>,
}

/// Words that may stand between a title and its articles, or between two articles.
const BETWEEN: [&str; 8] = ["、", "和", "及", "以及", "与", "中", "的", ","];

/// The articles directly behind an offset, in their order.
pub(super) fn read(text: &str, from: usize, end: usize) -> Vec<Article> {
    let mut found = Vec::new();
    let mut at = from;
    loop {
        let rest = &text[at..end];
        let between = BETWEEN.iter().filter(|word| rest.starts_with(**word)).map(|word| word.len()).max().unwrap_or(0);
        let Some((article, length)) = one(&rest[between..], at + between) else { return found };
        at += between + length;
        found.push(article);
    }
}

fn one(text: &str, at: usize) -> Option<(Article, usize)> {
    let (article, mut length) = part(text, "条")?;
    // 第一百二十条之一 is an article of its own between two others.
    if let Some(rest) = text[length..].strip_prefix('之') {
        length += '之'.len_utf8() + han_value(rest).map_or(0, |(_, length)| length);
    }
    let mut next = |unit: &str| {
        let (value, more) = part(&text[length..], unit)?;
        length += more;
        Some(value)
    };
    let (paragraph, item) = (next("款"), next("项"));
    Some((Article { span: Span::new(at, at + length), article, paragraph, item }, length))
}

/// `第…条` at the start: the number and the length.
fn part(text: &str, unit: &str) -> Option<(u16, usize)> {
    let rest = text.strip_prefix('第')?;
    let inner = rest.strip_prefix('(').unwrap_or(rest);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let (value, length) = match digits {
        0 => han_value(inner)?,
        1..=4 => (inner[..digits].parse().ok()?, digits),
        _ => return None,
    };
    let behind = &inner[length..];
    let behind = if inner.len() < rest.len() { behind.strip_prefix(')')? } else { behind };
    let behind = behind.strip_prefix(unit)?;
    (value > 0).then_some((value, text.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_read_with_paragraph_and_item() {
        let parts =
            |text: &str| -> Vec<_> { read(text, 0, text.len()).iter().map(|found| (found.article, found.paragraph, found.item)).collect() };
        assert_eq!(parts("第二十四条第一款规定"), [(24, Some(1), None)]);
        assert_eq!(parts("第9条、第一百零三条第二款第(三)项"), [(9, None, None), (103, Some(2), Some(3))]);
        assert_eq!(parts("中第一千二百六十条"), [(1260, None, None)]);
        assert_eq!(parts("第一百二十条之一和第五条"), [(120, None, None), (5, None, None)]);
        assert_eq!(parts("第三章"), []);
        assert_eq!(parts(",第三季度"), []);
    }
}
