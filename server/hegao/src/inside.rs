//! The parts of the program that fuzz targets drive in-process.

use crate::config::{Config, edit};
use hegao_core::{Lang, Settings};
use std::path::Path;
use tokio::io::{AsyncRead, AsyncWrite};

/// A server for one client after the other. They share the engines, which are dear to build and know nothing of a client.
#[derive(Debug, Default)]
pub struct Server {
    built: crate::lsp::Built,
}

impl Server {
    /// Serves one client over any pair of streams; whether it asked for a shutdown before it left.
    pub async fn serve(&self, input: impl AsyncRead + Unpin, output: impl AsyncWrite) -> bool {
        crate::lsp::serve(input, output, self.built.clone()).await
    }
}

/// Reads the text of a `hegao.toml`: the settings that it makes for a path, or what is wrong, one line each.
pub fn settings(text: &str, root: &Path, path: &Path) -> Result<Settings, Vec<String>> {
    match Config::parse(text, root, Lang::Zh) {
        Ok(config) if config.excludes(path) => Ok(Settings::default()),
        Ok(config) => Ok(config.settings_for(path)),
        Err(errors) => Err(errors.iter().map(ToString::to_string).collect()),
    }
}

/// The text of a `hegao.toml` with a word added to its dictionary; `None` where the text is no TOML.
pub fn with_word(text: &str, word: &str) -> Option<String> {
    let mut after = text.to_owned();
    for change in edit::edit(text, &edit::Action::AddWord(word.to_owned())).ok()? {
        after.replace_range(change.span.range(), &change.text);
    }
    Some(after)
}
