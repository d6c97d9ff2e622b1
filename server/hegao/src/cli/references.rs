//! `hegao references`: the catalogue, searched by title, number, short name or pinyin initials; or all references of a draft with their state.

mod listing;

use super::LangArg;
use super::engines::{Engines, Overrides};
use super::input::Input;
use hegao_core::catalogue::references::References;
use hegao_core::draft::{Date, Period};
use hegao_core::{Lang, say};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 名称、文号、简称或拼音首字母（xzcff） · Title, number, short name or pinyin initials
    #[arg(required_unless_present = "draft")]
    word: Option<String>,
    /// 只列这一天有效的：2023-12-31 · Only what was in force on this day
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// 列表的格式 · Format of the list of a draft
    #[arg(long, value_enum, requires = "draft", default_value_t = Format::Text)]
    format: Format,
    /// 列出一份报告的全部引用；- 表示标准输入 · List all references of a draft instead; - for standard input
    #[arg(long = "in", value_name = "FILE", conflicts_with_all = ["word", "as_of"])]
    draft: Option<PathBuf>,
    /// 报告时段：2025 或 2025-H1 · The draft's period
    #[arg(long, requires = "draft")]
    period: Option<Period>,
    /// 输出语言 · Language
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// How the references of a draft are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|()| format!("`{text}` 不是日期，写作 2023-12-31 · is no date: write 2023-12-31"))
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let overrides = Overrides { lang: args.lang.map(Lang::from), period: args.period, ..Overrides::default() };
    let mut engines = Engines::new(overrides);
    let mut out = BufWriter::new(std::io::stdout().lock());
    let found = match &args.draft {
        Some(file) => {
            let input = if file.as_os_str() == "-" { Input::Stdin } else { Input::Path(file.clone()) };
            let path = matches!(input, Input::Path(_)).then_some(file.as_path());
            let engine = engines.engine(path).map_err(anyhow::Error::msg)?;
            let listing = listing::Listing::read(&engine, &input)?;
            match args.format {
                Format::Text => listing.text(&mut out)?,
                Format::Json => listing.json(&mut out)?,
            }
            true
        }
        None => {
            let engine = engines.engine(None).map_err(anyhow::Error::msg)?;
            let word = args.word.as_deref().unwrap_or_default();
            search(&mut out, &engine.catalogue().references, word, args.as_of, engine.settings().lang)?
        }
    };
    out.flush()?;
    Ok(if found { ExitCode::SUCCESS } else { ExitCode::from(super::FINDINGS) })
}

/// Writes the rows that fit, best first, with a blank line between them.
fn search(out: &mut impl Write, references: &References, word: &str, as_of: Option<Date>, lang: Lang) -> std::io::Result<bool> {
    let rows = references.search(word, as_of);
    for (count, &row) in rows.iter().enumerate() {
        if count > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", references.describe(row, as_of, lang))?;
    }
    if rows.is_empty() {
        eprintln!("{}", say!(lang, "没有找到“{word}”", "nothing found for “{word}”"));
    }
    Ok(!rows.is_empty())
}
