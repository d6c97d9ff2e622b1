//! Exact judgement of cells: integers only, every value as wide as its last written place allows.

use super::{Found, Sheet};
use crate::draft::tables::Value;
use crate::relations::Verdict;

/// More decimal places than a report ever writes.
const PLACES: u8 = 8;

/// A value as an integer of half units at `places`, with the half width that rounding leaves to it.
fn ticks(value: Value, places: u8) -> Option<(i128, i128)> {
    let unit = 10i128.pow(u32::from(places.checked_sub(value.places)?)) * i128::from(value.scale);
    let exact = value.places == 0 && value.scale == 1;
    Some((i128::from(value.mantissa) * 2 * unit, if exact || value.mantissa == 0 { 0 } else { unit }))
}

fn places<'v>(values: impl Iterator<Item = &'v Value>) -> Option<u8> {
    values.map(|value| value.places).max().filter(|&places| places <= PLACES)
}

/// Writes an integer of half units at `places`.
fn write(ticks: i128, places: u8) -> String {
    let value = ticks / 2;
    if places == 0 {
        // Most are counts, and 64 bits are written much quicker than 128.
        return i64::try_from(value).map_or_else(|_| value.to_string(), |value| value.to_string());
    }
    let power = 10i128.pow(u32::from(places));
    let sign = if value < 0 { "-" } else { "" };
    let (whole, part) = (value.abs() / power, value.abs() % power);
    format!("{sign}{whole}.{part:0width$}", width = usize::from(places))
}

/// Whether two sums can be equal, and the second as it would be written in units of the first.
pub(super) fn equal(left: &[Value], right: &[Value]) -> Option<(bool, String)> {
    let places = places(left.iter().chain(right))?;
    let sum = |values: &[Value]| {
        values.iter().try_fold((0i128, 0i128), |(sum, slack), &value| {
            let (value, half) = ticks(value, places)?;
            Some((sum + value, slack + half))
        })
    };
    let ((a, slack), (b, more)) = (sum(left)?, sum(right)?);
    let scale = left.iter().map(|value| i128::from(value.scale)).min().unwrap_or(1);
    Some(((a - b).abs() <= slack + more, write(b / scale, places)))
}

/// Judges `claim% = top ÷ bottom`, or `claim% = (top − bottom) ÷ bottom`, with the claim as it should be written.
pub(super) fn relative(claim: Value, top: Value, bottom: Value, growth: bool, either_sign: bool) -> Option<(Verdict, String)> {
    let places = places([top, bottom].iter())?;
    let ((mut n, mut n_half), (d, d_half)) = (ticks(top, places)?, ticks(bottom, places)?);
    if d <= d_half || claim.places > PLACES || claim.scale != 1 {
        return None;
    }
    if growth {
        n -= d;
        n_half += d_half;
    }
    let power = 10i128.pow(u32::from(claim.places));
    // In half units of the claim: hundred times two times the power.
    let factor = 200 * power;
    let mut c = i128::from(claim.mantissa) * 2;
    if either_sign && (c < 0) != (n < 0) {
        c = -c;
    }
    let meets = |half: i128| {
        // Some n' ÷ d' lies within the claim's half units: compare both ends, cross-multiplied.
        let low = |d_end: i128| (n - n_half).checked_mul(factor).zip((c + half).checked_mul(d_end)).is_some_and(|(a, b)| a <= b);
        let high = |d_end: i128| (n + n_half).checked_mul(factor).zip((c - half).checked_mul(d_end)).is_some_and(|(a, b)| a >= b);
        (low(d + d_half) || low(d - d_half)) && (high(d - d_half) || high(d + d_half))
    };
    let verdict = if meets(1) {
        Verdict::Holds
    } else if meets(2) || meets(3) && claim.places > 0 {
        Verdict::Rounding
    } else {
        Verdict::Broken
    };
    // Rounded half away from zero, in whole units.
    let doubled = n.checked_mul(factor)?;
    let rounded = (doubled.abs() + d) / (2 * d) * doubled.signum();
    let value = if either_sign { rounded.abs() } else { rounded };
    Some((verdict, write(value * 2, claim.places)))
}

/// Judges `claim = now − before`.
pub(super) fn difference(claim: Value, now: Value, before: Value, either_sign: bool) -> Option<(bool, String)> {
    let negative = Value { mantissa: -before.mantissa, ..before };
    let (ok, expected) = equal(&[claim], &[now, negative])?;
    let flipped = Value { mantissa: -claim.mantissa, ..claim };
    Some((ok || either_sign && equal(&[flipped], &[now, negative])?.0, expected))
}

/// What one part of a sum would have to be for the whole to be right.
pub(super) fn missing_part(sheet: &Sheet, found: &Found, part: usize) -> Option<String> {
    let value = |index: usize| sheet.value(found.operands[index].1);
    let mut others = vec![value(0)?];
    for index in (1..found.operands.len()).filter(|&index| index != part) {
        let value = value(index)?;
        others.push(Value { mantissa: -value.mantissa, ..value });
    }
    equal(&[value(part)?], &others).map(|(_, expected)| expected).filter(|expected| !expected.starts_with('-'))
}
