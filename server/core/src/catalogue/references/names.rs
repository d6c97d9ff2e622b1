//! Names in one spelling, and where they stand in a text: one pass, whatever the number of names.
//!
//! An automaton over all titles costs more to build than a whole review. Here the names are sorted; the first two characters
//! lead to a short run of names, and the longest name that fits is found in it by halving.

use crate::text::wide::{Bits, code};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A title in the spelling in which titles are compared: as in folded text, without 中华人民共和国, marks, quotes and blanks, with `-` for every dash.
pub fn key(title: &str) -> Cow<'_, str> {
    let title = title.trim();
    let title = title.strip_prefix("中华人民共和国").filter(|rest| rest.chars().count() > 1).unwrap_or(title);
    if !title.contains([
        '(', '（', '）', '—', '－', '–', '~', '～', '“', '”', '‘', '’', '《', '》', '〈', '〉', '<', '>', '"', ' ', '\u{3000}', '·',
    ]) {
        return Cow::Borrowed(title);
    }
    let mut text = String::with_capacity(title.len());
    for c in title.chars() {
        match c {
            '（' => text.push('('),
            '）' => text.push(')'),
            '—' | '－' | '–' | '~' | '～' => {
                if !text.ends_with('-') {
                    text.push('-');
                }
            }
            '“' | '”' | '‘' | '’' | '《' | '》' | '〈' | '〉' | '<' | '>' | '"' | ' ' | '\u{3000}' | '·' => {}
            _ => text.push(c),
        }
    }
    Cow::Owned(text)
}

/// The years in the last brackets of a title's key: `(2021-2025年)`, `(2019年版)`.
pub fn years_of(key: &str) -> Option<(i16, i16)> {
    let inner = key.strip_suffix(')')?;
    let inner = inner[inner.rfind('(')? + 1..].trim_end_matches('版').trim_end_matches('年');
    let (first, last) = inner.split_once('-').unwrap_or((inner, inner));
    let year = |text: &str| {
        let text = text.trim_end_matches('年');
        (text.len() == 4).then(|| text.parse::<i16>().ok()).flatten().filter(|year| (1949..=2100).contains(year))
    };
    Some((year(first)?, year(last)?))
}

/// A title's key without the years in its last brackets.
pub fn without_years(key: &str) -> &str {
    match years_of(key) {
        Some(_) => &key[..key.rfind('(').unwrap_or(key.len())],
        None => key,
    }
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A row of the catalogue.
    Entry(u32),
    /// A term.
    Term(u32),
}

/// A name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The index of its first meaning among the names; ask [`Lexicon::targets`].
    index: u32,
}

/// Names with what they stand for.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Sorted; a name with several meanings stands there several times.
    names: Vec<(Cow<'static, str>, Target)>,
    /// The runs of names that begin with the same two characters.
    runs: FxHashMap<[u8; 6], (u32, u32)>,
    /// Which pairs of first characters occur: nearly all places of a text end here.
    starts: Box<Bits>,
    /// Which first four characters occur, or all of a name with fewer: common pairs such as 行政 end here.
    heads: Box<Bits>,
}

