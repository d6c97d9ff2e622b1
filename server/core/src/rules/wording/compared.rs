//! 同比 and 环比 with the wrong period in front: 较上月同比增长1.3%, 较上年同期环比下降2%.

use super::terms::CONFUSED;
use crate::rules::{Context, Report};
use crate::say;
use crate::text::Span;

/// What is compared with the period directly before it (环比).
const BEFORE: [&str; 9] = ["上月", "上个月", "上一月", "上季", "上季度", "上一季度", "上周", "上一周", "前一月"];

/// What is compared with the same period of the year before (同比).
const SAME: [&str; 4] = ["上年同期", "去年同期", "上一年同期", "上年同月"];

/// Words for a change that a figure follows: 较上月同比增速 may well speak of the year-on-year rate of last month.
const CHANGES: [&str; 13] = ["增长", "增加", "上升", "提高", "提升", "上涨", "下降", "减少", "降低", "下滑", "回落", "多", "少"];

/// Marks both: part of `wording/confused-word`.
pub(super) fn check(cx: &mut Context) {
    let lang = cx.lang();
    let base = cx.draft.span.start as usize;
    for (word, right, periods, name) in [
        ("同比", "环比", &BEFORE[..], ["上年同期", "the same period of last year"]),
        ("环比", "同比", &SAME[..], ["上一个统计期", "the period before"]),
    ] {
        let places: Vec<usize> = {
            let words = cx.draft.span.of(cx.text());
            cx.places(word).filter(|&at| contradicts(words, at, word, periods)).collect()
        };
        for at in places {
            let span = Span::new(base + at, base + at + word.len());
            let with = lang.pick(name[0], name[1]);
            let message = say!(
                lang,
                "“{word}”是与{with}比，与写明的时期不符，应为“{right}”",
                "{word} compares with {with}, not with the period named here: write {right}"
            );
            cx.report(&CONFUSED, Report::new(span, message).suggest(say!(lang, "改为“{right}”", "Write {right}"), span, right));
        }
    }
}

/// Whether the period directly in front or behind is one that the word does not compare with, and a figure of a change follows.
fn contradicts(words: &str, at: usize, word: &str, periods: &[&str]) -> bool {
    let (before, after) = (&words[..at], &words[at + word.len()..]);
    let compared = before.strip_suffix("相比").or_else(|| before.strip_suffix("相较")).unwrap_or(before);
    let compared = compared.trim_end_matches([',', ' ']);
    let in_front = periods.iter().any(|period| compared.strip_suffix(period).is_some_and(|rest| rest.ends_with(['较', '比', '与', '同'])));
    if in_front {
        return is_changed(after);
    }
    // 同比上月增长3%: the period stands behind.
    let named = after.strip_prefix('较').or_else(|| after.strip_prefix('比')).unwrap_or(after);
    periods.iter().filter_map(|period| named.strip_prefix(period)).any(is_changed)
}

/// Whether a change with its figure follows.
fn is_changed(after: &str) -> bool {
    let changed = CHANGES.iter().find_map(|change| after.strip_prefix(change));
    changed.is_some_and(|rest| rest.trim_start_matches(['了', '约', '近', '超', '达']).starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Settings};

    #[test]
    fn the_period_named_decides() {
        let engine = Engine::new(Settings::default());
        let marked = |text: &str| engine.review(text).findings.iter().any(|finding| finding.rule == "wording/confused-word");
        for text in [
            "5月受理来电310件，较上月同比增长3.3%。",
            "5月受理来电310件，与上个月相比同比下降3.3%。",
            "二季度办结120件，比上季度同比增加20件。",
            "5月受理来电310件，同比上月增长3.3%。",
            "全年办结120件，较上年同期环比增长20%。",
            "全年办结120件，环比去年同期增长20%。",
        ] {
            assert!(marked(text), "{text}");
        }
        for text in [
            "5月受理来电310件，较上月增长3.3%，同比增长5%。",
            "同比涨幅较上月同比涨幅扩大0.2个百分点。",
            "投诉量较上月同比增速回落0.3个百分点。",
            "5月受理来电310件，较上月环比增长3.3%。",
            "同比增长5%，比上月下降3%。",
            "同比上月同期增长3%。",
            "全年办结120件，较上年同期增长20%，环比下降3%。",
        ] {
            assert!(!marked(text), "{text}");
        }
    }
}
