//! A table and the sentences above it: shares of a figure that only the text gives, and totals that the text repeats.

use super::{At, Found, Sheet, exact, sums};
use crate::draft::figures::{Bound, Figure};
use crate::draft::tables::{ColumnKind, Value};
use crate::relations::{Kind, Strength, Verdict, slip};

/// How many figures above a table are looked at.
const REACH: usize = 200;

/// A count in the text: its index in the sheet's figures, and its value.
pub(super) type Count = (usize, Value);

/// The last figures that end in front of a table.
pub(super) fn near(figures: &[Figure], start: u32) -> &[Figure] {
    let end = figures.partition_point(|figure| figure.span.end <= start);
    &figures[end.saturating_sub(REACH)..end]
}

/// The whole counts among the figures above a table, the nearest first.
pub(super) fn counts(sheet: &Sheet) -> Vec<Count> {
    let count = |(index, figure): (usize, &Figure)| {
        let number = &figure.number;
        let plain = number.bound == Bound::Exact && number.to.is_none() && number.value.is_integer() && number.step == 1.into();
        let mantissa = i64::try_from(number.value.to_integer()).ok().filter(|_| plain && figure.is_level() && !number.chinese)?;
        Some((index, Value { mantissa, places: 0, percent: false, signed: false, scale: 1 }))
    };
    sheet.figures.iter().enumerate().rev().filter_map(count).collect()
}

/// Shares of a count in the text: the one count of which most of the rows of a group are the shares that they claim.
pub(super) fn shares(sheet: &Sheet, column: usize, part: usize) -> Vec<Found> {
    let counts = counts(sheet);
    groups(sheet).into_iter().filter(|rows| rows.len() >= 3).flat_map(|rows| share_of(sheet, column, part, &rows, &counts)).collect()
}

fn share_of(sheet: &Sheet, column: usize, part: usize, rows: &[usize], counts: &[Count]) -> Vec<Found> {
    let rows: Vec<(usize, Value, Value)> =
        rows.iter().filter_map(|&row| Some((row, sheet.value((row, column))?, sheet.value((row, part))?))).collect();
    for &(index, whole) in counts {
        if rows.iter().any(|(_, _, part)| part.mantissa > whole.mantissa) {
            continue;
        }
        let judged: Vec<Found> = rows
            .iter()
            .filter_map(|&(row, claim, value)| {
                let (verdict, computed) = exact::relative(claim, value, whole, false, false)?;
                let (claim, numerator) = ((row, column), (row, part));
                Some(Found {
                    kind: Kind::Share,
                    verdict,
                    formula: format!("{} ÷ {} = {computed}%", sheet.written(numerator), whole.mantissa),
                    operands: vec![("claim", claim), ("numerator", numerator)],
                    prose: Some(("denominator", index)),
                    expected: Some(super::columns::as_written(sheet, claim, computed)),
                    sum: false,
                    strength: Strength::Certain,
                })
            })
            .collect();
        let good = judged.iter().filter(|found| found.verdict == Verdict::Holds).count();
        if good >= 3 && good * 10 >= judged.len() * 6 {
            return judged;
        }
    }
    Vec::new()
}

/// The rows by the outermost words that name them, where rows have two; else all rows.
fn groups(sheet: &Sheet) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for row in 0..sheet.rows().len() {
        let opens = sheet.labels(row).count() > 1;
        match groups.last_mut() {
            Some(group) if !opens => group.push(row),
            _ => groups.push(vec![row]),
        }
    }
    groups
}

