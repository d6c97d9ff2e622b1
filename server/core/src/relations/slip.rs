//! Slips of the pen: what a writer makes of a number when a digit goes wrong.
//!
//! A relation that fails is far more likely a slip than another reading when changing one digit, exchanging two, or dropping or
//! doubling one makes it hold.

use super::interval::Exact;
use crate::draft::figures::number::Number;
use std::cmp::Ordering;

/// Longer numbers are not looked through.
const MOST_DIGITS: usize = 14;

/// The values that the number may stand for if one slip happened: a digit changed, two exchanged, one lost or doubled, the point lost.
pub fn values(number: &Number) -> Vec<Exact> {
    let step = number.step;
    let units = (number.value / step).round().to_integer();
    let digits: Vec<u8> = units.unsigned_abs().to_string().bytes().map(|digit| digit - b'0').collect();
    if digits.len() > MOST_DIGITS || units < 0 {
        return Vec::new();
    }
    let mut found = Vec::with_capacity(digits.len() * 24 + 8);
    let mut add = |digits: &[u8]| {
        let value = digits.iter().fold(0i128, |value, &digit| value * 10 + i128::from(digit));
        if value != units {
            found.push(Exact::from_integer(value) * step);
        }
    };
    let mut copy = digits.clone();
    for at in 0..digits.len() {
        for digit in (0..10).filter(|&digit| at > 0 || digit > 0 || digits.len() == 1) {
            copy[at] = digit;
            add(&copy);
        }
        copy[at] = digits[at];
        if at + 1 < digits.len() && digits[at] != digits[at + 1] {
            copy.swap(at, at + 1);
            add(&copy);
            copy.swap(at, at + 1);
        }
        if digits.len() > 1 {
            let mut lost = digits.clone();
            lost.remove(at);
            add(&lost);
        }
    }
    // A digit that was lost: any digit at any place, for numbers of two digits and more.
    if digits.len() >= 2 {
        for at in 0..=digits.len() {
            for digit in (0..10).filter(|&digit| at > 0 || digit > 0) {
                let mut longer = digits.clone();
                longer.insert(at, digit);
                add(&longer);
            }
        }
    }
    add(&[digits.as_slice(), &[0]].concat());
    if digits.len() > 1 {
        let (tens, hundreds, thousands) = (Exact::new(1, 10), Exact::new(1, 100), Exact::new(1, 1000));
        found.extend([tens, hundreds, thousands].map(|factor| number.value * factor));
    }
    if number.decimals > 0 || step > Exact::from_integer(1) {
        found.push(number.value * Exact::from_integer(10));
    }
    // One more and one less carry over: 199 for 200.
    found.push(number.value + step);
    if units > 0 {
        found.push(number.value - step);
    }
    found
}

/// Whether one slip of the number makes the test pass.
pub fn explains(number: &Number, mut holds: impl FnMut(Exact) -> bool) -> bool {
    values(number).into_iter().any(&mut holds)
}

/// Whether one slip turns the number into a value: whether it is among [`values`], told by the digits without making them.
pub fn is_slip(number: &Number, value: Exact) -> bool {
    value != number.value && by_digits(number, value).unwrap_or_else(|| explains(number, |slip| slip == value))
}

/// [`is_slip`] by the digits of both; `None` where they are no whole numbers of last places, or too long to compare so.
fn by_digits(number: &Number, value: Exact) -> Option<bool> {
    let (numer, denom) = places(number.value, number.step)?;
    if denom != 1 {
        return None;
    }
    let Ok(units) = u64::try_from(numer) else { return Some(false) };
    let written = Digits::of(units);
    if written.length > MOST_DIGITS {
        return Some(false);
    }
    // The point was moved: what is meant may be less than a last place of what is written.
    let (numer, denom) = places(value, number.step)?;
    let moved = |factor: i128| numer.checked_mul(factor) == i128::from(units).checked_mul(denom);
    if written.length > 1 && [10, 100, 1000].into_iter().any(moved) {
        return Some(true);
    }
    let Some(meant) = u64::try_from(numer).ok().filter(|_| denom == 1) else { return Some(false) };
    let wanted = Digits::of(meant);
    let same = match wanted.length.cmp(&written.length) {
        Ordering::Equal => written.differs_once(&wanted) || written.exchanged(meant),
        Ordering::Less => written.exchanged(meant) || written.loses(meant),
        Ordering::Greater => units * 10 == meant || written.length >= 2 && wanted.length == written.length + 1 && wanted.loses(units),
    };
    Some(same || units.abs_diff(meant) == 1)
}

