//! An older congress or plenum studied where a newer one had been held: the mark of last year's text.

use crate::catalogue::references::{EntryKind, References};
use crate::draft::Date;
use crate::rules::{Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use regex::Regex;
use std::sync::LazyLock;

/// `reference/older-meeting`
pub(super) static RULE: Rule = Rule {
    id: "reference/older-meeting",
    severity: Severity::Hint,
    what: [
        "学习的是较早的党代会、全会，报告期内开过的新一次全文未提",
        "An older party congress or plenum is studied; the newer one of the report's period is not named anywhere",
    ],
    why: [
        "报告写当年学习贯彻的会议精神；只提前一次，多为沿用上年文稿。写到“历次全会”、只作历史提及的不报，报告期末前一个月内开的会不要求。",
        "A report names the meetings studied in its year. Naming only an older one shows last year's text. What is named as history is left alone, and so are meetings of the last month.",
    ],
    bad: "青山县2025年法治政府建设工作总结\n一、主要做法\n深入学习贯彻党的二十届三中全会精神，规范行政执法。\n",
    good: "青山县2025年法治政府建设工作总结\n一、主要做法\n深入学习贯彻党的二十届三中、四中全会精神，规范行政执法。\n",
    check: |cx| {
        if cx.draft.meta.profile.is_none() {
            return;
        }
        let Some(period) = cx.draft.meta.period else { return };
        let lang = cx.lang();
        let text = cx.draft.span.of(cx.text());
        let named = read(text);
        let Some((newest, title, held)) = newest(&cx.catalogue.references, period.end()) else { return };
        let Some(older) = older_one(text, &named, newest) else { return };
        let base = cx.draft.span.start as usize;
        let span = Span::new(base + older.start, base + older.end);
        let words = span.of(cx.text());
        let message = say!(
            lang,
            "{title}已于{held}召开，全文未提，这里学习的是{words}，请核对是否沿用上年文稿",
            "{title} was held on {held} and is not named; {words} is studied here: left from last year's text?"
        );
        cx.report(&RULE, Report::new(span, message));
    },
};

/// A meeting: the number of the congress, and of its plenum (0 for the congress itself). Later ones are greater.
type Meeting = (u16, u16);

/// A meeting that a draft names.
struct Named {
    meeting: Meeting,
    start: usize,
    end: usize,
}

/// The number of a plenum in 历次全会: all of them.
const ALL: u16 = u16::MAX;

static NAMES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(十[六七八九]|二十[一二三]?)(?:届((?:[一二三四五六七]中[、和及与,]?(?:全会)?)+|历次|各次)全?会?|大)")
        .expect("a fixed pattern")
});

fn read(text: &str) -> Vec<Named> {
    let mut named = Vec::new();
    for found in NAMES.captures_iter(text) {
        let whole = found.get(0).expect("the match itself");
        let Some(congress) = numeral(&found[1]) else { continue };
        let mut add = |plenum| named.push(Named { meeting: (congress, plenum), start: whole.start(), end: whole.end() });
        match found.get(2).map(|plenums| plenums.as_str()) {
            // 二十大类 and 十九大街 are no congress.
            None if text[..whole.start()].ends_with("党的") || text[whole.end()..].starts_with(['精', '报', '和', '、', '以']) => {
                add(0)
            }
            None => {}
            Some("历次" | "各次") => add(ALL),
            Some(plenums) => plenums.chars().filter(|c| *c != '中').filter_map(|c| numeral(c.encode_utf8(&mut [0; 4]))).for_each(add),
        }
    }
    named
}

fn numeral(text: &str) -> Option<u16> {
    crate::draft::outline::number_at_start(text).filter(|&(_, length)| length == text.len()).map(|(number, _)| number)
}

