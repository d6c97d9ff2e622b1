//! Income and spending side by side: 收入总计 is 支出总计, because what is not spent is carried over and stands among the spending.

use super::{At, Sheet};
use crate::draft::tables::{ColumnKind, Table};
use crate::relations::view::Making;
use crate::relations::{Kind, Relation, Strength, Verdict};
use crate::text::Span;

/// Ties the two totals of every pair of tables that share their lines.
pub(super) fn run(text: &str, tables: &[Table], relations: &mut Vec<Relation>) {
    for pair in tables.windows(2).filter(|pair| pair[0].span == pair[1].span) {
        let (income, spending) = (Sheet::new(text, &pair[0], &[]), Sheet::new(text, &pair[1], &[]));
        let totals = total(&income, "收入").zip(total(&spending, "支出"));
        let Some((left, right)) = totals else { continue };
        let (Some(one), Some(other)) = (income.value(left), spending.value(right)) else { continue };
        let Some((holds, _)) = super::exact::equal(&[one], &[other]) else { continue };
        let formula = format!("{} {} {}", income.written(left), if holds { "=" } else { "≠" }, spending.written(right));
        let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
        // A total that its own side shows to be wrong is told there.
        let told = |at: Span| relations.iter().any(|other| other.verdict == Verdict::Broken && other.operands[other.culprit].span == at);
        if !holds && (told(income.cell(left)) || told(spending.cell(right))) {
            continue;
        }
        let operands = vec![spending.operand("first", right), income.operand("second", left)];
        relations.push(Making::new(Kind::Same, verdict, formula, operands).strength(Strength::Certain).done());
    }
}

/// The one total of a side: 收入总计, or 总计 where the rows above speak of 收入.
fn total(sheet: &Sheet, side: &str) -> Option<At> {
    let amounts = sheet.columns(ColumnKind::Amount);
    let name = |row: usize| sheet.label(row).replace(' ', "");
    let speaks = (0..sheet.rows().len()).any(|row| name(row).contains(side));
    let is = |row: &usize| {
        let name = name(*row);
        name.ends_with("总计") && (name.contains(side) || name == "总计" && speaks)
    };
    let mut rows = (0..sheet.rows().len()).filter(is);
    let row = rows.next().filter(|_| rows.next().is_none())?;
    // Several columns are several years or several kinds: which one is meant is then not known.
    let [column] = amounts.as_slice() else {
        return amounts.first().filter(|_| !sheet.table.aligned).map(|&column| (row, column));
    };
    Some((row, *column))
}
