//! Exact fractions. Nearly all numbers of a report are whole, or have a denominator of a few digits, and both are much quicker to
//! work with than fractions of 128 bits in general: common divisors are looked for in 64 bits, and not at all among whole numbers.
//! What does not fit goes the long way, through `num_rational`, with the same result.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Num, One, Signed, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, Sub, SubAssign};

/// An exact fraction in its lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    numer: i128,
    /// Above zero.
    denom: i128,
}

impl Exact {
    /// A fraction. Panics where the denominator is zero.
    pub fn new(numer: i128, denom: i128) -> Self {
        match denom {
            1 => Self::from_integer(numer),
            _ => reduced(numer, denom).unwrap_or_else(|| Ratio::new(numer, denom).into()),
        }
    }

    /// A whole number.
    pub const fn from_integer(numer: i128) -> Self {
        Self { numer, denom: 1 }
    }

    /// The numerator; it carries the sign.
    pub const fn numer(&self) -> &i128 {
        &self.numer
    }

    /// The denominator, above zero.
    pub const fn denom(&self) -> &i128 {
        &self.denom
    }

    /// Whether it is a whole number.
    pub const fn is_integer(&self) -> bool {
        self.denom == 1
    }

    /// The whole number towards zero.
    pub fn to_integer(self) -> i128 {
        if self.is_integer() { self.numer } else { self.numer / self.denom }
    }

    /// The next whole number, halves away from zero.
    pub fn round(self) -> Self {
        if self.is_integer() { self } else { self.ratio().round().into() }
    }

    /// The whole number towards zero.
    pub fn trunc(self) -> Self {
        Self::from_integer(self.to_integer())
    }

    fn ratio(self) -> Ratio<i128> {
        Ratio::new_raw(self.numer, self.denom)
    }
}

/// A fraction in its lowest terms, where both numbers and their signs fit into 64 bits.
fn reduced(numer: i128, denom: i128) -> Option<Exact> {
    let (n, d) = (u64::try_from(numer.unsigned_abs()).ok()?, u64::try_from(denom).ok().filter(|&d| d > 0)?);
    if n == 0 {
        return Some(Exact::from_integer(0));
    }
    let divisor = common_divisor(n, d);
    let (n, d) = (i128::from(n / divisor), i128::from(d / divisor));
    Some(Exact { numer: if numer < 0 { -n } else { n }, denom: d })
}

/// The greatest common divisor of two numbers above zero: Stein's algorithm.
fn common_divisor(a: u64, b: u64) -> u64 {
    let twos = (a | b).trailing_zeros();
    let (mut a, mut b) = (a >> a.trailing_zeros(), b >> b.trailing_zeros());
    while a != b {
        if a < b {
            std::mem::swap(&mut a, &mut b);
        }
        a -= b;
        a >>= a.trailing_zeros();
    }
    a << twos
}

impl From<Ratio<i128>> for Exact {
    fn from(ratio: Ratio<i128>) -> Self {
        let (numer, denom) = ratio.into_raw();
        Self { numer, denom }
    }
}

impl From<i128> for Exact {
    fn from(numer: i128) -> Self {
        Self::from_integer(numer)
    }
}

impl PartialOrd for Exact {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denom == other.denom {
            return self.numer.cmp(&other.numer);
        }
        match (self.numer.checked_mul(other.denom), other.numer.checked_mul(self.denom)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.ratio().cmp(&other.ratio()),
        }
    }
}

/// The sum of two fractions, where the numbers on the way fit.
fn added(a: Exact, b: Exact) -> Option<Exact> {
    if a.denom == b.denom {
        let numer = a.numer.checked_add(b.numer)?;
        return if a.is_integer() { Some(Exact::from_integer(numer)) } else { reduced(numer, a.denom) };
    }
    let numer = a.numer.checked_mul(b.denom)?.checked_add(b.numer.checked_mul(a.denom)?)?;
    reduced(numer, a.denom.checked_mul(b.denom)?)
}

/// The product of two fractions, where the numbers on the way fit.
fn multiplied(a: Exact, b: Exact) -> Option<Exact> {
    let numer = a.numer.checked_mul(b.numer)?;
    if a.is_integer() && b.is_integer() {
        return Some(Exact::from_integer(numer));
    }
    reduced(numer, a.denom.checked_mul(b.denom)?)
}

