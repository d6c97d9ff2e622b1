//! Traditional characters and their simplified ones, one to one.

use super::wide::Bits;
use std::sync::LazyLock;

const PAIRS: &str = include_str!("../../data/traditional.txt");
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9FFF;

static TABLE: LazyLock<Traditional> = LazyLock::new(|| {
    let (mut table, mut changes) = (vec![0u16; (LAST - FIRST + 1) as usize], Bits::new());
    for line in PAIRS.lines().filter(|line| !line.starts_with('#')) {
        let mut chars = line.chars();
        while let (Some(from), Some(to)) = (chars.next(), chars.next()) {
            let (from, to) = (from as u32, to as u32);
            if let (FIRST..=LAST, Ok(to)) = (from, u16::try_from(to)) {
                table[(from - FIRST) as usize] = to;
                changes.add(from);
            }
        }
    }
    Traditional { table: table.into_boxed_slice(), changes }
});

/// What becomes of traditional characters.
pub(super) struct Traditional {
    /// Simplified characters by the code point of the traditional one, from U+3400 to U+9FFF; 0 where there is none.
    table: Box<[u16]>,
    /// The traditional characters: a run of text that stays as it is asks no more than whether one is among them.
    changes: Bits,
}

impl Traditional {
    /// The table, to be fetched once before a loop over characters.
    pub(super) fn load() -> &'static Self {
        &TABLE
    }

    /// The length of the run of characters at the start of the bytes that stay as they are, whatever stands around them: Chinese characters
    /// that have no simplified one, letters, digits and marks. Blanks, line ends and brackets hang on what stands beside them.
    pub(super) fn unchanged(&self, bytes: &[u8]) -> usize {
        let mut at = 0;
        loop {
            // U+4000 to U+9FFF, all in the table.
            let (chars, _) = bytes[at..].as_chunks();
            let stays = |&char: &[u8; 3]| matches!(char[0], 0xE4..=0xE9) && !self.changes.has_char(char);
            at += 3 * chars.iter().position(|char| !stays(char)).unwrap_or(chars.len());
            at += match bytes[at..] {
                [b'!'..=b'\'' | b')'..=b'~', ..] => 1,
                // 。、《》【】〔〕 and their kin, bar 「」『』; — ‘’ “” ….
                [0xE3, 0x80, 0x81..=0x8B | 0x90..=0x9F, ..] | [0xE2, 0x80, 0x94 | 0x98 | 0x99 | 0x9C | 0x9D | 0xA6, ..] => 3,
                // Anything else, a traditional character among it.
                _ => return at,
            }
        }
    }

    /// The simplified character, or the character itself. It has the same length in UTF-8 and UTF-16.
    pub(super) fn simplify(&self, c: char) -> char {
        let code = c as u32;
        if !(FIRST..=LAST).contains(&code) {
            return c;
        }
        match self.table[(code - FIRST) as usize] {
            0 => c,
            to => char::from_u32(u32::from(to)).unwrap_or(c),
        }
    }
}
