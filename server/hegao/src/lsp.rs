//! `hegao lsp`: the language server on standard input and output.
//!
//! Nothing here knows about drafts: a handler takes a snapshot, asks `hegao_core::assist`, and `to_proto` words the answer. State lives in
//! one place ([`session::Session`]) and changes in the order in which messages arrive: handlers run concurrently, but the first poll of
//! each comes in order, so a handler changes state, or takes its snapshot, before it awaits anything.

mod actions;
mod analysis;
mod checklist;
mod client;
mod completion;
mod configuration;
mod diagnostics;
mod documents;
mod drafts;
mod engines;
mod features;
mod files;
mod frames;
mod from_proto;
mod last_year;
mod outbox;
mod pump;
mod server;
mod session;
mod settings;
#[cfg(test)]
mod tests;
mod to_proto;
mod tokens;
mod transport;
mod workspace;

pub(crate) use engines::Built;

use anyhow::Context;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::LspService;
use tracing_subscriber::EnvFilter;

/// What the language server is started with.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// 日志写入文件，而不是标准错误 · Write the log to a file instead of standard error
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// 编辑器常带的参数，不起作用 · What many editors add; it changes nothing
    #[arg(long, hide = true)]
    stdio: bool,
}

/// Serves until the client says goodbye. The exit code is 0 if it asked for a shutdown before, else 1 (LSP 3.17, `exit`).
pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    log(options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).thread_name("hegao").enable_all().build()?;
    let polite = runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout(), Built::default()));
    // The thread that reads standard input cannot be interrupted: it is left behind.
    runtime.shutdown_background();
    Ok(ExitCode::from(u8::from(!polite)))
}

/// Serves one client over any pair of streams; whether it asked for a shutdown before it left. Engines that are built already are used.
pub(crate) async fn serve(input: impl AsyncRead + Unpin, output: impl AsyncWrite, built: Built) -> bool {
    let mut session = None;
    let (service, socket) = LspService::build(|client| {
        let backend = server::Backend::new(client, built);
        session = Some(Arc::clone(backend.session()));
        backend
    })
    .custom_method("hegao/checklist", server::Backend::checklist)
    .custom_method("hegao/newDraft", server::Backend::new_draft)
    .custom_method("hegao/exportReview", server::Backend::export_review)
    .finish();
    transport::serve(input, output, service, socket).await;
    session.is_some_and(|session| session.was_shut_down())
}

/// Sets up tracing: `RUST_LOG` decides what is written, `--log` where.
fn log(options: &Options) -> anyhow::Result<()> {
    let filter = |default: &str| EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(default));
    match &options.log {
        Some(path) => {
            let file = std::fs::File::options().create(true).append(true).open(path);
            let file = file.with_context(|| format!("{}", path.display()))?;
            tracing_subscriber::fmt().with_ansi(false).with_env_filter(filter("info")).with_writer(Arc::new(file)).init();
        }
        None => tracing_subscriber::fmt().with_ansi(false).with_env_filter(filter("warn")).with_writer(std::io::stderr).init(),
    }
    Ok(())
}
