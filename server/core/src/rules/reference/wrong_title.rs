//! Titles that are nearly right.

use crate::catalogue::references::{Confidence, Entry, EntryKind, Near, key};
use crate::draft::Citation;
use crate::draft::citations::Form;
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// `reference/wrong-title`
pub(super) static RULE: Rule = Rule {
    id: "reference/wrong-title",
    severity: Severity::Warning,
    what: ["法律、文件的名称错了或缺了字（给出最接近的正确名称）", "A title that is wrong by a character or a word, with the right one"],
    why: [
        "引用法律、文件应当使用准确的名称。只在差别不可能是另一件文件时才报，目录里没有的地方文件不猜。",
        "Titles are cited exactly. Only what cannot be another document is marked; local documents are never guessed at.",
    ],
    bad: "某县2023年法治政府建设年度报告\n一、主要做法\n贯彻《法治政府建设与责任落实督查工作规定》。\n",
    good: "某县2023年法治政府建设年度报告\n一、主要做法\n贯彻《法治政府建设与责任落实督察工作规定》。\n",
    check,
};

/// Verbs with which an office's own document is named: it may well be called nearly like the national one.
const OWN: [&str; 14] =
    ["印发", "制定", "制订", "出台", "起草", "拟定", "下发", "转发", "编制", "研究制定", "修订完善", "印发了", "审议", "印制"];

fn check(cx: &mut Context) {
    let lang = cx.lang();
    for citation in cx.draft.citations.clone() {
        let Some(title) = citation.title.filter(|_| citation.form == Form::Marked && citation.entries.is_empty()) else { continue };
        let written = title.of(cx.text());
        if cx.settings.dictionary.iter().any(|word| word == written) {
            continue;
        }
        let Some((row, severity)) = right_row(cx, &citation, written) else { continue };
        let right = shown(cx.catalogue.references.entry(row), written);
        let message = say!(lang, "名称应为《{right}》", "The title is 《{right}》");
        let fix = say!(lang, "改为《{right}》", "Replace by 《{right}》");
        cx.report(&RULE, Report::new(citation.span, message).severity(severity).suggest(fix, title, right));
    }
}

/// The row that is meant, with the severity of saying so.
fn right_row(cx: &Context, citation: &Citation, written: &str) -> Option<(u32, Severity)> {
    let references = &cx.catalogue.references;
    let by_number = citation.reading.as_ref().and_then(|number| references.by_number(&number.text));
    if let Some(row) = by_number {
        // The number says which document is meant; the title has to be most of its own.
        return similar(&key(written), &key(&references.entry(row).title)).then_some((row, Severity::Warning));
    }
    let nearest = citation.nearest?;
    let entry = references.entry(nearest.entry);
    let before = &cx.text()[..citation.span.start as usize];
    let own = OWN.iter().any(|verb| before.ends_with(verb)) && entry.kind != EntryKind::Law;
    // A long title that is the same but for one character is the national one, whoever passes it on.
    let own = own && !(nearest.how == Near::Characters && written.chars().count() >= 12);
    // Another document's number stands behind it: it is that document.
    if own || citation.number.is_some() && entry.numbers().next().is_some() && citation.reading.as_ref().is_some_and(|number| number.hao) {
        return None;
    }
    match (nearest.how, entry.confidence) {
        (_, Confidence::Low) => None,
        (Near::Core, _) => Some((nearest.entry, Severity::Hint)),
        (_, Confidence::Medium) => Some((nearest.entry, Severity::Information)),
        (Near::Extra, _) => Some((nearest.entry, Severity::Information)),
        (Near::Characters | Near::Missing, Confidence::High) => Some((nearest.entry, Severity::Warning)),
    }
}

/// Whether most of a title stands at the ends of another one.
pub(super) fn similar(written: &str, right: &str) -> bool {
    let front = written.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    let back = written.chars().rev().zip(right.chars().rev()).take_while(|(a, b)| a == b).count();
    let length = written.chars().count();
    length >= 6 && (front + back) * 10 >= length * 6
}

/// The right title as the writer would put it: short where a law was cited short.
fn shown(entry: &Entry, written: &str) -> String {
    if written.starts_with("中华人民共和国") { entry.title.to_string() } else { entry.short().to_owned() }
}
