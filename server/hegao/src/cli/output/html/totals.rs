//! What the head of a report and the overview say about a review in numbers.

use hegao_core::relations::Verdict;
use hegao_core::words::counted;
use hegao_core::{DraftReview, Lang, MandatedState, Review, Severity, say};

/// The numbers of one file.
pub(super) struct Totals {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) mild: usize,
    /// Mandated items that are there, and all of them; none where no kind of report was recognised.
    pub(super) mandated: Option<(usize, usize)>,
    /// Relations that were judged.
    pub(super) relations: usize,
    pub(super) broken: usize,
    pub(super) references: usize,
    pub(super) outdated: usize,
}

impl Totals {
    pub(super) fn of(review: &Review) -> Self {
        let items: Vec<_> = review.drafts.iter().flat_map(|draft| &draft.mandated).collect();
        let there = items.iter().filter(|item| item.state != MandatedState::Missing).count();
        let references: Vec<_> = review.drafts.iter().flat_map(|draft| &draft.references).collect();
        Self {
            errors: review.count(Severity::Error),
            warnings: review.count(Severity::Warning),
            mild: review.count(Severity::Information) + review.count(Severity::Hint),
            mandated: (!items.is_empty()).then_some((there, items.len())),
            relations: review.relations().filter(|relation| relation.verdict != Verdict::Unsure).count(),
            broken: review.verdicts(Verdict::Broken),
            references: references.len(),
            outdated: references.iter().filter(|reference| reference.is_outdated()).count(),
        }
    }

    /// The class and the words of the verdict.
    pub(super) fn verdict(&self, lang: Lang) -> (&'static str, &'static str) {
        match (self.errors, self.warnings) {
            (0, 0) => ("clear", lang.pick("未发现错误", "Nothing wrong found")),
            (0, _) => ("warning", lang.pick("建议核对", "Please check")),
            _ => ("error", lang.pick("须修改", "Needs mending")),
        }
    }

    /// The verdict in a sentence: what to do next.
    pub(super) fn advice(&self, lang: Lang) -> String {
        let (errors, warnings, mild) = (self.errors, self.warnings, self.mild);
        let [wrong, doubtful] = [(errors, "error"), (warnings, "warning")].map(|(number, word)| counted(number, word));
        let (places, notes) = (counted(warnings, "place"), counted(mild, "note"));
        match (errors, warnings, mild) {
            (0, 0, 0) => lang.pick("能够核对的内容均未发现问题。", "Nothing was found in what could be checked.").to_owned(),
            (0, 0, _) => say!(
                lang,
                "未发现错误；另有 {mild} 处提示，由核稿人决定。",
                "Nothing wrong was found. For the reviewer to decide: {notes}."
            ),
            (0, ..) => say!(
                lang,
                "未发现能够证明的错误；有 {warnings} 处很可能有误，请对照原始数据核实。",
                "Nothing provably wrong was found. Very likely wrong: {places}; compare with the source data."
            ),
            _ => say!(
                lang,
                "有 {errors} 处错误应在报送前改正，{warnings} 处警告请核实。",
                "{wrong} to be mended before submission, {doubtful} to be checked."
            ),
        }
    }
}

/// The mandated items of a draft that are not there, or empty.
pub(super) fn missing(draft: &DraftReview) -> impl Iterator<Item = &hegao_core::MandatedReview> {
    draft.mandated.iter().filter(|item| matches!(item.state, MandatedState::Missing | MandatedState::Empty))
}
