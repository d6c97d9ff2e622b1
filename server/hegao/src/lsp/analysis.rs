//! A document with its review: what every answer is read from.

use super::client::ClientFacts;
use super::diagnostics::Diagnostics;
use super::documents::Snapshot;
use super::engines::Reviewer;
use super::last_year::Evidence;
use super::to_proto::Ruler;
use crate::cli::against;
use crate::config::{Config, ConfigError, FILE_NAME};
use hegao_core::text::{Encoding, LineIndex};
use hegao_core::{Engine, Identity, Lang, Review};
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
    /// Last year's report that it was held against.
    pub(super) last_year: Option<Arc<Evidence>>,
    /// The settings, or what is wrong with them, where it is a `hegao.toml`.
    pub(super) config: Option<Result<Config, Vec<ConfigError>>>,
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
        let config = path.as_deref().filter(|path| is_config(path)).map(|path| {
            let folder = path.parent().unwrap_or(Path::new(""));
            Config::parse(&text, folder, lang)
        });
        let review = match (&config, &snapshot.last_year) {
            (Some(_), _) => Review::default(),
            (None, Some(evidence)) => reviewer.engine.review_against(&text, &evidence.report),
            (None, None) => reviewer.engine.review(&text),
        };
        let wanted = snapshot.forced || snapshot.language == "gongwen" || reviewer.engine.settings().profile.is_some();
        let checked = config.is_none() && (snapshot.forced || !reviewer.excluded) && (wanted || review.recognised());
        Self {
            version: snapshot.version,
            language: snapshot.language.clone(),
            text,
            lines,
            encoding,
            review,
            last_year: snapshot.last_year.clone(),
            config,
            checked,
            engine: reviewer.engine,
            lang,
            diagnostics: OnceLock::new(),
        }
    }

    /// Whose report it is, and on what; none where it is not checked or does not say so.
    pub(super) fn identity(&self) -> Option<Identity> {
        self.review.drafts.first().filter(|_| self.checked).and_then(Identity::of)
    }

    /// What the comparison with last year's report came to, in words.
    pub(super) fn compared(&self) -> Vec<String> {
        let evidence = self.last_year.as_ref();
        evidence.map(|evidence| against::notes(&self.review, Some(&evidence.report), self.lang)).unwrap_or_default()
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

/// Whether a path is that of a file of settings.
pub(super) fn is_config(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FILE_NAME)
}
