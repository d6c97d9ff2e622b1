//! Slips of the pen: what a writer makes of a number when a digit goes wrong.
//!
//! A relation that fails is far more likely a slip than another reading when changing one digit, exchanging two, or dropping or
//! doubling one makes it hold.

use super::interval::Exact;
use crate::draft::figures::number::Number;

/// The values that the number may stand for if one slip happened: a digit changed, two exchanged, one lost or doubled, the point lost.
pub fn values(number: &Number) -> Vec<Exact> {
    let step = number.step;
    let units = (number.value / step).round().to_integer();
    let digits: Vec<u8> = units.unsigned_abs().to_string().bytes().map(|digit| digit - b'0').collect();
    if digits.len() > 14 || units < 0 {
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

/// Whether one slip turns the number into a value.
pub fn is_slip(number: &Number, value: Exact) -> bool {
    value != number.value && explains(number, |slip| slip == value)
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
}
