use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// “附件：” with nothing behind it.
pub(super) static EMPTY_ATTACHMENT: Rule = Rule {
    id: "structure/empty-attachment",
    severity: Severity::Warning,
    what: [
        "“附件：”后面没有名称；正文提到附件而文末没有列出。",
        "“附件：” with no name behind it; an attachment that the text names and nobody lists.",
    ],
    why: [
        "《党政机关公文格式》（GB/T 9704—2012）7.3.4：附件说明要写明附件的顺序号和名称；没有附件就不写。",
        "GB/T 9704—2012, 7.3.4: attachments are listed with number and name; without attachments the line is left out.",
    ],
    bad: "继续推进各项工作。\n\n附件：\n",
    good: "继续推进各项工作。\n\n附件：行政执法案件统计表\n",
    check,
};

fn check(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let draft = cx.draft.span;
    let words = draft.of(text);
    let body_end = cx.draft.meta.body_end.saturating_sub(draft.start) as usize;
    // Attachments are named behind the text proper.
    for (at, mark) in words.match_indices("附件:") {
        let line_start = words[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let own_line = words[line_start..at].trim().is_empty();
        let rest = words[at + mark.len()..].trim_start();
        let furniture = ["分享", "相关", "打印", "关闭", "主办", "上一篇", "下一篇"].iter().any(|mark| rest.starts_with(mark));
        if own_line && at >= body_end.saturating_sub(3) && (rest.is_empty() || furniture) {
            let span = Span::new(draft.start as usize + at, draft.start as usize + at + mark.len());
            let message = say!(lang, "“附件：”后面没有附件名称", "No attachment is named behind “附件：”");
            cx.report(&EMPTY_ATTACHMENT, Report::new(span, message));
        }
    }
    // 详见附件, and no line that begins with 附件: the attachment may lie in a file of its own, so this is information only.
    let listed = words.lines().any(|line| line.trim_start().trim_start_matches(['(', '【', '*', '#', ' ']).starts_with("附件"));
    let named = ["详见附件", "(见附件", "(附件", "见附件1", "附后)"].iter().filter_map(|mark| Some((words.find(mark)?, *mark))).min();
    if let Some((at, mark)) = named.filter(|_| !listed) {
        let span = Span::new(draft.start as usize + at, draft.start as usize + at + mark.len());
        let message = say!(lang, "正文提到附件，文末没有附件说明", "The text names an attachment, but none is listed at its end");
        cx.report(&EMPTY_ATTACHMENT, Report::new(span, message).severity(Severity::Information));
    }
}
