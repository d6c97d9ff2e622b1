//! The review as a page: one file, readable without scripts and without a network, printable on A4.

mod charts;
mod context;
mod findings;
mod ledger;
mod overview;
mod references;
mod report;
mod totals;

use super::{Reviewed, Run};
use hegao_core::{Lang, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::io::{self, Write};

const STYLE: &str = include_str!("html/style.css");
/// Sorts the overview by a column. The page is complete without it.
const SORT: &str = include_str!("html/sort.js");

/// Writes a run as a page.
pub(super) fn write(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(page(&run.files, &run.errors, run.skipped, run.lang).into_string().as_bytes())
}

/// The page of one reviewed text, as an editor exports it.
pub(crate) fn single(file: &Reviewed, lang: Lang) -> String {
    page(std::slice::from_ref(file), &[], 0, lang).into_string()
}

fn page(files: &[Reviewed], errors: &[(String, String)], skipped: usize, lang: Lang) -> Markup {
    let single = match files {
        [file] if errors.is_empty() => Some(file),
        _ => None,
    };
    let title = match single {
        Some(file) => say!(lang, "核稿单：{}", "Review: {}", report::title(file)),
        None => say!(lang, "核稿单：{} 份报告", "Review of {} reports", files.len()),
    };
    html! {
        (DOCTYPE)
        html lang=(lang.pick("zh-CN", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(format!("hegao {}", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { (lang.pick("跳到正文", "Skip to content")) }
                main #content {
                    @if single.is_none() { (overview::section(files, errors, skipped, lang)) }
                    @for (index, file) in files.iter().enumerate() { (report::section(file, index, single.is_some(), lang)) }
                }
                (legend(lang))
                footer { (footer(lang)) }
                @if single.is_none() { script { (PreEscaped(SORT)) } }
            }
        }
    }
}

/// A mark that stands beside every colour, and the words behind it.
fn badge(class: &str, words: &str) -> Markup {
    html! { span class=(format!("badge {class}")) { span.sign aria-hidden="true" { (sign(class)) } (words) } }
}

/// The sign of a class: nobody has to tell colours apart.
fn sign(class: &str) -> &'static str {
    match class {
        "error" => "✕",
        "warning" => "!",
        "clear" => "✓",
        "note" => "i",
        _ => "?",
    }
}

/// What the words of the page mean, for a reader who has never seen one.
fn legend(lang: Lang) -> Markup {
    let rows = [
        (
            "error",
            ["错误", "Error"],
            [
                "能够证明与法定要求、算术或引用目录不符，报送前应改正。",
                "Provably against the law's list, arithmetic or the catalogue: mend it.",
            ],
        ),
        ("warning", ["警告", "Warning"], ["很可能有误，请对照原始数据核实。", "Very likely wrong: compare it with the source data."]),
        (
            "note",
            ["提示、建议", "Note, hint"],
            ["可能是口径、习惯或公开前需要留意之处，由核稿人决定。", "A matter of habit or of publication: the reviewer decides."],
        ),
        (
            "clear",
            ["相符", "Holds"],
            ["在措辞和四舍五入允许的范围内，算式成立。", "The formula is true within what wording and rounding allow."],
        ),
        (
            "note",
            ["尾差", "Rounding"],
            ["只差末位一个单位，或截断而未四舍五入。", "Off by one in the last place, or cut off instead of rounded."],
        ),
        (
            "unsure",
            ["存疑", "Unsure"],
            [
                "不能确定两个数字是否应当相联，不作判断，请人工核对。",
                "It is not certain that the figures belong together: not judged, check by hand.",
            ],
        ),
    ];
    html! {
        section.legend aria-labelledby="legend" {
            h2 #legend { (lang.pick("怎样读这份核稿单", "How to read this page")) }
            dl { @for (class, name, meaning) in rows {
                div { dt { (badge(class, name[lang as usize])) } dd { (meaning[lang as usize]) } }
            } }
        }
    }
}

fn footer(lang: Lang) -> String {
    say!(
        lang,
        "由核稿 hegao {} 在本机生成，未向任何地方发送内容。程序只核对能够核对的内容；报送与否由核稿人决定。",
        "Made by hegao {} on this machine; nothing was sent anywhere. It checks what can be checked; the reviewer decides.",
        env!("CARGO_PKG_VERSION")
    )
}
