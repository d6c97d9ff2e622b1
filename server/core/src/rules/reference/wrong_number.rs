//! A document number that belongs to another document.

use super::wrong_title::similar;
use crate::catalogue::numbers::Brackets;
use crate::catalogue::references::{Confidence, key};
use crate::draft::citations::Form;
use crate::rules::{Report, Rule};
use crate::{Severity, say};

/// `reference/wrong-number`
pub(super) static RULE: Rule = Rule {
    id: "reference/wrong-number",
    severity: Severity::Warning,
    what: ["文号与所引文件的名称对不上", "A document number that is not the one of the document named"],
    why: ["引用公文先引标题、后引发文字号，两者应当是同一件文件（《党政机关公文处理工作条例》）。", "Title and number name one document."],
    bad: "贯彻《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕115号）。\n",
    good: "贯彻《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）。\n",
    check: |cx| {
        let lang = cx.lang();
        for citation in &cx.draft.citations {
            let (Some(number), Some(title), Form::Marked) = (&citation.reading, citation.title, citation.form) else { continue };
            let references = &cx.catalogue.references;
            let owner = references.by_number(&number.text);
            let written = key(title.of(cx.text()));
            let named = citation.entries.iter().map(|&row| (row, references.entry(row)));
            let named: Vec<_> = named.filter(|(_, entry)| entry.confidence > Confidence::Low && entry.numbers().next().is_some()).collect();
            let finding = match (owner, named.as_slice()) {
                (Some(owner), _) if citation.entries.contains(&owner) => None,
                // The row has no number of its own in the table; that this one is another's is certain all the same.
                (Some(owner), []) if !citation.entries.is_empty() => {
                    let entry = references.entry(owner);
                    let first = entry.numbers().next() == Some(number.text.as_str());
                    let message = say!(lang, "{}是《{}》的文号", "{} is the number of 《{}》", number.text, entry.title);
                    (first && entry.confidence == Confidence::High).then_some((message, None, Severity::Information))
                }
                (Some(owner), []) => {
                    let entry = references.entry(owner);
                    // A local paper that passes a national one on may carry both.
                    let other = citation.entries.is_empty() && !similar(&written, &key(&entry.title)) && number.brackets != Brackets::None;
                    let message = say!(lang, "{}是《{}》的文号", "{} is the number of 《{}》", number.text, entry.title);
                    (other && citation.nearest.is_none() && entry.confidence == Confidence::High).then_some((
                        message,
                        None,
                        Severity::Information,
                    ))
                }
                (owner, [(_, entry), ..]) => {
                    let own: Vec<&str> = entry.numbers().collect();
                    let same_code = own.iter().any(|own| own.split(['〔', '第']).next() == Some(number.code()));
                    let masked = number.text.contains(['x', 'X', '*']);
                    // Regulations get a new order with every revision; the table does not have them all.
                    let revised = number.brackets == Brackets::None && owner.is_none();
                    let severity = if entry.confidence == Confidence::High { Severity::Warning } else { Severity::Hint };
                    let message = say!(lang, "《{}》的文号是{}", "The number of 《{}》 is {}", entry.title, own[0]);
                    ((same_code || owner.is_some()) && !masked && !revised).then(|| (message, Some(own[0].to_owned()), severity))
                }
                (None, []) => None,
            };
            if let Some((message, right, severity)) = finding {
                let mut report = Report::new(number.span, message).severity(severity);
                if let Some(right) = right {
                    report = report.suggest(say!(lang, "改为{right}", "Replace by {right}"), number.span, right);
                }
                cx.report(&RULE, report);
            }
        }
    },
};
