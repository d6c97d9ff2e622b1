use super::edit::{Action, edit};
use super::{Config, json_schema, schema};
use expect_test::{Expect, expect, expect_file};
use hegao_core::{Edit, Lang, LocalReference, Severity, SeverityOverride};
use std::path::Path;

const FULL: &str = r#"
profile = "annual-report"
period = 2025
issuer = "某某县人民政府"
lang = "zh"
dictionary = ["某某综合体"]
exclude = ["归档/", "*.tmp.md"]

[rules]
suppress = "off"
"suppress/reason" = "error"

[[ignore]]
paths = ["附件/*.md"]
rules = ["suppress"]
reason = "附件不是正文"

[[references]]
title = "某某市行政执法办法"
number = "某政发〔2024〕1号"
from = "2024-03-01"
url = "https://www.example.gov.cn/zfbf"

[[rates]]
name = ["清零率"]
part = ["销号"]
whole = ["交办"]
carry = false
example = "交办问题50个,销号49个,清零率98%。"

[[templates]]
id = "local/party"
name = "党建引领"
text = "召开{会议…}{次数}次。"
"#;

fn parse(text: &str) -> Result<Config, Vec<super::ConfigError>> {
    Config::parse(text, Path::new("/repo"), Lang::Zh)
}

fn errors(text: &str, expected: Expect) {
    let errors = parse(text).map(|_| ()).expect_err("the text is wrong");
    expected.assert_eq(&errors.iter().map(|error| format!("{error}\n")).collect::<String>());
}

#[test]
fn every_key_is_read() {
    let config = parse(FULL).unwrap_or_else(|errors| panic!("{errors:?}"));
    let settings = config.settings_for(Path::new("/repo/报告.md"));
    assert_eq!(settings.profile.as_deref(), Some("annual-report"));
    assert_eq!(settings.period.map(|period| period.to_string()).as_deref(), Some("2025"));
    assert_eq!(settings.issuer.as_deref(), Some("某某县人民政府"));
    assert_eq!(settings.dictionary, ["某某综合体"]);
    assert_eq!(settings.references[0].number.as_deref(), Some("某政发〔2024〕1号"));
    assert!(settings.rates.is_some_and(|rates| rates.contains("[[rate]]")));
    assert!(settings.templates.is_some_and(|templates| templates.contains("[[template]]")));
    for key in schema::KEYS {
        assert!(FULL.contains(key.name), "{} is missing in the full example", key.name);
    }
}

#[test]
fn an_empty_file_is_right() {
    let config = parse("").unwrap_or_else(|errors| panic!("{errors:?}"));
    assert_eq!(config.settings_for(Path::new("/repo/a.md")), hegao_core::Settings::default());
}

#[test]
fn a_rule_has_its_own_severity_before_its_familys() {
    let config = parse(FULL).unwrap_or_else(|errors| panic!("{errors:?}"));
    let severity = |path: &str, rule: &str| config.settings_for(Path::new(path)).severity_of(rule).and_then(SeverityOverride::severity);
    assert_eq!(severity("/repo/报告.md", "suppress/reason"), Some(Severity::Error));
    assert_eq!(severity("/repo/报告.md", "suppress/unused"), None);
    assert_eq!(severity("/repo/附件/表.md", "suppress/reason"), None, "what is ignored for a path is off there");
    assert_eq!(severity("/repo/附件/旧/表.md", "suppress/reason"), Some(Severity::Error), "`*` does not cross folders");
}

#[test]
fn paths_are_written_as_in_gitignore() {
    let config = parse(FULL).unwrap_or_else(|errors| panic!("{errors:?}"));
    let excluded = |path: &str| config.excludes(Path::new(path));
    assert!(excluded("/repo/归档/2020/报告.md") && excluded("/repo/甲/归档/报告.md") && excluded("/repo/甲/乙.tmp.md"));
    assert!(!excluded("/repo/报告.md") && !excluded("/repo/归档.md"));
}

