//! Whether two figures speak of the same region, period and instance, so that one may be held against the other.
//!
//! Scopes are inherited along a sentence: what stands between two figures sets the second apart from the first, where it
//! says something else. The words are read only where a relation would fail, so they cost nothing where all is well.

use super::View;
use crate::catalogue::scopes::{Axis, named};

/// How far in front of a figure its scope is looked for, in bytes.
const REACH: usize = 240;

/// Whether two figures, the first in front, may be held against each other.
pub(super) fn comparable(view: &View, first: usize, second: usize) -> bool {
    let (first, second) = (first.min(second), first.max(second));
    let start = view.figures[first].span.start as usize;
    let from = view.text.floor_char_boundary(start.saturating_sub(REACH));
    let before = &view.text[from..start];
    let before = before.rsplit(['\n', '。']).next().unwrap_or(before);
    let between = &view.text[start..view.figures[second].span.start as usize];
    let (outer, inner) = (Scope::of(before), Scope::of(between));
    inner.fits(&outer)
}

/// Whether the words of two figures, the first in front, name two different scopes: 全市受理…,本级办结….
///
/// Weaker than `comparable`: a scope that only one of them names may hold for both.
pub(super) fn apart(view: &View, first: usize, second: usize) -> bool {
    let (first, second) = (first.min(second), first.max(second));
    let words = |index: usize, from: usize| {
        let end = view.figures[index].span.start as usize;
        let before = &view.text[view.text.floor_char_boundary(end.saturating_sub(REACH)).max(from)..end];
        Scope::of(before.rsplit(['\n', '。']).next().unwrap_or(before))
    };
    words(second, view.figures[first].span.start as usize).contradicts(&words(first, 0))
}

/// What the last words of each kind say.
#[derive(Default)]
struct Scope<'t> {
    level: Option<&'static str>,
    period: Option<&'static str>,
    instance: Option<&'static str>,
    /// The year and the months, as written.
    year: Option<&'t str>,
    months: Option<&'t str>,
}

impl<'t> Scope<'t> {
    fn of(text: &'t str) -> Self {
        let mut scope = Self { year: dated(text, '年', 4), months: dated(text, '月', 1), ..Self::default() };
        for (at, found) in named(text) {
            if compared(&text[..at]) {
                continue;
            }
            let slot = match found.axis {
                Axis::Level => &mut scope.level,
                Axis::Period => &mut scope.period,
                Axis::Instance => &mut scope.instance,
            };
            *slot = Some(&found.group);
        }
        scope
    }

    /// Whether both name something of one kind, and not the same.
    fn contradicts(&self, outer: &Self) -> bool {
        let differ = |inner: Option<&str>, outer: Option<&str>| inner.zip(outer).is_some_and(|(inner, outer)| inner != outer);
        differ(self.level, outer.level)
            || differ(self.period, outer.period)
            || differ(self.year, outer.year)
            || differ(self.months, outer.months)
            || differ(self.instance, outer.instance)
    }

    /// Whether what is said here does not differ from what was said before.
    fn fits(&self, outer: &Self) -> bool {
        // A region or an instance that only the second figure names may be the document's own; a period other than this year's is not.
        let same = |inner: Option<&str>, outer: Option<&str>| inner.is_none_or(|inner| outer == Some(inner));
        let own = |period: Option<&'static str>| period.filter(|&group| group != "本期");
        same(self.level, outer.level)
            && (self.period.is_none() || own(self.period) == own(outer.period))
            && same(self.instance, outer.instance)
            && same(self.year, outer.year)
            && same(self.months, outer.months)
    }
}

/// The last number in front of 年 or 月, of so many digits at least.
fn dated(text: &str, unit: char, least: usize) -> Option<&str> {
    text.rmatch_indices(unit).find_map(|(at, _)| {
        let digits = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        (digits >= least && !compared(&text[..at - digits])).then(|| &text[at - digits..at])
    })
}

/// Whether what follows is only compared with: 比上年, 较2019年.
fn compared(before: &str) -> bool {
    before.trim_end_matches(' ').ends_with(['比', '较', '与', '同', '跟', '前'])
}
