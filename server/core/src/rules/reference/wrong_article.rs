//! An article that the law does not have.

use super::judged;
use crate::rules::{Report, Rule};
use crate::{Severity, say};

/// `reference/wrong-article`
pub(super) static RULE: Rule = Rule {
    id: "reference/wrong-article",
    severity: Severity::Warning,
    what: ["引用的条号超出该法的条文总数", "An article beyond the last one of the law"],
    why: [
        "条文总数见目录（data/articles.tsv，按版本逐件核对末条）；修订后条号变动，照抄旧稿容易写错。目录没有总数的不判断。",
        "The number of articles is in the catalogue, version by version. What it does not list is not judged.",
    ],
    bad: "某县2023年法治政府建设工作总结\n一、主要做法\n依据《中华人民共和国行政处罚法》第九十九条办理。\n",
    good: "某县2023年法治政府建设工作总结\n一、主要做法\n依据《中华人民共和国行政处罚法》第二十四条第一款办理。\n",
    check: |cx| {
        let lang = cx.lang();
        for (citation, judgement) in judged(cx).into_iter().filter(|(citation, _)| !citation.articles.is_empty()) {
            let (Some(row), Some(as_of)) = (judgement.entry, judgement.as_of) else { continue };
            let references = &cx.catalogue.references;
            // A version that is passed but not yet in force may be cited too.
            let Some(most) = references.articles(row, as_of.report.year + 1) else { continue };
            let name = references.entry(row).title.clone();
            for article in citation.articles.iter().filter(|article| article.article > most) {
                let message = say!(lang, "《{name}》共{most}条", "《{name}》 has {most} articles");
                cx.report(&RULE, Report::new(article.span, message));
            }
        }
    },
};
