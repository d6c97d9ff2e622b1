//! The figure ledger: every relation with its verdict, and the figures that stand in none.

use super::badge;
use super::context::{clipped, place};
use crate::cli::output::Reviewed;
use hegao_core::relations::{Relation, Verdict};
use hegao_core::words;
use hegao_core::{DraftReview, Lang, say};
use maud::{Markup, html};

/// The ledger of a draft.
pub(super) fn section(file: &Reviewed, draft: &DraftReview, id: &str, lang: Lang) -> Markup {
    let coverage = draft.coverage;
    let summary = say!(
        lang,
        "读出统计数 {} 个，其中 {} 个列入勾稽关系；另有 {} 个数字是日期、文号、序号等，{} 个未能读懂。",
        "{} figures read, {} of them in a relation; {} numbers are dates, document or section numbers, {} were not understood.",
        coverage.figures,
        coverage.tied,
        coverage.not_figures,
        coverage.not_understood
    );
    let heads = [["位置", "Place"], ["类别", "Kind"], ["各数", "Figures"], ["算式", "Formula"], ["结论", "Verdict"]];
    html! {
        section aria-labelledby=(format!("{id}-ledger")) {
            h3 id=(format!("{id}-ledger")) { (lang.pick("统计数与勾稽关系", "Figures and relations")) span.count { (draft.relations.len()) } }
            p.summary { (summary) }
            @if !draft.relations.is_empty() {
                table.ledger {
                    caption { (lang.pick("勾稽关系：由同一算式联系起来的统计数", "Relations: figures tied by a formula")) }
                    thead { tr { @for head in heads { th scope="col" { (head[lang as usize]) } } } }
                    tbody { @for relation in &draft.relations { (row(file, draft, relation, lang)) } }
                }
            }
            (untied(file, draft, lang))
        }
    }
}

fn row(file: &Reviewed, draft: &DraftReview, relation: &Relation, lang: Lang) -> Markup {
    let class = match relation.verdict {
        Verdict::Holds => "clear",
        Verdict::Rounding => "note",
        Verdict::Broken => "error",
        Verdict::Unsure => "unsure",
    };
    let place_of = relation.operands.get(relation.culprit).or(relation.operands.first());
    html! {
        tr class=(class) {
            td { @if let Some(operand) = place_of { (place(file, Some(draft), operand.span, lang)) } }
            td { (words::kind(relation.kind, lang)) }
            td.operands { @for (index, operand) in relation.operands.iter().enumerate() {
                @if index > 0 { "、" }
                @if relation.verdict == Verdict::Broken && index == relation.culprit { mark { (clipped(operand.span.of(&file.text))) } }
                @else { (clipped(operand.span.of(&file.text))) }
            } }
            td { (relation.formula) @if let Some(note) = relation.note { small { " " (note) } } }
            td { (badge(class, words::verdict(relation.verdict, lang))) }
        }
    }
}

/// The figures that nothing could be checked against: a reviewer signs for them too.
fn untied(file: &Reviewed, draft: &DraftReview, lang: Lang) -> Markup {
    let figures: Vec<_> = draft.figures.iter().filter(|figure| figure.relations.is_empty()).collect();
    html! {
        @if !figures.is_empty() {
            details {
                summary { (say!(lang, "未列入勾稽关系的统计数 {} 个（请对照原始数据）", "{} figures in no relation (compare them with the source data)", figures.len())) }
                ul.figures { @for figure in figures {
                    li { (place(file, None, figure.span, lang)) " " span.label { (clipped(&figure.label)) } " " b { (clipped(figure.span.of(&file.text))) } }
                } }
            }
        }
    }
}
