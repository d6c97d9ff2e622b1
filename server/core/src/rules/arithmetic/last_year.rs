//! `arithmetic/last-year`: what the draft says of the year before contradicts the report of that year.

use crate::last_year::bases::{self, Base};
use crate::last_year::names::{self, Name};
use crate::last_year::{Known, LastYear};
use crate::relations::interval::Exact;
use crate::review::{Compared, Fit};
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};
use num_traits::Zero;

pub(super) static LAST_YEAR: Rule = Rule {
    id: "arithmetic/last-year",
    severity: Severity::Warning,
    what: ["上年数或同比基数与上年报告不一致", "A value of the year before, or the base of a change, that last year's report contradicts"],
    why: [
        "同一指标的上年数应与上年报告公布的一致；口径调整或数据订正的，应当注明。只在给出上年报告（--against）时核对，指标名称、口径、单位都相同才比较",
        "The value of the year before is the one that last year's report gave, unless it was revised, which the report then says. Compared only where last year's report is given (--against), and only between figures of the same name, scope and unit",
    ],
    bad: "上年报告:\n全年办理行政复议案件1702件。\n本年报告:\n全年办理行政复议案件1864件,比上年的1720件增长8.37%。",
    good: "上年报告:\n全年办理行政复议案件1720件。\n本年报告:\n全年办理行政复议案件1864件,比上年的1720件增长8.37%。",
    check,
};

fn check(cx: &mut Context) {
    let Some(last_year) = cx.last_year else { return };
    let past = match last_year.report_for(cx.draft) {
        Ok(past) => past,
        Err(fit) => {
            cx.facts.compared = Some(Compared { fit, ..Compared::default() });
            return;
        }
    };
    let mut compared = Compared { fit: Fit::Fits, ..Compared::default() };
    let names = names::read(cx.text(), cx.draft);
    let year = cx.draft.meta.period.map(|period| period.year - 1);
    for base in bases::read(cx.text(), cx.draft, &names, year) {
        compared.bases += 1;
        let known: Vec<&Known> = past.figures.iter().filter(|known| known.name.is(&base.name)).collect();
        let Some(first) = known.first() else { continue };
        compared.known += 1;
        if known.iter().any(|known| known.interval.meets(&base.interval)) {
            continue;
        }
        // A name that stands for several values in either report names none of them for certain.
        let one = known.iter().all(|known| known.value == first.value);
        if !one || is_shared(&names, cx, &base) {
            compared.known -= 1;
            continue;
        }
        compared.contradicted += 1;
        report(cx, last_year, &base, first);
    }
    cx.facts.compared = Some(compared);
}

/// Whether the draft calls several values by the name of this one.
fn is_shared(names: &[Option<Name>], cx: &Context, base: &Base) -> bool {
    let same = |name: &Option<Name>| name.as_ref().is_some_and(|name| name.is(&base.name));
    let values = cx.draft.figures.iter().zip(names).filter(|(figure, name)| {
        same(name) && bases::is_value(figure) && !bases::is_of_the_year_before(cx.text(), figure) && Some(figure.span) != base.now
    });
    let now = cx.draft.figures.iter().find(|figure| Some(figure.span) == base.now).map(|figure| figure.number.value);
    let mut values = values.map(|(figure, _)| figure.number.value);
    match now {
        Some(now) => values.any(|value| value != now),
        None => values.count() > 1,
    }
}

fn report(cx: &mut Context, last_year: &LastYear, base: &Base, known: &Known) {
    let lang = cx.lang();
    let (label, shown, published) = (&base.name.label, &base.shown, &known.shown);
    let message = match &base.formula {
        None => say!(
            lang,
            "“{label}”的上年数此处为{shown}，上年报告为{published}；如系口径调整或数据订正，宜注明",
            "“{label}” of the year before is {shown} here and {published} in last year's report; if it was revised, the report should say so"
        ),
        Some(formula) => say!(
            lang,
            "按此推算，“{label}”的上年数为{shown}（{formula}），上年报告为{published}；如系口径调整或数据订正，宜注明",
            "from this, “{label}” of the year before is {shown} ({formula}); last year's report has {published}; if it was revised, the report should say so"
        ),
    };
    let severity = if is_far(base, known) { Severity::Information } else { Severity::Warning };
    let mut report = Report::new(base.place, message).severity(severity);
    if let Some(now) = base.now {
        report = report.related(now, say!(lang, "本年数", "the value now"));
    }
    let message = say!(lang, "上年报告：{label}{published}", "last year's report: {label} {published}");
    cx.report(&LAST_YEAR, report.related_in(last_year.name(), known.span, message));
}

/// Whether one value is more than twice the other: then another scope is as likely as a slip.
fn is_far(base: &Base, known: &Known) -> bool {
    let two = Exact::from_integer(2);
    let (low, high) = (base.interval.low.value(), base.interval.high.value());
    let far = |value: Exact| value.is_zero() || known.value.is_zero() || value > known.value * two || known.value > value * two;
    low.is_none_or(far) && high.is_none_or(far)
}
