//! `--against`: last year's report, or a folder of them, as evidence.

use super::engines::{self, Engines};
use super::input::{Input, Inputs};
use hegao_core::{Compared, DraftReview, Fit, Identity, Lang, LastYear, Review, say};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The reports of last year that this year's drafts are held against.
#[derive(Debug)]
pub(crate) enum Against {
    /// One report, for every draft.
    One(Arc<LastYear>),
    /// A folder of reports: each draft has its own by issuer and profile.
    Folder(Vec<Candidate>),
}

/// A report of the folder, and whether a draft was held against it.
#[derive(Debug)]
pub(crate) struct Candidate {
    report: Arc<LastYear>,
    used: AtomicBool,
}

impl Against {
    /// Reads a file or a folder of files. Files of the folder that cannot be read are named with the reason.
    pub(crate) fn load(path: &Path, engines: &mut Engines, lang: Lang) -> Result<(Self, Vec<(String, String)>), String> {
        let mut inputs = Inputs::collect(&[path.to_owned()], lang, |path| engines.excludes(path));
        if !path.is_dir() {
            let Some(input) = inputs.files.first() else {
                let (name, reason) = inputs.errors.remove(0);
                return Err(format!("{name}: {reason}"));
            };
            return Ok((Self::One(read(input, engines, lang).map_err(|reason| format!("{}: {reason}", path.display()))?), Vec::new()));
        }
        let mut errors = std::mem::take(&mut inputs.errors);
        let mut reports = Vec::new();
        for input in &inputs.files {
            match read(input, engines, lang) {
                Ok(report) => reports.push(Candidate { report, used: AtomicBool::new(false) }),
                Err(reason) => errors.push((input.name(), reason)),
            }
        }
        Ok((Self::Folder(reports), errors))
    }

    /// The report that a draft is to be held against. In a folder the draft's own review says which it is.
    pub(crate) fn for_review(&self, review: impl FnOnce() -> Review) -> Option<Arc<LastYear>> {
        match self {
            Self::One(report) => Some(Arc::clone(report)),
            Self::Folder(reports) => {
                let review = review();
                let draft = Identity::of(review.drafts.first()?)?;
                let precedes = |candidate: &&Candidate| candidate.report.identity().is_some_and(|past| past.precedes(&draft));
                let found = reports.iter().find(precedes)?;
                found.used.store(true, Ordering::Relaxed);
                Some(Arc::clone(&found.report))
            }
        }
    }

    /// The reports of the folder that no draft was held against.
    pub(crate) fn unused(&self) -> Vec<&str> {
        let Self::Folder(reports) = self else { return Vec::new() };
        reports.iter().filter(|candidate| !candidate.used.load(Ordering::Relaxed)).map(|candidate| &**candidate.report.name()).collect()
    }
}

fn read(input: &Input, engines: &mut Engines, lang: Lang) -> Result<Arc<LastYear>, String> {
    let engine = engines.engine(match input {
        Input::Path(path) => Some(path),
        Input::Stdin => None,
    })?;
    let (_, document) = engines::read(input, lang)?;
    Ok(Arc::new(engine.last_year(&input.name(), &document.text)))
}

/// What a review says about the comparison, one line a draft.
pub(crate) fn notes(review: &Review, report: Option<&LastYear>, lang: Lang) -> Vec<String> {
    let Some(report) = report else {
        return vec![
            lang.pick("没有找到上年报告（按发文机关、文种和上一年度匹配）", "no report of last year found (by issuer, profile and year)")
                .to_owned(),
        ];
    };
    let name = report.name();
    let said = |compared: &Compared| match compared.fit {
        Fit::OtherProfile => say!(lang, "与 {name} 文种不同，没有核对", "{name} is of another profile: not compared"),
        Fit::OtherPeriod => say!(lang, "{name} 不是上一年度的报告，没有核对", "{name} does not report on the year before: not compared"),
        Fit::Fits => say!(
            lang,
            "与上年报告 {name} 核对：上年数和同比基数 {} 个，上年报告有同名指标的 {} 个，不一致 {} 个；相同的统计数 {} 个，相同的段落 {} 处",
            "compared with {name}: {} values of the year before, {} of them in that report, {} contradicted; {} equal counts, {} equal paragraphs",
            compared.bases,
            compared.known,
            compared.contradicted,
            compared.same,
            compared.copied
        ),
    };
    let mut notes: Vec<String> = review.drafts.iter().filter_map(|draft| draft.compared.as_ref()).map(said).collect();
    let other = |draft: &DraftReview| report.issuer().zip(draft.issuer.as_ref()).is_some_and(|(past, now)| !past.is_same(now));
    if review.drafts.first().is_some_and(other) {
        let issuer = report.issuer().map(|issuer| issuer.name.as_str()).unwrap_or_default();
        notes.push(say!(
            lang,
            "上年报告的发文机关是“{issuer}”，请确认是否同一单位",
            "last year's report is of {issuer}: is it the same body?"
        ));
    }
    notes
}
