//! The number that a heading takes where the cursor stands, in the draft's own style.

use super::Request;
use crate::catalogue::templates::numeral;
use crate::draft::Heading;

/// How headings of a level are written at a place: what stands in front, and the number with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// Blanks or `#` in front of the number.
    pub(super) lead: String,
    /// The number with its marks.
    pub(super) marker: String,
}

/// What stands above the cursor.
pub(super) struct Above<'a> {
    /// The headings above, in the order of the text.
    headings: Vec<&'a Heading>,
}

impl<'a> Above<'a> {
    pub(super) fn new(request: &Request<'a>) -> Self {
        let line = request.line_start();
        let headings = request.draft.map_or(&[][..], |draft| &draft.outline);
        Self { headings: headings.iter().filter(|heading| (heading.marker.end as usize) <= line).collect() }
    }

    /// The number of the next heading of a level: numbering begins anew under each heading of a higher level.
    pub(super) fn next(&self, level: u8) -> u16 {
        let under = self.headings.iter().rev().take_while(|heading| heading.level >= level);
        let last = under.into_iter().find(|heading| heading.level == level);
        last.map_or(1, |heading| heading.number + 1)
    }

    /// The innermost level that is open above the cursor; 0 before the first heading.
    pub(super) fn level(&self) -> u8 {
        self.last().map_or(0, |heading| heading.level)
    }

    /// The last heading; items by 一是 are none.
    fn last(&self) -> Option<&'a Heading> {
        self.headings.iter().copied().rev().find(|heading| heading.level < 5)
    }

    /// Whether nothing but blanks stands between the last heading and the cursor's line.
    pub(super) fn just_headed(&self, request: &Request) -> bool {
        let line = request.line_start();
        self.last().is_some_and(|heading| {
            let words = request.source.get(heading.title.end as usize..line).unwrap_or_default();
            words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '。' | '*')).is_empty()
        })
    }
}

/// The level of the main parts: 一、, unless the draft has 第一部分 only.
pub(super) fn top(request: &Request) -> u8 {
    let all = request.draft.map_or(&[][..], |draft| &draft.outline);
    let has = |level: u8| all.iter().any(|heading| heading.level == level);
    u8::from(has(1) || !has(0))
}

/// The style of the next heading of a level: as the nearest heading of that level in the draft is written, or by the standard.
pub(super) fn style(request: &Request, above: &Above, level: u8) -> Style {
    let number = above.next(level);
    let all = request.draft.map_or(&[][..], |draft| &draft.outline);
    let written = |heading: &&Heading| heading.level == level && heading.number > 0;
    let model = above.headings.iter().copied().rev().find(written).or_else(|| all.iter().find(written));
    let own = model.and_then(|heading| {
        let marker = heading.marker.range();
        let line = request.source.get(..marker.start)?.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let lead = &request.source[line..marker.start];
        let lead = if lead.chars().all(|c| matches!(c, ' ' | '\t' | '\u{3000}' | '#')) { lead } else { "" };
        Some(Style { lead: lead.to_owned(), marker: renumber(request.source.get(marker)?, number)? })
    });
    own.unwrap_or_else(|| {
        let chinese = numeral(number);
        let marker = match level {
            1 => format!("{chinese}、"),
            2 => format!("（{chinese}）"),
            3 => format!("{number}."),
            _ => format!("（{number}）"),
        };
        Style { lead: String::new(), marker }
    })
}

/// A marker with another number, in the same kind of numerals and with the same marks; none where it holds no number.
fn renumber(marker: &str, number: u16) -> Option<String> {
    let chinese = |c: char| "〇零一二三四五六七八九十百".contains(c);
    let ascii = |c: char| c.is_ascii_digit();
    let wide = |c: char| matches!(c, '０'..='９');
    let of = |c: char| chinese(c) || ascii(c) || wide(c);
    let start = marker.find(of)?;
    let end = marker[start..].find(|c| !of(c)).map_or(marker.len(), |at| start + at);
    let first = marker[start..].chars().next()?;
    let number = match first {
        _ if chinese(first) => numeral(number),
        _ if wide(first) => number.to_string().chars().filter_map(|c| char::from_u32(c as u32 + 0xFEE0)).collect(),
        _ => number.to_string(),
    };
    Some(format!("{}{number}{}", &marker[..start], &marker[end..]))
}

#[cfg(test)]
mod tests {
    use super::renumber;

    #[test]
    fn markers_keep_their_style() {
        let pairs = [
            ("一、", "十二、"),
            ("(三)", "(十二)"),
            ("（三）", "（十二）"),
            ("3．", "12．"),
            ("第三部分", "第十二部分"),
            ("（３）", "（１２）"),
        ];
        for (marker, expected) in pairs {
            assert_eq!(renumber(marker, 12).as_deref(), Some(expected));
        }
        assert_eq!(renumber("——", 3), None);
    }
}
