//! Tables whose sums hold.

use super::words::{FIRST, SECOND};
use fastrand::Rng;

/// A Markdown table of towns with a row and a column of sums.
pub(super) fn table(rng: &mut Rng) -> String {
    let count = rng.usize(4..12);
    rows(rng, count)
}

/// The same with so many rows between head and sums.
pub(super) fn rows(rng: &mut Rng, count: usize) -> String {
    let mut text = "| 单位 | 普通程序（件） | 简易程序（件） | 合计（件） |\n|---|---|---|---|\n".to_owned();
    let mut sums = [0, 0];
    for _ in 0..count {
        let cells = [rng.u64(0..90), rng.u64(0..300)];
        let place = [FIRST, SECOND].map(|words| *rng.choice(words).unwrap_or(&"")).concat();
        text += &format!("| {place}镇 | {} | {} | {} |\n", cells[0], cells[1], cells[0] + cells[1]);
        sums = [sums[0] + cells[0], sums[1] + cells[1]];
    }
    text + &format!("| 合计 | {} | {} | {} |", sums[0], sums[1], sums[0] + sums[1])
}