/// The newest meeting that reports on a period have to name, with its title and its first day. The first and the last plenum deal with posts
/// and with the next congress, the second with the organs of the state: reports may leave them out.
fn newest(references: &References, end: Date) -> Option<(Meeting, &str, Date)> {
    // A meeting of the last month may have come too late for the text.
    let by = if end.day >= 30 && end.month > 1 { Date { month: end.month - 1, day: 30, ..end } } else { end };
    let meetings = references.entries().iter().filter(|entry| entry.kind == EntryKind::Meeting).filter_map(|entry| {
        let held = entry.from?.first();
        let meeting = read(&entry.title).first().map(|named| named.meeting)?;
        (matches!(meeting.1, 0 | 3..=6) && held <= by).then_some((meeting, entry.title.as_ref(), held))
    });
    meetings.max_by_key(|&(meeting, ..)| meeting)
}

/// The newest of the meetings that are studied, where neither `newest` nor a later one is named at all.
fn older_one<'a>(text: &str, named: &'a [Named], newest: Meeting) -> Option<&'a Named> {
    if named.iter().any(|named| named.meeting >= newest) {
        return None;
    }
    let studied = |named: &&Named| {
        let before = &text[..named.start];
        let before = &before[before.rfind(['。', ';', '\n', ',']).unwrap_or(0)..];
        let after = text[named.end..].split(['。', ';', '\n', ',']).next().unwrap_or_default();
        let past = ["以来", "提出", "首次", "召开后"].iter().any(|word| after.contains(word));
        !past && after.contains("精神") && ["学习", "贯彻", "落实", "领会", "宣传", "传达"].iter().any(|verb| before.contains(verb))
    };
    let older = named.iter().filter(studied).max_by_key(|named| named.meeting)?;
    // The congress itself stands for all that follows it; a plenum of the congress before is then a part of history.
    let whole_congress = older.meeting.1 == 0 && older.meeting.0 == newest.0;
    let congress_named = newest.1 > 0 && older.meeting.0 < newest.0 && named.iter().any(|named| named.meeting.0 == newest.0);
    (!whole_congress && !congress_named).then_some(older)
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Settings};

    fn told(year: i16, sentence: &str) -> bool {
        let text = format!("青禾县{year}年法治政府建设情况报告\n一、主要举措和成效\n{sentence}\n");
        Engine::new(Settings::default()).review(&text).findings.iter().any(|finding| finding.rule == "reference/older-meeting")
    }

    #[test]
    fn only_a_meeting_studied_in_place_of_a_newer_one_is_told() {
        for (year, sentence) in [
            (2025, "深入学习贯彻党的二十届三中全会精神。"),
            (2025, "深入学习贯彻党的二十大和二十届二中、三中全会精神。"),
            (2023, "全面贯彻落实党的十九大和十九届历次全会精神。"),
            (2024, "学习宣传贯彻党的二十届二中全会精神。"),
            (2020, "深入学习贯彻党的十九大和十九届二中、三中、四中全会精神。"),
        ] {
            assert!(told(year, sentence), "{year}: {sentence}");
        }
        for (year, sentence) in [
            (2025, "深入学习贯彻党的二十大和二十届历次全会精神。"),
            (2025, "深入学习贯彻党的二十大精神。"),
            (2025, "深入学习贯彻党的二十届三中、四中全会精神。"),
            (2025, "深入学习贯彻党的二十届三中全会和二十届四中全会精神。"),
            (2024, "深入学习贯彻党的二十大和二十届二中、三中全会精神。"),
            (2023, "党的十九大以来，深入学习贯彻党的二十大精神。"),
            (2023, "深入学习贯彻党的二十大精神，回顾学习十九届六中全会精神的成果。"),
            (2022, "深入学习贯彻党的十九届历次全会精神和党的二十大精神。"),
            (2019, "深入学习贯彻党的十九大和十九届二中、三中、四中全会精神。"),
            (2025, "党的十八届四中全会提出全面推进依法治国。"),
            (2023, "梳理二十大类事项，传达会议精神。"),
        ] {
            assert!(!told(year, sentence), "{year}: {sentence}");
        }
    }
}
