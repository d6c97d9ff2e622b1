use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use regex::Regex;
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
    // Nearly all drafts have none: the pattern runs only where a mark of one stands.
    let bytes = words.as_bytes();
    let marked = memchr::memchr3(b'x', b'X', b'*', bytes).is_some()
        || memchr::memchr(b'_', bytes).is_some()
        || ["×", "【", "待补充", "填写", "待核实"].iter().any(|mark| memchr::memmem::find(bytes, mark.as_bytes()).is_some());
    if !marked {
        return;
    }
    let mut kinds: Vec<(String, Vec<Span>)> = Vec::new();
    for found in PATTERN.captures_iter(words) {
        let Some(mark) = found.iter().skip(1).flatten().next() else { continue };
        let span = Span::new(base + mark.start(), base + mark.end());
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
