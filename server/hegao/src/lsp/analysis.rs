//! A document with its review: what every answer is read from.

use super::client::ClientFacts;
use super::diagnostics::Diagnostics;
use super::documents::Snapshot;
use super::engines::Reviewer;
use super::to_proto::Ruler;
use crate::config::{Config, ConfigError, FILE_NAME};
use hegao_core::text::{Encoding, LineIndex};
use hegao_core::{Engine, Lang, Review};
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// A text with its review.
#[derive(Debug)]
pub(super) struct Analysis {
    /// The version of the text.
    pub(super) version: i32,
    /// The client's name for the kind of text.
    pub(super) language: String,
    /// The text.
    pub(super) text: String,
    /// Its lines.
    pub(super) lines: LineIndex,
    /// The unit of the client's columns.
    pub(super) encoding: Encoding,
    /// What was found.
    pub(super) review: Review,
    /// What is wrong with the file, where it is a `hegao.toml`.
    pub(super) config_errors: Vec<ConfigError>,
    /// Whether the text is checked; others are left alone.
    pub(super) checked: bool,
    /// The engine that reviewed it.
    pub(super) engine: Arc<Engine>,
    /// The language of messages.
    pub(super) lang: Lang,
    pub(super) diagnostics: OnceLock<Diagnostics>,
}

impl Analysis {
    /// Reviews a snapshot.
    pub(super) fn new(snapshot: &Snapshot, reviewer: Reviewer, encoding: Encoding) -> Self {
        let text = String::from(&snapshot.rope);
        let lines = LineIndex::new(&text);
        let path = super::client::path(&snapshot.uri);
        let lang = reviewer.engine.settings().lang;
        let is_config = path.as_deref().and_then(Path::file_name).is_some_and(|name| name == FILE_NAME);
        let (mut review, mut config_errors) = (Review::default(), Vec::new());
        if is_config {
            let folder = path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
            config_errors = Config::parse(&text, folder, lang).err().unwrap_or_default();
        } else {
            review = reviewer.engine.review(&text);
        }
        let wanted = snapshot.forced || snapshot.language == "gongwen" || reviewer.engine.settings().profile.is_some();
        let checked = !is_config && (snapshot.forced || !reviewer.excluded) && (wanted || review.recognised());
        Self {
            version: snapshot.version,
            language: snapshot.language.clone(),
            text,
            lines,
            encoding,
            review,
            config_errors,
            checked,
            engine: reviewer.engine,
            lang,
            diagnostics: OnceLock::new(),
        }
    }

    /// Turns offsets into positions.
    pub(super) fn ruler(&self) -> Ruler<'_> {
        Ruler::new(&self.text, &self.lines, self.encoding)
    }

    /// The findings as the client wants them; made once.
    pub(super) fn diagnostics(&self, uri: &tower_lsp::ls_types::Uri, facts: &ClientFacts) -> &Diagnostics {
        self.diagnostics.get_or_init(|| Diagnostics::of(self, uri, facts))
    }
}
