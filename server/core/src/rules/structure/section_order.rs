use super::sample::sample;
use super::{mandated, profile};
use crate::rules::{Context, Report, Rule};
use crate::{Severity, say};

/// The items stand in another order than the law lists them.
pub(super) static SECTION_ORDER: Rule = Rule {
    id: "structure/section-order",
    severity: Severity::Hint,
    what: ["法定内容的顺序与规定不同。", "The items stand in another order than the rule lists them."],
    why: [
        "《法治政府建设与责任落实督察工作规定》第二十五条按举措成效、不足原因、第一责任人、下一年安排的顺序列出；实践中也有前置第一责任人的，故只作提示。",
        "Article 25 of the Provisions on Supervision lists measures, shortcomings, leaders, plans. Some offices put the leaders first, so this is a hint only.",
    ],
    bad: concat!(
        "青山县2023年度法治政府建设情况报告\n一、下一步工作安排\n加强行政执法监督，完善行政复议工作机制，开展法治宣传教育活动。\n",
        "二、主要举措和成效\n健全重大行政决策程序，规范行政执法行为，依法办理行政复议案件，各项工作取得进展。\n"
    ),
    good: sample!(leaders: "三"),
    check,
};

fn check(cx: &mut Context) {
    let Some(profile) = profile(cx) else { return };
    if cx.facts.mandated.is_empty() {
        return;
    }
    let text = cx.text();
    let named = profile.items().iter().filter_map(|item| {
        let heading = cx.draft.outline.main().map(|(_, heading)| heading).find(|heading| mandated::fits(text, cx.draft, item, heading))?;
        Some((item, heading.line()))
    });
    let found: Vec<_> = named.collect();
    // A heading that holds two items stands for both.
    let alone = |line| found.iter().filter(|(_, other)| *other == line).count() == 1;
    let found: Vec<_> = found.iter().filter(|(_, line)| alone(*line)).copied().collect();
    let Some(pair) = found.windows(2).find(|pair| pair[1].1.start < pair[0].1.start) else { return };
    let lang = cx.lang();
    let (first, second) = (pair[0].0.title(lang), pair[1].0.title(lang));
    let message = say!(lang, "规定的顺序是先“{first}”，后“{second}”", "The rule lists “{first}” before “{second}”");
    cx.report(&SECTION_ORDER, Report::new(pair[1].1, message).related(pair[0].1, first));
}
