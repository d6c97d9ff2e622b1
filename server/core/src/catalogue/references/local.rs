//! The user's own rows: added to the table, and checked with a place for each problem.

use super::entry::{Confidence, Entry, EntryKind, When};
use super::names::{self, key};
use crate::catalogue::numbers::number_in;
use crate::settings::LocalReference;
use crate::{Lang, say};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Something that is wrong with a row of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalProblem {
    /// The row, from 0.
    pub row: usize,
    /// The key in the row that is wrong.
    pub key: &'static str,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// What is wrong with the user's rows: dates out of order, successors that no row has, names that stand twice, numbers in another form.
pub fn local_problems(rows: &[LocalReference], lang: Lang) -> Vec<LocalProblem> {
    let settings = crate::Settings { references: rows.to_vec(), ..crate::Settings::default() };
    let references = super::References::load(&settings);
    let mut problems = Vec::new();
    let mut names: FxHashMap<String, usize> = FxHashMap::default();
    for (index, row) in rows.iter().enumerate() {
        let mut problem = |key, message| problems.push(LocalProblem { row: index, key, message });
        if row.title.trim().trim_matches(['《', '》']).is_empty() {
            problem("title", say!(lang, "名称是空的", "the title is empty"));
            continue;
        }
        let date = |text: &Option<String>| text.as_deref().and_then(When::parse);
        for (key, text) in [("promulgated", &row.promulgated), ("from", &row.from), ("to", &row.to)] {
            if let Some(text) = text
                && When::parse(text).is_none()
            {
                problem(key, say!(lang, "“{text}”不是日期，写作 2025-03-01", "`{text}` is no date: write 2025-03-01"));
            }
        }
        let (issued, from, to) = (date(&row.promulgated), date(&row.from), date(&row.to));
        if let (Some(issued), Some(from)) = (issued, from)
            && issued.first() > from.last()
        {
            problem("from", say!(lang, "施行日{from}早于公布日{issued}", "in force on {from}, before it was issued on {issued}"));
        }
        if let (Some(from), Some(to)) = (from.or(issued), to)
            && from.first() > to.last()
        {
            problem("to", say!(lang, "失效日{to}早于施行日{from}", "it ends on {to}, before it begins on {from}"));
        }
        if let Some(number) = &row.number {
            let reading = number_in(number);
            match reading {
                Some(reading) if reading.text == *number => {}
                Some(reading) => {
                    let right = reading.text;
                    problem("number", say!(lang, "文号写作“{right}”", "write the number as `{right}`"));
                }
                None => problem("number", say!(lang, "“{number}”不是发文字号，如 青禾政发〔2022〕3号", "`{number}` is no document number")),
            }
        }
        if let Some(next) = &row.replaced_by {
            let own = key(&row.title) == key(next);
            let known = references.by_title(next);
            if own {
                problem("replaced_by", say!(lang, "不能被自己取代", "it cannot replace itself"));
            } else if known.is_empty() {
                let near = references.nearest(&key(next)).map(|near| references.entry(near.entry).title.to_string());
                problem(
                    "replaced_by",
                    match near {
                        Some(near) => say!(
                            lang,
                            "目录和本文件都没有《{next}》，是否为《{near}》？",
                            "no row is called 《{next}》; did you mean 《{near}》?"
                        ),
                        None => say!(
                            lang,
                            "目录和本文件都没有《{next}》：请为它另加一条 [[references]]",
                            "no row is called 《{next}》: add a [[references]] for it"
                        ),
                    },
                );
            }
        }
        for name in std::iter::once(&row.title).chain(&row.aliases) {
            let name = key(name).into_owned();
            match names.get(&name) {
                Some(&other) if other != index => {
                    let line =
                        |a: &LocalReference, b: &LocalReference| a.replaced_by.as_deref().is_some_and(|next| key(next) == key(&b.title));
                    if !line(&rows[other], row) && !line(row, &rows[other]) {
                        let (first, title) = (other + 1, &rows[other].title);
                        problem(
                            "title",
                            say!(lang, "“{name}”与第{first}条《{title}》重名", "`{name}` is also a name of row {first}, 《{title}》"),
                        );
                    }
                }
                Some(_) => {}
                None => {
                    names.insert(name, index);
                }
            }
        }
    }
    problems.extend(circles(rows).map(|row| LocalProblem {
        row,
        key: "replaced_by",
        message: say!(lang, "取代关系首尾相接，成了循环", "the successors run in a circle"),
    }));
    problems
}

/// The rows from which the successors lead back to the row.
fn circles(rows: &[LocalReference]) -> impl Iterator<Item = usize> {
    let next = |index: usize| {
        let wanted = key(rows[index].replaced_by.as_deref()?);
        rows.iter().position(|row| key(&row.title) == wanted)
    };
    (0..rows.len()).filter(move |&start| {
        let chain = std::iter::successors(next(start), |&index| next(index));
        chain.take(rows.len()).any(|index| index == start && next(start) != Some(start))
    })
}

/// Adds the user's rows. A row with the title of a built-in one takes its place.
pub(super) fn add(rows: &[LocalReference], entries: &mut Vec<Entry>, problems: &mut Vec<String>) {
    let first = entries.len();
    for row in rows {
        if row.title.trim().is_empty() {
            problems.push("a reference without a title".to_owned());
            continue;
        }
        let title = row.title.trim().trim_start_matches('《').trim_end_matches('》').to_owned();
        let mut date = |text: &Option<String>| {
            let text = text.as_deref()?;
            let when = When::parse(text);
            if when.is_none() {
                problems.push(format!("{title}: `{text}` is no date: write YYYY-MM-DD"));
            }
            when
        };
        let (issued, from, to) = (date(&row.promulgated), date(&row.from), date(&row.to));
        let kind = if names::years_of(&names::key(&title)).is_some() { EntryKind::Plan } else { EntryKind::Policy };
        entries.push(Entry {
            id: Cow::Owned(format!("local/{title}")),
            kind,
            aliases: Cow::Owned(row.aliases.join(";")),
            numbers: Cow::Owned(row.number.clone().unwrap_or_default()),
            issuer: Cow::Owned(row.issuer.clone().unwrap_or_default()),
            title: Cow::Owned(title),
            issued,
            from,
            to,
            revisions: "",
            current: from,
            successor: None,
            confidence: Confidence::High,
            local: true,
            url: Cow::Owned(row.url.as_deref().map(str::trim).unwrap_or_default().to_owned()),
        });
    }
    for (index, row) in (first..).zip(rows.iter().filter(|row| !row.title.trim().is_empty())) {
        let Some(wanted) = row.replaced_by.as_deref() else { continue };
        let wanted = names::key(wanted);
        let found = entries.iter().rposition(|entry| names::key(&entry.title) == wanted);
        match found {
            Some(found) if found != index => entries[index].successor = Some(found as u32),
            Some(_) => problems.push(format!("{}: it cannot replace itself", row.title)),
            None => problems.push(format!("{}: `{wanted}` has no row of its own, so it is only named", row.title)),
        }
    }
}
