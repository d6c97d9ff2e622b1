//! A row in words, for hovers and lists.

use super::{EntryKind, References};
use crate::{Lang, say};

impl References {
    /// Title, number, issuer, dates, revisions and successor as lines of text.
    pub fn describe(&self, index: u32, lang: Lang) -> String {
        let entry = self.entry(index);
        let mut lines = vec![if entry.kind.is_document() { format!("《{}》", entry.title) } else { entry.title.to_string() }];
        let numbers: Vec<_> = entry.numbers().collect();
        if !numbers.is_empty() {
            lines.push(say!(lang, "文号：{}", "Number: {}", numbers.join(lang.pick("、", ", "))));
        }
        if !entry.issuer.is_empty() {
            lines.push(say!(lang, "制定机关：{}", "Issuer: {}", entry.issuer));
        }
        match (entry.kind, entry.issued, entry.from) {
            (EntryKind::Meeting, _, Some(from)) => lines.push(say!(lang, "召开：{from}", "Held: {from}")),
            (EntryKind::Institution | EntryKind::Campaign, _, Some(from)) => lines.push(say!(lang, "始于：{from}", "Since: {from}")),
            (_, Some(issued), Some(from)) => {
                lines.push(say!(lang, "公布：{issued}　施行：{from}", "Issued: {issued}, in force: {from}"));
            }
            (_, Some(issued), None) => lines.push(say!(lang, "公布：{issued}", "Issued: {issued}")),
            (_, None, Some(from)) => lines.push(say!(lang, "施行：{from}", "In force: {from}")),
            (_, None, None) => {}
        }
        let revisions: Vec<String> = entry
            .revisions()
            .map(|revision| match revision.from {
                Some(from) => say!(lang, "{}{}（{from}起施行）", "{} ({1}, in force {from})", revision.issued, revision.manner),
                None => say!(lang, "{}{}", "{} ({})", revision.issued, revision.manner),
            })
            .collect();
        if !revisions.is_empty() {
            lines.push(say!(lang, "修改：{}", "Revised: {}", revisions.join(lang.pick("；", "; "))));
        }
        if let Some(to) = entry.to {
            lines.push(match entry.kind {
                EntryKind::Plan | EntryKind::Campaign => say!(lang, "期限至：{to}", "Runs until: {to}"),
                EntryKind::Institution => say!(lang, "名称用至：{to}", "Name in use until: {to}"),
                _ => say!(lang, "失效：{to}", "No longer in force: {to}"),
            });
        }
        if let Some(next) = entry.successor {
            let next = self.entry(next);
            let marks = if next.kind.is_document() { ("《", "》") } else { ("", "") };
            let number = next.numbers().next().map(|number| format!("（{number}）")).unwrap_or_default();
            lines.push(say!(lang, "现为：{}{}{}{number}", "Now: {}{}{}{number}", marks.0, next.title, marks.1));
        }
        lines.join("\n")
    }
}
