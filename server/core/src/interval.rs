//! Exact intervals: the set of true values that a written number allows.
//!
//! Everything is a fraction of two integers; nothing is floating point. Where the integers would not hold a result, the operation
//! says so by `None`, and the relation that needed it is unsure, never wrong.

mod exact;

pub use exact::Exact;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};
use std::cmp::Ordering;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The value itself is allowed.
    Closed(Exact),
    /// Everything up to the value is allowed, the value is not.
    Open(Exact),
    /// There is no end on this side.
    Unbounded,
}

impl End {
    /// The value at the end, if there is one.
    pub fn value(self) -> Option<Exact> {
        match self {
            Self::Closed(value) | Self::Open(value) => Some(value),
            Self::Unbounded => None,
        }
    }

    fn is_open(self) -> bool {
        matches!(self, Self::Open(_))
    }

    fn with(self, open: bool, value: Exact) -> Self {
        if open || self.is_open() { Self::Open(value) } else { Self::Closed(value) }
    }

    fn join(self, other: End, value: impl FnOnce(Exact, Exact) -> Option<Exact>) -> Option<Self> {
        match (self.value(), other.value()) {
            (Some(a), Some(b)) => Some(self.with(other.is_open(), value(a, b)?)),
            _ => Some(Self::Unbounded),
        }
    }

    fn map(self, value: impl FnOnce(Exact) -> Option<Exact>) -> Option<Self> {
        match self {
            Self::Closed(a) => value(a).map(Self::Closed),
            Self::Open(a) => value(a).map(Self::Open),
            Self::Unbounded => Some(Self::Unbounded),
        }
    }
}

/// All values between two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

impl Interval {
    /// One value and no other.
    pub fn exactly(value: Exact) -> Self {
        Self { low: End::Closed(value), high: End::Closed(value) }
    }

    /// All values from one to another, both included.
    pub fn closed(low: Exact, high: Exact) -> Self {
        Self { low: End::Closed(low), high: End::Closed(high) }
    }

    /// All values within a distance of a value, both ends included: a number rounded in either direction at a half.
    pub fn around(value: Exact, distance: Exact) -> Option<Self> {
        Some(Self::closed(value.checked_sub(&distance)?, value.checked_add(&distance)?))
    }

