//! What follows the digits of a number.

use super::Scale;

/// What makes 千 and 百 the beginning of a unit or a word: 千瓦, 千米, 百分点, 百货.
const MEASURES: [char; 16] = ['瓦', '米', '克', '伏', '卡', '帕', '赫', '字', '分', '姓', '货', '方', '升', '安', '兆', '焦'];

/// What follows the digits: 余, 万, 亿, percent signs.
pub(in crate::draft::figures) struct Tail {
    pub(in crate::draft::figures) end: usize,
    pub(in crate::draft::figures) factor: i128,
    pub(in crate::draft::figures) more: bool,
    pub(in crate::draft::figures) scale: Scale,
}

impl Tail {
    pub(in crate::draft::figures) fn read(text: &str, at: usize) -> Self {
        let mut tail = Self { end: at, factor: 1, more: false, scale: Scale::Count };
        // What else follows a number scales nothing.
        if !text[at..].starts_with(['余', '多', '万', '千', '百', '亿', ' ', '%', '‰']) {
            return tail;
        }
        tail.take_more(text);
        for (word, factor) in [("万亿", 1_000_000_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000), ("亿", 100_000_000)]
        {
            if text[tail.end..].starts_with(word) {
                tail.end += word.len();
                tail.factor = factor;
                break;
            }
        }
        // 3千余人, 6百件; not 5千瓦, 2百分点.
        for (word, factor) in [("千", 1000), ("百", 100)] {
            let behind = text[tail.end..].strip_prefix(word).filter(|rest| tail.factor == 1 && !rest.starts_with(MEASURES));
            if behind.is_some() {
                tail.end += word.len();
                tail.factor = factor;
            }
        }
        tail.take_more(text);
        let rest = &text[tail.end..];
        let rest = if rest.starts_with(" %") { &rest[1..] } else { rest };
        for (sign, scale) in [("%", Scale::Percent), ("‰", Scale::PerMille)] {
            if rest.starts_with(sign) {
                tail.end = text.len() - rest.len() + sign.len();
                tail.scale = scale;
            }
        }
        tail
    }

    fn take_more(&mut self, text: &str) {
        if text[self.end..].starts_with(['余', '多']) && !text[self.end..].starts_with("余额") && !text[self.end..].starts_with("多元")
        {
            self.end += '余'.len_utf8();
            self.more = true;
        }
    }
}
