//! `hegao explain`: what a rule wants and why.

use super::LangArg;
use hegao_core::rules::{self, Rule};
use hegao_core::{Lang, say};
use std::io::Write;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 规则，如 arithmetic/rate；也可以是一族，如 arithmetic · A rule or a family; all of them without
    rule: Option<String>,
    /// 输出语言 · Language of the explanation
    #[arg(long, value_enum, default_value_t)]
    lang: LangArg,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let lang = Lang::from(args.lang);
    let mut out = std::io::stdout().lock();
    match args.rule.as_deref() {
        None => list(&mut out, lang, |_| true)?,
        Some(id) => match rules::by_id(id) {
            Some(rule) => write!(out, "{}", page(rule, lang))?,
            None if rules::all().any(|rule| rule.family() == id) => list(&mut out, lang, |rule| rule.family() == id)?,
            None => anyhow::bail!("{}", unknown(id, lang)),
        },
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn list(out: &mut impl Write, lang: Lang, wanted: impl Fn(&Rule) -> bool) -> anyhow::Result<()> {
    for rule in rules::all().filter(|rule| wanted(rule)) {
        writeln!(out, "{:<34} {:<12} {}", rule.id, rule.severity.name(), rule.what(lang))?;
    }
    Ok(())
}

fn page(rule: &Rule, lang: Lang) -> String {
    let indent = |text: &str| text.trim_end().lines().map(|line| format!("    {line}\n")).collect::<String>();
    format!(
        "{} [{}]\n\n{}\n\n{}\n\n{}\n{}\n{}\n{}",
        rule.id,
        rule.severity.name(),
        rule.what(lang),
        rule.why(lang),
        lang.pick("会标出：", "Marked:"),
        indent(rule.bad),
        lang.pick("应写作：", "Right:"),
        indent(rule.good)
    )
}

/// Says what rule may have been meant.
pub(crate) fn unknown(id: &str, lang: Lang) -> String {
    let name = id.rsplit('/').next().unwrap_or(id);
    let near: Vec<&str> = rules::all().map(|rule| rule.id).filter(|known| !name.is_empty() && known.contains(name)).take(3).collect();
    match near.is_empty() {
        true => say!(lang, "没有规则 `{id}`；`hegao explain` 列出全部规则", "no rule `{id}`; `hegao explain` lists them all"),
        false => {
            let near = near.join(", ");
            say!(lang, "没有规则 `{id}`；是否指 {near}？", "no rule `{id}`; did you mean {near}?")
        }
    }
}
