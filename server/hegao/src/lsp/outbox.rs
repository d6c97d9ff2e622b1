//! What the server tells the client on its own, in one line: what is put in first goes out first.

use tokio::sync::mpsc::UnboundedReceiver;
use tower_lsp::Client;
use tower_lsp::ls_types as lsp;

/// A message without an answer.
#[derive(Debug)]
pub(super) enum Outgoing {
    /// The findings of a document.
    Diagnostics(lsp::Uri, Vec<lsp::Diagnostic>, Option<i32>),
    /// The state of a document for a status bar.
    Status(serde_json::Value),
    /// Something that the writer has to know.
    Message(lsp::MessageType, String),
}

/// The notification behind [`Outgoing::Status`].
#[derive(Debug)]
pub(super) enum Status {}

impl lsp::notification::Notification for Status {
    type Params = serde_json::Value;
    const METHOD: &'static str = "hegao/status";
}

/// Sends until nobody puts anything in any more.
pub(super) async fn send(client: Client, mut outbox: UnboundedReceiver<Outgoing>) {
    while let Some(message) = outbox.recv().await {
        match message {
            Outgoing::Diagnostics(uri, items, version) => client.publish_diagnostics(uri, items, version).await,
            Outgoing::Status(status) => client.send_notification::<Status>(status).await,
            Outgoing::Message(kind, text) => client.show_message(kind, text).await,
        }
    }
}
