//! The items that a sentence announces: headings below it, or sentences that begin with 一是, 二是.

use super::list::List;

/// Headings may stand far below their announcement.
const BELOW: usize = 60_000;

/// The headings or the 一是 items that follow an announcement such as 以下五方面工作.
pub(super) fn find(text: &str, start: usize, noun: &str) -> Option<List> {
    let announces = ["方面", "工作", "任务", "措施", "重点", "举措", "行动", "问题", "环节", "内容", "部分", "特点", "不足"]
        .iter()
        .any(|word| noun.contains(word))
        // 主要有三点: with no noun behind it only what such points are counted in announces them; 召开会议3次 does not.
        || ["方面", "点", "条", "部分"].iter().any(|unit| text[..start].ends_with(unit));
    if !announces {
        return None;
    }
    let rest = &text[start..text.floor_char_boundary((start + BELOW).min(text.len()))];
    let line_end = rest.find('\n').unwrap_or(rest.len());
    let sentence = rest.find(['。', ':', '\n']).unwrap_or(rest.len());
    // In the same paragraph: 一是…二是….
    let paragraph = &rest[..line_end];
    if sentence < line_end && sentence < 40 {
        let body = &paragraph[sentence..];
        if body.trim_start_matches(['。', ':', ' ']).starts_with("一是") {
            return run(body, start + sentence, &["是"], true);
        }
    }
    if line_end > 60 || line_end - sentence > 4 {
        return None;
    }
    let after = rest[line_end..].trim_start();
    let base = start + rest.len() - after.len();
    if after.starts_with("(一)") {
        return headings(after, base, |number| NUMERALS.get(number).map(|numeral| format!("({numeral})")));
    }
    if after.starts_with("1.") || after.starts_with("1、") {
        let mark = &after[1..2];
        return headings(after, base, |number| {
            (number < NUMERALS.len()).then(|| format!("{}{}", number + 1, if mark == "." { "." } else { "、" }))
        });
    }
    if after.starts_with("一是") || after.starts_with("一要") {
        return run(after, base, &["是", "要"], false);
    }
    None
}

/// The items of one paragraph that stand behind a colon: :一是…;二是….
pub(super) fn items(text: &str, colon: usize) -> Option<List> {
    let rest = &text[colon..text.floor_char_boundary((colon + BELOW).min(text.len()))];
    let paragraph = &rest[..rest.find('\n').unwrap_or(rest.len())];
    run(paragraph, colon, &["是"], true)
}

const NUMERALS: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九",
    "二十",
];

/// Counts headings (一), (二), … or 1. 2. … each at the start of a line, until one of a higher level or a restart.
fn headings(text: &str, base: usize, form: impl Fn(usize) -> Option<String>) -> Option<List> {
    let first = form(0)?;
    let mut count = 0;
    let mut at = 0;
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_start();
        let next = form(count);
        if next.is_some_and(|next| body.starts_with(&next)) {
            count += 1;
            end = at + line.trim_end().len();
        } else if count > 0 && (top_level(body) || body.starts_with(&first)) {
            break;
        }
        at += line.len();
    }
    let shown = text.floor_char_boundary(end.min(60));
    (count >= 2).then(|| List::of_marked(base, &text[..shown], count, false))
}

/// Whether a line begins with 二、 or 第二部分: a heading of the highest level.
fn top_level(line: &str) -> bool {
    let rest = line.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.len() < line.len() && rest.starts_with('、') || line.starts_with('第')
}

/// Counts 一是, 二是, … in one paragraph, or each at the start of a paragraph.
fn run(text: &str, base: usize, marks: &[&str], one_paragraph: bool) -> Option<List> {
    // The next heading of the highest level ends the list, and so does a run that begins anew.
    let stop = || {
        let lines = text.match_indices('\n').map(|(at, _)| at + 1);
        lines.into_iter().find(|&at| {
            let line = text[at..].trim_start();
            top_level(line) || marks.iter().any(|mark| line.strip_prefix('一').is_some_and(|rest| rest.starts_with(mark)))
        })
    };
    let text = if one_paragraph { text } else { &text[..stop().unwrap_or(text.len())] };
    let mut at = 0;
    let mut count = 0;
    while let Some(number) = NUMERALS.get(count) {
        let found = marks
            .iter()
            .filter_map(|mark| {
                let word = format!("{number}{mark}");
                text[at..].match_indices(&word).map(|(found, _)| found).find(|&found| {
                    let before = &text[..at + found];
                    before.trim_end().is_empty() || before.trim_end().ends_with(['。', ';', ':', '\n', '!', ','])
                })
            })
            .min();
        let Some(found) = found else { break };
        // A run that starts again belongs to another list; inside an item it leaves open which run goes on.
        if count > 0
            && let Some(again) = restart(&text[at..at + found], marks)
        {
            if text[at..at + again].contains(['。', '\n']) {
                break;
            }
            return None;
        }
        at += found + number.len();
        count += 1;
    }
    let shown = text.floor_char_boundary(text.len().min(60));
    (count >= 2).then(|| List::of_marked(base, &text[..shown], count, false))
}

/// Where 一是 begins a run anew.
fn restart(between: &str, marks: &[&str]) -> Option<usize> {
    let begins = |&at: &usize| between[..at].trim_end().ends_with(['。', ';', ':', '\n', '!', ',']);
    marks.iter().filter_map(|mark| between.match_indices(&format!("一{mark}")).map(|(at, _)| at).find(begins)).min()
}
