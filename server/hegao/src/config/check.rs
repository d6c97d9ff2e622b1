//! Holds the text of a file of settings against the table of keys, and finds all that is wrong, not only the first.

use super::schema::{KEYS, Key, SEVERITIES, Type};
use crate::patterns::Patterns;
use hegao_core::catalogue::references::local_problems;
use hegao_core::catalogue::templates;
use hegao_core::draft::{Date, Period};
use hegao_core::near::nearest;
use hegao_core::text::Span;
use hegao_core::{Lang, LocalReference, rules, say};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Everything that is wrong, with its place.
pub(super) fn check(text: &str, lang: Lang) -> Vec<(Span, String)> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut checker = Checker { lang, problems: Vec::new() };
    for error in errors {
        let detail = error.message();
        checker.problem(error.span().unwrap_or_default(), say!(lang, "不是正确的 TOML：{detail}", "not valid TOML: {detail}"));
    }
    // What a broken line means is a guess: its keys are judged once it can be read.
    if checker.problems.is_empty() {
        checker.table(table.get_ref(), KEYS, 0..0);
    }
    if checker.problems.is_empty() {
        checker.templates(text, table.get_ref());
        checker.references(text, table.get_ref());
    }
    checker.problems.sort_by_key(|(span, _)| *span);
    checker.problems
}

