use crate::catalogue::IssuerKind;
use crate::catalogue::profiles::Deadline;
use crate::rules::structure::profile;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// The report is dated after it was due.
pub(super) static LATE: Rule = Rule {
    id: "period/late",
    severity: Severity::Hint,
    what: ["成文日期晚于法定的报送或公开期限。", "The report is dated after the day by which it had to be filed or published."],
    why: [
        "《法治政府建设与责任落实督察工作规定》第二十三条、第二十四条：每年3月1日前报送，4月1日前向社会公开（2019年度起）。",
        "Articles 23 and 24 of the Provisions on Supervision: filed before 1 March, published before 1 April of the following year (since the reports on 2019).",
    ],
    bad: "青山县2023年法治政府建设情况报告\n一、主要举措和成效\n规范行政执法。\n\n青山县人民政府\n2024年5月20日\n",
    good: "青山县法治政府建设工作总结\n一、主要做法\n规范行政执法。\n\n青山县人民政府\n2024年2月20日\n",
    check,
};

fn check(cx: &mut Context) {
    let meta = &cx.draft.meta;
    let (Some(profile), Some((date, span)), Some(period)) = (profile(cx), meta.date_line, meta.period) else { return };
    let due = |filed| profile.deadline(period.year, filed);
    let passed = |deadline: &&Deadline| (date.year, date.month, date.day) >= (period.year + 1, deadline.month, deadline.day);
    // Zones and subdistricts are not named by the rule; provinces and ministries file when they publish.
    let kind = meta.issuer.as_ref().and_then(|issuer| issuer.kind);
    let earlier = matches!(kind, Some(IssuerKind::City | IssuerKind::County | IssuerKind::Department | IssuerKind::Township));
    let published = due(false).filter(passed);
    let Some(deadline) = published.or_else(|| due(true).filter(passed).filter(|_| earlier)) else { return };
    if date.year > period.year + 2 {
        return;
    }
    let lang = cx.lang();
    let rule = deadline.text(lang);
    let message = match deadline.filed {
        false => say!(lang, "成文日期{date}已过公开期限（{rule}）", "Dated {date}, after the report was due to be published ({rule})"),
        true => say!(lang, "成文日期{date}已过报送期限（{rule}）", "Dated {date}, after the report was due to be filed ({rule})"),
    };
    cx.report(&LATE, Report::new(span, message));
}