/// Totals that the text gives too. A count in the text is the same as a total where the words in front of it name the column; a total
/// that differs is told only where two others of its row are the same in one paragraph, which shows that both speak of the same thing.
pub(super) fn same(sheet: &mut Sheet) {
    let counts = counts(sheet);
    let mut found = Vec::new();
    for row in (0..sheet.rows().len()).filter(|&row| sheet.is_total(row)) {
        let totals: Vec<(At, Value, &str)> = (0..sheet.table.columns.len())
            .filter_map(|column| Some(((row, column), sheet.value((row, column))?, name(sheet.head(column)))))
            .filter(|(_, value, name)| value.places == 0 && value.scale == 1 && !value.percent && !name.is_empty())
            .collect();
        let mut named: Vec<(At, Value, Count)> = Vec::new();
        for &(at, value, name) in &totals {
            let mut fitting = counts.iter().filter(|&&(index, _)| sheet.figures[index].before.of(sheet.text).contains(name));
            // The nearest that agrees, else the only one that is named so.
            let agreeing = fitting.clone().find(|(_, count)| count.mantissa == value.mantissa);
            let only = fitting.next().filter(|_| fitting.next().is_none());
            if let Some(&count) = agreeing.or(only) {
                named.push((at, value, count));
            }
        }
        for &(at, value, (index, count)) in &named {
            let agrees = count.mantissa == value.mantissa;
            let paragraph = sheet.figures[index].paragraph;
            let witnesses = named
                .iter()
                .filter(|(other, value, count)| {
                    *other != at
                        && count.1.mantissa == value.mantissa
                        && sheet.figures[count.0].paragraph == paragraph
                        && value.mantissa >= 10
                })
                .count();
            if agrees && value.mantissa >= 10 || witnesses >= 2 || witnesses == 1 && slipped(sheet, &named, at, index) {
                found.push(Found {
                    kind: Kind::Same,
                    verdict: if agrees { Verdict::Holds } else { Verdict::Broken },
                    formula: format!("{} = {}", sheet.written(at), count.mantissa),
                    operands: vec![("first", at)],
                    prose: Some(("second", index)),
                    expected: None,
                    sum: false,
                    strength: Strength::Likely,
                });
            }
        }
    }
    sheet.found.extend(found);
}

/// The count in the nearest paragraph with counts above the table that is the same as a total of it, in three places or more.
pub(super) fn told(sheet: &Sheet, total: At) -> Option<usize> {
    let value = sheet.value(total).filter(|value| value.places == 0 && value.scale == 1 && value.mantissa >= TELLING)?;
    let counts = counts(sheet);
    let paragraph = sheet.figures[counts.first()?.0].paragraph;
    let near = |&&(index, count): &&Count| sheet.figures[index].paragraph == paragraph && count.mantissa == value.mantissa;
    // The first mention of the paragraph names it.
    counts.iter().rev().find(near).map(|&(index, _)| index)
}

/// Words that lead from a paragraph to the table below it.
const POINTERS: &[&str] = &["下表", "下图", "见表", "如表", "附表", "如下"];

/// The total of a table of one amount and the count in the paragraph that leads to it: 共审结4696件,详见下表.
///
/// Where no count of the paragraph is the total, the only one that a slip explains is told.
pub(super) fn pointed(sheet: &mut Sheet) {
    let amounts = sheet.columns(ColumnKind::Amount);
    let totals: Vec<usize> = (0..sheet.rows().len()).filter(|&row| sheet.is_total(row)).collect();
    let (&[column], &[row]) = (amounts.as_slice(), totals.as_slice()) else { return };
    let counts = counts(sheet);
    let Some(last) = counts.first().map(|&(index, _)| &sheet.figures[index]) else { return };
    let at = (row, column);
    let Some(value) = sheet.value(at).filter(|value| value.places == 0 && value.scale == 1 && value.mantissa >= TELLING) else { return };
    let paragraph = last.paragraph;
    let behind = sheet.text.get(last.span.end as usize..sheet.table.span.start as usize).unwrap_or_default();
    if behind.len() > 4 * POINTED {
        return;
    }
    if !POINTERS.iter().any(|word| behind.contains(word)) || behind.chars().count() > POINTED {
        return;
    }
    let near: Vec<Count> = counts.into_iter().filter(|&(index, _)| sheet.figures[index].paragraph == paragraph).collect();
    let slipped = |&(index, _): &Count| slip::is_slip(&sheet.figures[index].number, i128::from(value.mantissa).into());
    let same = near.iter().rev().find(|(_, count)| count.mantissa == value.mantissa);
    let mut slips = near.iter().filter(|count| slipped(count));
    let (index, agrees) = match (same, slips.next(), slips.next()) {
        (Some(&(index, _)), ..) => (index, true),
        (None, Some(&(index, _)), None) => (index, false),
        _ => return,
    };
    if sheet.found.iter().any(|found| found.kind == Kind::Same && found.prose.is_some_and(|(_, other)| other == index)) {
        return;
    }
    sheet.found.push(Found {
        kind: Kind::Same,
        verdict: if agrees { Verdict::Holds } else { Verdict::Broken },
        formula: format!("{} {} {}", sheet.written(at), if agrees { "=" } else { "≠" }, sheet.figures[index].number.span.of(sheet.text)),
        operands: vec![("first", at)],
        prose: Some(("second", index)),
        expected: None,
        sum: false,
        strength: Strength::Likely,
    });
}