struct Checker {
    lang: Lang,
    problems: Vec<(Span, String)>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Checker {
    fn problem(&mut self, range: std::ops::Range<usize>, message: String) {
        self.problems.push((Span::from(range), message));
    }

    fn table(&mut self, table: &DeTable, keys: &[Key], place: std::ops::Range<usize>) {
        for (name, value) in table.iter() {
            let written = name.get_ref().as_ref();
            match keys.iter().find(|key| key.name == written) {
                Some(key) => self.value(value, key),
                None => {
                    let message = match nearest(written, keys.iter().map(|key| key.name)) {
                        Some(near) => {
                            say!(self.lang, "没有配置项“{written}”，是否为“{near}”？", "unknown key `{written}`; did you mean `{near}`?")
                        }
                        None => {
                            let all = keys.iter().map(|key| key.name).collect::<Vec<_>>().join(self.lang.pick("、", ", "));
                            say!(self.lang, "没有配置项“{written}”，可用的有：{all}", "unknown key `{written}`; there are: {all}")
                        }
                    };
                    self.problem(name.span(), message);
                }
            }
        }
        for key in keys.iter().filter(|key| key.required && !table.contains_key(key.name)) {
            let (name, about) = (key.name, self.lang.pick(key.about[0], key.about[1]));
            self.problem(place.clone(), say!(self.lang, "缺少“{name}”（{about}）", "`{name}` is missing ({about})"));
        }
    }

    /// The texts of templates have a language of their own: each row is read as the core will read it.
    fn templates(&mut self, text: &str, table: &DeTable) {
        let Some(rows) = table.get("templates").and_then(|rows| rows.get_ref().as_array()) else { return };
        let own = toml::from_str::<toml::Table>(text).unwrap_or_default();
        let own = own.get("templates").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        for (place, row) in rows.iter().zip(own) {
            let file = toml::Table::from_iter([("template".to_owned(), toml::Value::Array(vec![row]))]);
            let read = toml::to_string(&file).map_err(|error| error.to_string()).and_then(|file| templates::parse(&file));
            if let Err(detail) = read {
                self.problem(place.span(), say!(self.lang, "模板写法不对：{detail}", "not a template: {detail}"));
            }
        }
    }

    /// Rows of references are held against each other and against the catalogue.
    fn references(&mut self, text: &str, table: &DeTable) {
        #[derive(serde::Deserialize)]
        struct Rows {
            #[serde(default)]
            references: Vec<LocalReference>,
        }
        let Some(places) = table.get("references").and_then(|rows| rows.get_ref().as_array()) else { return };
        let rows = toml::from_str::<Rows>(text).map(|rows| rows.references).unwrap_or_default();
        for problem in local_problems(&rows, self.lang) {
            let Some(place) = places.get(problem.row) else { continue };
            let value = place.get_ref().as_table().and_then(|row| row.get(problem.key));
            self.problem(value.map_or(place.span(), Spanned::span), problem.message);
        }
    }

    fn value(&mut self, value: &Value, key: &Key) {
        match key.kind {
            Type::Text => {
                self.text(value);
            }
            Type::Words => {
                let empty = self.text(value).is_some_and(|text| text.trim().is_empty());
                if empty {
                    let about = self.lang.pick(key.about[0], key.about[1]);
                    self.problem(value.span(), say!(self.lang, "请写明{about}", "it must not be empty: {about}"));
                }
            }
            Type::Page => {
                let page = |text: &str| text.starts_with("https://") || text.starts_with("http://");
                if self.text(value).is_some_and(|text| !page(text)) {
                    self.problem(
                        value.span(),
                        say!(self.lang, "网址以 https:// 或 http:// 开头", "an address begins with https:// or http://"),
                    );
                }
            }
            Type::Flag => {
                if value.get_ref().as_bool().is_none() {
                    self.problem(value.span(), say!(self.lang, "应为 true 或 false", "true or false is wanted"));
                }
            }
            Type::Choice(words) => {
                if let Some(text) = self.text(value) {
                    self.one_of(text, words, value.span());
                }
            }
            Type::Period => self.period(value),
            Type::Date => {
                let lang = self.lang;
                let right = value.get_ref().as_str().is_some_and(|text| text.parse::<Date>().is_ok());
                if !right {
                    self.problem(value.span(), say!(lang, "日期写作 \"2025-03-01\"", "write a day as \"2025-03-01\""));
                }
            }
            Type::Texts => {
                self.texts(value);
            }
            Type::Globs => {
                for (pattern, range) in self.texts(value) {
                    if let Err(detail) = Patterns::ignored(&pattern, self.lang) {
                        self.problem(range, say!(self.lang, "路径写法不对：{detail}", "not a pattern for paths: {detail}"));
                    }
                }
            }
            Type::Rules => {
                for (name, range) in self.texts(value) {
                    self.rule(&name, range);
                }
            }
            Type::Severities => {
                let Some(table) = self.as_table(value) else { return };
                for (name, severity) in table.iter() {
                    self.rule(name.get_ref(), name.span());
                    if let Some(text) = self.text(severity) {
                        self.one_of(text, SEVERITIES, severity.span());
                    }
                }
            }
            Type::Tables(keys) => match value.get_ref().as_array() {
                Some(rows) => {
                    for row in rows.iter() {
                        if let Some(table) = self.as_table(row) {
                            self.table(table, keys, row.span());
                        }
                    }
                }
                None => {
                    let name = key.name;
                    self.problem(value.span(), say!(self.lang, "写作 [[{name}]]，可有多个", "write [[{name}]]; there may be several"));
                }
            },
        }
    }

    fn text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.problem(value.span(), say!(self.lang, "应为引号中的文字", "a text in quotation marks is wanted"));
        }
        text
    }

    fn texts(&mut self, value: &Value) -> Vec<(String, std::ops::Range<usize>)> {
        let Some(list) = value.get_ref().as_array() else {
            self.problem(value.span(), say!(self.lang, "应为列表，如 [\"甲\", \"乙\"]", "a list is wanted, such as [\"a\", \"b\"]"));
            return Vec::new();
        };
        list.iter().filter_map(|item| Some((self.text(item)?.to_owned(), item.span()))).collect()
    }

    fn as_table<'v, 'i>(&mut self, value: &'v Value<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.problem(value.span(), say!(self.lang, "应为一组配置项", "a table is wanted"));
        }
        table
    }

    fn one_of(&mut self, text: &str, words: &[&str], range: std::ops::Range<usize>) {
        if !words.contains(&text) {
            let all = words.join(self.lang.pick("、", ", "));
            let near = nearest(text, words.iter().copied());
            let message = match near {
                Some(near) => say!(self.lang, "“{text}”是否为“{near}”？可用的有：{all}", "did you mean `{near}`? There are: {all}"),
                None => say!(self.lang, "没有“{text}”，可用的有：{all}", "there is no `{text}`; there are: {all}"),
            };
            self.problem(range, message);
        }
    }

    fn period(&mut self, value: &Value) {
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            _ => String::new(),
        };
        if text.parse::<Period>().is_err() {
            self.problem(value.span(), say!(self.lang, "时段写作 2025 或 \"2025-H1\"", "write a period as 2025 or \"2025-H1\""));
        }
    }

    fn rule(&mut self, name: &str, range: std::ops::Range<usize>) {
        if rules::all().any(|rule| rule.id == name || rule.family() == name) {
            return;
        }
        let message = match nearest(name, rules::all().flat_map(|rule| [rule.id, rule.family()])) {
            Some(near) => say!(self.lang, "没有规则“{name}”，是否为“{near}”？", "there is no rule `{name}`; did you mean `{near}`?"),
            None => {
                say!(self.lang, "没有规则“{name}”，`hegao explain` 列出全部规则", "there is no rule `{name}`; `hegao explain` lists all")
            }
        };
        self.problem(range, message);
    }
}
