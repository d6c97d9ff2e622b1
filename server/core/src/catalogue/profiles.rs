//! Profiles: families of documents, how to recognise them and what the law wants in them. Data in `data/profiles`.

use crate::{Lang, Severity};
use regex::Regex;
use serde::Deserialize;
use std::sync::{LazyLock, OnceLock};

const FILES: [&str; 3] = [
    include_str!("../../data/profiles/annual-report.toml"),
    include_str!("../../data/profiles/half-year-report.toml"),
    include_str!("../../data/profiles/work-summary.toml"),
];

static PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| load(&FILES).expect("the embedded profiles are tested to load"));

/// All profiles.
#[derive(Clone, Copy, Debug)]
pub struct Profiles(&'static [Profile]);

impl Default for Profiles {
    fn default() -> Self {
        Self(&PROFILES)
    }
}

impl Profiles {
    /// All profiles, the more particular ones first.
    pub fn all(self) -> &'static [Profile] {
        self.0
    }

    /// The profile with an id.
    pub fn get(self, id: &str) -> Option<&'static Profile> {
        self.0.iter().find(|profile| profile.id == id)
    }

    /// The profile that a title shows.
    pub fn by_title(self, title: &str) -> Option<&'static Profile> {
        // Titles of other families hold neither word: most lines need no pattern at all.
        if !title.contains("法治") && !title.contains("依法行政") {
            return None;
        }
        self.0.iter().find(|profile| profile.fits_title(title))
    }
}

/// A family of documents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The id in outputs and settings, such as `annual-report`.
    pub id: String,
    name: [String; 2],
    titles: Vec<Pattern>,
    not_titles: Vec<Pattern>,
    /// Whether its reports cover half a year.
    #[serde(default)]
    pub half: bool,
    evidence: Option<Evidence>,
    basis: Option<Basis>,
    #[serde(default)]
    duty: Vec<Duty>,
    #[serde(default)]
    deadline: Vec<Deadline>,
    #[serde(default, rename = "item")]
    items: Vec<Item>,
    items_of: Option<String>,
}

/// How a report without a title is recognised.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What it speaks of.
    pub words: Vec<String>,
    /// How often, at least.
    pub least: usize,
    /// How many items must be found under headings of their own.
    pub headings: usize,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Basis {
    text: [String; 2],
}

/// How serious a missing item is, by the year reported on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Duty {
    from: i16,
    to: Option<i16>,
    strict: Severity,
    lenient: Severity,
}

/// The day of the following year by which a report is due.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    from: i16,
    /// The month.
    pub month: u8,
    /// The day; on it the report is late.
    pub day: u8,
    /// Whether it is the day by which the report is filed; else the one by which it is published.
    #[serde(default)]
    pub filed: bool,
    text: [String; 2],
}

impl Deadline {
    /// What is due, with its article.
    pub fn text(&self, lang: Lang) -> &str {
        &self.text[lang as usize]
    }
}

/// Whose year an item tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemYear {
    /// The year reported on.
    Report,
    /// The year that follows.
    Next,
}

/// A mandated item (法定内容).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The id, such as `problems`.
    pub id: String,
    title: [String; 2],
    /// Whose year it tells of.
    pub year: ItemYear,
    headings: Vec<Pattern>,
    not_headings: Vec<Pattern>,
    /// Whether main parts that belong to no other item are this item.
    #[serde(default)]
    pub open: bool,
    /// Whether a mention in the problems and plans does not count.
    #[serde(default)]
    pub work_only: bool,
    /// Whether it is looked for in the last part of the body only.
    #[serde(default)]
    pub late: bool,
    /// What must be named in the section beside its subject.
    pub causes: Option<Pattern>,
    body: Vec<Pattern>,
}

impl Item {
    /// What the law calls it.
    pub fn title(&self, lang: Lang) -> &str {
        &self.title[lang as usize]
    }

    /// Whether a heading names the item.
    pub fn fits_heading(&self, heading: &str) -> bool {
        self.headings.iter().any(|pattern| pattern.is_match(heading)) && !self.not_headings.iter().any(|pattern| pattern.is_match(heading))
    }

    /// The places of a text that speak of the item without a heading.
    pub fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        self.body.iter().flat_map(|pattern| pattern.regex().find_iter(text)).map(|found| (found.start(), found.as_str()))
    }
}

impl Profile {
    /// What the family is called.
    pub fn name(&self, lang: Lang) -> &str {
        &self.name[lang as usize]
    }

    /// Whether a title is one of this family.
    pub fn fits_title(&self, title: &str) -> bool {
        self.titles.iter().any(|pattern| pattern.is_match(title)) && !self.not_titles.iter().any(|pattern| pattern.is_match(title))
    }

    /// How a report without a title is recognised, if it can be.
    pub fn evidence(&self) -> Option<&Evidence> {
        self.evidence.as_ref()
    }

    /// The items that tell what belongs where, mandated or not.
    pub fn items(&self) -> &'static [Item] {
        let source = self.items_of.as_deref().unwrap_or(&self.id);
        PROFILES.iter().find(|profile| profile.id == source).map_or(&[], |profile| &profile.items)
    }

    /// The article that mandates the items.
    pub fn basis(&self, lang: Lang) -> &str {
        self.basis.as_ref().map_or("", |basis| &basis.text[lang as usize])
    }

    /// How serious a missing item is in a report on a year; `None` where nothing mandates it.
    pub fn duty(&self, year: i16, lenient: bool) -> Option<Severity> {
        let duty = self.duty.iter().find(|duty| duty.from <= year && duty.to.is_none_or(|to| year <= to))?;
        Some(if lenient { duty.lenient } else { duty.strict })
    }

    /// The day by which a report on a year is due.
    pub fn deadline(&self, year: i16, filed: bool) -> Option<&Deadline> {
        self.deadline.iter().rev().find(|deadline| deadline.filed == filed && deadline.from <= year)
    }
}

