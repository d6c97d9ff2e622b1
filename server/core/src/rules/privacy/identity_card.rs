use super::long_numbers;
use crate::draft::Date;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// An identity-card number.
pub(super) static IDENTITY_CARD: Rule = Rule {
    id: "privacy/identity-card",
    severity: Severity::Hint,
    what: ["正文中有身份证号码（校验码正确）。", "The text holds an identity-card number with a right checksum."],
    why: [
        "报告要向社会公开，公民身份号码属个人敏感信息（个人信息保护法第二十八条），公开前应删除。校验码按GB 11643计算。",
        "The report will be published; identity numbers are sensitive personal information. The checksum follows GB 11643.",
    ],
    bad: "身份证号：110101199003077491。\n",
    good: "编号：110101199003077492。\n",
    check,
};

fn check(cx: &mut Context) {
    for number in long_numbers(cx) {
        if is_identity_number(&number.digits) {
            let message =
                say!(cx.lang(), "疑为身份证号码，公开前请删除", "This seems to be an identity-card number: take it out before publication");
            cx.report(&IDENTITY_CARD, Report::new(number.span, message));
        }
    }
}

/// The first two digits: the provinces of GB/T 2260, Taiwan and the two codes of its residents' permits, Hong Kong and Macao.
const PROVINCES: &[&str] = &[
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50",
    "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
];

/// Eighteen characters, a province, a day of birth that exists, and the checksum of GB 11643.
pub(super) fn is_identity_number(number: &str) -> bool {
    let part = |from: usize, to: usize| number.get(from..to).and_then(|digits| digits.parse::<i16>().ok());
    if number.len() != 18 || !number.get(..2).is_some_and(|province| PROVINCES.contains(&province)) {
        return false;
    }
    let (Some(year), Some(month), Some(day)) = (part(6, 10), part(10, 12), part(12, 14)) else { return false };
    let born = Date::new(year, month as u8, day as u8).is_some_and(|date| (1900..=2100).contains(&date.year));
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = number.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    born && "10X98765432".chars().nth(sum as usize % 11) == number.chars().next_back().map(|c| c.to_ascii_uppercase())
}
