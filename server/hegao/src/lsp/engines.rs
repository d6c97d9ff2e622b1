//! Engines by settings: `hegao.toml` below, the editor's settings on top. Nothing is built before the first document wants it.

use super::configuration::ClientSettings;
use crate::config::{Config, ConfigError};
use hegao_core::{Engine, Lang, Settings};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// The engine for a file, and whether its team leaves the file alone.
#[derive(Clone, Debug)]
pub(super) struct Reviewer {
    /// The engine.
    pub(super) engine: Arc<Engine>,
    /// Whether `hegao.toml` excludes the file.
    pub(super) excluded: bool,
}

/// A `hegao.toml` as it was last read.
#[derive(Debug)]
struct Loaded {
    stamp: Option<(SystemTime, u64)>,
    config: Option<Arc<Config>>,
}

/// The engines in use and the files of settings behind them.
#[derive(Debug, Default)]
pub(super) struct Engines {
    engines: Mutex<Vec<(Settings, Arc<Engine>)>>,
    configs: Mutex<HashMap<PathBuf, Loaded>>,
}

/// How many engines are kept: one for each folder with settings of its own.
const KEPT: usize = 8;

impl Engines {
    /// The engine for a file. Errors of its `hegao.toml` are returned the first time that they are seen.
    pub(super) fn reviewer(
        &self,
        path: Option<&Path>,
        client: &ClientSettings,
        locale: Lang,
    ) -> (Reviewer, Option<(PathBuf, Vec<ConfigError>)>) {
        let file = path.and_then(Config::discover);
        let (config, errors) = match file {
            Some(file) => {
                let (config, errors) = self.config(&file, client.lang(locale));
                (config, (!errors.is_empty()).then_some((file, errors)))
            }
            None => (None, None),
        };
        let mut settings = match (&config, path) {
            (Some(config), Some(path)) => config.settings_for(path),
            _ => Settings::default(),
        };
        let lang = config.as_ref().and_then(|config| config.lang()).unwrap_or(locale);
        client.put_on(&mut settings, lang);
        let excluded = config.zip(path).is_some_and(|(config, path)| config.excludes(path));
        (Reviewer { engine: self.engine(settings), excluded }, errors)
    }

    fn engine(&self, settings: Settings) -> Arc<Engine> {
        let mut engines = self.engines.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, engine)) = engines.iter().find(|(known, _)| *known == settings) {
            return Arc::clone(engine);
        }
        let engine = Arc::new(Engine::new(settings.clone()));
        if engines.len() == KEPT {
            engines.remove(0);
        }
        engines.push((settings, Arc::clone(&engine)));
        engine
    }

    /// A file of settings, read again where it has changed on disk.
    fn config(&self, file: &Path, lang: Lang) -> (Option<Arc<Config>>, Vec<ConfigError>) {
        let stamp = std::fs::metadata(file).ok().and_then(|data| Some((data.modified().ok()?, data.len())));
        let mut configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(loaded) = configs.get(file).filter(|loaded| loaded.stamp == stamp) {
            return (loaded.config.clone(), Vec::new());
        }
        let (config, errors) = match Config::load(file, lang) {
            Ok(config) => (Some(Arc::new(config)), Vec::new()),
            Err(errors) => (None, errors),
        };
        configs.insert(file.to_owned(), Loaded { stamp, config: config.clone() });
        (config, errors)
    }
}
