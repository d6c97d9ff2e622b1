//! Many files side by side, results in order, few of them held.

use hegao_core::{Lang, say};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use std::io::{self, IsTerminal};

/// How many files a thread has before it waits for the others: enough that a long file among them costs little.
const WINDOW: usize = 16;

/// Works on all items, `jobs` at a time, and hands the results on in order. No more than a window of results is held.
pub(crate) fn ordered<T: Sync, R: Send>(
    items: &[T],
    jobs: Option<usize>,
    progress: &ProgressBar,
    work: impl Fn(&T) -> R + Sync,
    mut sink: impl FnMut(usize, R) -> io::Result<()>,
) -> io::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build().map_err(io::Error::other)?;
    let window = pool.current_num_threads() * WINDOW;
    for (start, chunk) in (0..).step_by(window).zip(items.chunks(window)) {
        let counted = |item| {
            let result = work(item);
            progress.inc(1);
            result
        };
        let results: Vec<R> = pool.install(|| chunk.par_iter().with_max_len(1).map(counted).collect());
        for (at, result) in results.into_iter().enumerate() {
            sink(start + at, result)?;
        }
    }
    Ok(())
}

/// A bar on a terminal where there is something to wait for, nothing in a pipe.
pub(crate) fn progress(files: usize, quiet: bool, lang: Lang) -> ProgressBar {
    if quiet || files < 2 || !io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
    }
    let template = say!(lang, "审核 {{bar:30}} {{pos}}/{{len}}", "reviewing {{bar:30}} {{pos}}/{{len}}");
    let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(files as u64).with_style(style)
}
