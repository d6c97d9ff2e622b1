//! Numbers that only the text around them tells apart: 一 that counts, minus signs, ranges, digits cut in two.

use super::super::number::{self, Bound, Number, Scale};
use super::super::units;

/// Whether 一 claims how many items stand right before it: 法先、青业一家律所. Elsewhere it is an article.
pub(super) fn counts_a_list(text: &str, at: usize) -> bool {
    let Some(unit) = ["一家", "一项", "一大", "一类", "一条"].iter().find(|unit| text[at..].starts_with(*unit)) else {
        return false;
    };
    let behind = &text[at + unit.len()..];
    let from = text.floor_char_boundary(at.saturating_sub(36));
    let before = &text[from..at];
    let Some(pause) = before.rfind('、') else { return false };
    let item = &before[pause + '、'.len_utf8()..];
    let short = (2..=6).contains(&item.chars().count()) && item.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    let noun = behind.starts_with(|c: char| matches!(c, '\u{4E00}'..='\u{9FFF}'))
        && !behind.starts_with(['都', '也', '不', '重', '新', '全', '好', '是', '又', '接', '样', '个', '体', '批', '起', '直']);
    short && noun
}

/// Whether the stroke in front of digits is a minus sign.
pub(super) fn signed(text: &str, at: usize) -> bool {
    text[..at].ends_with(['长', '为', '降', '升', '加', '少', ',', '、', '('])
}

/// Takes in the other end of a range: 3至5件, 5%—8%.
pub(super) fn range(text: &str, number: &mut Number) {
    let end = number.span.end as usize;
    let mut rest = &text[end..];
    let mark = rest.len();
    for word in ["至", "-", "—", "~", "～", "到", "–"] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    if rest.len() == mark || !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    if let Some(to) = number::read(text, text.len() - rest.len())
        && to.value >= number.value
        && (to.scale == number.scale || number.scale == Scale::Count)
        && to.bound == Bound::Exact
    {
        number.scale = to.scale;
        number.to = Some(to.value);
        number.span.end = to.span.end;
    }
}

/// Joins a number that a stray blank has cut in two: `1 5起`.
pub(super) fn broken_digits(text: &str, number: &mut Number) {
    let end = number.span.end as usize;
    let han_before = text[..number.span.start as usize].ends_with(|c: char| matches!(c, '\u{4E00}'..='\u{9FFF}'));
    if number.digits.end != number.span.end
        || number.digits.len() > 2
        || number.decimals > 0
        || !text[end..].starts_with(' ')
        || !han_before
    {
        return;
    }
    let digits = text[end + 1..].bytes().take_while(u8::is_ascii_digit).count();
    let joined = format!("{}{}", number.digits.of(text), &text[end + 1..end + 1 + digits]);
    if (1..=2).contains(&digits)
        && units::read(&text[end + 1 + digits..]).is_some()
        && let Some(whole) = number::read(&joined, 0)
    {
        number.value = whole.value;
        number.digits.end = (end + 1 + digits) as u32;
        number.span.end = number.digits.end;
    }
}

/// The offset behind a closing mark, if it stands within reach.
pub(super) fn close(text: &str, from: usize, end: usize, mark: char, reach: usize) -> Option<usize> {
    let to = text.floor_char_boundary((from + reach).min(end));
    text[from..to].find(mark).map(|at| from + at + mark.len_utf8())
}
