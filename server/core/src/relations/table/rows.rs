//! Rows of a table that the sentences above it tell as well: 公安类120件、自然资源类80件 above a table with these rows.

use super::prose::{Count, counts};
use super::{At, Found, Sheet};
use crate::draft::tables::{ColumnKind, Value};
use crate::relations::{Kind, Strength, Verdict, slip};
use rustc_hash::FxHashMap;

/// As many rows of one paragraph that agree show that it speaks of a column.
const WITNESSES: usize = 2;
/// Smaller numbers agree by chance.
const LEAST: i64 = 10;
/// What the text adds to the name of a row, longest first where one ends another.
const NOUNS: &[&str] = &["类案件", "类问题", "类事项", "类诉求", "案件", "问题", "事项", "诉求", "领域", "方面", "类"];

/// Ties the counts of the text to the cells of the rows that they name. One that differs is told only where others of its paragraph agree
/// with the same column, and a slip explains what differs.
pub(super) fn in_text(sheet: &mut Sheet) {
    let rows = named(sheet);
    if rows.is_empty() {
        return;
    }
    // By paragraph: the counts with the rows that they name.
    let mut told: Vec<(u32, Vec<(Count, usize)>)> = Vec::new();
    for count in counts(sheet) {
        let figure = &sheet.figures[count.0];
        let Some(row) = row(&rows, figure.label(sheet.text)) else { continue };
        match told.last_mut().filter(|(paragraph, _)| *paragraph == figure.paragraph) {
            Some((_, counts)) => counts.push((count, row)),
            None => told.push((figure.paragraph, vec![(count, row)])),
        }
    }
    let amounts = sheet.columns(ColumnKind::Amount);
    let found: Vec<Found> = told.iter().filter_map(|(_, counts)| best(sheet, &amounts, counts)).flatten().collect();
    sheet.found.extend(found);
}

/// The rows by their names; names that two rows have are left out.
fn named<'a>(sheet: &Sheet<'a>) -> FxHashMap<&'a str, Option<usize>> {
    let mut rows: FxHashMap<&str, Option<usize>> = FxHashMap::default();
    if sheet.figures.is_empty() {
        return rows;
    }
    for row in (0..sheet.rows().len()).filter(|&row| !sheet.is_total(row)) {
        let name = sheet.label(row);
        let name = name.strip_suffix('类').unwrap_or(name);
        if name.chars().count() >= 2 {
            rows.entry(name).and_modify(|known| *known = None).or_insert(Some(row));
        }
    }
    rows
}

/// The row that the words name.
fn row(rows: &FxHashMap<&str, Option<usize>>, label: &str) -> Option<usize> {
    let label = label.trim_matches(['、', ',', ' ']);
    let bare = NOUNS.iter().find_map(|noun| label.strip_suffix(noun)).unwrap_or(label);
    rows.get(bare).or_else(|| rows.get(label)).copied().flatten()
}

/// The relations with the column with which most counts of a paragraph agree.
fn best(sheet: &Sheet, amounts: &[usize], counts: &[(Count, usize)]) -> Option<Vec<Found>> {
    let whole = |at: At| sheet.value(at).filter(|value: &Value| value.places == 0 && value.scale == 1 && !value.percent);
    let agreeing = |column: usize| {
        let agrees = |&&((_, count), row): &&(Count, usize)| {
            count.mantissa >= LEAST && whole((row, column)).is_some_and(|value| value.mantissa == count.mantissa)
        };
        counts.iter().filter(agrees).count()
    };
    let (good, column) =
        amounts.iter().map(|&column| (agreeing(column), column)).max_by_key(|&(good, column)| (good, std::cmp::Reverse(column)))?;
    if good < WITNESSES {
        return None;
    }
    let judge = |&((index, count), row): &(Count, usize)| {
        let at = (row, column);
        let value = whole(at)?;
        let agrees = value.mantissa == count.mantissa;
        let slipped = || slip::is_slip(&sheet.figures[index].number, i128::from(value.mantissa).into());
        // Another count of the row may be meant where nothing explains the difference.
        (agrees || value.mantissa >= LEAST && good >= 2 * (counts.len() - good) && slipped()).then(|| Found {
            kind: Kind::Same,
            verdict: if agrees { Verdict::Holds } else { Verdict::Broken },
            formula: format!("{} {} {}", sheet.written(at), if agrees { "=" } else { "≠" }, count.mantissa),
            operands: vec![("first", at)],
            prose: Some(("second", index)),
            expected: None,
            sum: false,
            strength: Strength::Likely,
        })
    };
    Some(counts.iter().filter_map(judge).collect())
}
