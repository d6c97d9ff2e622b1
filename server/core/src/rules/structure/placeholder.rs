use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Something was to be filled in.
pub(super) static PLACEHOLDER: Rule = Rule {
    id: "structure/placeholder",
    severity: Severity::Warning,
    what: ["占位符没有替换，如xx年、××县、【 】、待补充。", "A placeholder was not filled in: xx年, ××县, 【 】, 待补充."],
    why: [
        "范本中的占位符留在正文里，说明该处还没有填写；同一种占位符只报一次，其余各处列为相关位置。",
        "A placeholder of the template shows that something is still to be filled in. Each kind is reported once, with its other places.",
    ],
    bad: "xx年，全县办理行政复议案件。\n",
    good: "2023年，全县办理行政复议案件。\n",
    check,
};

/// The first group is the placeholder itself.
static PATTERN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[^0-9A-Za-z×xX])([xX]{2,4}|[xX] [xX]|×{1,4}|[xX])(?:年|月|日|市|县|区|省|镇|乡|局|街道|自治区|单位|同志|号|名|条|余?件|万元)",
        r"|(?:20)([xX×]{2})年|[〔\[]([xX] ?[xX]|×{2,4})[〕\]]|(【\s*】)|(_{3,})(?:年|月|日|市|县|区|件|人)|(\*{2,})(?:年|月|日|市|县|区|局|镇)",
        r"|([(【]?(?:待补充|待填写|待核实|此处填写|请填写|请补充)[)】]?)",
    ))
    .expect("a fixed pattern")
});

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let base = cx.draft.span.start as usize;
    let words = cx.draft.span.of(text);
    let mut kinds: Vec<(String, Vec<Span>)> = Vec::new();
    let found = marked_lines(cx, words)
        .into_iter()
        .flat_map(|lines| PATTERN.captures_iter(&words[lines.clone()]).map(move |found| (lines.start, found)));
    for (start, found) in found {
        let Some(mark) = found.iter().skip(1).flatten().next() else { continue };
        let span = Span::new(base + start + mark.start(), base + start + mark.end());
        let kind = mark.as_str().to_ascii_lowercase().replace(' ', "");
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, places)) => places.push(span),
            None => kinds.push((kind, vec![span])),
        }
    }
    for (kind, places) in kinds {
        let count = places.len();
        let message = match count {
            1 => say!(lang, "占位符“{kind}”没有替换", "The placeholder “{kind}” was not filled in"),
            _ => say!(lang, "占位符“{kind}”没有替换，共{count}处", "The placeholder “{kind}” was not filled in, {count} places"),
        };
        let mut report = Report::new(places[0], message);
        for &place in &places[1..] {
            report = report.related(place, say!(lang, "另一处", "Another place"));
        }
        cx.report(&PLACEHOLDER, report);
    }
}

/// The lines in which a mark of a placeholder stands: nearly all drafts have none, and the pattern runs nowhere else.
fn marked_lines(cx: &Context, words: &str) -> Vec<Range<usize>> {
    let bytes = words.as_bytes();
    let mut marks: Vec<usize> = memchr::memchr3_iter(b'x', b'X', b'*', bytes).chain(memchr::memchr_iter(b'_', bytes)).collect();
    for mark in ["×", "【", "待补充", "填写", "待核实", "请补充"] {
        marks.extend(cx.places(mark));
    }
    marks.sort_unstable();
    let mut lines: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        let from = lines.last().map_or(0, |last| last.end);
        if mark < from {
            continue;
        }
        let start = memchr::memrchr(b'\n', &bytes[from..mark]).map_or(from, |at| from + at + 1);
        // An empty 【】 may lie over several lines.
        let blank = words[mark..].strip_prefix('【').map_or(mark, |rest| words.len() - rest.trim_start().len());
        let end = memchr::memchr(b'\n', &bytes[blank..]).map_or(words.len(), |at| blank + at);
        lines.push(start..end);
    }
    lines
}
