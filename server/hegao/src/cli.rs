//! The command line: arguments in, text or data out, an exit code.

pub(crate) mod against;
mod annotate;
mod baseline;
mod check;
mod compare;
mod engines;
mod explain;
mod fix;
mod input;
mod ledger;
mod lines;
mod new;
pub(crate) mod output;
mod pages;
mod pipeline;
mod references;
mod watch;

use clap::{Parser, Subcommand, ValueEnum};
use hegao_core::Lang;
use std::process::ExitCode;

/// The exit code for findings at or above `--fail-on`.
pub(crate) const FINDINGS: u8 = 1;
/// The exit code for a command that could not do its work.
pub(crate) const COULD_NOT: u8 = 2;

/// 核稿：在定稿之前，核对法治政府建设年度报告的结构、数字和引用。 Checks drafts of Chinese official reports.
#[derive(Debug, Parser)]
#[command(name = "hegao", version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// 审核文件和文件夹 · Review files and folders
    Check(Box<check::Args>),
    /// 列出全部统计数和勾稽关系 · List every figure and relation of a draft
    Ledger(ledger::Args),
    /// 查引用目录，或列出一份报告的全部引用 · Search the catalogue of references, or list those of a draft
    References(references::Args),
    /// 说明规则：标什么、为什么 · Explain a rule, or list them all
    Explain(explain::Args),
    /// 按模板新建一份报告 · A fresh draft from the templates
    New(new::Args),
    /// 比较两稿：问题、统计数、勾稽关系的变化 · What changed between two drafts: findings, figures, relations
    Compare(compare::Args),
    /// 列出规则，或生成规则页 · List the rules, or generate their pages
    Rules(pages::RulesArgs),
    /// 命令行补全脚本 · Completions for a shell
    Completions(pages::CompletionsArgs),
    /// 手册页 · The man page
    Man(pages::ManArgs),
    /// 语言服务器（标准输入输出） · The language server on standard input and output
    Lsp(crate::lsp::Options),
}

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    /// Chinese
    #[default]
    Zh,
    /// English
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Zh => Self::Zh,
            LangArg::En => Self::En,
        }
    }
}

/// Runs a command.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    match args.command {
        Command::Check(args) => check::run(&args),
        Command::Ledger(args) => ledger::run(&args),
        Command::References(args) => references::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::New(args) => new::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Rules(args) => pages::rules(&args),
        Command::Completions(args) => pages::completions(&args),
        Command::Man(args) => pages::man(&args),
        Command::Lsp(options) => crate::lsp::run(&options),
    }
}
