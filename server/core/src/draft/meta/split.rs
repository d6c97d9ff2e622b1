//! Several drafts in one file.

use super::{tail, title};
use crate::catalogue::profiles::Profiles;
use crate::draft::outline::number_at_start;
use crate::text::{Folded, Span};
use memchr::memmem;

/// A draft of less than this many bytes is none: lists of related articles hold titles too.
const LEAST: usize = 1800;

/// The same where the draft before has ended with its date line, and the next one begins with a heading of its own.
const LEAST_SIGNED: usize = 300;

/// The parts of a text that are drafts of their own. Always at least one.
pub fn split(folded: &Folded, profiles: Profiles) -> Vec<Span> {
    let text = folded.text();
    let mut starts = parts(text);
    if starts.is_empty() {
        starts = titles(folded, profiles);
    }
    // The first draft takes what stands above it: the title of the collection.
    let mut bounds = vec![0];
    bounds.extend(starts.into_iter().skip(1));
    bounds.push(text.len());
    bounds.windows(2).map(|pair| Span::new(pair[0], pair[1])).collect()
}

/// Where 【篇一】, 【篇二】 … begin.
fn parts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), "【篇") {
        let rest = &text[at + "【篇".len()..];
        let numbered = number_at_start(rest)
            .is_some_and(|(number, length)| usize::from(number) == starts.len() + 1 && rest[length..].starts_with(['】', ':']));
        if numbered {
            starts.push(at);
        }
    }
    starts
}

/// Whether the first heading of a text is its first part: 一、.
fn opens_anew(text: &str) -> bool {
    let numbered = |line: &&str| line.starts_with("一、") || line.starts_with("二、");
    text.lines()
        .map(|line| line.trim_start_matches(['#', '*', ' ', '\u{3000}']))
        .find(numbered)
        .is_some_and(|line| line.starts_with("一、"))
}

/// Where a line is the title of a report, far enough from the last.
fn titles(folded: &Folded, profiles: Profiles) -> Vec<usize> {
    let text = folded.text();
    let mut starts: Vec<usize> = Vec::new();
    // Behind links to other pages a title is one of theirs.
    let links = ["上一篇", "下一篇"].iter().filter_map(|link| memmem::find(text.as_bytes(), link.as_bytes())).min().unwrap_or(text.len());
    let mut listed = false;
    let mut dated = false;
    for line in title::lines(text, Span::new(0, text.len())) {
        let words = line.of(text);
        let signed = std::mem::replace(&mut dated, tail::date_in(words).is_some());
        listed = listed || words.starts_with("相关") || line.end as usize > links;
        if listed {
            break;
        }
        if words.len() > 180 || words.contains(['。', '《', ',', '|', ':']) {
            continue;
        }
        let Some(title) = title::clean(folded, line) else { continue };
        let start = line.start as usize;
        let least = if signed && opens_anew(&text[line.end as usize..]) { LEAST_SIGNED } else { LEAST };
        let far = starts.last().is_none_or(|&last| start - last >= least) && (starts.is_empty() || text.len() - start >= least);
        if far && words.contains('年') && profiles.by_title(title.of(text)).is_some() {
            starts.push(start);
        }
    }
    starts
}
