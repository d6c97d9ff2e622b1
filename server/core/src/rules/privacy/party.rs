use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use regex::Regex;
use std::sync::LazyLock;

/// The real name of a party to a case.
pub(super) static PARTY: Rule = Rule {
    id: "privacy/party",
    severity: Severity::Hint,
    what: ["案件当事人写了真实姓名。", "A party to a case is named."],
    why: [
        "公开案件信息时，当事人姓名一般隐去（如“张某”）；这里似为真实姓名，公开前请核对。",
        "Names of parties are masked before publication (张某). This seems to be a real name.",
    ],
    bad: "申请人王小明不服行政处罚决定，申请行政复议。\n",
    good: "申请人王某不服行政处罚决定，申请行政复议。\n",
    check,
};

/// A role, a frequent surname with a given name, and a verb that only a person goes with.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "(?:申请人|当事人|原告|第三人|被处罚人|被执行人|上诉人|投诉人|举报人|信访人|违法行为人)",
        "([王李张刘陈杨黄赵周吴徐孙马朱胡郭何罗高林郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔][\u{4e00}-\u{9fff}]{1,2})",
        "(?:不服|诉|与|因不服|提起|向[^,。]{0,12}申请)",
    ))
    .expect("a fixed pattern")
});

/// Words that begin with a surname and name nobody.
const WORDS: &[&str] = &[
    "万一", "严格", "严重", "于是", "任何", "任意", "何时", "何种", "余下", "余款", "孔隙", "戴着", "方便", "方可", "方才", "武力", "江边",
    "白天", "石材", "程序", "许可", "谢绝", "金额", "钱款", "陆续", "雷同", "顾虑", "马上", "高度", "高速",
];

fn check(cx: &mut Context) {
    let base = cx.draft.span.start as usize;
    for found in NAMED.captures_iter(cx.draft.span.of(cx.text())) {
        let name = &found.get(1).expect("the group stands in every match");
        if WORDS.iter().any(|word| name.as_str().starts_with(word)) {
            continue;
        }
        if !name.as_str().contains(['某', '甲', '乙', '等', '因', '公', '司', '不', '诉']) {
            let span = Span::new(base + name.start(), base + name.end());
            let message =
                say!(cx.lang(), "疑为当事人真实姓名，公开前请核对", "This seems to be a party's real name: check it before publication");
            cx.report(&PARTY, Report::new(span, message));
        }
    }
}
