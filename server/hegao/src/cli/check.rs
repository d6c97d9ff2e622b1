//! `hegao check`: a verdict on files and folders before submission.

use super::against::{self, Against};
use super::annotate;
use super::baseline::Baseline;
use super::engines::{self, Engines, Overrides, formats_lang};
use super::input::{self, Input, Inputs};
use super::output::json::{self, Tally};
use super::output::{self, Format, Reviewed, Run};
use super::{COULD_NOT, FINDINGS, LangArg, explain};
use super::{fix, lines, pipeline, watch};
use anyhow::Context as _;
use clap::ValueEnum;
use hegao_core::draft::Period;
use hegao_core::text::LineIndex;
use hegao_core::words::counted;
use hegao_core::{Engine, Lang, Severity, rules, say};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 文件或文件夹；- 表示标准输入 · Files and folders; - for standard input
    #[arg(required_unless_present_any = ["files_from", "stdin_jsonl"])]
    paths: Vec<PathBuf>,
    /// 从文件（- 为标准输入）读取路径清单，每行一个 · Read the paths from a file, one a line
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,
    /// 输出格式 · Format of the output
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// 写入文件而不是标准输出 · Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// 附上全部勾稽关系 · Add every relation (JSON)
    #[arg(long)]
    pub(super) ledger: bool,
    /// 以上年报告为对照；文件夹则按发文机关和文种配对 · Hold the drafts against last year's report, or against a folder of them
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// 按此文种审核，如 annual-report · Review as this profile
    #[arg(long)]
    profile: Option<String>,
    /// 报告时段：2025 或 2025-H1 · The report's period
    #[arg(long)]
    period: Option<String>,
    /// 只看这些规则或规则族 · Only these rules or families
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    select: Vec<String>,
    /// 不看这些规则或规则族 · Not these rules or families
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    ignore: Vec<String>,
    /// 达到此级别时退出码为 1 · Exit with 1 at findings of this severity
    #[arg(long, value_enum, default_value_t)]
    pub(super) fail_on: FailOn,
    /// 并行数 · Number of files reviewed at once
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// 只写有问题的文件 · Only files with findings
    #[arg(long, short)]
    pub(super) quiet: bool,
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
    /// 从标准输入逐行读取 {"path","text"}，逐行写出审核结果 · Read {"path","text"} lines, write a review a line (with --format jsonl)
    #[arg(long, conflicts_with_all = ["paths", "files_from", "fix", "diff", "annotate", "against", "baseline", "watch"])]
    stdin_jsonl: bool,
    /// 已认可的问题清单：其中的不再报，新的照报 · Findings that were accepted before: only new ones are reported
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// 以此理由把现有问题记入清单 · Accept the present findings into the baseline, for this reason
    #[arg(long, value_name = "REASON", requires = "baseline")]
    accept: Option<String>,
    /// 从清单删去已不再出现的问题 · Remove from the baseline what is found no more
    #[arg(long, requires = "baseline")]
    prune: bool,
    /// 持续监视，文件改动后只重审改动的 · Keep watching, and review again what has changed
    #[arg(long, conflicts_with_all = ["fix", "baseline", "output"])]
    watch: bool,
    /// 输出语言 · Language of messages
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

/// The severity at which `check` exits with 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    #[default]
    Error,
    Warning,
    Never,
}

impl Args {
    /// Whether the command line asks for the findings of a rule.
    pub(super) fn wants(&self, rule: &str) -> bool {
        let family = rule.split('/').next();
        let matches = |list: &[String]| list.iter().any(|id| rule == id || family == Some(id));
        (self.select.is_empty() || matches(&self.select)) && !matches(&self.ignore)
    }