/// A paragraph leads to a table in no more characters behind its last figure, the table's title included.
const POINTED: usize = 80;

/// Counts of fewer places agree by chance.
const TELLING: i64 = 100;

/// Whether one witness is enough: it stands in the same sentence and is long, and a slip explains what differs.
fn slipped(sheet: &Sheet, named: &[(At, Value, Count)], at: At, index: usize) -> bool {
    let figure = &sheet.figures[index];
    let Some(value) = sheet.value(at) else { return false };
    let witness = named.iter().any(|(other, value, count)| {
        *other != at && value.mantissa == count.1.mantissa && value.mantissa >= 100 && sheet.figures[count.0].sentence == figure.sentence
    });
    witness && value.mantissa >= 100 && slip::is_slip(&figure.number, i128::from(value.mantissa).into())
}

/// Groups of numbered rows whose totals the text gives: 不予公开12件 above a table with （三）不予公开 and its rows.
///
/// A group that differs is told only where two others agree with the same paragraph.
pub(super) fn groups_in_text(sheet: &mut Sheet) {
    let amounts = sheet.columns(ColumnKind::Amount);
    let Some(&column) = amounts.last().filter(|&&column| amounts.len() == 1 || sums::head_total(sheet.head(column))) else { return };
    let counts = counts(sheet);
    // The paragraph, whether it agrees, and the relation.
    let mut judged: Vec<(u32, bool, Found)> = Vec::new();
    for (name, rows) in sums::named_groups(sheet) {
        let named = |&&(index, _): &&Count| sheet.figures[index].before.of(sheet.text).trim_end().ends_with(name);
        let Some(&(index, count)) = counts.iter().find(named) else { continue };
        let cells: Vec<At> = rows.into_iter().map(|row| (row, column)).filter(|&at| sheet.value(at).is_some()).collect();
        let values: Vec<Value> = cells.iter().filter_map(|&at| sheet.value(at)).collect();
        let Some((agrees, sum)) = exact::equal(&[count], &values).filter(|_| !cells.is_empty()) else { continue };
        let shown: Vec<&str> = cells.iter().map(|&at| sheet.written(at)).collect();
        let (kind, role, own) = if cells.len() == 1 { (Kind::Same, "first", "second") } else { (Kind::Partition, "part", "whole") };
        judged.push((
            sheet.figures[index].paragraph,
            agrees,
            Found {
                kind,
                verdict: if agrees { Verdict::Holds } else { Verdict::Broken },
                formula: format!("{} = {sum}", shown.join(" + ")),
                operands: cells.iter().map(|&at| (role, at)).collect(),
                prose: Some((own, index)),
                expected: None,
                sum: false,
                strength: Strength::Likely,
            },
        ));
    }
    let witnesses = |paragraph: u32| judged.iter().filter(|(other, agrees, _)| *agrees && *other == paragraph).count();
    let kept: Vec<bool> = judged.iter().map(|&(paragraph, agrees, _)| witnesses(paragraph) >= 2 + usize::from(agrees)).collect();
    sheet.found.extend(judged.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|((.., found), _)| found));
}

/// The words of a head that name what is counted, without what says that it is a number; empty where that is too little to go by.
fn name(head: &str) -> &str {
    let head = head.split('(').next().unwrap_or(head);
    let name = ["数量", "件数", "总数", "总量", "数", "量"].iter().find_map(|end| head.strip_suffix(end)).unwrap_or(head);
    if name.chars().count() >= 2 { name } else { "" }
}
