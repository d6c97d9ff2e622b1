//! The names of kinds, verdicts and states in both languages.

use crate::relations::{Kind, Verdict};
use crate::{Lang, MandatedState, ReferenceState};

/// The name of a kind of relation, as a reviewer says it.
pub(super) fn kind(kind: Kind, lang: Lang) -> &'static str {
    let (zh, en) = match kind {
        Kind::Partition => ("分项合计", "sum of parts"),
        Kind::Part => ("其中项", "part of a whole"),
        Kind::Flow => ("办理流程", "flow of cases"),
        Kind::Balance => ("结转平衡", "balance"),
        Kind::Rate => ("比率", "rate"),
        Kind::Share => ("占比", "share"),
        Kind::Change => ("增减", "change"),
        Kind::Average => ("平均", "average"),
        Kind::Tally => ("计数", "count of items"),
        Kind::Same => ("前后一致", "same figure twice"),
        Kind::Limits => ("取值范围", "possible values"),
    };
    lang.pick(zh, en)
}

/// The mark of a verdict.
pub(super) fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "✓",
        Verdict::Rounding => "≈",
        Verdict::Broken => "✗",
        Verdict::Unsure => "?",
    }
}

/// What a verdict means.
pub(super) fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    let (zh, en) = match verdict {
        Verdict::Holds => ("相符", "holds"),
        Verdict::Rounding => ("进位有出入", "off by rounding"),
        Verdict::Broken => ("不符", "does not hold"),
        Verdict::Unsure => ("关系不确定，未作判断", "not certain to be tied, not judged"),
    };
    lang.pick(zh, en)
}

/// How a mandated item stands.
pub(super) fn mandated(state: MandatedState, lang: Lang) -> &'static str {
    let (zh, en) = match state {
        MandatedState::Present => ("已有", "present"),
        MandatedState::Hidden => ("有内容，无标题", "there, under no heading of its own"),
        MandatedState::Empty => ("内容空缺", "empty"),
        MandatedState::Missing => ("缺失", "missing"),
    };
    lang.pick(zh, en)
}

/// How a reference stands.
pub(super) fn reference(state: ReferenceState, lang: Lang) -> &'static str {
    let (zh, en) = match state {
        ReferenceState::Current => ("报告期内有效", "in force in the report's period"),
        ReferenceState::Superseded => ("已被替代", "superseded"),
        ReferenceState::Repealed => ("已废止或期满", "repealed or expired"),
        ReferenceState::NotYet => ("报告期内尚未施行", "not yet in force in the report's period"),
        ReferenceState::Unknown => ("目录中没有", "not in the catalogue"),
    };
    lang.pick(zh, en)
}

/// What is added where a reference is named as something of the past, or to come.
pub(super) fn aside(state: ReferenceState, lang: Lang) -> &'static str {
    match state {
        ReferenceState::NotYet => lang.pick("，此处作为预告提及", ", spoken of as to come here"),
        _ => lang.pick("，此处作为历史提及", ", spoken of as history here"),
    }
}
