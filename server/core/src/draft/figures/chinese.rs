//! Numbers written in Chinese characters: 十二, 两万三千, 百分之九十, 八成, 三分之二.

use super::number::{Bound, Number, Scale, Tail};
use crate::interval::Exact;
use crate::text::Span;
use crate::text::wide::Bits;

/// The value of a numeral character and whether it multiplies what stands before it.
fn numeral(c: char) -> Option<(i128, bool)> {
    Some(match c {
        '零' | '〇' => (0, false),
        '一' => (1, false),
        '二' | '两' => (2, false),
        '三' => (3, false),
        '四' => (4, false),
        '五' => (5, false),
        '六' => (6, false),
        '七' => (7, false),
        '八' => (8, false),
        '九' => (9, false),
        '十' => (10, true),
        '百' => (100, true),
        '千' => (1000, true),
        '万' => (10_000, true),
        '亿' => (100_000_000, true),
        _ => return None,
    })
}

/// Whether the character is a numeral.
pub(super) fn is_numeral(c: char) -> bool {
    numeral(c).is_some()
}

/// The whole number at the start of a text, with its length in bytes: 二十四, 一百零三.
pub(crate) fn whole(text: &str) -> Option<(u16, usize)> {
    let length = length(text);
    let value = parse(text.get(..length).filter(|written| !written.is_empty())?)?;
    Some((u16::try_from(value).ok()?, length))
}

/// All numerals that stand among the Chinese characters, for [`skip`].
const NUMERALS: [char; 16] = ['零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿'];

static IS_NUMERAL: Bits = Bits::of(&NUMERALS);

/// The offset of the first byte from `at` on that begins no Chinese character of the main block, or begins a numeral.
pub(super) fn skip(bytes: &[u8], at: usize) -> usize {
    let (chars, _) = bytes[at..].as_chunks();
    let passed = |&char: &[u8; 3]| matches!(char[0], 0xE4..=0xE9) && !IS_NUMERAL.has_char(char);
    at + 3 * chars.iter().position(|char| !passed(char)).unwrap_or(chars.len())
}

/// Reads the Chinese number that starts at an offset.
pub(super) fn read(text: &str, start: usize) -> Option<Number> {
    if let Some(rest) = text[start..].strip_prefix("百分之") {
        return fraction(text, start, rest, 100, Scale::Percent);
    }
    if let Some(rest) = text[start..].strip_prefix("千分之") {
        return fraction(text, start, rest, 1000, Scale::PerMille);
    }
    let length = length(&text[start..]);
    let written = text.get(start..start + length).filter(|written| !written.is_empty())?;
    let value = parse(written)?;
    let after = &text[start + length..];
    if let Some(rest) = after.strip_prefix("分之") {
        let over = self::length(rest);
        let part = parse(&rest[..over])?;
        if value == 0 {
            return None;
        }
        // Two thirds of something is said of what is roughly that much.
        let percent = Exact::new(part * 100, value);
        let end = start + length + "分之".len() + over;
        return Some(plain(Span::new(start, end), Span::new(start, end), percent, Exact::from_integer(1), Bound::About, Scale::Percent));
    }
    if after.starts_with('成') && !after.starts_with("成为") && !after.starts_with("成立") && value <= 10 {
        let half = after.strip_prefix("成半").is_some();
        let end = start + length + if half { "成半".len() } else { "成".len() };
        let (value, step) = if half { (value * 10 + 5, 5) } else { (value * 10, 10) };
        let span = Span::new(start, end);
        return Some(plain(span, span, Exact::from_integer(value), Exact::from_integer(step), Bound::Exact, Scale::Percent));
    }
    let tail = Tail::read(text, start + length);
    let bound = if tail.more { Bound::More } else { Bound::Exact };
    let value = Exact::from_integer(value.checked_mul(tail.factor)?);
    let digits = Span::new(start, start + length);
    Some(plain(Span::new(start, tail.end), digits, value, Exact::from_integer(1), bound, tail.scale))
}

