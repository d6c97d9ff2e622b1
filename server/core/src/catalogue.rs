//! What the world says: profiles, references, rates, templates. Data files embedded at build time, extended by the settings.

pub mod references;

use crate::Settings;
use references::References;

/// All tables, loaded once.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Laws, documents, plans, meetings, institutions and terms.
    pub references: References,
}

impl Catalogue {
    /// Loads the embedded tables and the user's own rows.
    pub fn load(settings: &Settings) -> Self {
        Self { references: References::load(settings) }
    }
}
