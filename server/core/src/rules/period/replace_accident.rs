use crate::catalogue::references::key;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use regex::Regex;
use std::sync::LazyLock;

/// Years spoilt by replacing text in the whole document.
pub(super) static REPLACE_ACCIDENT: Rule = Rule {
    id: "period/replace-accident",
    severity: Severity::Error,
    what: [
        "年份段被全局替换或删除连接号弄坏，如（2023—2023年）、20212025年。",
        "A span of years was spoilt by a global replacement: （2023—2023年）, 20212025年.",
    ],
    why: [
        "把上年年份全部替换为本年时，规划名称里的年份也被改掉；起止年份相同，或两个年份连在一起，都不可能是对的。",
        "Replacing last year by this year everywhere also changes the years in names of plans. A span from a year to itself, or two years without a dash, cannot be right.",
    ],
    bad: "落实《法治社会建设规划（2023—2023年）》。\n",
    good: "落实《法治社会建设规划（2021—2025年）》。\n",
    check,
};

static SPANS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(20[0-9]{2})年?(?:[-—–－~～至]{1,2}(20[0-9]{2})年?\\)|(20[0-9]{2})年)").expect("a fixed pattern"));

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let base = cx.draft.span.start as usize;
    let words = cx.draft.span.of(text);
    for found in SPANS.captures_iter(words) {
        let whole = found.get(0).expect("the match itself");
        if words[..whole.start()].ends_with(|c: char| c.is_ascii_digit() || c == '.') {
            continue;
        }
        let span = Span::new(base + whole.start(), base + whole.start() + whole.as_str().trim_end_matches(')').len());
        match (found.get(2), found.get(3)) {
            (Some(end), _) if end.as_str() == &found[1] => {
                let message = say!(
                    lang,
                    "起止年份相同，疑为全局替换年份时误改",
                    "The span begins and ends in the same year: spoilt by a global replacement?"
                );
                let report = match right_years(cx, span) {
                    Some(right) => Report::new(span, message).suggest(say!(lang, "改为{right}", "Change to {right}"), span, right),
                    None => Report::new(span, message),
                };
                cx.report(&REPLACE_ACCIDENT, report);
            }
            (None, Some(end)) if !whole.as_str()[4..].starts_with('年') && end.as_str() > &found[1] => {
                let (from, to) = (&found[1], end.as_str());
                let message = say!(lang, "两个年份之间丢了连接号，应为{from}—{to}年", "The dash between the years is lost: {from}—{to}年");
                let fix = say!(lang, "改为{from}—{to}年", "Change to {from}—{to}年");
                cx.report(&REPLACE_ACCIDENT, Report::new(span, message).fix(fix, span, format!("{from}—{to}年")));
            }
            _ => {}
        }
    }
}

/// The years of the plan in whose title the place stands, as the catalogue writes them.
fn right_years(cx: &Context, span: Span) -> Option<String> {
    let title =
        cx.draft.citations.iter().filter_map(|citation| citation.title).find(|title| title.start <= span.start && span.end <= title.end)?;
    let references = &cx.catalogue.references;
    let name = key(title.of(cx.text()));
    let end = cx.draft.meta.period.map(|period| period.end());
    let rows = references.of_other_years(&name);
    let row = rows
        .iter()
        .find(|&&row| end.is_some_and(|end| references.entry(row).in_force(end)))
        .or(rows.first().filter(|_| rows.len() == 1))?;
    let (first, last) = references.entry(*row).years()?;
    Some(format!("{first}—{last}年"))
}
