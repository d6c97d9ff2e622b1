//! Columns that are made from other columns: rates, shares, changes and differences.

use super::{At, Found, Sheet, exact};
use crate::draft::tables::{ColumnKind, Value};
use crate::relations::{Kind, Strength, Verdict};

/// What heads of shares of a total contain.
const SHARE: &[&str] = &["占", "比重", "比例", "份额", "构成"];
/// What heads of changes contain.
const CHANGE: &[&str] = &["同比", "环比", "增", "幅", "降", "±", "较上"];
/// Tables wider than this have no columns made from any two others looked for.
const WIDEST: usize = 14;

/// As many rows tell which columns a column is made from.
const SAMPLE: usize = 48;

/// Ties every derived column to the columns that it is made from.
pub(super) fn run(sheet: &mut Sheet) {
    let amounts = sheet.columns(ColumnKind::Amount);
    if amounts.len() > WIDEST || !sheet.table.aligned {
        return;
    }
    for column in sheet.columns(ColumnKind::Percent) {
        let head = sheet.head(column);
        let named = |words: &[&str]| words.iter().any(|word| head.contains(word));
        let signed = is_signed(sheet, column);
        let found = if named(SHARE) {
            shares(sheet, column, &amounts).or_else(|| {
                let part = amounts.iter().rev().find(|&&part| part < column)?;
                Some(super::prose::shares(sheet, column, *part))
            })
        } else if named(CHANGE) || signed {
            pairs(sheet, column, &amounts, |sheet, claim, now, before| change(sheet, claim, now, before, !signed))
        } else {
            pairs(sheet, column, &amounts, rate).or_else(|| shares(sheet, column, &amounts))
        };
        sheet.found.extend(found.unwrap_or_default());
    }
    for &column in &amounts {
        let heads = &sheet.table.columns[column].heads;
        let told = heads.iter().any(|head| ["增", "减", "差", "升", "降"].iter().any(|word| head.of(sheet.text).contains(word)));
        let signed = is_signed(sheet, column);
        if told || signed {
            let found = pairs(sheet, column, &amounts, |sheet, claim, now, before| difference(sheet, claim, now, before, !signed));
            sheet.found.extend(found.unwrap_or_default());
        }
    }
}

fn is_signed(sheet: &Sheet, column: usize) -> bool {
    sheet.rows().iter().any(|row| row.cells[column].value().is_some_and(|value| value.signed))
}

/// Whether the rows bear a reading out: it holds for most of them, and not only where any reading would.
fn borne_out(found: &[Found], sheet: &Sheet) -> Option<usize> {
    let telling = |found: &&Found| {
        let value = |index: usize| sheet.value(found.operands[index].1).map_or(0, |value: Value| value.mantissa);
        matches!(found.verdict, Verdict::Holds | Verdict::Rounding) && value(1) != value(2) && value(0) != 0
    };
    let fits = found.iter().filter(telling).count();
    let good = found.iter().filter(|found| found.verdict == Verdict::Holds).count();
    (fits >= 2 && good * 10 >= found.len() * 6).then_some(good * 2 + fits)
}

/// The two columns from which a column is made, found by trying: those that make most of its rows right.
fn pairs(sheet: &Sheet, column: usize, amounts: &[usize], judge: impl Fn(&Sheet, At, At, At) -> Option<Found>) -> Option<Vec<Found>> {
    let others = || amounts.iter().copied().filter(|&other| other != column);
    let all = others().flat_map(|a| others().filter(move |&b| b != a).map(move |b| (a, b)));
    let rows = |count: usize, (a, b): (usize, usize)| -> Vec<Found> {
        (0..count).filter_map(|row| judge(sheet, (row, column), (row, a), (row, b))).collect()
    };
    // The first rows tell which two; then all rows are judged.
    let some = sheet.rows().len().min(SAMPLE);
    let best = all
        .filter_map(|pair| {
            // Of equals, the columns nearest to the claim.
            let near = column.abs_diff(pair.0) + column.abs_diff(pair.1);
            borne_out(&rows(some, pair), sheet).map(|score| (score, std::cmp::Reverse(near), pair))
        })
        .max_by_key(|&(score, near, _)| (score, near))?;
    let found = rows(sheet.rows().len(), best.2);
    borne_out(&found, sheet).map(|_| found)
}