#[test]
fn all_that_is_wrong_is_told_with_its_place() {
    errors(
        "profil = \"annual-report\"\nperiod = \"2025年\"\n[rules]\n\"suppress/resaon\" = \"warning\"\nsuppress = \"of\"\n\n[[references]]\nnumber = 3\n",
        expect![[r#"
            1:1: 没有配置项“profil”，是否为“profile”？
            2:10: 时段写作 2025 或 "2025-H1"
            4:1: 没有规则“suppress/resaon”，是否为“suppress/reason”？
            5:12: “of”是否为“off”？可用的有：off、hint、information、warning、error
            7:1: 缺少“title”（全称，不带书名号）
            8:10: 应为引号中的文字
        "#]],
    );
    errors(
        "colour = \"红\"\nprofile = \"report\"\nexclude = [\"[\"]\nlang = 1\n",
        expect![[r#"
            1:1: 没有配置项“colour”，可用的有：profile、period、issuer、lang、dictionary、exclude、rules、ignore、references、rates、templates
            2:11: 没有“report”，可用的有：annual-report、half-year-report、work-summary
            3:12: 路径写法不对：第 4 个字符处的方括号没有合上或是空的
            4:8: 应为引号中的文字
        "#]],
    );
}

#[test]
fn own_rates_are_used() {
    let config = parse(FULL).unwrap_or_else(|errors| panic!("{errors:?}"));
    let found = |settings: hegao_core::Settings| {
        let review = hegao_core::Engine::new(settings).review("全年交办问题50个，销号40个，清零率90%。");
        review.findings.iter().any(|finding| finding.rule == "arithmetic/rate")
    };
    assert!(found(config.settings_for(Path::new("/repo/报告.md"))), "the team's own rate is read");
    assert!(!found(hegao_core::Settings::default()), "nobody else's is");
}

#[test]
fn templates_are_read_as_the_core_reads_them() {
    errors(
        "lang = \"zh\"\n[[templates]]\nid = \"local/x\"\nname = \"甲\"\ntext = \"受理{受理件\"\n",
        expect![[r#"
            2:1: 模板写法不对：local/x: a brace is never closed: {受理件
        "#]],
    );
}

#[test]
fn broken_toml_is_told_with_its_place() {
    let broken = parse("profile = \"annual\nlang = \"zh\"\n").map(|_| ()).expect_err("the text is wrong");
    assert_eq!((broken[0].line, broken.len()), (1, 1), "{broken:?}");
}

#[test]
fn the_published_schema_is_the_table() {
    let schema = serde_json::to_string_pretty(&json_schema::json_schema()).expect("a schema is plain data") + "\n";
    expect_file!["../../../../docs/hegao.schema.json"].assert_eq(&schema);
}

#[test]
fn the_nearest_file_upward_counts() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = folder.path().join("甲").join("乙");
    std::fs::create_dir_all(&deep).expect("folders");
    let file = folder.path().join("hegao.toml");
    std::fs::write(&file, "lang = \"en\"\n").expect("a file");
    let found = Config::discover(&deep.join("报告.md")).expect("a file upward");
    assert_eq!(found, file);
    assert_eq!(Config::load(&found, Lang::Zh).map(|config| config.lang()).ok(), Some(Some(Lang::En)));
    std::fs::write(deep.join("hegao.toml"), "").expect("a file");
    assert_eq!(Config::discover(&deep), Some(deep.join("hegao.toml")));
    let missing = Config::load(&folder.path().join("no.toml"), Lang::En).map(|_| ()).expect_err("no file");
    assert!(missing[0].to_string().starts_with("cannot be read"), "{missing:?}");
}

fn apply(text: &str, action: Action) -> String {
    let mut after = text.to_owned();
    for Edit { span, text } in edit(text, &action).expect("the text is TOML").into_iter().rev() {
        after.replace_range(span.range(), &text);
    }
    parse(&after).unwrap_or_else(|errors| panic!("{after}\n{errors:?}"));
    assert!(edit(&after, &action).expect("the text is TOML").is_empty(), "done twice:\n{after}");
    after
}

#[test]
fn writing_keeps_comments_and_order() {
    let text = "# 本县\nissuer = \"某某县人民政府\" # 全称\n\n[rules] # 级别\nsuppress = \"hint\" # 只提示\n";
    let off = apply(text, Action::SetSeverity("suppress".to_owned(), SeverityOverride::Off));
    assert_eq!(off, text.replace("\"hint\"", "\"off\""));
    let both = apply(text, Action::SetSeverity("suppress/unused".to_owned(), SeverityOverride::Error));
    assert_eq!(both, format!("{text}\"suppress/unused\" = \"error\"\n"));
    let word = apply(text, Action::AddWord("“一站三室”".to_owned()));
    assert_eq!(word, text.replace("# 全称\n", "# 全称\ndictionary = [\"“一站三室”\"]\n"));
    let period = apply(text, Action::Set("period", "2025".to_owned()));
    assert_eq!(period, text.replace("# 全称\n", "# 全称\nperiod = \"2025\"\n"));
}

#[test]
fn lists_grow_in_the_way_they_are_written() {
    let text = "dictionary = [\n    # 旧名\n    \"甲\",\n    \"乙\", # 新名\n]\n";
    assert_eq!(
        apply(text, Action::AddWord("丙".to_owned())),
        "dictionary = [\n    # 旧名\n    \"甲\",\n    \"乙\", # 新名\n    \"丙\",\n]\n"
    );
    assert_eq!(apply("dictionary = [\"甲\"]\n", Action::AddWord("乙".to_owned())), "dictionary = [\"甲\", \"乙\"]\n");
}

#[test]
fn references_are_added_below_the_others() {
    let reference = LocalReference {
        title: "某某市行政执法办法".to_owned(),
        aliases: vec!["执法办法".to_owned()],
        number: Some("某政发〔2024〕1号".to_owned()),
        ..LocalReference::default()
    };
    assert_eq!(
        apply("lang = \"zh\"\n", Action::AddReference(reference)),
        "lang = \"zh\"\n\n[[references]]\ntitle = \"某某市行政执法办法\"\naliases = [\"执法办法\"]\nnumber = \"某政发〔2024〕1号\"\n"
    );
}

#[test]
fn a_file_is_named_and_the_reason_is_asked_for() {
    let text = "lang = \"zh\"\n";
    let mut after = text.to_owned();
    let action = Action::IgnoreIn("/报告/2024.md".to_owned(), "wording".to_owned());
    for Edit { span, text } in edit(text, &action).expect("the text is TOML") {
        after.replace_range(span.range(), &text);
    }
    assert_eq!(after, "lang = \"zh\"\n\n[[ignore]]\npaths = [\"/报告/2024.md\"]\nrules = [\"wording\"]\nreason = \"\"\n");
    assert!(edit(&after, &action).expect("the text is TOML").is_empty(), "done twice");
    errors(
        &after,
        expect![[r#"
            6:10: 请写明理由
        "#]],
    );
    let config = parse(&after.replace("\"\"", "\"统计口径另行说明\"")).unwrap_or_else(|errors| panic!("{errors:?}"));
    let off = |path: &str| config.settings_for(Path::new(path)).severity_of("wording/half-width") == Some(SeverityOverride::Off);
    assert!(off("/repo/报告/2024.md") && !off("/repo/报告/2023.md") && !off("/repo/甲/报告/2024.md"));
}

#[test]
fn addresses_are_addresses() {
    errors(
        "[[references]]\ntitle = \"甲\"\nurl = \"www.example.gov.cn\"\n",
        expect![[r#"
            3:7: 网址以 https:// 或 http:// 开头
        "#]],
    );
}

#[test]
fn broken_files_are_not_written_to() {
    assert!(edit("lang = \n", &Action::AddWord("甲".to_owned())).is_err());
}