/// How many last places a value counts, as a fraction in its lowest terms.
fn places(value: Exact, step: Exact) -> Option<(i128, i128)> {
    if *value.denom() == 1 && *step.numer() == 1 {
        return Some((value.numer().checked_mul(*step.denom())?, 1));
    }
    let numer = value.numer().checked_mul(*step.denom())?;
    let denom = value.denom().checked_mul(*step.numer())?;
    if let (Ok(numer), Ok(denom)) = (u64::try_from(numer), u64::try_from(denom))
        && denom > 0
        && numer % denom == 0
    {
        return Some((i128::from(numer / denom), 1));
    }
    let value = Exact::new(numer, denom);
    Some((*value.numer(), *value.denom()))
}

/// The decimal digits of a number.
struct Digits {
    /// From the last digit to the first.
    reversed: [u8; 20],
    length: usize,
}

impl Digits {
    fn of(mut number: u64) -> Self {
        let mut digits = Self { reversed: [0; 20], length: 0 };
        while number > 0 || digits.length == 0 {
            digits.reversed[digits.length] = (number % 10) as u8;
            digits.length += 1;
            number /= 10;
        }
        digits
    }

    /// Whether just one digit differs from those of a number of the same length.
    fn differs_once(&self, other: &Self) -> bool {
        self.reversed[..self.length].iter().zip(&other.reversed).filter(|(a, b)| a != b).count() == 1
    }

    /// Whether two neighbours that change places make another number.
    fn exchanged(&self, other: u64) -> bool {
        let other = Self::of(other);
        let length = self.length;
        let Some(at) = (0..length).find(|&at| self.reversed[at] != other.reversed[at]) else { return false };
        at + 1 < length
            && self.reversed[at] == other.reversed[at + 1]
            && self.reversed[at + 1] == other.reversed[at]
            && self.reversed[at + 2..length] == other.reversed[at + 2..length]
    }

    /// Whether the number without one of its digits is another number.
    fn loses(&self, other: u64) -> bool {
        let other = Self::of(other);
        let length = self.length;
        // The digit behind the last ones that agree is the one that is lost; its equals beside it make the same number.
        let at = (0..length).find(|&at| self.reversed[at] != other.reversed[at]).unwrap_or(length - 1);
        self.reversed[at + 1..length] == other.reversed[at..length - 1] && other.length < length
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::figures::number;

    fn is(written: &str, meant: &str) -> bool {
        let read = |text: &str| number::read(text, 0).unwrap();
        is_slip(&read(written), read(meant).value)
    }

    #[test]
    fn one_digit_goes_wrong() {
        assert!(is("1213", "1231"), "exchanged");
        assert!(is("1281", "1231"), "misread");
        assert!(is("131", "1231"), "lost");
        assert!(is("12231", "1231"), "doubled");
        assert!(is("45.2", "4.52"), "point moved");
        assert!(is("200", "199"), "one less");
        assert!(!is("1231", "1567"), "another number");
        assert!(!is("97.87", "95.33"), "another number");
    }

    #[test]
    fn a_slip_is_what_is_among_the_values() {
        let exact = |number: &Number, value: Exact| value != number.value && explains(number, |slip| slip == value);
        let written = ["0", "7", "10", "19", "100", "1010", "1231", "99", "5.0", "0.5", "97.87", "29.31万", "3万", "120", "1123.4亿"];
        for text in written {
            let number = number::read(text, 0).unwrap();
            let mut tried: Vec<Exact> = values(&number);
            tried.extend((0..1500).map(|n| Exact::from_integer(n) * number.step));
            tried.extend(written.iter().map(|other| number::read(other, 0).unwrap().value));
            tried.extend([Exact::new(-1, 1), number.value / Exact::from_integer(3), number.value / Exact::from_integer(10_000)]);
            for value in tried {
                assert_eq!(is_slip(&number, value), exact(&number, value), "{text} for {value}");
            }
        }
    }
}
