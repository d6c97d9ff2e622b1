//! Fixed phrases that have lost the name in front of them.

use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// `wording/lost-name`
pub(super) static LOST_NAME: Rule = Rule {
    id: "wording/lost-name",
    severity: Severity::Information,
    what: [
        "“新时代中国特色社会主义思想”“总书记重要讲话”前面缺“习近平”（请人工确认）",
        "新时代中国特色社会主义思想 or 总书记 without the name in front, for the writer to confirm",
    ],
    why: [
        "固定提法应当完整。也可能是网站发布时过滤了姓名，或前文已有全称，所以只作提示。",
        "The fixed phrase is complete only with the name. A web page may have filtered it out, so this is information only.",
    ],
    bad: "坚持以新时代中国特色社会主义思想为指导。\n",
    good: "坚持以习近平新时代中国特色社会主义思想为指导，学习总书记重要讲话精神。\n",
    check,
};

const NAME: &str = "习近平";

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let base = cx.draft.span.start as usize;
    let words = cx.draft.span.of(text);
    let thought = "新时代中国特色社会主义思想";
    let bare = |phrase: &str| cx.places(phrase).find(|&at| !words[..at].ends_with(NAME));
    let mut found: Vec<(usize, &str)> = bare(thought).map(|at| (at, thought)).into_iter().collect();
    // Once the full form stands in the draft, 总书记 alone refers to it.
    if cx.places(NAME).next().is_none() {
        found.extend(cx.places("总书记").next().map(|at| (at, "总书记")));
    }
    for (at, phrase) in found {
        let span = Span::new(base + at, base + at + phrase.len());
        let message = say!(lang, "“{phrase}”前面缺“{NAME}”，请确认", "“{phrase}” without {NAME} in front: please confirm");
        let fix = say!(lang, "补“{NAME}”", "Add {NAME}");
        cx.report(&LOST_NAME, Report::new(span, message).suggest(fix, Span::at(span.start as usize), NAME));
    }
}
