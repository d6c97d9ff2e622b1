//! `hegao ledger`: every figure and every relation of a draft, with its verdict, section by section, as tables to sign off.

mod table;

use super::LangArg;
use super::engines::{self, Engines, Overrides};
use super::input::Input;
use super::output::{self, Reviewed};
use clap::ValueEnum;
use hegao_core::draft::Period;
use hegao_core::relations::{Relation, Verdict, note_in_words};
use hegao_core::text::{Encoding, LineIndex, Span};
use hegao_core::words::{self, counted};
use hegao_core::{DraftReview, FigureReview, Lang, say};
use std::io::{BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use table::{Column, Table};

/// The width of a ledger that no terminal shows.
const WIDTH: usize = 120;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 文件；- 表示标准输入 · The file; - for standard input
    file: PathBuf,
    /// 报告时段：2025 或 2025-H1 · The report's period
    #[arg(long)]
    period: Option<Period>,
    /// 输出形式 · Form of the ledger
    #[arg(long, value_enum, default_value = "text")]
    format: Form,
    /// 表格宽度（列），不给则按终端 · Width of the tables in columns; the terminal's unless given
    #[arg(long, value_parser = clap::value_parser!(u16).range(40..=400))]
    width: Option<u16>,
    /// 输出语言 · Language of the ledger
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Json,
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
    match args.format {
        Form::Json => output::json::write_ledger(&file, &mut out)?,
        Form::Text => {
            let width = args.width.map_or_else(terminal_width, usize::from);
            for draft in &file.review.drafts {
                Face { file: &file, draft, lang, width }.write(&mut out)?;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn terminal_width() -> usize {
    let shown = std::io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
    shown.map_or(WIDTH, |(width, _)| usize::from(width.0).max(40))
}

/// A draft as its ledger shows it.
struct Face<'a> {
    file: &'a Reviewed,
    draft: &'a DraftReview,
    lang: Lang,
    width: usize,
}

impl Face<'_> {
    fn write(&self, out: &mut impl Write) -> std::io::Result<()> {
        let title = self.draft.title.map(|span| span.of(&self.file.text)).unwrap_or(&self.file.path);
        writeln!(out, "# {}\n", one_line(title))?;
        let mut relations = self.draft.relations.iter().map(|relation| (self.place_of(relation), relation)).peekable();
        let mut figures = self.draft.figures.iter().peekable();
        for (start, heading) in self.sections() {
            let end = start.end;
            let mut judged = Vec::new();
            while let Some(found) = relations.next_if(|(span, _)| span.start < end) {
                judged.push(found);
            }
            let mut counted = Vec::new();
            while let Some(found) = figures.next_if(|figure| figure.span.start < end) {
                counted.push(found);
            }
            if judged.is_empty() && counted.is_empty() {
                continue;
            }
            if !heading.is_empty() {
                writeln!(out, "## {heading}\n")?;
            }
            self.relations(&judged, out)?;
            self.figures(&counted, out)?;
        }
        writeln!(out, "{}\n", self.closing())
    }

    /// The parts of the draft under headings of the highest level, the first without one.
    fn sections(&self) -> Vec<(Span, String)> {
        let top = self.draft.outline.iter().filter(|heading| heading.parent.is_none());
        let starts: Vec<_> = top.map(|heading| (heading.section.start, Some(heading.marker.cover(heading.title)))).collect();
        let mut sections = vec![(self.draft.span.start, None)];
        sections.extend(starts.into_iter().filter(|&(start, _)| start >= self.draft.span.start));
        let end = |at: usize| sections.get(at + 1).map_or(u32::MAX, |&(start, _)| start);
        let name = |words: Option<Span>| words.map(|span| one_line(span.of(&self.file.text))).unwrap_or_default();
        (0..sections.len()).map(|at| (Span { start: sections[at].0, end: end(at) }, name(sections[at].1))).collect()
    }

    fn relations(&self, relations: &[(Span, &Relation)], out: &mut impl Write) -> std::io::Result<()> {
        if relations.is_empty() {
            return Ok(());
        }
        let pick = |zh, en| self.lang.pick(zh, en);
        let mut table = Table::new(vec![
            Column::fixed(pick("位置", "place")),
            Column::fixed(pick("类别", "kind")),
            Column::wrapped(pick("核对的数", "figure")),
            Column::wrapped(pick("算式", "formula")),
            Column::fixed(pick("结论", "verdict")),
        ]);
        for &(span, relation) in relations {
            let mut formula = self.formula(relation);
            if let (Some(expected), Verdict::Broken | Verdict::Rounding) = (&relation.expected, relation.verdict)
                && !formula.ends_with(expected.as_str())
            {
                formula.push_str(&say!(self.lang, "，此处应为{expected}", "; should be {expected} here"));
            }
            if let Some(note) = relation.note {
                formula.push_str(&say!(self.lang, "（{}）", " ({})", note_in_words(note, self.lang)));
            }
            let label = relation.operands.get(relation.culprit).map_or("", |operand| &*operand.label);
            table.row(vec![
                self.place(span),
                words::kind(relation.kind, self.lang).to_owned(),
                named(label, span.of(&self.file.text)),
                formula,
                words::verdict(relation.verdict, self.lang).to_owned(),
            ]);
        }
        table.write(self.width, out)
    }

    fn figures(&self, figures: &[&FigureReview], out: &mut impl Write) -> std::io::Result<()> {
        if figures.is_empty() {
            return Ok(());
        }
        let pick = |zh, en| self.lang.pick(zh, en);
        let mut table = Table::new(vec![
            Column::fixed(pick("位置", "place")),
            Column::wrapped(pick("统计数", "figure")),
            Column::wrapped(pick("指标", "label")),
            Column::fixed(pick("结论", "verdict")),
        ]);
        for figure in figures {
            let verdict = figure.verdict.map_or(pick("未列入关系", "in no relation"), |verdict| words::verdict(verdict, self.lang));
            table.row(vec![
                self.place(figure.span),
                one_line(figure.span.of(&self.file.text)),
                one_line(&figure.label),
                verdict.to_owned(),
            ]);
        }
        table.write(self.width, out)
    }

    /// What was read and what was not.
    fn closing(&self) -> String {
        let coverage = self.draft.coverage;
        let free = coverage.figures - coverage.tied;
        let count = |verdict: Verdict| self.draft.relations.iter().filter(|relation| relation.verdict == verdict).count();
        let [holds, rounding, broken, unsure] = [Verdict::Holds, Verdict::Rounding, Verdict::Broken, Verdict::Unsure].map(count);
        let (ties, all) = (self.draft.relations.len(), counted(self.draft.relations.len(), "relation"));
        let relations = say!(
            self.lang,
            "勾稽关系 {ties} 项：相符 {holds}，尾差 {rounding}，不符 {broken}，存疑 {unsure}。",
            "{all}: {holds} hold, {rounding} rounding, {broken} broken, {unsure} unsure."
        );
        let figures = say!(
            self.lang,
            "统计数 {} 个：{} 个列入勾稽关系，{free} 个没有可核对的关系；其他数字 {} 个（日期、文号、序号等），未能读懂 {} 个。",
            "{} figures: {} in a relation, {free} in none; {} other numbers (dates, document and section numbers), {} not understood.",
            coverage.figures,
            coverage.tied,
            coverage.not_figures,
            coverage.not_understood
        );
        format!("{relations}\n{figures}")
    }

    fn formula(&self, relation: &Relation) -> String {
        if relation.formula.is_empty() {
            return relation.operands.iter().map(|operand| one_line(operand.span.of(&self.file.text))).collect::<Vec<_>>().join(" · ");
        }
        one_line(&relation.formula)
    }

    /// Where a relation stands: at the operand that a finding would point at.
    fn place_of(&self, relation: &Relation) -> Span {
        relation.operands.get(relation.culprit).or(relation.operands.first()).map_or(self.draft.span, |operand| operand.span)
    }

    fn place(&self, span: Span) -> String {
        let position = self.file.lines.position(&self.file.text, span.start as usize, Encoding::Utf32);
        format!("{}:{}", position.line + 1, position.column + 1)
    }
}

/// The label with its figure; a label that ends with the figure's words is not said twice.
fn named(label: &str, figure: &str) -> String {
    one_line(&format!("{label}{figure}"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "¦")
}
