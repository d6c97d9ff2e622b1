//! Code actions: what can be done about a place, and what it would change.
//!
//! Listing is cheap and says only what is possible; the edits are computed when one is chosen.

mod renumber;

use super::completion;
use crate::relations::Verdict;
use crate::suppress::{self, Form};
use crate::text::Span;
use crate::{Edit, Finding, Lang, Review, say};
use serde::{Deserialize, Serialize};

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, for the menu.
    pub title: String,
    /// How to compute its edits.
    pub plan: Plan,
    /// What it is for.
    pub kind: ActionKind,
    /// Whether it is the obvious one: certain, and no change of meaning.
    pub preferred: bool,
    /// The findings (indices into [`Review::findings`]) that it mends.
    pub mends: Vec<usize>,
}

/// What an action is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// Mends a finding.
    QuickFix,
    /// Rewrites a part of the draft.
    Rewrite,
    /// Mends all that is certain in the whole text.
    FixAll,
}

/// How to compute the edits of an action. It names places by what stands there, so that it can wait for the choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum Plan {
    /// Apply the fix of a finding.
    Fix {
        /// The index of the finding.
        finding: usize,
    },
    /// Apply every safe fix of a rule.
    FixRule {
        /// The id of the rule.
        rule: String,
    },
    /// Apply every safe fix.
    FixAll,
    /// Write the computed value of a relation.
    Compute {
        /// The index of the draft.
        draft: usize,
        /// The index of the relation in the draft.
        relation: usize,
    },
    /// Number the headings of a draft anew.
    Renumber {
        /// The index of the draft.
        draft: usize,
    },
    /// Write a comment above the line that silences a rule there.
    Ignore {
        /// The index of the finding.
        finding: usize,
    },
    /// Add the number behind a title, or the title in front of a number.
    CompleteReference {
        /// The index of the draft.
        draft: usize,
        /// The index of the reference in the draft.
        reference: usize,
    },
    /// Insert the template of a mandated item where it belongs.
    Insert {
        /// The index of the draft.
        draft: usize,
        /// The index of the item.
        item: usize,
    },
}

/// What can be done about a part of the text.
pub fn actions(review: &Review, text: &str, span: Span, lang: Lang) -> Vec<Action> {
    let mut out = Vec::new();
    let here: Vec<(usize, &Finding)> = review.findings.iter().enumerate().filter(|(_, finding)| meets(finding.span, span)).collect();
    for &(index, finding) in &here {
        if let Some(fix) = &finding.fix {
            let plan = Plan::Fix { finding: index };
            out.push(Action { title: fix.title.clone(), plan, kind: ActionKind::QuickFix, preferred: fix.safe, mends: vec![index] });
        }
    }
    of_rules(review, &here, lang, &mut out);
    computed(review, span, lang, &mut out);
    missing(review, span, &here, lang, &mut out);
    for (index, draft) in review.drafts.iter().enumerate() {
        for (reference, cited) in draft.references.iter().enumerate().filter(|(_, cited)| meets(cited.span, span)) {
            if let Some(fix) = &cited.completing {
                out.push(rewrite(&fix.title, Plan::CompleteReference { draft: index, reference }));
            }
        }
        let outline_near = draft.outline.iter().any(|heading| meets(heading.marker.cover(heading.title), span));
        if outline_near && !renumber::edits(draft, text).is_empty() {
            out.push(rewrite(lang.pick("标题重新编号", "Number the headings anew"), Plan::Renumber { draft: index }));
        }
    }
    let mut rules = Vec::new();
    for &(index, finding) in &here {
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
            let rule = finding.rule;
            let title = say!(lang, "此处忽略 {rule}（请写明理由）", "Ignore {rule} here (with a reason)");
            let plan = Plan::Ignore { finding: index };
            out.push(Action { title, plan, kind: ActionKind::QuickFix, preferred: false, mends: vec![index] });
        }
    }
    out
}

/// The action that applies every safe fix of the text, where there is any.
pub fn fix_all(review: &Review, lang: Lang) -> Option<Action> {
    let mends: Vec<usize> = (0..review.findings.len()).filter(|&index| safe(&review.findings[index])).collect();
    let count = mends.len();
    let title = say!(lang, "修正全部有把握的问题（{count} 处）", "Fix all that is certain ({count})");
    (count > 0).then_some(Action { title, plan: Plan::FixAll, kind: ActionKind::FixAll, preferred: false, mends })
}

/// The edits of a plan; `None` where the text has changed so that it names nothing any more.
pub fn edits(plan: &Plan, review: &Review, text: &str, engine: &crate::Engine, form: Form) -> Option<Vec<Edit>> {
    let of = |wanted: &dyn Fn(&Finding) -> bool| {
        let fixes = review.findings.iter().filter(|finding| safe(finding) && wanted(finding)).filter_map(|finding| finding.fix.as_ref());
        apart_fixes(fixes.map(|fix| fix.edits.as_slice()))
    };
    let edits = match plan {
        Plan::Fix { finding } => review.findings.get(*finding)?.fix.as_ref()?.edits.clone(),
        Plan::FixRule { rule } => of(&|finding| finding.rule == rule),
        Plan::FixAll => of(&|_| true),
        Plan::Compute { draft, relation } => {
            let relation = review.drafts.get(*draft)?.relations.get(*relation)?;
            vec![Edit { span: relation.operands.get(relation.culprit)?.span, text: relation.expected.clone()? }]
        }
        Plan::Renumber { draft } => renumber::edits(review.drafts.get(*draft)?, text),
        Plan::Ignore { finding } => suppress::ignore_here(text, review.findings.get(*finding)?, form, engine.settings().lang).edits,
        Plan::CompleteReference { draft, reference } => {
            review.drafts.get(*draft)?.references.get(*reference)?.completing.as_ref()?.edits.clone()
        }
        Plan::Insert { draft, item } => {
            let item = review.drafts.get(*draft)?.mandated.get(*item)?;
            let at = item.insert_at? as usize;
            vec![Edit { span: Span::at(at), text: section(engine, review, &item.id, text, at)? }]
        }
    };
    (!edits.is_empty()).then_some(edits)
}