/// A regular expression of the embedded data, compiled when it is first needed: a draft of one profile never needs most of them, and
/// compiling all takes longer than everything else that a start does.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub struct Pattern {
    text: String,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    /// Whether it is found in a text.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_match(text)
    }

    fn regex(&self) -> &Regex {
        self.compiled.get_or_init(|| Regex::new(&self.text).expect("a test compiles every embedded pattern"))
    }
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Self { text, compiled: OnceLock::new() }
    }
}

/// Reads profiles and checks that they fit each other.
fn load(files: &[&str]) -> Result<Vec<Profile>, String> {
    let mut profiles: Vec<Profile> =
        files.iter().map(|file| toml::from_str(file)).collect::<Result<_, _>>().map_err(|error| error.to_string())?;
    for profile in &profiles {
        let named = |id: &str| profiles.iter().filter(|other| other.id == id).count();
        if named(&profile.id) != 1 {
            return Err(format!("two profiles are called {}", profile.id));
        }
        if profile.items_of.as_deref().is_some_and(|id| named(id) != 1) || profile.items_of.is_some() && !profile.items.is_empty() {
            return Err(format!("{}: items_of names one other profile, and no items stand beside it", profile.id));
        }
        if profile.titles.is_empty() || profile.items.iter().any(|item| item.headings.is_empty()) {
            return Err(format!("{}: a profile needs titles, an item headings", profile.id));
        }
        if !profile.duty.is_empty() && profile.basis.is_none() {
            return Err(format!("{}: a duty needs a basis", profile.id));
        }
    }
    profiles.sort_by_key(|profile| (!profile.half, profile.items_of.is_none()));
    Ok(profiles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_show_their_profile() {
        let profiles = Profiles::default();
        for (title, id) in [
            ("某县人民政府2023年度法治政府建设工作情况报告", Some("annual-report")),
            ("市司法局关于2021年法治政府建设情况的报告", Some("annual-report")),
            ("2020年法治政府建设年度报告", Some("annual-report")),
            ("某市2022年上半年法治政府建设工作报告", Some("half-year-report")),
            ("2016年依法行政工作总结", Some("work-summary")),
            ("2021年法治政府建设工作总结及2022年工作计划", Some("work-summary")),
            ("关于做好2023年法治政府建设年度报告工作的通知", None),
            ("《2023年度法治政府建设情况报告》政策解读", None),
            ("2024年法治政府建设工作要点", None),
            ("2025年政府工作报告", None),
            ("政府信息公开工作年度报告", None),
        ] {
            assert_eq!(profiles.by_title(title).map(|profile| profile.id.as_str()), id, "{title}");
        }
    }

    #[test]
    fn the_duty_depends_on_year_and_issuer() {
        let annual = Profiles::default().get("annual-report").unwrap();
        let duty = |year, lenient| annual.duty(year, lenient).map(Severity::name);
        assert_eq!((duty(2018, false), duty(2019, false), duty(2019, true)), (None, Some("warning"), Some("hint")));
        assert_eq!((duty(2023, false), duty(2023, true)), (Some("error"), Some("information")));
        assert_eq!(Profiles::default().get("work-summary").unwrap().duty(2023, false), None);
    }

    #[test]
    fn headings_name_their_item() {
        let annual = Profiles::default().get("annual-report").unwrap();
        for (heading, id) in [
            ("2023年推进法治政府建设的主要举措和成效", "measures"),
            ("工作开展情况", "measures"),
            ("存在的不足和原因", "problems"),
            ("存在问题及下步打算", "problems"),
            ("存在问题及下步打算", "plan"),
            ("党政主要负责人履行推进法治建设第一责任人职责情况", "leaders"),
            ("2024年工作安排", "plan"),
            ("下步工作计划", "plan"),
        ] {
            let item = annual.items().iter().find(|item| item.id == id).unwrap();
            assert!(item.fits_heading(heading), "{heading} {id}");
        }
        let problems = annual.items().iter().find(|item| item.id == "problems").unwrap();
        for heading in ["坚持问题导向", "着力解决群众反映的突出问题", "依法化解矛盾纠纷"] {
            assert!(!problems.fits_heading(heading), "{heading}");
        }
    }

    #[test]
    fn a_wrong_profile_is_refused() {
        let broken = "id = \"a\"\nname = [\"a\", \"a\"]\ntitles = []\nnot_titles = []";
        assert!(load(&[broken]).is_err());
    }

    #[test]
    fn every_pattern_compiles() {
        for profile in Profiles::default().all() {
            let of_items = profile
                .items
                .iter()
                .flat_map(|item| item.headings.iter().chain(&item.not_headings).chain(&item.body).chain(item.causes.as_ref()));
            for pattern in profile.titles.iter().chain(&profile.not_titles).chain(of_items) {
                if let Err(error) = Regex::new(&pattern.text) {
                    panic!("{}: {error}", profile.id);
                }
            }
        }
    }
}
