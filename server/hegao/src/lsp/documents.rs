//! The documents that are open in the editor.

use super::analysis::Analysis;
use super::from_proto;
use super::last_year::Evidence;
use hegao_core::Identity;
use hegao_core::text::Encoding;
use ropey::Rope;
use std::sync::Arc;
use tokio::sync::OnceCell;
use tower_lsp::ls_types as lsp;

/// A document as it stood at some moment. Its analysis is made once, whoever asks first.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// Its name.
    pub(super) uri: lsp::Uri,
    /// The client's version.
    pub(super) version: i32,
    /// The client's name for the kind of text.
    pub(super) language: String,
    /// Whether the writer has asked for a review whatever the text looks like.
    pub(super) forced: bool,
    /// The text.
    pub(super) rope: Rope,
    /// Last year's report, where one was found.
    pub(super) last_year: Option<Arc<Evidence>>,
    /// Which of all snapshots this is: a newer one has a higher number.
    pub(super) tick: u64,
    /// What was found; `None` where the analysis failed.
    pub(super) analysis: OnceCell<Option<Arc<Analysis>>>,
}

/// An open document.
#[derive(Debug)]
pub(super) struct Document {
    /// How it stands now.
    pub(super) now: Arc<Snapshot>,
    /// Whether a task is at work that will bring the client up to date.
    pub(super) pumping: bool,
    /// The fingerprint of the findings that the client was last sent; `None` where it holds none.
    pub(super) published: Option<u64>,
    /// The status line that the client was last sent.
    pub(super) status: Option<serde_json::Value>,
    /// What it was last seen to be of.
    pub(super) identity: Option<Identity>,
    /// The semantic tokens that the client was last sent, with their id.
    pub(super) tokens: Option<(String, Vec<lsp::SemanticToken>)>,
}

impl Document {
    /// A document with nothing sent yet.
    pub(super) fn new(now: Snapshot) -> Self {
        Self { now: Arc::new(now), pumping: false, published: None, status: None, identity: None, tokens: None }
    }

    /// Replaces the snapshot by a newer one.
    pub(super) fn renew(&mut self, tick: u64, change: impl FnOnce(&mut Snapshot)) {
        let now = &self.now;
        let mut next = Snapshot {
            uri: now.uri.clone(),
            version: now.version,
            language: now.language.clone(),
            forced: now.forced,
            rope: now.rope.clone(),
            last_year: now.last_year.clone(),
            tick,
            analysis: OnceCell::new(),
        };
        change(&mut next);
        self.now = Arc::new(next);
    }
}

/// Applies one change to a text.
pub(super) fn apply(rope: &mut Rope, change: &lsp::TextDocumentContentChangeEvent, encoding: Encoding) {
    match change.range {
        None => *rope = Rope::from_str(&change.text),
        Some(range) => {
            let start = from_proto::char_index(rope, range.start, encoding);
            let end = from_proto::char_index(rope, range.end, encoding).max(start);
            rope.remove(start..end);
            rope.insert(start, &change.text);
        }
    }
}
