//! Reading the table, and saying what is wrong with a row.
//!
//! `data/references.tsv` has one row a line, fields separated by tabs, the names of the columns in the first line below the comments (`#`):
//! `id`, `kind` (see [`EntryKind`]), `title`, `aliases` (`;`), `number` (`;`, a later order with its date in brackets), `issuer`,
//! `issued`, `from`, `to` (dates as `YYYY[-MM[-DD]]`, empty where not known), `revisions` (`issued=from(manner);…`), `current`,
//! `successor` (an id) and `confidence` (`high`, `medium`, `low`). A column `url` may follow: the address of the official page. An address is
//! entered only where it is known to stay; it is never made up from a title.

use super::entry::{Confidence, Entry, EntryKind, When};
use super::names;
use crate::time::Date;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The columns of the table, in order.
pub(super) const COLUMNS: [&str; 13] =
    ["id", "kind", "title", "aliases", "number", "issuer", "issued", "from", "to", "revisions", "current", "successor", "confidence"];

/// The column that may stand behind the others.
const PAGE: &str = "url";

/// Reads a table. What cannot be read is left out and named.
pub(super) fn table(text: &'static str, problems: &mut Vec<String>) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(1500);
    let mut successors: Vec<(u32, &str)> = Vec::new();
    let comments = text.lines().take_while(|line| line.starts_with('#')).count();
    let mut lines = text.lines().skip(comments);
    let head = lines.next().unwrap_or_default();
    let pages = head.split('\t').eq(COLUMNS.into_iter().chain([PAGE]));
    if !pages && !head.split('\t').eq(COLUMNS) {
        problems.push("the first line below the comments does not name the columns".to_owned());
    }
    let columns = COLUMNS.len() + usize::from(pages);
    for (line, row) in (comments + 2..).zip(lines) {
        let mut fields = [""; COLUMNS.len() + 1];
        let mut count = 0;
        for field in row.split('\t') {
            if let Some(slot) = fields.get_mut(count) {
                *slot = field;
            }
            count += 1;
        }
        let [id, kind, title, aliases, numbers, issuer, issued, from, to, revisions, current, successor, confidence, url] = fields;
        if count != columns {
            problems.push(format!("line {line}: {count} fields"));
            continue;
        }
        let (Some(kind), Some(confidence)) = (EntryKind::parse(kind), Confidence::parse(confidence)) else {
            problems.push(format!("line {line}: {id}: kind or confidence"));
            continue;
        };
        if id.is_empty() || title.is_empty() {
            problems.push(format!("line {line}: no id or no title"));
            continue;
        }
        let mut date = |text: &'static str| {
            let when = When::parse(text);
            if when.is_none() && !text.is_empty() {
                problems.push(format!("line {line}: {id}: `{text}` is no date"));
            }
            when
        };
        let (issued, from, to, current) = (date(issued), date(from), date(to), date(current));
        if !successor.is_empty() {
            successors.push((entries.len() as u32, successor));
        }
        entries.push(Entry {
            id: Cow::Borrowed(id),
            kind,
            title: Cow::Borrowed(title),
            aliases: Cow::Borrowed(aliases),
            numbers: Cow::Borrowed(numbers),
            issuer: Cow::Borrowed(issuer),
            issued,
            from,
            to,
            revisions,
            current,
            successor: None,
            confidence,
            local: false,
            url: Cow::Borrowed(url),
        });
    }
    if !successors.is_empty() {
        let ids: FxHashMap<&str, u32> = (0u32..)
            .zip(&entries)
            .filter_map(|(index, entry)| if let Cow::Borrowed(id) = entry.id { Some((id, index)) } else { None })
            .collect();
        for (index, successor) in successors {
            match ids.get(successor) {
                Some(&found) => entries[index as usize].successor = Some(found),
                None => problems.push(format!("{}: no row `{successor}`", entries[index as usize].id)),
            }
        }
    }
    entries
}

