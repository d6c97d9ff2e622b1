//! The section `hegao` of the editor's settings.

use hegao_core::draft::Period;
use hegao_core::{Lang, Settings, SeverityOverride};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What the writer has set in the editor. What is not understood is left at its default and said in the log.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ClientSettings {
    lang: Option<Lang>,
    profile: Option<String>,
    period: Option<Period>,
    severities: BTreeMap<String, SeverityOverride>,
    /// Whether computed values are shown behind figures that are off.
    pub(super) computed: bool,
    /// Whether a tick is shown behind figures that hold.
    pub(super) holds: bool,
}

impl ClientSettings {
    /// The defaults.
    pub(super) fn new() -> Self {
        Self { computed: true, ..Self::default() }
    }

    /// Reads the section; keys that are absent keep their default.
    pub(super) fn read(section: &Value) -> Self {
        let text = |key: &str| section.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
        let hint = |key: &str| section.get("inlayHints").and_then(|hints| hints.get(key)).and_then(Value::as_bool);
        let period = text("period").and_then(|text| match text.parse() {
            Ok(period) => Some(period),
            Err(error) => {
                tracing::warn!("settings: {error}");
                None
            }
        });
        let severity = |(rule, value): (&String, &Value)| match SeverityOverride::deserialize(value) {
            Ok(severity) => Some((rule.clone(), severity)),
            Err(error) => {
                tracing::warn!("settings: severity of {rule}: {error}");
                None
            }
        };
        Self {
            lang: match text("language") {
                Some("zh") => Some(Lang::Zh),
                Some("en") => Some(Lang::En),
                _ => None,
            },
            profile: text("profile").filter(|&profile| profile != "auto").map(str::to_owned),
            period,
            severities: section.get("severity").and_then(Value::as_object).into_iter().flatten().filter_map(severity).collect(),
            computed: hint("computed").unwrap_or(true),
            holds: hint("holds").unwrap_or(false),
        }
    }

    /// The language of messages.
    pub(super) fn lang(&self, otherwise: Lang) -> Lang {
        self.lang.unwrap_or(otherwise)
    }

    /// Puts the editor's settings on top of others.
    pub(super) fn put_on(&self, settings: &mut Settings, lang: Lang) {
        settings.lang = self.lang(lang);
        if self.profile.is_some() {
            settings.profile.clone_from(&self.profile);
        }
        if self.period.is_some() {
            settings.period = self.period;
        }
        settings.severities.extend(self.severities.iter().map(|(rule, &severity)| (rule.clone(), severity)));
    }
}

#[cfg(test)]
mod tests {
    use super::ClientSettings;
    use hegao_core::{Lang, Settings, SeverityOverride};
    use serde_json::json;

    #[test]
    fn the_section_goes_on_top_of_the_file() {
        let section = json!({"language": "en", "inlayHints": {"holds": true}, "period": "2024", "severity": {"wording": "off", "x": 3}});
        let read = ClientSettings::read(&section);
        let mut settings = Settings { profile: Some("annual-report".to_owned()), ..Settings::default() };
        read.put_on(&mut settings, Lang::Zh);
        assert_eq!(settings.lang, Lang::En);
        assert_eq!(settings.profile.as_deref(), Some("annual-report"));
        assert_eq!(settings.period.map(|period| period.year), Some(2024));
        assert_eq!(settings.severities.into_iter().collect::<Vec<_>>(), [("wording".to_owned(), SeverityOverride::Off)]);
        assert!(read.computed && read.holds);
    }

    #[test]
    fn nonsense_leaves_the_defaults() {
        let nonsense = json!({"language": 7, "period": "soon", "inlayHints": [], "severity": "off", "profile": "auto"});
        assert_eq!(ClientSettings::read(&nonsense), ClientSettings::new());
        assert_eq!(ClientSettings::read(&json!(null)), ClientSettings::new());
    }
}
