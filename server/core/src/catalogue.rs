//! What the world says: profiles, references, rates, templates. Data files embedded at build time, extended by the settings.

pub mod flows;
pub mod rates;

use crate::Settings;

/// All tables, loaded once.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Named rates.
    pub rates: rates::Rates,
}

impl Catalogue {
    /// Loads the embedded tables and the user's own rows.
    pub fn load(settings: &Settings) -> Self {
        Self { rates: rates::Rates::load(settings) }
    }
}
