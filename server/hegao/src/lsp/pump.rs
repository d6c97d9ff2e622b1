//! Bringing the client up to date: one task per document, which analyses the newest text and passes over those in between.

use super::checklist;
use super::documents::Snapshot;
use super::outbox::Outgoing;
use super::session::{Session, State};
use std::sync::Arc;

impl Session {
    /// Sees to it that the client hears about the newest text of a document. Called with the lock held, after the change.
    pub(super) fn pump(self: &Arc<Self>, state: &mut State, uri: &str) {
        let Some(document) = state.documents.get_mut(uri) else { return };
        if !document.pumping {
            document.pumping = true;
            tokio::spawn(Arc::clone(self).keep_up(uri.to_owned()));
        }
    }

    async fn keep_up(self: Arc<Self>, uri: String) {
        while let Some(snapshot) = self.newest(&uri) {
            let analysis = self.analysis(&snapshot).await;
            let diagnostics = analysis.as_ref().map(|analysis| analysis.diagnostics(&snapshot.uri, self.facts()));
            let status = analysis.as_deref().filter(|_| self.facts().status).map(|analysis| checklist::status(analysis, &snapshot.uri));
            let mut state = self.state();
            let Some(document) = state.documents.get_mut(&uri) else { return };
            if document.now.tick != snapshot.tick {
                continue;
            }
            document.pumping = false;
            if let Some(diagnostics) = diagnostics.filter(|_| !self.facts().pull) {
                let fingerprint = (!diagnostics.items.is_empty()).then_some(diagnostics.fingerprint);
                if fingerprint != document.published {
                    document.published = fingerprint;
                    self.tell(Outgoing::Diagnostics(snapshot.uri.clone(), diagnostics.items.clone(), Some(snapshot.version)));
                }
            }
            if let Some(status) = status.filter(|status| document.status.as_ref() != Some(status)) {
                document.status = Some(status.clone());
                self.tell(Outgoing::Status(status));
            }
            return;
        }
    }

    fn newest(&self, uri: &str) -> Option<Arc<Snapshot>> {
        self.state().documents.get(uri).map(|document| Arc::clone(&document.now))
    }
}
