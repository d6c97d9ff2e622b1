//! What a figure is: told by its unit and by the cues around it.

use super::number::Bound;
use super::{Class, Cue, Figure, Gap};

/// The role of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// A count or an amount.
    Count,
    /// A share: 占75%.
    Share,
    /// A named rate: 办结率98%.
    Rate,
    /// A change in per cent, percentage points or times.
    Change,
    /// A change as an amount: 增加5662件.
    Delta,
    /// The value of another period: 去年同期200件.
    Previous,
    /// An average: 人均, 日均.
    Mean,
    /// A target, a plan, a limit: no fact.
    Target,
    /// A place in an order: 前10位.
    Order,
    /// A length of time.
    Duration,
    /// A member of a ratio such as `7.6:44.8:47.6`.
    Ratio,
    /// A percentage with no name that tells more.
    Percent,
}

/// The role of a figure whose words and cues are known.
pub(super) fn of(text: &str, figure: &Figure, previous: Option<&Figure>) -> Role {
    let cues = figure.cues;
    let change = cues.any(&[Cue::Up, Cue::Down]);
    let before = figure.before.of(text);
    if figure.before.end > 0 && before.ends_with(['前', '第', '后']) && !before.ends_with("目前") && !before.ends_with("以前") {
        return Role::Order;
    }
    // 位居77位: a place without 第.
    if figure.last.is_some_and(|hit| hit.cue == Cue::Rank && hit.span.end == figure.before.end)
        && matches!(figure.class, Class::Person | Class::Bare)
    {
        return Role::Order;
    }
    match figure.class {
        Class::Percent => {
            let last = figure.last.map(|hit| hit.cue);
            if cues.has(Cue::Target) || figure.number.bound.is_limit() {
                return Role::Target;
            }
            let share_last = cues.has(Cue::Share)
                && matches!(last, Some(Cue::Share | Cue::Total | Cue::Open | Cue::All | Cue::Each | Cue::Other | Cue::Rate));
            match () {
                () if cues.has(Cue::To) => {
                    if cues.has(Cue::Share) {
                        Role::Share
                    } else {
                        Role::Rate
                    }
                }
                () if cues.has(Cue::Share) && !change => Role::Share,
                () if share_last && before.contains('占') => Role::Share,
                () if change || cues.has(Cue::Compare) => Role::Change,
                () if cues.any(&[Cue::Rate, Cue::Against]) => Role::Rate,
                // 批准率和执行率分别为90%、80%: the second has no words of its own.
                () if before.is_empty() && figure.gap <= Gap::Pause => {
                    previous.filter(|previous| previous.class == Class::Percent).map_or(Role::Percent, |previous| previous.role)
                }
                () => Role::Percent,
            }
        }
        Class::Point => Role::Change,
        Class::Multiple => {
            if change {
                Role::Change
            } else {
                Role::Percent
            }
        }
        Class::Duration => Role::Duration,
        Class::Ratio => Role::Ratio,
        _ => {
            if cues.has(Cue::Target) || figure.number.bound.is_limit() || defines(text, figure) {
                return Role::Target;
            }
            if let Some(hit) = figure.last.filter(|hit| matches!(hit.cue, Cue::Up | Cue::Down)) {
                let between = &text[hit.span.end as usize..figure.span.start as usize];
                if between.chars().count() <= 3 && !between.contains(['的', '至', '到', '、']) {
                    return Role::Delta;
                }
            }
            if before.is_empty()
                && figure.gap <= Gap::Pause
                && previous.is_some_and(|previous| previous.role == Role::Delta && previous.depth == figure.depth)
            {
                return Role::Delta;
            }
            let before_that = before.trim_end_matches(['度', '同', '期', '的', '为', '是', ' ']);
            if (cues.has(Cue::Before) || before_that.ends_with("上年") || before_that.ends_with("去年")) && !cues.has(Cue::Carry) {
                return Role::Previous;
            }
            if cues.has(Cue::Mean)
                || before.ends_with('每')
                || before.contains("每千")
                || before.contains("每万")
                || before.contains("每百")
                || text[figure.span.end as usize..].starts_with(['/', '每'])
            {
                return Role::Mean;
            }
            Role::Count
        }
    }
}

/// Whether the amount defines a group, as in 超10亿元的6户 or 5000万元以上项目12个.
fn defines(text: &str, figure: &Figure) -> bool {
    let after = figure.after.of(text);
    matches!(figure.class, Class::Money | Class::Measure)
        && figure.number.bound != Bound::Exact
        && (after.starts_with(['的', '项', '企', '以', '大', '乡']) || figure.number.bound.is_limit())
}
