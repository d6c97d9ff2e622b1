//! The outline: headings by 一、（一）1.（1） and items by 一是, 二是.

mod flat;
mod marker;
#[cfg(test)]
mod tests;

pub use marker::Form;

use crate::text::{Folded, Span, lines};
use flat::Page;
use marker::Marker;
use memchr::memmem;

/// A numbered or marked heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for 一是 and ①.
    pub level: u8,
    /// How the number is written.
    pub form: Form,
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

impl Heading {
    /// Marker and title.
    pub fn line(&self) -> Span {
        self.marker.cover(self.title)
    }

    /// What stands under the heading, behind its title.
    pub fn body(&self) -> Span {
        Span { start: self.title.end.min(self.section.end), end: self.section.end }
    }
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
        let mut at = end.checked_sub(1)?;
        while self.headings[at].section.end as usize <= offset {
            at = self.headings[at].parent?;
        }
        Some(at)
    }

    /// The level of the main parts: the highest that has a numbered heading, 第一部分 aside where 一、 stands too.
    pub fn top(&self) -> Option<u8> {
        let lowest = |from: u8| self.headings.iter().map(|heading| heading.level).filter(|&level| level >= from && level < 5).min();
        lowest(1).or_else(|| lowest(0))
    }

    /// The main parts with their indices.
    pub fn main(&self) -> impl Iterator<Item = (usize, &Heading)> {
        let top = self.top();
        self.headings.iter().enumerate().filter(move |(_, heading)| Some(heading.level) == top)
    }

    /// Ends all sections where the text proper ends: what follows is signature, date line and attachments.
    pub(super) fn close(&mut self, body_end: u32) {
        for heading in self.headings.iter_mut().filter(|heading| heading.marker.start < body_end) {
            heading.section.end = heading.section.end.min(body_end).max(heading.title.end);
        }
    }
}

/// Reads the outline of a part of the text.
pub fn read(folded: &Folded, span: Span) -> Outline {
    let mut reader = Reader { folded, text: folded.text(), found: Vec::new(), numbers: [0; marker::FORMS] };
    let mut at = span.start as usize;
    for raw in lines(span.of(folded.text())) {
        let line = Span::new(at, at + raw.trim_end().len());
        at += raw.len();
        if !line.is_empty() {
            reader.line(line);
        }
    }
    reader.found.sort_by_key(|found| found.marker.start);
    nest(reader.found, span)
}

/// A heading before the tree is known.
struct Found {
    level: u8,
    form: Form,
    number: u16,
    marker: Span,
    title: Span,
    line_end: u32,
}

struct Reader<'a> {
    folded: &'a Folded<'a>,
    text: &'a str,
    found: Vec<Found>,
    /// The last number seen of each form: what may be a number of something else is a heading only where it carries on.
    numbers: [u16; marker::FORMS],
}

