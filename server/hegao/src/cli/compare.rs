//! `hegao compare`: what changed between two drafts of one report: findings, figures, relations.

use super::engines::{self, Engines, Overrides};
use super::input::Input;
use super::output::{self, Reviewed};
use super::{COULD_NOT, FINDINGS, LangArg};
use clap::ValueEnum;
use hegao_core::relations::{Relation, Verdict};
use hegao_core::text::LineIndex;
use hegao_core::words;
use hegao_core::{Finding, Lang, Severity, say};
use serde::Serialize;
use std::collections::HashMap;
use std::hash::Hash;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 旧稿 · The draft as it was
    old: PathBuf,
    /// 新稿 · The draft as it is
    new: PathBuf,
    /// 输出格式 · Format of the output
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// 使用这份 hegao.toml · Use this file of settings
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// 输出语言 · Language of messages
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Serialize)]
struct Comparison {
    version: u32,
    old: String,
    new: String,
    gained: Vec<Found>,
    lost: Vec<Found>,
    figures: Vec<Changed>,
    relations: Vec<Judged>,
}

/// A finding that one of the drafts has and the other has not.
#[derive(Debug, Serialize)]
struct Found {
    rule: &'static str,
    severity: Severity,
    message: String,
    place: String,
}

/// A figure that says something else; `old` or `new` is missing where the figure is.
#[derive(Debug, Serialize)]
struct Changed {
    label: String,
    old: Option<String>,
    new: Option<String>,
    place: String,
}

/// A relation with another verdict.
#[derive(Debug, Serialize)]
struct Judged {
    old: Side,
    new: Side,
    place: String,
}

#[derive(Debug, Serialize)]
struct Side {
    formula: String,
    verdict: Verdict,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let lang = args.lang.map(Lang::from).unwrap_or_default();
    let overrides = Overrides { lang: args.lang.map(Lang::from), config: args.config.clone(), ..Overrides::default() };
    let mut engines = Engines::new(overrides);
    let (old, new) = match (read(&args.old, &mut engines, lang), read(&args.new, &mut engines, lang)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            [old.err(), new.err()].into_iter().flatten().for_each(|message| eprintln!("hegao: {message}"));
            return Ok(ExitCode::from(COULD_NOT));
        }
    };
    let found = compare(&old, &new);
    let mut out = io::stdout().lock();
    let written = match args.format {
        Format::Json => serde_json::to_writer_pretty(&mut out, &found).map_err(io::Error::from).and_then(|()| writeln!(out)),
        Format::Text => text(&found, lang, &mut out),
    };
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        result => result?,
    }
    let worse = found.gained.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if worse { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS })
}

fn read(path: &Path, engines: &mut Engines, lang: Lang) -> Result<Reviewed, String> {
    let failed = |message: String| format!("{}: {message}", path.display());
    let engine = engines.engine(Some(path)).map_err(failed)?;
    let input = Input::Path(path.to_owned());
    let (_, document) = engines::read(&input, lang).map_err(failed)?;
    let review = engine.review(&document.text);
    let lines = LineIndex::new(&document.text);
    Ok(Reviewed { path: input.name(), text: document.text, lines, review, notes: Vec::new(), last_year: None })
}

fn compare(old: &Reviewed, new: &Reviewed) -> Comparison {
    let findings = |file: &Reviewed| -> Vec<(String, Found)> {
        let found = |finding: &Finding| Found {
            rule: finding.rule,
            severity: finding.severity,
            message: finding.message.clone(),
            place: file.source().place(finding.span),
        };
        file.review.findings.iter().map(|finding| (output::fingerprint(file, finding), found(finding))).collect()
    };
    let (_, lost, gained) = matched(findings(old), findings(new));
    Comparison {
        version: 1,
        old: old.path.clone(),
        new: new.path.clone(),
        gained,
        lost,
        figures: changed(figures(old), figures(new)),
        relations: judged(old, new),
    }
}

/// A figure as it stands in one draft.
#[derive(Clone)]
struct Stands {
    at: usize,
    label: String,
    words: String,
    place: String,
}

/// Every figure that has a label.
fn figures(file: &Reviewed) -> Vec<Stands> {
    let figures = file.review.drafts.iter().flat_map(|draft| &draft.figures).filter(|figure| !figure.label.is_empty());
    let stands = |(at, figure): (usize, &hegao_core::FigureReview)| Stands {
        at,
        label: figure.label.to_string(),
        words: figure.span.of(&file.text).to_owned(),
        place: file.source().place(figure.span),
    };
    figures.enumerate().map(stands).collect()
}

