//! The days as of which a place of the report is judged.

use super::context::years_before;
use crate::draft::{Date, Draft};
use crate::text::Finder;
use std::sync::LazyLock;

/// The days as of which a place is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// What has ended by this day is over.
    pub past: Date,
    /// What comes after this day is not there yet.
    pub future: Date,
    /// After this day nothing can have been known to the writer.
    pub report: Date,
    /// The last day of what a plan speaks of: meetings and plans up to it can be foreseen.
    pub planned: Option<Date>,
}

/// Headings and openings of the parts that speak of what is to come.
const PLANS: [&str; 12] = ["下一步", "下步", "打算", "计划", "安排", "思路", "展望", "明年", "今后", "工作重点", "下一年", "努力方向"];

static PLANNED: LazyLock<Finder> = LazyLock::new(|| Finder::new(PLANS));

/// The days for what stands under a heading; none where the draft says nothing about time.
pub(super) fn as_of(text: &str, draft: &Draft, mut heading: Option<usize>) -> Option<AsOf> {
    let date_line = draft.meta.date_line.map(|(date, _)| date);
    let end = match (draft.meta.period.or(draft.meta.title_period), date_line) {
        (Some(period), _) => period.end(),
        (None, Some(date)) => date,
        (None, None) => return named_year(draft.span.of(text)),
    };
    // Reports are written in the months after their period.
    let later = match end.month {
        12 => Date { year: end.year + 1, month: 4, day: 30 },
        _ => Date { year: end.year, month: end.month + 4, day: 28 },
    };
    let report = date_line.filter(|date| *date >= end).unwrap_or(later);
    let mut any = false;
    let mut plan = false;
    while let Some(index) = heading {
        let at = &draft.outline.headings[index];
        any = true;
        plan |= at.title.len() <= 120 && PLANNED.any(at.title.of(text));
        heading = at.parent;
    }
    if plan {
        return Some(AsOf { past: report, future: report, report, planned: Some(Date { year: report.year, month: 12, day: 31 }) });
    }
    // In front of the first heading the report speaks of itself.
    let future = if any { end } else { report };
    Some(AsOf { past: end, future, report, planned: None })
}

/// A text that is no report has no period. The year that its first words name tells what was over by then, and nothing of what was to come.
fn named_year(text: &str) -> Option<AsOf> {
    let head = &text[..text.floor_char_boundary(300.min(text.len()))];
    let year = years_before(head).max()?;
    let day = |year| Date { year, month: 12, day: 31 };
    Some(AsOf { past: day(year), future: day(9999), report: day(9999), planned: None })
}
