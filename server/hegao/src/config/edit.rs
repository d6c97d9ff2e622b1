//! Writing into `hegao.toml` for code actions. Comments and order stay; the answer is the smallest replacement of text.

use hegao_core::text::Span;
use hegao_core::{Edit, LocalReference, SeverityOverride};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, TomlError, Value, value};

/// Something to write into the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// Gives a rule or a family a severity, or switches it off.
    SetSeverity(String, SeverityOverride),
    /// Switches a rule off for a file, named as in `.gitignore`. The reason is left for the writer: until it is given, nothing is off.
    IgnoreIn(String, String),
    /// Adds a name to the dictionary.
    AddWord(String),
    /// Adds a local reference.
    AddReference(LocalReference),
    /// Sets `profile`, `period`, `issuer` or `lang`.
    Set(&'static str, String),
}

/// The edits of the text that carry the action out; none where it is done already. An error where the text is no TOML, or where a key
/// holds something of another kind: then the file is to be mended first.
pub(crate) fn edit(text: &str, action: &Action) -> Result<Vec<Edit>, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    match action {
        Action::SetSeverity(rule, severity) => {
            let rules = document.entry("rules").or_insert_with(|| Item::Table(Table::new()));
            if let Some(rules) = rules.as_table_like_mut() {
                put(rules, rule, name_of(*severity));
            }
        }
        Action::IgnoreIn(path, rule) => {
            let rows = document.entry("ignore").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
            let lists = |row: &Table, key: &str, text: &str| {
                row.get(key).and_then(Item::as_array).is_some_and(|list| list.iter().any(|item| item.as_str() == Some(text)))
            };
            let done = |row: &Table| lists(row, "paths", path) && lists(row, "rules", rule);
            if let Some(rows) = rows.as_array_of_tables_mut().filter(|rows| !rows.iter().any(done)) {
                let mut row = Table::new();
                row.insert("paths", value(Array::from_iter([path])));
                row.insert("rules", value(Array::from_iter([rule])));
                row.insert("reason", value(""));
                rows.push(row);
            }
        }
        Action::AddWord(word) => {
            let words = document.entry("dictionary").or_insert_with(|| value(Array::new()));
            if let Some(words) = words.as_array_mut().filter(|words| words.iter().all(|other| other.as_str() != Some(word))) {
                push(words, word);
            }
        }
        Action::AddReference(reference) => {
            let rows = document.entry("references").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
            let title = |row: &Table| row.get("title").and_then(Item::as_str) == Some(&reference.title);
            if let Some(rows) = rows.as_array_of_tables_mut().filter(|rows| !rows.iter().any(title)) {
                rows.push(row(reference));
            }
        }
        Action::Set(key, text) => put(document.as_table_mut(), key, text),
    }
    Ok(difference(text, &document.to_string()))
}

/// Sets a key and keeps the comment that stands behind its old value.
fn put(table: &mut dyn TableLike, key: &str, text: &str) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            let decor = old.decor().clone();
            *old = Value::from(text);
            *old.decor_mut() = decor;
        }
        None => {
            table.insert(key, value(text));
        }
    }
}

/// Adds to a list in the way it is written: one item a line, or all in one.
fn push(words: &mut Array, word: &str) {
    let prefix = words.iter().last().and_then(|last| last.decor().prefix()?.as_str().map(str::to_owned));
    let Some(prefix) = prefix.filter(|prefix| prefix.contains('\n')) else { return words.push(word) };
    // What stands in front of the last word and behind it, such as a comment, stays where it is.
    let indent = prefix.rsplit('\n').next().unwrap_or_default();
    let trailing = words.trailing().as_str().unwrap_or_default().to_owned();
    let (behind, rest) = trailing.find('\n').map_or(("", trailing.as_str()), |at| trailing.split_at(at));
    let mut item = Value::from(word);
    item.decor_mut().set_prefix(format!("{behind}\n{indent}"));
    words.push_formatted(item);
    words.set_trailing(rest);
}

fn row(reference: &LocalReference) -> Table {
    let mut table = Table::new();
    table.insert("title", value(reference.title.as_str()));
    if !reference.aliases.is_empty() {
        table.insert("aliases", value(reference.aliases.iter().collect::<Array>()));
    }
    let optional = [
        ("number", &reference.number),
        ("issuer", &reference.issuer),
        ("promulgated", &reference.promulgated),
        ("from", &reference.from),
        ("to", &reference.to),
        ("replaced_by", &reference.replaced_by),
        ("url", &reference.url),
    ];
    for (key, text) in optional {
        if let Some(text) = text {
            table.insert(key, value(text.as_str()));
        }
    }
    table
}

fn name_of(severity: SeverityOverride) -> &'static str {
    severity.severity().map_or("off", hegao_core::Severity::name)
}

/// The one replacement that makes `after` of `before`, at character boundaries.
fn difference(before: &str, after: &str) -> Vec<Edit> {
    if before == after {
        return Vec::new();
    }
    let same = |(a, b): &(u8, u8)| a == b;
    let start = before.bytes().zip(after.bytes()).take_while(same).count();
    let start = before.floor_char_boundary(start);
    let tail = before[start..].bytes().rev().zip(after[start..].bytes().rev()).take_while(same).count();
    let end = before.ceil_char_boundary(before.len() - tail);
    let tail = before.len() - end;
    vec![Edit { span: Span::new(start, end), text: after[start..after.len() - tail].to_owned() }]
}
