use crate::last_year::copies;
use crate::rules::{Context, Report, Rule, renewed_sections};
use crate::text::Span;
use crate::{Severity, say};

/// A paragraph or a section is last year's.
pub(super) static COPIED: Rule = Rule {
    id: "period/copied",
    severity: Severity::Hint,
    what: [
        "段落或问题、打算部分与上年报告几乎相同。",
        "A paragraph, or the part on problems or plans, is nearly the one of last year's report.",
    ],
    why: [
        "文字九成以上相同、数字全同的段落，和逐年不变的问题、打算，多为沿用上年文稿；段内仍写上年年份的更应核对。只在给出上年报告（--against）时核对。",
        "A paragraph with the same figures and nine words in ten, or problems and plans that never change, are likely to be last year's; the more so where last year's year still stands in it. Compared only where last year's report is given (--against).",
    ],
    bad: concat!(
        "上年报告:\n2024年，组织开展行政执法案卷评查，评查案卷320卷，对存在问题逐一反馈，督促执法单位限期整改，执法质量稳步提升。\n",
        "本年报告:\n2024年，组织开展行政执法案卷评查，评查案卷320卷，对存在问题逐一反馈，督促各执法单位限期整改，执法质量稳步提升。"
    ),
    good: concat!(
        "上年报告:\n2024年，组织开展行政执法案卷评查，评查案卷320卷，对存在问题逐一反馈，督促执法单位限期整改，执法质量稳步提升。\n",
        "本年报告:\n2025年，组织开展行政执法案卷评查，评查案卷356卷，对存在问题逐一反馈，督促各执法单位限期整改，执法质量稳步提升。"
    ),
    check,
};

fn check(cx: &mut Context) {
    let Some(last_year) = cx.last_year else { return };
    let Ok(past) = last_year.report_for(cx.draft) else { return };
    let (text, lang) = (cx.text(), cx.lang());
    let mut copied = 0;
    let mut told: Vec<Span> = Vec::new();
    for (id, span) in renewed_sections(text, cx.draft, cx.catalogue) {
        let Some(section) = past.sections.iter().find(|section| section.id == id && section.is_copied_by(span.of(text))) else { continue };
        copied += 1;
        told.push(span);
        let heading = cx.draft.outline.headings.iter().find(|heading| heading.body() == span).map_or(span, |heading| heading.line());
        let message = say!(
            lang,
            "这一部分与上年报告几乎相同，请核对是否沿用上年文稿",
            "this part is nearly the one of last year's report: is it last year's?"
        );
        let there = say!(lang, "上年报告的这一部分", "the part in last year's report");
        cx.report(&COPIED, Report::new(heading, message).related_in(last_year.name(), section.span, there));
    }
    let year = past.period.or(cx.draft.meta.period.map(|period| crate::draft::Period { year: period.year - 1, ..period }));
    for paragraph in copies::paragraphs(text, cx.draft) {
        if told.iter().any(|span| span.overlaps(paragraph.span)) {
            continue;
        }
        let Some(original) = past.copied.original(&paragraph) else { continue };
        let left = year.and_then(|year| left_over(&paragraph.text, &original.text, year.year));
        if left.is_none() && !paragraph.tells {
            continue;
        }
        copied += 1;
        let there = say!(lang, "上年报告的这一段", "the paragraph in last year's report");
        let report = match left {
            Some(at) => {
                let span = Span::new(paragraph.span.start as usize + at, paragraph.span.start as usize + at + YEAR);
                let words = span.of(text);
                let message = say!(
                    lang,
                    "这一段与上年报告几乎相同，还写着{words}，请核对是否沿用上年文稿",
                    "this paragraph is nearly the one of last year's report and still says {words}: is it last year's?"
                );
                Report::new(span, message).severity(Severity::Information)
            }
            None => Report::new(
                paragraph.span,
                say!(
                    lang,
                    "这一段与上年报告几乎相同，数字也全部相同，请核对是否沿用上年文稿",
                    "this paragraph is nearly the one of last year's report, with the same figures: is it last year's?"
                ),
            ),
        };
        cx.report(&COPIED, report.related_in(last_year.name(), original.span, there));
    }
    if let Some(compared) = &mut cx.facts.compared {
        compared.copied = copied;
    }
}

/// The bytes of `2024年`.
const YEAR: usize = "2024年".len();

/// Where a paragraph still speaks of the year that the report it was copied from reports on; titles and document numbers aside.
fn left_over(text: &str, original: &str, year: i16) -> Option<usize> {
    let words = format!("{year}年");
    let in_title = |at: usize| {
        let before = &text[..at];
        [("《", "》"), ("〔", "〕"), ("“", "”")].iter().any(|(open, close)| before.rfind(open) > before.rfind(close))
    };
    let own = |at: usize| {
        let (before, after) = (&text[..at], &text[at + words.len()..]);
        let range = before.ends_with(['—', '-', '至', '~', '–', '较', '比', '自', '从', '与']);
        !range && !after.starts_with(['底', '末', '起', '以', '印', '制', '出', '—', '-', '至'])
    };
    original.contains(&words).then(|| text.match_indices(&words).map(|(at, _)| at).find(|&at| !in_title(at) && own(at))).flatten()
}
