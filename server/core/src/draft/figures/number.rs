//! Reads a written number: its value, its precision, and what the words around it allow.
//!
//! Works on folded text (simplified characters, half-width digits). A cell of a table and a figure in a sentence are read alike.

mod bound;
mod tail;

pub use bound::{bound_after, bound_before};
pub(super) use tail::Tail;

use super::chinese;
use crate::interval::{End, Exact, Interval};
use crate::text::Span;
use num_traits::Zero;

/// What the wording adds to a number. What includes the number and what does not follows 民法典 art. 1259.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// As written, to the last written place.
    Exact,
    /// 余, 多, 来: at least the number, less than one unit of its last place that is not zero more.
    More,
    /// 近, 将近: a little less.
    Nearly,
    /// 约, 左右, 上下: a twentieth to either side.
    About,
    /// 以上, 不少于, 至少: the number or more.
    AtLeast,
    /// 超过, 逾, 突破: more than the number.
    MoreThan,
    /// 以下, 以内, 不超过: the number or less.
    AtMost,
    /// 不足, 不满, 不到: less than the number.
    LessThan,
}

impl Bound {
    /// Whether the wording leaves the value open.
    pub fn is_open(self) -> bool {
        self != Self::Exact
    }

    /// Whether the wording names a limit and no value: a target, an offence's threshold, a group's definition.
    pub fn is_limit(self) -> bool {
        matches!(self, Self::AtLeast | Self::AtMost)
    }
}

/// In what a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// Things.
    Count,
    /// Hundredths: `%`, 百分之, 成.
    Percent,
    /// Thousandths: `‰`, 千分之.
    PerMille,
}

/// A written number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Bound words in front, digits, 万/亿, 余, percent sign; without the unit.
    pub span: Span,
    /// The digits with their point and separators alone, such as `1,231` or `97.87`.
    pub digits: Span,
    /// The value, 万 and 亿 multiplied in; of a percentage the number before the sign.
    pub value: Exact,
    /// The value of one unit of the last written place: 100 for `29.31万`.
    pub step: Exact,
    /// How many places stand behind the point.
    pub decimals: u8,
    /// What the words around it allow.
    pub bound: Bound,
    /// In what it counts.
    pub scale: Scale,
    /// The other end of a range such as `3至5` or `5%—8%`.
    pub to: Option<Exact>,
    /// Whether it is written in Chinese characters.
    pub chinese: bool,
}

impl Number {
    /// The factor of 万 or 亿: what one unit of the digits stands for.
    pub fn factor(&self) -> Exact {
        self.step * Exact::from_integer(10i128.pow(u32::from(self.decimals)))
    }

    /// Whether the number is rounded as written: it has places behind the point, 万 or 亿, or is a percentage.
    pub fn is_rounded(&self) -> bool {
        self.decimals > 0 || self.scale != Scale::Count || self.step > Exact::from_integer(1)
    }

    /// The true values that the wording and the rounding allow.
    pub fn interval(&self) -> Interval {
        let zero = End::Closed(Exact::zero());
        if let Some(to) = self.to {
            return Interval::closed(self.value.min(to), self.value.max(to));
        }
        let value = self.value;
        match self.bound {
            Bound::Exact if self.is_rounded() => {
                let half = self.step / Exact::from_integer(2);
                Interval::closed(value - half, value + half)
            }
            Bound::Exact => Interval::exactly(value),
            Bound::More => Interval { low: End::Closed(value), high: End::Open(value + self.last_place()) },
            Bound::Nearly => Interval { low: End::Closed(value * Exact::new(9, 10)), high: End::Open(value) },
            Bound::About => Interval::closed(value * Exact::new(19, 20), value * Exact::new(21, 20)),
            Bound::AtLeast => Interval { low: End::Closed(value), high: End::Unbounded },
            Bound::MoreThan => Interval { low: End::Open(value), high: End::Unbounded },
            Bound::AtMost => Interval { low: zero, high: End::Closed(value) },
            Bound::LessThan => Interval { low: zero, high: End::Open(value) },
        }
    }

