//! The engines of one run: `hegao.toml` of each file below, the command line on top.

use super::input;
use crate::config::Config;
use hegao_core::draft::Period;
use hegao_core::{Engine, Lang, Settings, say};
use hegao_formats::{Document, ReadError};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What the command line says over every `hegao.toml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overrides {
    /// The language of messages, if asked for.
    pub lang: Option<Lang>,
    /// The profile.
    pub profile: Option<String>,
    /// The period.
    pub period: Option<Period>,
    /// The file of settings to use instead of those found beside the drafts.
    pub config: Option<PathBuf>,
}

/// The engines in use, and the files of settings read so far.
#[derive(Debug, Default)]
pub(crate) struct Engines {
    overrides: Overrides,
    engines: Vec<(Settings, Arc<Engine>)>,
    /// By folder: the file of settings that holds there.
    found: HashMap<PathBuf, Option<PathBuf>>,
    configs: HashMap<PathBuf, Result<Arc<Config>, String>>,
}

impl Engines {
    /// No engine yet.
    pub(crate) fn new(overrides: Overrides) -> Self {
        Self { overrides, ..Self::default() }
    }

    /// The language of messages that belong to no file.
    pub(crate) fn lang(&self) -> Lang {
        self.overrides.lang.unwrap_or_default()
    }

    /// The engine for a file; `None` stands for standard input. An error is one line that names the file of settings and the place in it.
    pub(crate) fn engine(&mut self, path: Option<&Path>) -> Result<Arc<Engine>, String> {
        let config = self.config(path)?;
        let mut settings = match (&config, path) {
            (Some(config), Some(path)) => config.settings_for(path),
            (Some(config), None) => config.settings_for(Path::new("-")),
            (None, _) => Settings::default(),
        };
        settings.lang = self.overrides.lang.or_else(|| config.and_then(|config| config.lang())).unwrap_or_default();
        if let Some(profile) = &self.overrides.profile {
            settings.profile = Some(profile.clone());
        }
        if let Some(period) = self.overrides.period {
            settings.period = Some(period);
        }
        if let Some((_, engine)) = self.engines.iter().find(|(known, _)| *known == settings) {
            return Ok(Arc::clone(engine));
        }
        let engine = Arc::new(Engine::new(settings.clone()));
        self.engines.push((settings, Arc::clone(&engine)));
        Ok(engine)
    }

    /// Forgets the files of settings that were read: they may have changed since.
    pub(crate) fn forget(&mut self) {
        self.found.clear();
        self.configs.clear();
    }

    /// Whether the file of settings leaves a file out.
    pub(crate) fn excludes(&mut self, path: &Path) -> bool {
        matches!(self.config(Some(path)), Ok(Some(config)) if config.excludes(path))
    }

    fn config(&mut self, path: Option<&Path>) -> Result<Option<Arc<Config>>, String> {
        let file = match (&self.overrides.config, path) {
            (Some(file), _) => Some(file.clone()),
            (None, Some(path)) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
                self.found.entry(folder.clone()).or_insert_with(|| Config::discover(&folder)).clone()
            }
            (None, None) => Config::discover(Path::new(".")),
        };
        let Some(file) = file else { return Ok(None) };
        let lang = self.lang();
        let loaded = self.configs.entry(file.clone()).or_insert_with(|| {
            Config::load(&file, lang).map(Arc::new).map_err(|errors| {
                let name = file.display();
                match errors.as_slice() {
                    [] => name.to_string(),
                    [error] => format!("{name}:{error}"),
                    [error, rest @ ..] => {
                        let more = rest.len();
                        format!("{name}:{error}{}", say!(lang, "（另有 {more} 处）", " (and {more} more)"))
                    }
                }
            })
        });
        loaded.clone().map(Some)
    }
}

/// The longest that LibreOffice may take for one document; its first start on a slow machine takes half a minute.
const CONVERSION_LIMIT: Duration = Duration::from_secs(180);

/// Reads a draft from the file system or standard input; what is no `.docx` or text is converted where a program for it is installed.
pub(crate) fn read(input: &input::Input, lang: Lang) -> Result<(Vec<u8>, Document), String> {
    let (path, standard) = match input {
        input::Input::Path(path) => (Some(path.as_path()), None),
        input::Input::Stdin => (None, Some(input.bytes().map_err(|error| input::reason(&error, lang))?)),
    };
    let read = match (path, standard) {
        (Some(path), _) => hegao_formats::read_file(path),
        (None, bytes) => {
            let bytes = bytes.unwrap_or_default();
            hegao_formats::read(&bytes, None).map(|document| (bytes, document))
        }
    };
    let foreign = match read {
        Ok(read) => return Ok(read),
        Err(ReadError::NeedsConversion(foreign)) if path.is_some() => foreign,
        Err(error) => return Err(error.message(formats_lang(lang))),
    };
    let bytes = input.bytes().map_err(|error| input::reason(&error, lang))?;
    let converted = hegao_formats::convert(&bytes, foreign, CONVERSION_LIMIT).map_err(|error| error.message(formats_lang(lang)))?;
    Ok((converted.bytes, converted.document))
}

/// The language for messages of hegao-formats.
pub(crate) fn formats_lang(lang: Lang) -> hegao_formats::Lang {
    lang.pick(hegao_formats::Lang::Zh, hegao_formats::Lang::En)
}
