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
    let named: Vec<usize> = cx.places("附件").collect();
    let line_start = |at: usize| words[..at].rfind('\n').map_or(0, |end| end + 1);
    // Attachments are named behind the text proper.
    for &at in &named {
        let mark = "附件:";
        if at < body_end.saturating_sub(3) || !words[at..].starts_with(mark) || !words[line_start(at)..at].trim().is_empty() {
            continue;
        }
        let rest = words[at + mark.len()..].trim_start();
        let furniture = ["分享", "相关", "打印", "关闭", "主办", "上一篇", "下一篇"].iter().any(|mark| rest.starts_with(mark));
        if rest.is_empty() || furniture {
            let span = Span::new(draft.start as usize + at, draft.start as usize + at + mark.len());
            let message = say!(lang, "“附件：”后面没有附件名称", "No attachment is named behind “附件：”");
            cx.report(&EMPTY_ATTACHMENT, Report::new(span, message));
        }
    }
    // 详见附件, and no line that begins with 附件: the attachment may lie in a file of its own, so this is information only.
    let opens = |&&at: &&usize| words[line_start(at)..at].trim_start().trim_start_matches(['(', '【', '*', '#', ' ']).is_empty();
    let elsewhere = || cx.places("附后)").next().map(|at| (at, "附后)"));
    let mentioned = named.iter().find_map(|&at| mention(words, at)).into_iter().chain(elsewhere()).min();
    if let Some((at, mark)) = mentioned.filter(|_| !named.iter().any(|at| opens(&at))) {
        let span = Span::new(draft.start as usize + at, draft.start as usize + at + mark.len());
        let message = say!(lang, "正文提到附件，文末没有附件说明", "The text names an attachment, but none is listed at its end");
        cx.report(&EMPTY_ATTACHMENT, Report::new(span, message).severity(Severity::Information));
    }
}

/// Where the words in which 附件 stands at an offset send the reader to an attachment: 详见附件, (附件2), 见附件1.
fn mention(words: &str, at: usize) -> Option<(usize, &'static str)> {
    let (before, name) = (&words[..at], &words[at..]);
    ["详见附件", "(见附件", "(附件", "见附件1"].into_iter().find_map(|mark| {
        let (lead, rest) = mark.split_at(mark.find('附')?);
        (before.ends_with(lead) && name.starts_with(rest)).then(|| (at - lead.len(), mark))
    })
}