    /// One unit of the last place that is not zero: 100 for 4200, 1 for 18.
    pub fn last_place(&self) -> Exact {
        let mut place = self.step;
        if self.value.is_zero() {
            return place;
        }
        let ten = Exact::from_integer(10);
        while (self.value / (place * ten)).is_integer() {
            place *= ten;
        }
        place
    }

    /// Whether 余 or 多 follows a number that is not round, such as 18余: the wording contradicts itself.
    pub fn is_exact_with_more(&self) -> bool {
        self.bound == Bound::More && !self.is_rounded() && !self.chinese && self.last_place() == Exact::from_integer(1)
    }

    /// Writes another value in the form of this one: the same places, separators and 万.
    pub fn write(&self, value: Exact, text: &str) -> Option<String> {
        let units = (value / self.step).round().to_integer();
        let digits = units.unsigned_abs().to_string();
        let places = usize::from(self.decimals);
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        if self.chinese {
            return chinese::write(u32::try_from(units).ok()?);
        }
        let mut written = if units.is_negative() { "-".to_owned() } else { String::new() };
        if self.digits.of(text).contains(',') {
            for (at, digit) in whole.chars().enumerate() {
                if at > 0 && (whole.len() - at) % 3 == 0 {
                    written.push(',');
                }
                written.push(digit);
            }
        } else {
            written.push_str(whole);
        }
        if places > 0 {
            written.push('.');
            written.push_str(fraction);
        }
        Some(written)
    }
}

/// Reads the number that starts at an offset: at a digit, a minus sign or a Chinese numeral. Words in front that bound it belong to it.
pub fn read(text: &str, at: usize) -> Option<Number> {
    let bytes = text.as_bytes();
    let mut number = match *bytes.get(at)? {
        b'0'..=b'9' => digits(text, at)?,
        b'-' | b'+' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => {
            let mut number = digits(text, at + 1)?;
            if bytes[at] == b'-' {
                number.value = -number.value;
            }
            number.digits.start = at as u32;
            number
        }
        0xE0..=0xEF => chinese::read(text, at)?,
        _ => return None,
    };
    if number.bound == Bound::Exact
        && let Some((bound, start)) = bound_before(text, at)
    {
        number.bound = bound;
        number.span.start = start as u32;
    }
    Some(number)
}

/// Reads a cell of a table: all of it has to be one number, bar blanks, a unit or a note mark behind it.
pub fn read_cell(text: &str, cell: Span) -> Option<Number> {
    let content = cell.of(text);
    let start = cell.start as usize + (content.len() - content.trim_start().len());
    let number = read(text, start).filter(|number| !number.chinese)?;
    let rest = text.get(number.span.end as usize..cell.end as usize)?.trim();
    (!rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | ',' | '/' | ':' | '~' | '—'))).then_some(number)
}

/// Reads ASCII digits with their separators, point and whatever scales them; 1亿2500万 and 3万5千 are one number.
fn digits(text: &str, start: usize) -> Option<Number> {
    let number = simple(text, start)?;
    Some(compound(text, &number).unwrap_or(number))
}

/// A number in two steps: 1亿2500万, 12万3456, 3万5千, 1亿零500万.
fn compound(text: &str, high: &Number) -> Option<Number> {
    let factor = high.step.to_integer();
    if high.decimals > 0 || high.bound != Bound::Exact || high.scale != Scale::Count || factor < 1000 {
        return None;
    }
    let end = high.span.end as usize;
    let (zero, from) = if text[end..].starts_with('零') { (true, end + '零'.len_utf8()) } else { (false, end) };
    if !text.as_bytes().get(from).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let low = simple(text, from).filter(|low| low.scale == Scale::Count)?;
    let places = low.digits.of(text).bytes().take_while(|byte| *byte != b'.').filter(u8::is_ascii_digit).count();
    let steps = low.factor().to_integer();
    // 3万2个部门 are two numbers; 12万3456人 is one, for all places of the 万 are written.
    let joined = match (factor, steps) {
        (100_000_000, 10_000 | 10_000_000) | (10_000, 1000 | 100) | (1000, 100) => true,
        (100_000_000, 1) => zero || places == 8,
        (10_000, 1) => zero || places == 4 && low.decimals == 0,
        _ => false,
    };
    (joined && low.value < Exact::from_integer(factor)).then(|| Number {
        span: Span::new(high.span.start as usize, low.span.end as usize),
        digits: Span::new(high.digits.start as usize, low.digits.end as usize),
        value: high.value + low.value,
        ..low
    })
}

