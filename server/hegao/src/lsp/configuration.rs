//! The section `hegao` of the editor's settings.

use hegao_core::draft::Period;
use hegao_core::{Lang, Settings, SeverityOverride};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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

/// The settings of the editor: for all, and for each folder of a workspace that has several.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EditorSettings {
    /// For what lies in no folder, or where there is but one.
    pub(super) all: ClientSettings,
    /// By folder.
    pub(super) folders: Vec<(PathBuf, ClientSettings)>,
}

impl EditorSettings {
    /// The same settings for all.
    pub(super) fn of_all(all: ClientSettings) -> Self {
        Self { all, folders: Vec::new() }
    }

    /// Whether every file has the same settings under both.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let folders = self.folders.iter().chain(&other.folders);
        self.all == other.all && folders.into_iter().all(|(folder, _)| self.of(Some(folder)) == other.of(Some(folder)))
    }

    /// The settings for a file, or for what is on no disk.
    pub(super) fn of(&self, file: Option<&Path>) -> &ClientSettings {
        let within = self.folders.iter().filter(|(folder, _)| file.is_some_and(|file| file.starts_with(folder)));
        within.max_by_key(|(folder, _)| folder.components().count()).map_or(&self.all, |(_, settings)| settings)
    }
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
    use super::{ClientSettings, EditorSettings};
    use hegao_core::{Lang, Settings, SeverityOverride};
    use serde_json::json;
    use std::path::{Path, PathBuf};

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
    fn the_innermost_folder_counts() {
        let english = ClientSettings::read(&json!({"language": "en"}));
        let folders = vec![(PathBuf::from("/a"), ClientSettings::new()), (PathBuf::from("/a/b"), english.clone())];
        let settings = EditorSettings { all: ClientSettings::new(), folders };
        assert_eq!(settings.of(Some(Path::new("/a/b/c.md"))), &english);
        assert_eq!(settings.of(Some(Path::new("/a/c.md"))), &ClientSettings::new());
        let flat = EditorSettings::of_all(ClientSettings::new());
        assert!(
            !settings.says_the_same(&flat)
                && flat.says_the_same(&EditorSettings { folders: vec![("/x".into(), flat.all.clone())], ..flat.clone() })
        );
    }

    #[test]
    fn nonsense_leaves_the_defaults() {
        let nonsense = json!({"language": 7, "period": "soon", "inlayHints": [], "severity": "off", "profile": "auto"});
        assert_eq!(ClientSettings::read(&nonsense), ClientSettings::new());
        assert_eq!(ClientSettings::read(&json!(null)), ClientSettings::new());
    }
}
