//! Places and the row that stands for all of them: 全市 above its counties.

use super::sums::{adds, is_aside, sum};
use super::{At, Found, Sheet};
use crate::draft::tables::{ColumnKind, Value};
use crate::relations::Verdict;

/// Rows that stand for all places together.
const EVERYWHERE: &[&str] = &["全市", "全县", "全区", "全省", "全州", "全国", "全旗", "全盟", "全镇", "全乡", "全系统"];

/// 全市 beside its counties, in the first row or the last: its columns show whether the places make it up.
///
/// What is told of one column is that two others hold; and no more than a fifth may be missing, for not every amount adds up.
pub(super) fn everywhere(sheet: &mut Sheet) {
    let rows = sheet.rows().len();
    let named = |row: &usize| EVERYWHERE.contains(&sheet.label(*row));
    let mut whole = (0..rows).filter(named);
    let Some(total) = whole.next().filter(|&row| whole.next().is_none() && (row == 0 || row + 1 == rows)) else { return };
    if rows < 4 || !sheet.table.aligned || (0..rows).any(|row| sheet.is_total(row) || sheet.labels(row).any(is_aside)) {
        return;
    }
    let sums: Vec<Found> = sheet
        .columns(ColumnKind::Amount)
        .into_iter()
        .filter(|&column| adds(sheet.head(column)))
        .filter_map(|column| {
            let parts: Vec<At> = (0..rows).filter(|&row| row != total).map(|row| (row, column)).collect();
            let whole = sheet.value((total, column))?;
            let whole_known = parts.iter().all(|&at| sheet.value(at).is_some());
            sum(sheet, (total, column), whole, &parts)
                .filter(|found| whole_known && (found.verdict == Verdict::Holds || close(sheet, found)))
        })
        .collect();
    let held = sums.iter().filter(|sum| sum.verdict == Verdict::Holds).count();
    if held >= 2 && (sums.len() - held) * 3 <= sums.len() {
        sheet.found.extend(sums);
    }
}

/// Whether a sum misses its whole by no more than a fifth.
fn close(sheet: &Sheet, found: &Found) -> bool {
    let values: Vec<Value> = found.operands.iter().filter_map(|&(_, at)| sheet.value(at)).collect();
    let Some((whole, parts)) = values.split_first() else { return false };
    let sum: i64 = parts.iter().map(|part| part.mantissa).sum();
    parts.iter().all(|part| part.places == whole.places && part.scale == whole.scale)
        && (sum - whole.mantissa).abs().saturating_mul(5) <= whole.mantissa.abs()
}
