//! Pinyin and initials, by which Chinese writers look for things without leaving the Latin keyboard.

use pinyin::ToPinyin;

/// Words whose characters are read otherwise than alone.
const WORDS: &[(&str, &str)] = &[
    ("重大", "zhong da"),
    ("重点", "zhong dian"),
    ("调解", "tiao jie"),
    ("调处", "tiao chu"),
    ("调整", "tiao zheng"),
    ("行政", "xing zheng"),
    ("行动", "xing dong"),
    ("执行", "zhi xing"),
    ("银行", "yin hang"),
    ("行业", "hang ye"),
    ("应诉", "ying su"),
    ("应急", "ying ji"),
    ("应对", "ying dui"),
    ("为", "wei"),
    ("长", "zhang"),
    ("率", "lv"),
    ("会计", "kuai ji"),
    ("处罚", "chu fa"),
    ("证券", "zheng quan"),
    ("督查", "du cha"),
    ("给予", "ji yu"),
    ("参与", "can yu"),
    ("办理", "ban li"),
];

/// The reading of a text in letters, and the initials: `xingzhengfuyi`, `xzfy`. Letters and digits stay; marks go.
pub(super) fn reading(text: &str) -> (String, String) {
    let (mut full, mut initials) = (String::new(), String::new());
    let mut push = |syllable: &str| {
        full.push_str(syllable);
        initials.extend(syllable.chars().next());
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((word, syllables)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            syllables.split(' ').for_each(&mut push);
            rest = &rest[word.len()..];
            continue;
        }
        match c.to_pinyin() {
            Some(syllable) => push(&syllable.plain().replace('ü', "v")),
            None if c.is_ascii_alphanumeric() => push(c.to_ascii_lowercase().encode_utf8(&mut [0; 4])),
            None => {}
        }
        rest = &rest[c.len_utf8()..];
    }
    (full, initials)
}

/// The filter text of an item for what has been typed: it begins with that where the item can be meant by it. None where it cannot.
pub(super) fn filter(typed: &str, label: &str, keywords: &[String]) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for name in std::iter::once(label).chain(keywords.iter().map(String::as_str)) {
        let (full, initials) = reading(name);
        parts.extend([name.to_owned(), full, initials]);
    }
    if typed.is_empty() {
        return Some(parts.join(" "));
    }
    let wanted = typed.to_lowercase();
    let found = parts.iter().position(|part| part.starts_with(&wanted));
    match found {
        Some(found) => {
            parts.swap(0, found);
            // The client holds the very letters that were typed against the beginning.
            parts[0] = format!("{typed}{}", &parts[0][wanted.len()..]);
            Some(parts.join(" "))
        }
        None => parts.iter().any(|part| part.contains(&wanted)).then(|| format!("{typed} {}", parts.join(" "))),
    }
}

#[cfg(test)]
mod tests {
    use super::{filter, reading};

    #[test]
    fn readings_as_they_are_typed() {
        let expect = |text: &str, full: &str, initials: &str| assert_eq!(reading(text), (full.to_owned(), initials.to_owned()), "{text}");
        expect("行政复议", "xingzhengfuyi", "xzfy");
        expect("重大行政决策", "zhongdaxingzhengjuece", "zdxzjc");
        expect("人民调解", "renmintiaojie", "rmtj");
        expect("“12345”热线", "12345rexian", "12345rx");
        expect("突发事件应对", "tufashijianyingdui", "tfsjyd");
        expect("行政规范性文件", "xingzhengguifanxingwenjian", "xzgfxwj");
    }

    #[test]
    fn a_filter_begins_with_what_was_typed() {
        for typed in ["行政", "xingzh", "xzf", "XZ", "复议"] {
            let text = filter(typed, "行政复议", &["复议案件".to_owned()]).unwrap_or_default();
            assert!(text.starts_with(typed), "{typed}: {text}");
        }
        assert_eq!(filter("putong", "行政复议", &[]), None);
    }
}
