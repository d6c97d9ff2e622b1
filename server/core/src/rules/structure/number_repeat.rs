use super::number_gap::source_form;
use super::numbers::Fault;
use crate::draft::outline::Form;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// A number stands twice.
pub(super) static NUMBER_REPEAT: Rule = Rule {
    id: "structure/number-repeat",
    severity: Severity::Error,
    what: ["同一级序号重复。", "A number stands twice in one list."],
    why: [
        "《党政机关公文格式》（GB/T 9704—2012）7.3.3：结构层次序数依次使用，同级不得重号。",
        "GB/T 9704—2012, 7.3.3: numbers of one level follow each other.",
    ],
    bad: "一、主要做法\n健全制度。\n二、取得成效\n进展明显。\n二、下一步打算\n继续推进。\n",
    good: "一、主要做法\n健全制度。\n二、取得成效\n进展明显。\n三、下一步打算\n继续推进。\n",
    check,
};

fn check(cx: &mut Context) {
    let lang = cx.lang();
    for wrong in cx.misnumbered().into_iter().filter(|wrong| wrong.fault == Fault::Repeat) {
        let (heading, Some(before)) = (wrong.heading, wrong.before) else { continue };
        let (written, expected) = (heading.form.write(heading.number), heading.form.write(wrong.expected));
        let severity = match (heading.form, wrong.sure) {
            (_, false) => Severity::Information,
            (Form::Item | Form::Digit | Form::DigitBrackets | Form::Circled, true) => Severity::Warning,
            _ => Severity::Error,
        };
        let message = say!(lang, "序号“{written}”重复，应为“{expected}”", "The number “{written}” stands twice; “{expected}” is expected");
        let report = Report::new(heading.marker, message)
            .severity(severity)
            .related(before.line(), say!(lang, "前一个同号标题", "The other heading with this number"))
            .suggest(say!(lang, "改为“{expected}”", "Change to “{expected}”"), heading.marker, source_form(cx, heading.marker, &expected));
        cx.report(&NUMBER_REPEAT, report);
    }
}
