//! What the kinds of relation see: the figures with their words, and the relations found so far.

use super::interval::{Exact, Interval, sum};
use super::{Kind, Operand, Relation, Strength, Verdict};
use crate::catalogue::Catalogue;
use crate::draft::figures::{Figure, Gap};
use crate::draft::{Draft, Outline};
use std::ops::Range;

/// The figures of a draft, and the relations found between them.
pub struct View<'a> {
    /// The folded text.
    pub text: &'a str,
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
    /// Which figures are the whole of a partition, or a part of one.
    tied: Vec<Ties>,
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
    pub fn new(text: &'a str, draft: &'a Draft, catalogue: &'a Catalogue) -> Self {
        let figures = draft.figures.as_slice();
        Self {
            text,
            draft,
            figures,
            catalogue,
            relations: Vec::new(),
            intervals: figures.iter().map(|figure| figure.number.interval()).collect(),
            tied: vec![Ties::default(); figures.len()],
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

    /// The true values of a figure.
    pub fn interval(&self, index: usize) -> &Interval {
        &self.intervals[index]
    }

    /// The written value of a figure.
    pub fn value(&self, index: usize) -> Exact {
        self.figures[index].number.value
    }

    /// What a figure is already tied as.
    pub fn ties(&mut self, index: usize) -> &mut Ties {
        &mut self.tied[index]
    }

    /// What a figure is already tied as.
    pub fn tied(&self, index: usize) -> Ties {
        self.tied[index]
    }

    /// The words that name a figure.
    pub fn label(&self, index: usize) -> &'a str {
        self.figures[index].label(self.text)
    }

    /// The words in front of a figure as written.
    pub fn before(&self, index: usize) -> &'a str {
        self.figures[index].before.of(self.text)
    }

    /// The words behind a figure as written.
    pub fn after(&self, index: usize) -> &'a str {
        self.figures[index].after.of(self.text)
    }

    /// The sum of several figures.
    pub fn sum(&self, parts: &[usize]) -> Option<Interval> {
        sum(parts.iter().map(|&part| self.interval(part)))
    }

    /// Whether two figures count alike.
    pub fn like(&self, a: usize, b: usize) -> bool {
        self.figures[a].is_like(&self.figures[b], self.text)
    }

    /// Whether two figures have the same unit as written.
    pub fn same_unit(&self, a: usize, b: usize) -> bool {
        self.figures[a].class == self.figures[b].class && self.figures[a].unit_text(self.text) == self.figures[b].unit_text(self.text)
    }

    /// Whether a figure has one of several units.
    pub fn unit_is(&self, index: usize, units: &[&str]) -> bool {
        units.contains(&self.figures[index].unit_text(self.text))
    }

    /// Whether two figures have the same unit bar 万 and 亿, which their values hold already.
    pub fn same_base(&self, a: usize, b: usize) -> bool {
        self.figures[a].unit_text(self.text) == self.figures[b].unit_text(self.text)
    }

    /// Whether two figures stand in the same sentence.
    pub fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.figures[a].sentence == self.figures[b].sentence
    }

    /// The figures of the paragraph of a figure.
    pub fn paragraph(&self, index: usize) -> Range<usize> {
        let paragraph = self.figures[index].paragraph;
        let start = self.figures[..index].partition_point(|figure| figure.paragraph < paragraph);
        let end = index + self.figures[index..].partition_point(|figure| figure.paragraph == paragraph);
        start..end
    }

    /// The end of the figures in the sentence of a figure.
    pub fn sentence_end(&self, index: usize) -> usize {
        let sentence = self.figures[index].sentence;
        index + self.figures[index..].iter().take(400).take_while(|figure| figure.sentence == sentence).count()
    }

    /// The start of the figures in the sentence of a figure.
    pub fn sentence_start(&self, index: usize) -> usize {
        let sentence = self.figures[index].sentence;
        index - self.figures[..index].iter().rev().take(400).take_while(|figure| figure.sentence == sentence).count()
    }

    /// The strongest mark between two figures, the first one excluded.
    pub fn gap(&self, from: usize, to: usize) -> Gap {
        self.figures[from + 1..=to].iter().map(|figure| figure.gap).max().unwrap_or(Gap::None)
    }

    /// A figure in its role.
    pub fn operand(&self, role: &'static str, index: usize) -> Operand {
        Operand { role, span: self.figures[index].span, label: self.figures[index].name(self.text).to_owned() }
    }

    /// A number as the formula shows it: as written, without bound words behind the unit.
    pub fn shown(&self, index: usize) -> &'a str {
        self.figures[index].number.span.of(self.text)
    }

    /// The written sum of several figures: `12 + 30`.
    pub fn shown_sum(&self, parts: &[usize]) -> String {
        let mut shown = String::new();
        for (at, &part) in parts.iter().enumerate() {
            if at > 0 {
                shown.push_str(" + ");
            }
            shown.push_str(self.shown(part));
        }
        shown
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
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.relation.note = Some(note.into());
        self
    }

    /// The relation.
    pub fn done(self) -> Relation {
        self.relation
    }
}
