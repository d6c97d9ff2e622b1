//! From text to review.

use crate::catalogue::Catalogue;
use crate::draft::{self, Draft};
use crate::last_year::LastYear;
use crate::parallel::both;
use crate::relations::{self, Relation};
use crate::review::{Coverage, DraftReview, FigureReview, Review};
use crate::rules::{self, Context};
use crate::suppress;
use crate::text::{Folded, Span};
use crate::{Finding, Lang, Settings};

/// Reviews texts under one set of settings. Building one loads the tables; reviewing is pure and may run on many threads at once.
#[derive(Debug)]
pub struct Engine {
    settings: Settings,
    catalogue: Catalogue,
}

impl Engine {
    /// Loads the tables.
    pub fn new(settings: Settings) -> Self {
        let catalogue = Catalogue::load(&settings);
        Self { settings, catalogue }
    }

    /// The settings that the engine was built with.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The tables.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// Reads last year's report, as evidence for reviews of this year's draft. `name` is what findings call the file.
    pub fn last_year(&self, name: &str, source: &str) -> LastYear {
        let mut read = LastYear::new(name, source);
        let source = suppress::mask(source, &suppress::read(source));
        let folded = Folded::new(&source);
        for draft in draft::read(&folded, &self.catalogue, &self.settings.for_another_year()) {
            let sections = rules::renewed_sections(folded.text(), &draft, &self.catalogue);
            read.add(&folded, &draft, &sections);
        }
        read
    }

    /// Reviews a text.
    pub fn review(&self, source: &str) -> Review {
        self.review_with(source, None)
    }

    /// Reviews a text, and holds it against last year's report.
    pub fn review_against(&self, source: &str, last_year: &LastYear) -> Review {
        self.review_with(source, Some(last_year))
    }

    fn review_with(&self, source: &str, last_year: Option<&LastYear>) -> Review {
        let comments = suppress::read(source);
        let source = suppress::mask(source, &comments);
        let folded = Folded::new(&source);
        let drafts = draft::read(&folded, &self.catalogue, &self.settings);
        let mut review = Review::default();
        for draft in &drafts {
            let relate = || {
                let relations = relations::relate(&folded, draft, &self.catalogue);
                let account = relations::account(folded.text(), draft, &relations);
                (relations, account)
            };
            let run = || {
                let mut context = Context::new(&folded, draft, &self.catalogue, &self.settings, last_year);
                rules::run_beside(&mut context);
                context
            };
            let ((relations, account), context) = both(draft.span.len(), relate, run);
            let (findings, facts) = rules::run_behind(context, &relations);
            review.findings.extend(findings.into_iter().map(|finding| finding_in_source(finding, &folded)));
            review.drafts.push(draft_in_source(draft, relations, account, facts, &folded, self.settings.lang));
        }
        review.findings.sort_by_key(|finding| (finding.span, finding.rule));
        review.findings.dedup();
        suppress::apply(&comments, &mut review, &self.settings);
        review
    }
}

fn finding_in_source(mut finding: Finding, folded: &Folded) -> Finding {
    let to_source = |span: &mut Span| *span = folded.to_source(*span);
    to_source(&mut finding.span);
    finding.related.iter_mut().filter(|related| related.path.is_none()).for_each(|related| to_source(&mut related.span));
    if let Some(fix) = &mut finding.fix {
        fix.edits.iter_mut().for_each(|edit| to_source(&mut edit.span));
    }
    finding
}

fn relation_in_source(mut relation: Relation, folded: &Folded, lang: Lang) -> Relation {
    relation.note = relation.note.map(|note| relations::note_in_words(note, lang));
    for operand in &mut relation.operands {
        operand.span = folded.to_source(operand.span);
    }
    relation
}

fn draft_in_source(
    draft: &Draft,
    relations: Vec<Relation>,
    (mut figures, coverage): (Vec<FigureReview>, Coverage),
    facts: rules::Facts,
    folded: &Folded,
    lang: Lang,
) -> DraftReview {
    let map = |span: Span| folded.to_source(span);
    let mut outline = draft.outline.headings.clone();
    for heading in &mut outline {
        heading.marker = map(heading.marker);
        heading.title = map(heading.title);
        heading.section = map(heading.section);
    }
    let mut mandated = facts.mandated;
    for item in &mut mandated {
        item.span = item.span.map(map);
        item.insert_at = item.insert_at.map(|offset| map(Span::at(offset as usize)).start);
    }
    let mut references = facts.references;
    for reference in &mut references {
        reference.span = map(reference.span);
        for edit in reference.completing.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = map(edit.span);
        }
    }
    for figure in &mut figures {
        figure.span = map(figure.span);
    }
    DraftReview {
        span: map(draft.span),
        profile: draft.meta.profile.clone(),
        title: draft.meta.title.map(map),
        issuer: draft.meta.issuer.clone(),
        period: draft.meta.period,
        date_line: draft.meta.date_line.map(|(date, span)| (date, map(span))),
        outline,
        mandated,
        figures,
        relations: relations.into_iter().map(|relation| relation_in_source(relation, folded, lang)).collect(),
        references,
        coverage,
        compared: facts.compared,
    }
}