fn rate(sheet: &Sheet, claim: At, part: At, whole: At) -> Option<Found> {
    ratio(sheet, Kind::Rate, claim, part, whole)
}

fn ratio(sheet: &Sheet, kind: Kind, claim: At, part: At, whole: At) -> Option<Found> {
    let (verdict, value) = exact::relative(sheet.value(claim)?, sheet.value(part)?, sheet.value(whole)?, false, false)?;
    Some(Found {
        kind,
        verdict,
        formula: format!("{} ÷ {} = {value}%", sheet.written(part), sheet.written(whole)),
        operands: vec![("claim", claim), ("numerator", part), ("denominator", whole)],
        expected: Some(as_written(sheet, claim, value)),
        prose: None,
        sum: false,
        strength: Strength::Certain,
    })
}

fn change(sheet: &Sheet, claim: At, now: At, before: At, either_sign: bool) -> Option<Found> {
    let (verdict, value) = exact::relative(sheet.value(claim)?, sheet.value(now)?, sheet.value(before)?, true, either_sign)?;
    Some(Found {
        kind: Kind::Change,
        verdict,
        formula: format!("({now} - {before}) ÷ {before} = {value}%", now = sheet.written(now), before = sheet.written(before)),
        operands: vec![("claim", claim), ("now", now), ("before", before)],
        expected: Some(as_written(sheet, claim, value)),
        prose: None,
        sum: false,
        strength: Strength::Certain,
    })
}

fn difference(sheet: &Sheet, claim: At, now: At, before: At, either_sign: bool) -> Option<Found> {
    let (claimed, top, bottom) = (sheet.value(claim)?, sheet.value(now)?, sheet.value(before)?);
    let (ok, value) = exact::difference(claimed, top, bottom, either_sign)?;
    Some(Found {
        kind: Kind::Change,
        verdict: if ok { Verdict::Holds } else { Verdict::Broken },
        formula: format!("{} - {} = {value}", sheet.written(now), sheet.written(before)),
        operands: vec![("claim", claim), ("now", now), ("before", before)],
        expected: Some(value),
        prose: None,
        sum: false,
        strength: Strength::Certain,
    })
}

/// A computed value in the form of the cell: with its arrow and its per cent sign.
pub(super) fn as_written(sheet: &Sheet, claim: At, value: String) -> String {
    let written = sheet.written(claim);
    let sign = if written.contains('%') { "%" } else { "" };
    let arrows = written.contains(['↑', '↓']);
    match value.strip_prefix('-') {
        Some(value) if arrows => format!("↓{value}{sign}"),
        None if arrows => format!("↑{value}{sign}"),
        _ => format!("{value}{sign}"),
    }
}

/// Shares of one whole: the total's row, or a figure beside the table's rows that spans them.
fn shares(sheet: &Sheet, column: usize, amounts: &[usize]) -> Option<Vec<Found>> {
    let rows = sheet.rows().len();
    let mut wholes: Vec<At> = Vec::new();
    // The amounts in front of the shares, the nearest first.
    for &part in amounts.iter().rev().filter(|&&part| part < column) {
        wholes.clear();
        wholes.extend((0..rows).filter(|&row| sheet.is_total(row)).map(|row| (row, part)));
        wholes.extend(spanning(sheet, amounts));
        for &whole in &wholes {
            let mut found: Vec<Found> = (0..rows).filter_map(|row| ratio(sheet, Kind::Share, (row, column), (row, part), whole)).collect();
            if borne_out(&found, sheet).is_some() {
                // The text above gives the whole too: a reviewer finds it there first.
                let told = super::prose::told(sheet, whole).map(|index| ("denominator", index));
                found.iter_mut().for_each(|found| found.prose = told);
                return Some(found);
            }
        }
    }
    None
}

/// Cells that stand alone in their column: totals that span all rows.
pub(super) fn spanning(sheet: &Sheet, amounts: &[usize]) -> Vec<At> {
    let alone = |&column: &usize| {
        let mut rows = (0..sheet.rows().len()).filter(|&row| sheet.value((row, column)).is_some());
        rows.next().filter(|_| rows.next().is_none() && sheet.rows().len() > 2).map(|row| (row, column))
    };
    amounts.iter().filter_map(alone).collect()
}
