//! Who has issued a report, and what kind of body it is.

use super::tail::Tail;
use crate::Settings;
use crate::catalogue::IssuerKind;
use crate::text::Span;
use memchr::memmem;

/// Who has issued a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The name as the draft has it.
    pub name: String,
    /// Its kind, where the name shows it.
    pub kind: Option<IssuerKind>,
}

impl Issuer {
    /// Whether two names are one body's: with or without 人民政府, with or without the places that it lies in.
    pub fn is_same(&self, other: &Self) -> bool {
        let bare = |name: &str| {
            let name = name.trim_end_matches("办公室");
            let name = name.strip_suffix("人民政府").unwrap_or(name);
            name.to_owned()
        };
        let (one, two) = (bare(&self.name), bare(&other.name));
        // 我县 may be any county.
        let named = !self.name.starts_with('我') && !other.name.starts_with('我') && one.chars().count() >= 2 && two.chars().count() >= 2;
        named && (one.ends_with(&two) || two.ends_with(&one))
    }
}

/// Endings of names and the kind that they show; the first that fits decides.
const ENDINGS: &[(&str, IssuerKind)] = &[
    ("街道", IssuerKind::Subdistrict),
    ("街道办事处", IssuerKind::Subdistrict),
    ("街道党工委", IssuerKind::Subdistrict),
    ("镇", IssuerKind::Township),
    ("乡", IssuerKind::Township),
    ("苏木", IssuerKind::Township),
    ("管委会", IssuerKind::Zone),
    ("管理委员会", IssuerKind::Zone),
    ("开发区", IssuerKind::Zone),
    ("高新区", IssuerKind::Zone),
    ("经开区", IssuerKind::Zone),
    ("示范区", IssuerKind::Zone),
    ("园区", IssuerKind::Zone),
    ("产业园", IssuerKind::Zone),
    ("保税区", IssuerKind::Zone),
    ("试验区", IssuerKind::Zone),
    ("合作区", IssuerKind::Zone),
    ("度假区", IssuerKind::Zone),
    ("功能区", IssuerKind::Zone),
    ("集聚区", IssuerKind::Zone),
    ("浦东新区", IssuerKind::County),
    ("滨海新区", IssuerKind::County),
    ("新区", IssuerKind::Zone),
    ("部", IssuerKind::State),
    ("总局", IssuerKind::State),
    ("局", IssuerKind::Department),
    ("委员会", IssuerKind::Department),
    ("委", IssuerKind::Department),
    ("厅", IssuerKind::Department),
    ("办公室", IssuerKind::Department),
    ("支队", IssuerKind::Department),
    ("总队", IssuerKind::Department),
    ("大队", IssuerKind::Department),
    ("中心", IssuerKind::Department),
    ("省", IssuerKind::Province),
    ("自治区", IssuerKind::Province),
    ("北京市", IssuerKind::Province),
    ("天津市", IssuerKind::Province),
    ("上海市", IssuerKind::Province),
    ("重庆市", IssuerKind::Province),
    ("市", IssuerKind::City),
    ("自治州", IssuerKind::City),
    ("州", IssuerKind::City),
    ("盟", IssuerKind::City),
    ("地区", IssuerKind::City),
    ("县", IssuerKind::County),
    ("区", IssuerKind::County),
    ("旗", IssuerKind::County),
];

/// What a body without a title or a signature calls itself.
const PRONOUNS: &[(&str, IssuerKind)] = &[
    ("我局", IssuerKind::Department),
    ("我委", IssuerKind::Department),
    ("我厅", IssuerKind::Department),
    ("管委会", IssuerKind::Zone),
    ("示范区", IssuerKind::Zone),
    ("开发区", IssuerKind::Zone),
    ("我街道", IssuerKind::Subdistrict),
    ("我镇", IssuerKind::Township),
    ("我乡", IssuerKind::Township),
    ("我县", IssuerKind::County),
    ("我市", IssuerKind::City),
    ("我省", IssuerKind::Province),
];

/// The kind of body that a name shows.
pub(super) fn kind(name: &str) -> Option<IssuerKind> {
    let bare =
        ["人民政府办公室", "人民政府", "党委", "委员会办公室"].into_iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let bare = if bare.is_empty() { name } else { bare };
    let fits = |ending: &str| bare.ends_with(ending);
    ENDINGS.iter().filter(|(ending, _)| fits(ending)).max_by_key(|(ending, _)| ending.len()).map(|&(_, kind)| kind)
}

/// Whether a line is nothing but the name of a body.
pub(super) fn is_name(words: &str) -> bool {
    let short = (3..=30).contains(&words.chars().count());
    let plain = !words.contains(|c: char| c.is_ascii_digit() || ",。、:;《》“”的和与是在了".contains(c));
    let numbered = crate::draft::outline::number_at_start(words).is_some_and(|(_, length)| words[length..].starts_with('、'));
    let ends = ["人民政府", "委员会", "管委会", "局", "厅", "办公室", "办事处", "党委", "党组", "支队", "总队", "街道"]
        .iter()
        .any(|end| words.ends_with(end));
    short && plain && !numbered && ends
}

/// Reads the issuer: the settings, then the title, the signature, what the page says, and what the body calls itself.
pub(super) fn read(text: &str, body: Span, title: Option<&str>, tail: &Tail, recognised: bool, settings: &Settings) -> Option<Issuer> {
    let named = |name: &str| Some(Issuer { name: name.to_owned(), kind: kind(name) });
    if let Some(name) = &settings.issuer {
        return named(name);
    }
    let from_title = title.and_then(in_title);
    let written = from_title.or_else(|| tail.signature.map(|span| span.of(text))).or_else(|| tail.host.map(|span| span.of(text)));
    if let Some(name) = written.filter(|name| !name.is_empty()) {
        return named(name);
    }
    if !recognised {
        return None;
    }
    let words = body.of(text);
    let counted = PRONOUNS.iter().map(|&(word, kind)| (memmem::find_iter(words.as_bytes(), word).count(), kind, word));
    let (count, kind, word) = counted.max_by_key(|&(count, ..)| count)?;
    (count >= 3).then(|| Issuer { name: word.to_owned(), kind: Some(kind) })
}

/// The body that a title names: before the year or 关于, or between the year and the subject.
pub(super) fn in_title(title: &str) -> Option<&str> {
    let title = title.strip_prefix("关于").unwrap_or(title);
    let year = title.find('年').map(|at| {
        let start = title[..at].trim_end_matches(|c: char| c.is_ascii_digit() || "〇零○一二三四五六七八九xX".contains(c)).len();
        (start, at + "年".len())
    });
    let subject = ["推进法治", "加强法治", "法治政府", "法治建设", "依法行政", "落实", "上半年", "下半年"]
        .iter()
        .filter_map(|word| title.find(word))
        .min();
    let about = title.find("关于");
    let name = match (about, year, subject) {
        (Some(at), ..) if at > 0 => &title[..at],
        (_, Some((start, _)), _) if start > 0 => &title[..start],
        (_, Some((_, end)), Some(subject)) if end < subject => title[end..subject].trim_start_matches('度'),
        (_, None, Some(subject)) => &title[..subject],
        _ => return None,
    };
    let name = name.trim().trim_end_matches(['的', '(']);
    (name.chars().count() >= 2 && kind(name).is_some()).then_some(name)
}