impl Reader<'_> {
    fn line(&mut self, line: Span) {
        let text = line.of(self.text);
        let blank = text.len() - text.trim_start_matches([' ', '\t', '*', '>', '\u{3000}']).len();
        let hashes = text[blank..].bytes().take_while(|&byte| byte == b'#').count();
        if hashes == 0
            && (memchr::memchr2(b'|', b'\t', text.as_bytes()).is_some() || memmem::find(text.as_bytes(), "│".as_bytes()).is_some())
        {
            return;
        }
        let start = blank + hashes;
        let start = start + (text[start..].len() - text[start..].trim_start_matches([' ', '*']).len());
        let page = Page::of(self.folded, line);
        match marker::read(&text[start..], &self.numbers) {
            Some(marker) => self.push(marker, line, start, page.as_ref()),
            None if (2..=6).contains(&hashes) && start < text.len() => {
                let title = Span::new(line.start as usize + start, line.start as usize + text.trim_end_matches('*').len());
                let marker = Span::new(line.start as usize + blank, title.start as usize);
                self.found.push(Found { level: hashes as u8 - 1, form: Form::Hash, number: 0, marker, title, line_end: line.end });
            }
            None => {}
        }
        if let Some(page) = &page {
            for at in page.starts(self.folded, self.text) {
                if let Some(marker) = marker::read(&text[at..], &self.numbers).filter(|marker| marker.form != Form::Item) {
                    self.push(marker, line, at, Some(page));
                }
            }
        }
        self.items(line, start);
    }

    /// Items of a paragraph: 一是…；二是….
    fn items(&mut self, line: Span, start: usize) {
        let text = line.of(self.text);
        for at in memmem::find_iter(&text.as_bytes()[start..], "是") {
            let before = &text[..start + at];
            let Some((first, number)) = marker::han_number_at_end(before) else { continue };
            // Behind a heading on a flattened page only the blank that was folded away tells where the item begins.
            let blank = || self.folded.dropped_before(line.start as usize + first).starts_with([' ', '\u{3000}']);
            let open = before[..first].chars().next_back().is_none_or(|c| " ,;:。!?”)】*".contains(c)) || first == start || blank();
            if open {
                let marker = Marker { form: Form::Item, number, length: start + at + "是".len() - first };
                self.push(marker, line, first, None);
            }
        }
    }

    fn push(&mut self, marker: Marker, line: Span, at: usize, page: Option<&Page>) {
        let text = line.of(self.text);
        let behind = at + marker.length;
        let behind = behind + (text[behind..].len() - text[behind..].trim_start().len());
        let length = match (marker.form, page) {
            (Form::Item, _) => clause(&text[behind..]),
            (_, Some(page)) => page.title(self.folded, self.text, line.start as usize + behind),
            (_, None) => title(&text[behind..]),
        };
        if length == 0 && marker.form != Form::Part {
            return;
        }
        self.numbers[marker.form as usize] = marker.number;
        let start = line.start as usize;
        self.found.push(Found {
            level: marker.form.level(),
            form: marker.form,
            number: marker.number,
            marker: Span::new(start + at, start + at + marker.length),
            title: Span::new(start + behind, start + behind + length),
            line_end: line.end,
        });
    }
}

/// The length of a heading's words at the start of a line: all of the line, or its first sentence where text follows in the line.
fn title(rest: &str) -> usize {
    let rest = rest.trim_end_matches('*');
    let Some(stop) = rest.find('。') else { return rest.trim_end_matches([':', ';', ',', '!', '?']).len() };
    let sentence = &rest[..stop];
    match sentence.chars().count() {
        0..=45 => sentence.len(),
        // A sentence too long for a heading: the item begins with its first clause.
        _ => clause(rest),
    }
}

/// The length up to the first mark that ends a clause.
fn clause(rest: &str) -> usize {
    rest.find([',', ';', ':', '。', '!', '?']).unwrap_or(rest.len())
}

/// Finds parents and sections.
fn nest(found: Vec<Found>, span: Span) -> Outline {
    let mut headings: Vec<Heading> = Vec::with_capacity(found.len());
    let mut open: Vec<usize> = Vec::new();
    let mut ends: Vec<u32> = Vec::with_capacity(found.len());
    let close = |headings: &mut Vec<Heading>, ends: &[u32], index: usize, at: u32| {
        let end = if headings[index].form == Form::Item { ends[index].min(at) } else { at };
        headings[index].section.end = end;
    };
    for found in found {
        while let Some(&last) = open.last() {
            // An item of a paragraph lies under what holds the paragraph, never under an item of an earlier one.
            let ended = headings[last].form == Form::Item && ends[last] <= found.marker.start;
            if headings[last].level < found.level && !ended {
                break;
            }
            open.pop();
            close(&mut headings, &ends, last, found.marker.start);
        }
        let section = Span { start: found.marker.start, end: span.end };
        let Found { level, form, number, marker, title, line_end } = found;
        headings.push(Heading { level, form, number, marker, title, section, parent: open.last().copied() });
        ends.push(line_end);
        open.push(headings.len() - 1);
    }
    while let Some(last) = open.pop() {
        close(&mut headings, &ends, last, span.end);
    }
    Outline { headings }
}

/// A Chinese number from 1 to 99 at the start of a text, with its length in bytes.
pub(crate) fn number_at_start(text: &str) -> Option<(u16, usize)> {
    marker::han_number(text)
}
