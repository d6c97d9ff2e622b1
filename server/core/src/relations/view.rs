//! What the kinds of relation see: the figures with their words, and the relations found so far.
//!
//! Kinds ask the same of each figure again and again, for every pair in a window. So the view works out once per figure what such a
//! question compares: its unit as a number, the figures of its sentence and of its paragraph. A kind is linear in the text and quick
//! if it keeps to three rules:
//! 1. Candidates come from a window bounded in *figures*; a list that counts only up to some length is not collected farther.
//! 2. Whether figures belong together is asked of the view (`is_level`, `same_unit`, `is_kin`, `same_sentence`, `sentence_end`), which
//!    compares numbers; those that a figure may be added to or told apart into follow each other by `next_kin`, and none between is
//!    looked at. Words are read once per figure (`sides`, `steps`, or before the pairs are made), and never once per pair.
//! 3. Exact fractions are divided, and formulas and operands made, for what is told in the end, and not for candidates.

use super::interval::{Exact, Interval, sum};
use super::kinds::Steps;
use super::{Kind, Operand, Relation, Strength, Verdict};
use crate::catalogue::Catalogue;
use crate::catalogue::flows::Sides;
use crate::draft::figures::{Class, Figure, Gap};
use crate::draft::{Draft, Outline};
use crate::text::{Folded, Words};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

/// The figures of a draft, and the relations found between them.
pub struct View<'a> {
    /// The folded text.
    pub text: &'a str,
    /// Where the words stand that are looked for in every text.
    words: &'a Words,
    /// The draft.
    pub draft: &'a Draft,
    /// The figures.
    pub figures: &'a [Figure],
    /// The tables of the world: rates, flows.
    pub catalogue: &'a Catalogue,
    /// What was found.
    pub relations: Vec<Relation>,
    /// The true values of each figure.
    intervals: Vec<Interval>,
    /// Where each figure stands and how it counts.
    places: Vec<Place>,
    /// What the label of each figure says.
    said: Vec<Said>,
    /// Which figures are the whole of a partition, or a part of one.
    tied: Vec<Ties>,
    /// How often something was written there.
    ties_made: usize,
}

/// What is asked of a figure for every pair that it may stand in.
#[derive(Clone, Copy, Debug)]
struct Place {
    level: bool,
    /// The unit as written: equal numbers for equal words.
    unit: u32,
    /// Equal numbers for level figures of one unit and class within as many brackets; none for other figures.
    kin: Option<NonZeroU32>,
    /// The next of these in the draft, or the number of figures.
    next_kin: u32,
    /// The figures of its sentence, from the first up to behind the last.
    sentence: [u32; 2],
    /// The figures of its paragraph, likewise.
    paragraph: [u32; 2],
}

/// What the label of a figure says, each read when it is first asked for.
#[derive(Clone, Debug, Default)]
struct Said {
    sides: OnceCell<Sides>,
    steps: OnceCell<Steps>,
    name: OnceCell<Arc<str>>,
}

/// No sentence is looked through farther than this, in figures.
const SENTENCE_REACH: usize = 400;

/// Works the places out in one pass over the figures.
fn places(figures: &[Figure], text: &str) -> Vec<Place> {
    let mut units: FxHashMap<&str, u32> = FxHashMap::default();
    let mut kinds: FxHashMap<(u32, Class, u8), NonZeroU32> = FxHashMap::default();
    let none = figures.len() as u32;
    let mut places: Vec<Place> = figures
        .iter()
        .map(|figure| {
            let next = units.len() as u32;
            let unit = *units.entry(figure.unit_text(text)).or_insert(next);
            let level = figure.is_level();
            let kin = level.then(|| {
                let next = NonZeroU32::MIN.saturating_add(kinds.len() as u32);
                *kinds.entry((unit, figure.class, figure.depth)).or_insert(next)
            });
            Place { level, unit, kin, next_kin: none, sentence: [0; 2], paragraph: [0; 2] }
        })
        .collect();
    let mut following = vec![none; kinds.len() + 1];
    for (at, place) in places.iter_mut().enumerate().rev() {
        if let Some(kin) = place.kin {
            place.next_kin = std::mem::replace(&mut following[kin.get() as usize], at as u32);
        }
    }
    let mut first = 0;
    for run in figures.chunk_by(|a, b| a.paragraph == b.paragraph) {
        places[first..first + run.len()].iter_mut().for_each(|place| place.paragraph = [first as u32, (first + run.len()) as u32]);
        first += run.len();
    }
    first = 0;
    for run in figures.chunk_by(|a, b| a.sentence == b.sentence) {
        places[first..first + run.len()].iter_mut().for_each(|place| place.sentence = [first as u32, (first + run.len()) as u32]);
        first += run.len();
    }
    places
}

