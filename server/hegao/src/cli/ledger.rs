//! `hegao ledger`: every figure and every relation of a draft, with its verdict, as a table to sign off.

use super::LangArg;
use super::engines::{self, Engines, Overrides};
use super::input::Input;
use super::output::{Reviewed, words};
use hegao_core::draft::Period;
use hegao_core::relations::Relation;
use hegao_core::text::{Encoding, LineIndex, Span};
use hegao_core::{DraftReview, Lang, say};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 文件；- 表示标准输入 · The file; - for standard input
    file: PathBuf,
    /// 报告时段：2025 或 2025-H1 · The report's period
    #[arg(long)]
    period: Option<Period>,
    /// 输出语言 · Language of the ledger
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let overrides = Overrides { lang: args.lang.map(Lang::from), period: args.period, ..Overrides::default() };
    let mut engines = Engines::new(overrides);
    let input = if args.file.as_os_str() == "-" { Input::Stdin } else { Input::Path(args.file.clone()) };
    let path = matches!(input, Input::Path(_)).then_some(args.file.as_path());
    let engine = engines.engine(path).map_err(anyhow::Error::msg)?;
    let lang = engine.settings().lang;
    let (_, document) = engines::read(&input, lang).map_err(|message| anyhow::anyhow!("{}: {message}", input.name()))?;
    let review = engine.review(&document.text);
    let file = Reviewed {
        path: input.name(),
        lines: LineIndex::new(&document.text),
        text: document.text,
        review,
        notes: Vec::new(),
        last_year: None,
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for draft in &file.review.drafts {
        write_draft(&mut out, &file, draft, lang)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn write_draft(out: &mut impl Write, file: &Reviewed, draft: &DraftReview, lang: Lang) -> std::io::Result<()> {
    let title = draft.title.map(|span| span.of(&file.text)).unwrap_or(&file.path);
    writeln!(out, "# {title}\n")?;
    writeln!(out, "| {} |", lang.pick("位置 | 类别 | 算式 | 结论 | 说明", "place | kind | formula | verdict | note"))?;
    writeln!(out, "|---|---|---|---|---|")?;
    for relation in &draft.relations {
        let at = relation.operands.get(relation.culprit).or(relation.operands.first()).map_or(draft.span, |operand| operand.span);
        let note = relation.note.as_deref().unwrap_or_default();
        let kind = words::kind(relation.kind, lang);
        let verdict = words::verdict(relation.verdict, lang);
        writeln!(out, "| {} | {kind} | {} | {verdict} | {note} |", place(file, at), cell(&formula(file, relation)))?;
    }
    writeln!(out, "\n| {} |", lang.pick("位置 | 统计数 | 指标 | 结论", "place | figure | label | verdict"))?;
    writeln!(out, "|---|---|---|---|")?;
    for figure in &draft.figures {
        let verdict = figure.verdict.map_or(lang.pick("未列入关系", "in no relation"), |verdict| words::verdict(verdict, lang));
        writeln!(out, "| {} | {} | {} | {verdict} |", place(file, figure.span), cell(figure.span.of(&file.text)), cell(&figure.label))?;
    }
    let coverage = draft.coverage;
    let free = coverage.figures - coverage.tied;
    let line = say!(
        lang,
        "统计数 {} 个：{} 个列入勾稽关系，{free} 个没有可核对的关系；其他数字 {} 个（日期、文号、序号等），未能读懂 {} 个。",
        "{} figures: {} in a relation, {free} in none; {} other numbers (dates, document and section numbers), {} not understood.",
        coverage.figures,
        coverage.tied,
        coverage.not_figures,
        coverage.not_understood
    );
    writeln!(out, "\n{line}\n")
}

fn formula(file: &Reviewed, relation: &Relation) -> String {
    if relation.formula.is_empty() {
        return relation.operands.iter().map(|operand| operand.span.of(&file.text)).collect::<Vec<_>>().join(" · ");
    }
    relation.formula.clone()
}

fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "¦")
}

fn place(file: &Reviewed, span: Span) -> String {
    let position = file.lines.position(&file.text, span.start as usize, Encoding::Utf32);
    format!("{}:{}", position.line + 1, position.column + 1)
}
