//! A whole told apart by a feature: 按经营地分,城镇…,乡村…; 分级次看,市级…,县级…. What is told apart by one feature leaves nothing out.

use super::LONGEST;
use super::evidence::slipped;
use super::tell::{broken, holds, suspect, tie};
use crate::draft::figures::{Gap, Role};
use crate::relations::{Strength, Verdict, View};
use memchr::memchr2;

/// The whole stands at most this many figures before its parts.
const BACK: usize = 40;

/// Finds and judges lists by a feature.
pub(super) fn run(view: &mut View) {
    for first in 1..view.figures.len() {
        if view.figures[first].is_level() && leads(view, first) {
            list(view, first);
        }
    }
}

/// Whether the words in front of a figure name a feature: 按产业分, 分区域看, 从来源看.
fn leads(view: &View, first: usize) -> bool {
    let (start, end) = (view.figures[first - 1].span.end as usize, view.figures[first].span.start as usize);
    let Some(words) = view.text.get(start.max(view.text.ceil_char_boundary(end.saturating_sub(150)))..end) else { return false };
    if memchr2(b',', b':', words.as_bytes()).is_none() || !words.contains(['按', '分', '从']) {
        return false;
    }
    let clause =
        words.rfind(['。', ';', '\n']).map_or(words, |at| &words[at..]).trim_start_matches(['。', ';', '\n', ' ', '\u{3000}', ',']);
    let Some(mark) = clause.find([',', ':']) else { return false };
    let lead = &clause[..mark];
    lead.chars().count() <= 20
        && (lead.starts_with('按') && ["分", "看", "统计", "划分", "计"].iter().any(|end| lead.ends_with(end))
            || lead.starts_with('分') && lead.ends_with('看')
            || lead.starts_with("从") && lead.ends_with("分"))
}

fn list(view: &mut View, first: usize) {
    let head = &view.figures[first];
    let end = view.sentence_end(first).min(first + LONGEST);
    let parts: Vec<usize> = (first..end)
        .take_while(|&at| at == first || view.figures[at].gap < Gap::Sentence && !leads(view, at))
        .filter(|&at| view.figures[at].depth == head.depth && view.figures[at].is_level() && view.same_unit(at, first))
        .collect();
    if parts.len() < 2 {
        return;
    }
    let wholes: Vec<usize> = (first.saturating_sub(BACK)..first)
        .rev()
        .take_while(|&at| head.paragraph - view.figures[at].paragraph <= 1)
        .filter(|&at| {
            let other = &view.figures[at];
            other.depth == head.depth
                && other.role == Role::Count
                && other.is_level()
                && view.same_unit(at, first)
                && view.tied(at).part_of.is_none()
        })
        .collect();
    // What follows the list in its sentence may look like a part of it.
    for length in (2..=parts.len()).rev() {
        if let Some(&whole) = wholes.iter().find(|&&whole| holds(view, whole, &parts[..length])) {
            return tie(view, whole, &parts[..length], Verdict::Holds);
        }
    }
    // The figure that opens the paragraph is what the paragraph is about.
    let opening = |at: usize| at == 0 || view.figures[at - 1].paragraph != view.figures[at].paragraph;
    let Some(&whole) = wholes.iter().find(|&&whole| slipped(view, whole, &parts).is_some()) else { return };
    let slip = slipped(view, whole, &parts);
    if opening(whole) {
        broken(view, whole, &parts, slip, Strength::Likely);
    } else {
        suspect(view, whole, &parts, slip);
    }
}
