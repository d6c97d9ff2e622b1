//! Numbers of lists in the forms that Word writes them in (`w:numFmt`, ECMA-376 part 1, 17.18.59).

/// A run of characters that counts from 1, one character a number.
const SERIES: &[(&str, &str)] = &[
    ("decimalEnclosedCircle", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    ("decimalEnclosedCircleChinese", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    ("decimalEnclosedFullstop", "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    ("decimalEnclosedParen", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    ("ideographEnclosedCircle", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    ("ideographTraditional", "甲乙丙丁戊己庚辛壬癸"),
    ("ideographZodiac", "子丑寅卯辰巳午未申酉戌亥"),
];

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];

/// The number in the form, and whether the form is known; unknown forms give plain digits.
pub(super) fn render(form: &str, n: u32) -> (String, bool) {
    let text = match form {
        "decimal" | "decimalHalfWidth" | "" => n.to_string(),
        "decimalZero" => format!("{n:02}"),
        "numberInDash" => format!("- {n} -"),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(n),
        "none" | "bullet" => String::new(),
        "chineseCounting" | "taiwaneseCounting" if n >= 100 => digit_wise(n, '○'),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => digit_wise(n, '〇'),
        "chineseCounting" | "chineseCountingThousand" | "taiwaneseCounting" | "taiwaneseCountingThousand" | "japaneseCounting" => {
            counting(n, &DIGITS, ["十", "百", "千"], true)
        }
        "chineseLegalSimplified" => counting(n, &LEGAL, ["拾", "佰", "仟"], false),
        "ideographLegalTraditional" | "japaneseLegal" => counting(n, &LEGAL_TRADITIONAL, ["拾", "佰", "仟"], false),
        "upperLetter" => letters(n, b'A'),
        "lowerLetter" => letters(n, b'a'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        _ => {
            let series = SERIES.iter().find(|(name, _)| *name == form);
            let one = series.and_then(|(_, all)| all.chars().nth(n.checked_sub(1)? as usize));
            // Word falls back to digits beyond a series' end.
            return (one.map_or_else(|| n.to_string(), String::from), series.is_some());
        }
    };
    (text, true)
}

fn full_width(n: u32) -> String {
    let wide = |c: char| char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c);
    n.to_string().chars().map(wide).collect()
}

fn digit_wise(n: u32, zero: char) -> String {
    let digit = |c: char| match c.to_digit(10) {
        Some(0) | None => zero,
        Some(d) => DIGITS[d as usize],
    };
    n.to_string().chars().map(digit).collect()
}

/// 一百零一, with 十 for 一十 at the start where `short_ten` says so.
fn counting(n: u32, digits: &[char; 10], units: [&str; 3], short_ten: bool) -> String {
    if n == 0 {
        return "零".into();
    }
    if n > 9999 {
        return n.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for power in (0..4u32).rev() {
        let digit = n / 10u32.pow(power) % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        let bare_ten = short_ten && power == 1 && digit == 1 && text.is_empty();
        if !bare_ten {
            text.push(digits[digit as usize]);
        }
        if power > 0 {
            text.push_str(units[power as usize - 1]);
        }
    }
    text
}

/// A … Z, AA, BB, …: Word repeats the letter.
fn letters(n: u32, first: u8) -> String {
    let Some(n) = n.checked_sub(1) else {
        return String::new();
    };
    let letter = char::from(first + (n % 26) as u8);
    std::iter::repeat_n(letter, (n / 26 + 1).min(8) as usize).collect()
}

const ROMAN: &[(u32, &str)] = &[
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

fn roman(mut n: u32) -> String {
    if n > 3999 {
        return n.to_string();
    }
    let mut text = String::new();
    for (value, sign) in ROMAN {
        while n >= *value {
            text.push_str(sign);
            n -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn forms() {
        for (form, n, expected) in [
            ("decimal", 12, "12"),
            ("chineseCounting", 1, "一"),
            ("chineseCounting", 10, "十"),
            ("chineseCounting", 12, "十二"),
            ("chineseCounting", 20, "二十"),
            ("chineseCounting", 100, "一○○"),
            ("chineseCountingThousand", 101, "一百零一"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("japaneseCounting", 21, "二十一"),
            ("chineseLegalSimplified", 13, "壹拾叁"),
            ("ideographTraditional", 3, "丙"),
            ("decimalEnclosedCircle", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "21"),
            ("decimalFullWidth", 10, "１０"),
            ("upperLetter", 27, "AA"),
            ("lowerRoman", 4, "iv"),
            ("decimalZero", 3, "03"),
        ] {
            assert_eq!(render(form, n), (expected.to_owned(), true), "{form} {n}");
        }
        assert_eq!(render("klingon", 3), ("3".into(), false));
    }
}
