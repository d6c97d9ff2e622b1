use super::long_numbers;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// A private mobile number.
pub(super) static MOBILE: Rule = Rule {
    id: "privacy/mobile",
    severity: Severity::Hint,
    what: ["正文中有手机号码。", "The text holds a mobile number."],
    why: [
        "手机号码属个人信息，公开前应核对是否需要；热线、举报和咨询电话不报。",
        "Mobile numbers are personal information; hotlines are not marked.",
    ],
    bad: "申请人张某，电话13800138000。\n",
    good: "监督举报热线：13800138000。\n",
    check,
};

/// What stands in front of a number that is meant to be public.
const PUBLIC: &[&str] = &["热线", "举报", "监督", "咨询", "服务电话", "值班", "办公电话", "投诉", "公开电话"];

fn check(cx: &mut Context) {
    let text = cx.text();
    for span in long_numbers(cx) {
        let number = span.of(text);
        let mobile = number.len() == 11 && number.starts_with('1') && matches!(number.as_bytes()[1], b'3'..=b'9');
        let before = &text[text.floor_char_boundary((span.start as usize).saturating_sub(45))..span.start as usize];
        if mobile && !PUBLIC.iter().any(|word| before.contains(word)) {
            let message =
                say!(cx.lang(), "疑为个人手机号码，公开前请核对", "This seems to be a private mobile number: check it before publication");
            cx.report(&MOBILE, Report::new(span, message));
        }
    }
}
