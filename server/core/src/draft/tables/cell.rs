//! What a cell holds: nothing, words or a number.

use super::Cell;
use crate::text::Span;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Blank,
    /// A sign for nothing: `-`, `/`, `—`.
    Dash,
    /// A number, with or without a sign, an arrow, `%` or a unit.
    Number(Value),
    /// Anything else.
    Words,
}

/// The number in a cell: `mantissa ÷ 10^places`, exactly as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value {
    /// The digits as one integer, with its sign; an arrow down is a minus.
    pub mantissa: i64,
    /// The number of digits behind the decimal point.
    pub places: u8,
    /// Whether `%` follows.
    pub percent: bool,
    /// Whether a sign or an arrow says the direction.
    pub signed: bool,
    /// What the number counts in: 1, or 10,000 for 万, or 100,000,000 for 亿.
    pub scale: u32,
}

/// What may follow a number in a cell without making it words.
const UNITS: &[&str] = &[
    "件",
    "起",
    "宗",
    "个",
    "人",
    "次",
    "人次",
    "名",
    "家",
    "户",
    "项",
    "份",
    "场",
    "条",
    "期",
    "元",
    "件次",
    "亩",
    "公里",
    "平方米",
    "吨",
    "分",
    "台",
    "辆",
    "部",
    "篇",
    "册",
    "支",
    "处",
    "所",
    "只",
    "本",
    "批",
    "套",
    "例",
    "张",
    "封",
    "班",
    "户次",
    "场次",
    "天",
    "美元",
    "千米",
    "公顷",
];

impl Cell {
    /// Reads the cell that stands somewhere between two offsets.
    pub(super) fn read(text: &str, start: usize, end: usize) -> Self {
        let body = &text[start..end];
        let trimmed = body.trim_start_matches(blank);
        let start = start + body.len() - trimmed.len();
        let trimmed = trimmed.trim_end_matches(blank);
        Self { span: Span::new(start, start + trimmed.len()), content: content(trimmed) }
    }

    /// A cell that is not there.
    pub(super) fn missing(at: usize) -> Self {
        Self { span: Span::at(at), content: Content::Blank }
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self.content, Content::Number(_))
    }

    pub(super) fn is_words(&self) -> bool {
        matches!(self.content, Content::Words)
    }

    pub(super) fn is_blank(&self) -> bool {
        matches!(self.content, Content::Blank)
    }
}

fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '`')
}

fn content(text: &str) -> Content {
    match text {
        "" => return Content::Blank,
        "-" | "--" | "/" | "\\" | "—" | "——" | "－" | "–" | "…" | "~" => return Content::Dash,
        _ => {}
    }
    // Most words are told by their first byte; long cells are no numbers.
    if text.len() > 40 {
        return Content::Words;
    }
    value(text).map_or(Content::Words, Content::Number)
}

/// Reads a whole cell as a number; `None` where anything in it is more than a sign, digits and a unit.
fn value(text: &str) -> Option<Value> {
    let (mut rest, mut sign, mut signed) = (text, 1, false);
    loop {
        let mut chars = rest.chars();
        match chars.next()? {
            '-' | '↓' | '▼' | '－' => sign = -1,
            '+' | '↑' | '▲' | '→' => {}
            ' ' if signed => {
                rest = chars.as_str();
                continue;
            }
            _ => break,
        }
        signed = true;
        rest = chars.as_str();
    }
    let (mut mantissa, mut places, mut digits) = (0i64, 0u8, 0usize);
    let mut point = false;
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
                digits += 1;
                places += u8::from(point);
            }
            b'.' if !point && digits > 0 && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => point = true,
            // Thousands, by a comma or by a blank.
            b',' | b' ' if !point && digits > 0 && group_follows(&bytes[at + 1..]) => {}
            _ => break,
        }
        at += 1;
    }
    if digits == 0 || digits > 17 {
        return None;
    }
    // 05 is a code; 0.5 is not.
    if digits > 1 && bytes[0] == b'0' && !point {
        return None;
    }
    let mut unit = rest[at..].trim();
    let percent = unit.starts_with('%');
    unit = unit.strip_prefix('%').unwrap_or(unit);
    let scale = match unit.chars().next() {
        Some('万') => 10_000,
        Some('亿') => 100_000_000,
        _ => 1,
    };
    unit = unit.trim_start_matches(['万', '亿']);
    // The direction may stand behind the number too.
    if let Some(shorter) = unit.strip_suffix(['↓', '▼']) {
        (unit, sign, signed) = (shorter.trim(), -1, true);
    } else if let Some(shorter) = unit.strip_suffix(['↑', '▲']) {
        (unit, signed) = (shorter.trim(), true);
    }
    (unit.is_empty() || UNITS.contains(&unit)).then_some(Value { mantissa: sign * mantissa, places, percent, signed, scale })
}

/// Whether exactly three digits follow: the next group of a number written in thousands.
fn group_follows(bytes: &[u8]) -> bool {
    bytes.len() >= 3 && bytes[..3].iter().all(u8::is_ascii_digit) && !bytes.get(3).is_some_and(u8::is_ascii_digit)
}
