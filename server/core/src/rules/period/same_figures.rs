use crate::last_year::{bases, names};
use crate::relations::interval::Exact;
use crate::rules::{Context, Report, Rule};
use crate::text::Span;
use crate::{Severity, say};
use rustc_hash::FxHashMap;

/// So many counts that are the same in two years are no chance.
const LEAST: usize = 5;
/// A smaller count may well be the same every year: four meetings, two evaluations.
const SMALL: i128 = 10;
/// How many of them the message names; all are related places.
const NAMED: usize = 8;

/// Counts are the same as last year's, one by one.
pub(super) static SAME_FIGURES: Rule = Rule {
    id: "period/same-figures",
    severity: Severity::Hint,
    what: ["多项统计数与上年报告逐一相同。", "Several counts are the very ones of last year's report."],
    why: [
        "年度统计数很少逐一相同：五项以上名称、单位、数值都与上年报告相同的，多为沿用上年数据。只在给出上年报告（--against）时核对。",
        "Yearly counts are rarely the same one by one: five or more with the same name, unit and value are likely to be last year's. Compared only where last year's report is given (--against).",
    ],
    bad: concat!(
        "上年报告:\n办理行政复议案件136件。受理信访事项402件。开展执法检查88次。培训执法人员315人次。发放普法资料5200份。\n",
        "本年报告:\n办理行政复议案件136件。受理信访事项402件。开展执法检查88次。培训执法人员315人次。发放普法资料5200份。"
    ),
    good: concat!(
        "上年报告:\n办理行政复议案件136件。受理信访事项402件。开展执法检查88次。培训执法人员315人次。发放普法资料5200份。\n",
        "本年报告:\n办理行政复议案件151件。受理信访事项377件。开展执法检查88次。培训执法人员298人次。发放普法资料6100份。"
    ),
    check,
};

fn check(cx: &mut Context) {
    let Some(last_year) = cx.last_year else { return };
    let Ok(past) = last_year.report_for(cx.draft) else { return };
    let mut open: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, known) in past.figures.iter().enumerate().rev() {
        open.entry(&known.name.label).or_default().push(index);
    }
    let text = cx.text();
    let names = names::read(text, cx.draft);
    let (mut same, mut both) = (Vec::new(), 0usize);
    for (figure, name) in cx.draft.figures.iter().zip(&names) {
        let Some(name) = name else { continue };
        if !figure.is_level() || figure.number.value < Exact::from_integer(SMALL) || bases::is_of_the_year_before(text, figure) {
            continue;
        }
        let Some(places) = open.get_mut(name.label.as_str()) else { continue };
        if places.iter().any(|&index| past.figures[index].name.is_like(name)) {
            both += 1;
        }
        let equal = |&index: &usize| past.figures[index].name.is_like(name) && past.figures[index].value == figure.number.value;
        if let Some(at) = places.iter().rposition(equal) {
            same.push((figure.span, name.label.clone(), places.remove(at)));
        }
    }
    if let Some(compared) = &mut cx.facts.compared {
        compared.same = same.len() as u32;
    }
    let Some(&(first, ..)) = same.first().filter(|_| same.len() >= LEAST) else { return };
    let lang = cx.lang();
    let told = |(span, label, _): &(Span, String, usize)| format!("{label}{}", span.of(text));
    let count = same.len();
    let list = same.iter().take(NAMED).map(told).collect::<Vec<_>>().join(lang.pick("、", ", "));
    let list = if count > NAMED { list + lang.pick("等", ", …") } else { list };
    let message = say!(
        lang,
        "{count}项统计数与上年报告逐一相同：{list}；请核对是否沿用上年数据",
        "{count} counts are the very ones of last year's report: {list}; are they last year's?"
    );
    // Where most of what both reports count is the same, it is no stock that stays from year to year.
    let severity = if same.len() * 2 > both { Severity::Information } else { Severity::Hint };
    let mut report = Report::new(first, message).severity(severity);
    for (at, (span, label, index)) in same.iter().enumerate() {
        if at > 0 {
            report = report.related(*span, format!("{label}{}", span.of(text)));
        }
        let known = &past.figures[*index];
        let words = say!(lang, "上年报告：{}{}", "last year's report: {}{}", known.name.label, known.shown);
        report = report.related_in(last_year.name(), known.span, words);
    }
    cx.report(&SAME_FIGURES, report);
}
