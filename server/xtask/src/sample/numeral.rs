//! Numbers of headings.

/// A number in Chinese, as headings have it: 十二, 一百零三, 三千三百.
pub(super) fn numeral(number: usize) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut out = String::new();
    let mut gap = false;
    for (place, unit) in [(10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / place % 10;
        if digit == 0 {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push('零');
        }
        gap = false;
        if !(place == 10 && digit == 1 && out.is_empty()) {
            out.push(DIGITS[digit]);
        }
        out += unit;
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_headings_have_it() {
        let written: Vec<String> = [1, 10, 12, 20, 103, 110, 1010, 3333].map(super::numeral).into();
        assert_eq!(written, ["一", "十", "十二", "二十", "一百零三", "一百一十", "一千零一十", "三千三百三十三"]);
    }
}
