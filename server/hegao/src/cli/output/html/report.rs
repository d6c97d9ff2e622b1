//! The review of one file: the verdict, what is missing, and then draft by draft what was found and checked.

use super::context::{first_line, place};
use super::totals::{Totals, missing};
use super::{badge, findings, ledger, references, sign};
use crate::cli::output::Reviewed;
use hegao_core::words::{self, counted};
use hegao_core::{DraftReview, Lang, MandatedState, say};
use maud::{Markup, html};

/// The title of a report, or its file name where it has none.
pub(super) fn title(file: &Reviewed) -> String {
    let titled = file.review.drafts.iter().find_map(|draft| draft.title).map(|span| span.of(&file.text));
    match titled {
        Some(title) if !title.trim().is_empty() => title.split_whitespace().collect(),
        _ => file.path.clone(),
    }
}

/// The title of one of several drafts in a file.
pub(super) fn draft_title(file: &Reviewed, draft: &DraftReview, index: usize, lang: Lang) -> String {
    let titled: Option<String> = draft.title.map(|span| span.of(&file.text).split_whitespace().collect());
    titled.filter(|title| !title.is_empty()).unwrap_or_else(|| say!(lang, "第{}篇", "draft {}", index + 1))
}

/// The section of one file. `alone` makes its title the page's.
pub(super) fn section(file: &Reviewed, index: usize, alone: bool, lang: Lang) -> Markup {
    let id = format!("r{index}");
    let several = file.review.drafts.len() > 1;
    html! {
        article id=(id) aria-labelledby=(format!("{id}-title")) {
            header.letterhead {
                // Alone, the name of the page stands above the report's; among many, the overview has it.
                @if alone { h1.overline { (lang.pick("核稿单", "Review before submission")) } } @else { p.overline { (lang.pick("核稿单", "Review before submission")) } }
                h2 id=(format!("{id}-title")) { (title(file)) }
                dl.facts {
                    div { dt { (lang.pick("文件", "File")) } dd { code { (file.path) } } }
                    @if !several { @for draft in &file.review.drafts { (about(draft, lang)) } }
                }
            }
            (verdict(file, lang))
            @if !file.notes.is_empty() {
                ul.notes aria-label=(lang.pick("读取说明", "What was noticed while reading")) { @for note in &file.notes { li { (note) } } }
            }
            @if several { (contents(file, &id, lang)) }
            @for (number, draft) in file.review.drafts.iter().enumerate() {
                @let part = format!("{id}d{number}");
                @if several {
                    h3.draft id=(part) { (draft_title(file, draft, number, lang)) }
                    dl.facts { (about(draft, lang)) }
                }
                (mandated(file, draft, &part, lang))
                (findings::section(file, draft, &part, lang))
                (ledger::section(file, draft, &part, lang))
                (references::section(file, draft, &part, lang))
            }
            (signature(lang))
        }
    }
}

/// The verdict: a word, a sentence, the counts, and what is missing.
fn verdict(file: &Reviewed, lang: Lang) -> Markup {
    let totals = Totals::of(&file.review);
    let (class, verdict) = totals.verdict(lang);
    let missing: Vec<_> = file.review.drafts.iter().flat_map(missing).collect();
    html! {
        section class=(format!("verdict {class}")) aria-label=(lang.pick("结论", "Verdict")) {
            div.word { span.sign aria-hidden="true" { (sign(class)) } strong { (verdict) } }
            p { (totals.advice(lang)) }
            @if !missing.is_empty() {
                p.missing {
                    span.role { (lang.pick("缺少的法定内容", "Mandated items that are missing")) } " "
                    @for (index, item) in missing.iter().enumerate() { @if index > 0 { "；" } (item.title) }
                }
            }
            (tiles(&totals, lang))
        }
    }
}

