use super::profile;
use super::sample::sample;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// Title and signature name different bodies.
pub(super) static SIGNATURE: Rule = Rule {
    id: "structure/signature",
    severity: Severity::Warning,
    what: ["标题中的机关与落款机关不一致。", "Title and signature name different bodies."],
    why: [
        "报告机关应与落款一致（《党政机关公文格式》7.3.5）；不一致多因套用其他单位的文稿。",
        "The body in the title signs the report (GB/T 9704, 7.3.5); a different one shows that another office's text was used.",
    ],
    bad: sample!(tail: "白水县人民政府\n2024年2月20日\n"),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let (Some(_), Some(span), Some(issuer)) = (profile(cx), cx.draft.meta.signature, &cx.draft.meta.issuer) else { return };
    let text = cx.text();
    let (signed, named) = (span.of(text).trim(), issuer.name.as_str());
    let in_title = cx.draft.meta.title.is_some_and(|title| title.of(text).contains(named));
    let bare = |name: &str| name.trim_end_matches("人民政府").trim_end_matches("委员会").to_owned();
    let (left, right) = (bare(named), bare(signed));
    // Only bodies that do not even share the name of a place are certainly different.
    let shared = |a: &str, b: &str| a.chars().zip(a.chars().skip(1)).any(|(x, y)| b.contains(&format!("{x}{y}")));
    let local = ["县", "市", "区", "镇", "乡", "旗", "街道"].iter().any(|end| left.contains(end))
        && ["县", "市", "区", "镇", "乡", "旗", "街道"].iter().any(|end| right.contains(end));
    if !in_title || !local || shared(&left, &right) {
        return;
    }
    let message = say!(cx.lang(), "标题机关是“{named}”，落款是“{signed}”", "The title names “{named}”, the signature “{signed}”");
    let mut report = Report::new(span, message);
    if let Some(title) = cx.draft.meta.title {
        report = report.related(title, say!(cx.lang(), "标题", "The title"));
    }
    cx.report(&SIGNATURE, report);
}