/// The quotient of two fractions, where the numbers on the way fit. None for a division by zero.
fn divided(a: Exact, b: Exact) -> Option<Exact> {
    let (numer, denom) = (a.numer.checked_mul(b.denom)?, a.denom.checked_mul(b.numer)?);
    if denom < 0 { reduced(-numer, -denom) } else { reduced(numer, denom) }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $assign_trait:ident, $assign:ident, $checked_trait:ident, $checked:ident, $quick:expr) => {
        impl $trait for Exact {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                $quick(self, other).unwrap_or_else(|| self.ratio().$method(other.ratio()).into())
            }
        }

        impl $assign_trait for Exact {
            fn $assign(&mut self, other: Self) {
                *self = self.$method(other);
            }
        }

        impl $checked_trait for Exact {
            fn $checked(&self, other: &Self) -> Option<Self> {
                $quick(*self, *other).or_else(|| self.ratio().$checked(&other.ratio()).map(Self::from))
            }
        }
    };
}

operator!(Add, add, AddAssign, add_assign, CheckedAdd, checked_add, added);
operator!(Sub, sub, SubAssign, sub_assign, CheckedSub, checked_sub, |a: Exact, b: Exact| added(
    a,
    Exact { numer: b.numer.checked_neg()?, denom: b.denom }
));
operator!(Mul, mul, MulAssign, mul_assign, CheckedMul, checked_mul, multiplied);
operator!(Div, div, DivAssign, div_assign, CheckedDiv, checked_div, divided);

impl Rem for Exact {
    type Output = Self;
    fn rem(self, other: Self) -> Self {
        (self.ratio() % other.ratio()).into()
    }
}

impl Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self { numer: -self.numer, denom: self.denom }
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::zero(), Add::add)
    }
}

impl Zero for Exact {
    fn zero() -> Self {
        Self::from_integer(0)
    }

    fn is_zero(&self) -> bool {
        self.numer == 0
    }
}

impl One for Exact {
    fn one() -> Self {
        Self::from_integer(1)
    }
}

impl Num for Exact {
    type FromStrRadixErr = num_rational::ParseRatioError;

    fn from_str_radix(text: &str, radix: u32) -> Result<Self, Self::FromStrRadixErr> {
        Ratio::from_str_radix(text, radix).map(Self::from)
    }
}

impl Signed for Exact {
    fn abs(&self) -> Self {
        Self { numer: self.numer.abs(), denom: self.denom }
    }

    fn abs_sub(&self, other: &Self) -> Self {
        if self <= other { Self::zero() } else { *self - *other }
    }

    fn signum(&self) -> Self {
        Self::from_integer(self.numer.signum())
    }

    fn is_positive(&self) -> bool {
        self.numer > 0
    }

    fn is_negative(&self) -> bool {
        self.numer < 0
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ratio().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = i128> {
        prop_oneof![
            -20i128..20,
            -1_000_000i128..1_000_000,
            any::<i64>().prop_map(i128::from),
            any::<i128>().prop_map(|n| n >> 40),
            any::<i128>()
        ]
    }

    fn fraction() -> impl Strategy<Value = (i128, i128)> {
        (number(), number().prop_map(|denom| denom.checked_abs().unwrap_or(1).max(1)))
    }

    proptest! {
        #[test]
        fn every_result_is_that_of_the_long_way((a, b) in fraction(), (c, d) in fraction()) {
            let (x, y) = (Exact::new(a, b), Exact::new(c, d));
            let (p, q) = (Ratio::new(a, b), Ratio::new(c, d));
            prop_assert_eq!(x.ratio(), p);
            prop_assert_eq!(x.cmp(&y), p.cmp(&q));
            // Where the long way fails for want of room on its way, the short one may still give the result.
            for (quick, long) in [
                (x.checked_add(&y), p.checked_add(&q)),
                (x.checked_sub(&y), p.checked_sub(&q)),
                (x.checked_mul(&y), p.checked_mul(&q)),
                (x.checked_div(&y), p.checked_div(&q)),
            ] {
                if let Some(long) = long {
                    prop_assert_eq!(quick, Some(Exact::from(long)));
                }
            }
            prop_assert_eq!(x.to_integer(), p.to_integer());
            prop_assert_eq!(x.is_integer(), p.is_integer());
        }
    }

    #[test]
    fn a_division_by_zero_gives_nothing() {
        assert_eq!(Exact::from_integer(3).checked_div(&Exact::zero()), None);
        assert_eq!(Exact::zero().checked_div(&Exact::zero()), None);
    }
}
