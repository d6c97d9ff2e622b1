//! Which paragraphs and sections a draft shares with last year's report.

use crate::draft::{Draft, figures::Role};
use crate::relations::interval::Exact;
use crate::text::{Folded, Span};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// From this share of common triples of characters on, one text is the other's copy.
const COPY: f64 = 0.9;
/// Shorter paragraphs say too little to be called a copy.
const LEAST: usize = 30;
/// How many of its least triples stand for a paragraph. Of two with nine triples in ten in common, all eight differ once in a million.
const SKETCH: usize = 8;

/// A text as the triples of its characters: hashes, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Triples(Vec<u64>);

impl Triples {
    pub(crate) fn read(text: &str) -> Self {
        let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        let mut hashes: Vec<u64> = chars
            .windows(3)
            .map(|triple| {
                let mut hasher = FxHasher::default();
                triple.hash(&mut hasher);
                hasher.finish()
            })
            .collect();
        hashes.sort_unstable();
        Self(hashes)
    }

    /// The share of common triples (Dice's coefficient over multisets), from 0 to 1.
    pub(crate) fn likeness(&self, other: &Self) -> f64 {
        let (mut a, mut b, mut common) = (0, 0, 0usize);
        while let (Some(left), Some(right)) = (self.0.get(a), other.0.get(b)) {
            common += usize::from(left == right);
            a += usize::from(left <= right);
            b += usize::from(right <= left);
        }
        let all = self.0.len() + other.0.len();
        if all == 0 { 0.0 } else { (2 * common) as f64 / all as f64 }
    }

    /// Whether one text is the other's copy, bar a few words.
    pub(crate) fn is_copy(&self, other: &Self) -> bool {
        self.0.len() + 2 >= LEAST && self.likeness(other) > COPY
    }

    /// The least different hashes: texts that are alike have some of them in common.
    fn sketch(&self) -> impl Iterator<Item = u64> + '_ {
        let mut last = None;
        self.0.iter().copied().filter(move |&hash| last.replace(hash) != Some(hash)).take(SKETCH)
    }
}

/// A paragraph with what can be compared of it.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    /// Where it stands: in the folded text while a draft is read, in the source in [`Copied`].
    pub(crate) span: Span,
    /// Its words, folded.
    pub(crate) text: String,
    triples: Triples,
    /// The values of its figures in order.
    figures: Vec<Exact>,
    /// Whether one of them is more than a small count that many years may share.
    pub(crate) tells: bool,
}

/// The paragraphs of a draft that are long enough to compare. Spans count in the folded text.
pub(crate) fn paragraphs(text: &str, draft: &Draft) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut at = draft.span.start as usize;
    let mut figures = draft.figures.iter().peekable();
    let mut tables = draft.tables.iter().peekable();
    for line in draft.span.of(text).split_inclusive('\n') {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let span = Span::new(start, start + words.len());
        while figures.next_if(|figure| figure.span.start < span.start).is_some() {}
        let mut values = Vec::new();
        let mut tells = false;
        while let Some(figure) = figures.next_if(|figure| figure.span.end <= span.end) {
            let counts = matches!(figure.role, Role::Count | Role::Rate | Role::Share | Role::Percent | Role::Delta | Role::Change)
                && !figure.is_named();
            tells |= counts && !figure.number.chinese && figure.number.value >= Exact::from_integer(10);
            values.push(figure.number.value);
        }
        while tables.next_if(|table| table.span.end <= span.start).is_some() {}
        let tabular = tables.peek().is_some_and(|table| table.span.overlaps(span));
        if words.len() >= LEAST * 3 && !tabular && draft.meta.title.is_none_or(|title| !title.overlaps(span)) {
            found.push(Paragraph { span, text: words.to_owned(), triples: Triples::read(words), figures: values, tells });
        }
    }
    found
}

/// The paragraphs of last year's report, found again by their triples. Spans count in its source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copied {
    paragraphs: Vec<Paragraph>,
    by_triple: FxHashMap<u64, Vec<u32>>,
}

impl Copied {
    pub(crate) fn read(folded: &Folded, draft: &Draft) -> Self {
        let mut paragraphs = paragraphs(folded.text(), draft);
        let mut by_triple: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        for (index, paragraph) in (0u32..).zip(&mut paragraphs) {
            paragraph.span = folded.to_source(paragraph.span);
            for hash in paragraph.triples.sketch() {
                by_triple.entry(hash).or_default().push(index);
            }
        }
        // What every paragraph says leads nowhere.
        by_triple.retain(|_, places| places.len() <= 64);
        Self { paragraphs, by_triple }
    }

    /// The paragraph that this one is a copy of: nearly the same words, and the very same figures.
    pub(crate) fn original(&self, paragraph: &Paragraph) -> Option<&Paragraph> {
        let mut places: Vec<u32> = paragraph.triples.sketch().filter_map(|hash| self.by_triple.get(&hash)).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .map(|place| &self.paragraphs[place as usize])
            .find(|past| past.figures == paragraph.figures && past.triples.is_copy(&paragraph.triples))
    }
}

/// A section that is written anew every year.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// The mandated item, such as `problems`.
    pub(crate) id: String,
    /// Where it stands, in the source of last year's report.
    pub(crate) span: Span,
    triples: Triples,
}

impl Section {
    pub(crate) fn read(id: &str, folded: &Folded, span: Span) -> Self {
        Self { id: id.to_owned(), span: folded.to_source(span), triples: Triples::read(span.of(folded.text())) }
    }

    /// Whether a text is this section's copy, bar a few words.
    pub(crate) fn is_copied_by(&self, text: &str) -> bool {
        self.triples.is_copy(&Triples::read(text))
    }
}

#[cfg(test)]
mod tests {
    use super::Triples;

    #[test]
    fn a_copy_is_told_from_a_new_text_on_the_same_subject() {
        let past = "一年来，组织开展行政执法案卷评查，对全县二十七个执法单位进行督导检查，督促整改问题，规范裁量权行使，提升执法质量。";
        let copy = past.replace("督促整改问题", "督促整改有关问题");
        let other = "一年来，选取重点领域开展执法案卷评查，逐一反馈问题清单，约谈三个单位负责人，执法质量稳步提升，群众满意度提高。";
        let of = Triples::read;
        assert!(of(past).is_copy(&of(&copy)));
        assert!(!of(past).is_copy(&of(other)));
        assert!(!of("简短").is_copy(&of("简短")));
    }
}
