//! Income and spending side by side: 收入总计 is 支出总计, because what is not spent is carried over and stands among the spending.

use super::{At, Sheet};
use crate::draft::tables::{ColumnKind, Table};
use crate::relations::view::Making;
use crate::relations::{Kind, Relation, Strength, Verdict};
use crate::text::Span;

/// Ties the two totals of tables that share their lines; `told` are the relations of either.
pub(super) fn pair(text: &str, [one, other]: [&Table; 2], told: &[Relation]) -> Vec<Relation> {
    let (income, spending) = (Sheet::new(text, one, &[]), Sheet::new(text, other, &[]));
    let Some((left, right)) = total(&income, "收入").zip(total(&spending, "支出")) else { return Vec::new() };
    let columns = columns(&income, &spending).into_iter();
    columns.filter_map(|(one, other)| equal(&income, (left, one), &spending, (right, other), told)).collect()
}

/// The columns that belong together: budget and budget, final account and final account.
fn columns(income: &Sheet, spending: &Sheet) -> Vec<(usize, usize)> {
    let (one, other) = (income.columns(ColumnKind::Amount), spending.columns(ColumnKind::Amount));
    let pairs = one.iter().copied().zip(other.iter().copied());
    // Of amounts whose heads are lost only the first, the name's whole, is known.
    if !income.table.aligned || !spending.table.aligned {
        return pairs.take(1).collect();
    }
    let alike = one.len() == other.len() && (one.len() == 1 || pairs.clone().all(|(a, b)| income.head(a) == spending.head(b)));
    if alike { pairs.collect() } else { Vec::new() }
}

fn equal(income: &Sheet, left: At, spending: &Sheet, right: At, relations: &[Relation]) -> Option<Relation> {
    let (one, other) = (income.value(left)?, spending.value(right)?);
    let (holds, _) = super::exact::equal(&[one], &[other])?;
    // A total that its own side shows to be wrong is told there.
    let told = |at: Span| relations.iter().any(|other| other.verdict == Verdict::Broken && other.operands[other.culprit].span == at);
    if !holds && (told(income.cell(left)) || told(spending.cell(right))) {
        return None;
    }
    let formula = format!("{} {} {}", income.written(left), if holds { "=" } else { "≠" }, spending.written(right));
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    let operands = vec![spending.operand("first", right), income.operand("second", left)];
    Some(Making::new(Kind::Same, verdict, formula, operands).strength(Strength::Certain).done())
}

/// The row of the one total of a side: 收入总计, or 总计 where the rows above speak of 收入.
fn total(sheet: &Sheet, side: &str) -> Option<usize> {
    let name = |row: usize| sheet.label(row).replace(' ', "");
    let speaks = (0..sheet.rows().len()).any(|row| name(row).contains(side));
    let is = |row: &usize| {
        let name = name(*row);
        name.ends_with("总计") && (name.contains(side) || name == "总计" && speaks)
    };
    let mut rows = (0..sheet.rows().len()).filter(is);
    rows.next().filter(|_| rows.next().is_none())
}
