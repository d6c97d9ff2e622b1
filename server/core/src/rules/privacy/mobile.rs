use super::long_numbers;
use crate::draft::figures::units;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
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
const PUBLIC: &[&str] = &["热线", "举报", "监督", "咨询", "服务电话", "值班", "办公电话", "投诉", "公开电话", "专线"];

/// The groups in which a mobile number is written.
const GROUPS: &[&[usize]] = &[&[11], &[3, 4, 4], &[2, 3, 4, 4], &[13], &[2, 11]];

fn check(cx: &mut Context) {
    let text = cx.text();
    for number in long_numbers(cx) {
        let Span { start, .. } = number.span;
        let digits = number.digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&number.digits);
        let mobile = digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9');
        let before = &text[text.floor_char_boundary((start as usize).saturating_sub(45))..start as usize];
        // A sum of money or a count has a unit.
        let counted = || units::read(&text[number.span.end as usize..]).is_some();
        if mobile && GROUPS.contains(&number.groups.as_slice()) && !PUBLIC.iter().any(|word| before.contains(word)) && !counted() {
            let message =
                say!(cx.lang(), "疑为个人手机号码，公开前请核对", "This seems to be a private mobile number: check it before publication");
            cx.report(&MOBILE, Report::new(number.span, message));
        }
    }
}
