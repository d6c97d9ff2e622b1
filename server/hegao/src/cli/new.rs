//! `hegao new`: a fresh draft from the templates.

use super::LangArg;
use anyhow::{Context as _, bail};
use hegao_core::catalogue::IssuerKind;
use hegao_core::catalogue::templates::{Known, Style};
use hegao_core::{Engine, Lang, Settings, say};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 文种：annual-report、half-year-report、work-summary · The profile
    profile: String,
    /// 发文机关全称 · The full name of the issuer
    #[arg(long)]
    issuer: Option<String>,
    /// 报告年度 · The year that is reported on
    #[arg(long, value_parser = clap::value_parser!(i16).range(1949..=2100))]
    year: i16,
    /// 写入文件而不是标准输出；不覆盖已有文件 · Write to a new file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// 输出语言 · Language of messages
    #[arg(long, value_enum, default_value_t)]
    lang: LangArg,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let lang = Lang::from(args.lang);
    let text = draft(&args.profile, args.issuer.as_deref(), args.year, lang)?;
    match &args.output {
        None => match std::io::stdout().lock().write_all(text.as_bytes()) {
            // The reader of a pipe may stop early, as `head` does.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
            result => result?,
        },
        Some(path) => {
            // What a writer has written is never overwritten by blanks.
            let mut file = match File::create_new(path) {
                Ok(file) => file,
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    bail!("{}", say!(lang, "{}：文件已存在，未改动", "{}: exists already and was left alone", path.display()))
                }
                Err(error) => return Err(error).with_context(|| path.display().to_string()),
            };
            file.write_all(text.as_bytes()).with_context(|| path.display().to_string())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A fresh draft with `××` for what the writer has to fill in.
fn draft(profile: &str, issuer: Option<&str>, year: i16, lang: Lang) -> anyhow::Result<String> {
    // Templates of the team's own come from the `hegao.toml` of the folder that the draft is written in.
    let here = std::env::current_dir().unwrap_or_default();
    let settings = match crate::config::Config::discover(&here) {
        None => Settings::default(),
        Some(file) => match crate::config::Config::load(&file, lang) {
            Ok(config) => config.settings_for(&here.join("new.md")),
            Err(errors) => {
                let errors: Vec<String> = errors.iter().map(|error| format!("{}: {error}", file.display())).collect();
                bail!("{}", errors.join("\n"));
            }
        },
    };
    let issuer = issuer.map(str::to_owned).or(settings.issuer.clone());
    let engine = Engine::new(settings);
    let kind = issuer.as_deref().and_then(kind_of);
    let known = Known { issuer: issuer.as_deref(), kind, year: Some(year), half: false };
    let templates = &engine.catalogue().templates;
    templates.draft(profile, known, Style::Plain).with_context(|| {
        let all = templates.drafts().join(lang.pick("、", ", "));
        say!(lang, "没有文种“{profile}”，可用的有：{all}", "there is no profile `{profile}`; there are: {all}")
    })
}

/// The kind of an issuer, as a review of a draft with its name in the title reads it.
fn kind_of(issuer: &str) -> Option<IssuerKind> {
    let review = Engine::new(Settings::default()).review(&format!("{issuer}2025年法治政府建设情况报告\n"));
    review.drafts.first()?.issuer.as_ref()?.kind
}

#[cfg(test)]
mod tests {
    use super::draft;
    use hegao_core::{Engine, Lang, Settings, Severity};

    fn fresh(profile: &str, issuer: Option<&str>) -> String {
        draft(profile, issuer, 2025, Lang::Zh).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn a_fresh_draft_has_all_that_the_law_wants() {
        let engine = Engine::new(Settings::default());
        for (profile, issuer) in [
            ("annual-report", "清河县人民政府"),
            ("annual-report", "清河县财政局"),
            ("half-year-report", "清河县人民政府"),
            ("work-summary", "清河县财政局"),
        ] {
            let text = fresh(profile, Some(issuer));
            let review = engine.review(&text);
            let draft = &review.drafts[0];
            assert_eq!(draft.profile.as_deref(), Some(profile), "{text}");
            assert_eq!(draft.period.map(|period| period.year), Some(2025), "{text}");
            assert_eq!(draft.issuer.as_ref().map(|found| found.name.as_str()), Some(issuer), "{text}");
            let wrong = |finding: &&hegao_core::Finding| finding.severity >= Severity::Warning && finding.rule != "structure/placeholder";
            let found: Vec<_> = review.findings.iter().filter(wrong).collect();
            assert!(found.is_empty(), "{text}\n{found:?}");
        }
    }

    #[test]
    fn departments_report_on_their_own_leaders() {
        assert!(fresh("annual-report", Some("清河县财政局")).contains("年主要负责人履行"));
        assert!(fresh("annual-report", Some("清河县人民政府")).contains("年党政主要负责人履行"));
        assert!(fresh("annual-report", None).starts_with("××人民政府2025年度"));
    }

    #[test]
    fn another_profile_is_refused_with_those_that_there_are() {
        let error = draft("annual", None, 2025, Lang::En).expect_err("there is no such profile").to_string();
        assert!(error.contains("annual-report") && error.contains("work-summary"), "{error}");
    }
}