/// The edits in order, without those that overlap one before them.
pub(super) fn apart(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.span);
    let mut end = None;
    edits.retain(|edit| {
        let free = end.is_none_or(|end| edit.span.start > end || edit.span.start == end && !edit.span.is_empty());
        if free {
            end = Some(edit.span.end);
        }
        free
    });
    edits
}

/// The edits of those fixes that do not touch a fix before them: a fix is applied whole or not at all.
fn apart_fixes<'a>(fixes: impl Iterator<Item = &'a [Edit]>) -> Vec<Edit> {
    let mut taken: Vec<Edit> = Vec::new();
    for fix in fixes {
        let clash = |edit: &Edit| taken.iter().rev().take(64).any(|other| meets(other.span, edit.span));
        if !fix.iter().any(clash) {
            taken.extend_from_slice(fix);
        }
    }
    apart(taken)
}

fn of_rules(review: &Review, here: &[(usize, &Finding)], lang: Lang, out: &mut Vec<Action>) {
    let mut done = Vec::new();
    for (_, finding) in here.iter().filter(|(_, finding)| safe(finding)) {
        if done.contains(&finding.rule) {
            continue;
        }
        done.push(finding.rule);
        let same = |index: &usize| review.findings[*index].rule == finding.rule && safe(&review.findings[*index]);
        let mends: Vec<usize> = (0..review.findings.len()).filter(same).collect();
        if mends.len() > 1 {
            let (rule, count) = (finding.rule, mends.len());
            let title = say!(lang, "修正全部同类问题（{rule}，{count} 处）", "Fix all of {rule} ({count})");
            let plan = Plan::FixRule { rule: rule.to_owned() };
            out.push(Action { title, plan, kind: ActionKind::QuickFix, preferred: false, mends });
        }
    }
}

/// The computed value behind a figure that is off, unless a finding's own fix writes there already.
fn computed(review: &Review, span: Span, lang: Lang, out: &mut Vec<Action>) {
    for (draft_index, draft) in review.drafts.iter().enumerate() {
        for (index, relation) in draft.relations.iter().enumerate() {
            let (Some(culprit), Some(expected)) = (relation.operands.get(relation.culprit), &relation.expected) else { continue };
            let off = matches!(relation.verdict, Verdict::Broken | Verdict::Rounding);
            if !off || !meets(culprit.span, span) {
                continue;
            }
            let fixed = |finding: &Finding| finding.fix.iter().flat_map(|fix| &fix.edits).any(|edit| edit.span.overlaps(culprit.span));
            if review.findings.iter().any(fixed) {
                continue;
            }
            let title = say!(lang, "改为计算值 {expected}", "Write the computed value {expected}");
            out.push(rewrite(title, Plan::Compute { draft: draft_index, relation: index }));
        }
    }
}

/// The rule that says what is missing.
const MISSING: &str = "structure/missing-section";

/// Inserting what the law wants and the draft has not: offered at the title and at a finding that says so.
fn missing(review: &Review, span: Span, here: &[(usize, &Finding)], lang: Lang, out: &mut Vec<Action>) {
    for (draft_index, draft) in review.drafts.iter().enumerate() {
        let at_title = draft.title.is_some_and(|title| meets(title, span));
        let told: Vec<usize> = here.iter().filter(|(_, finding)| finding.rule == MISSING).map(|&(index, _)| index).collect();
        for (index, item) in draft.mandated.iter().enumerate() {
            if item.state != crate::MandatedState::Missing || item.insert_at.is_none() || !at_title && told.is_empty() {
                continue;
            }
            let title = &item.title;
            let title = say!(lang, "插入缺少的法定内容：{title}", "Insert the missing section: {title}");
            let plan = Plan::Insert { draft: draft_index, item: index };
            out.push(Action { title, plan, kind: ActionKind::QuickFix, preferred: false, mends: told.clone() });
        }
    }
}

/// The text of a missing section, numbered for its place, with `××` where the writer has to fill in.
fn section(engine: &crate::Engine, review: &Review, item: &str, text: &str, at: usize) -> Option<String> {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let before = text.get(..at)?;
    // Completion answers for a line of its own behind what stands above.
    let above = format!("{before}{line_end}{line_end}");
    let options = completion::Options { snippets: false, lang: engine.settings().lang };
    let items = completion::complete(engine, review, &above, above.len(), None, &options);
    let of_item = |id: &str| {
        let id = id.split('@').next().unwrap_or(id);
        engine.catalogue().templates.all().iter().any(|row| row.id == id && row.item.as_deref() == Some(item))
    };
    let found = items.into_iter().find(|candidate| candidate.id.as_deref().is_some_and(of_item))?;
    let begins = before.is_empty() || before.ends_with(['\n', '\r']);
    let gap = if begins { String::new() } else { line_end.repeat(2) };
    Some(format!("{gap}{}{line_end}{line_end}", found.edit.text.trim_end()))
}

fn rewrite(title: impl Into<String>, plan: Plan) -> Action {
    Action { title: title.into(), plan, kind: ActionKind::Rewrite, preferred: false, mends: Vec::new() }
}

fn safe(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.safe)
}

/// Whether two spans share a byte or an end.
fn meets(one: Span, two: Span) -> bool {
    one.start <= two.end && two.start <= one.end
}
