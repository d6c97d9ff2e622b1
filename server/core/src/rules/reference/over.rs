//! What is no longer in force: replaced, repealed, its years over, renamed.

use super::judge::{is_national, sentence, speaks_of_past};
use super::{Verdict, judged, wrong_title};
use crate::catalogue::references::{Entry, EntryKind, key, years_of};
use crate::draft::citations::Form;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// `reference/superseded`
pub(super) static SUPERSEDED: Rule = Rule {
    id: "reference/superseded",
    severity: Severity::Warning,
    what: ["引用的法律、文件在报告期末已被新的取代", "A law or document that another one has replaced by the end of the report's period"],
    why: [
        "引用以报告期为准：被取代的法律、文件不再是行政行为的依据。“原”“修订前”“废止”“清理”等语境不报。",
        "References are judged as of the report's period. What speaks of the past (原, 废止, 清理) is left alone.",
    ],
    bad: "某县2023年法治政府建设工作总结\n一、主要做法\n严格执行《中华人民共和国合同法》,审查合同12件。\n",
    good: "某县2023年法治政府建设工作总结\n一、主要做法\n严格执行《中华人民共和国民法典》,审查合同12件。\n",
    check: |cx| report(cx, &SUPERSEDED, |entry, successor| !timed(entry) && entry.kind != EntryKind::Institution && successor),
};

/// `reference/repealed`
pub(super) static REPEALED: Rule = Rule {
    id: "reference/repealed",
    severity: Severity::Warning,
    what: ["引用的法律、文件在报告期末已经废止", "A law or document that was repealed by the end of the report's period"],
    why: [
        "引用以报告期为准：已废止的法律、文件不再是行政行为的依据。“废止”“清理”等语境不报。",
        "References are judged as of the report's period. Lists of what was repealed are left alone.",
    ],
    bad: "某县2025年法治政府建设工作总结\n一、主要做法\n依据《全民所有制工业企业厂长工作条例》加强管理。\n",
    good: "某县2025年法治政府建设工作总结\n一、主要做法\n开展清理,《全民所有制工业企业厂长工作条例》已经废止。\n",
    check: |cx| report(cx, &REPEALED, |entry, successor| !timed(entry) && entry.kind != EntryKind::Institution && !successor),
};

/// `reference/plan-over`
pub(super) static PLAN_OVER: Rule = Rule {
    id: "reference/plan-over",
    severity: Severity::Warning,
    what: ["引用的规划、纲要或专项行动在报告期末已经到期", "A plan or campaign whose years are over by the end of the report's period"],
    why: [
        "规划、纲要、专项行动有年限，到期后不再作为当年工作的依据；总结、收官、验收等语境不报。",
        "Plans and campaigns have their years. What looks back on them is left alone.",
    ],
    bad: "某县2022年法治政府建设工作总结\n一、主要做法\n对照《法治政府建设实施纲要（2015—2020年）》抓好落实。\n",
    good: "某县2022年法治政府建设工作总结\n一、主要做法\n对照《法治政府建设实施纲要（2021—2025年）》抓好落实。\n",
    check: |cx| {
        report(cx, &PLAN_OVER, |entry, _| timed(entry));
        by_its_own_years(cx);
    },
};

/// `reference/renamed-institution`
pub(super) static RENAMED: Rule = Rule {
    id: "reference/renamed-institution",
    severity: Severity::Warning,
    what: ["机构在报告期末已经改名或撤并", "An institution that had been renamed or merged by the end of the report's period"],
    why: [
        "机构改革后以新名称行使职权；地方改革时间不一，地方机构只作提示。“原××局”、改革的叙述不报。",
        "After a reform the new name is used. Local reforms differ in time, so local names are only a hint.",
    ],
    bad: "某县2020年法治政府建设工作总结\n一、主要做法\n会同县安监局开展联合执法。\n",
    good: "某县2020年法治政府建设工作总结\n一、主要做法\n会同县应急管理局(原安监局)开展联合执法。\n",
    check: |cx| report(cx, &RENAMED, |entry, _| entry.kind == EntryKind::Institution),
};

