//! The outline: headings by 一、（一）1.（1） and items by 一是, 二是.

use crate::text::{Folded, Span};

/// A numbered or marked heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for 一是.
    pub level: u8,
    /// The number; 0 where a heading has none.
    pub number: u16,
    /// The number with its punctuation, such as `（一）`.
    pub marker: Span,
    /// The words of the heading without its marker.
    pub title: Span,
    /// Marker, title and all that belongs to the heading, up to the next of the same or a higher level.
    pub section: Span,
    /// The index of the heading that this one lies under.
    pub parent: Option<usize>,
}

/// The headings of a draft in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// All headings, parents before children.
    pub headings: Vec<Heading>,
}

impl Outline {
    /// The index of the innermost heading whose section holds the offset.
    pub fn at(&self, offset: usize) -> Option<usize> {
        let end = self.headings.partition_point(|heading| heading.marker.start as usize <= offset);
        (0..end).rev().find(|&index| self.headings[index].section.end as usize > offset)
    }
}

/// Reads the outline of a part of the text.
pub fn read(_folded: &Folded, _span: Span) -> Outline {
    Outline::default()
}
