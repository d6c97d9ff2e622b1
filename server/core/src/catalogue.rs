//! What the world says: profiles, references, rates, templates. Data files embedded at build time, extended by the settings.

use crate::Settings;

/// All tables, loaded once.
#[derive(Debug, Default)]
pub struct Catalogue {}

impl Catalogue {
    /// Loads the embedded tables and the user's own rows.
    pub fn load(_settings: &Settings) -> Self {
        Self {}
    }
}
