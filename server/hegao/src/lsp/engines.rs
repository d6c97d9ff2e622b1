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

/// A `hegao.toml` as it was last read. A text that is wrong leaves in force what was right before.
#[derive(Debug)]
struct Loaded {
    stamp: Stamp,
    config: Option<Arc<Config>>,
}

/// Which text of a file was read.
#[derive(Debug, PartialEq, Eq)]
enum Stamp {
    /// The one on disk, by its time and size.
    Disk(Option<(SystemTime, u64)>),
    /// The one that is open in the editor, saved or not.
    Open,
}

/// A `hegao.toml` that was read from disk just now, and what is wrong with it.
pub(super) type Reread = (PathBuf, Vec<ConfigError>);

/// Engines that are built, by their settings. They know nothing of a session.
#[derive(Clone, Debug, Default)]
pub(crate) struct Built(Arc<Mutex<Vec<BySettings>>>);

type BySettings = (Settings, Arc<Engine>);

/// The engines in use and the files of settings behind them.
#[derive(Debug, Default)]
pub(super) struct Engines {
    built: Built,
    configs: Mutex<HashMap<PathBuf, Loaded>>,
}

/// How many engines are kept: one for each folder with settings of its own.
const KEPT: usize = 8;

impl Built {
    fn engine(&self, settings: Settings) -> Arc<Engine> {
        let mut engines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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
}

impl Engines {
    /// No files of settings yet, and the engines that there are already.
    pub(super) fn new(built: Built) -> Self {
        Self { built, configs: Mutex::default() }
    }

    /// The engine for a file. A `hegao.toml` that was read anew for it is named, so that its errors are told once. What is on no disk
    /// goes by the settings of a folder.
    pub(super) fn reviewer(&self, path: &Path, client: &ClientSettings, locale: Lang) -> (Reviewer, Option<Reread>) {
        let (config, reread) = match Config::discover(path) {
            Some(file) => self.config(&file, client.lang(locale)),
            None => (None, None),
        };
        let mut settings = config.as_ref().map(|config| config.settings_for(path)).unwrap_or_default();
        let lang = config.as_ref().and_then(|config| config.lang()).unwrap_or(locale);
        client.put_on(&mut settings, lang);
        let excluded = config.is_some_and(|config| config.excludes(path));
        (Reviewer { engine: self.built.engine(settings), excluded }, reread)
    }

    /// An engine with the editor's settings alone.
    pub(super) fn plain(&self, client: &ClientSettings, locale: Lang) -> Reviewer {
        let mut settings = Settings::default();
        client.put_on(&mut settings, locale);
        Reviewer { engine: self.built.engine(settings), excluded: false }
    }

    /// Takes over a `hegao.toml` from the editor. Says whether that changes anything.
    pub(super) fn adopt(&self, file: &Path, config: Config) -> bool {
        let mut configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        let before = configs.get(file).and_then(|loaded| loaded.config.clone());
        let changed = before.is_none_or(|before| !before.says_the_same(&config));
        configs.insert(file.to_owned(), Loaded { stamp: Stamp::Open, config: Some(Arc::new(config)) });
        changed
    }

    /// Goes back to the text on disk.
    pub(super) fn let_go(&self, file: &Path) {
        self.configs.lock().unwrap_or_else(PoisonError::into_inner).remove(file);
    }

    /// A file of settings, read again where it has changed on disk and is not open.
    fn config(&self, file: &Path, lang: Lang) -> (Option<Arc<Config>>, Option<Reread>) {
        let stamp = Stamp::Disk(std::fs::metadata(file).ok().and_then(|data| Some((data.modified().ok()?, data.len()))));
        let mut configs = self.configs.lock().unwrap_or_else(PoisonError::into_inner);
        let before = configs.get(file);
        if let Some(loaded) = before.filter(|loaded| loaded.stamp == Stamp::Open || loaded.stamp == stamp) {
            return (loaded.config.clone(), None);
        }
        let (config, errors) = match Config::load(file, lang) {
            Ok(config) => (Some(Arc::new(config)), Vec::new()),
            Err(errors) => (before.and_then(|loaded| loaded.config.clone()), errors),
        };
        configs.insert(file.to_owned(), Loaded { stamp, config: config.clone() });
        (config, Some((file.to_owned(), errors)))
    }
}
