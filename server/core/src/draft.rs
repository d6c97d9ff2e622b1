//! What a draft says: outline, period, issuer, figures, citations, tables. Parsing never fails; spans count in the folded text.

pub mod citations;
pub mod figures;
pub mod meta;
pub mod outline;
pub mod tables;

pub use citations::Citation;
pub use figures::Figure;
pub use meta::{Issuer, Meta};
pub use outline::{Heading, Outline};
pub use tables::Table;

pub use crate::time::{Date, Half, Period};

use crate::Settings;
use crate::catalogue::Catalogue;
use crate::parallel::both;
use crate::text::{Folded, Span};

/// One draft. A file may hold several.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The part of the folded text that this draft takes.
    pub span: Span,
    /// Title, issuer, kind, period, date line.
    pub meta: Meta,
    /// Headings and items.
    pub outline: Outline,
    /// Tables, whose cells are no sentences.
    pub tables: Vec<Table>,
    /// Figures (统计数), in the order of the text.
    pub figures: Vec<Figure>,
    /// The numbers that are no figures.
    pub others: figures::Others,
    /// Laws, documents, numbers and terms that the draft refers to, in the order of the text.
    pub citations: Vec<Citation>,
}

/// Reads the drafts of a text. There is always at least one.
pub fn read(folded: &Folded, catalogue: &Catalogue, settings: &Settings) -> Vec<Draft> {
    meta::split(folded, catalogue.profiles)
        .into_iter()
        .map(|span| {
            let structure = || {
                let mut outline = outline::read(folded, span);
                let meta = meta::read(folded, span, &outline, catalogue, settings);
                outline.close(meta.body_end);
                let tables = tables::read(folded, span);
                let (figures, others) = figures::read(folded, span, &outline, &tables);
                (outline, meta, tables, figures, others)
            };
            let ((outline, meta, tables, figures, others), citations) = both(span.len(), structure, || {
                // Rules and relations ask for them, side by side: so they are found by the half that has less to do.
                folded.words();
                citations::read(folded, span, catalogue)
            });
            Draft { span, meta, outline, tables, figures, others, citations }
        })
        .collect()
}