fn changed(old: Vec<Stands>, new: Vec<Stands>) -> Vec<Changed> {
    // What says the same in both is set aside first: of 受理 at three places only the one that changed is told.
    let whole = |list: Vec<Stands>| list.into_iter().map(|figure| ((figure.label.clone(), figure.words.clone()), figure)).collect();
    let (_, old, new) = matched(whole(old), whole(new));
    let by_label = |list: Vec<Stands>| list.into_iter().map(|figure| (figure.label.clone(), figure)).collect();
    let (pairs, gone, came) = matched(by_label(old), by_label(new));
    let told = |figure: Stands, old, new| (figure.at, Changed { label: figure.label, old, new, place: figure.place });
    let mut found: Vec<(usize, Changed)> = pairs
        .into_iter()
        .map(|(was, is)| {
            let words = is.words.clone();
            told(is, Some(was.words), Some(words))
        })
        .collect();
    found.extend(came.into_iter().map(|is| {
        let words = is.words.clone();
        told(is, None, Some(words))
    }));
    found.sort_by_key(|&(at, _)| at);
    found.extend(gone.into_iter().map(|was| {
        let words = was.words.clone();
        told(was, Some(words), None)
    }));
    found.into_iter().map(|(_, changed)| changed).collect()
}

fn judged(old: &Reviewed, new: &Reviewed) -> Vec<Judged> {
    let key = |relation: &Relation| {
        let labels: Vec<String> = relation.operands.iter().map(|operand| format!("{}{}", operand.role, operand.label)).collect();
        (relation.kind, labels.join("|"))
    };
    let list = |file: &Reviewed| -> Vec<_> {
        let side = |relation: &Relation| {
            let place = file.source().place(relation.operands[relation.culprit].span);
            (Side { formula: relation.formula.clone(), verdict: relation.verdict }, place)
        };
        file.review.relations().map(|relation| (key(relation), side(relation))).collect()
    };
    let (pairs, ..) = matched(list(old), list(new));
    let other = pairs.into_iter().filter(|((was, _), (is, _))| was.verdict != is.verdict);
    other.map(|((old, _), (new, place))| Judged { old, new, place }).collect()
}

/// Pairs what has the same key in both, in order; and what only the first and only the second has.
fn matched<K: Eq + Hash, T>(old: Vec<(K, T)>, new: Vec<(K, T)>) -> (Vec<(T, T)>, Vec<T>, Vec<T>) {
    let mut places: HashMap<K, Vec<usize>> = HashMap::new();
    let mut left: Vec<Option<T>> = Vec::new();
    for (key, item) in old {
        places.entry(key).or_default().push(left.len());
        left.push(Some(item));
    }
    places.values_mut().for_each(|places| places.reverse());
    let (mut pairs, mut came) = (Vec::new(), Vec::new());
    for (key, item) in new {
        match places.get_mut(&key).and_then(Vec::pop).and_then(|at| left[at].take()) {
            Some(was) => pairs.push((was, item)),
            None => came.push(item),
        }
    }
    (pairs, left.into_iter().flatten().collect(), came)
}

fn text(found: &Comparison, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} → {}", found.old, found.new)?;
    for (list, zh, en) in [(&found.gained, "新增的问题", "Findings gained"), (&found.lost, "消除的问题", "Findings lost")] {
        writeln!(out, "\n{} {}", lang.pick(zh, en), list.len())?;
        for finding in list {
            writeln!(out, "  {} {} {}  {}", finding.place, words::severity(finding.severity, lang), finding.message, finding.rule)?;
        }
    }
    writeln!(out, "\n{} {}", lang.pick("改动的统计数", "Figures changed"), found.figures.len())?;
    for figure in &found.figures {
        let none = lang.pick("（无）", "(none)");
        let [old, new] = [&figure.old, &figure.new].map(|words| words.as_deref().unwrap_or(none));
        writeln!(out, "  {} {} {old} → {new}", figure.place, figure.label)?;
    }
    writeln!(out, "\n{} {}", lang.pick("结论改变的勾稽关系", "Relations with another verdict"), found.relations.len())?;
    for relation in &found.relations {
        let [old, new] =
            [&relation.old, &relation.new].map(|side| say!(lang, "{}（{}）", "{} ({})", side.formula, words::verdict(side.verdict, lang)));
        writeln!(out, "  {} {old} → {new}", relation.place)?;
    }
    Ok(())
}
