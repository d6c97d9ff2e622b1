//! What the world says: profiles, references, rates, templates. Data files embedded at build time, extended by the settings.

pub mod flows;
pub mod issuers;
pub mod lists;
pub mod numbers;
pub mod profiles;
pub mod rates;
pub mod references;
pub mod scopes;
pub mod templates;
pub(crate) mod word_set;
pub mod words;

use crate::Settings;
pub use issuers::IssuerKind;
use profiles::Profiles;
use references::References;
pub use templates::{Template, TemplateKind, Templates};

/// All tables, loaded once.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Families of documents.
    pub profiles: Profiles,
    /// Named rates.
    pub rates: rates::Rates,
    /// Laws, documents, plans, meetings, institutions and terms.
    pub references: References,
    /// Sections, paragraphs by topic and whole drafts.
    pub templates: Templates,
}

impl Catalogue {
    /// Loads the embedded tables and the user's own rows.
    pub fn load(settings: &Settings) -> Self {
        Self {
            profiles: Profiles::default(),
            rates: rates::Rates::load(settings),
            references: References::load(settings),
            templates: Templates::load(settings),
        }
    }
}
