use super::sample::sample;
use super::{item, profile};
use crate::review::MandatedState;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// A mandated item is not there.
pub(super) static MISSING_SECTION: Rule = Rule {
    id: "structure/missing-section",
    severity: Severity::Error,
    what: ["年度报告缺少规定必须报告的内容。", "The yearly report lacks an item that the rule mandates."],
    why: [
        "《法治政府建设与责任落实督察工作规定》（2019年4月15日起施行）第二十五条列出年度报告的内容：上一年度的主要举措和成效、存在的不足和原因、党政主要负责人履行第一责任人职责情况、下一年度的主要安排。2019年度为首个适用年度，缺项为警告；功能区、乡镇、街道参照执行，只作提示。",
        "Article 25 of the Provisions on the Supervision of Building a Rule-of-Law Government (in force since 15 April 2019) lists what a yearly report must hold: measures and results, shortcomings and their causes, how the principal leaders fulfilled their duty, and the plans for the next year. For 2019, the first year, a missing item is a warning; functional zones, towns and subdistricts follow the rule by analogy.",
    ],
    bad: sample!(problems: ""),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let Some(profile) = profile(cx) else { return hint_at_silence(cx, false) };
    let meta = &cx.draft.meta;
    let Some(duty) = profile.duty(meta.period.map_or(i16::MAX, |period| period.year), meta.lenient()) else {
        return hint_at_silence(cx, true);
    };
    // An excerpt, or a draft that is being written: what is missing may still come.
    let severity = if meta.breaks_off || meta.period.is_none() { duty.min(Severity::Information) } else { duty };
    let lang = cx.lang();
    let place = meta.title.unwrap_or_else(|| first_line(cx));
    for missing in cx.facts.mandated.clone().into_iter().filter(|item| item.state == MandatedState::Missing) {
        let basis = profile.basis(lang);
        let title = &missing.title;
        let message = say!(lang, "缺少法定内容“{title}”（{basis}）", "The mandated item “{title}” is missing ({basis})");
        let mut report = Report::new(place, message).severity(severity);
        if let Some(at) = missing.insert_at {
            report = report.related(Span::at(at as usize), say!(lang, "可在此处补写", "It can be inserted here"));
        }
        cx.report(&MISSING_SECTION, report);
    }
}

/// Reports that nothing binds: a hint where they name neither problems nor plans.
fn hint_at_silence(cx: &mut Context, recognised: bool) {
    let (Some(problems), Some(plan), true) = (item(cx, "problems"), item(cx, "plan"), recognised) else { return };
    let text = cx.text();
    let body = super::mandated::body(cx.draft).of(text);
    let named = |item: &crate::catalogue::profiles::Item| {
        item.places(body).next().is_some() || cx.draft.outline.headings.iter().any(|heading| item.fits_heading(heading.title.of(text)))
    };
    if !named(problems) && !named(plan) && !cx.draft.meta.breaks_off {
        let place = cx.draft.meta.title.unwrap_or_else(|| first_line(cx));
        let message = say!(cx.lang(), "全文既未写存在的问题，也未写下一步打算", "The report names neither problems nor plans");
        cx.report(&MISSING_SECTION, Report::new(place, message).severity(Severity::Hint));
    }
}

/// The first line of the draft, where it has no title to point at.
fn first_line(cx: &Context) -> Span {
    let text = cx.draft.span.of(cx.text());
    let skipped = text.len() - text.trim_start().len();
    let end = text[skipped..].find(['\n', '\r', '。', ',']).map_or(text.len(), |at| skipped + at);
    let start = cx.draft.span.start as usize;
    Span::new(start + skipped, start + end)
}