    /// Whether a file is a copy of an earlier run: no draft, even where the folder of copies lies among the drafts.
    pub(super) fn is_copy(&self, path: &Path) -> bool {
        let inside = |folder: PathBuf| std::fs::canonicalize(path).is_ok_and(|path| path.starts_with(folder));
        self.annotate.as_ref().and_then(|folder| std::fs::canonicalize(folder).ok()).is_some_and(inside)
    }
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let lang = args.lang.map(Lang::from).unwrap_or_default();
    for id in args.select.iter().chain(&args.ignore) {
        if !rules::all().any(|rule| rule.id == id || rule.family() == id) {
            anyhow::bail!("{}", explain::unknown(id, lang));
        }
    }
    let period = match &args.period {
        None => None,
        Some(written) => Some(written.parse::<Period>().map_err(|_| {
            anyhow::anyhow!("{}", say!(lang, "--period {written}：应写作 2025 或 2025-H1", "--period {written}: write 2025 or 2025-H1"))
        })?),
    };
    let overrides = Overrides { lang: args.lang.map(Lang::from), profile: args.profile.clone(), period, config: args.config.clone() };
    let mut engines = Engines::new(overrides);
    if let Some(profile) = &args.profile {
        known_profile(profile, lang)?;
    }
    if args.stdin_jsonl {
        return lines::run(args, &mut engines, lang);
    }
    let mut paths = args.paths.clone();
    if let Some(list) = &args.files_from {
        paths.extend(input::list(list).with_context(|| list.display().to_string())?);
    }
    let mut against_errors = Vec::new();
    let against = match &args.against {
        None => None,
        Some(path) => {
            let (against, errors) = Against::load(path, &mut engines, lang).map_err(anyhow::Error::msg)?;
            against_errors = errors;
            Some(against)
        }
    };
    let baseline = match &args.baseline {
        None => None,
        Some(path) => Some(Baseline::load(path, args.accept.as_deref(), lang)?),
    };
    let inputs = Inputs::collect(&paths, lang, |path| args.is_copy(path) || engines.excludes(path));
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
    let once = Once { args, lang, against: against.as_ref(), baseline: baseline.as_ref() };
    if args.watch {
        return watch::run(&once, &paths, &mut engines);
    }
    let (tally, failed) = once.run(inputs, against_errors, &mut engines)?;
    if let Some(baseline) = baseline {
        baseline.finish(args.prune, args.quiet, lang)?;
    }
    Ok(exit_code(&tally, failed, args.fail_on))
}

/// One run over some files.
pub(super) struct Once<'a> {
    pub(super) args: &'a Args,
    pub(super) lang: Lang,
    against: Option<&'a Against>,
    baseline: Option<&'a Baseline>,
}

impl Once<'_> {
    /// Reviews the files and writes what there is to say. Gives the counts and whether a file could not be reviewed.
    pub(super) fn run(&self, inputs: Inputs, more: Vec<(String, String)>, engines: &mut Engines) -> anyhow::Result<(Tally, bool)> {
        // Engines are few and made in order; the reviews run side by side.
        let work: Vec<(&Input, Result<Arc<Engine>, String>)> = inputs
            .files
            .iter()
            .map(|input| match input {
                Input::Path(path) => (input, engines.engine(Some(path))),
                Input::Stdin => (input, engines.engine(None)),
            })
            .collect();
        let review = |(input, engine): &(&Input, Result<Arc<Engine>, String>)| {
            let engine = engine.as_ref().map_err(Clone::clone)?;
            pipeline::alone(engine.settings().lang, || review(engine, input, self))
        };
        let progress = pipeline::progress(work.len(), self.args.quiet, self.lang);
        let mut run = Run { files: Vec::new(), errors: inputs.errors, skipped: inputs.skipped, lang: self.lang, ledger: self.args.ledger };
        let mut tally = Tally::default();
        let written = with_output(self.args.output.as_deref(), self.lang, &mut |out| {
            if let Format::Json | Format::Jsonl = self.args.format {
                let entry =
                    |item: &_| review(item).and_then(|file| json::Entry::new(&file, self.args.ledger).map_err(|error| error.to_string()));
                let mut stream = json::Stream::begin(out, self.args.format == Format::Jsonl)?;
                pipeline::ordered(&work, self.args.jobs, &progress, entry, |at, result| match result {
                    Ok(entry) => stream.file(&entry),
                    Err(message) => {
                        run.errors.push((inputs.files[at].name(), message));
                        Ok(())
                    }
                })?;
                run.errors.extend(more.iter().cloned());
                tally = stream.end(&run.errors)?;
                return Ok(());
            }
            pipeline::ordered(&work, self.args.jobs, &progress, review, |at, result| {
                match result {
                    Ok(file) => {
                        tally.add(&Tally::of(&file));
                        if self.args.format.streams() {
                            return progress.suspend(|| output::write_file(&file, self.args.format, self.args.quiet, self.lang, out));
                        }
                        run.files.push(file);
                    }
                    Err(message) => run.errors.push((inputs.files[at].name(), message)),
                }
                Ok(())
            })?;
            run.errors.extend(more.iter().cloned());
            progress.finish_and_clear();
            output::write(&run, &tally, self.args.format, self.args.quiet, out)
        });
        progress.finish_and_clear();
        for (path, message) in &run.errors {
            eprintln!("hegao: {path}: {message}");
        }
        for name in self.against.iter().flat_map(|against| against.unused()).filter(|_| !self.args.quiet) {
            let message = say!(self.lang, "上年报告，没有与之对应的文稿", "a report of last year that no draft belongs to");
            eprintln!("hegao: {name}: {message}");
        }
        written?;
        Ok((tally, !run.errors.is_empty()))
    }
}

