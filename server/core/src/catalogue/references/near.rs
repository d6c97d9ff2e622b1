//! Near titles: one character or one word away from a title of the catalogue, or without issuer, 关于 or 的通知.
//!
//! Local documents often differ from national ones by a word and are right. So a difference counts only where it cannot be a document
//! of its own: a law (only the national congress makes laws), a character that sounds the same, or a long title.

use super::{Entry, EntryKind, key, without_years, years_of};
use pinyin::ToPinyin;
use rustc_hash::FxHashMap;

/// How a title differs from the one of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// One or two characters are other ones.
    Characters,
    /// One or two characters, or a word, are missing.
    Missing,
    /// A character too many.
    Extra,
    /// Issuer, 关于 or 的通知 are missing; the rest is the same.
    Core,
}

/// The title of the catalogue nearest to one that it does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The index of the row.
    pub entry: u32,
    /// The difference.
    pub how: Near,
}

/// Titles by their first and last characters.
#[derive(Debug)]
pub(super) struct Index {
    keys: Vec<String>,
    /// The characters of the keys.
    characters: Vec<Box<[char]>>,
    ends: FxHashMap<(bool, [char; 2]), Vec<u32>>,
    cores: FxHashMap<String, Option<u32>>,
    /// The plans by their titles without the years.
    timeless: FxHashMap<String, Vec<u32>>,
}

impl Index {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let keys: Vec<String> = entries.iter().map(|entry| key(&entry.title).into_owned()).collect();
        let mut ends: FxHashMap<_, Vec<u32>> = FxHashMap::default();
        let mut cores: FxHashMap<String, Option<u32>> = FxHashMap::default();
        let mut timeless: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for ((index, key), entry) in (0u32..).zip(&keys).zip(entries) {
            if !entry.kind.is_document() {
                continue;
            }
            if years_of(key).is_some_and(|(first, last)| first < last) {
                timeless.entry(without_years(key).to_owned()).or_default().push(index);
            }
            for end in ends_of(key).into_iter().flatten() {
                ends.entry(end).or_default().push(index);
            }
            if let Some(core) = core_of(key) {
                cores.entry(core.to_owned()).and_modify(|row| *row = None).or_insert(Some(index));
            }
        }
        let characters = keys.iter().map(|key| key.chars().collect()).collect();
        Self { keys, characters, ends, cores, timeless }
    }

    pub(super) fn nearest(&self, entries: &[Entry], wanted: &str) -> Option<Nearest> {
        let characters: Vec<char> = wanted.chars().collect();
        if characters.len() < 4 {
            return None;
        }
        let mut best: Option<(usize, Nearest)> = None;
        let mut several = false;
        let mut seen: Vec<u32> = ends_of(wanted).into_iter().flatten().filter_map(|end| self.ends.get(&end)).flatten().copied().collect();
        seen.sort_unstable();
        seen.dedup();
        for entry in seen {
            let (key, kind) = (self.keys[entry as usize].as_str(), entries[entry as usize].kind);
            let compared = compare((wanted, &characters), (key, &self.characters[entry as usize]), kind);
            if let Some((how, size)) = compared.or_else(|| without_issuer(wanted, key)) {
                match &best {
                    Some((least, _)) if *least < size => {}
                    Some((least, _)) if *least == size => several = true,
                    _ => (best, several) = (Some((size, Nearest { entry, how })), false),
                }
            }
        }
        if let Some((_, nearest)) = best {
            return (!several).then_some(nearest);
        }
        let entry = self.cores.get(core_of(wanted)?).copied().flatten()?;
        // The paper by which a place carries a national one out is a paper of its own.
        let have = &self.keys[entry as usize];
        if ["的实施意见", "的方案"].iter().any(|kind| wanted.ends_with(kind) && !have.ends_with(kind)) {
            return None;
        }
        Some(Nearest { entry, how: Near::Core })
    }
}

fn ends_of(key: &str) -> Option<[(bool, [char; 2]); 2]> {
    let mut front = key.chars();
    let mut back = key.chars().rev();
    Some([(false, [front.next()?, front.next()?]), (true, [back.next()?, back.next()?])])
}

/// What is left of a document's title without issuer, 关于 and the kind of document. Short rests say too little.
fn core_of(key: &str) -> Option<&str> {
    const KINDS: [&str; 8] = ["的指导意见", "的实施意见", "的若干意见", "的意见", "的通知", "的决定", "的方案", "的规定"];
    let rest = key.find("关于").filter(|&at| at <= 60).map_or(key, |at| &key[at + "关于".len()..]);
    let rest = rest.strip_prefix("印发").unwrap_or(rest);
    let rest = KINDS.iter().find_map(|kind| rest.strip_suffix(kind))?;
    (rest.chars().count() >= 10).then_some(rest)
}

