//! Document links: what can be followed by a click.
//!
//! A short name leads to where it is introduced, 附件1 to the attachment, 见第三部分 to the part, a reference to its official page where
//! the catalogue or `hegao.toml` has an address, the name of a rule in a comment to its explanation. Nothing is opened by itself.

use super::navigation;
use crate::catalogue::references::References;
use crate::text::Span;
use crate::{DraftReview, Lang, ReferenceReview, Review, rules, say, suppress};
use rustc_hash::FxHashMap;

/// A place that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The place.
    pub span: Span,
    /// Where it leads.
    pub target: Target,
    /// What is there.
    pub tooltip: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Another place of the same text.
    Place(Span),
    /// A page with this address.
    Page(String),
    /// The explanation of the rule with this id.
    Rule(&'static str),
}

/// The links of a text, by place.
pub fn links(review: &Review, text: &str, references: &References, lang: Lang) -> Vec<Link> {
    let mut links = Vec::new();
    for draft in &review.drafts {
        of_references(draft, text, references, lang, &mut links);
        to_attachments(draft, text, lang, &mut links);
        to_parts(draft, text, lang, &mut links);
    }
    links.extend(to_rules(text, lang));
    links.sort_by_key(|link| link.span);
    links
}

/// From a short name to its introduction, else to the official page.
fn of_references(draft: &DraftReview, text: &str, references: &References, lang: Lang, out: &mut Vec<Link>) {
    let introductions = navigation::introductions(draft, text);
    let mut introduced: FxHashMap<&str, Span> = FxHashMap::default();
    for &place in &introductions {
        introduced.entry(place.of(text)).or_insert(place);
    }
    let pages: FxHashMap<&str, &str> =
        references.entries().iter().filter(|entry| !entry.url.is_empty()).map(|entry| (entry.id.as_ref(), entry.url.as_ref())).collect();
    let introduces = |reference: &&ReferenceReview| {
        let after = introductions.partition_point(|place| place.end <= reference.span.start);
        introductions.get(after).is_some_and(|place| reference.span.contains(*place))
    };
    for reference in draft.references.iter().filter(|reference| !introduces(reference)) {
        let name = navigation::short_name(reference, text);
        let place = name.and_then(|name| introduced.get(name)).filter(|place| place.end <= reference.span.start);
        if let Some(&place) = place {
            let tooltip = lang.pick("到简称首次出现处", "Where the short name is introduced").to_owned();
            out.push(Link { span: reference.span, target: Target::Place(place), tooltip });
            continue;
        }
        if let Some(&page) = reference.entry.as_deref().and_then(|id| pages.get(id)) {
            let tooltip = say!(lang, "打开官方页面：{page}", "Open the official page: {page}");
            out.push(Link { span: reference.span, target: Target::Page(page.to_owned()), tooltip });
        }
    }
}

