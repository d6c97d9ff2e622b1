//! List numbers, which Word keeps in `numbering.xml` and not in the text: 一、 （一） 1. （1） ①.

use std::collections::{HashMap, HashSet};

use super::number_form;
use super::styles::{NumberRef, Styles};
use super::xml::{Event, Xml};
use crate::ReadError;

const LEVELS: usize = 9;

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    form: String,
    text: String,
    separator: bool,
    legal: bool,
    /// `w:lvlRestart`: 0 never restarts, `n` restarts after a paragraph of level `n` (from 1) or above.
    restart: Option<usize>,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, form: "decimal".into(), text: String::new(), separator: true, legal: false, restart: None, style: None }
    }
}

#[derive(Debug, Clone, Default)]
struct Abstract {
    levels: HashMap<usize, Level>,
    /// The numbering style that holds the real definition.
    style_link: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct List {
    definition: u32,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document and where each of them stands while it is read from top to bottom.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbering {
    abstracts: HashMap<u32, Abstract>,
    lists: HashMap<u32, List>,
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Lists and levels whose own start has been used.
    started: HashSet<(u32, usize)>,
    /// Labels whose form was not known.
    pub(super) unknown_forms: usize,
}

impl Numbering {
    pub(super) fn parse(part: &str, source: &str) -> Result<Self, ReadError> {
        let mut all = Self::default();
        let mut path: Vec<&str> = Vec::new();
        let (mut definition, mut list, mut level) = (None::<u32>, None::<u32>, 0usize);
        let mut xml = Xml::new(part, source);
        while let Some((event, _)) = xml.next()? {
            let element = match event {
                Event::Open(element) => element,
                Event::Close => {
                    match path.pop() {
                        Some("abstractNum") => definition = None,
                        Some("num") => list = None,
                        _ => {}
                    }
                    continue;
                }
                Event::Text => continue,
            };
            let local = element.local();
            let in_override = path.contains(&"lvlOverride");
            let parent = path.last().copied();
            path.push(local);
            let number = |name| element.attribute(name).and_then(|v| v.parse::<u32>().ok());
            let value = || number("val");
            match local {
                "abstractNum" => {
                    definition = number("abstractNumId");
                    all.abstracts.entry(definition.unwrap_or(0)).or_default();
                }
                "num" => {
                    list = number("numId");
                    all.lists.entry(list.unwrap_or(0)).or_default();
                }
                "abstractNumId" => {
                    if let Some(list) = list.and_then(|l| all.lists.get_mut(&l)) {
                        list.definition = value().unwrap_or(0);
                    }
                }
                "numStyleLink" => {
                    if let Some(a) = definition.and_then(|d| all.abstracts.get_mut(&d)) {
                        a.style_link = element.attribute("val").map(|v| v.into_owned());
                    }
                }
                "lvlOverride" => level = number("ilvl").unwrap_or(0) as usize,
                "startOverride" => {
                    if let Some(list) = list.and_then(|l| all.lists.get_mut(&l)) {
                        list.starts.insert(level, value().unwrap_or(1));
                    }
                }
                "lvl" => level = number("ilvl").unwrap_or(0) as usize,
                _ => {}
            }
            if local == "lvl" || parent == Some("lvl") {
                let levels = if in_override {
                    list.and_then(|l| all.lists.get_mut(&l)).map(|l| &mut l.levels)
                } else {
                    definition.and_then(|d| all.abstracts.get_mut(&d)).map(|a| &mut a.levels)
                };
                let Some(levels) = levels.filter(|_| level < LEVELS) else {
                    continue;
                };
                let entry = levels.entry(level).or_default();
                let text = || element.attribute("val").unwrap_or_default().into_owned();
                match local {
                    "start" => entry.start = value().unwrap_or(1),
                    "numFmt" => entry.form = text(),
                    "lvlText" => entry.text = text(),
                    "suff" => entry.separator = text() != "nothing",
                    "isLgl" => entry.legal = element.switch(),
                    "lvlRestart" => entry.restart = value().map(|v| v as usize),
                    "pStyle" => entry.style = Some(text()),
                    _ => {}
                }
            }
        }
        Ok(all)
    }

    /// The label of the next paragraph with this style and these properties; every paragraph is asked for once, in order.
    pub(super) fn label(&mut self, own: NumberRef, style: Option<&str>, styles: &Styles) -> Option<String> {
        let from_style = styles.number(style);
        let list_id = own.list.or(from_style.list)?;
        let definition = self.definition(list_id, styles)?;
        let level = match (own.level, own.list) {
            (Some(level), _) => level as usize,
            // A paragraph that is numbered by its style takes the level that is tied to the style.
            (None, None) => self.level_of_style(definition, style, styles).or(from_style.level.map(usize::from)).unwrap_or(0),
            (None, Some(_)) => 0,
        };
        if level >= LEVELS {
            return None;
        }
        let found = self.level(list_id, definition, level)?.clone();
        self.advance(list_id, definition, level);
        let label = self.render(list_id, definition, &found);
        if label.is_empty() {
            return None;
        }
        // After 、 ． ） ① no space is wanted; 第一章 and bare numbers need one.
        let gap = found.separator && label.chars().last().is_some_and(needs_space);
        Some(if gap { label + " " } else { label })
    }

    fn definition(&self, list: u32, styles: &Styles) -> Option<u32> {
        let mut definition = self.lists.get(&list)?.definition;
        for _ in 0..4 {
            let Some(link) = &self.abstracts.get(&definition)?.style_link else {
                return Some(definition);
            };
            let Some(next) = styles.number(Some(link)).list else {
                return Some(definition);
            };
            definition = self.lists.get(&next)?.definition;
        }
        Some(definition)
    }

    fn level_of_style(&self, definition: u32, style: Option<&str>, styles: &Styles) -> Option<usize> {
        let levels = &self.abstracts.get(&definition)?.levels;
        styles.chain(style).find_map(|id| {
            let tied = |l: &Level| l.style.as_deref() == Some(id);
            levels.iter().find(|(_, l)| tied(l)).map(|(n, _)| *n)
        })
    }

    fn level(&self, list: u32, definition: u32, level: usize) -> Option<&Level> {
        let own = self.lists.get(&list).and_then(|l| l.levels.get(&level));
        own.or_else(|| self.abstracts.get(&definition)?.levels.get(&level))
    }

    fn start(&self, list: u32, definition: u32, level: usize) -> u32 {
        let own = self.lists.get(&list).and_then(|l| l.starts.get(&level));
        own.copied().or_else(|| self.level(list, definition, level).map(|l| l.start)).unwrap_or(1)
    }

    fn advance(&mut self, list: u32, definition: u32, level: usize) {
        let overridden = self.lists.get(&list).is_some_and(|l| l.starts.contains_key(&level));
        let fresh = overridden && self.started.insert((list, level));
        let start = self.start(list, definition, level);
        let restarts: [bool; LEVELS] = std::array::from_fn(|deeper| {
            let rule = self.level(list, definition, deeper).and_then(|l| l.restart);
            deeper > level && rule.is_none_or(|after| level < after)
        });
        let counters = self.counters.entry(definition).or_default();
        counters[level] = match counters[level] {
            Some(n) if !fresh => Some(n.saturating_add(1)),
            _ => Some(start),
        };
        for (counter, restart) in counters.iter_mut().zip(restarts) {
            if restart {
                *counter = None;
            }
        }
    }

    fn render(&mut self, list: u32, definition: u32, found: &Level) -> String {
        if found.form == "bullet" {
            // Bullets are mostly private characters of a symbol font.
            let private = |c: char| ('\u{E000}'..='\u{F8FF}').contains(&c);
            let usual = found.text.is_empty() || found.text.chars().any(private);
            return if usual { "•".into() } else { found.text.clone() };
        }
        let mut label = String::new();
        let mut rest = found.text.as_str();
        while let Some(at) = rest.find('%') {
            label.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let Some(digit) = rest.chars().next().and_then(|c| c.to_digit(10)) else {
                label.push('%');
                continue;
            };
            rest = &rest[1..];
            let Some(shown) = (digit as usize).checked_sub(1) else {
                continue;
            };
            let counter = self.counters.get(&definition).and_then(|c| *c.get(shown)?);
            let n = counter.unwrap_or_else(|| self.start(list, definition, shown));
            let form = match self.level(list, definition, shown) {
                Some(other) if !found.legal => other.form.as_str(),
                _ => "decimal",
            };
            let (text, known) = number_form::render(form, n);
            label.push_str(&text);
            self.unknown_forms += usize::from(!known);
        }
        label.push_str(rest);
        label
    }
}

fn needs_space(last: char) -> bool {
    last.is_alphanumeric() && !('①'..='㊉').contains(&last) || last == '•'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(levels: &[(&str, &str)]) -> String {
        let level = |(n, (form, text)): (usize, &(&str, &str))| {
            format!("<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>")
        };
        let levels: String = levels.iter().enumerate().map(level).collect();
        format!(
            "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>\
             <w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>"
        )
    }

    fn labels(source: &str, uses: &[(u32, u8)]) -> Vec<String> {
        let mut numbering = Numbering::parse("n", source).unwrap();
        let styles = Styles::default();
        let one = |(list, level): &(u32, u8)| {
            let own = NumberRef { list: Some(*list), level: Some(*level) };
            numbering.label(own, None, &styles).unwrap_or_default()
        };
        uses.iter().map(one).collect()
    }

    #[test]
    fn levels_count_and_restart() {
        let source =
            list(&[("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimalEnclosedCircle", "%4")]);
        let uses = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0)];
        let expected = ["一、", "（一）", "（二）", "1.", "①", "二、", "（一）", "一、", "二、", "三、"];
        assert_eq!(labels(&source, &uses), expected);
    }

    #[test]
    fn compound_labels_and_spaces() {
        let source = list(&[("chineseCountingThousand", "第%1章"), ("decimal", "%1.%2")]);
        assert_eq!(labels(&source, &[(1, 0), (1, 1), (1, 1)]), ["第一章 ", "一.1 ", "一.2 "]);
    }

    #[test]
    fn bullets_and_unknown_lists() {
        let source = list(&[("bullet", "\u{F0B7}")]);
        assert_eq!(labels(&source, &[(1, 0), (9, 0)]), ["• ", ""]);
    }
}
