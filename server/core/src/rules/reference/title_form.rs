//! Titles whose form shows that something is missing or out of place.

use crate::catalogue::references::{key, without_years, years_of};
use crate::draft::Citation;
use crate::draft::citations::Form;
use crate::rules::{Context, Report, Rule};
use crate::text::{Span, is_han};
use crate::{Severity, say};

/// `reference/title-form`
pub(super) static RULE: Rule = Rule {
    id: "reference/title-form",
    severity: Severity::Information,
    what: [
        "书名号里的名称形式不完整：年份段缺“年”、“关于转发的通知”缺所转发的文件、缺“关于”、夹有拼音、内层未用单书名号；活动、会议用了书名号，文件名称没有用（只作建议）",
        "A title whose form shows a gap: a range without 年, 转发 without what is passed on, no 关于, pinyin, 《》 within 《》; marks around an event, or none around a document (hints)",
    ],
    why: [
        "公文标题由发文机关、“关于”加事由和文种组成；书名号里面还要用书名号时，外面用双书名号，里面用单书名号（GB/T 15834—2011 4.15）。",
        "A title is issuer, 关于 with the matter, and kind; inner marks are 〈〉 (GB/T 15834-2011 4.15).",
    ],
    bad: "实施《某县全民健身计划（2011-2015）》。\n",
    good: "实施《某县全民健身计划（2011-2015年）》。\n",
    check: |cx| {
        let lang = cx.lang();
        for citation in &cx.draft.citations {
            unmarked(cx, citation);
            let Some(title) = citation.title.filter(|_| citation.form == Form::Marked) else { continue };
            let written = title.of(cx.text());
            if let Some(what) = NO_TITLES.iter().find(|what| written.ends_with(**what)).filter(|_| citation.entries.is_empty()) {
                let message = say!(lang, "{what}的名称不用书名号", "The name of a {what} takes no title marks");
                cx.report(&RULE, Report::new(citation.span, message).severity(Severity::Hint));
            }
            if let Some(at) = range_without_year(written) {
                let place = Span::at(title.start as usize + at);
                let message = say!(lang, "年份段缺“年”", "年 is missing after the years");
                cx.report(&RULE, Report::new(citation.span, message).suggest(say!(lang, "补“年”", "Add 年"), place, "年"));
            }
            if let Some((at, length)) = reading_inside(written) {
                let place = Span::new(title.start as usize + at, title.start as usize + at + length);
                let message = say!(lang, "名称里夹有拼音", "There is pinyin in the title");
                cx.report(&RULE, Report::new(citation.span, message).suggest(say!(lang, "删去拼音", "Delete the pinyin"), place, ""));
            }
            if written.contains('《') && written.contains('》') {
                let edits = written
                    .char_indices()
                    .filter_map(|(at, c)| {
                        let text = match c {
                            '《' => "〈",
                            '》' => "〉",
                            _ => return None,
                        };
                        let place = title.start as usize + at;
                        Some(crate::Edit { span: Span::new(place, place + 3), text: text.to_owned() })
                    })
                    .collect();
                let message = say!(lang, "书名号里面的书名号应为〈〉", "Marks within 《》 are 〈〉");
                cx.report(&RULE, Report::new(citation.span, message).edits(say!(lang, "改为〈〉", "Write 〈〉"), edits, true));
            }
            let lost = ["关于转发的", "关于印发的", "转发的通知", "关于批转的"].iter().any(|gap| written.contains(gap));
            let without = citation.entries.is_empty() && without_about(written);
            if lost {
                cx.report(&RULE, Report::new(citation.span, say!(lang, "缺所转发、印发的文件名称", "What is passed on is not named")));
            } else if without {
                let message = say!(lang, "名称可能缺“关于”", "关于 may be missing in the title");
                cx.report(&RULE, Report::new(citation.span, message));
            }
        }
    },
};

/// What has a name but is no document (GB/T 15834-2011 4.15.3.1: books, papers, documents and works take title marks).
const NO_TITLES: [&str; 6] = ["活动", "会议", "专项行动", "培训班", "竞赛", "座谈会"];

/// A plan by its full name with its years, but without title marks.
fn unmarked(cx: &mut Context, citation: &Citation) {
    let (Some(name), Form::Bare) = (citation.title, citation.form) else { return };
    let references = &cx.catalogue.references;
    let written = key(name.of(cx.text()));
    let whole = |&row: &u32| {
        let entry = references.entry(row);
        let title = key(&entry.title);
        entry.kind.is_document() && (*written == *title || years_of(&title).is_some() && *written == *without_years(&title))
    };
    let behind = &cx.text()[name.end as usize..];
    let years = behind.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inner, _)| inner);
    let years = years.filter(|inner| inner.len() <= 20 && inner.starts_with("20") && inner.ends_with('年'));
    let dated = years_of(&written).is_some() || years.is_some();
    if !dated || !citation.entries.iter().any(whole) || cx.text()[..name.start as usize].ends_with('《') {
        return;
    }
    let end = name.end as usize + years.map_or(0, |inner| inner.len() + 2);
    let lang = cx.lang();
    let edits = [(name.start as usize, "《"), (end, "》")];
    let edits = edits.map(|(at, mark)| crate::Edit { span: Span::at(at), text: mark.to_owned() }).to_vec();
    let report =
        Report::new(Span::new(name.start as usize, end), say!(lang, "文件名称宜加书名号", "The title of a document takes title marks"));
    let report = report.severity(Severity::Hint).edits(say!(lang, "加书名号", "Add title marks"), edits, false);
    cx.report(&RULE, report);
}

/// The place behind the last year in `(2011-2015)`.
fn range_without_year(title: &str) -> Option<usize> {
    let inner = title.strip_suffix(')')?;
    let open = inner.rfind('(')?;
    let inner = &inner[open + 1..];
    let (first, rest) = inner.split_at_checked(4)?;
    let last = rest.trim_start_matches(['-', '—', '－', '–', '~', '至']);
    let year = |text: &str| text.len() == 4 && text.starts_with("20") && text.bytes().all(|byte| byte.is_ascii_digit());
    (year(first) && year(last) && last.len() < rest.len()).then_some(title.len() - 1)
}

/// A reading in brackets behind a character: 提(ti)案.
fn reading_inside(title: &str) -> Option<(usize, usize)> {
    title.match_indices('(').find_map(|(at, _)| {
        let letters = title[at + 1..].bytes().take_while(u8::is_ascii_lowercase).count();
        let behind = &title[at + 1 + letters..];
        let continued = behind.strip_prefix(')')?.chars().next().is_some_and(is_han);
        ((1..=6).contains(&letters) && continued && title[..at].chars().next_back().is_some_and(is_han)).then_some((at, letters + 2))
    })
}

/// A title of a paper that names its kind but not with 关于 what it is about.
fn without_about(title: &str) -> bool {
    let kind = ["的通知", "的决定", "的报告", "的批复", "的若干意见", "的指导意见"].iter().any(|kind| title.ends_with(kind));
    kind && title.chars().count() >= 12 && !["关于", "印发", "转发", "发布", "公布", "批转", "对"].iter().any(|word| title.contains(word))
}
