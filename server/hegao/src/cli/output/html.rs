//! The review as a page: one file, readable without scripts and without a network, printable on A4.

mod charts;
mod report;

use super::{Reviewed, Run, words};
use hegao_core::relations::Verdict;
use hegao_core::{Lang, MandatedState, ReferenceState, Review, Severity, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::io::{self, Write};

const STYLE: &str = include_str!("html/style.css");
/// Sorts the overview by a column. The page is complete without it.
const SORT: &str = include_str!("html/sort.js");

/// Writes a run as a page.
pub(super) fn write(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(page(&run.files, &run.errors, run.lang).into_string().as_bytes())
}

/// The page of one reviewed text, as an editor exports it.
pub(crate) fn single(file: &Reviewed, lang: Lang) -> String {
    page(std::slice::from_ref(file), &[], lang).into_string()
}

fn page(files: &[Reviewed], errors: &[(String, String)], lang: Lang) -> Markup {
    let several = files.len() > 1;
    html! {
        (DOCTYPE)
        html lang=(lang.pick("zh-CN", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(format!("hegao {}", env!("CARGO_PKG_VERSION")));
                title { (heading(files, lang)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#content" { (lang.pick("跳到正文", "Skip to content")) }
                header { h1 { (heading(files, lang)) } p.lead { (lead(files, lang)) } }
                main #content {
                    @if !errors.is_empty() {
                        section.failures {
                            h2 { (lang.pick("未能审核的文件", "Files that could not be reviewed")) }
                            ul { @for (path, message) in errors { li { code { (path) } " — " (message) } } }
                        }
                    }
                    @if several { (overview(files, lang)) }
                    @for (index, file) in files.iter().enumerate() { (report::section(file, index, lang)) }
                }
                footer { (footer(lang)) }
                @if several { script { (PreEscaped(SORT)) } }
            }
        }
    }
}

fn heading(files: &[Reviewed], lang: Lang) -> String {
    match files {
        [file] => say!(lang, "核稿单：{}", "Review: {}", report::title(file)),
        _ => say!(lang, "核稿单：{} 份报告", "Review of {} reports", files.len()),
    }
}

fn lead(files: &[Reviewed], lang: Lang) -> String {
    let blocked = files.iter().filter(|file| file.review.count(Severity::Error) > 0).count();
    let doubtful = files.iter().filter(|file| file.review.count(Severity::Error) == 0 && file.review.count(Severity::Warning) > 0).count();
    let clear = files.len() - blocked - doubtful;
    match files.len() {
        1 => String::new(),
        _ => say!(
            lang,
            "{blocked} 份须修改，{doubtful} 份建议核对，{clear} 份未发现问题。",
            "{blocked} have errors, {doubtful} have warnings, {clear} are clear."
        ),
    }
}

fn footer(lang: Lang) -> String {
    say!(
        lang,
        "由核稿 hegao {} 在本机生成，未向任何地方发送内容。“存疑”指无法确定两个数字是否应当相联，不作判断，请人工核对。",
        "Made by hegao {} on this machine; nothing was sent anywhere. “Unsure” means that it is not certain whether two figures belong together: please check by hand.",
        env!("CARGO_PKG_VERSION")
    )
}

/// What the overview and a report's head say about a review.
struct Totals {
    errors: usize,
    warnings: usize,
    mild: usize,
    mandated: Option<(usize, usize)>,
    relations: usize,
    broken: usize,
    references: usize,
    outdated: usize,
}

impl Totals {
    fn of(review: &Review) -> Self {
        let items: Vec<_> = review.drafts.iter().flat_map(|draft| &draft.mandated).collect();
        let there = items.iter().filter(|item| item.state != MandatedState::Missing).count();
        let references: Vec<_> = review.drafts.iter().flat_map(|draft| &draft.references).collect();
        let gone = |state| matches!(state, ReferenceState::Superseded | ReferenceState::Repealed | ReferenceState::NotYet);
        Self {
            errors: review.count(Severity::Error),
            warnings: review.count(Severity::Warning),
            mild: review.count(Severity::Information) + review.count(Severity::Hint),
            mandated: (!items.is_empty()).then_some((there, items.len())),
            relations: review.relations().filter(|relation| relation.verdict != Verdict::Unsure).count(),
            broken: review.verdicts(Verdict::Broken),
            references: references.len(),
            outdated: references.iter().filter(|reference| gone(reference.state)).count(),
        }
    }

    /// The class and the words of the verdict.
    fn verdict(&self, lang: Lang) -> (&'static str, &'static str) {
        match (self.errors, self.warnings) {
            (0, 0) => ("clear", lang.pick("未发现问题", "clear")),
            (0, _) => ("warning", lang.pick("建议核对", "please check")),
            _ => ("error", lang.pick("须修改", "needs mending")),
        }
    }
}

fn overview(files: &[Reviewed], lang: Lang) -> Markup {
    let totals: Vec<Totals> = files.iter().map(|file| Totals::of(&file.review)).collect();
    html! {
        section.overview {
            h2 { (lang.pick("总览", "Overview")) }
            div.charts {
                figure { (PreEscaped(charts::families(files, lang))) figcaption { (lang.pick("各类问题的数量", "Findings by family")) } }
                figure { (PreEscaped(charts::reports(files, lang))) figcaption { (lang.pick("问题最多的报告", "Reports with most findings")) } }
            }
            table #overview {
                thead { tr {
                    @for name in [
                        ["报告", "Report"], ["结论", "Verdict"], ["错误", "Errors"], ["警告", "Warnings"], ["提示", "Notes"],
                        ["法定内容", "Mandated"], ["勾稽关系", "Relations"], ["不符", "Broken"], ["引用", "References"], ["失效", "Outdated"],
                    ] { th scope="col" { (name[lang as usize]) } }
                } }
                tbody { @for (index, (file, total)) in files.iter().zip(&totals).enumerate() {
                    @let (class, verdict) = total.verdict(lang);
                    tr {
                        td { a href=(format!("#r{index}")) { (report::title(file)) } }
                        td { span class=(format!("badge {class}")) { (verdict) } }
                        td.n { (total.errors) } td.n { (total.warnings) } td.n { (total.mild) }
                        td.n { @match total.mandated { Some((there, all)) => (format!("{there}/{all}")), None => "–" } }
                        td.n { (total.relations) } td.n { (total.broken) } td.n { (total.references) } td.n { (total.outdated) }
                    }
                } }
            }
        }
    }
}