/// What a figure is already tied as.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ties {
    /// The whole of a partition.
    pub whole: bool,
    /// A part of a partition, with the whole's index.
    pub part_of: Option<u32>,
    /// The claim of a rate, a share or a change.
    pub claim: bool,
}

impl<'a> View<'a> {
    /// The view of a draft, with no relations yet.
    pub fn new(folded: &'a Folded, draft: &'a Draft, catalogue: &'a Catalogue) -> Self {
        let (text, figures) = (folded.text(), draft.figures.as_slice());
        Self {
            text,
            words: folded.words(),
            draft,
            figures,
            catalogue,
            relations: Vec::new(),
            intervals: figures.iter().map(|figure| figure.number.interval()).collect(),
            places: places(figures, text),
            said: vec![Said::default(); figures.len()],
            tied: vec![Ties::default(); figures.len()],
            ties_made: 0,
        }
    }

    /// The relations by place of the culprit.
    pub fn finish(mut self) -> Vec<Relation> {
        self.relations.sort_by_key(|relation| (relation.operands[relation.culprit].span, relation.kind as u8));
        self.relations.dedup();
        self.relations
    }

    /// The outline.
    pub fn outline(&self) -> &'a Outline {
        &self.draft.outline
    }

    /// The offsets at which one of the words begins that are looked for in every text: [`Words`].
    pub(super) fn places(&self, word: &str) -> impl Iterator<Item = usize> + use<'a> {
        self.words.places(word, self.draft.span)
    }

    /// The true values of a figure.
    #[inline]
    pub fn interval(&self, index: usize) -> &Interval {
        #[cfg(test)]
        crate::work::add(1);
        &self.intervals[index]
    }

    /// The written value of a figure.
    #[inline]
    pub fn value(&self, index: usize) -> Exact {
        self.figures[index].number.value
    }

    /// What a figure is already tied as.
    pub fn ties(&mut self, index: usize) -> &mut Ties {
        self.ties_made += 1;
        &mut self.tied[index]
    }

    /// How many ties were made so far: as long as it is the same, so is what figures are tied as.
    #[inline]
    pub fn ties_made(&self) -> usize {
        self.ties_made
    }

    /// What a figure is already tied as.
    #[inline]
    pub fn tied(&self, index: usize) -> Ties {
        self.tied[index]
    }

    /// The words that name a figure.
    #[inline]
    pub fn label(&self, index: usize) -> &'a str {
        #[cfg(test)]
        crate::work::add(self.figures[index].label.len());
        self.figures[index].label(self.text)
    }

    /// The words in front of a figure as written.
    #[inline]
    pub fn before(&self, index: usize) -> &'a str {
        #[cfg(test)]
        crate::work::add(self.figures[index].before.len());
        self.figures[index].before.of(self.text)
    }

    /// The words behind a figure as written.
    #[inline]
    pub fn after(&self, index: usize) -> &'a str {
        #[cfg(test)]
        crate::work::add(self.figures[index].after.len());
        self.figures[index].after.of(self.text)
    }

    /// Whether a number as written counts at least so many of its last places.
    pub fn counts_at_least(&self, index: usize, least: i128) -> bool {
        let (value, step) = (self.figures[index].number.value, self.figures[index].number.step);
        if let ([Ok(value), Ok(step)], true) = ([value, step].map(|n| i64::try_from(*n.numer())), value.is_integer() && step.is_integer()) {
            return i128::from(value) >= least * i128::from(step);
        }
        // The same as `value / step >= least` with no common divisor looked for; steps are positive.
        let left = i128::checked_mul(*value.numer(), *step.denom());
        let right = least.checked_mul(*step.numer()).and_then(|right| right.checked_mul(*value.denom()));
        left.zip(right).map_or_else(|| value / step >= Exact::from_integer(least), |(left, right)| left >= right)
    }

    /// The sum of several figures.
    pub fn sum(&self, parts: &[usize]) -> Option<Interval> {
        sum(parts.iter().map(|&part| self.interval(part)))
    }

    /// Whether two figures count alike.
    pub fn like(&self, a: usize, b: usize) -> bool {
        #[cfg(test)]
        crate::work::add(1);
        self.figures[a].is_like(&self.figures[b], self.text)
    }

    /// Whether a figure counts or measures something in the report's own period.
    #[inline]
    pub fn is_level(&self, index: usize) -> bool {
        #[cfg(test)]
        crate::work::add(1);
        self.places[index].level
    }

    /// Whether two figures have the same unit as written.
    #[inline]
    pub fn same_unit(&self, a: usize, b: usize) -> bool {
        #[cfg(test)]
        crate::work::add(1);
        self.places[a].unit == self.places[b].unit && self.figures[a].class == self.figures[b].class
    }

    /// Whether two figures count in the report's own period, in one unit and within as many brackets, as a total and its parts do.
    #[inline]
    pub fn is_kin(&self, a: usize, b: usize) -> bool {
        #[cfg(test)]
        crate::work::add(1);
        self.places[a].kin.is_some() && self.places[a].kin == self.places[b].kin
    }

    /// The next figure in the draft that is [kin](Self::is_kin) to a figure.
    #[inline]
    pub fn next_kin(&self, index: usize) -> Option<usize> {
        #[cfg(test)]
        crate::work::add(1);
        let next = self.places[index].next_kin as usize;
        (next < self.figures.len()).then_some(next)
    }

    /// A figure, and all behind it that are [kin](Self::is_kin) to it.
    pub fn kin_from(&self, index: usize) -> impl Iterator<Item = usize> + Clone + '_ {
        std::iter::successors(Some(index), |&at| self.next_kin(at))
    }

    /// On which sides of which complements the label of a figure stands.
    #[inline]
    pub fn sides(&self, index: usize) -> Sides {
        *self.said[index].sides.get_or_init(|| Sides::of(self.label(index)))
    }

    /// The steps of procedures that the label of a figure names.
    #[inline]
    pub(super) fn steps(&self, index: usize) -> Steps {
        *self.said[index].steps.get_or_init(|| Steps::of(self.label(index)))
    }

    /// Whether a figure has one of several units.
    pub fn unit_is(&self, index: usize, units: &[&str]) -> bool {
        units.contains(&self.figures[index].unit_text(self.text))
    }

    /// Whether two figures have the same unit bar 万 and 亿, which their values hold already.
    #[inline]
    pub fn same_base(&self, a: usize, b: usize) -> bool {
        self.places[a].unit == self.places[b].unit
    }

    /// Whether two figures stand in the same sentence.
    #[inline]
    pub fn same_sentence(&self, a: usize, b: usize) -> bool {
        #[cfg(test)]
        crate::work::add(1);
        self.places[a].sentence == self.places[b].sentence
    }

    /// The figures of the paragraph of a figure.
    #[inline]
    pub fn paragraph(&self, index: usize) -> Range<usize> {
        let [start, end] = self.places[index].paragraph;
        start as usize..end as usize
    }

    /// The end of the figures in the sentence of a figure.
    #[inline]
    pub fn sentence_end(&self, index: usize) -> usize {
        (self.places[index].sentence[1] as usize).min(index + SENTENCE_REACH)
    }

    /// The start of the figures in the sentence of a figure.
    #[inline]
    pub fn sentence_start(&self, index: usize) -> usize {
        (self.places[index].sentence[0] as usize).max(index.saturating_sub(SENTENCE_REACH))
    }

    /// The strongest mark between two figures, the first one excluded.
    pub fn gap(&self, from: usize, to: usize) -> Gap {
        #[cfg(test)]
        crate::work::add(to - from.min(to));
        self.figures[from + 1..=to].iter().map(|figure| figure.gap).max().unwrap_or(Gap::None)
    }

    /// A figure in its role.
    pub fn operand(&self, role: &'static str, index: usize) -> Operand {
        let figure = &self.figures[index];
        Operand { role, span: figure.span, label: self.said[index].name.get_or_init(|| figure.name(self.text).into()).clone() }
    }

    /// A number as the formula shows it: as written, without bound words behind the unit.
    #[inline]
    pub fn shown(&self, index: usize) -> &'a str {
        self.figures[index].number.span.of(self.text)
    }

    /// The written sum of several figures: `12 + 30`.
    pub fn shown_sum(&self, parts: &[usize]) -> String {
        // Room for what formulas say besides.
        let mut shown = String::with_capacity(48);
        self.show_sum(parts, &mut shown);
        shown
    }

    /// Writes the sum of several figures behind what a formula says already.
    pub fn show_sum(&self, parts: &[usize], formula: &mut String) {
        const PLUS: &str = " + ";
        if let &[part] = parts {
            return formula.push_str(self.shown(part));
        }
        formula.reserve(parts.iter().map(|&part| self.shown(part).len() + PLUS.len()).sum::<usize>() + 16);
        for (at, &part) in parts.iter().enumerate() {
            if at > 0 {
                formula.push_str(PLUS);
            }
            formula.push_str(self.shown(part));
        }
    }

    /// Two figures and the sign between them: `12 ≤ 30`.
    pub fn compared(&self, one: usize, sign: &str, other: usize) -> String {
        [self.shown(one), " ", sign, " ", self.shown(other)].concat()
    }

    /// A value in the form of a figure, with 万 and the percent sign.
    pub fn written(&self, index: usize, value: Exact) -> Option<String> {
        let number = &self.figures[index].number;
        let digits = number.write(value, self.text)?;
        let tail = self.text.get(number.digits.end as usize..number.span.end as usize)?.trim_start_matches(['余', '多', ' ']);
        Some(digits + tail)
    }

    /// Adds a relation.
    pub fn push(&mut self, relation: Relation) {
        self.relations.push(relation);
    }
}

/// A relation in the making.
pub struct Making {
    relation: Relation,
}

impl Making {
    /// A relation of a kind with a verdict and a formula; the first operand is the culprit until said otherwise.
    pub fn new(kind: Kind, verdict: Verdict, formula: String, operands: Vec<Operand>) -> Self {
        Self {
            relation: Relation { kind, verdict, formula, operands, culprit: 0, expected: None, strength: Strength::Certain, note: None },
        }
    }

    /// How much the verdict weighs.
    pub fn strength(mut self, strength: Strength) -> Self {
        self.relation.strength = strength;
        self
    }

    /// The operand that a finding points at, and what it would have to say.
    pub fn culprit(mut self, index: usize, expected: Option<String>) -> Self {
        self.relation.culprit = index;
        self.relation.expected = expected;
        self
    }

    /// What the first operand would have to say.
    pub fn expected(mut self, expected: Option<String>) -> Self {
        self.relation.expected = expected;
        self
    }

    /// Why it is judged so.
    pub fn note(mut self, note: &'static str) -> Self {
        self.relation.note = Some(note);
        self
    }

    /// The relation.
    pub fn done(self) -> Relation {
        self.relation
    }
}
