//! What holds of the review of any draft.

use crate::draft::draft;
use hegao_core::assist::actions::{self, Plan};
use hegao_core::suppress::Form;
use hegao_core::text::LineIndex;
use hegao_core::{Lang, Review};
use properties::review::{edited, engine, repaired, serious, text_holds};
use proptest::prelude::*;

/// What a review says, by line and without the places, which move with the line ends.
fn said(review: &Review, text: &str) -> Vec<(usize, &'static str, String)> {
    let lines = LineIndex::new(text);
    let mut said: Vec<_> = review
        .findings
        .iter()
        .map(|finding| (lines.line_of(finding.span.start as usize), finding.rule, finding.span.of(text).replace(['\r', '\n'], "")))
        .collect();
    said.sort();
    said
}

fn ignores(plan: &Plan, review: &Review, rule: &str) -> bool {
    matches!(plan, Plan::Ignore { finding } if review.findings[*finding].rule == rule)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_place_and_every_answer_fits_the_text(draft in draft(), end in prop::sample::select(vec!["\n", "\r\n", "\r"])) {
        text_holds(&draft.text(end));
    }

    #[test]
    fn no_string_is_too_strange(text in any::<String>(), soup in "[一二三、（）《》〈〉\\[\\]【】0-9０-９.,，%％万亿件率为余其中占比同\\n\\r |#😀𠮷]{0,200}") {
        text_holds(&text);
        text_holds(&soup);
        repaired(&soup);
    }

    #[test]
    fn line_ends_change_no_finding(draft in draft()) {
        let unix = draft.text("\n");
        let wanted = said(&engine().review(&unix), &unix);
        for end in ["\r\n", "\r"] {
            let text = draft.text(end);
            prop_assert_eq!(&said(&engine().review(&text), &text), &wanted, "with {:?}", end);
        }
    }

    #[test]
    fn fixes_converge_are_idempotent_and_add_nothing(draft in draft()) {
        let text = draft.text("\n");
        let mended = repaired(&text);
        prop_assert_eq!(&repaired(&mended), &mended);
        let (before, after) = (serious(&engine().review(&text)), serious(&engine().review(&mended)));
        for (rule, count) in after {
            prop_assert!(count <= before.get(rule).copied().unwrap_or(0), "{} speaks of {:?} that was made of {:?}", rule, mended, text);
        }
    }

    #[test]
    fn an_ignored_finding_is_set_aside_and_no_other(draft in draft(), which in any::<prop::sample::Index>()) {
        let text = draft.text("\n");
        let review = text_holds(&text);
        let plain: Vec<usize> = (0..review.findings.len()).filter(|&index| review.findings[index].family() != "suppress").collect();
        prop_assume!(!plain.is_empty());
        let index = plain[which.index(plain.len())];
        let finding = &review.findings[index];
        let offered = actions::actions(&review, &text, finding.span, Lang::Zh);
        prop_assert!(offered.iter().any(|action| ignores(&action.plan, &review, finding.rule)), "every finding can be ignored: {:?}", finding);
        let edits = actions::edits(&Plan::Ignore { finding: index }, &review, &text, engine(), Form::Markdown).expect("the plan can be carried out");
        // The reason is left to the writer: without one nothing is set aside.
        let after = edited(&text, &edits, "ignoring").replace("： -->", "：已核 -->");
        let again = text_holds(&after);
        let here = finding.span.of(&text);
        prop_assert!(
            again.suppressed.iter().any(|entry| entry.finding.rule == finding.rule && entry.finding.span.of(&after) == here),
            "{} at {:?} is not set aside in {:?}", finding.rule, here, after
        );
    }
}
