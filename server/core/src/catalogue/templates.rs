//! Templates: sections, paragraphs by topic and whole drafts, as data that a jurist can mend.
//!
//! `data/templates/*.toml` holds rows of `[[template]]`; the user's own rows come on top. A text is plain, with fields in braces:
//! `{受理}` a figure, `{会议…}` words that the writer fills in, `{县|市|区}` a choice, `{年}` `{上一年}` `{下一年}` `{全年}` `{单位}` what is known of the draft,
//! and in a line of its own `{>id}` another template with its heading. `ties` says how the figures hang together, such as
//! `办结率 = 办结 / 受理` and `办结 <= 受理`.

#[cfg(test)]
mod filled;
mod render;
mod syntax;
#[cfg(test)]
mod tests;
mod ties;

pub(crate) use render::numeral;
pub use render::{Known, Renderer, Style};
pub use syntax::Text;
pub use ties::{Expression, Tie};

use crate::Settings;
use crate::catalogue::IssuerKind;
use serde::Deserialize;

const SHIPPED: [&str; 5] = [
    include_str!("../../data/templates/drafts.toml"),
    include_str!("../../data/templates/sections.toml"),
    include_str!("../../data/templates/topics-procedure.toml"),
    include_str!("../../data/templates/topics-enforcement.toml"),
    include_str!("../../data/templates/topics-society.toml"),
];

/// What a template is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TemplateKind {
    /// A whole draft.
    Draft,
    /// A mandated section.
    Section,
    /// A paragraph on a topic.
    Topic,
}

/// A template.
#[derive(Clone, Debug)]
pub struct Template {
    /// `section/problems`, `topic/复议`: variants for other issuers or years share it.
    pub id: String,
    /// What it is for.
    pub kind: TemplateKind,
    /// The name that completion shows.
    pub name: String,
    /// Other words to find it by.
    pub keywords: Vec<String>,
    /// The profile that it belongs to; none for any.
    pub profile: Option<String>,
    /// The mandated item that it fills.
    pub item: Option<String>,
    /// The kinds of issuers that it is for; empty for any.
    pub issuers: Vec<IssuerKind>,
    /// The first and the last year of reports that it fits.
    pub years: [Option<i16>; 2],
    /// The heading without its number.
    pub heading: Option<Text>,
    /// The text.
    pub text: Text,
    /// How the figures are tied.
    pub ties: Vec<Tie>,
}

impl Template {
    /// Whether it fits an issuer and a year, as far as they are known.
    pub fn fits(&self, issuer: Option<IssuerKind>, year: Option<i16>) -> bool {
        let [from, until] = self.years;
        (self.issuers.is_empty() || issuer.is_some_and(|issuer| self.issuers.contains(&issuer)))
            && year.is_none_or(|year| from.is_none_or(|from| from <= year) && until.is_none_or(|until| year <= until))
    }
}

/// All templates.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    rows: Vec<Template>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    template: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    kind: Option<TemplateKind>,
    name: String,
    #[serde(default)]
    keywords: Vec<String>,
    profile: Option<String>,
    item: Option<String>,
    #[serde(default)]
    issuers: Vec<String>,
    from: Option<i16>,
    until: Option<i16>,
    heading: Option<String>,
    text: String,
    #[serde(default)]
    ties: Vec<String>,
}

impl Row {
    fn template(self) -> Result<Template, String> {
        let told = |error: String| format!("{}: {error}", self.id);
        let heading = self.heading.as_deref().map(Text::parse).transpose().map_err(told)?;
        let text = Text::parse(self.text.trim_end_matches('\n')).map_err(told)?;
        let ties = self.ties.iter().map(|tie| Tie::parse(tie)).collect::<Result<Vec<_>, _>>().map_err(told)?;
        let figures = text.figures();
        if let Some(name) = ties.iter().flat_map(Tie::names).find(|name| !figures.contains(name)) {
            return Err(told(format!("no figure {{{name}}} in the text")));
        }
        let issuers = self.issuers.iter().map(|name| IssuerKind::named(name).ok_or_else(|| told(format!("no issuer `{name}`"))));
        Ok(Template {
            issuers: issuers.collect::<Result<_, _>>()?,
            kind: self.kind.unwrap_or(TemplateKind::Topic),
            name: self.name,
            keywords: self.keywords,
            profile: self.profile,
            item: self.item,
            years: [self.from, self.until],
            id: self.id,
            heading,
            text,
            ties,
        })
    }
}

/// Reads rows of templates; what is wrong is told with the id of the row.
pub fn parse(text: &str) -> Result<Vec<Template>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    file.template.into_iter().map(Row::template).collect()
}

impl Templates {
    /// The shipped templates, with the user's own before them. Rows of the user that cannot be read are left out: the faces check
    /// them with [`parse`] when they read the settings.
    pub fn load(settings: &Settings) -> Self {
        let own = settings.templates.as_deref().map(|text| parse(text).unwrap_or_default()).unwrap_or_default();
        let shipped = SHIPPED.iter().flat_map(|text| parse(text).unwrap_or_default());
        Self { rows: own.into_iter().chain(shipped).collect() }
    }

    /// All templates, the user's own first.
    pub fn all(&self) -> &[Template] {
        &self.rows
    }

    /// The template with an id that fits best: one for this very kind of issuer before one for any.
    pub fn get(&self, id: &str, issuer: Option<IssuerKind>, year: Option<i16>) -> Option<&Template> {
        let fitting = || self.rows.iter().filter(|row| row.id == id && row.fits(issuer, year));
        fitting().find(|row| !row.issuers.is_empty()).or_else(|| fitting().next())
    }

    /// A fresh draft of a profile.
    pub fn draft(&self, profile: &str, known: Known, style: Style) -> Option<String> {
        let template = self.get(&format!("draft/{profile}"), known.kind, known.year)?;
        let mut renderer = Renderer::new(self, known, style);
        renderer.headed(template);
        Some(renderer.finish())
    }

    /// The profiles that there is a draft for.
    pub fn drafts(&self) -> Vec<&str> {
        let drafts = self.rows.iter().filter(|row| row.kind == TemplateKind::Draft);
        drafts.filter_map(|row| row.id.strip_prefix("draft/")).collect()
    }

    /// The templates of a kind that fit, one for each id, in the order of the files.
    pub fn fitting(&self, kind: TemplateKind, issuer: Option<IssuerKind>, year: Option<i16>) -> Vec<&Template> {
        let mut ids: Vec<&str> = Vec::new();
        for row in self.rows.iter().filter(|row| row.kind == kind) {
            if !ids.contains(&row.id.as_str()) {
                ids.push(&row.id);
            }
        }
        ids.into_iter().filter_map(|id| self.get(id, issuer, year)).collect()
    }
}
