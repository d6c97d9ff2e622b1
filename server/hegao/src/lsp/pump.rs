//! Bringing the client up to date: one task per document, which analyses the newest text and passes over those in between.

use super::analysis::Analysis;
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
            if let Some(analysis) = &analysis {
                self.adopt(&snapshot.uri, analysis);
            }
            let diagnostics = analysis.as_ref().map(|analysis| analysis.diagnostics(&snapshot.uri, self.facts()));
            let status = self.facts().status.then(|| match &analysis {
                Some(analysis) => checklist::status(analysis, &snapshot.uri),
                None => checklist::no_status(&snapshot),
            });
            let mut state = self.state();
            let Some(document) = state.documents.get_mut(&uri) else { return };
            if document.now.tick != snapshot.tick {
                continue;
            }
            document.pumping = false;
            // Findings of an earlier text are taken back where the review of the newest has failed.
            let found = diagnostics.filter(|diagnostics| !diagnostics.items.is_empty());
            let fingerprint = found.map(|found| found.fingerprint);
            if !self.facts().pull && fingerprint != document.published {
                document.published = fingerprint;
                let items = found.map(|found| found.items.clone()).unwrap_or_default();
                self.tell(Outgoing::Diagnostics(snapshot.uri.clone(), items, Some(snapshot.version)));
            }
            if let Some(status) = status.filter(|status| document.status.as_ref() != Some(status)) {
                document.status = Some(status.clone());
                self.tell(Outgoing::Status(status));
            }
            let identity = analysis.as_deref().and_then(Analysis::identity);
            self.identified(&mut state, &uri, identity, snapshot.tick);
            return;
        }
    }

    fn newest(&self, uri: &str) -> Option<Arc<Snapshot>> {
        self.state().documents.get(uri).map(|document| Arc::clone(&document.now))
    }
}
