use crate::draft::outline::Form;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// A number is followed by the wrong mark.
pub(super) static NUMBER_FORM: Rule = Rule {
    id: "structure/number-form",
    severity: Severity::Hint,
    what: ["序号后的标点不规范，如“（一）、”“一，”“1、”。", "The mark behind a number is not the standard's: （一）、, 一，, 1、."],
    why: [
        "《党政机关公文格式》（GB/T 9704—2012）7.3.3：“一、”用顿号，“（一）”后不加标点，“1.”用下圆点。",
        "GB/T 9704—2012, 7.3.3: 一、 with an enumeration comma, （一） with nothing behind it, 1. with a point.",
    ],
    bad: "（一）、健全制度\n（二）、规范执法\n",
    good: "（一）健全制度\n（二）规范执法\n",
    check,
};

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    // What a draft does throughout is one finding.
    for form in [Form::Han, Form::HanBrackets, Form::Digit, Form::DigitBrackets] {
        let wrong = |marker: Span| {
            let written = marker.of(text);
            match form {
                Form::Han => !written.ends_with('、'),
                Form::Digit => !written.ends_with('.'),
                _ => !written.ends_with(')'),
            }
        };
        let markers: Vec<_> = cx.draft.outline.headings.iter().filter(|heading| heading.form == form && wrong(heading.marker)).collect();
        let Some(first) = markers.first() else { continue };
        let (written, right) = (first.marker.of(text), form.write(first.number));
        let count = markers.len();
        let message =
            say!(lang, "序号“{written}”应写作“{right}”（共{count}处）", "“{written}” should be written “{right}” ({count} in all)");
        let edits = markers.iter().map(|heading| {
            let mark = heading.marker.of(text).chars().next_back().map_or(0, char::len_utf8) as u32;
            let mend = match form {
                Form::Han => "、",
                Form::Digit => ".",
                _ => "",
            };
            crate::Edit { span: Span { start: heading.marker.end - mark, end: heading.marker.end }, text: mend.to_owned() }
        });
        let edits = edits.collect();
        let report = Report::new(first.marker, message).edits(say!(lang, "改为规范形式", "Use the standard's form"), edits, true);
        cx.report(&NUMBER_FORM, report);
    }
}