/// A plan that no row has, whose own title says that its years are over, and which is still carried out.
fn by_its_own_years(cx: &mut Context) {
    const CARRIED_OUT: [&str; 9] = ["落实", "实施", "执行", "贯彻", "按照", "对照", "依据", "根据", "推进"];
    let lang = cx.lang();
    for (citation, judgement) in judged(cx) {
        let (Some(title), Form::Marked, Verdict::Unknown, Some(as_of)) =
            (citation.title, citation.form, judgement.verdict, judgement.as_of)
        else {
            continue;
        };
        let Some((first, last)) = years_of(&key(title.of(cx.text()))) else { continue };
        let (before, after) = sentence(cx.text(), citation);
        let looks_back = speaks_of_past(before, after) || ["期间", "以来", "年印发"].iter().any(|word| before.contains(word));
        if first >= last || last >= as_of.past.year || looks_back || !CARRIED_OUT.iter().any(|verb| before.ends_with(verb)) {
            continue;
        }
        if wrong_title::meant(cx.text(), &cx.catalogue.references, citation, &judgement).is_some() {
            continue;
        }
        let message =
            say!(lang, "名称所载年限到{last}年，报告期内已过", "The years in its title ended in {last}, before the report's period");
        cx.report(&PLAN_OVER, Report::new(citation.span, message).severity(Severity::Information).deprecated());
    }
}

/// Whether an institution is one of the state, going by its name.
fn of_the_state(entry: &Entry) -> bool {
    ["国家", "国务院", "中国", "中央"].iter().any(|word| entry.title.starts_with(word))
        || entry.title.ends_with("总局")
        || entry.title.ends_with('部')
}

fn timed(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Plan | EntryKind::Campaign)
}

fn report(cx: &mut Context, rule: &'static Rule, ours: impl Fn(&Entry, bool) -> bool) {
    let lang = cx.lang();
    for (citation, judgement) in judged(cx) {
        let (Verdict::Over { successor }, Some(severity), Some(row)) = (judgement.verdict, judgement.severity, judgement.entry) else {
            continue;
        };
        let references = &cx.catalogue.references;
        let entry = references.entry(row);
        if !ours(entry, successor.is_some()) || citation.form == Form::Short {
            continue;
        }
        let since = entry.to.map(|to| to.to_string()).unwrap_or_default();
        let marked =
            |entry: &Entry| if entry.kind.is_document() { format!("《{}》", entry.title) } else { format!("“{}”", entry.title) };
        let name = marked(entry);
        let next = successor.map(|row| references.entry(row));
        // What comes next may not be there yet on the day of the report.
        let to_come = next.filter(|next| judgement.as_of.is_some_and(|as_of| !next.issued_by(as_of.report)));
        let next = if to_come.is_some() { None } else { next };
        let local = entry.kind == EntryKind::Institution && !is_national(entry, citation, cx.text());
        let message = match (entry.kind, next) {
            (EntryKind::Institution, Some(next)) if local && of_the_state(entry) => say!(
                lang,
                "国家层面的{name}已于{since}改革，现为{}；地方机构请核对现名",
                "{name} of the state was reformed on {since}, now {}; check the local body's name",
                marked(next)
            ),
            (EntryKind::Institution, Some(next)) if local => say!(
                lang,
                "地方机构改革（{since}前基本完成）中{name}已改为{}，请核对现名",
                "In the local reforms (done by about {since}) {name} became {}; check the body's name",
                marked(next)
            ),
            (EntryKind::Plan | EntryKind::Campaign, Some(next)) => {
                say!(lang, "{name}期限到{since}，现为{}", "{name} ran until {since}; now {}", marked(next))
            }
            (EntryKind::Plan | EntryKind::Campaign, None) => say!(lang, "{name}期限到{since}", "{name} ran until {since}"),
            (_, Some(next)) => say!(lang, "{name}已于{since}失效，现为{}", "{name} ended on {since}; now {}", marked(next)),
            (_, None) => match to_come {
                Some(_) => say!(lang, "{name}已于{since}失效", "{name} ended on {since}"),
                None => say!(lang, "{name}已于{since}废止", "{name} was repealed on {since}"),
            },
        };
        let mut report = Report::new(citation.span, message).severity(severity).deprecated();
        if let (Some(next), Form::Marked, Some(title)) = (next, citation.form, citation.title)
            && citation.number.is_none()
        {
            let title_text = if title.of(cx.text()).starts_with("中华人民共和国") { next.title.as_ref() } else { next.short() };
            report = report.suggest(say!(lang, "改为《{title_text}》", "Replace by 《{title_text}》"), title, title_text);
        }
        cx.report(rule, report);
    }
}
