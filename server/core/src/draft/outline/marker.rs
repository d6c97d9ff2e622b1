//! The numbers that headings and items begin with.

/// How a heading's number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// 第一部分, 第一章
    Part,
    /// 一、
    Han,
    /// （一）
    HanBrackets,
    /// 1.
    Digit,
    /// （1）
    DigitBrackets,
    /// ①
    Circled,
    /// 一是
    Item,
    /// A Markdown heading without a number.
    Hash,
}

/// The number of forms.
pub(super) const FORMS: usize = 8;

impl Form {
    /// The level of a heading with this form; that of a Markdown heading is told by its hashes.
    pub(super) fn level(self) -> u8 {
        match self {
            Self::Part => 0,
            Self::Han | Self::Hash => 1,
            Self::HanBrackets => 2,
            Self::Digit => 3,
            Self::DigitBrackets => 4,
            Self::Circled | Self::Item => 5,
        }
    }

    /// A number written in this form with the punctuation of the standard (GB/T 9704 7.3.3), half-width as in the folded text.
    pub fn write(self, number: u16) -> String {
        let han = han_numeral(number);
        match self {
            Self::Part => format!("第{han}部分"),
            Self::Han => format!("{han}、"),
            Self::HanBrackets => format!("({han})"),
            Self::Digit => format!("{number}."),
            Self::DigitBrackets => format!("({number})"),
            Self::Circled => char::from_u32('①' as u32 + u32::from(number.clamp(1, 20)) - 1).map(String::from).unwrap_or_default(),
            Self::Item => format!("{han}是"),
            Self::Hash => String::new(),
        }
    }
}

/// A number with its punctuation at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) form: Form,
    pub(super) number: u16,
    /// In bytes, with the punctuation.
    pub(super) length: usize,
}

const HAN_DIGITS: &str = "一二三四五六七八九十";

/// What follows 二、 where a list of numbers is meant and no heading: 二、三产业.
const COUNTED: &[&str] = &["产业", "季度", "级", "线", "等", "类", "年级", "环", "楼", "期工程", "、"];

/// Reads the number that a text begins with. `last` holds the last number of each form.
pub(super) fn read(text: &str, last: &[u16; FORMS]) -> Option<Marker> {
    let first = text.chars().next()?;
    match first {
        '第' => part(text),
        '(' => brackets(text),
        '0'..='9' => digits(text, last[Form::Digit as usize]),
        '①'..='⑳' => Some(Marker { form: Form::Circled, number: (first as u32 - '①' as u32) as u16 + 1, length: first.len_utf8() }),
        _ => han(text, last[Form::Han as usize]),
    }
}

fn part(text: &str) -> Option<Marker> {
    let rest = &text["第".len()..];
    let (number, length) = han_number(rest).or_else(|| digit_number(rest))?;
    let behind = &rest[length..];
    let unit = ["部分", "章", "篇", "编"].into_iter().find(|unit| behind.starts_with(unit))?;
    let length = "第".len() + length + unit.len();
    // 第一部分 in running text: “第一部分是工作开展情况”.
    let next = text[length..].chars().next();
    let sentence = text.contains('。') || next.is_some_and(|c| "是为的中主至和将应、,;".contains(c)) || text.len() > 180;
    (!sentence).then_some(Marker { form: Form::Part, number, length })
}

fn brackets(text: &str) -> Option<Marker> {
    let rest = &text[1..];
    let (form, (number, length)) = match han_number(rest) {
        Some(found) => (Form::HanBrackets, found),
        None => (Form::DigitBrackets, digit_number(rest).filter(|&(_, length)| length <= 2)?),
    };
    let behind = rest[length..].strip_prefix(')')?;
    // （一）、 is a wrong form, but the same number.
    let wrong = ['、', '.', ','].into_iter().find(|&c| behind.starts_with(c)).map_or(0, char::len_utf8);
    Some(Marker { form, number, length: 1 + length + 1 + wrong })
}

