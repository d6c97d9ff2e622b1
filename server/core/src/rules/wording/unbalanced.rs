//! Title marks that are left open, or closed without having been opened.

use crate::catalogue::references::References;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};

/// `wording/unbalanced-marks`
pub(super) static UNBALANCED: Rule = Rule {
    id: "wording/unbalanced-marks",
    severity: Severity::Information,
    what: ["书名号不成对", "Title marks that are not closed or not opened"],
    why: ["书名号成对使用（GB/T 15834—2011 4.15）。", "Title marks come in pairs (GB/T 15834-2011 4.15)."],
    bad: "贯彻《中华人民共和国行政处罚法，规范执法。\n",
    good: "贯彻《中华人民共和国行政处罚法》，规范执法。\n",
    check,
};

/// A mark without a partner.
struct Stray {
    /// Where it stands in the draft.
    at: usize,
    opens: bool,
    /// Where its partner belongs, if that is clear.
    partner: Option<usize>,
}

fn check(cx: &mut Context) {
    let base = cx.draft.span.start as usize;
    let lang = cx.lang();
    let strays = strays(cx.draft.span.of(cx.text()), &cx.catalogue.references);
    for Stray { at, opens, partner } in strays {
        let span = Span::new(base + at, base + at + MARK);
        let mut report = Report::new(span, say!(lang, "书名号不成对", "This title mark has no partner"));
        if let Some(partner) = partner {
            let mark = if opens { "》" } else { "《" };
            report = report.suggest(say!(lang, "补“{mark}”", "Add {mark}"), Span::at(base + partner), mark);
        }
        cx.report(&UNBALANCED, report);
    }
}

/// The bytes of a title mark.
const MARK: usize = "《".len();

/// The marks without a partner in their line, in the order of the text.
fn strays(text: &str, references: &References) -> Vec<Stray> {
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut line_from = 0;
    let unclosed = |at: usize| Stray { at, opens: true, partner: end_of_title(&text[at + MARK..], references).map(|end| at + MARK + end) };
    for at in memchr::memchr_iter(0xE3, text.as_bytes()) {
        let opens = match text.as_bytes().get(at + 1..at + 3) {
            Some([0x80, 0x8A]) => true,
            Some([0x80, 0x8B]) => false,
            _ => continue,
        };
        if memchr::memchr(b'\n', &text.as_bytes()[line_from..at]).is_some() {
            found.extend(open.drain(..).map(unclosed));
        }
        line_from = at;
        if opens {
            open.push(at);
        } else if open.pop().is_none() {
            found.push(Stray { at, opens: false, partner: start_of_title(&text[..at], references) });
        }
    }
    found.extend(open.drain(..).map(unclosed));
    found.sort_by_key(|stray| stray.at);
    found
}

/// The full form of a law's name begins with it; names are looked up without.
const STATE: &str = "中华人民共和国";

/// Where a title ends that was opened in front of a text: behind the name of a catalogue's row, else with its clause if that ends like a title.
fn end_of_title(text: &str, references: &References) -> Option<usize> {
    const KINDS: [&str; 17] = [
        "条例", "办法", "规定", "规则", "细则", "通知", "意见", "决定", "方案", "纲要", "规划", "计划", "制度", "清单", "要点", "公告",
        "准则",
    ];
    let line = text.split(['\n', '。', '《', '》']).next().unwrap_or_default();
    let name = line.strip_prefix(STATE).unwrap_or(line);
    let mut known = None;
    references.lexicon().find(&name[..name.floor_char_boundary(300)], |hit| {
        if hit.start == 0 {
            known = Some(line.len() - name.len() + hit.end);
        }
    });
    if let Some(end) = known {
        // The years in brackets belong to the name of a plan.
        let years = line[end..].strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inner, _)| inner);
        let years = years.filter(|inner| inner.len() <= 20 && inner.starts_with("20"));
        return Some(end + years.map_or(0, |inner| inner.len() + 2));
    }
    let clause = line.split([',', ';', '、', '(']).next().unwrap_or_default();
    let clause = clause.find('第').filter(|&at| clause[at..].contains('条')).map_or(clause, |at| &clause[..at]);
    let whole = clause.chars().count() >= 4 && KINDS.iter().any(|kind| clause.ends_with(kind));
    whole.then_some(clause.len())
}

/// Where the name of a catalogue's row begins that ends with a text.
fn start_of_title(text: &str, references: &References) -> Option<usize> {
    const LONGEST: usize = 240;
    let from = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
    let window = &text[from..];
    let mut start = None;
    references.lexicon().find(window, |hit| {
        if hit.end == window.len() && start.is_none() {
            start = Some(from + hit.start);
        }
    });
    let start = start?;
    Some(text[..start].strip_suffix(STATE).map_or(start, str::len))
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Settings};

    #[track_caller]
    fn mended(text: &str) -> String {
        let review = Engine::new(Settings::default()).review(text);
        let finding = review.findings.iter().find(|finding| finding.rule == "wording/unbalanced-marks").expect("it is marked");
        let mut text = text.to_owned();
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            text.insert_str(edit.span.start as usize, &edit.text);
        }
        text
    }

    #[test]
    fn the_partner_is_added_where_it_certainly_belongs() {
        for (written, right) in [
            ("贯彻《中华人民共和国行政处罚法，规范执法。\n", "贯彻《中华人民共和国行政处罚法》，规范执法。\n"),
            ("依据《行政处罚法第九条处理。\n", "依据《行政处罚法》第九条处理。\n"),
            ("落实《法治政府建设实施纲要（2021—2025年），统筹推进。\n", "落实《法治政府建设实施纲要（2021—2025年）》，统筹推进。\n"),
            (
                "印发《青禾县行政执法监督办法，《青禾县普法清单》同步公布。\n",
                "印发《青禾县行政执法监督办法》，《青禾县普法清单》同步公布。\n",
            ),
            ("依据《青禾市供水条例第三条处理。\n", "依据《青禾市供水条例》第三条处理。\n"),
            ("贯彻中华人民共和国行政处罚法》，规范执法。\n", "贯彻《中华人民共和国行政处罚法》，规范执法。\n"),
            // Where a title ends that nobody knows is the writer's to say.
            ("推行《执法公示等做法，规范执法。\n", "推行《执法公示等做法，规范执法。\n"),
        ] {
            assert_eq!(mended(written), right);
        }
    }
}
