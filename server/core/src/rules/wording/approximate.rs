//! 余, 多, 左右: words for about behind a figure that is exact, or twice.

use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// `wording/approximate-number`
pub(super) static RULE: Rule = Rule {
    id: "wording/approximate-number",
    severity: Severity::Warning,
    what: ["概数用错：精确数后用“余”“多”，或“约……左右”叠用", "余 or 多 behind an exact figure, or two words for about"],
    why: [
        "“余”“多”只用在整十、整百等数之后；“约”与“左右”“余”表示同一意思，不叠用。",
        "余 and 多 follow round figures only; 约 and 左右 say the same.",
    ],
    bad: "开展培训18余次。\n",
    good: "开展培训20余次。\n",
    check,
};

/// What is counted: only in front of these are 余 and 多 words for about.
const COUNTED: &str = "次件个家起人名项场份处条户万元亩公年天篇期册幅辆批宗例部套吨米平千种本张";

const ABOUT: [&str; 7] = ["约", "近", "大约", "将近", "超过", "逾", "大概"];

fn check(cx: &mut Context) {
    let text = cx.text();
    let part = cx.draft.span;
    let base = part.start as usize;
    let mut found = Vec::new();
    for word in ["余", "多"] {
        for at in cx.places(word) {
            let at = base + at;
            let behind = &text[at + word.len()..];
            if !behind.starts_with(|c: char| COUNTED.contains(c)) {
                continue;
            }
            let Some(figure) = figure_before(&text[..at]) else { continue };
            let digits = &text[figure..at];
            let exact = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.ends_with('0')
                || digits.contains('.') && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            let line = digits.starts_with("123") && digits.len() == 5;
            let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && word == "多";
            let doubled = about_before(&text[..figure]);
            if exact && !line && !year {
                found.push((Span::new(figure, at + word.len()), Span::new(at, at + word.len()), word, false));
            } else if let Some(length) = doubled.filter(|_| digits.bytes().next().is_some_and(|byte| byte.is_ascii_digit())) {
                found.push((Span::new(figure - length, at + word.len()), Span::new(figure - length, figure), word, true));
            }
        }
    }
    for word in ["左右", "上下"] {
        for at in cx.places(word) {
            let at = base + at;
            let unit = text[..at]
                .chars()
                .rev()
                .take(4)
                .take_while(|c| COUNTED.contains(*c) || *c == '%' || *c == '亿')
                .map(char::len_utf8)
                .sum::<usize>();
            let Some(figure) = figure_before(&text[..at - unit]) else { continue };
            if let Some(length) = about_before(&text[..figure]) {
                found.push((Span::new(figure - length, at + word.len()), Span::new(at, at + word.len()), word, true));
            }
        }
    }
    let lang = cx.lang();
    for (span, cut, word, doubled) in found {
        let written = span.of(cx.text()).to_owned();
        let message = if doubled {
            say!(lang, "“{written}”概数词叠用", "“{written}” says about twice")
        } else {
            say!(lang, "“{written}”：精确数后不用“{word}”", "“{written}”: {word} does not follow an exact figure")
        };
        let gone = cut.of(cx.text()).to_owned();
        let severity = if doubled { Severity::Warning } else { Severity::Information };
        cx.report(&RULE, Report::new(span, message).severity(severity).suggest(say!(lang, "删去“{gone}”", "Delete “{gone}”"), cut, ""));
    }
}

/// The start of a figure that ends at the end of the text; 万, 千 and 百 may follow its digits.
fn figure_before(text: &str) -> Option<usize> {
    let digits = text.trim_end_matches(['万', '千', '百', '亿']);
    let start = digits.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    (start.len() < digits.len()).then_some(start.len())
}

/// The length of a word for about at the end of the text.
fn about_before(text: &str) -> Option<usize> {
    let word = ABOUT.iter().filter(|word| text.ends_with(**word)).max_by_key(|word| word.len())?;
    let before = text[..text.len() - word.len()].chars().next_back().unwrap_or('\n');
    // 近 is a word of its own only where no other word ends in it: 最近, 附近, 节约, 签约, 合约.
    (!"最附邻远靠接将大节签合制违公契预条婉超".contains(before)).then_some(word.len())
}
