//! Messages in and answers out, over any pair of streams.
//!
//! The library's own transport ends at the first message that it cannot read, and the writer's live checking with it. This one answers
//! with an error and goes on, and so it does when a handler panics. The rest is the library's way: handlers run concurrently on one task,
//! and the first poll of each comes in the order of the messages.

use super::frames::{Frames, Incoming, Outgoing};
use futures::channel::mpsc;
use futures::{FutureExt, SinkExt, StreamExt, future, stream};
use std::panic::AssertUnwindSafe;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_util::codec::{FramedRead, FramedWrite};
use tower_lsp::jsonrpc::{Error, Request, Response};
use tower_lsp::{ClientSocket, LanguageServer, LspService};
use tower_service::Service;

/// How many messages may be in work at once. Handlers hardly compute: they wait for the one analysis of their version.
const CONCURRENCY: usize = 64;

/// How many messages may wait beside them before no more are read.
const WAITING: usize = 100;

/// Serves until the client says goodbye or its input ends.
pub(super) async fn serve<S: LanguageServer>(
    input: impl AsyncRead + Unpin,
    output: impl AsyncWrite,
    mut service: LspService<S>,
    socket: ClientSocket,
) {
    let (asked, mut replies) = socket.split();
    let (asked, no_more_asked) = stream::abortable(asked);
    let (mut answers, answered) = mpsc::channel(0);
    let (mut work, in_work) = mpsc::channel(WAITING);
    let mut messages = FramedRead::new(input, Frames::default());

    let worked = in_work.buffer_unordered(CONCURRENCY).filter_map(future::ready).map(|answer| Ok(Outgoing::Response(answer)));
    let worked = worked.forward(answers.clone());
    let written = stream::select(answered, asked.map(Outgoing::Request)).map(Ok);
    let written = written.forward(FramedWrite::new(output, Frames::default()));
    let read = async move {
        while let Some(Ok(message)) = messages.next().await {
            // What a send fails at is the end of the other side, at which this one ends too.
            let sent = match message {
                Incoming::Request(request) => {
                    if future::poll_fn(|cx| service.poll_ready(cx)).await.is_err() {
                        break;
                    }
                    // The server ends at `exit`, although some clients leave its input open.
                    let last = request.method() == "exit";
                    let sent = work.send(handled(&mut service, request)).await.is_ok();
                    sent && !last
                }
                Incoming::Response(reply) => replies.send(reply).await.is_ok(),
                Incoming::Unreadable(answer) => answers.send(Outgoing::Response(answer)).await.is_ok(),
            };
            if !sent {
                break;
            }
        }
        work.disconnect();
        answers.disconnect();
        no_more_asked.abort();
    };
    // All three end when the input does. An error of the first two says only that the output is gone, to which nothing can be said.
    let _ = future::join3(worked, written, read).await;
}

/// The answer of the handler of a message, which is an error where the handler panics.
fn handled<S: LanguageServer>(service: &mut LspService<S>, request: Request) -> impl Future<Output = Option<Response>> + use<S> {
    let id = request.id().cloned();
    let method = request.method().to_owned();
    let handler = AssertUnwindSafe(service.call(request)).catch_unwind();
    handler.map(move |answer| match answer {
        // A server that has said goodbye has no more answers.
        Ok(answer) => answer.ok().flatten(),
        Err(_) => {
            tracing::error!("the handler of {method} has panicked");
            id.map(|id| Response::from_error(id, Error::internal_error()))
        }
    })
}
