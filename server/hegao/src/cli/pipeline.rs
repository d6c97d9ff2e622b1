//! Many files side by side, results in order, few of them held.

use crate::isolated::isolated;
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

/// Runs the review of one file; a failure of the program on it is an error of this file alone.
pub(crate) fn alone<T>(lang: Lang, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    isolated(work).unwrap_or_else(|panic| {
        let panic = panic.replace(['\n', '\r'], " ");
        Err(say!(
            lang,
            "核稿在审核此文件时出错，其他文件不受影响；请报告此问题（{panic}）",
            "hegao has failed on this file; others are not affected. Please report it ({panic})"
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::alone;
    use hegao_core::Lang;
    use rayon::prelude::*;

    #[test]
    fn a_failure_in_one_file_loses_no_other() {
        let files = ["甲", "坏", "乙"];
        let results: Vec<_> =
            files.par_iter().map(|&name| alone(Lang::Zh, || if name == "坏" { panic!("在此\n出错") } else { Ok(name) })).collect();
        assert_eq!((&results[0], &results[2]), (&Ok("甲"), &Ok("乙")));
        let line = results[1].as_ref().unwrap_err();
        assert!(line.contains("在此 出错") && !line.contains('\n'), "{line}");
    }
}
