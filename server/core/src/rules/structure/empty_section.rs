use super::sample::sample;
use crate::review::MandatedState;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// A mandated item has a heading and next to nothing under it.
pub(super) static EMPTY_SECTION: Rule = Rule {
    id: "structure/empty-section",
    severity: Severity::Warning,
    what: [
        "法定内容只有标题，没有实质内容；或只有寥寥几个字（信息级）。",
        "A mandated item has a heading and no text, or (as information) hardly any.",
    ],
    why: [
        "标题下没有内容，等于没有报告该项内容（《法治政府建设与责任落实督察工作规定》第二十五条）。",
        "A heading without text does not report on the item (article 25 of the Provisions on Supervision).",
    ],
    bad: sample!(problems: "二、存在的不足和原因\n无。\n"),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let lang = cx.lang();
    for item in cx.facts.mandated.clone().into_iter().filter(|item| item.state == MandatedState::Empty) {
        let Some(span) = item.span else { continue };
        let lenient = cx.draft.meta.lenient() || cx.draft.meta.breaks_off;
        let characters = body_characters(cx, span);
        // 无。 under a heading says nothing; a sentence says something, and perhaps too little.
        let message = match characters {
            NOTHING.. => say!(lang, "本部分只有{characters}个字，没有写明具体情况", "This part has no more than {characters} characters"),
            _ => say!(lang, "本部分只有标题，没有实质内容", "This part has a heading and no text"),
        };
        let severity = if lenient || characters >= NOTHING { Severity::Information } else { Severity::Warning };
        cx.report(&EMPTY_SECTION, Report::new(span, message).severity(severity));
    }
}

/// Fewer characters than this say nothing at all.
const NOTHING: usize = 8;

/// How many characters stand under the heading of a line, blanks left out.
fn body_characters(cx: &Context, line: Span) -> usize {
    let heading = cx.draft.outline.headings.iter().find(|heading| heading.line() == line);
    heading.map_or(0, |heading| heading.body().of(cx.text()).chars().filter(|c| !c.is_whitespace()).count())
}
