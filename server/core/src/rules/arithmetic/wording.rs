//! What the rules of arithmetic have in common: which relations are reported, how seriously, and how the claim is worded.

use crate::relations::{Kind, Operand, Relation, Strength, Verdict};
use crate::rules::{Context, Report, Rule};
use crate::{Lang, Severity, say};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How many slips of rounding a document may hold before they are its habit.
const HABIT: usize = 3;

/// Reports the relations of a kind. `because` words why the culprit is wrong, in one clause.
pub(super) fn report(cx: &mut Context, rule: &'static Rule, kind: Kind, because: fn(Lang, &Claim) -> String) {
    let relations = cx.relations;
    let broken = broken(relations);
    let cut = relations.iter().filter(|relation| is_cut(relation)).count();
    let mut told = cut >= HABIT && relations.iter().find(|relation| is_cut(relation)).is_none_or(|first| first.kind != kind);
    for relation in relations.iter().filter(|relation| relation.kind == kind) {
        if is_cut(relation) && cut >= HABIT {
            if !told {
                told = true;
                habit(cx, rule, relation, cut);
            }
            continue;
        }
        let Some(severity) = severity(relation) else { continue };
        let claim = Claim::new(cx, relation);
        let message = because(cx.lang(), &claim) + &suspect(cx, relation, &broken);
        let mut report = Report::new(relation.operands[relation.culprit].span, message).severity(severity);
        for (at, operand) in relation.operands.iter().enumerate().filter(|&(at, _)| at != relation.culprit).take(40) {
            let _ = at;
            report = report.related(operand.span, role(cx.lang(), operand.role));
        }
        if let (Some(expected), true) = (&relation.expected, relation.strength != Strength::Suspect) {
            let span = relation.operands[relation.culprit].span;
            let written = span.of(cx.text());
            if let Some(fixed) = replace(written, expected) {
                report = report.suggest(say!(cx.lang(), "改为“{fixed}”", "write “{fixed}”"), span, fixed);
            }
        }
        cx.report(rule, report);
    }
}

/// In how many broken relations each figure stands, by its start.
fn broken(relations: &[Relation]) -> FxHashMap<u32, usize> {
    let mut counts = FxHashMap::default();
    for operand in relations.iter().filter(|relation| relation.verdict == Verdict::Broken).flat_map(|relation| &relation.operands) {
        *counts.entry(operand.span.start).or_default() += 1;
    }
    counts
}

/// Names the operand that several broken relations have in common: it is likelier wrong than each of the others.
fn suspect(cx: &Context, relation: &Relation, broken: &FxHashMap<u32, usize>) -> String {
    let times = |operand: &Operand| broken.get(&operand.span.start).copied().unwrap_or(0);
    let own = times(&relation.operands[relation.culprit]);
    let likeliest = relation.operands.iter().max_by_key(|operand| times(operand)).filter(|operand| times(operand) > own.max(1));
    let Some(operand) = likeliest.filter(|_| relation.verdict == Verdict::Broken) else { return String::new() };
    let (label, written, more) = (&operand.label, operand.span.of(cx.text()), times(operand) - 1);
    say!(
        cx.lang(),
        "；“{label}{written}”还与另外{more}处不符，错的多半是它",
        "; “{label}{written}” does not fit in {more} more places and is the likelier slip"
    )
}

/// A figure cut off instead of rounded.
fn is_cut(relation: &Relation) -> bool {
    relation.verdict == Verdict::Rounding && relation.note == Some("cut")
}

fn habit(cx: &mut Context, rule: &'static Rule, first: &Relation, count: usize) {
    let message = say!(
        cx.lang(),
        "全文有{count}处百分比是截去尾数而不是四舍五入，如此处：{formula}；宜统一为四舍五入",
        "{count} percentages of this text are cut off instead of rounded, such as this one: {formula}",
        formula = first.formula
    );
    let related: Vec<_> = cx
        .relations
        .iter()
        .filter(|relation| is_cut(relation))
        .skip(1)
        .map(|relation| (relation.operands[relation.culprit].span, relation.formula.clone()))
        .collect();
    let mut report = Report::new(first.operands[first.culprit].span, message).severity(Severity::Information);
    for (span, formula) in related {
        report = report.related(span, formula);
    }
    cx.report(rule, report);
}