fn digits(text: &str, last: u16) -> Option<Marker> {
    let (number, length) = digit_number(text).filter(|&(_, length)| length <= 2)?;
    let behind = &text[length..];
    if number == 0 || text.starts_with('0') {
        return None;
    }
    if let Some(rest) = behind.strip_prefix(')') {
        return (!rest.starts_with([',', '。', ';'])).then_some(Marker { form: Form::DigitBrackets, number, length: length + 1 });
    }
    let point = if behind.starts_with('.') {
        1
    } else if behind.starts_with('、') {
        "、".len()
    } else {
        return None;
    };
    let rest = &behind[point..];
    let length = length + point;
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        // `20.2026年…` is item 20, `3.5%` and `2023.1.1` are not.
        let run = rest.bytes().take_while(u8::is_ascii_digit).count();
        let year = run == 4 && rest[4..].starts_with('年');
        let plus = rest[run..].starts_with('+') || rest[run..].starts_with('.') && rest[run + 1..].contains('+');
        return (behind.starts_with('.') && number == last + 1 && (year || plus)).then_some(Marker { form: Form::Digit, number, length });
    }
    (!rest.is_empty()).then_some(Marker { form: Form::Digit, number, length })
}

fn han(text: &str, last: u16) -> Option<Marker> {
    let (number, length) = han_number(text)?;
    let behind = &text[length..];
    if let Some(rest) = behind.strip_prefix('、') {
        let counted = han_number(rest)
            .is_some_and(|(next, length)| next == number + 1 && COUNTED.iter().any(|noun| rest[length..].starts_with(noun)));
        return (!counted && !rest.is_empty()).then_some(Marker { form: Form::Han, number, length: length + "、".len() });
    }
    // `一，` and `二.` are wrong forms of 一、: read where they carry on and the line can be a heading.
    let wrong = behind.starts_with([',', '.']) && !text.contains('。') && text.chars().count() <= 40 && number == last + 1;
    (wrong && behind.len() > 1).then_some(Marker { form: Form::Han, number, length: length + 1 })
}

/// A Chinese number from 1 to 99 at the start of a text, with its length in bytes.
pub(crate) fn han_number(text: &str) -> Option<(u16, usize)> {
    let length: usize = text.chars().take_while(|&c| HAN_DIGITS.contains(c)).take(4).map(char::len_utf8).sum();
    han_value(&text[..length]).map(|number| (number, length))
}

/// A Chinese number from 1 to 99 at the end of a text, with the offset at which it begins.
pub(super) fn han_number_at_end(text: &str) -> Option<(usize, u16)> {
    let length: usize = text.chars().rev().take_while(|&c| HAN_DIGITS.contains(c)).take(4).map(char::len_utf8).sum();
    han_value(&text[text.len() - length..]).map(|number| (text.len() - length, number))
}

fn digit_number(text: &str) -> Option<(u16, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    text[..length.min(4)].parse().ok().filter(|_| length <= 4).map(|number| (number, length))
}

fn han_value(text: &str) -> Option<u16> {
    let digit = |c: char| HAN_DIGITS.chars().position(|other| other == c).map(|at| at as u16 + 1);
    let mut chars = text.chars();
    let values = [chars.next(), chars.next(), chars.next()].map(|c| c.and_then(digit));
    if chars.next().is_some() {
        return None;
    }
    match values {
        [Some(one), None, None] => Some(one),
        [Some(10), Some(one), None] if one < 10 => Some(10 + one),
        [Some(ten), Some(10), None] if ten < 10 => Some(ten * 10),
        [Some(ten), Some(10), Some(one)] if ten < 10 && one < 10 => Some(ten * 10 + one),
        _ => None,
    }
}

/// A number from 1 to 99 in Chinese.
pub(crate) fn han_numeral(number: u16) -> String {
    let digits: Vec<char> = HAN_DIGITS.chars().collect();
    let digit = |value: u16| digits.get(usize::from(value).wrapping_sub(1)).map(char::to_string).unwrap_or_default();
    match number {
        1..=10 => digit(number),
        11..=19 => format!("十{}", digit(number - 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => number.to_string(),
    }
}
