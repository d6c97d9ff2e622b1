//! A count of those among whom figures are shared out: 涉及5个单位,其中甲局17件、乙局5件、丙镇9件、丁镇4件、戊中心2件.

use super::list::List;
use crate::draft::figures::{Class, Cue, Gap};
use crate::relations::View;
use crate::relations::kinds::partition;

/// Fewer are too often only the first of more.
const FEWEST: usize = 3;
/// No list is followed farther than this.
const MOST: usize = 60;

/// As many figures in front of the count may be the total.
const BACK: usize = 16;

/// Words in front of what belongs to none of those that are counted.
const BESIDE: &[&str] = &["另", "其余", "其他", "其它", "还有", "此外", "剩余", "共", "合计"];

/// The figures behind a count, one for each of the counted, as a list; `None` where they are not told so.
pub(super) fn find(view: &View, index: usize, count: usize) -> Option<(List, Vec<usize>)> {
    let claim = &view.figures[index];
    let first = index + 1;
    let head = view.figures.get(first)?;
    let told = head.cues.any(&[Cue::Among, Cue::Include]) || head.gap == Gap::Colon;
    let bodies = matches!(claim.class, Class::Body | Class::Thing | Class::Named) && claim.depth == 0;
    if count < 2 || !bodies || !told || head.depth != 0 || head.sentence > claim.sentence + 1 || view.same_unit(index, first) {
        return None;
    }
    let mut members: Vec<usize> = Vec::new();
    for at in (first..view.figures.len()).take(4 * MOST) {
        let figure = &view.figures[at];
        if figure.sentence != head.sentence {
            break;
        }
        if figure.depth > 0 {
            continue;
        }
        // 另有14件由乡镇办理: what is none of the counted.
        if at > first && BESIDE.iter().any(|word| view.before(at).trim_start_matches([',', ';', '、', ' ']).starts_with(word)) {
            break;
        }
        // Behind semicolons each statement has one of the counted as its subject, and figures of several kinds.
        match members.last() {
            Some(&last) if view.figures[last].part == figure.part && figure.gap > Gap::None && parted(view, head.part, figure.sentence) => {
            }
            _ => members.push(at),
        }
    }
    // A unit may have been forgotten: 水务局4,供电局3件.
    let counts = |at: usize| view.same_unit(at, first) || view.figures[at].class == Class::Bare && view.like(at, first);
    let alike = members.iter().all(|&at| view.figures[at].is_level() && counts(at) && view.label(at).chars().count() >= 2);
    let open = members.last().is_some_and(|&last| view.before(last).contains('等') || view.after(last).starts_with('等'));
    if members.len() < FEWEST || !alike || open {
        return None;
    }
    let (start, end) = (head.before.start as usize, view.figures[*members.last()?].span.end as usize);
    // What 其中 begins may leave some of them out, unless its figures add up to a total in front.
    let sure = !head.cues.has(Cue::Among) || adds_up(view, index, &members);
    Some((List { sure, ..List::of_marked(start, &view.text[start..end], members.len(), false) }, members))
}

/// Ties the figures of a list that leaves none of the counted out to the total in front of it.
pub(super) fn total(view: &mut View, index: usize, members: &[usize]) {
    let totals: Vec<usize> = (index.saturating_sub(BACK)..index)
        .rev()
        .filter(|&at| view.figures[at].depth == 0 && view.is_level(at) && view.same_unit(at, members[0]))
        .collect();
    if members.iter().any(|&member| view.tied(member).part_of.is_some()) {
        return;
    }
    match totals.iter().copied().find(|&at| partition::adds_up(view, at, members)) {
        Some(whole) => partition::whole_of(view, whole, members),
        None => {
            // One slip explains the miss, or another matter is told.
            let _told = totals.into_iter().any(|whole| !view.tied(whole).whole && partition::missed_topic(view, whole, members));
        }
    }
}

/// Whether figures add up to one in front of the count.
fn adds_up(view: &View, index: usize, members: &[usize]) -> bool {
    let Some(sum) = view.sum(members) else { return false };
    let alike = |&at: &usize| view.figures[at].is_level() && view.same_unit(at, members[0]);
    (index.saturating_sub(BACK)..index).filter(alike).any(|at| sum.meets(view.interval(at)))
}

/// Whether a sentence goes on behind a semicolon.
fn parted(view: &View, part: u32, sentence: u32) -> bool {
    let next = view.figures.partition_point(|figure| figure.part <= part);
    view.figures.get(next).is_some_and(|figure| figure.sentence == sentence)
}
