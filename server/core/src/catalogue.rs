//! What the world says: profiles, references, rates, templates. Data files embedded at build time, extended by the settings.

pub mod flows;
pub mod rates;
pub mod templates;

use crate::Settings;
pub use templates::{Template, TemplateKind, Templates};

/// All tables, loaded once.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Sections, paragraphs by topic and whole drafts.
    pub templates: Templates,
    /// Named rates.
    pub rates: rates::Rates,
}

impl Catalogue {
    /// Loads the embedded tables and the user's own rows.
    pub fn load(settings: &Settings) -> Self {
        Self { templates: Templates::load(settings), rates: rates::Rates::load(settings) }
    }
}
