//! Names that stand in quotation marks: “放管服”改革, “八五”普法, “十四五”规划.

use crate::draft::Citation;
use crate::draft::citations::Form;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Edit, Severity, say};

/// `wording/missing-quotes`
pub(super) static MISSING_QUOTES: Rule = Rule {
    id: "wording/missing-quotes",
    severity: Severity::Hint,
    what: ["“放管服”“八五”“十四五”等专名没有加引号（整篇只提一次）", "放管服, 八五, 十四五 without quotation marks; said once for a draft"],
    why: ["中央文件里这些专名都加引号；只作建议。", "Central documents quote these names; a hint only."],
    bad: "深化放管服改革，实施八五普法规划。\n",
    good: "深化“放管服”改革，实施“八五”普法规划。\n",
    check,
};

/// The names, and what has to follow for it to be the name.
const NAMES: [(&str, &[&str]); 9] = [
    ("放管服", &["改革"]),
    ("六五", &["普法"]),
    ("七五", &["普法"]),
    ("八五", &["普法"]),
    ("九五", &["普法"]),
    ("十三五", &["规划", "时期", "期间"]),
    ("十四五", &["规划", "时期", "期间"]),
    ("十五五", &["规划", "时期", "期间"]),
    ("谁执法谁普法", &["普法责任制", "责任制"]),
];

/// So many citations in front of a place are looked at: titles hold few terms.
const NEAR: usize = 16;

/// Whether a place lies inside a title in 《》, which is written as it was issued.
fn titled(citations: &[Citation], place: Span) -> bool {
    let end = citations.partition_point(|cited| cited.span.start < place.start);
    citations[..end].iter().rev().take(NEAR).any(|cited| cited.form != Form::Bare && place.end < cited.span.end)
}

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let base = cx.draft.span.start as usize;
    let words = cx.draft.span.of(text);
    let mut places: Vec<Span> = Vec::new();
    for (name, followed) in NAMES {
        for at in cx.places(name) {
            let (before, after) = (&words[..at], &words[at + name.len()..]);
            let quoted = before.ends_with(['“', '"', '‘', '「']);
            let numeral = before.ends_with(['十', '百', '二', '三', '四', '五', '六', '七', '八', '九']);
            let span = Span::new(base + at, base + at + name.len());
            if !quoted && !numeral && followed.iter().any(|word| after.starts_with(word)) && !titled(&cx.draft.citations, span) {
                places.push(span);
            }
        }
    }
    places.sort_unstable();
    let Some((&first, rest)) = places.split_first() else { return };
    let names: Vec<&str> = {
        let mut names: Vec<&str> = places.iter().map(|place| place.of(text)).collect();
        names.sort_unstable();
        names.dedup();
        names
    };
    let list = names.join(lang.pick("、", ", "));
    let edits = places
        .iter()
        .flat_map(|place| {
            let at = |offset: u32, text: &str| Edit { span: Span::at(offset as usize), text: text.to_owned() };
            [at(place.start, "“"), at(place.end, "”")]
        })
        .collect();
    let mut report = Report::new(first, say!(lang, "专名宜加引号：{list}", "These names are usually quoted: {list}")).edits(
        say!(lang, "全部加引号", "Quote them all"),
        edits,
        false,
    );
    for &place in rest {
        report = report.related(place, say!(lang, "另一处", "Another place"));
    }
    cx.report(&MISSING_QUOTES, report);
}
