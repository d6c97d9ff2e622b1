//! What the world says: profiles, references, rates, templates. Data files embedded at build time, extended by the settings.

pub mod profiles;

use crate::Settings;
use profiles::Profiles;

/// All tables, loaded once.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Families of documents.
    pub profiles: Profiles,
}

impl Catalogue {
    /// Loads the embedded tables and the user's own rows.
    pub fn load(_settings: &Settings) -> Self {
        Self { profiles: Profiles::default() }
    }
}
