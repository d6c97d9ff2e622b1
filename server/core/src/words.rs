//! The names of things in both languages: the one table for editors, outputs and comments.

use crate::relations::{Kind, Verdict};
use crate::{Lang, MandatedState, ReferenceState, Severity};

/// A number with an English word in the right number: `1 file`, `2 files`.
pub fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}

/// A kind of relation.
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    let [zh, en] = match kind {
        Kind::Partition => ["分项合计", "partition"],
        Kind::Part => ["部分与整体", "part of a whole"],
        Kind::Flow => ["先后环节", "flow"],
        Kind::Balance => ["收结存", "balance"],
        Kind::Rate => ["比率", "rate"],
        Kind::Share => ["占比", "share"],
        Kind::Change => ["增减", "change"],
        Kind::Average => ["平均", "average"],
        Kind::Tally => ["计数", "tally"],
        Kind::Same => ["前后一致", "same figure"],
        Kind::Limits => ["取值范围", "limits"],
    };
    lang.pick(zh, en)
}

/// A verdict.
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    let [zh, en] = match verdict {
        Verdict::Holds => ["相符", "holds"],
        Verdict::Rounding => ["尾差", "rounding"],
        Verdict::Broken => ["不符", "broken"],
        Verdict::Unsure => ["存疑", "unsure"],
    };
    lang.pick(zh, en)
}

/// The mark of a verdict.
pub fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "✓",
        Verdict::Rounding => "≈",
        Verdict::Broken => "✗",
        Verdict::Unsure => "?",
    }
}

/// A severity.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    let [zh, en] = match severity {
        Severity::Error => ["错误", "error"],
        Severity::Warning => ["警告", "warning"],
        Severity::Information => ["提示", "information"],
        Severity::Hint => ["建议", "hint"],
    };
    lang.pick(zh, en)
}

/// The state of a mandated item.
pub fn mandated(state: MandatedState, lang: Lang) -> &'static str {
    let [zh, en] = match state {
        MandatedState::Present => ["已写", "present"],
        MandatedState::Hidden => ["未单列", "without its own heading"],
        MandatedState::Empty => ["无内容", "empty"],
        MandatedState::Missing => ["缺少", "missing"],
    };
    lang.pick(zh, en)
}

/// The state of a reference.
pub fn reference(state: ReferenceState, lang: Lang) -> &'static str {
    let [zh, en] = match state {
        ReferenceState::Current => ["有效", "in force"],
        ReferenceState::Superseded => ["已被替代", "superseded"],
        ReferenceState::Repealed => ["已失效", "repealed"],
        ReferenceState::NotYet => ["尚未施行", "not yet in force"],
        ReferenceState::Unknown => ["目录未收", "not in the catalogue"],
    };
    lang.pick(zh, en)
}

/// What is added where a reference is named as something of the past, or to come.
pub fn aside(state: ReferenceState, lang: Lang) -> &'static str {
    match state {
        ReferenceState::NotYet => lang.pick("，此处作为预告提及", ", spoken of as to come here"),
        _ => lang.pick("，此处作为历史提及", ", spoken of as history here"),
    }
}

/// A family of rules.
pub fn family(family: &str, lang: Lang) -> &str {
    let [zh, en] = match family {
        "structure" => ["结构", "structure"],
        "arithmetic" => ["数字", "arithmetic"],
        "reference" => ["引用", "references"],
        "period" => ["时段", "period"],
        "privacy" => ["隐私", "privacy"],
        "wording" => ["文字", "wording"],
        other => [other, other],
    };
    lang.pick(zh, en)
}

/// A profile.
pub fn profile(profile: &str, lang: Lang) -> &str {
    let [zh, en] = match profile {
        "annual-report" => ["法治政府建设年度报告", "annual report"],
        "half-year-report" => ["法治政府建设半年报告", "half-year report"],
        "work-summary" => ["依法行政工作总结", "work summary"],
        other => [other, other],
    };
    lang.pick(zh, en)
}