fn fraction(text: &str, start: usize, rest: &str, _of: i128, scale: Scale) -> Option<Number> {
    let at = text.len() - rest.len();
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        let mut number = super::number::read(text, at)?;
        number.span.start = start as u32;
        number.scale = scale;
        return Some(number);
    }
    let length = length(rest);
    let (whole, places) = match rest[length..].strip_prefix('点') {
        Some(after) => (length, self::length(after)),
        None => (length, 0),
    };
    let mut value = Exact::from_integer(parse(&rest[..whole])?);
    let mut step = Exact::from_integer(1);
    let mut end = at + whole;
    let mut decimals = 0;
    if places > 0 {
        let written = &rest[whole + '点'.len_utf8()..whole + '点'.len_utf8() + places];
        for c in written.chars() {
            let (digit, multiplies) = numeral(c)?;
            if multiplies || decimals >= 9 {
                return None;
            }
            step /= Exact::from_integer(10);
            value += step * Exact::from_integer(digit);
            decimals += 1;
        }
        end += '点'.len_utf8() + places;
    }
    let mut number = plain(Span::new(start, end), Span::new(at, end), value, step, Bound::Exact, scale);
    number.decimals = decimals;
    Some(number)
}

fn plain(span: Span, digits: Span, value: Exact, step: Exact, bound: Bound, scale: Scale) -> Number {
    Number { span, digits, value, step, decimals: 0, bound, scale, to: None, chinese: true }
}

/// The length in bytes of the numerals at the start of a text.
fn length(text: &str) -> usize {
    text.char_indices().find(|&(_, c)| !is_numeral(c)).map_or(text.len(), |(at, _)| at)
}

/// The value of a run of numerals; `None` for a run that is no number, such as 三三两两.
fn parse(written: &str) -> Option<i128> {
    let mut total = 0i128;
    let mut section = 0i128;
    let mut digit: Option<i128> = None;
    let mut last_multiplier = i128::MAX;
    let mut digits_in_a_row = 0;
    if written.chars().count() > 16 {
        return None;
    }
    let year_like = written.chars().all(|c| numeral(c).is_some_and(|(_, multiplies)| !multiplies));
    for c in written.chars() {
        let (value, multiplies) = numeral(c)?;
        if !multiplies {
            digits_in_a_row += 1;
            if year_like {
                digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(value)?);
                continue;
            }
            if digits_in_a_row > 1 && digit != Some(0) {
                return None;
            }
            digit = Some(value);
            continue;
        }
        digits_in_a_row = 0;
        if value >= 10_000 {
            section += digit.take().unwrap_or(0);
            // 亿 multiplies all that stands before it, 万 only what follows the last 亿.
            let (kept, scaled) = if value > 10_000 { (0, total + section) } else { (total, section) };
            total = kept + if scaled == 0 && kept == 0 { value } else { scaled.checked_mul(value)? };
            section = 0;
            last_multiplier = i128::MAX;
        } else {
            if value >= last_multiplier {
                return None;
            }
            last_multiplier = value;
            section += digit.take().unwrap_or(1).max(1) * value;
        }
    }
    // 二〇二三 is a year; 三四 is an approximation; neither is a count.
    if year_like && written.chars().count() > 1 {
        return None;
    }
    Some(total + section + digit.unwrap_or(0))
}

/// Writes a small number: 6 as 六, 12 as 十二. `None` from 100 on.
pub(super) fn write(value: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (value / 10, (value % 10) as usize);
    let ones = |bare: bool| if ones == 0 && !bare { "" } else { DIGITS[ones] };
    Some(match tens {
        0 => ones(true).to_owned(),
        1 => format!("十{}", ones(false)),
        2..=9 => format!("{}十{}", DIGITS[tens as usize], ones(false)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_numerals() {
        for (written, value) in [
            ("十", Some(10)),
            ("十一", Some(11)),
            ("二十三", Some(23)),
            ("一百零五", Some(105)),
            ("三千", Some(3000)),
            ("一万二千", Some(12_000)),
            ("百", Some(100)),
            ("万", Some(10_000)),
            ("三亿五千万", Some(350_000_000)),
            ("二〇二三", None),
            ("三四", None),
            ("十百千", None),
        ] {
            assert_eq!(parse(written), value, "{written}");
        }
    }

    #[test]
    fn skipping_stops_at_numerals_and_marks() {
        for c in "零一二两三四五六七八九十百千万亿,。a".chars() {
            assert_eq!(skip(format!("受理{c}件").as_bytes(), 0), "受理".len(), "{c}");
        }
        assert!(NUMERALS.iter().all(|&c| is_numeral(c)));
    }

    #[test]
    fn small_numbers_are_written_as_they_are_read() {
        for value in 1..100 {
            assert_eq!(parse(&write(value).unwrap()), Some(i128::from(value)));
        }
        assert_eq!(write(100), None);
    }
}
