//! A row in words, for hovers and lists.

use super::{EntryKind, References};
use crate::time::Date;
use crate::{Lang, say};
use rustc_hash::FxHashMap;
use std::sync::{Mutex, PoisonError};

/// Rows in words, kept: what is cited once is cited again, in the next draft or at the next key.
#[derive(Debug, Default)]
pub(super) struct Described(Mutex<FxHashMap<Asked, Box<str>>>);

/// What was asked for: a row, a day, a language.
type Asked = (u32, Option<Date>, u8);

/// No more descriptions are kept than the rows of a few years.
const KEPT: usize = 4096;

impl References {
    /// [`describe`](Self::describe), worded once for a row, a day and a language.
    pub fn described(&self, index: u32, as_of: Option<Date>, lang: Lang) -> String {
        let asked: Asked = (index, as_of, lang as u8);
        let kept = || self.described.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(words) = kept().get(&asked) {
            return words.as_ref().to_owned();
        }
        let words = self.describe(index, as_of, lang);
        let mut kept = kept();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(asked, words.as_str().into());
        words
    }

    /// Title, number, issuer, dates, revisions and successor as lines of text; with a day, how it stood on it and in which version.
    pub fn describe(&self, index: u32, as_of: Option<Date>, lang: Lang) -> String {
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
        lines.extend(as_of.and_then(|day| self.on(index, day, lang)));
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

    /// How a row stood on a day, and in which version; none for what has no validity, such as meetings.
    fn on(&self, index: u32, day: Date, lang: Lang) -> Option<String> {
        let entry = self.entry(index);
        if entry.kind == EntryKind::Meeting {
            return None;
        }
        if !entry.issued_by(day) {
            return Some(say!(lang, "{day}时：尚未公布", "On {day}: not issued yet"));
        }
        if !entry.started_by(day) {
            return Some(say!(lang, "{day}时：已公布，尚未施行", "On {day}: issued, not yet in force"));
        }
        if entry.over_by(day) {
            return Some(say!(lang, "{day}时：已失效", "On {day}: no longer in force"));
        }
        entry.revisions().next()?;
        Some(match entry.version_on(day) {
            Some(version) => {
                let (issued, manner) = (version.issued, version.manner);
                match version.from {
                    Some(from) => say!(
                        lang,
                        "{day}时的版本：{issued}{manner}（{from}起施行）",
                        "Version on {day}: {issued} ({manner}, in force {from})"
                    ),
                    None => say!(lang, "{day}时的版本：{issued}{manner}", "Version on {day}: {issued} ({manner})"),
                }
            }
            None => say!(lang, "{day}时的版本：首次公布的版本", "Version on {day}: the first"),
        })
    }
}
