use crate::rules::structure::{mandated, profile};
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use memchr::memmem;

/// A paragraph speaks of last year as of the year reported on.
pub(super) static LEFTOVER_YEAR: Rule = Rule {
    id: "period/leftover-year",
    severity: Severity::Information,
    what: ["段首写上一年，可能是沿用上年文稿。", "A paragraph speaks of last year as if it were the year reported on."],
    why: [
        "报告的成效写报告年度；段首为上一年且没有比较、制定文件等说明时，多为上年文稿留下的。",
        "The account is on the year reported on; last year at the head of a paragraph, with no comparison, is left from last year's text.",
    ],
    bad: "青山县2023年法治政府建设情况报告\n一、主要举措和成效\n2022年，全县办理行政复议案件，规范行政执法。\n",
    good: "青山县法治政府建设工作总结\n一、主要做法\n2023年，全县办理行政复议案件，规范行政执法。\n",
    check,
};

/// What stands behind the year, or in front of it, where the sentence is the report's own account.
const SUBJECTS: [&str; 16] =
    ["全县", "全市", "全区", "全州", "全旗", "全省", "全镇", "全局", "我县", "我市", "我区", "我州", "我旗", "我局", "我镇", "我街道"];

/// What makes last year's year right: comparisons, the making of documents, spans of time.
const COMPARED: [&str; 22] = [
    "同比", "较", "相比", "增长", "印发", "制定", "出台", "以来", "起", "《", "至", "上年", "去年", "底", "末", "启动", "被", "获", "荣",
    "评为", "通报", "整改",
];

fn check(cx: &mut Context) {
    let (Some(_), Some(period)) = (profile(cx), cx.draft.meta.period) else { return };
    let (text, lang) = (cx.text(), cx.lang());
    let body = mandated::body(cx.draft);
    let words = body.of(text);
    let (year, last) = (period.year, period.year - 1);
    let first_heading = cx.draft.outline.main().next().map_or(body.end, |(_, heading)| heading.marker.start);
    let opening = first_heading.saturating_sub(body.start) as usize;
    let mut found = Vec::new();
    let name = format!("{last}年");
    for at in memmem::find_iter(words.as_bytes(), &name) {
        let (before, after) = (&words[..at], &words[at + name.len()..]);
        let head = before.trim_end_matches([' ', '\t']);
        let subject = SUBJECTS.iter().find_map(|subject| head.strip_suffix(subject));
        let rest = subject.unwrap_or(head).trim_end_matches(',').trim_end_matches([' ', '\t']);
        let opens_line = rest.ends_with(['\n', '\r']);
        let told = after.trim_start_matches('度').trim_start_matches(',');
        let counted = told.starts_with("共") || told.starts_with("全年") || told.starts_with("累计");
        let own = counted || subject.is_none() && SUBJECTS.iter().any(|subject| told.starts_with(subject)) && told.len() < after.len();
        let own = own || subject.is_none() && SUBJECTS.iter().any(|subject| after.starts_with(subject));
        let sentence = after.split(['。', '\n']).next().unwrap_or_default();
        // 2022年以来 at the very beginning of a report on 2023 is last year's first sentence.
        let since = at < opening
            && opens_line
            && subject.is_none()
            && sentence
                .strip_prefix("以来")
                .is_some_and(|rest| SUBJECTS.iter().any(|subject| rest.trim_start_matches(',').starts_with(subject)));
        if !(since || opens_line && own) {
            continue;
        }
        let compared =
            COMPARED.iter().any(|word| sentence.contains(word)) || sentence.contains(&year.to_string()) || sentence.contains("今年");
        if since || !compared {
            found.push(Span::new(body.start as usize + at, body.start as usize + at + 4));
        }
    }
    for span in found {
        let message = say!(
            lang,
            "报告年度为{year}年，段首写的是{last}年，请核对是否沿用上年文稿",
            "The report is on {year}, this paragraph speaks of {last}: left from last year?"
        );
        cx.report(&LEFTOVER_YEAR, Report::new(span, message));
    }
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Settings};

    #[test]
    fn only_an_account_of_last_year_is_told() {
        let told = |opening: &str, words: &str| {
            let text = format!("青禾县2023年法治政府建设情况报告\n{opening}\n一、2023年主要举措和成效\n{words}\n");
            Engine::new(Settings::default()).review(&text).findings.iter().any(|finding| finding.rule == "period/leftover-year")
        };
        let opening = "2023年，我县推进法治政府建设。";
        for words in [
            "2022年，全县规范行政执法。",
            "我县2022年累计办理行政复议案件68件。",
            "2022年共办理行政复议案件68件。",
            "2022年度，全市开展执法检查。",
        ] {
            assert!(told(opening, words), "{words}");
        }
        assert!(told("2022年以来，我县推进法治政府建设。", "规范行政执法。"));
        for words in [
            "2022年，全县办理68件，2023年办理75件。",
            "2022年以来，全县开展专项整治。",
            "2022年，我县被评为示范县。",
            "与2022年相比，全县案件下降。",
            "全面落实2022年全县依法治县工作会议精神。",
            "2022年印发的方案继续实施。",
            "2022年底，全县完成改革。",
        ] {
            assert!(!told(opening, words), "{words}");
        }
    }
}
