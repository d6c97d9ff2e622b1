//! The overview of many files.

use super::totals::Totals;
use super::{badge, charts, report};
use crate::cli::output::Reviewed;
use hegao_core::{Lang, say};
use maud::{Markup, PreEscaped, html};

const HEADS: [[&str; 2]; 10] = [
    ["报告", "Report"],
    ["结论", "Verdict"],
    ["错误", "Errors"],
    ["警告", "Warnings"],
    ["提示", "Notes"],
    ["法定内容", "Mandated"],
    ["勾稽关系", "Relations"],
    ["不符", "Broken"],
    ["引用", "References"],
    ["失效", "Outdated"],
];

/// The head of the page: how many need what, what could not be read, and every file in a row.
pub(super) fn section(files: &[Reviewed], errors: &[(String, String)], skipped: usize, lang: Lang) -> Markup {
    let totals: Vec<Totals> = files.iter().map(|file| Totals::of(&file.review)).collect();
    let with = |class: &str| totals.iter().filter(|total| total.verdict(lang).0 == class).count();
    let tiles = [
        ("error", lang.pick("须修改", "need mending"), with("error")),
        ("warning", lang.pick("建议核对", "to be checked"), with("warning")),
        ("clear", lang.pick("未发现错误", "nothing wrong found"), with("clear")),
        ("unsure", lang.pick("未能审核", "not reviewed"), errors.len()),
    ];
    html! {
        section.overview aria-labelledby="overview-title" {
            header.letterhead {
                p.overline { (lang.pick("核稿单", "Review before submission")) }
                h1 #overview-title { (say!(lang, "{} 份报告的核稿结果", "Review of {} reports", files.len())) }
            }
            dl.tiles.verdicts { @for (class, name, count) in tiles {
                div class=(class) { dt { (badge(class, name)) } dd { b { (count) } small { (lang.pick("份", "")) } } }
            } }
            @if skipped > 0 {
                p.none { (say!(lang, "文件夹里另有 {skipped} 个文件不是文稿，已略过。", "{skipped} other files in the folders are no drafts and were skipped.")) }
            }
            @if !errors.is_empty() {
                section.failures aria-labelledby="failures" {
                    h2 #failures { (lang.pick("未能审核的文件", "Files that could not be reviewed")) }
                    ul { @for (path, message) in errors { li { code { (path) } " — " (message) } } }
                }
            }
            @if !files.is_empty() {
                div.charts {
                    figure { (PreEscaped(charts::families(files, lang))) figcaption { (lang.pick("各类问题的处数", "Findings by family")) } }
                    figure { (PreEscaped(charts::reports(files, lang))) figcaption { (lang.pick("问题最多的报告", "Reports with most findings")) } }
                }
                (table(files, &totals, lang))
            }
        }
    }
}

fn table(files: &[Reviewed], totals: &[Totals], lang: Lang) -> Markup {
    html! {
        table #overview {
            caption { (lang.pick("各份报告（点列名可以排序）", "The reports (select a column's name to sort)")) }
            thead { tr { @for head in HEADS { th scope="col" { (head[lang as usize]) } } } }
            tbody { @for (index, (file, total)) in files.iter().zip(totals).enumerate() {
                @let (class, verdict) = total.verdict(lang);
                tr {
                    th scope="row" {
                        a href=(format!("#r{index}")) { (report::title(file)) }
                        small { (file.path) }
                        @if file.review.drafts.len() > 1 {
                            ol.parts { @for (number, draft) in file.review.drafts.iter().enumerate() {
                                li { a href=(format!("#r{index}d{number}")) { (report::draft_title(file, draft, number, lang)) } }
                            } }
                        }
                    }
                    td { (badge(class, verdict)) }
                    td.n { (total.errors) } td.n { (total.warnings) } td.n { (total.mild) }
                    td.n { @match total.mandated { Some((there, all)) => (format!("{there}/{all}")), None => "–" } }
                    td.n { (total.relations) } td.n { (total.broken) } td.n { (total.references) } td.n { (total.outdated) }
                }
            } }
        }
    }
}
