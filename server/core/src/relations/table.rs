//! Relations that a table states by its form: totals of rows and columns, balances, rates, shares and changes in columns.
//!
//! Heads and labels propose a relation for a whole column or row; the table's own rows must bear it out before one that fails is called
//! broken. A table that is read wrongly fails everywhere, and is then left alone.

mod budget;
mod columns;
mod exact;
mod places;
mod prose;
mod rows;
mod sums;
#[cfg(test)]
mod tests;

use super::{Kind, Operand, Relation, Strength, Verdict};
use crate::draft::tables::{ColumnKind, Row, Table, Value};
use crate::draft::{Draft, Figure, tables};
use crate::text::{Folded, Span};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

/// Ties the figures of the tables of a draft.
pub(crate) fn relate_tables(folded: &Folded, draft: &Draft) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut previous: Option<(&Table, usize)> = None;
    for table in &draft.tables {
        let start = relations.len();
        let mut sheet = Sheet::new(folded.text(), table, prose::near(&draft.figures, table.span.start));
        sums::columns(&mut sheet);
        sums::rows(&mut sheet);
        places::everywhere(&mut sheet);
        sums::balance(&mut sheet);
        columns::run(&mut sheet);
        prose::same(&mut sheet);
        prose::pointed(&mut sheet);
        prose::groups_in_text(&mut sheet);
        rows::in_text(&mut sheet);
        relations.append(&mut sheet.finish());
        if let Some((beside, from)) = previous.filter(|(beside, _)| beside.span == table.span) {
            let totals = budget::pair(folded.text(), [beside, table], &relations[from..]);
            relations.extend(totals);
        }
        previous = Some((table, start));
    }
    relations
}

/// A table as its relations see it.
struct Sheet<'a> {
    text: &'a str,
    table: &'a Table,
    /// The figures in the text above.
    figures: &'a [Figure],
    /// The columns that name the rows, remarks behind the figures not among them.
    naming: Range<usize>,
    /// The rank of the total that each row is, 0 for other rows; read when first asked for.
    ranks: OnceCell<Vec<u8>>,
    found: Vec<Found>,
}

/// A relation with the values of its operands.
struct Found {
    kind: Kind,
    verdict: Verdict,
    formula: String,
    operands: Vec<(&'static str, At)>,
    /// An operand in the text above: an index into the sheet's figures.
    prose: Option<(&'static str, usize)>,
    /// The value that every operand would have to take for the relation to hold, where that is one value.
    expected: Option<String>,
    /// Whether a total and its parts are tied: then the value that a part would have to take follows too.
    sum: bool,
    strength: Strength,
}

/// The place of a cell: row and column.
type At = (usize, usize);

impl<'a> Sheet<'a> {
    fn new(text: &'a str, table: &'a Table, figures: &'a [Figure]) -> Self {
        let first = table.columns.iter().position(|column| column.kind == ColumnKind::Words).unwrap_or(0);
        let words = table.columns[first..].iter().take_while(|column| !column.kind.is_figures()).count();
        Self { text, table, figures, naming: first..first + words, ranks: OnceCell::new(), found: Vec::new() }
    }

    fn rows(&self) -> &'a [Row] {
        &self.table.rows
    }

    fn value(&self, at: At) -> Option<Value> {
        self.table.rows[at.0].cells[at.1].value()
    }

    /// The innermost head of a column.
    fn head(&self, column: usize) -> &'a str {
        self.table.columns[column].heads.last().map_or("", |head| head.of(self.text))
    }

    /// The columns of a kind.
    fn columns(&self, kind: ColumnKind) -> Vec<usize> {
        (0..self.table.columns.len()).filter(|&column| self.table.columns[column].kind == kind).collect()
    }

