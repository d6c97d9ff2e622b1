//! The three systems of law enforcement (行政执法三项制度): their names and their order.

use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Lang, Severity, say};

/// `wording/three-systems`
pub(super) static THREE_SYSTEMS: Rule = Rule {
    id: "wording/three-systems",
    severity: Severity::Warning,
    what: [
        "行政执法“三项制度”名称缺字、顺序颠倒、项数写错或“三项”重复",
        "The three systems of law enforcement with a word missing, in another order, miscounted, or 三项 said twice",
    ],
    why: [
        "国办发〔2018〕118号：行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度。只在三项并列时判断。",
        "国办发〔2018〕118号 names them: 行政执法公示, 执法全过程记录, 重大执法决定法制审核. Judged only where all three stand in a row.",
    ],
    bad: "落实行政执法公示、执法全过程记录、重大执法决定审核三项制度。\n",
    good: "落实行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度。\n",
    check,
};

/// The part that tells a system, and its full name.
const SYSTEMS: [(&str, &str); 3] = [("公示", "行政执法公示"), ("全过程记录", "执法全过程记录"), ("审核", "重大执法决定法制审核")];

/// Forms of a name that are in use beside the full one; longer ones first.
const KNOWN: [&[&str]; 3] = [
    &["行政执法公示", "执法公示", "行政执法信息公示", "行政执法事前事中事后公示"],
    &["行政执法全过程记录", "执法全过程记录"],
    &["重大行政执法决定法制审核", "重大执法决定法制审核", "重大行政处罚决定法制审核", "重大执法决定法治审核", "重大行政执法决定法治审核"],
];

/// Marks and words between two systems of a list.
const BETWEEN: [char; 9] = ['、', '和', '与', '及', '“', '”', '《', '》', ','];

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let base = cx.draft.span.start as usize;
    let words = cx.draft.span.of(text);
    let mut after = 0;
    for at in cx.places("全过程记录") {
        let Some(list) = list_around(words, at).filter(|list| list.0 >= after) else { continue };
        after = list.1;
        judge(cx, words, base, list, lang);
    }
    miscounted(cx, words, base);
    for doubled in ["三项三项制度", "三项“三项制度”", "“三项”三项制度", "“三项制度”制度"] {
        for at in cx.places(doubled) {
            let span = Span::new(base + at, base + at + doubled.len());
            let message = say!(lang, "“三项制度”重复", "三项制度 is said twice");
            let fix = say!(lang, "改为“三项制度”", "Write “三项制度”");
            cx.report(&THREE_SYSTEMS, Report::new(span, message).severity(Severity::Information).suggest(fix, span, "“三项制度”"));
        }
    }
}

/// 行政执法“四项制度” in a report that names the systems: there are three of them.
fn miscounted(cx: &mut Context, words: &str, base: usize) {
    let named = SYSTEMS.iter().filter(|(tell, _)| cx.places(tell).next().is_some()).count();
    if named < 2 {
        return;
    }
    let lang = cx.lang();
    for at in cx.places("项制度") {
        let Some(count) = words[..at].chars().next_back().filter(|count| "一二两四五六七".contains(*count)) else { continue };
        let start = at - count.len_utf8();
        if !words[..start].trim_end_matches(['“', '《']).ends_with("行政执法") {
            continue;
        }
        let span = Span::new(base + start, base + at + "项".len());
        let message = say!(
            lang,
            "行政执法是“三项制度”：公示、全过程记录、法制审核（国办发〔2018〕118号）",
            "The systems of law enforcement are three: 公示, 全过程记录, 法制审核 (国办发〔2018〕118号)"
        );
        let fix = say!(lang, "改为“三项”", "Write 三项");
        cx.report(&THREE_SYSTEMS, Report::new(span, message).suggest(fix, span, "三项"));
    }
}

/// The list of exactly three systems around a place, as the offsets of its start and end.
fn list_around(words: &str, at: usize) -> Option<(usize, usize)> {
    let stops = ['。', '\n', ';', ':', '(', ')', '!'];
    let start = words[..at].rfind(stops).map_or(0, |stop| stop + words[stop..].chars().next().map_or(1, char::len_utf8));
    let end = words[at..].find(stops).map_or(words.len(), |stop| at + stop);
    (end - start <= 600).then_some((start, end))
}