/// How serious a relation is, if it is reported at all.
fn severity(relation: &Relation) -> Option<Severity> {
    match (relation.verdict, relation.strength) {
        (Verdict::Holds, _) => None,
        // A slip of form, and the value may be right.
        (Verdict::Unsure, Strength::Likely) if relation.note == Some("percent") => Some(Severity::Hint),
        (Verdict::Rounding, _) => Some(Severity::Information),
        (Verdict::Broken, Strength::Certain) => Some(Severity::Error),
        (Verdict::Broken, Strength::Likely) => Some(Severity::Warning),
        (_, Strength::Suspect) => Some(Severity::Information),
        (Verdict::Unsure, _) => None,
    }
}

/// What a message says about a relation.
pub(super) struct Claim {
    /// What stands there.
    pub(super) written: String,
    /// The formula with the computed value.
    pub(super) formula: String,
    /// What would be right, where that is certain.
    pub(super) expected: Option<String>,
    /// What it is called.
    pub(super) label: Arc<str>,
    /// Whether the claim is cut off or one last place away.
    pub(super) rounding: bool,
    /// Whether it is only worth a look.
    pub(super) suspect: bool,
    /// Which way the figures really go, where the text says the other.
    pub(super) turned: Option<&'static str>,
    /// Why it is judged so, as a key.
    pub(super) note: Option<&'static str>,
    /// Whether the first operand is the culprit.
    pub(super) first: bool,
}

impl Claim {
    fn new(cx: &Context, relation: &Relation) -> Self {
        let culprit = &relation.operands[relation.culprit];
        let turned = match relation.note {
            Some("rises") => Some("rises"),
            Some("falls") => Some("falls"),
            _ => None,
        };
        Self {
            written: culprit.span.of(cx.text()).to_owned(),
            formula: relation.formula.clone(),
            expected: relation.expected.clone(),
            label: culprit.label.clone(),
            rounding: relation.verdict == Verdict::Rounding,
            suspect: relation.strength == Strength::Suspect,
            turned,
            note: relation.note,
            first: relation.culprit == 0,
        }
    }

    /// `“调解成功率97.87%”` or the figure alone.
    pub(super) fn named(&self) -> String {
        let label: String = self.label.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        let label = label.replace('“', "‘").replace('”', "’");
        format!("“{}{}”", label.replace('"', "'"), self.written)
    }

    /// `，应为97.89%`, where that is certain.
    pub(super) fn should(&self, lang: Lang) -> String {
        match &self.expected {
            Some(expected) if self.suspect || !self.first => {
                say!(lang, "；若此处有误，应为{expected}", "; if this figure is wrong, it should be {expected}")
            }
            Some(expected) => say!(lang, "，应为{expected}", ", it should be {expected}"),
            None => String::new(),
        }
    }
}

/// The role of an operand in words.
fn role(lang: Lang, role: &str) -> String {
    let (zh, en) = match role {
        "whole" => ("总数", "the whole"),
        "part" => ("分项", "a part"),
        "claim" => ("所称的数", "the claim"),
        "now" => ("本期数", "the value now"),
        "before" => ("上期数", "the value before"),
        "delta" => ("增减数", "the change"),
        "earlier" => ("前一环节", "the earlier step"),
        "later" => ("后一环节", "the later step"),
        "share" => ("占比", "a share"),
        "reason" => ("所述原因", "the reason given"),
        "item" => ("列出的项", "an item"),
        "number" => ("个数", "the number"),
        "total" => ("总量", "the total"),
        "opening" => ("上期结转", "carried in"),
        "closing" => ("期末未结", "carried out"),
        "received" => ("本期新收", "received"),
        "done" => ("本期办结", "closed"),
        _ => ("相关的数", "related figure"),
    };
    lang.pick(zh, en).to_owned()
}

/// The written figure with its number replaced: `97.87%` and `97.89%`, `1231件` and `1213`.
fn replace(written: &str, expected: &str) -> Option<String> {
    let start = written.find(|c: char| c.is_ascii_digit() || c == '-' || "一二三四五六七八九十两".contains(c))?;
    let number = |text: &str| {
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-') || "一二三四五六七八九十两".contains(c)))
            .unwrap_or(text.len())
    };
    let (old, new) = (&written[start..], expected);
    // 1亿2500万 is one number: it ends with its last digits.
    let mut end = number(old);
    while let Some(rest) = old[end..].strip_prefix(['亿', '万', '千', '零']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        end = old.len() - rest.len() + number(rest);
    }
    let fixed = format!("{}{}{}", &written[..start], &new[..number(new)], &old[end..]);
    (fixed != written).then_some(fixed)
}
