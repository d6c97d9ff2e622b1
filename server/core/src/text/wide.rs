//! Characters of three bytes, which nearly all of a draft is made of, read without decoding; and sets of them.

/// The code point of a character of three bytes.
#[inline]
pub(crate) const fn code(a: u8, b: u8, c: u8) -> u32 {
    (a as u32 & 0x0F) << 12 | (b as u32 & 0x3F) << 6 | c as u32 & 0x3F
}

/// A set of numbers below 65,536: one bit for each.
#[derive(Clone, Debug)]
pub(crate) struct Bits([u64; 1 << 10]);

impl Default for Bits {
    fn default() -> Self {
        Self::new()
    }
}

impl Bits {
    /// No number.
    pub(crate) const fn new() -> Self {
        Self([0; 1 << 10])
    }

    /// The code points of characters of up to three bytes.
    pub(crate) const fn of(chars: &[char]) -> Self {
        let mut bits = Self::new();
        let mut at = 0;
        while at < chars.len() {
            bits.add(chars[at] as u32);
            at += 1;
        }
        bits
    }

    /// Adds a number, of which the lowest 16 bits count.
    pub(crate) const fn add(&mut self, number: u32) {
        self.0[(number >> 6 & 0x3FF) as usize] |= 1 << (number & 63);
    }

    /// Whether the code point of a character of three bytes is in it: as [`Bits::has`] of its [`code`], without putting the code together.
    #[inline]
    pub(crate) const fn has_char(&self, [a, b, c]: [u8; 3]) -> bool {
        let row = (a as usize & 0x0F) << 6 | b as usize & 0x3F;
        self.0[row] >> (c & 63) & 1 != 0
    }

    /// Whether a number, of which the lowest 16 bits count, is in it.
    #[inline]
    pub(crate) const fn has(&self, number: u32) -> bool {
        self.0[(number >> 6 & 0x3FF) as usize] & 1 << (number & 63) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_characters() {
        for c in ['ࠀ', '一', '办', '〇', '（', '\u{FFFD}'] {
            let mut bytes = [0; 3];
            c.encode_utf8(&mut bytes);
            assert_eq!(code(bytes[0], bytes[1], bytes[2]), c as u32, "{c}");
        }
    }

    #[test]
    fn a_set_holds_what_was_added() {
        let set = Bits::of(&['一', '万']);
        let has_char = |c: char| {
            let mut bytes = [0; 3];
            c.encode_utf8(&mut bytes);
            set.has_char(bytes)
        };
        assert!(('\u{800}'..='\u{FFFF}').all(|c| set.has(c as u32) == matches!(c, '一' | '万') && has_char(c) == set.has(c as u32)));
    }
}
