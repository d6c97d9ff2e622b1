//! Relations (勾稽关系): how figures are tied to each other by a formula, and whether the tie holds.

mod disclaimer;
pub mod judge;
mod kinds;
mod scope;
pub mod slip;
pub(crate) mod table;
pub mod view;

pub use crate::interval;
pub use view::View;

use crate::Lang;
use crate::catalogue::Catalogue;
use crate::draft::Draft;
use crate::review::{Coverage, FigureReview};
use crate::text::{Folded, Span};
use serde::Serialize;
use std::sync::Arc;

/// The kind of a relation (DESIGN section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// whole = Σ parts
    Partition,
    /// part ≤ whole
    Part,
    /// later ≤ earlier
    Flow,
    /// opening + in = out + closing
    Balance,
    /// a named rate = part ÷ whole
    Rate,
    /// share = part ÷ whole
    Share,
    /// now against before
    Change,
    /// total ÷ number
    Average,
    /// claimed count = items listed
    Tally,
    /// two mentions of one figure agree
    Same,
    /// a value that can or cannot be
    Limits,
}

impl Kind {
    /// The name in outputs, and the name of the rule `arithmetic/…` that reports it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Partition => "partition",
            Self::Part => "part",
            Self::Flow => "flow",
            Self::Balance => "balance",
            Self::Rate => "rate",
            Self::Share => "share",
            Self::Change => "change",
            Self::Average => "average",
            Self::Tally => "tally",
            Self::Same => "same",
            Self::Limits => "limits",
        }
    }
}

/// Whether a relation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Some values that wording and rounding allow satisfy it.
    Holds,
    /// The claim is cut off instead of rounded, or one last place away.
    Rounding,
    /// No allowed values satisfy it.
    Broken,
    /// The binding is a guess: in the ledger, and no finding.
    Unsure,
}

/// How much a verdict that is not `holds` weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// The wording itself ties the figures.
    #[default]
    Certain,
    /// The wording leaves another reading open that is less likely than a slip.
    Likely,
    /// Worth a look: a list that nothing proves complete misses its whole by a slip.
    Suspect,
}

/// A figure's part in a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// What it is in the formula: `whole`, `part`, `claim`, `numerator`, `denominator`, `now`, `before`, `delta`, `item` …
    pub role: &'static str,
    /// Where it stands.
    pub span: Span,
    /// What it is called there, such as 调处成功: the same words in every relation of a figure.
    pub label: Arc<str>,
}

impl Operand {
    /// Words in their role that are no figure and have no name.
    pub(crate) fn unnamed(role: &'static str, span: Span) -> Self {
        Self { role, span, label: Arc::default() }
    }
}

/// Figures tied by a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its kind.
    pub kind: Kind,
    /// Whether it holds.
    pub verdict: Verdict,
    /// The formula with its values, such as `1205 ÷ 1231 = 97.89%`: the value is the computed one.
    pub formula: String,
    /// The figures, the claim first.
    pub operands: Vec<Operand>,
    /// The operand (index) that a finding points at.
    pub culprit: usize,
    /// What the culprit would have to say to be right, in the form in which it is written, where one value is certain.
    pub expected: Option<String>,
    /// How much the verdict weighs where it is not `holds`.
    pub strength: Strength,
    /// Why it is judged so, where the formula alone does not say it (another reading, an open list, a carry-over).
    pub note: Option<&'static str>,
}

/// Ties the figures of a draft and judges each tie.
pub fn relate(folded: &Folded, draft: &Draft, catalogue: &Catalogue) -> Vec<Relation> {
    let mut view = View::new(folded, draft, catalogue);
    kinds::run(&mut view);
    view.relations.extend(table::relate_tables(folded, draft));
    disclaimer::respect(&mut view);
    view.finish()
}

/// A relation's note in words. Some kinds note with a key what their rule words in full.
pub fn note_in_words(note: &'static str, lang: Lang) -> &'static str {
    let [zh, en] = match note {
        "disclaimed" => ["文中已说明可能存在尾差", "the text says that sums may differ in the last place"],
        "points" => ["数量的增减应以百分比表示", "counts grow by per cent"],
        "cut" => ["截断而未四舍五入", "cut off instead of rounded"],
        "rises" => ["实际为上升", "it rises"],
        "falls" => ["实际为下降", "it falls"],
        "listed" => ["列出的项数与所称的个数", "the items listed against the count claimed"],
        "listed-open" => {
            ["列举未尽（“等”），列出的项数不超过所称的个数", "a list that goes on (等) holds no more items than the count claimed"]
        }
        "between" => ["总增幅应在各分项增幅之间", "a whole grows at a rate between those of its parts"],
        "reason" => ["增减方向与所述原因相反", "the stated reason speaks of the other direction"],
        other => [other, other],
    };
    lang.pick(zh, en)
}

/// The partition point of a sorted list, looked for from a place near it in steps that double.
fn partition_near<T>(list: &[T], near: usize, is_before: impl Fn(&T) -> bool) -> usize {
    let near = near.min(list.len());
    let mut step = 1;
    if near < list.len() && is_before(&list[near]) {
        let mut from = near + 1;
        while from + step <= list.len() && is_before(&list[from + step - 1]) {
            from += step;
            step *= 2;
        }
        let to = (from + step).min(list.len());
        return from + list[from..to].partition_point(is_before);
    }
    let mut to = near;
    while to >= step && !is_before(&list[to - step]) {
        to -= step;
        step *= 2;
    }
    let from = to.saturating_sub(step);
    from + list[from..to].partition_point(is_before)
}

/// The figures of a draft with their relations, and how much was read.
pub fn account(text: &str, draft: &Draft, relations: &[Relation]) -> (Vec<FigureReview>, Coverage) {
    let prose = draft.figures.iter().map(|figure| (figure.span, figure.name(text).into()));
    let mut spans: Vec<(Span, Arc<str>)> = prose.chain(table::figures(text, draft)).collect();
    spans.sort_by_key(|&(span, _)| span);
    // Every operand finds its figures by place: figures do not overlap. The next operand stands near the last one.
    let mut ties: Vec<Vec<u32>> = vec![Vec::new(); spans.len()];
    let mut near = 0;
    for (index, relation) in (0u32..).zip(relations) {
        for operand in &relation.operands {
            near = partition_near(&spans, near, |(span, _)| span.end <= operand.span.start);
            for at in (near..spans.len()).take_while(|&at| spans[at].0.start < operand.span.end) {
                if ties[at].last() != Some(&index) {
                    ties[at].push(index);
                }
            }
        }
    }
    let rank =
        |verdict: Verdict| [Verdict::Unsure, Verdict::Holds, Verdict::Rounding, Verdict::Broken].iter().position(|&other| other == verdict);
    let figures: Vec<FigureReview> = spans
        .into_iter()
        .zip(ties)
        .map(|((span, label), tied)| {
            let verdict = tied.iter().map(|&index| relations[index as usize].verdict).max_by_key(|&verdict| rank(verdict));
            FigureReview { span, label, verdict, relations: tied }
        })
        .collect();
    let tied = figures.iter().filter(|figure| !figure.relations.is_empty()).count() as u32;
    let unread = draft.others.unread + draft.tables.iter().map(|table| table.unread).sum::<u32>();
    let coverage = Coverage { figures: figures.len() as u32, tied, not_figures: draft.others.exempt, not_understood: unread };
    (figures, coverage)
}
