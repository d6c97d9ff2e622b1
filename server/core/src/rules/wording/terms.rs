//! Fixed terms and words that are taken for each other: the table is `data/terms.toml`.

use super::{compared, until};
use crate::Severity;
use crate::catalogue::references::TermRule;
use crate::rules::Rule;
use crate::rules::reference::report_terms;

/// `wording/fixed-term`
pub(super) static FIXED: Rule = Rule {
    id: "wording/fixed-term",
    severity: Severity::Warning,
    what: [
        "固定提法写错（法治/法制、督察/督查、双随机、一公开等）",
        "A fixed term that is written wrong (法治/法制, 督察/督查, 双随机、一公开)",
    ],
    why: [
        "固定提法以法律、党内法规和中央文件的写法为准；法制审核、法制机构、政府督查等不报。",
        "Fixed terms are written as in laws and central documents.",
    ],
    bad: "我县加快建设法制政府。\n",
    good: "我县加快建设法治政府，重大执法决定法制审核率100%。\n",
    check: |cx| report_terms(cx, &FIXED, TermRule::FixedTerm),
};

/// `wording/confused-word`
pub(super) static CONFUSED: Rule = Rule {
    id: "wording/confused-word",
    severity: Severity::Warning,
    what: [
        "易混词用错（截止/截至、权利/权力、同比/环比、撤消/撤销等）",
        "A word taken for another (截止/截至, 权利/权力, 同比/环比, 撤消/撤销)",
    ],
    why: [
        "只报在上下文中一定错的写法。“截止”表示到此停止，后面不带时间；到某时为止用“截至”；报名、申报等到期的“截止”不报。与上年同期比为“同比”，与上一个统计期比为“环比”。",
        "Only what is certainly wrong in its context is marked. 截至 takes a time; 截止 means that something ends. 同比 compares with the same period of last year, 环比 with the period before.",
    ],
    bad: "截止目前，共办理案件12件。\n",
    good: "截至目前，共办理案件12件，报名截止日期为12月1日。\n",
    check: |cx| {
        report_terms(cx, &CONFUSED, TermRule::ConfusedWord);
        until::check(cx);
        compared::check(cx);
    },
};
