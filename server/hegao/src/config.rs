//! `hegao.toml`: what a team says about its drafts, the same for the command line and every editor.
//!
//! It is found upward from the draft. It is strict: a key that does not exist is an error with its place and the nearest key that does.

mod check;
pub(crate) mod edit;
#[cfg(test)]
mod json_schema;
mod schema;
#[cfg(test)]
mod tests;

use crate::patterns::{self, Patterns};
use hegao_core::draft::Period;
use hegao_core::text::{Encoding, LineIndex, Span};
use hegao_core::{Lang, LocalReference, Settings, SeverityOverride, say};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The name of the file.
pub(crate) const FILE_NAME: &str = "hegao.toml";

/// The largest file that is read, in bytes: settings are written by hand.
const LARGEST: u64 = 1 << 20;

/// A file of settings that has been read and found right.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// The folder that it lies in: its paths count from there.
    root: PathBuf,
    content: Content,
    exclude: Patterns,
    ignore: Vec<(Patterns, Vec<String>)>,
}

/// What is wrong with a file of settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ConfigError {
    /// The line, from 1; 0 where the file could not be read at all.
    pub(crate) line: u32,
    /// The column in characters, from 1.
    pub(crate) column: u32,
    /// The place in the text.
    pub(crate) span: Span,
    /// What is wrong, and what would be right.
    pub(crate) message: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.message),
            _ => write!(f, "{}:{}: {}", self.line, self.column, self.message),
        }
    }
}

/// The keys of the file; `schema` describes them to people and editors.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Content {
    profile: Option<String>,
    #[serde(deserialize_with = "period")]
    period: Option<Period>,
    issuer: Option<String>,
    lang: Option<Lang>,
    dictionary: Vec<String>,
    exclude: Vec<String>,
    rules: BTreeMap<String, SeverityOverride>,
    ignore: Vec<Ignore>,
    references: Vec<LocalReference>,
    rates: Vec<toml::Table>,
    templates: Vec<toml::Table>,
}

/// Rules that are off for some files.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ignore {
    paths: Vec<String>,
    rules: Vec<String>,
    /// For the people who read the file.
    #[serde(rename = "reason")]
    _reason: String,
}

/// A year may stand without quotation marks.
fn period<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Period>, D::Error> {
    let text = match toml::Value::deserialize(deserializer)? {
        toml::Value::Integer(year) => year.to_string(),
        toml::Value::String(text) => text,
        other => return Err(serde::de::Error::custom(format!("`{other}` is no period"))),
    };
    text.parse().map(Some).map_err(serde::de::Error::custom)
}

impl Config {
    /// The nearest file upward from a file or folder.
    pub(crate) fn discover(start: &Path) -> Option<PathBuf> {
        let start = std::path::absolute(start).ok()?;
        start.ancestors().map(|folder| folder.join(FILE_NAME)).find(|path| path.is_file())
    }

    /// Reads a file.
    pub(crate) fn load(path: &Path, lang: Lang) -> Result<Self, Vec<ConfigError>> {
        let unread = |message| vec![ConfigError { line: 0, column: 0, span: Span::default(), message }];
        let failed = |error: std::io::Error| unread(say!(lang, "无法读取：{error}", "cannot be read: {error}"));
        if std::fs::metadata(path).map_err(failed)?.len() > LARGEST {
            return Err(unread(say!(
                lang,
                "大于 {LARGEST} 字节，不是手写的配置",
                "larger than {LARGEST} bytes: no settings written by hand"
            )));
        }
        let text = std::fs::read_to_string(path).map_err(failed)?;
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Self::parse(&text, path.parent().unwrap_or(Path::new("")), lang)
    }

    /// Reads the text of a file that lies in a folder, such as the unsaved text of an editor.
    pub(crate) fn parse(text: &str, root: &Path, lang: Lang) -> Result<Self, Vec<ConfigError>> {
        let problems = check::check(text, lang);
        if !problems.is_empty() {
            return Err(located(text, problems));
        }
        let content: Content = toml::from_str(text).map_err(|error| {
            let span = error.span().map_or(Span::default(), Span::from);
            located(text, vec![(span, error.message().to_owned())])
        })?;
        let exclude = Patterns::all_ignored(&content.exclude);
        let ignore = content.ignore.iter().map(|entry| (Patterns::all_ignored(&entry.paths), entry.rules.clone())).collect();
        Ok(Self { root: root.to_owned(), content, exclude, ignore })
    }

    /// Whether two files say the same.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.root == other.root && self.content == other.content
    }

    /// A file as a pattern of this file of settings: from its folder on, with nothing in the name that a pattern takes for a mark.
    pub(crate) fn pattern(root: &Path, path: &Path) -> Option<String> {
        let path = std::path::absolute(path).ok()?;
        let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
        Some(format!("/{}", patterns::escape(&parts?.join("/"))))
    }

    /// Whether a file is left alone altogether.
    pub(crate) fn excludes(&self, path: &Path) -> bool {
        self.exclude.is_match(&self.relative(path))
    }

    /// The settings for a file. What the command line or the editor says goes on top.
    pub(crate) fn settings_for(&self, path: &Path) -> Settings {
        let content = &self.content;
        let mut severities = content.rules.clone();
        let path = self.relative(path);
        for (_, rules) in self.ignore.iter().filter(|(paths, _)| paths.is_match(&path)) {
            for rule in rules {
                // A family that is off takes its rules along, even those that have a severity of their own.
                severities.retain(|id, _| id.split('/').next() != Some(rule));
                severities.insert(rule.clone(), SeverityOverride::Off);
            }
        }
        Settings {
            lang: content.lang.unwrap_or_default(),
            profile: content.profile.clone(),
            period: content.period,
            issuer: content.issuer.clone(),
            severities,
            references: content.references.clone(),
            dictionary: content.dictionary.clone(),
            rates: rows("rate", &content.rates),
            templates: rows("template", &content.templates),
        }
    }

    /// The language that the file asks for, if it does.
    pub(crate) fn lang(&self) -> Option<Lang> {
        self.content.lang
    }

    fn relative(&self, path: &Path) -> PathBuf {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        path.strip_prefix(&self.root).map_or(path.clone(), Path::to_owned)
    }
}

/// Rows in the format of the core's own data files, where there are any.
fn rows(name: &str, rows: &[toml::Table]) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.iter().cloned().map(toml::Value::Table).collect();
    let table = toml::Table::from_iter([(name.to_owned(), toml::Value::Array(rows))]);
    toml::to_string(&table).ok()
}

fn located(text: &str, problems: Vec<(Span, String)>) -> Vec<ConfigError> {
    let lines = LineIndex::new(text);
    let locate = |(span, message): (Span, String)| {
        let place = lines.position(text, span.start as usize, Encoding::Utf32);
        ConfigError { line: place.line + 1, column: place.column + 1, span, message }
    };
    problems.into_iter().map(locate).collect()
}