    /// The words that name a row, the outermost first.
    fn labels(&self, row: usize) -> impl Iterator<Item = &'a str> {
        let (text, table) = (self.text, self.table);
        table.rows[row].cells[self.naming.clone()]
            .iter()
            .zip(&table.columns[self.naming.clone()])
            .filter(|(cell, column)| column.kind == ColumnKind::Words && !cell.span.is_empty())
            .map(move |(cell, _)| cell.span.of(text))
    }

    /// The innermost words that name a row.
    fn label(&self, row: usize) -> &'a str {
        self.labels(row).last().unwrap_or("")
    }

    /// The rank of the total that a row is: 小计 is 1, 合计 2, 总计 3; 0 for other rows.
    fn rank(&self, row: usize) -> u8 {
        let rank = |row| self.labels(row).map(tables::total_rank).max().unwrap_or(0);
        self.ranks.get_or_init(|| (0..self.rows().len()).map(rank).collect())[row]
    }

    fn is_total(&self, row: usize) -> bool {
        self.rank(row) > 0
    }

    fn operand(&self, role: &'static str, at: At) -> Operand {
        Operand { role, span: self.cell(at), label: self.name(at) }
    }

    /// Where a cell stands.
    fn cell(&self, at: At) -> Span {
        self.table.rows[at.0].cells[at.1].span
    }

    /// The words that name a cell: those of its row and those of its column.
    fn name(&self, at: At) -> Arc<str> {
        match (self.label(at.0).trim_start(), self.head(at.1).trim_end()) {
            ("", head) => head.trim_start().into(),
            (label, "") => label.trim_end().into(),
            (label, head) => [label, " ", head].concat().into(),
        }
    }

    fn written(&self, at: At) -> &'a str {
        self.cell(at).of(self.text)
    }

    /// The relations, each with its likely culprit: a cell that takes part in more broken relations than the others.
    fn finish(mut self) -> Vec<Relation> {
        let found = std::mem::take(&mut self.found);
        let suspects = Suspects::of(&found);
        let mut names = vec![None; self.rows().len() * self.table.columns.len()];
        found.into_iter().map(|found| self.relation(found, &suspects, &mut names)).collect()
    }

    /// A relation in words; `names` are those of the cells that were named already, row by row.
    fn relation(&self, found: Found, suspects: &Suspects, names: &mut [Option<Arc<str>>]) -> Relation {
        let culprit = suspects.culprit(&found);
        let expected = match culprit {
            _ if !matches!(found.verdict, Verdict::Broken | Verdict::Rounding) => None,
            part if part > 0 && found.sum => exact::missing_part(self, &found, part),
            part if part > 0 => None,
            _ => found.expected,
        };
        let cells = found.operands.iter().map(|&(role, at)| {
            let label = names[at.0 * self.table.columns.len() + at.1].get_or_insert_with(|| self.name(at)).clone();
            Operand { role, span: self.cell(at), label }
        });
        let prose = found.prose.map(|(role, index)| {
            let figure = &self.figures[index];
            Operand { role, span: figure.span, label: figure.label(self.text).into() }
        });
        Relation {
            kind: found.kind,
            verdict: found.verdict,
            formula: found.formula,
            operands: if found.kind == Kind::Partition { prose.into_iter().chain(cells).collect() } else { cells.chain(prose).collect() },
            culprit,
            expected,
            strength: found.strength,
            note: None,
        }
    }
}

/// In how many broken relations each cell takes part, and in how many that hold.
#[derive(Default)]
struct Suspects {
    broken: FxHashMap<At, u32>,
    holds: FxHashMap<At, u32>,
}

impl Suspects {
    fn of(found: &[Found]) -> Self {
        let mut suspects = Self::default();
        // Where nothing is broken nobody is asked for.
        if found.iter().all(|found| found.verdict != Verdict::Broken) {
            return suspects;
        }
        for found in found {
            let counts = match found.verdict {
                Verdict::Broken => &mut suspects.broken,
                Verdict::Holds => &mut suspects.holds,
                _ => continue,
            };
            for (_, at) in &found.operands {
                *counts.entry(*at).or_default() += 1;
            }
        }
        suspects
    }

    fn weigh(&self, at: &At) -> (u32, std::cmp::Reverse<u32>) {
        let count = |counts: &FxHashMap<At, u32>| counts.get(at).copied().unwrap_or(0);
        (count(&self.broken), std::cmp::Reverse(count(&self.holds)))
    }

    /// The claim, unless another cell is suspected by more relations.
    fn culprit(&self, found: &Found) -> usize {
        // A whole in the text is set in front of the cells.
        let whole_in_text = found.prose.is_some() && found.kind == Kind::Partition;
        if whole_in_text || found.verdict != Verdict::Broken {
            return 0;
        }
        (0..found.operands.len())
            .rev()
            .max_by_key(|&index| (self.weigh(&found.operands[index].1), index == 0))
            .filter(|&index| self.weigh(&found.operands[index].1).0 > self.weigh(&found.operands[0].1).0)
            .unwrap_or(0)
    }
}

/// The figures of the tables in the order of the text, each with the words that name its row and its column.
pub(crate) fn figures(text: &str, draft: &Draft) -> Vec<(Span, Arc<str>)> {
    let mut found: Vec<(Span, Arc<str>)> = Vec::new();
    for table in &draft.tables {
        let sheet = Sheet::new(text, table, &[]);
        found.extend(table.figures().map(|at| (sheet.cell(at), sheet.name(at))));
    }
    found.sort_unstable_by_key(|&(span, _)| span);
    found.dedup_by_key(|(span, _)| *span);
    found
}
