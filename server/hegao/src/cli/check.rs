//! `hegao check`: a verdict on files and folders before submission.

use super::against::{self, Against};
use super::annotate;
use super::engines::{self, Engines, Overrides};
use super::fix;
use super::input::{self, Input, Inputs};
use super::output::{self, Format, Reviewed, Run};
use super::{COULD_NOT, FINDINGS, LangArg, explain};
use anyhow::Context as _;
use clap::ValueEnum;
use hegao_core::draft::Period;
use hegao_core::text::LineIndex;
use hegao_core::{Engine, Lang, Severity, rules, say};
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 文件或文件夹；- 表示标准输入 · Files and folders; - for standard input
    #[arg(required_unless_present = "files_from")]
    paths: Vec<PathBuf>,
    /// 从文件（- 为标准输入）读取路径清单，每行一个 · Read the paths from a file, one a line
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,
    /// 输出格式 · Format of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// 写入文件而不是标准输出 · Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// 附上全部勾稽关系 · Add every relation (JSON)
    #[arg(long)]
    ledger: bool,
    /// 以上年报告为对照；文件夹则按发文机关和文种配对 · Hold the drafts against last year's report, or against a folder of them
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// 按此文种审核，如 annual-report · Review as this profile
    #[arg(long)]
    profile: Option<String>,
    /// 报告时段：2025 或 2025-H1 · The report's period
    #[arg(long)]
    period: Option<Period>,
    /// 只看这些规则或规则族 · Only these rules or families
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    select: Vec<String>,
    /// 不看这些规则或规则族 · Not these rules or families
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    ignore: Vec<String>,
    /// 达到此级别时退出码为 1 · Exit with 1 at findings of this severity
    #[arg(long, value_enum, default_value_t)]
    fail_on: FailOn,
    /// 并行数 · Number of files reviewed at once
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// 只写有问题的文件 · Only files with findings
    #[arg(long, short)]
    quiet: bool,
    /// 使用这份 hegao.toml · Use this file of settings
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// 在此文件夹写出带批注的 .docx 副本 · Write copies of the .docx with comments to this folder
    #[arg(long, value_name = "DIR")]
    annotate: Option<PathBuf>,
    /// 批注也包括“建议”级 · Comments at hints too
    #[arg(long, requires = "annotate")]
    all: bool,
    /// 直接改好有把握的问题；.docx 以修订方式写入 · Apply the safe fixes; in .docx as tracked changes
    #[arg(long, conflicts_with = "diff")]
    fix: bool,
    /// 显示有把握的修改而不写入 · Show the safe fixes without writing them
    #[arg(long)]
    diff: bool,
    /// 输出语言 · Language of messages
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// The severity at which `check` exits with 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum FailOn {
    #[default]
    Error,
    Warning,
    Never,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let lang = args.lang.map(Lang::from).unwrap_or_default();
    for id in args.select.iter().chain(&args.ignore) {
        if !rules::all().any(|rule| rule.id == id || rule.family() == id) {
            anyhow::bail!("{}", explain::unknown(id, lang));
        }
    }
    let mut paths = args.paths.clone();
    if let Some(list) = &args.files_from {
        paths.extend(input::list(list).with_context(|| list.display().to_string())?);
    }
    let overrides =
        Overrides { lang: args.lang.map(Lang::from), profile: args.profile.clone(), period: args.period, config: args.config.clone() };
    let mut engines = Engines::new(overrides);
    let mut against_errors = Vec::new();
    let against = match &args.against {
        None => None,
        Some(path) => {
            let (against, errors) = Against::load(path, &mut engines, lang).map_err(anyhow::Error::msg)?;
            against_errors = errors;
            Some(against)
        }
    };
    let inputs = Inputs::collect(&paths, lang, |path| engines.excludes(path));
    if args.annotate.is_some()
        && let Some(name) = same_name(&inputs.files)
    {
        anyhow::bail!(
            "{}",
            say!(
                lang,
                "两份文件都叫 {name}，批注副本会互相覆盖；请分开审核",
                "two files are called {name}: their annotated copies would replace each other; review them apart"
            )
        );
    }
    // Engines are few and made in order; the reviews run side by side.
    let work: Vec<(&Input, Result<Arc<Engine>, String>)> = inputs
        .files
        .iter()
        .map(|input| match input {
            Input::Path(path) => (input, engines.engine(Some(path))),
            Input::Stdin => (input, engines.engine(None)),
        })
        .collect();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.jobs.unwrap_or(0)).build()?;
    let results: Vec<_> = pool.install(|| {
        work.par_iter().map(|(input, engine)| review(engine.as_ref().map_err(Clone::clone)?, input, against.as_ref(), args)).collect()
    });

    let mut run = Run { files: Vec::new(), errors: inputs.errors, skipped: inputs.skipped, lang, ledger: args.ledger };
    for (input, result) in inputs.files.iter().zip(results) {
        match result {
            Ok(file) => run.files.push(file),
            Err(message) => run.errors.push((input.name(), message)),
        }
    }
    run.errors.extend(against_errors);
    for (path, message) in &run.errors {
        eprintln!("hegao: {path}: {message}");
    }
    for name in against.iter().flat_map(Against::unused).filter(|_| !args.quiet) {
        eprintln!(
            "hegao: {}",
            say!(lang, "{name}: 上年报告，没有与之对应的文稿", "{name}: a report of last year that no draft belongs to")
        );
    }
    match &args.output {
        Some(path) => {
            let file = File::create(path).with_context(|| path.display().to_string())?;
            let mut out = BufWriter::new(file);
            output::write(&run, args.format, args.quiet, &mut out)
                .and_then(|()| out.flush())
                .with_context(|| path.display().to_string())?;
        }
        None => {
            let mut out = BufWriter::new(io::stdout().lock());
            match output::write(&run, args.format, args.quiet, &mut out).and_then(|()| out.flush()) {
                // The reader of a pipe may stop early, as `head` does.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
                result => result?,
            }
        }
    }
    Ok(exit_code(&run, args.fail_on))
}