fn tiles(totals: &Totals, lang: Lang) -> Markup {
    let mut tiles = vec![
        (lang.pick("错误", "errors"), totals.errors.to_string(), String::new()),
        (lang.pick("警告", "warnings"), totals.warnings.to_string(), String::new()),
        (lang.pick("提示、建议", "notes"), totals.mild.to_string(), String::new()),
    ];
    if let Some((there, all)) = totals.mandated {
        tiles.push((lang.pick("法定内容", "mandated items"), format!("{there}/{all}"), String::new()));
    }
    let broken = totals.broken;
    tiles.push((lang.pick("勾稽关系", "relations"), totals.relations.to_string(), say!(lang, "{broken} 项不符", "{broken} broken")));
    let outdated = totals.outdated;
    tiles.push((
        lang.pick("引用的文件", "references"),
        totals.references.to_string(),
        say!(lang, "{outdated} 件失效", "{outdated} not in force"),
    ));
    html! {
        dl.tiles { @for (name, number, detail) in tiles {
            div { dt { (name) } dd { b { (number) } @if !detail.is_empty() { small { (detail) } } } }
        } }
    }
}

/// The drafts of a file that holds several, each with a link.
fn contents(file: &Reviewed, id: &str, lang: Lang) -> Markup {
    html! {
        nav.drafts aria-label=(lang.pick("本文件中的各篇", "The drafts of this file")) {
            p { (say!(lang, "本文件有 {} 篇，分别核对：", "This file holds {} drafts, each checked by itself:", file.review.drafts.len())) }
            ol { @for (number, draft) in file.review.drafts.iter().enumerate() {
                @let count = findings::of(file, draft).count();
                @let found = counted(count, "finding");
                li {
                    a href=(format!("#{id}d{number}")) { (draft_title(file, draft, number, lang)) } " "
                    (place(file, None, draft.span, lang)) " " (say!(lang, "{count} 处", "{found}"))
                }
            } }
        }
    }
}

fn about(draft: &DraftReview, lang: Lang) -> Markup {
    html! {
        div { dt { (lang.pick("文种", "Profile")) } dd {
            @match &draft.profile {
                Some(profile) => (words::profile(profile, lang)),
                None => (lang.pick("不是已知文种，不核对法定内容", "no known kind of report: mandated items are not checked")),
            }
        } }
        @if let Some(issuer) = &draft.issuer { div { dt { (lang.pick("机关", "Issuer")) } dd { (issuer.name) } } }
        @if let Some(period) = draft.period { div { dt { (lang.pick("报告期", "Period")) } dd { (period) } } }
        @if let Some((date, _)) = draft.date_line { div { dt { (lang.pick("成文日期", "Dated")) } dd { (date) } } }
    }
}

fn mandated(file: &Reviewed, draft: &DraftReview, id: &str, lang: Lang) -> Markup {
    let heads = [["法定内容", "Item"], ["状态", "State"], ["所在位置", "Where"]];
    html! {
        @if !draft.mandated.is_empty() {
            section aria-labelledby=(format!("{id}-mandated")) {
                h3 id=(format!("{id}-mandated")) { (lang.pick("法定内容", "Mandated items")) span.count { (draft.mandated.len()) } }
                table.mandated {
                    thead { tr { @for head in heads { th scope="col" { (head[lang as usize]) } } } }
                    tbody { @for item in &draft.mandated {
                        tr {
                            td { (item.title) }
                            td { (badge(match item.state {
                                MandatedState::Present => "clear", MandatedState::Hidden => "note", MandatedState::Empty => "warning", MandatedState::Missing => "error",
                            }, words::mandated(item.state, lang))) }
                            td { @match item.span { Some(span) => { (first_line(span.of(&file.text))) " " (place(file, None, span, lang)) }, None => "–" } }
                        }
                    } }
                }
            }
        }
    }
}

/// The last word is the reviewer's, in ink.
fn signature(lang: Lang) -> Markup {
    let choices = [["同意报送", "Submit"], ["修改后报送", "Submit when mended"], ["退回重写", "Send back"]];
    html! {
        section.signature aria-label=(lang.pick("核稿意见", "Decision")) {
            p.choices { span.role { (lang.pick("核稿意见", "Decision")) } @for choice in choices { span.box { "□ " (choice[lang as usize]) } } }
            p { span.line { (lang.pick("核稿人", "Reviewed by")) } span.line { (lang.pick("日期", "Date")) } }
        }
    }
}