    /// The one value, where there is only one.
    pub fn single(&self) -> Option<Exact> {
        match (self.low, self.high) {
            (End::Closed(low), End::Closed(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// Whether the value is one of them.
    pub fn contains(&self, value: Exact) -> bool {
        self.meets(&Self::exactly(value))
    }

    /// Whether some value is in both.
    pub fn meets(&self, other: &Self) -> bool {
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }

    /// Whether some value of this one is at most some value of the other.
    pub fn can_be_at_most(&self, other: &Self) -> bool {
        reaches(self.low, other.high)
    }

    /// Whether no value lies below zero.
    pub fn is_not_negative(&self) -> bool {
        self.low.value().is_some_and(|low| !low.is_negative())
    }

    /// All sums of a value of each.
    pub fn add(&self, other: &Self) -> Option<Self> {
        let add =
            |a: Exact, b: Exact| if whole(&a, &b) { a.numer().checked_add(b.numer()).map(Exact::from_integer) } else { a.checked_add(&b) };
        Some(Self { low: self.low.join(other.low, add)?, high: self.high.join(other.high, add)? })
    }

    /// All differences of a value of this one and a value of the other.
    pub fn sub(&self, other: &Self) -> Option<Self> {
        let sub =
            |a: Exact, b: Exact| if whole(&a, &b) { a.numer().checked_sub(b.numer()).map(Exact::from_integer) } else { a.checked_sub(&b) };
        Some(Self { low: self.low.join(other.high, sub)?, high: self.high.join(other.low, sub)? })
    }

    /// All values times a positive factor.
    pub fn scale(&self, factor: Exact) -> Option<Self> {
        debug_assert!(factor.is_positive(), "a negative factor would exchange the ends");
        let scale = |a: Exact| a.checked_mul(&factor);
        Some(Self { low: self.low.map(scale)?, high: self.high.map(scale)? })
    }

    /// All values with the other sign.
    pub fn negate(&self) -> Option<Self> {
        let negate = |a: Exact| Exact::zero().checked_sub(&a);
        Some(Self { low: self.high.map(negate)?, high: self.low.map(negate)? })
    }

    /// All quotients of a value of this one, which are not negative, and a value of the other, which are positive.
    ///
    /// `None` where a divisor may be zero or less, or a dividend negative: counts are neither.
    pub fn quotient(&self, divisor: &Self) -> Option<Self> {
        let least = divisor.low.value()?;
        if !least.is_positive() || !self.is_not_negative() {
            return None;
        }
        let divide = |a: Exact, b: Exact| a.checked_div(&b);
        let low = match divisor.high {
            End::Unbounded => End::Open(Exact::zero()),
            high => self.low.join(high, divide)?,
        };
        Some(Self { low, high: self.high.join(divisor.low, divide)? })
    }

    /// Whether some quotient times a number of units is in another interval: told by products, with no common divisor looked for.
    ///
    /// `None` where an end is open or the integers do not hold a product: then [`Self::quotient`] has to tell.
    pub fn quotient_meets(&self, divisor: &Self, units: i128, other: &Self) -> Option<bool> {
        let End::Closed(least) = divisor.low else { return None };
        let (End::Closed(low), End::Closed(high), End::Closed(most)) = (self.low, self.high, divisor.high) else { return None };
        let (End::Closed(from), End::Closed(to)) = (other.low, other.high) else { return None };
        if !least.is_positive() || low.is_negative() {
            return Some(false);
        }
        // a ≤ n ÷ d × units, all denominators being positive.
        let sides = |value: Exact, dividend: Exact, divisor: Exact| {
            let quotient = product([*dividend.numer(), *divisor.denom(), *value.denom()])?.checked_mul(units)?;
            Some((product([*value.numer(), *dividend.denom(), *divisor.numer()])?, quotient))
        };
        let (bound, quotient) = sides(from, high, least)?;
        if bound > quotient {
            return Some(false);
        }
        let (bound, quotient) = sides(to, low, most)?;
        Some(quotient <= bound)
    }

    /// All relative growths `now ÷ before − 1`.
    pub fn growth(&self, before: &Self) -> Option<Self> {
        self.quotient(before)?.sub(&Self::exactly(Exact::from_integer(1)))
    }
}

/// The product of three numbers, where it fits. Nearly all have less than 40 bits, and then there is no need to look.
fn product(factors: [i128; 3]) -> Option<i128> {
    match factors {
        [a, b, c] if factors.iter().all(|factor| factor.unsigned_abs() < 1 << 40) => Some(a * b * c),
        _ => factors.into_iter().try_fold(1i128, i128::checked_mul),
    }
}

/// Whether both are integers: most counts are, and integers need no common divisor.
fn whole(a: &Exact, b: &Exact) -> bool {
    *a.denom() == 1 && *b.denom() == 1
}

fn compare(a: &Exact, b: &Exact) -> Ordering {
    if a.denom() == b.denom() { a.numer().cmp(b.numer()) } else { a.cmp(b) }
}

/// Whether a lower end lies at or below an upper end.
fn reaches(low: End, high: End) -> bool {
    match (low, high) {
        (End::Closed(low), End::Closed(high)) => compare(&low, &high).is_le(),
        (End::Unbounded, _) | (_, End::Unbounded) => true,
        (End::Closed(low) | End::Open(low), End::Closed(high) | End::Open(high)) => compare(&low, &high).is_lt(),
    }
}

/// The sum of all; `None` where it does not fit.
pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Interval>) -> Option<Interval> {
    parts.into_iter().try_fold(Interval::exactly(Exact::zero()), |sum, part| sum.add(part))
}

/// Cuts a value off at a place, towards zero: 12.889 at 1/100 becomes 12.88.
pub fn cut_off(value: Exact, step: Exact) -> Option<Exact> {
    value.checked_div(&step)?.trunc().checked_mul(&step)
}

/// Rounds a value at a place, halves away from zero: 12.885 at 1/100 becomes 12.89.
pub fn round(value: Exact, step: Exact) -> Option<Exact> {
    value.checked_div(&step)?.round().checked_mul(&step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn exact(numerator: i128, denominator: i128) -> Exact {
        Exact::new(numerator, denominator)
    }

    #[test]
    fn open_ends_do_not_hold_their_value() {
        let more = Interval { low: End::Open(exact(100, 1)), high: End::Unbounded };
        assert!(!more.contains(exact(100, 1)));
        assert!(more.contains(exact(100_000, 1)));
        assert!(!Interval::exactly(exact(100, 1)).meets(&more));
        assert!(!more.can_be_at_most(&Interval::exactly(exact(100, 1))));
    }

    #[test]
    fn a_number_rounded_to_a_place_means_everything_that_rounds_to_it() {
        let rate = Interval::around(exact(9789, 100), exact(1, 200)).unwrap();
        let computed = exact(120_500, 1231);
        assert!(rate.contains(computed));
        assert!(!Interval::around(exact(9787, 100), exact(1, 200)).unwrap().contains(computed));
    }

    #[test]
    fn a_divisor_that_may_be_zero_gives_nothing() {
        let count = Interval::exactly(exact(5, 1));
        assert_eq!(count.quotient(&Interval::closed(exact(0, 1), exact(3, 1))), None);
        assert_eq!(count.quotient(&Interval::exactly(exact(0, 1))), None);
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let huge = Interval::exactly(exact(i128::MAX, 1));
        assert_eq!(huge.add(&huge), None);
        assert_eq!(huge.scale(exact(2, 1)), None);
    }

    #[test]
    fn cutting_off_is_not_rounding() {
        assert_eq!(cut_off(exact(12_889, 1000), exact(1, 100)), Some(exact(1288, 100)));
        assert_eq!(round(exact(12_889, 1000), exact(1, 100)), Some(exact(1289, 100)));
        assert_eq!(round(exact(-12_885, 1000), exact(1, 100)), Some(exact(-1289, 100)));
    }

    prop_compose! {
        /// An interval and two of its values.
        fn sample()(low in 1i64..100_000, wide in 0i64..1000, a in 0i64..=1000, b in 0i64..=1000, over in 1i64..200)
            -> (Interval, Exact, Exact)
        {
            let value = |part: i64| exact(i128::from(low * 1000 + wide * part), i128::from(over) * 1000);
            (Interval::closed(value(0), value(1000)), value(a), value(b))
        }
    }

    proptest! {
        #[test]
        fn every_result_of_members_is_a_member_of_the_result((left, a, _) in sample(), (right, b, _) in sample()) {
            prop_assert!(left.add(&right).unwrap().contains(a + b));
            prop_assert!(left.sub(&right).unwrap().contains(a - b));
            prop_assert!(left.quotient(&right).unwrap().contains(a / b));
            let hundredfold = left.quotient(&right).unwrap().scale(exact(100, 1)).unwrap();
            for other in [left, right, Interval::exactly(a / b * exact(100, 1))] {
                prop_assert_eq!(left.quotient_meets(&right, 100, &other), Some(hundredfold.meets(&other)));
            }
            prop_assert!(left.growth(&right).unwrap().contains(a / b - Exact::from_integer(1)));
            prop_assert!(left.negate().unwrap().contains(-a));
            prop_assert!(left.scale(b).unwrap().contains(a * b));
        }

        #[test]
        fn to_meet_is_mutual_and_a_shared_value_is_a_meeting((left, a, b) in sample(), (right, c, _) in sample()) {
            prop_assert_eq!(left.meets(&right), right.meets(&left));
            prop_assert!(left.meets(&Interval::exactly(a)) && left.meets(&Interval::exactly(b)));
            if right.contains(a) {
                prop_assert!(left.meets(&right));
            }
            prop_assert!(left.can_be_at_most(&right) || right.can_be_at_most(&left));
            let _ = c;
        }

        #[test]
        fn rounding_stays_within_half_a_place_and_cutting_off_within_one(n in -1_000_000i128..1_000_000, d in 1i128..5000, place in 0u32..4) {
            let (value, step) = (exact(n, d), exact(1, 10i128.pow(place)));
            let rounded = round(value, step).unwrap();
            prop_assert!((rounded - value).abs() <= step / exact(2, 1));
            let cut = cut_off(value, step).unwrap();
            prop_assert!((cut - value).abs() < step && cut.abs() <= value.abs());
        }
    }
}
