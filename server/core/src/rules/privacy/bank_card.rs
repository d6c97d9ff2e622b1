use super::identity_card::is_identity_number;
use super::long_numbers;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// A bank-card number.
pub(super) static BANK_CARD: Rule = Rule {
    id: "privacy/bank-card",
    severity: Severity::Hint,
    what: ["正文中有银行卡号（校验码正确）。", "The text holds a bank-card number with a right checksum."],
    why: [
        "银行卡号属个人敏感信息，公开前应删除。只认62开头、16至19位、校验码（Luhn）正确的号码。",
        "Bank-card numbers are sensitive. Only numbers of 16 to 19 digits that begin with 62 and have a right Luhn checksum are marked.",
    ],
    bad: "收款账号6222021234567890128。\n",
    good: "订单号6222021234567890129。\n",
    check,
};

fn check(cx: &mut Context) {
    for number in long_numbers(cx) {
        let digits = &number.digits;
        // 62 is also the province (甘肃) of identity cards.
        if (16..=19).contains(&digits.len()) && digits.starts_with("62") && luhn(digits) && !is_identity_number(digits) {
            let message =
                say!(cx.lang(), "疑为银行卡号，公开前请删除", "This seems to be a bank-card number: take it out before publication");
            cx.report(&BANK_CARD, Report::new(number.span, message));
        }
    }
}

fn luhn(number: &str) -> bool {
    let digits = number.bytes().rev().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let sum: u32 = digits.enumerate().map(|(at, digit)| if at.is_multiple_of(2) { digit } else { digit * 2 / 10 + digit * 2 % 10 }).sum();
    number.bytes().all(|byte| byte.is_ascii_digit()) && sum.is_multiple_of(10)
}
