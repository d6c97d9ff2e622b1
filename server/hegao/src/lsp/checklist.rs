//! `hegao/checklist` and `hegao/status`: the checklist (核稿清单) as JSON.

use super::analysis::Analysis;
use super::documents::Snapshot;
use super::last_year::Evidence;
use super::to_proto::Ruler;
use hegao_core::assist::checklist::{LedgerRow, Summary, ledger};
use hegao_core::relations::Verdict;
use hegao_core::text::Span;
use hegao_core::{DraftReview, MandatedReview, ReferenceReview};
use serde_json::{Value, json};
use tower_lsp::ls_types::Uri;

/// The checklist of a text, whether or not it is one that is checked.
pub(super) fn checklist(analysis: &Analysis) -> Value {
    let review = &analysis.review;
    let ruler = analysis.ruler();
    let first = review.drafts.first();
    let mandated: Vec<Value> = review.drafts.iter().flat_map(|draft| &draft.mandated).map(|item| mandated(item, &ruler)).collect();
    let figures: Vec<Value> = review.drafts.iter().flat_map(|draft| figures(draft, analysis, &ruler)).collect();
    let references: Vec<Value> = review.drafts.iter().flat_map(|draft| &draft.references).map(|it| reference(it, &ruler)).collect();
    json!({
        "version": analysis.version,
        "recognised": analysis.checked || review.recognised(),
        "profile": first.and_then(|draft| draft.profile.as_deref()),
        "period": first.and_then(|draft| draft.period).map(|period| period.to_string()),
        "issuer": first.and_then(|draft| draft.issuer.as_ref()).map(|issuer| issuer.name.as_str()),
        "title": first.and_then(|draft| draft.title).map(|title| title.of(&analysis.text)),
        "summary": Summary::of(review),
        "lastYear": analysis.last_year.as_ref().map(|evidence| last_year(evidence, analysis)),
        "mandated": mandated,
        "figures": figures,
        "references": references,
    })
}

/// The state of a document whose review has failed: nothing is known of it.
pub(super) fn no_status(snapshot: &Snapshot) -> Value {
    json!({"uri": snapshot.uri.as_str(), "version": snapshot.version, "recognised": false, "summary": null, "lastYear": null})
}

/// The report that the text was held against.
fn last_year(evidence: &Evidence, analysis: &Analysis) -> Value {
    json!({"uri": evidence.uri.as_str(), "name": &**evidence.report.name(), "notes": analysis.compared()})
}

/// The state of a document for a status bar.
pub(super) fn status(analysis: &Analysis, uri: &Uri) -> Value {
    let recognised = analysis.checked;
    let summary = Summary::of(&analysis.review);
    let last_year = analysis.last_year.as_ref().map(|evidence| &**evidence.report.name());
    json!({"uri": uri.as_str(), "version": analysis.version, "recognised": recognised, "summary": summary, "lastYear": last_year})
}

fn mandated(item: &MandatedReview, ruler: &Ruler) -> Value {
    json!({"id": item.id, "title": item.title, "state": item.state, "range": item.span.map(|span| ruler.range(span))})
}

fn reference(item: &ReferenceReview, ruler: &Ruler) -> Value {
    let note = (!item.note.is_empty()).then_some(&item.note);
    json!({"title": item.title, "number": item.number, "state": item.state, "meant": item.meant, "range": ruler.range(item.span), "note": note})
}

fn figures<'a>(draft: &'a DraftReview, analysis: &'a Analysis, ruler: &'a Ruler) -> impl Iterator<Item = Value> + 'a {
    ledger(draft, &analysis.text).into_iter().map(move |row| figure(&row, ruler))
}

fn figure(row: &LedgerRow, ruler: &Ruler) -> Value {
    let verdict = |verdict: Verdict| match verdict {
        Verdict::Holds => "holds",
        Verdict::Rounding => "rounding",
        Verdict::Broken => "broken",
        Verdict::Unsure => "unsure",
    };
    let place =
        |relation: &hegao_core::relations::Relation| relation.operands.get(relation.culprit).map_or(row.span, |operand| operand.span);
    let relations: Vec<Value> = row
        .relations
        .iter()
        .map(|relation| {
            let range = ruler.range(Span::new(place(relation).start as usize, place(relation).end as usize));
            json!({"kind": relation.kind.name(), "verdict": verdict(relation.verdict), "formula": relation.formula, "range": range})
        })
        .collect();
    json!({
        "section": row.section,
        "text": row.text,
        "label": row.label,
        "range": ruler.range(row.span),
        "verdict": row.verdict.map_or("free", verdict),
        "relations": relations,
    })
}
