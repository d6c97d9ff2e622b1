//! Titles that are nearly right.

use super::{Judgement, judged};
use crate::catalogue::references::{Confidence, Entry, EntryKind, Near, References, key, years_of};
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
    bad: "某县2023年法治政府建设工作总结\n一、主要做法\n贯彻《法治政府建设与责任落实督查工作规定》。\n",
    good: "某县2023年法治政府建设工作总结\n一、主要做法\n贯彻《法治政府建设与责任落实督察工作规定》。\n",
    check,
};

/// Verbs with which an office's own document is named: it may well be called nearly like the national one.
const OWN: [&str; 14] =
    ["印发", "制定", "制订", "出台", "起草", "拟定", "下发", "转发", "编制", "研究制定", "修订完善", "印发了", "审议", "印制"];

fn check(cx: &mut Context) {
    let lang = cx.lang();
    for (citation, judgement) in judged(cx) {
        let Some(Meant { severity, right, .. }) = meant(cx.text(), &cx.catalogue.references, citation, &judgement) else { continue };
        let Some(title) = citation.title else { continue };
        let message = say!(lang, "名称应为《{right}》", "The title is 《{right}》");
        let fix = say!(lang, "改为《{right}》", "Replace by 《{right}》");
        cx.report(&RULE, Report::new(citation.span, message).severity(severity).suggest(fix, title, right));
    }
}

/// What a nearly right title stands for.
pub(super) struct Meant {
    /// The row.
    pub(super) row: u32,
    /// How certain that is.
    severity: Severity,
    /// The right title, as the writer would put it.
    right: String,
}

/// What a title stands for that no row has, if it is certain enough to be said.
pub(super) fn meant(text: &str, references: &References, citation: &Citation, judgement: &Judgement) -> Option<Meant> {
    let title = citation.title.filter(|_| citation.form == Form::Marked && citation.entries.is_empty())?;
    let written = title.of(text);
    let own = OWN.iter().any(|verb| text[..citation.span.start as usize].ends_with(verb));
    let (row, severity) = right_row(references, citation, written, own)
        .or_else(|| if own { None } else { other_years(references, judgement, written) })
        .or_else(|| other_kind(references, written))?;
    Some(Meant { row, severity, right: shown(references.entry(row), written) })
}

/// The row that is meant, with the severity of saying so. `own` says that an office makes or passes on the document itself.
fn right_row(references: &References, citation: &Citation, written: &str, own: bool) -> Option<(u32, Severity)> {
    let by_number = citation.reading.as_ref().and_then(|number| references.by_number(&number.text));
    if let Some(row) = by_number {
        // The number says which document is meant; the title has to be most of its own.
        return similar(&key(written), &key(&references.entry(row).title)).then_some((row, Severity::Warning));
    }
    let nearest = citation.nearest?;
    let entry = references.entry(nearest.entry);
    let own = own && entry.kind != EntryKind::Law;
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

/// The plan that is meant where the years in the brackets are no plan's.
fn other_years(references: &References, judgement: &Judgement, written: &str) -> Option<(u32, Severity)> {
    let name = key(written);
    let (first, last) = years_of(&name)?;
    let rows = references.of_other_years(&name);
    // A span from a year to itself is an accident of its own: period/replace-accident.
    if first >= last {
        return None;
    }
    let shares = |row: &u32| references.entry(*row).years().is_some_and(|(from, to)| from == first || to == last);
    let at_the_time = |row: &u32| judgement.as_of.is_some_and(|as_of| references.entry(*row).in_force(as_of.past));
    let row = *rows.iter().find(|row| shares(row)).or_else(|| rows.iter().find(|row| at_the_time(row)))?;
    let certain = shares(&row) && references.entry(row).confidence == Confidence::High;
    Some((row, if certain { Severity::Warning } else { Severity::Information }))
}

/// The law or regulation that is meant where the title ends with the wrong word.
fn other_kind(references: &References, written: &str) -> Option<(u32, Severity)> {
    let row = references.of_other_kind(written)?;
    let entry = references.entry(row);
    match entry.kind {
        _ if entry.confidence < Confidence::High => None,
        EntryKind::Law => Some((row, Severity::Warning)),
        // A regulation may have become a law since the table was made.
        _ => Some((row, Severity::Information)),
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