/// From 附件1 in a sentence to the attachment itself, else to its line in the list of attachments.
fn to_attachments(draft: &DraftReview, text: &str, lang: Lang, out: &mut Vec<Link>) {
    const WORD: &str = "附件";
    let part = draft.span.of(text);
    let base = draft.span.start as usize;
    let mut mentions: Vec<(Span, Option<u16>)> = Vec::new();
    let mut places: FxHashMap<Option<u16>, Span> = FxHashMap::default();
    for (at, _) in part.match_indices(WORD) {
        let behind = &part[at + WORD.len()..];
        let (number, length) = number_at_start(behind);
        let span = Span::new(base + at, base + at + WORD.len() + length);
        let line = part[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let alone = part[line..at].chars().all(|c| c.is_whitespace() || c == '#' || c == '*');
        if !alone {
            mentions.push((span, number));
            continue;
        }
        // What stands lower is the attachment itself rather than the list.
        places.insert(number, span);
        if number.is_none() {
            list(&behind[length..], span.end as usize, &mut places);
        }
    }
    for (span, number) in mentions {
        let place = places.get(&number).or_else(|| number.is_none().then(|| places.get(&Some(1))).flatten());
        if let Some(&place) = place {
            let tooltip = say!(lang, "到{}", "Go to {}", span.of(text));
            out.push(Link { span, target: Target::Place(place), tooltip });
        }
    }
}

/// The numbered lines of a list of attachments: `附件：1.甲` and `2.乙` below it.
fn list(behind: &str, base: usize, places: &mut FxHashMap<Option<u16>, Span>) {
    let mut offset = base;
    for (index, line) in behind.split_inclusive('\n').enumerate() {
        let words = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
        let start = offset + (line.len() - words.len());
        offset += line.len();
        let words = words.trim_end();
        let (number, length) = number_at_start(words);
        match number.filter(|_| words[length..].starts_with(['.', '．', '、'])) {
            Some(_) => {
                places.entry(number).or_insert(Span::new(start, start + words.len()));
            }
            None if index == 0 || words.is_empty() => {}
            None => return,
        }
    }
}

/// From 见第三部分 to the part.
fn to_parts(draft: &DraftReview, text: &str, lang: Lang, out: &mut Vec<Link>) {
    const BEFORE: &[&str] = &["见", "見", "本报告", "本報告", "前述", "上述"];
    let part = draft.span.of(text);
    let base = draft.span.start as usize;
    for (end, word) in part.match_indices("部分") {
        let Some(at) = part[..end].rfind('第') else { continue };
        let (number, length) = number_at_start(&part[at + '第'.len_utf8()..end]);
        let span = Span::new(base + at, base + end + word.len());
        if number.is_none() || at + '第'.len_utf8() + length != end || !BEFORE.iter().any(|word| part[..at].ends_with(word)) {
            continue;
        }
        let of_level = |level: u8| draft.outline.iter().find(|heading| heading.level == level && Some(heading.number) == number);
        let Some(heading) = of_level(0).or_else(|| of_level(1)).filter(|heading| !heading.line().overlaps(span)) else { continue };
        let tooltip = say!(lang, "到“{}”", "Go to “{}”", heading.line().of(text).trim());
        out.push(Link { span, target: Target::Place(heading.line()), tooltip });
    }
}

/// From the name of a rule in a comment to its explanation.
fn to_rules(text: &str, lang: Lang) -> Vec<Link> {
    let names = suppress::read(text).into_iter().flat_map(|comment| comment.rules);
    names.filter_map(|name| rule_link(&name.text, name.span, lang)).collect()
}

/// The links of a file of settings: from each rule that it names to its explanation.
pub fn of_settings(text: &str, lang: Lang) -> Vec<Link> {
    let name = |c: char| c.is_ascii_lowercase() || matches!(c, '/' | '-');
    let mut links = Vec::new();
    for (at, _) in text.match_indices('/') {
        let start = text[..at].rfind(|c| !name(c)).map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
        let end = text[at..].find(|c| !name(c)).map_or(text.len(), |length| at + length);
        links.extend(rule_link(&text[start..end], Span::new(start, end), lang));
    }
    links
}

/// The link of a rule's name, if it is one.
fn rule_link(name: &str, span: Span, lang: Lang) -> Option<Link> {
    let rule = rules::by_id(name)?;
    Some(Link { span, target: Target::Rule(rule.id), tooltip: rule.what(lang).to_owned() })
}

/// A number of at most two digits or three numerals, and its length.
fn number_at_start(text: &str) -> (Option<u16>, usize) {
    let wide = |c: char| if ('０'..='９').contains(&c) { char::from_u32(c as u32 - 0xFEE0).unwrap_or(c) } else { c };
    let length = |of: &dyn Fn(char) -> bool| text.find(|c: char| !of(c)).unwrap_or(text.len());
    let digits = length(&|c| wide(c).is_ascii_digit());
    if digits > 0 {
        let number: String = text[..digits].chars().map(wide).collect();
        return (number.parse().ok().filter(|&number| number < 100), digits);
    }
    let numerals = length(&|c| "一二三四五六七八九十".contains(c));
    (crate::draft::outline::number_at_start(&text[..numerals]).map(|(number, _)| number), numerals)
}

#[cfg(test)]
mod tests {
    use super::{Target, links};
    use crate::{Engine, Lang, LocalReference, Settings};

    const DRAFT: &str = "云溪县人民政府关于2024年法治政府建设情况的报告\n\n\
        云溪县认真落实《云溪县依法行政办法》（以下简称《办法》），各项数据见附件2，存在的不足详见第二部分。\n\n\
        一、主要举措\n对照《办法》逐条落实，统计口径见附件 。《云溪县供水条例》已经公布，第二部分工作另行安排。\n\
        <!-- 核稿忽略 wording/half-width、period：示例 -->\n\n\
        二、存在的不足\n重视不够，原因是学习不深入。\n\n\
        附件：1.执法案件统计表\n　　　2.复议案件统计表\n\n云溪县人民政府\n2025年1月20日\n\n附件2\n复议案件统计表\n";

    #[test]
    fn settings_lead_to_the_rules_that_they_name() {
        let text = "[rules]\n\"arithmetic/rate\" = \"off\"\nwording = \"hint\" # a/b\n";
        let found: Vec<&str> = super::of_settings(text, Lang::Zh).iter().map(|link| link.span.of(text)).collect();
        assert_eq!(found, ["arithmetic/rate"]);
    }

    #[test]
    fn what_can_be_followed_leads_where_it_says() {
        let page = "https://www.example.gov.cn/gsbf";
        let local = LocalReference { title: "云溪县供水条例".to_owned(), url: Some(page.to_owned()), ..LocalReference::default() };
        let engine = Engine::new(Settings { references: vec![local], ..Settings::default() });
        let review = engine.review(DRAFT);
        let found = links(&review, DRAFT, &engine.catalogue().references, Lang::Zh);
        let of = |target: &Target| match target {
            Target::Place(span) => {
                let line = DRAFT[..span.start as usize].matches('\n').count() + 1;
                format!("{line}:{}", span.of(DRAFT))
            }
            Target::Page(page) => page.clone(),
            Target::Rule(id) => (*id).to_owned(),
        };
        let found: Vec<(&str, String)> = found.iter().map(|link| (link.span.of(DRAFT), of(&link.target))).collect();
        let expected = [
            ("附件2", "18:附件2".to_owned()),
            ("第二部分", "9:二、存在的不足".to_owned()),
            ("《办法》", "3:办法".to_owned()),
            ("附件", "12:附件".to_owned()),
            ("《云溪县供水条例》", page.to_owned()),
            ("wording/half-width", "wording/half-width".to_owned()),
        ];
        assert_eq!(found, expected);
    }
}
