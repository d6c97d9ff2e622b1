//! Numbers that are long enough to be a person's: mobile, identity card, bank card.

use crate::draft::Draft;
use crate::text::Span;
use memchr::memchr2_iter;

/// The length of a mobile number; identity cards and bank cards have more digits.
const SHORTEST: usize = 11;

/// A number of at least eleven digits, written without a break or in groups (`138 0013 8000`, `138-0013-8000`).
pub(super) struct LongNumber {
    pub(super) span: Span,
    /// Its digits, with an X behind them if there is one.
    pub(super) digits: String,
    /// How many digits stand in each group.
    pub(super) groups: Vec<usize>,
}

/// The long numbers of a draft in the order in which they stand.
pub(super) fn long_numbers(text: &str, draft: &Draft) -> Vec<LongNumber> {
    let (text, base) = (draft.span.of(text), draft.span.start as usize);
    let mut found: Vec<LongNumber> = unbroken(text).chain(grouped(text)).filter_map(|(from, to)| number(text, from, to, base)).collect();
    found.sort_by_key(|number| number.span.start);
    found
}

/// Where digits stand without a break, `SHORTEST` of them or more.
fn unbroken(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    // A run that long covers one of every eleven bytes: only those are looked at.
    let mut at = SHORTEST - 1;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() {
                at += SHORTEST;
                continue;
            }
            let from = at - bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let to = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            at = to + SHORTEST;
            if to - from >= SHORTEST {
                return Some((from, to));
            }
        }
        None
    })
}

/// Where groups of digits stand with one space or one hyphen between them.
fn grouped(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    let digit = move |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut seen = 0;
    memchr2_iter(b' ', b'-', bytes).filter_map(move |mark| {
        if mark < seen.max(1) || !digit(mark - 1) || !digit(mark + 1) {
            return None;
        }
        let joined = |at: usize| bytes[at] == bytes[mark] && at > 0 && digit(at - 1) && digit(at + 1);
        let (mut from, mut to) = (mark, mark);
        while from > seen && (digit(from - 1) || joined(from - 1)) {
            from -= 1;
        }
        while to < bytes.len() && (digit(to) || joined(to)) {
            to += 1;
        }
        seen = to;
        Some((from, to))
    })
}

/// The number at a place, unless it is the end of something longer: a word, a decimal, a number of a document.
fn number(text: &str, from: usize, to: usize, base: usize) -> Option<LongNumber> {
    if text[..from].ends_with(|c: char| c.is_ascii_alphanumeric() || ".-".contains(c)) {
        return None;
    }
    let end = if text[to..].starts_with(['X', 'x']) { to + 1 } else { to };
    let groups: Vec<usize> = text[from..to].split([' ', '-']).map(str::len).collect();
    let digits: String = text[from..end].chars().filter(char::is_ascii_alphanumeric).collect();
    (groups.iter().sum::<usize>() >= SHORTEST).then(|| LongNumber { span: Span::new(base + from, base + end), digits, groups })
}
