//! Figures (统计数): numbers with unit, bound, precision, label and role.

mod chinese;
pub mod cues;
mod exempt;
mod label;
pub mod number;
mod role;
mod scan;
#[cfg(test)]
mod tests;
pub mod units;

pub(crate) use chinese::whole as han_value;
pub use cues::{Cue, Cues, Hit};
pub use label::{core, trim_lead};
pub use number::{Bound, Number, Scale};
pub use role::Role;
pub use units::Class;

use super::{Outline, Table};
use crate::text::{Folded, Span};

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Bound words, number and unit.
    pub span: Span,
    /// The number.
    pub number: Number,
    /// The unit; empty where none is written.
    pub unit: Span,
    /// The class in which the unit counts.
    pub class: Class,
    /// What the figure is: a count, a rate, a share, a change …
    pub role: Role,
    /// The words in front of it in its clause, back to the figure before.
    pub before: Span,
    /// The words behind it, up to the next mark or figure.
    pub after: Span,
    /// The strongest mark between it and the figure before.
    pub gap: Gap,
    /// How many brackets it stands in.
    pub depth: u8,
    /// The number of its paragraph in the draft.
    pub paragraph: u32,
    /// The number of its sentence in the draft.
    pub sentence: u32,
    /// The number of its part of the sentence, between semicolons, in the draft.
    pub part: u32,
    /// The cues in the words before it.
    pub cues: Cues,
    /// The last cue before it.
    pub last: Option<Hit>,
    /// The cues in the words behind it.
    pub after_cues: Cues,
    /// The year that its clause names.
    pub year: Option<i16>,
    /// The words that name it.
    pub label: Span,
}

impl Figure {
    /// The words that name it: those in front of it, or behind it where nothing stands in front.
    pub fn label<'t>(&self, text: &'t str) -> &'t str {
        self.label.of(text)
    }

    /// Its name as a reader is told it: the label with the words that are left out only to compare labels, such as 新 in 新收 and 上年 in
    /// 上年结转.
    pub fn name<'t>(&self, text: &'t str) -> &'t str {
        label::name(text, self.before, self.label)
    }

    /// The unit as written.
    pub fn unit_text<'t>(&self, text: &'t str) -> &'t str {
        self.unit.of(text)
    }

    /// Whether it counts or measures something in the report's own period: what relations tie first of all.
    pub fn is_level(&self) -> bool {
        self.role == Role::Count && self.class.adds() && !self.is_named()
    }

    /// Whether it names a set rather than counts things: 三大, 二类, 两级.
    pub fn is_named(&self) -> bool {
        self.class == Class::Named
            || self.number.chinese
                && self.number.bound == Bound::Exact
                && matches!(self.class, Class::Thing | Class::Times | Class::Body | Class::Bare)
    }

    /// Whether values of both may be added or compared: cases with cases, people with people, a measure with itself.
    pub fn is_like(&self, other: &Figure, text: &str) -> bool {
        if self.class == Class::Measure || other.class == Class::Measure {
            return self.class == other.class && self.unit_text(text) == other.unit_text(text);
        }
        if self.class == other.class
            || self.class == Class::Bare && other.class.counts()
            || other.class == Class::Bare && self.class.counts()
        {
            return true;
        }
        // 个, 项 and 份 count whatever is counted, people and visits excepted.
        let loose = |class: Class| matches!(class, Class::Case | Class::Thing | Class::Body | Class::Named);
        loose(self.class) && loose(other.class)
    }
}

/// The strongest mark between a figure and the one before it, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// None: `97件134人`.
    None,
    /// `、`.
    Pause,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// `;`.
    Semicolon,
    /// The end of a sentence.
    Sentence,
    /// The end of a paragraph.
    Paragraph,
}

/// The numbers of a draft that are no figures, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Others {
    /// Dates, document numbers, section numbers, names.
    pub exempt: u32,
    /// Numbers that were not understood.
    pub unread: u32,
}

/// Reads the figures of a part of the text, tables excepted.
pub fn read(folded: &Folded, span: Span, _outline: &Outline, tables: &[Table]) -> (Vec<Figure>, Others) {
    let text = folded.text();
    let mut scan = scan::Scan::new(text);
    let mut tables = tables.iter().peekable();
    let mut at = span.start as usize;
    for line in span.of(text).split_inclusive('\n') {
        let line_span = Span::new(at, at + line.len());
        at += line.len();
        while tables.next_if(|table| table.span.end <= line_span.start).is_some() {}
        if tables.peek().is_some_and(|table| table.span.overlaps(line_span)) {
            continue;
        }
        scan.paragraph(line_span);
    }
    scan.finish()
}