/// Writes to a file, all or nothing, or to standard output, whose reader may stop early, as `head` does.
pub(super) fn with_output(path: Option<&Path>, lang: Lang, write: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> anyhow::Result<()> {
    match path {
        Some(path) => hegao_formats::write_atomic_with(path, |out| write(out))
            .map_err(|error| anyhow::anyhow!("{}: {}", path.display(), error.message(formats_lang(lang)))),
        None => {
            let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
            match write(&mut out).and_then(|()| out.flush()) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
                result => Ok(result?),
            }
        }
    }
}

/// A profile that is given has to be one that there is.
fn known_profile(profile: &str, lang: Lang) -> anyhow::Result<()> {
    let engine = Engine::new(hegao_core::Settings::default());
    let ids: Vec<&str> = engine.catalogue().profiles.all().iter().map(|profile| profile.id.as_str()).collect();
    if ids.contains(&profile) {
        return Ok(());
    }
    let all = ids.join(lang.pick("、", ", "));
    anyhow::bail!("{}", say!(lang, "没有文种“{profile}”，可用的有：{all}", "there is no profile `{profile}`; there are: {all}"))
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

pub(super) fn exit_code(tally: &Tally, failed: bool, fail_on: FailOn) -> ExitCode {
    if failed {
        return ExitCode::from(COULD_NOT);
    }
    let found = match fail_on {
        FailOn::Never => 0,
        FailOn::Error => tally.count(Severity::Error),
        FailOn::Warning => tally.count(Severity::Error) + tally.count(Severity::Warning),
    };
    if found > 0 { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS }
}

fn review(engine: &Engine, input: &Input, once: &Once) -> Result<Reviewed, String> {
    let args = once.args;
    let lang = engine.settings().lang;
    let (mut bytes, mut document) = engines::read(input, lang)?;
    let mut notes: Vec<String> = document.notes.iter().map(|note| note.message(engines::formats_lang(lang))).collect();
    if document.text.trim().is_empty() {
        notes.push(lang.pick("文件是空的，没有可核对的内容", "the file is empty: nothing to review").to_owned());
    }
    let wanted = |rule: &str| args.wants(rule);
    let nothing = || lang.pick("没有可以放心自动改的问题", "nothing is safe to mend without asking").to_owned();
    if args.diff {
        let diff = fix::diff(&input.name(), &document.text, &fix::apply(engine, &document.text, wanted).0);
        notes.push(if diff.is_empty() { nothing() } else { diff });
    } else if args.fix {
        notes.push(fix::write(engine, input, &mut bytes, &mut document, wanted)?.unwrap_or_else(nothing));
    }
    let last_year = once.against.and_then(|against| against.for_review(|| engine.review(&document.text)));
    let mut review = match &last_year {
        Some(last_year) => engine.review_against(&document.text, last_year),
        None => engine.review(&document.text),
    };
    if once.against.is_some() {
        notes.extend(against::notes(&review, last_year.as_deref(), lang));
    }
    review.findings.retain(|finding| wanted(finding.rule));
    notes.extend(suppressed(&review, lang));
    let lines = LineIndex::new(&document.text);
    let text = std::mem::take(&mut document.text);
    let mut file = Reviewed { path: input.name(), text, lines, review, notes, last_year };
    if let Some(baseline) = once.baseline {
        baseline.apply(&mut file, lang);
    }
    if let (Some(folder), Input::Path(path)) = (&args.annotate, input) {
        document.text.clone_from(&file.text);
        file.notes.push(annotate::write(&bytes, &document, &file.review, path, folder, args.all, lang)?);
    }
    Ok(file)
}

/// What a review says about the findings that comments in the draft set aside.
pub(super) fn suppressed(review: &hegao_core::Review, lang: Lang) -> Option<String> {
    let count = review.suppressed.len();
    let findings = counted(count, "finding");
    (count > 0).then(|| say!(lang, "按“核稿忽略”注释不报 {count} 处", "{findings} set aside by comments in the draft"))
}