/// Reads digits with one word at most that scales them.
fn simple(text: &str, start: usize) -> Option<Number> {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let first = run(start);
    let mut end = start + first;
    let mut mantissa = parse(0, &bytes[start..end])?;
    // Groups of three behind a comma or a blank: 1,231 and 4 598.
    if (1..=3).contains(&first) && bytes[start] != b'0' {
        while matches!(bytes.get(end), Some(b',' | b' '))
            && run(end + 1) == 3
            && (end == start + first || bytes[end] == bytes[start + first])
        {
            mantissa = parse(mantissa, &bytes[end + 1..end + 4])?;
            end += 4;
        }
    }
    let mut decimals = 0;
    if bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        let places = run(end + 1);
        mantissa = parse(mantissa, &bytes[end + 1..end + 1 + places])?;
        decimals = u8::try_from(places).ok().filter(|&places| places <= 12)?;
        end += 1 + places;
    }
    let digits = Span::new(start, end);
    let tail = Tail::read(text, end);
    let divisor = 10i128.pow(u32::from(decimals));
    let fraction = |units: i128| {
        if divisor == 1 {
            Some(Exact::from_integer(units.checked_mul(tail.factor)?))
        } else {
            Some(Exact::new(units.checked_mul(tail.factor)?, divisor))
        }
    };
    Some(Number {
        span: Span::new(start, tail.end),
        digits,
        value: fraction(mantissa)?,
        step: fraction(1)?,
        decimals,
        bound: if tail.more { Bound::More } else { Bound::Exact },
        scale: tail.scale,
        to: None,
        chinese: false,
    })
}

