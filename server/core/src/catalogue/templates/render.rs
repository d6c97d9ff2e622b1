//! Templates as text: with tab stops for an editor, with `××` where the writer has to fill in, or with given values.

use super::syntax::{Field, Piece, Text};
use super::{Template, Templates};
use crate::catalogue::IssuerKind;
use std::collections::BTreeMap;

/// What is known of the draft that a template goes into.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The issuer's name.
    pub issuer: Option<&'a str>,
    /// The issuer's kind.
    pub kind: Option<IssuerKind>,
    /// The year that is reported on.
    pub year: Option<i16>,
    /// Whether it is a half-year report.
    pub half: bool,
}

/// How fields are written.
#[derive(Clone, Copy, Debug)]
pub enum Style<'a> {
    /// As an LSP snippet: tab stops, choices, mirrors.
    Snippet,
    /// `××` for what is to be filled in; the first of a choice.
    Plain,
    /// Figures by the id of their template and their name, as `topic/mediation 受理`; words by what they stand for.
    Filled(&'a BTreeMap<String, String>),
}

/// The blank that the writer has to fill in. `structure/placeholder` finds what is left of them.
const BLANK: &str = "××";

/// A text in the making. Tab stops count through all that is written into it.
#[derive(Debug)]
pub struct Renderer<'a> {
    templates: &'a Templates,
    known: Known<'a>,
    style: Style<'a>,
    out: String,
    next: usize,
    /// The id of the template that is being written.
    scope: String,
    /// The number of the last heading of each level.
    numbers: [u16; 3],
}

impl<'a> Renderer<'a> {
    /// An empty text.
    pub fn new(templates: &'a Templates, known: Known<'a>, style: Style<'a>) -> Self {
        Self { templates, known, style, out: String::new(), next: 1, scope: String::new(), numbers: [0; 3] }
    }

    /// Writes what is no template, such as the number of a heading.
    pub fn plain(&mut self, text: &str) {
        match self.style {
            Style::Snippet => text.chars().for_each(|c| {
                if matches!(c, '$' | '}' | '\\') {
                    self.out.push('\\');
                }
                self.out.push(c);
            }),
            _ => self.out.push_str(text),
        }
    }

    /// Writes a text. Its figures are its own: one name is one tab stop within it.
    pub fn text(&mut self, text: &Text) {
        let mut stops: Vec<(&str, usize)> = Vec::new();
        for piece in &text.pieces {
            match piece {
                Piece::Plain(text) => self.plain(text),
                Piece::Figure(name) => match (self.style, stops.iter().find(|(other, _)| other == name)) {
                    (Style::Filled(values), _) => {
                        let value = values.get(&format!("{} {name}", self.scope));
                        self.out.push_str(value.map_or(BLANK, String::as_str));
                    }
                    (Style::Plain, _) => self.out.push_str(BLANK),
                    (Style::Snippet, Some((_, stop))) => self.out.push_str(&format!("${stop}")),
                    (Style::Snippet, None) => {
                        stops.push((name, self.next));
                        self.stop(BLANK);
                    }
                },
                Piece::Words(about) => match self.style {
                    Style::Snippet => self.stop(&format!("××（{about}）")),
                    Style::Plain => self.out.push_str(&format!("××（{about}）")),
                    Style::Filled(_) => self.out.push_str(about),
                },
                Piece::Choice(choices) => match self.style {
                    Style::Snippet => self.choice(choices),
                    _ => self.out.push_str(&choices[0]),
                },
                Piece::Known(Field::Year(ahead)) => match self.known.year {
                    Some(year) => self.plain(&(year + ahead).to_string()),
                    None => self.unknown("××××"),
                },
                Piece::Known(Field::Span) => self.plain(if self.known.half { "上半年" } else { "全年" }),
                Piece::Known(Field::Issuer) => match self.known.issuer {
                    Some(issuer) => self.plain(issuer),
                    None => self.unknown("××人民政府"),
                },
                Piece::Include(id) => self.include(id),
            }
        }
    }

    /// Ends the text; a snippet leaves the cursor behind it.
    pub fn finish(mut self) -> String {
        if matches!(self.style, Style::Snippet) {
            self.out.push_str("$0");
        }
        self.out
    }

    /// Another template with its heading, numbered by its kind: sections by 一、, topics by （一）.
    fn include(&mut self, id: &str) {
        let Some(template) = self.templates.get(id, self.known.kind, self.known.year) else { return };
        self.headed(template);
    }

    /// Writes a template with its heading, numbered by its kind.
    pub fn headed(&mut self, template: &Template) {
        let scope = std::mem::replace(&mut self.scope, template.id.clone());
        self.known.half |= template.profile.as_deref() == Some("half-year-report");
        if let Some(heading) = &template.heading {
            let level = usize::from(template.kind == super::TemplateKind::Topic);
            self.numbers[level] += 1;
            self.numbers[level + 1..].fill(0);
            let number = numeral(self.numbers[level]);
            let marker = if level == 0 { format!("{number}、") } else { format!("（{number}）") };
            self.plain(&marker);
            self.text(heading);
            self.plain("\n");
        }
        self.text(&template.text);
        self.scope = scope;
    }

    fn unknown(&mut self, blank: &str) {
        match self.style {
            Style::Snippet => self.stop(blank),
            _ => self.out.push_str(blank),
        }
    }

    fn stop(&mut self, default: &str) {
        self.out.push_str(&format!("${{{}:", self.next));
        self.plain(default);
        self.out.push('}');
        self.next += 1;
    }

    fn choice(&mut self, choices: &[String]) {
        let escape = |choice: &String| {
            choice.chars().fold(String::new(), |mut out, c| {
                if matches!(c, ',' | '|' | '\\' | '$' | '}') {
                    out.push('\\');
                }
                out.push(c);
                out
            })
        };
        let choices: Vec<String> = choices.iter().map(escape).collect();
        self.out.push_str(&format!("${{{}|{}|}}", self.next, choices.join(",")));
        self.next += 1;
    }
}

/// A number from 1 to 99 as 一, 二, 十一.
pub(crate) fn numeral(number: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::from(number / 10 % 10), usize::from(number % 10));
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", DIGITS[tens]),
    };
    tens + DIGITS[ones]
}
