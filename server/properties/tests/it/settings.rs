//! `hegao.toml`: comments and other keys survive a change; nonsense is refused with its place.

use properties::config;
use proptest::prelude::*;
use proptest::sample::select;

fn entry() -> impl Strategy<Value = String> {
    select(vec![
        "profile = \"annual-report\"",
        "period = 2024",
        "period = \"2024-H1\"",
        "issuer = \"青岚市人民政府\"",
        "lang = \"en\"",
        "dictionary = [\"甲\", \"乙\"]",
        "dictionary = [\n  \"甲\", # 一\n  # 二\n]",
        "dictionary = []",
        "exclude = [\"草稿/**\"]",
        "[rules]\n\"arithmetic/rate\" = \"off\" # 本地算法",
        "[rules]\nstructure = \"hint\"",
        "[[ignore]]\npaths = [\"*.md\"]\nrules = [\"privacy\"]\nreason = \"已核\"",
        "[[references]]\ntitle = \"青岚市例\"\nfrom = \"2020-02-01\"",
        "[[rates]]\nname = [\"调解率\"]\npart = [\"调解\"]\nwhole = [\"受理\"]\nexample = \"受理10件，调解9件，调解率90%。\"",
        "nonsense = 1",
        "profile = 3",
        "broken = [",
        "= ",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_change_keeps_comments_and_settings(parts in prop::collection::vec((entry(), "[ \\t]{0,2}# [a-z甲乙\"' ]{0,8}"), 0..5), end in select(vec!["\n", "\r\n"])) {
        let text: String = parts.iter().map(|(entry, comment)| format!("{comment}\n{entry}\n").replace('\n', end)).collect();
        config::text_holds(&text);
    }

    #[test]
    fn any_text_is_settings_or_refused(text in any::<String>(), soup in "[\\[\\]{}\"'=#.,a-z0-9\\n甲 ]{0,80}") {
        config::bytes(text.as_bytes());
        config::bytes(soup.as_bytes());
    }
}
