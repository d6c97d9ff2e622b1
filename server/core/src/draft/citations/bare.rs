//! Names without 《》: laws, plans, meetings, campaigns, institutions and terms, where the words around show that they are meant.

use super::{Citation, Form};
use crate::catalogue::references::{Confidence, Entry, EntryKind, Hit, References, Target, TermRule, key, without_years};
use crate::text::{Span, is_han};

/// Words after which a name may begin in the middle of a sentence.
const BEFORE: [&str; 34] = [
    "根据",
    "依据",
    "按照",
    "依照",
    "遵照",
    "贯彻",
    "执行",
    "落实",
    "学习",
    "宣传",
    "实施",
    "遵守",
    "违反",
    "修订",
    "修订的",
    "施行",
    "新",
    "适用",
    "和",
    "与",
    "及",
    "或",
    "以",
    "对",
    "将",
    "的",
    "开展",
    "推进",
    "围绕",
    "组织",
    "通过",
    "按",
    "关于",
    "中华人民共和国",
];

/// Characters behind 法 with which it is another word: 合同法律, 继承法治.
const BEHIND_LAW: &str = "治律制规院官学庭定人务宣援医警徽师理则令条";

pub(super) fn read(text: &str, span: Span, references: &References, marked: &[Citation]) -> Vec<Citation> {
    let part = span.of(text);
    let base = span.start as usize;
    let mut found: Vec<Citation> = Vec::new();
    let mut title = 0;
    let mut free_from = 0;
    references.lexicon().find(part, |hit| {
        let (start, end) = (base + hit.start, base + hit.end);
        if start < free_from {
            return;
        }
        while marked.get(title).is_some_and(|citation| citation.span.end as usize <= start) {
            title += 1;
        }
        let inside = marked.get(title).filter(|citation| (citation.span.start as usize) < end);
        for target in references.lexicon().targets(hit) {
            let Target::Term(index) = target else { continue };
            let fixed = references.terms()[index as usize].rule == TermRule::FixedTerm;
            if inside.is_none_or(|citation| fixed && citation.nearest.is_none() && citation.entries.is_empty()) {
                free_from = end;
                found.push(citation(Span::new(start, end), Form::Term(index), Vec::new()));
                return;
            }
        }
        if inside.is_some() {
            return;
        }
        let rows = references.lexicon().targets(hit).filter_map(|target| match target {
            Target::Entry(index) => Some(index),
            Target::Term(_) => None,
        });
        let rows: Vec<u32> = rows.filter(|&row| stands_alone(references.entry(row), part, hit)).collect();
        if rows.is_empty() {
            return;
        }
        free_from = end;
        found.push(citation(Span::new(start, end), Form::Bare, rows));
    });
    found
}

fn citation(span: Span, form: Form, entries: Vec<u32>) -> Citation {
    Citation { title: Some(span), entries, ..Citation::new(span, form) }
}

/// Whether a name in running text stands for the row, and is no part of another word.
fn stands_alone(entry: &Entry, text: &str, hit: Hit) -> bool {
    if entry.confidence == Confidence::Low && !entry.local {
        return false;
    }
    let (before, name, after) = (&text[..hit.start], &text[hit.start..hit.end], &text[hit.end..]);
    let length = name.chars().count();
    let previous = before.chars().next_back().filter(|&c| is_han(c));
    let next = after.chars().next().unwrap_or('\n');
    let begins = previous.is_none() || BEFORE.iter().any(|word| before.ends_with(word));
    let national = ["国家", "国务院", "中央", "中国"].iter().any(|word| name.starts_with(word));
    match entry.kind {
        EntryKind::Law | EntryKind::Regulation | EntryKind::Party | EntryKind::Judicial => {
            let law = name.ends_with('法');
            length >= if law { 3 } else { 6 } && begins && !(law && BEHIND_LAW.contains(next))
        }
        EntryKind::Policy => length >= 10 && begins,
        EntryKind::Plan => length >= 4 && (name.starts_with('“') || begins) && without_years(&key(name)).chars().count() >= 4,
        EntryKind::Campaign => length >= 5,
        EntryKind::Meeting => length > 3 || before.ends_with("党的") || ["精神", "报告", "召开"].iter().any(|word| after.starts_with(word)),
        EntryKind::Institution => {
            length >= 3
                && (previous.is_none_or(|c| "省市县区州旗盟镇乡国原由向".contains(c)) || national || length >= 4 && begins)
                && !matches!(next, '法' | '长' | '令')
                && !(name.ends_with('部') && next == '门')
        }
    }
}
