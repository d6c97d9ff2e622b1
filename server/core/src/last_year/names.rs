//! What a figure is called, so that it can be found again in another year's report.

use crate::draft::Draft;
use crate::draft::figures::{Class, Figure, core};

/// A label names one thing by itself from this many characters on; a shorter one needs its sentence to be about the same.
const TELLING: usize = 6;
/// The fewest characters of a sentence's first label that say what it is about.
const SUBJECT: usize = 4;

/// Words that say over whom a figure counts.
const SCOPES: &[(&str, Scope)] = &[
    ("全国", Scope::All),
    ("全省", Scope::All),
    ("全区", Scope::All),
    ("全市", Scope::All),
    ("全州", Scope::All),
    ("全县", Scope::All),
    ("全旗", Scope::All),
    ("全镇", Scope::All),
    ("全乡", Scope::All),
    ("全系统", Scope::All),
    ("市本级", Scope::Own),
    ("县本级", Scope::Own),
    ("区本级", Scope::Own),
    ("省本级", Scope::Own),
    ("本级", Scope::Own),
    ("我省", Scope::Unsaid),
    ("我市", Scope::Unsaid),
    ("我县", Scope::Unsaid),
    ("我区", Scope::Unsaid),
    ("我局", Scope::Unsaid),
    ("我镇", Scope::Unsaid),
    ("我街道", Scope::Unsaid),
    ("我委", Scope::Unsaid),
    ("我厅", Scope::Unsaid),
];

/// Over whom a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Unsaid,
    All,
    Own,
}

/// What a figure is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Subject and predicate, freed of words of scope and of joining words.
    pub(crate) label: String,
    /// The first label of its sentence: what the sentence is about.
    subject: String,
    scope: Scope,
    /// The unit; one for all units that count the same.
    unit: String,
}

impl Name {
    /// Whether both name one thing for certain.
    pub(crate) fn is(&self, other: &Name) -> bool {
        let subject = self.subject == other.subject && self.subject.chars().count() >= SUBJECT;
        self.is_like(other) && (subject || self.label.chars().count() >= TELLING)
    }

    /// Whether both are called the same and count alike; what they speak of may differ.
    pub(crate) fn is_like(&self, other: &Name) -> bool {
        let scope = self.scope == other.scope || self.scope == Scope::Unsaid || other.scope == Scope::Unsaid;
        self.label == other.label && self.unit == other.unit && scope
    }
}

/// The names of a draft's figures, one for each; none where no words name a figure.
pub(crate) fn read(text: &str, draft: &Draft) -> Vec<Option<Name>> {
    let mut subject = String::new();
    let mut sentence = u32::MAX;
    let mut names = Vec::with_capacity(draft.figures.len());
    for figure in &draft.figures {
        if figure.sentence != sentence {
            sentence = figure.sentence;
            subject.clear();
        }
        names.push(named(figure, figure.label(text), &mut subject, text));
    }
    names
}

/// The name of a figure whose label is known.
fn named(figure: &Figure, label: &str, subject: &mut String, text: &str) -> Option<Name> {
    let (scope, label) = scoped(label);
    if label.chars().count() < 2 {
        return None;
    }
    if subject.is_empty() {
        label.clone_into(subject);
    }
    Some(Name { label: label.to_owned(), subject: subject.clone(), scope, unit: unit(figure, text).to_owned() })
}

/// The name of a figure under another label: 受理案件 of 上年受理案件120件.
pub(crate) fn relabelled(figure: &Figure, label: &str, text: &str) -> Option<Name> {
    named(figure, label, &mut String::new(), text)
}

fn scoped(label: &str) -> (Scope, &str) {
    let (mut scope, mut label) = (Scope::Unsaid, core(label));
    // The number of an item (二是办理案件) is no part of a name.
    let bare = label.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    if let Some(rest) = bare.strip_prefix('是').filter(|_| bare.len() < label.len()) {
        label = core(rest);
    }
    while let Some((rest, found)) = SCOPES.iter().find_map(|&(word, scope)| Some((label.strip_prefix(word)?, scope))) {
        scope = found;
        label = core(rest);
    }
    (scope, label)
}

/// 件, 起 and 宗 count the same cases, 人 and 名 the same people.
fn unit<'t>(figure: &Figure, text: &'t str) -> &'t str {
    let written = figure.unit_text(text);
    match figure.class {
        Class::Case if matches!(written, "件" | "起" | "宗" | "例" | "案" | "桩" | "案件") => "件",
        Class::Person => "人",
        _ => written,
    }
}