/// Reads the number of articles: `id`, the first day of the version, the number of its last article; `#` begins a comment.
pub(super) fn articles(text: &str, entries: &[Entry], problems: &mut Vec<String>) -> Vec<(u32, Date, u16)> {
    let mut rows = Vec::new();
    for (line, row) in (1..).zip(text.lines()).filter(|(_, row)| !row.starts_with('#') && !row.is_empty()) {
        let mut fields = row.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (id, from, count) = (next(), next().parse::<Date>(), next().parse::<u16>());
        let index = entries.iter().position(|entry| entry.id == id);
        match (index, from, count) {
            (Some(index), Ok(from), Ok(count)) => rows.push((index as u32, from, count)),
            _ => problems.push(format!("articles.tsv, line {line}: `{id}` is no row, or date or number are none")),
        }
    }
    rows
}

/// What is wrong with the rows as a whole: dates out of order, circles of successors, names that stand for several documents.
pub(super) fn validate(entries: &[Entry]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
    let mut names: FxHashMap<Cow<str>, Vec<u32>> = FxHashMap::default();
    for (index, entry) in (0u32..).zip(entries) {
        if ids.insert(&entry.id, index).is_some() {
            problems.push(format!("{}: the id stands twice", entry.id));
        }
        if let (Some(from), Some(to)) = (entry.from.or(entry.issued), entry.to)
            && from.first() > to.last()
        {
            problems.push(format!("{}: it ends before it begins", entry.id));
        }
        if let (Some(issued), Some(from)) = (entry.issued, entry.from)
            && entry.kind != EntryKind::Plan
            && issued.first() > from.last()
        {
            problems.push(format!("{}: in force before it was issued", entry.id));
        }
        let revisions = entry.revisions.split(';').filter(|text| !text.is_empty()).count();
        if entry.revisions().count() != revisions {
            problems.push(format!("{}: revisions", entry.id));
        }
        let dates: Vec<_> = entry.revisions().map(|revision| revision.issued.last()).collect();
        if !dates.is_sorted() {
            problems.push(format!("{}: revisions out of order", entry.id));
        }
        if !entry.url.is_empty() && !entry.url.starts_with("https://") && !entry.url.starts_with("http://") {
            problems.push(format!("{}: `{}` is no address of a page", entry.id, entry.url));
        }
        if successors(entries, index).count() > entries.len() {
            problems.push(format!("{}: its successors run in a circle", entry.id));
        }
        let own = std::iter::once(entry.title.as_ref()).chain(entry.aliases());
        let mut own: Vec<_> = own.map(names::key).collect();
        own.sort_unstable();
        own.dedup();
        for name in own {
            names.entry(name).or_default().push(index);
        }
    }
    for (name, rows) in names.iter().filter(|(_, rows)| rows.len() > 1) {
        let one_line = |a: u32, b: u32| {
            let (first, second) = (&entries[a as usize], &entries[b as usize]);
            first.local
                || second.local
                || (first.kind == EntryKind::Meeting && second.kind == EntryKind::Meeting)
                || successors(entries, a).take(entries.len()).any(|next| next == b)
                || successors(entries, b).take(entries.len()).any(|next| next == a)
        };
        if rows.windows(2).any(|pair| !one_line(pair[0], pair[1])) {
            let ids: Vec<_> = rows.iter().map(|&row| entries[row as usize].id.as_ref()).collect();
            problems.push(format!("`{name}` stands for {}", ids.join(" and ")));
        }
    }
    problems.sort_unstable();
    problems
}

/// The rows that have taken the place of a row, one after the other; endless where they run in a circle.
pub(super) fn successors(entries: &[Entry], index: u32) -> impl Iterator<Item = u32> {
    let mut left = entries.len() + 1;
    std::iter::successors(entries[index as usize].successor, move |&next| {
        left -= 1;
        if left == 0 { None } else { entries[next as usize].successor }
    })
}
