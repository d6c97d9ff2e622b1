//! How numbers are written: ranges, full-width digits, a count of nothing received.

use crate::draft::figures::Class;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Edit, Severity, say};
use num_traits::Zero;
use regex::Regex;
use std::sync::LazyLock;

/// `wording/range-form`
pub(super) static RANGE: Rule = Rule {
    id: "wording/range-form",
    severity: Severity::Hint,
    what: [
        "数值或年份的起止写法：前一个数省了“%”“万”“亿”，或年份之间用了“-”“~”（每种一篇只报一次）",
        "How a range is written: %, 万 or 亿 left out of its first number, or years joined by - or ~; each told once a draft",
    ],
    why: [
        "GB/T 15835—2011 5.1.4、GB/T 15834—2011 4.13：表示范围时单位不省略以免误解，时间起止用一字线。",
        "GB/T 15835-2011 5.1.4 and GB/T 15834-2011 4.13: units are kept where a range could be misread; a dash joins years.",
    ],
    bad: "增幅在5～8%之间。\n",
    good: "增幅在5%～8%之间。\n",
    check: range,
};

/// `wording/full-width-digit`
pub(super) static FULL_WIDTH: Rule = Rule {
    id: "wording/full-width-digit",
    severity: Severity::Hint,
    what: ["数字、百分号用了全角（一篇只报一次）", "Full-width digits or per cent signs; told once a draft"],
    why: ["GB/T 15835—2011：阿拉伯数字用半角。", "GB/T 15835-2011: Arabic digits are half-width."],
    bad: "全年办结２０件。\n",
    good: "全年办结20件。\n",
    check: full_width,
};

/// `wording/received-none`
pub(super) static NONE: Rule = Rule {
    id: "wording/received-none",
    severity: Severity::Hint,
    what: ["收到……0件：没有收到的，写“未收到”", "“Received 0”: what was not received is said so"],
    why: ["0件与“收到”相矛盾，公开稿宜写“未收到”。", "None and “received” contradict each other."],
    bad: "全年收到问题线索0条。\n",
    good: "全年未收到问题线索。\n",
    check: none,
};

/// A range of amounts whose first number has no unit.
static AMOUNTS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?P<first>[0-9]+(?:\.[0-9]+)?)(?:~|—|-|至)[0-9]+(?:\.[0-9]+)?(?P<unit>%|万|亿)").expect("a pattern"));
/// Two years joined by a mark that joins numbers.
static YEARS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:19|20)[0-9]{2}年?(?P<mark>--?|~|～|－)(?:19|20)[0-9]{2}年").expect("a pattern"));

fn range(cx: &mut Context) {
    let (text, part, lang) = (cx.text(), cx.draft.span, cx.lang());
    let place = |found: regex::Match| Span::new(part.start as usize + found.start(), part.start as usize + found.end());
    // 文号, dates and telephone numbers are joined by - as well, but no unit follows them.
    let free = |start: usize| !part.of(text)[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '—' | '/'));
    let amounts: Vec<(Span, Edit)> = AMOUNTS
        .captures_iter(part.of(text))
        .filter(|found| free(found.get(0).map_or(0, |whole| whole.start())))
        .filter_map(|found| {
            let (first, unit) = (place(found.name("first")?), found.name("unit")?.as_str().to_owned());
            Some((place(found.get(0)?), Edit { span: Span::new(first.end as usize, first.end as usize), text: unit }))
        })
        .collect();
    let years: Vec<(Span, Edit)> = YEARS
        .captures_iter(part.of(text))
        .filter_map(|found| Some((place(found.get(0)?), Edit { span: place(found.name("mark")?), text: "—".to_owned() })))
        .collect();
    let (folded, source) = (cx.folded, cx.folded.source());
    let written = |found: &[(Span, Edit)]| found.first().map(|&(span, _)| folded.to_source(span).of(source).to_owned()).unwrap_or_default();
    let told = say!(lang, "“{}”：表示范围时前一个数也应带单位", "“{}”: the first number of a range takes its unit too", written(&amounts));
    once(cx, &RANGE, amounts, told, say!(lang, "补上单位", "Add the unit"));
    let told = say!(lang, "“{}”：年份起止用一字线“—”", "“{}”: years are joined by a dash", written(&years));
    once(cx, &RANGE, years, told, say!(lang, "改为“—”", "Write —"));
}

fn full_width(cx: &mut Context) {
    let lang = cx.lang();
    let range = cx.folded.to_source(cx.draft.span);
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        '％' => Some('%'),
        _ => None,
    };
    let places = cx.folded.shortened().filter(|&(at, _)| range.start as usize <= at && at < range.end as usize);
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for (at, c, plain) in places.filter_map(|(at, c)| Some((at, c, narrow(c)?))) {
        match runs.last_mut().filter(|(_, end, _)| *end == at) {
            Some((_, end, text)) => {
                *end = at + c.len_utf8();
                text.push(plain);
            }
            None => runs.push((at, at + c.len_utf8(), plain.to_string())),
        }
    }
    let mut found: Vec<(Span, Edit)> = runs.into_iter().map(|run| place(cx, run)).collect();
    // 98％ is written so in many offices; only digits are worth a word.
    found.retain(|(_, edit)| edit.text.contains(|c: char| c.is_ascii_digit()));
    let told = say!(lang, "数字用了全角（{}处），应为半角", "full-width digits ({} places); they are half-width", found.len());
    once(cx, &FULL_WIDTH, found, told, say!(lang, "改为半角", "Make them half-width"));
}

/// A run of full-width digits in the source, as a place and its edit.
fn place(cx: &Context, (start, end, text): (usize, usize, String)) -> (Span, Edit) {
    let span = Span::new(cx.folded.from_source(start), cx.folded.from_source(end));
    (span, Edit { span, text })
}

fn none(cx: &mut Context) {
    let (text, lang) = (cx.text(), cx.lang());
    let received = |figure: &&crate::draft::figures::Figure| {
        figure.is_level()
            && figure.number.value.is_zero()
            && figure.class != Class::Money
            && ["收到", "接到"].iter().any(|word| figure.before.of(text).contains(word))
    };
    let found: Vec<Span> = cx.draft.figures.iter().filter(received).map(|figure| figure.span).collect();
    for span in found {
        let written = span.of(text);
        cx.report(
            &NONE,
            Report::new(span, say!(lang, "收到的是{written}，宜写“未收到”", "received {written}: say that none was received")),
        );
    }
}

/// Reports the first place of a habit, with the edits of all.
fn once(cx: &mut Context, rule: &'static Rule, found: Vec<(Span, Edit)>, message: String, title: String) {
    let Some(&(span, _)) = found.first() else { return };
    let mut report = Report::new(span, message);
    for &(other, _) in found.iter().skip(1).take(20) {
        report = report.related(other, other.of(cx.text()).to_owned());
    }
    cx.report(rule, report.edits(title, found.into_iter().map(|(_, edit)| edit).collect(), true));
}
