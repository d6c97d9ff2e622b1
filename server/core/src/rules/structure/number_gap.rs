use super::numbers::Fault;
use crate::draft::outline::Form;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// A number is left out.
pub(super) static NUMBER_GAP: Rule = Rule {
    id: "structure/number-gap",
    severity: Severity::Warning,
    what: ["序号不连续：缺号，或不从一开始。", "A number is left out, or a list does not begin at one."],
    why: [
        "《党政机关公文格式》（GB/T 9704—2012）7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”。缺号往往是删了一部分而没有重排，或者漏了内容。",
        "GB/T 9704—2012, 7.3.3. A gap shows that a part was taken out without renumbering, or that a part was lost.",
    ],
    bad: "一、主要做法\n健全制度。\n二、取得成效\n进展明显。\n四、下一步打算\n继续推进。\n",
    good: "一、主要做法\n健全制度。\n二、取得成效\n进展明显。\n三、下一步打算\n继续推进。\n",
    check,
};

fn check(cx: &mut Context) {
    let lang = cx.lang();
    for wrong in cx.misnumbered().into_iter().filter(|wrong| wrong.fault != Fault::Repeat) {
        let heading = wrong.heading;
        let (written, expected) = (heading.form.write(heading.number), heading.form.write(wrong.expected));
        let severity = match (heading.form, wrong.sure) {
            (Form::Item, _) if wrong.fault == Fault::Begins => Severity::Hint,
            (_, false) => Severity::Information,
            (_, true) => Severity::Warning,
        };
        let mut report = match wrong.before {
            Some(before) => {
                let last = before.form.write(before.number);
                let message = say!(
                    lang,
                    "序号由“{last}”跳到“{written}”，应为“{expected}”",
                    "The numbers jump from “{last}” to “{written}”; “{expected}” is expected"
                );
                Report::new(heading.marker, message).related(before.line(), say!(lang, "前一个序号", "The number before"))
            }
            None => Report::new(
                heading.marker,
                say!(lang, "本级序号从“{written}”开始，缺“{expected}”", "The list begins at “{written}”: “{expected}” is missing"),
            ),
        };
        report = report.severity(severity);
        if wrong.before.is_some() {
            report = report.suggest(
                say!(lang, "改为“{expected}”", "Change to “{expected}”"),
                heading.marker,
                source_form(cx, heading.marker, &expected),
            );
        }
        cx.report(&NUMBER_GAP, report);
    }
}

/// A number in the width of brackets that the source uses.
pub(super) fn source_form(cx: &Context, marker: crate::text::Span, number: &str) -> String {
    match cx.folded.to_source(marker).of(cx.folded.source()).contains('（') {
        true => number.replace('(', "（").replace(')', "）"),
        false => number.to_owned(),
    }
}
