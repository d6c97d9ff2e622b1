//! The one rule of judgement: a relation holds if some values that wording and rounding allow satisfy it, and is broken if none do.

use super::Verdict;
use super::interval::{Exact, Interval, cut_off, round};
use crate::draft::figures::number::{Number, Scale};
use num_traits::{CheckedMul, CheckedSub, One, Signed};

/// A verdict with the value that the other operands give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Whether it holds.
    pub verdict: Verdict,
    /// What the claim would have to be, rounded at the place of the claim; `None` where the operands leave it open.
    pub computed: Option<Exact>,
    /// Whether the claim is what cutting the computed value off gives.
    pub cut: bool,
}

impl Judged {
    /// The integers did not hold the result, or a divisor may be zero: nothing can be said.
    pub const UNSURE: Self = Self { verdict: Verdict::Unsure, computed: None, cut: false };
}

/// How many of a scale's units make one: 100 for a percentage.
pub fn units(scale: Scale) -> Exact {
    Exact::from_integer(match scale {
        Scale::Count => 1,
        Scale::Percent => 100,
        Scale::PerMille => 1000,
    })
}

/// Judges `claim = part ÷ whole`, the claim in per cent, per mille or as a plain ratio.
pub fn ratio(claim: &Number, part: &Interval, whole: &Interval) -> Judged {
    let computed = part.quotient(whole).and_then(|ratio| ratio.scale(units(claim.scale)));
    computed.map_or(Judged::UNSURE, |computed| against(claim, claim.interval(), &computed))
}

/// Whether `claim = part ÷ whole` holds: the verdict of [`ratio`] without the value, for searches through many candidates.
pub fn ratio_holds(claim: &Number, allowed: &Interval, part: &Interval, whole: &Interval) -> bool {
    let units = units(claim.scale);
    match part.quotient_meets(whole, *units.numer(), allowed) {
        Some(meets) => meets,
        None => ratio(claim, part, whole).verdict == Verdict::Holds,
    }
}

/// Judges `claim = (now − before) ÷ before`. With `falls` the claim is the amount of a decrease.
pub fn growth(claim: &Number, now: &Interval, before: &Interval, falls: bool) -> Judged {
    let computed = now.growth(before).and_then(|growth| growth.scale(units(claim.scale)));
    let computed = if falls { computed.and_then(|growth| growth.negate()) } else { computed };
    computed.map_or(Judged::UNSURE, |computed| against(claim, claim.interval(), &computed))
}

/// Judges a claim that is a rounded quotient against the computed one: one last place away is a slip of rounding.
pub fn against(claim: &Number, allowed: Interval, computed: &Interval) -> Judged {
    let single = computed.single();
    let rounded = single.or_else(|| middle(computed)).and_then(|value| round(value, claim.step));
    let cut = single.and_then(|value| cut_off(value, claim.step)) == Some(claim.value) && rounded != Some(claim.value);
    let verdict = if allowed.meets(computed) {
        Verdict::Holds
    } else if !claim.bound.is_open() && near(claim, computed) {
        Verdict::Rounding
    } else {
        Verdict::Broken
    };
    Judged { verdict, computed: rounded, cut }
}

/// Judges two values that have to be equal, such as a whole and the sum of its parts.
pub fn equal(claim: &Interval, computed: &Interval) -> Judged {
    let verdict = if claim.meets(computed) { Verdict::Holds } else { Verdict::Broken };
    Judged { verdict, computed: computed.single().or_else(|| middle(computed)), cut: false }
}

/// Judges `part ≤ whole`.
pub fn at_most(part: &Interval, whole: &Interval) -> Judged {
    let verdict = if part.can_be_at_most(whole) { Verdict::Holds } else { Verdict::Broken };
    Judged { verdict, computed: None, cut: false }
}

/// Whether the computed value, rounded, is one last place away.
fn near(claim: &Number, computed: &Interval) -> bool {
    let reach = claim.step * Exact::new(3, 2);
    Interval::around(claim.value, reach).is_some_and(|wide| wide.meets(computed))
}

/// The value in the middle, where both ends are known.
pub fn middle(interval: &Interval) -> Option<Exact> {
    let (low, high) = (interval.low.value()?, interval.high.value()?);
    let width = high.checked_sub(&low)?;
    low.checked_mul(&Exact::one()).map(|low| low + width / Exact::from_integer(2))
}

/// Whether the absolute value is within a share of another, such as 1/50 for two per cent.
pub fn within(difference: Exact, of: Exact, share: Exact) -> bool {
    difference.abs() <= of.abs() * share
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::figures::number;

    fn read(text: &str) -> Number {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        number::read(text, at).unwrap()
    }

    #[test]
    fn rates() {
        for (part, whole, claim, verdict, computed) in [
            ("1205", "1231", "97.89%", Verdict::Holds, Some("97.89")),
            ("1205", "1231", "97.88%", Verdict::Rounding, Some("97.89")),
            ("1205", "1231", "97.87%", Verdict::Broken, Some("97.89")),
            ("4200余", "4500余", "94%", Verdict::Holds, Some("93")),
            ("14", "16", "88%", Verdict::Holds, Some("88")),
            ("14", "16", "87%", Verdict::Holds, Some("88")),
            ("14", "16", "86%", Verdict::Rounding, Some("88")),
            ("325", "7190", "45.2‰", Verdict::Holds, Some("45.2")),
            ("20", "30", "超60%", Verdict::Holds, None),
            ("20", "30", "超70%", Verdict::Broken, None),
            ("3", "0", "50%", Verdict::Unsure, None),
        ] {
            let claim = read(claim);
            let judged = ratio(&claim, &read(part).interval(), &read(whole).interval());
            assert_eq!(judged.verdict, verdict, "{part} ÷ {whole} = {claim:?}");
            if let Some(computed) = computed {
                assert_eq!(judged.computed.and_then(|value| claim.write(value, "")).as_deref(), Some(computed));
            }
        }
        let claim = read("12.88%");
        let value = Interval::exactly(Exact::new(12_889, 1000));
        assert!(against(&claim, claim.interval(), &value).cut, "12.889 is cut off to 12.88");
    }

    #[test]
    fn growth_in_both_directions() {
        let judge = |now: &str, before: &str, claim: &str, falls| {
            growth(&read(claim), &read(now).interval(), &read(before).interval(), falls).verdict
        };
        assert_eq!(judge("120", "100", "20%", false), Verdict::Holds);
        assert_eq!(judge("80", "100", "20%", true), Verdict::Holds);
        assert_eq!(judge("80", "100", "20%", false), Verdict::Broken);
        assert_eq!(judge("15.8万", "24.1万", "34.3%", true), Verdict::Holds);
        assert_eq!(judge("12", "0", "100%", false), Verdict::Unsure);
    }
}
