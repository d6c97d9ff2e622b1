//! The rules. One file each, in families; a rule reads the draft, its relations and the facts about it, and reports.

pub mod arithmetic;
pub mod period;
pub mod privacy;
pub mod reference;
pub mod structure;
pub mod wording;

mod context;
mod facts;

pub use context::{Context, Report};
pub use facts::Facts;
pub(crate) use structure::renewed_sections;

use crate::relations::Relation;
use crate::text::{Folded, Span};
use crate::{Finding, Lang, Severity};
use std::sync::LazyLock;

/// A rule: its id, what it wants and why, and the check itself. `explain`, hovers and the rule pages are made from it.
#[derive(Debug)]
pub struct Rule {
    /// `family/name`: what is wrong. Never reused.
    pub id: &'static str,
    /// The severity where the rule's file does not say otherwise for a case.
    pub severity: Severity,
    /// What the rule marks, in one sentence (Chinese, English).
    pub what: [&'static str; 2],
    /// Why it is wrong, with its basis: the article, standard or paper (Chinese, English).
    pub why: [&'static str; 2],
    /// A draft or a sentence that the rule marks. It runs as a test. Where it takes last year's report to tell, that stands first: [`example`].
    pub bad: &'static str,
    /// The same, right: the rule does not mark it. It runs as a test.
    pub good: &'static str,
    /// The check.
    pub check: fn(&mut Context),
}

impl Rule {
    /// The family of the rule: `arithmetic` of `arithmetic/rate`.
    pub fn family(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }

    /// What the rule marks, in one sentence.
    pub fn what(&self, lang: Lang) -> &'static str {
        self.what[lang as usize]
    }

    /// Why it is wrong.
    pub fn why(&self, lang: Lang) -> &'static str {
        self.why[lang as usize]
    }
}

/// Last year's report, where an example has one, and the draft: each under a line that says which it is.
pub fn example(text: &str) -> (Option<&str>, &str) {
    let parts = text.strip_prefix("上年报告:\n").and_then(|rest| rest.split_once("本年报告:\n"));
    parts.map_or((None, text), |(past, draft)| (Some(past), draft))
}

/// All rules, by family.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let families =
        [arithmetic::RULES, structure::RULES, reference::RULES, period::RULES, privacy::RULES, wording::RULES, crate::suppress::RULES];
    families.into_iter().flatten().copied()
}

/// The rule with an id.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id == id)
}

/// Rules that read [`Context::relations`], bar those of the families `arithmetic` and `period`. A rule that reads them and stands not here
/// sees none, and misses its own bad example.
const RELATED: &[&str] = &[];

/// The rules that may run while the figures are being tied, and those that have to wait until they are.
static PHASES: LazyLock<[Vec<&'static Rule>; 2]> = LazyLock::new(|| {
    let waits = |rule: &&Rule| matches!(rule.family(), "arithmetic" | "period") || RELATED.contains(&rule.id);
    let (behind, beside) = all().partition(waits);
    [beside, behind]
});

/// Runs the rules that need no relations: they may run while the figures are being tied.
pub fn run_beside(context: &mut Context) {
    PHASES[0].iter().for_each(|rule| (rule.check)(context));
}

/// Runs the other rules behind [`run_beside`], and gives what all of them have found.
pub fn run_behind<'a>(mut context: Context<'a>, relations: &'a [Relation]) -> (Vec<Finding>, Facts) {
    let own = own_names(&context);
    context.relations = relations;
    PHASES[1].iter().for_each(|rule| (rule.check)(&mut context));
    let (mut findings, facts) = context.finish();
    if !own.is_empty() {
        let about_names = |finding: &Finding| matches!(finding.family(), "reference" | "wording");
        // A title in its marks is one name with the number behind it.
        let inside = |finding: &Finding, name: Span| {
            name.contains(finding.span)
                || (finding.family() == "reference" && finding.span.start == name.start && finding.span.contains(name))
        };
        findings.retain(|finding| !(about_names(finding) && own.iter().any(|&name| inside(finding, name))));
    }
    (findings, facts)
}

/// Where the user's own names stand, with their title marks: what is written inside one is right.
fn own_names(context: &Context) -> Vec<Span> {
    let mut places = Vec::new();
    let (part, start) = (context.draft.span.of(context.text()), context.draft.span.start as usize);
    for name in context.settings.dictionary.iter().filter(|name| !name.trim().is_empty()) {
        let name = Folded::new(name.trim());
        let name = name.text();
        places.extend(part.match_indices(name).map(|(at, _)| {
            let marked = part[..at].ends_with('《') && part[at + name.len()..].starts_with('》');
            let marks = if marked { '《'.len_utf8() } else { 0 };
            Span::new(start + at - marks, start + at + name.len() + marks)
        }));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Engine, Settings};

    #[test]
    fn a_figure_that_breaks_several_relations_is_named_as_the_likelier_slip() {
        let engine = Engine::new(Settings::default());
        let messages = |text: &str| engine.review(text).findings.into_iter().map(|finding| finding.message).collect::<Vec<_>>();
        let named = |messages: &[String]| messages.iter().filter(|message| message.contains("错的多半是它")).count();
        // 1500 should be 1200: both shares and the sum say so.
        let whole = messages("全年受理案件1500件，其中民事800件，占66.67%；刑事400件，占33.33%。");
        assert!(named(&whole) >= 1 && whole.iter().any(|message| message.contains("受理案件1500件”还与另外")), "{whole:?}");
        // One share that is wrong says nothing of its whole.
        let share = messages("全年受理案件1200件，其中民事800件，占66.76%；刑事400件，占33.33%。");
        assert!(!share.is_empty() && named(&share) == 0, "{share:?}");
    }

    #[test]
    fn every_rule_marks_its_bad_example_and_nothing_in_its_good_one() {
        let engine = Engine::new(Settings::default());
        for rule in all() {
            let review = |text| match example(text) {
                (Some(past), draft) => engine.review_against(draft, &engine.last_year("上年报告", past)),
                (None, draft) => engine.review(draft),
            };
            let bad = review(rule.bad);
            assert!(
                bad.findings.iter().any(|finding| finding.rule == rule.id),
                "{}: the bad example is not marked: {:?}",
                rule.id,
                bad.findings
            );
            let good = review(rule.good);
            let marked: Vec<_> =
                good.findings.iter().filter(|finding| finding.rule == rule.id || finding.severity >= Severity::Warning).collect();
            assert!(marked.is_empty(), "{}: the good example is marked: {marked:?}", rule.id);
        }
    }

    #[test]
    fn ids_are_unique_and_begin_with_their_family() {
        let mut ids: Vec<_> = all().map(|rule| rule.id).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(ids.iter().all(|id| id.split('/').count() == 2));
    }
}