/// The first file name that two inputs share.
fn same_name(files: &[Input]) -> Option<String> {
    let mut seen = std::collections::HashSet::new();
    let names = files.iter().filter_map(|input| match input {
        Input::Path(path) => path.file_name(),
        Input::Stdin => None,
    });
    names.into_iter().find(|name| !seen.insert(name.to_owned())).map(|name| name.to_string_lossy().into_owned())
}

fn exit_code(run: &Run, fail_on: FailOn) -> ExitCode {
    if !run.errors.is_empty() {
        return ExitCode::from(COULD_NOT);
    }
    let failed = match fail_on {
        FailOn::Never => 0,
        FailOn::Error => run.count(Severity::Error),
        FailOn::Warning => run.count(Severity::Error) + run.count(Severity::Warning),
    };
    if failed > 0 { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS }
}

fn review(engine: &Engine, input: &Input, against: Option<&Against>, args: &Args) -> Result<Reviewed, String> {
    let lang = engine.settings().lang;
    let (mut bytes, mut document) = engines::read(input, lang)?;
    let mut notes: Vec<String> = document.notes.iter().map(|note| note.message(engines::formats_lang(lang))).collect();
    if document.text.trim().is_empty() {
        notes.push(lang.pick("文件是空的，没有可核对的内容", "the file is empty: nothing to review").to_owned());
    }
    let matches = |list: &[String], rule: &str| list.iter().any(|id| rule == id || rule.split('/').next() == Some(id));
    let wanted = |rule: &str| (args.select.is_empty() || matches(&args.select, rule)) && !matches(&args.ignore, rule);
    if args.diff {
        notes.push(fix::diff(&input.name(), &document.text, &fix::apply(engine, &document.text, wanted).0));
    } else if args.fix {
        notes.extend(fix::write(engine, input, &mut bytes, &mut document, wanted)?);
    }
    let last_year = against.and_then(|against| against.for_review(|| engine.review(&document.text)));
    let mut review = match &last_year {
        Some(last_year) => engine.review_against(&document.text, last_year),
        None => engine.review(&document.text),
    };
    if against.is_some() {
        notes.extend(against::notes(&review, last_year.as_deref(), lang));
    }
    review.findings.retain(|finding| wanted(finding.rule));
    if !review.suppressed.is_empty() {
        let count = review.suppressed.len();
        notes.push(say!(lang, "按“核稿忽略”注释不报 {count} 处", "{count} findings set aside by comments in the draft"));
    }
    if let (Some(folder), Input::Path(path)) = (&args.annotate, input) {
        notes.push(annotate::write(&bytes, &document, &review, path, folder, args.all, lang)?);
    }
    let lines = LineIndex::new(&document.text);
    Ok(Reviewed { path: input.name(), text: document.text, lines, review, notes, last_year })
}