/// The parts of a sentence between the marks of a list, with their offsets.
fn parts(words: &str, (start, end): (usize, usize)) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut from = start;
    for (at, c) in words[start..end].char_indices().chain([(end - start, '、')]) {
        if BETWEEN.contains(&c) {
            let part = &words[from..start + at];
            if !part.is_empty() {
                parts.push((from, part));
            }
            from = start + at + c.len_utf8();
        }
    }
    parts
}

fn judge(cx: &mut Context, words: &str, base: usize, list: (usize, usize), lang: Lang) {
    let parts = parts(words, list);
    // Three neighbours of which each tells another system.
    let kind = |part: &str| {
        let part = part.trim_end_matches("三项制度").trim_end_matches("等").trim_end_matches("制度");
        SYSTEMS.iter().position(|(tell, _)| part.ends_with(tell))
    };
    let Some(first) = parts.windows(3).position(|row| {
        let mut kinds: Vec<_> = row.iter().filter_map(|(_, part)| kind(part)).collect();
        let order = kinds.clone();
        kinds.sort_unstable();
        kinds == [0, 1, 2] && order.len() == 3
    }) else {
        return;
    };
    let row = &parts[first..first + 3];
    let order: Vec<usize> = row.iter().filter_map(|(_, part)| kind(part)).collect();
    for (&(at, part), &system) in row.iter().zip(&order) {
        let (tell, full) = SYSTEMS[system];
        let name_end = part.rfind(tell).map_or(part.len(), |found| found + tell.len());
        let name = &part[..name_end];
        if KNOWN[system].iter().any(|known| name.ends_with(known)) {
            continue;
        }
        // Only a name that is the known one with characters missing is certainly a slip.
        let Some(short) = shortened(name, full) else { continue };
        let span = Span::new(base + at + name.len() - short.len(), base + at + name.len());
        let message = say!(lang, "“三项制度”的名称应为“{full}”，写成了“{short}”", "The system is called {full}, not {short}");
        let fix = say!(lang, "改为“{full}”", "Write {full}");
        cx.report(&THREE_SYSTEMS, Report::new(span, message).suggest(fix, span, full));
    }
    if order != [0, 1, 2] {
        let (start, end) = (row[0].0, row[2].0 + row[2].1.len());
        let message = say!(
            lang,
            "“三项制度”的顺序是行政执法公示、执法全过程记录、重大执法决定法制审核",
            "The order is 行政执法公示, 执法全过程记录, 重大执法决定法制审核"
        );
        cx.report(&THREE_SYSTEMS, Report::new(Span::new(base + start, base + end), message).severity(Severity::Information));
    }
}

/// The end of a text that is a full name with some characters left out: 重大执法决定审核.
fn shortened<'a>(name: &'a str, full: &str) -> Option<&'a str> {
    let mut left: Vec<char> = full.chars().collect();
    let mut start = name.len();
    for (at, c) in name.char_indices().rev() {
        let Some(found) = left.iter().rposition(|&other| other == c) else { break };
        left.truncate(found);
        start = at;
    }
    let short = &name[start..];
    let (kept, all) = (short.chars().count(), full.chars().count());
    (kept < all && kept + 3 >= all).then_some(short)
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Settings};

    fn messages(text: &str) -> Vec<String> {
        let found = Engine::new(Settings::default()).review(text).findings.into_iter();
        found.filter(|finding| finding.rule == "wording/three-systems").map(|finding| finding.message).collect()
    }

    #[test]
    fn a_missing_word_another_order_and_a_doubled_name_are_marked() {
        assert!(messages("严格落实行政执法公示、执法全过程记录、重大执法决定审核三项制度。")[0].contains("重大执法决定审核"));
        assert!(messages("推行行政执法公示制度、全过程记录制度、重大执法决定法制审核制度。")[0].contains("全过程记录"));
        assert!(messages("推行执法全过程记录、行政执法公示、重大执法决定法制审核制度。")[0].contains("顺序"));
        assert!(messages("落实三项三项制度。")[0].contains("重复"));
    }

    #[test]
    fn the_names_in_use_are_left_alone() {
        for text in [
            "全面推行行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度。",
            "落实行政执法公示、行政执法全过程记录和重大行政执法决定法制审核“三项制度”。",
            "开展执法全过程记录,完成法制审核12件。",
            "审核公示内容,规范全过程记录。",
        ] {
            assert_eq!(messages(text), Vec::<String>::new(), "{text}");
        }
    }
}