fn parse(start: i128, digits: &[u8]) -> Option<i128> {
    digits
        .iter()
        .try_fold(start, |value, digit| value.checked_mul(10)?.checked_add(i128::from(digit - b'0')))
        .filter(|&value| value < 10i128.pow(24))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str) -> Number {
        let at = text.find(|c: char| c.is_ascii_digit() || c == '-' || chinese::is_numeral(c)).unwrap();
        read(text, at).unwrap()
    }

    fn whole(value: i128) -> Exact {
        Exact::from_integer(value)
    }

    #[test]
    fn values_and_places() {
        for (text, value, step) in [
            ("1231件", whole(1231), whole(1)),
            ("1,231件", whole(1231), whole(1)),
            ("4 598个", whole(4598), whole(1)),
            ("1.2万件", whole(12_000), whole(1000)),
            ("2.76万亿元", whole(2_760_000_000_000), whole(10_000_000_000)),
            ("97.87%", Exact::new(9787, 100), Exact::new(1, 100)),
            ("-3.20%", Exact::new(-32, 10), Exact::new(1, 100)),
            ("8 %", whole(8), whole(1)),
            ("三千余件", whole(3000), whole(1)),
            ("两万三千五百件", whole(23_500), whole(1)),
            ("百分之九十", whole(90), whole(1)),
            ("八成", whole(80), whole(10)),
            ("十二个", whole(12), whole(1)),
            ("1亿2500万元", whole(125_000_000), whole(10_000)),
            ("1亿2,500万元", whole(125_000_000), whole(10_000)),
            ("1亿2千万元", whole(120_000_000), whole(10_000_000)),
            ("1亿零500万元", whole(105_000_000), whole(10_000)),
            ("12万3456人", whole(123_456), whole(1)),
            ("3万5千人", whole(35_000), whole(1000)),
            ("3万2个部门", whole(30_000), whole(10_000)),
            ("3千余人", whole(3000), whole(1000)),
            ("6百件", whole(600), whole(100)),
            ("5千瓦", whole(5), whole(1)),
        ] {
            let number = number(text);
            assert_eq!((number.value, number.step), (value, step), "{text}");
        }
    }

    #[test]
    fn words_that_bound() {
        for (text, bound, allowed, forbidden) in [
            ("4200余件", Bound::More, whole(4299), whole(4300)),
            ("18余次", Bound::More, whole(18), whole(19)),
            ("50余万人", Bound::More, whole(510_000), whole(600_000)),
            ("827万余条", Bound::More, whole(8_275_000), whole(8_280_000)),
            ("近500人", Bound::Nearly, whole(450), whole(500)),
            ("约3亿元", Bound::About, whole(310_000_000), whole(320_000_000)),
            ("超过30家", Bound::MoreThan, whole(31), whole(30)),
            ("不超过30家", Bound::AtMost, whole(30), whole(31)),
            ("不足30家", Bound::LessThan, whole(29), whole(30)),
            ("不少于30家", Bound::AtLeast, whole(30), whole(29)),
        ] {
            let number = number(text);
            assert_eq!(number.bound, bound, "{text}");
            assert!(number.interval().contains(allowed), "{text} allows {allowed}");
            assert!(!number.interval().contains(forbidden), "{text} does not allow {forbidden}");
        }
        assert!(number("18余次").is_exact_with_more());
        assert!(!number("20余次").is_exact_with_more());
        assert_eq!(number("最近3年").bound, Bound::Exact);
    }

    #[test]
    fn a_value_is_written_in_the_form_of_another() {
        for (text, value, written) in [
            ("97.87%", Exact::new(120_500, 1231), "97.89"),
            ("1,231件", whole(12_045), "12,045"),
            ("29.3万件", whole(300_000), "30.0"),
            ("五方面", whole(6), "六"),
            ("0.05%", Exact::new(3, 100), "0.03"),
            ("1亿2500万元", whole(135_000_000), "13500"),
        ] {
            assert_eq!(number(text).write(value, text).as_deref(), Some(written));
        }
    }

    #[test]
    fn cells() {
        let read = |cell: &str| read_cell(cell, Span::new(0, cell.len())).map(|number| number.value);
        assert_eq!(read(" 1,231 "), Some(whole(1231)));
        assert_eq!(read("-0.15%"), Some(Exact::new(-15, 100)));
        assert_eq!(read("12件"), Some(whole(12)));
        assert_eq!(read("2020-12"), None);
        assert_eq!(read("合计"), None);
        assert_eq!(read("一"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(units in 0u64..10_000_000_000, places in 0usize..4, commas: bool) {
            let mut written = units.to_string();
            if places > 0 {
                written = format!("{:0>width$}", written, width = places + 1);
                written.insert(written.len() - places, '.');
            }
            let number = read(&written, 0).unwrap();
            prop_assert_eq!(number.value, Exact::new(i128::from(units), 10i128.pow(places as u32)));
            prop_assert_eq!(number.span.len(), written.len());
            prop_assert!(number.interval().contains(number.value));
            prop_assert_eq!(number.write(number.value, &written).unwrap(), written.clone());
            let form = Number { digits: Span::new(0, 5), ..number.clone() };
            if commas && places == 0 {
                let grouped = form.write(number.value, "1,000").unwrap();
                prop_assert_eq!(read(&grouped, 0).unwrap().value, number.value);
            }
        }

        #[test]
        fn reading_never_panics(text in "[0-9一二三十百千万亿两余多%., 约近超-]{0,12}") {
            for (at, _) in text.char_indices() {
                if let Some(number) = read(&text, at) {
                    let _ = number.interval();
                    prop_assert!(number.span.end as usize <= text.len());
                }
            }
        }
    }
}