impl Lexicon {
    /// Builds the lexicon. Names whose first two characters are not of three bytes each are looked up whole, and never found in a text.
    pub fn new(mut names: Vec<(Cow<'static, str>, Target)>) -> Self {
        names.sort_unstable();
        names.dedup();
        let mut runs: FxHashMap<[u8; 6], (u32, u32)> = FxHashMap::default();
        let (mut starts, mut heads) = (Box::<Bits>::default(), Box::<Bits>::default());
        for (index, (name, _)) in (0u32..).zip(&names) {
            let bytes = name.as_bytes();
            let Some(start) = start_of(bytes) else { continue };
            let [a, b, c, d, e, f] = start;
            starts.add(pair_slot(code(a, b, c), code(d, e, f)));
            let length = HEADS.into_iter().find(|&length| length <= bytes.len()).unwrap_or(start.len());
            heads.add(head_slot(head(bytes), length));
            runs.entry(start).or_insert((index, index)).1 = index + 1;
        }
        Self { names, runs, starts, heads }
    }

    /// What a name stands for.
    pub fn meanings(&self, name: &str) -> impl Iterator<Item = Target> {
        let from = self.names.partition_point(|(other, _)| other.as_ref() < name);
        self.names[from..].iter().take_while(move |(other, _)| other == name).map(|&(_, target)| target)
    }

    /// What a name found in a text stands for.
    pub fn targets(&self, hit: Hit) -> impl Iterator<Item = Target> {
        let name = &self.names[hit.index as usize].0;
        self.names[hit.index as usize..].iter().take_while(move |(other, _)| other == name).map(|&(_, target)| target)
    }

    /// Calls back with the longest name at every place of the text, left to right; places may overlap.
    pub fn find(&self, text: &str, mut found: impl FnMut(Hit)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        // The code of the character in front of `at`, if it takes three bytes.
        let mut before = None;
        while let Some(&[a, b, c]) = bytes.get(at..at + 3) {
            // Only the first byte of a character of three bytes may begin a name.
            if a & 0xF0 != 0xE0 {
                (at, before) = (at + 1, None);
                continue;
            }
            let second = code(a, b, c);
            if let Some(first) = before.replace(second)
                && self.starts.has(pair_slot(first, second))
                && let Some(hit) = self.at(bytes, at - 3)
            {
                found(hit);
            }
            at += 3;
        }
    }

    /// The longest name at a place where two characters begin one.
    fn at(&self, bytes: &[u8], at: usize) -> Option<Hit> {
        let rest = &bytes[at..];
        let padded = head(rest);
        HEADS.iter().find(|&&length| length <= rest.len() && self.heads.has(head_slot(padded, length)))?;
        let &(from, to) = self.runs.get(rest.get(..6)?)?;
        let (index, length) = self.longest(rest, from as usize, to as usize)?;
        Some(Hit { start: at, end: at + length, index: index as u32 })
    }

    /// The longest name of a run that the bytes begin with.
    fn longest(&self, bytes: &[u8], from: usize, mut to: usize) -> Option<(usize, usize)> {
        while from < to {
            let at = from + self.names[from..to].partition_point(|(name, _)| name.as_bytes() <= bytes);
            let candidate = self.names[from..at].last()?.0.as_bytes();
            if bytes.starts_with(candidate) {
                let index = from + self.names[from..at].partition_point(|(name, _)| name.as_bytes() < candidate);
                return Some((index, candidate.len()));
            }
            // A name that fits is no longer than what is common to the text and this neighbour.
            let common = candidate.iter().zip(bytes).take_while(|(a, b)| a == b).count();
            let head = &bytes[..common];
            to = from + self.names[from..at].partition_point(|(name, _)| name.as_bytes() <= head);
        }
        None
    }

    /// All names, sorted.
    pub fn names(&self) -> impl Iterator<Item = (&str, Target)> {
        self.names.iter().map(|(name, target)| (name.as_ref(), *target))
    }
}

/// The first two characters, if both take three bytes.
fn start_of(bytes: &[u8]) -> Option<[u8; 6]> {
    let start: [u8; 6] = bytes.get(..6)?.try_into().ok()?;
    (start[0] & 0xF0 == 0xE0 && start[3] & 0xF0 == 0xE0).then_some(start)
}

/// The lengths in bytes by which the heads of names are told apart: four, three, two characters of three bytes each.
const HEADS: [usize; 3] = [12, 9, 6];

/// A hash of 16 bits over the codes of two characters.
#[inline]
fn pair_slot(first: u32, second: u32) -> u32 {
    first.wrapping_mul(0x9E37).wrapping_add(second) & 0xFFFF
}

/// The first twelve bytes, with noughts behind the end.
fn head(bytes: &[u8]) -> [u8; 12] {
    bytes.first_chunk().copied().unwrap_or_else(|| {
        let mut head = [0; 12];
        head[..bytes.len()].copy_from_slice(bytes);
        head
    })
}

/// A hash of 16 bits over the first six to twelve bytes, of which those of one length follow a sequence of their own.
#[inline]
fn head_slot(head: [u8; 12], length: usize) -> u32 {
    let [front @ .., a, b, c, d] = head;
    let unused = 8 * (12 - length) as u32;
    // The bytes that do not count are shifted out of one word of sixteen bytes.
    let word = (u128::from(u64::from_be_bytes(front)) << 32 | u128::from(u32::from_be_bytes([a, b, c, d]))) >> unused;
    let mixed = (word as u64 ^ ((word >> 64) as u64).rotate_left(31) ^ u64::from(unused) << 56).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 48) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(names: &[&'static str]) -> Lexicon {
        Lexicon::new((0u32..).zip(names).map(|(index, &name)| (Cow::Borrowed(name), Target::Entry(index))).collect())
    }

    #[test]
    fn the_longest_name_wins_at_its_place() {
        let lexicon = lexicon(&["行政处罚法", "行政处罚", "行政复议法", "行政复议法实施条例", "合同法", "劳动合同法"]);
        let text = "依行政复议法和行政处罚办法,又劳动合同法";
        let mut found = Vec::new();
        lexicon.find(text, |hit| found.push(&text[hit.start..hit.end]));
        assert_eq!(found, ["行政复议法", "行政处罚", "劳动合同法", "合同法"]);
    }

    #[test]
    fn it_finds_what_a_search_for_every_name_finds() {
        let names = ["甲乙", "甲乙丙", "甲乙丙丁戊", "乙丙", "丙丁", "丙丁戊己", "丁戊"];
        let lexicon = lexicon(&names);
        let text = "甲乙丙丁戊己甲乙丙丁甲丙丁戊乙丙a甲乙";
        let mut expected = Vec::new();
        for (at, _) in text.char_indices() {
            let longest = names.iter().filter(|name| text[at..].starts_with(**name)).max_by_key(|name| name.len());
            expected.extend(longest.map(|name| (at, at + name.len())));
        }
        let mut found = Vec::new();
        lexicon.find(text, |hit| found.push((hit.start, hit.end)));
        assert_eq!(found, expected);
    }

    #[test]
    fn keys_forget_marks_and_dashes() {
        assert_eq!(key("中华人民共和国行政处罚法"), "行政处罚法");
        assert_eq!(key("法治政府建设实施纲要（2021－2025年）"), "法治政府建设实施纲要(2021-2025年)");
        assert_eq!(key("关于贯彻〈某法〉的“若干”意见"), "关于贯彻某法的若干意见");
        assert_eq!(years_of("纲要(2021-2025年)"), Some((2021, 2025)));
        assert_eq!(years_of("体系(2019年版)"), Some((2019, 2019)));
        assert_eq!(years_of("规则(试行)"), None);
        assert_eq!(without_years("纲要(2021-2025年)"), "纲要");
    }
}
