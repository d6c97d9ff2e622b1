//! All references of a draft with their state: a table for people, JSON for programs.

use crate::cli::engines;
use crate::cli::input::Input;
use hegao_core::text::{Encoding, LineIndex};
use hegao_core::words::{self, counted};
use hegao_core::{Engine, Lang, ReferenceReview, ReferenceState, say};
use serde::Serialize;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// The references of one draft or collection of drafts.
pub(super) struct Listing {
    path: String,
    lang: Lang,
    /// The periods of the drafts, each once, in the order of the text.
    periods: Vec<String>,
    rows: Vec<Row>,
}

/// A reference with its place.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    /// From 1.
    line: u32,
    /// From 1, in characters.
    column: u32,
    /// The period of the draft in which it stands.
    period: Option<String>,
    title: String,
    number: Option<String>,
    version: Option<String>,
    /// The version, where it is not to be read in the title.
    #[serde(skip)]
    beside: Option<String>,
    articles: Vec<String>,
    /// The id of the catalogue's row.
    entry: Option<String>,
    state: ReferenceState,
    /// Whether it is spoken of as history, so that its state is no error.
    historical: bool,
    since: Option<String>,
    successor: Option<String>,
    /// The title that is nearly named, where the catalogue has no row.
    meant: Option<String>,
    /// What the catalogue knows, in lines.
    note: String,
}

impl Listing {
    /// Reads and reviews a draft.
    pub(super) fn read(engine: &Engine, input: &Input) -> anyhow::Result<Self> {
        let lang = engine.settings().lang;
        let (_, document) = engines::read(input, lang).map_err(|message| anyhow::anyhow!("{}: {message}", input.name()))?;
        let review = engine.review(&document.text);
        let lines = LineIndex::new(&document.text);
        let row = |reference: &ReferenceReview, period: Option<&String>| {
            let at = lines.position(&document.text, reference.span.start as usize, Encoding::Utf32);
            let beside = reference.version_beside_title().map(str::to_owned);
            let reference = reference.clone();
            Row {
                line: at.line + 1,
                column: at.column + 1,
                period: period.cloned(),
                title: one_line(&reference.title),
                number: reference.number,
                beside,
                version: reference.version,
                articles: reference.articles,
                entry: reference.entry,
                state: reference.state,
                historical: reference.historical,
                since: reference.since,
                successor: reference.successor,
                meant: reference.meant,
                note: reference.note,
            }
        };
        let mut periods: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        for draft in &review.drafts {
            let period = draft.period.map(|period| period.to_string());
            rows.extend(draft.references.iter().map(|reference| row(reference, period.as_ref())));
            periods.extend(period.filter(|period| !periods.contains(period)));
        }
        Ok(Self { path: input.name(), lang, periods, rows })
    }

    /// Writes the table: place, state and since when in columns, then the reference itself and what has taken its place.
    pub(super) fn text(&self, out: &mut impl Write) -> std::io::Result<()> {
        let lang = self.lang;
        let head = [lang.pick("位置", "place"), lang.pick("状态", "state"), lang.pick("自", "since"), lang.pick("引用", "reference")];
        let cells = |row: &Row| {
            let history = match (row.historical, row.state) {
                (false, _) => "",
                (true, ReferenceState::NotYet) => lang.pick("（预告）", " (as to come)"),
                (true, _) => lang.pick("（历史语境）", " (as history)"),
            };
            let state = format!("{}{history}", words::reference(row.state, lang));
            [format!("{}:{}", row.line, row.column), state, row.since.clone().unwrap_or_default(), row.shown(lang)]
        };
        let table: Vec<[String; 4]> = std::iter::once(head.map(str::to_owned)).chain(self.rows.iter().map(cells)).collect();
        let widths: Vec<usize> = (0..3).map(|column| table.iter().map(|row| row[column].width()).max().unwrap_or(0)).collect();
        for row in &table {
            for (cell, width) in row.iter().zip(&widths) {
                write!(out, "{cell}{}  ", " ".repeat(width - cell.width()))?;
            }
            writeln!(out, "{}", row[3])?;
        }
        writeln!(out, "\n{}", self.summary())
    }

    /// How many there are, by state.
    fn summary(&self) -> String {
        let lang = self.lang;
        let all = [
            ReferenceState::Current,
            ReferenceState::Superseded,
            ReferenceState::Repealed,
            ReferenceState::NotYet,
            ReferenceState::Unknown,
        ];
        let count = |state| self.rows.iter().filter(|row| row.state == state).count();
        let counts = all.into_iter().map(|state| (words::reference(state, lang), count(state))).filter(|&(_, count)| count > 0);
        let counts: Vec<String> = counts.map(|(state, count)| format!("{state} {count}")).collect();
        let (total, counts) = (self.rows.len(), counts.join(lang.pick("，", ", ")));
        let periods = self.periods.join(lang.pick("、", ", "));
        let as_of = match periods.is_empty() {
            false => say!(lang, "以 {periods} 报告期为准", "as of {periods}"),
            true => say!(lang, "报告期不明，未按时间判断", "no period known: not judged by time"),
        };
        match total {
            0 => say!(lang, "没有引用", "no references"),
            _ => {
                let references = counted(total, "reference");
                say!(lang, "共 {total} 件（{as_of}）：{counts}", "{references} ({as_of}): {counts}")
            }
        }
    }

    /// Writes everything as one JSON document.
    pub(super) fn json(&self, out: &mut impl Write) -> anyhow::Result<()> {
        #[derive(Serialize)]
        struct Document<'a> {
            version: u32,
            path: &'a str,
            period: Option<&'a str>,
            references: &'a [Row],
        }
        let document = Document { version: 1, path: &self.path, period: self.periods.first().map(String::as_str), references: &self.rows };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        writeln!(out)?;
        Ok(())
    }
}

impl Row {
    /// Title, version, articles and number as they are cited, and what has taken their place.
    fn shown(&self, lang: Lang) -> String {
        let mut text = match (self.title.is_empty(), &self.number) {
            (true, Some(number)) => number.clone(),
            (_, number) => {
                let number = number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
                format!("{}{number}", self.title)
            }
        };
        if let Some(version) = &self.beside {
            text.push_str(&say!(lang, "，{version}", ", {version}"));
        }
        if !self.articles.is_empty() {
            text.push(' ');
            text.push_str(&self.articles.join(lang.pick("、", ", ")));
        }
        if let Some(next) = &self.successor {
            text.push_str(&say!(lang, " → 现为 {next}", " → now {next}"));
        }
        if let Some(meant) = &self.meant {
            text.push_str(&say!(lang, " → 疑为 {meant}", " → probably {meant}"));
        }
        text
    }
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).collect()
}