/// The words at the end that say what a document is; another one makes another document.
const KIND_ENDS: [&str; 14] =
    ["条例", "办法", "规定", "规则", "细则", "意见", "通知", "方案", "决定", "规划", "准则", "指引", "解释", "计划"];

/// How two titles, each with its characters, differ, and by how many characters.
fn compare((wanted, a): (&str, &[char]), (have, b): (&str, &[char]), kind: EntryKind) -> Option<(Near, usize)> {
    if a.len().abs_diff(b.len()) > 4 || a == b {
        return None;
    }
    let front = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let most = a.len().min(b.len()) - front;
    let back = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (ours, theirs) = (&a[front..a.len() - back], &b[front..b.len() - back]);
    let other = |part: &[char]| {
        part.iter().any(|c| {
            c.is_ascii_digit()
                || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '-' | '省' | '市' | '县' | '区')
        })
    };
    if other(ours) || other(theirs) || front == 0 && theirs.len() + ours.len() > 2 {
        return None;
    }
    let law = kind == EntryKind::Law && have.ends_with('法') && wanted.ends_with('法') && !wanted.ends_with("办法");
    let same_kind = law || KIND_ENDS.iter().all(|end| wanted.ends_with(end) == have.ends_with(end));
    if !same_kind {
        return None;
    }
    let size = ours.len().max(theirs.len());
    match (ours.len(), theirs.len()) {
        (1, 1) => {
            let sound = ours[0].to_pinyin().zip(theirs[0].to_pinyin()).is_some_and(|(a, b)| a.plain() == b.plain());
            let certain = (law && a.len() >= 5) || (sound && a.len() >= 5) || a.len() >= 14;
            certain.then_some((Near::Characters, 1))
        }
        (2, 2) => (a.len() >= 16).then_some((Near::Characters, 2)),
        (0, missing) if front > 0 && back > 0 => {
            let enough = match missing {
                1 => a.len() >= 5,
                2 => a.len() >= 9,
                _ => a.len() >= 14,
            };
            // A title may be cited without （试行） and （暂行）.
            let trial = theirs.contains(&'(') || theirs.contains(&')');
            (enough && !trial && (law || missing > 1 || a.len() >= 8)).then_some((Near::Missing, size))
        }
        (1, 0) if front > 0 && back > 0 => (law && a.len() >= 6 || a.len() >= 12).then_some((Near::Extra, 1)),
        _ => None,
    }
}

/// A title that begins with 关于, as titles are cited without their issuer, and lacks 的 besides. Other words make a local paper of its own.
fn without_issuer(wanted: &str, have: &str) -> Option<(Near, usize)> {
    let wanted = Some(wanted).filter(|wanted| wanted.starts_with("关于") && wanted.chars().count() >= 14)?;
    let tail = &have[have.find("关于").filter(|&at| at > 0)?..];
    let lacks = |at: usize| tail[..at] == wanted[..at.min(wanted.len())] && tail[at + '的'.len_utf8()..] == wanted[at.min(wanted.len())..];
    let fits =
        tail.len() == wanted.len() + '的'.len_utf8() && tail.match_indices('的').any(|(at, _)| wanted.is_char_boundary(at) && lacks(at));
    fits.then_some((Near::Missing, 1))
}

impl super::References {
    /// The one title nearest to a key that no row has, if it is certain enough.
    pub fn nearest(&self, key: &str) -> Option<Nearest> {
        self.near.get_or_init(|| Index::new(&self.entries)).nearest(&self.entries, key)
    }

    /// The plans that have the title of a key but other years in its brackets: `法治社会建设实施纲要(2021-2025年)`.
    pub fn of_other_years(&self, key: &str) -> &[u32] {
        let index = self.near.get_or_init(|| Index::new(&self.entries));
        let rows = years_of(key).and_then(|_| index.timeless.get(without_years(key)));
        rows.map_or(&[], Vec::as_slice)
    }

    /// The law that is meant where a title has the wrong word at its end: 中华人民共和国行政处罚条例, 政府信息公开法.
    /// Places make 条例 of their own, so only a title that begins with 中华人民共和国 can be a law's.
    pub fn of_other_kind(&self, title: &str) -> Option<u32> {
        let short = key(title);
        if !self.by_key(&short).is_empty() || short.chars().count() < 5 {
            return None;
        }
        let of = |name: String, kind: EntryKind| self.by_key(&name).into_iter().find(|&row| self.entry(row).kind == kind);
        if title.starts_with("中华人民共和国") {
            let core = ["条例", "办法", "规定"].iter().find_map(|end| short.strip_suffix(end))?;
            return of(format!("{core}法"), EntryKind::Law);
        }
        let core = short.strip_suffix('法').filter(|core| !core.ends_with(['办', '方', '做', '宪', '司']))?;
        of(format!("{core}条例"), EntryKind::Regulation)
    }
}
