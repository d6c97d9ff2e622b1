//! What is generated from the program itself: shell completions, man pages, the pages of the rules.

use super::{LangArg, explain};
use anyhow::Context as _;
use clap::{CommandFactory as _, ValueEnum};
use hegao_core::rules::{self, Rule};
use hegao_core::{Lang, say};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// bash、zsh、fish、elvish、powershell · The shell
    shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// 在此文件夹写出全部手册页，每个命令一页 · Write a page for each command to this folder
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct RulesArgs {
    /// 输出格式 · Format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// 规则页写入此文件夹 · Write the pages to this folder (with --format md)
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// 输出语言 · Language of the list
    #[arg(long, value_enum, default_value_t)]
    lang: LangArg,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line a rule
    #[default]
    Text,
    /// An array, for programs
    Json,
    /// A page a rule, in both languages
    Md,
}

pub(crate) fn completions(args: &CompletionsArgs) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut super::Args::command(), "hegao", &mut script);
    show(&script)
}

pub(crate) fn man(args: &ManArgs) -> anyhow::Result<ExitCode> {
    let command = super::Args::command();
    match &args.dir {
        Some(folder) => {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
            clap_mangen::generate_to(command, folder).with_context(|| folder.display().to_string())?;
            Ok(ExitCode::SUCCESS)
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            show(&page)
        }
    }
}

pub(crate) fn rules(args: &RulesArgs) -> anyhow::Result<ExitCode> {
    let lang = Lang::from(args.lang);
    let mut out = Vec::new();
    match (args.format, &args.output) {
        (Format::Text, _) => explain::list(&mut out, lang, |_| true)?,
        (Format::Json, _) => {
            serde_json::to_writer_pretty(&mut out, &rules::all().map(|rule| described(rule, lang)).collect::<Vec<_>>())?;
            out.push(b'\n');
        }
        (Format::Md, Some(folder)) => write_pages(folder)?,
        (Format::Md, None) => rules::all().try_for_each(|rule| writeln!(out, "{}", page(rule)))?,
    }
    show(&out)
}

fn show(bytes: &[u8]) -> anyhow::Result<ExitCode> {
    match io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        result => result?,
    }
    Ok(ExitCode::SUCCESS)
}

fn described(rule: &Rule, lang: Lang) -> serde_json::Value {
    serde_json::json!({
        "id": rule.id, "family": rule.family(), "severity": rule.severity, "what": rule.what(lang), "why": rule.why(lang),
        "bad": rule.bad, "good": rule.good,
    })
}

/// Writes the page of every rule and a page that lists them.
fn write_pages(folder: &Path) -> anyhow::Result<()> {
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text)).with_context(|| path.display().to_string())
    };
    let mut list =
        "# 规则 · Rules\n\n由 `hegao rules --format md --output docs/rules` 生成，不手工修改。Generated, not edited by hand.\n".to_owned();
    let mut family = "";
    for rule in rules::all() {
        if rule.family() != family {
            family = rule.family();
            list += &format!("\n## {family}\n\n");
        }
        list += &format!("- [{}]({}.md) {} · {}\n", rule.id, rule.id, rule.what(Lang::Zh), rule.what(Lang::En));
        write(&format!("{}.md", rule.id), &page(rule))?;
    }
    write("README.md", &list)
}

/// The page of a rule: Chinese, then English; the examples once.
fn page(rule: &Rule) -> String {
    let [zh, en] = [Lang::Zh, Lang::En].map(|lang| {
        let severity = hegao_core::words::severity(rule.severity, lang);
        let words = say!(lang, "默认级别：{severity}。", "Severity: {severity}.");
        format!("{}\n\n{}\n\n{words}\n", rule.what(lang), rule.why(lang))
    });
    let [bad, good] = [rule.bad, rule.good].map(|text| format!("```text\n{}\n```\n", text.trim_end()));
    format!("# {}\n\n{zh}\n{en}\n会标出 · Marked:\n\n{bad}\n应写作 · Right:\n\n{good}", rule.id)
}
