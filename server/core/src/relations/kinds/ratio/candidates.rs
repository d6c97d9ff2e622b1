//! Which figures a rate or a share may have been divided from, the likeliest reading first.

use super::claim::Claim;
use super::combined::{combined, negates, outcomes};
use super::stated;
use super::{Group, Reading};
use crate::draft::figures::{Class, Cue, Gap};
use crate::relations::{Kind, View};
use memchr::memmem;
use smallvec::smallvec;

/// How many figures back a part is looked for, and how many a whole.
pub(super) const PART_REACH: usize = 10;
const WHOLE_REACH: usize = 30;

/// The readings of a claim, the likeliest first.
pub(super) fn readings(view: &View, claim: &Claim, bases: &[(usize, Group)]) -> Vec<Reading> {
    if let Some(whole) = claim.stated {
        return stated::readings(view, whole);
    }
    let mut readings = match claim.kind {
        Kind::Share => shares(view, claim, bases),
        _ => rates(view, claim),
    };
    readings.truncate(40);
    readings
}

/// The level figures before a claim, nearest first.
fn levels<'v>(view: &'v View, index: usize, reach: usize) -> impl Iterator<Item = usize> + 'v {
    let paragraph = view.figures[index].paragraph;
    (index.saturating_sub(reach)..index)
        .rev()
        .take_while(move |&at| paragraph - view.figures[at].paragraph <= if reach > 20 { 14 } else { 3 })
        .filter(|&at| view.is_level(at) && view.figures[at].class != Class::Named)
}

fn shares(view: &View, claim: &Claim, bases: &[(usize, Group)]) -> Vec<Reading> {
    let Some(part) = share_part(view, claim) else { return Vec::new() };
    let mut readings = shares_of(view, claim, part, bases);
    // 税收收入70件,非税收入30件,税收占比70%: the name may be that of a figure farther off.
    if !claim.subject.is_empty() && claim.respective.is_none() {
        let others: Vec<usize> = levels(view, claim.index, PART_REACH)
            .take_while(|&at| view.same_sentence(at, claim.index))
            .filter(|&at| at != part && view.like(at, part) && overlap(claim.subject, view.label(at)) >= 2)
            .collect();
        for other in others {
            let mut farther = shares_of(view, claim, other, bases);
            if view.label(other).starts_with(claim.subject) && !view.label(part).starts_with(claim.subject) {
                std::mem::swap(&mut readings, &mut farther);
            }
            readings.extend(farther.into_iter().map(|reading| Reading { strong: [false; 2], eligible: false, ..reading }));
        }
    }
    readings
}

/// How the name of a total ends.
const TOTALS: &[&str] = &["总额", "总量", "总数", "总计", "合计"];
/// The characters that these endings are made of.
const TOTALS_END: [char; 5] = ['总', '额', '量', '数', '计'];

/// 旅游消费总额62.5亿元,…;乡村旅游消费50.1亿元,占全部比重80.2%: the total that is called most like the part, if only one is.
fn total_of_all(view: &View, claim: &Claim, part: usize, wholes: &[(u32, usize)]) -> Option<usize> {
    if !claim.of_all {
        return None;
    }
    let called = |whole: usize| {
        let label = view.label(whole);
        let near = view.figures[whole].paragraph == view.figures[part].paragraph && whole < part;
        if near && TOTALS.iter().any(|word| label.ends_with(word)) {
            overlap(label.trim_end_matches(TOTALS_END), view.label(part))
        } else {
            0
        }
    };
    let mut called: Vec<(usize, usize)> = wholes.iter().map(|&(_, whole)| (called(whole), whole)).filter(|&(pairs, _)| pairs > 0).collect();
    called.sort_unstable_by(|a, b| b.cmp(a));
    match called[..] {
        [(_, only)] => Some(only),
        [(most, total), (next, _), ..] if most > next => Some(total),
        _ => None,
    }
}

/// The readings of a share whose part is known.
fn shares_of(view: &View, claim: &Claim, part: usize, bases: &[(usize, Group)]) -> Vec<Reading> {
    let index = claim.index;
    let mut wholes: Vec<(u32, usize)> = Vec::new();
    let tied = view.tied(part).part_of.map(|whole| whole as usize);
    let last_base = bases.last().filter(|(other, _)| index - other <= 12).and_then(|(_, base)| base.first().copied());
    let mut far: Vec<usize> =
        bases.iter().rev().take(40).filter_map(|(_, base)| base.first().copied()).filter(|&base| base + WHOLE_REACH < part).collect();
    far.sort_unstable();
    far.dedup();
    for whole in levels(view, part, WHOLE_REACH).chain(far) {
        let named = overlap(&claim.name, view.label(whole));
        let bound = tied == Some(whole) || named >= 2 || last_base == Some(whole);
        if whole == part || !view.like(whole, part) || view.value(whole) < view.value(part) && !view.same_sentence(whole, part) && !bound {
            continue;
        }
        let head = view.figures[whole].cues.any(&[Cue::Total, Cue::Sum]) || view.tied(whole).whole;
        let distance = (part - whole) as u32;
        let rank = distance
            + if tied == Some(whole) { 0 } else { 20 }
            + if named >= 2 { 0 } else { 15 }
            + if last_base == Some(whole) { 0 } else { 12 }
            + if head { 0 } else { 8 }
            + if view.tied(whole).part_of.is_some() && view.tied(whole).part_of == view.tied(part).part_of { 40 } else { 0 };
        wholes.push((rank, whole));
    }
    wholes.sort_unstable();
    let named = |whole: usize| claim.name.is_empty() || overlap(&claim.name, view.label(whole)) >= 2;
    let only = wholes.len() == 1;
    let total = total_of_all(view, claim, part, &wholes);
    let all = |whole: usize| total == Some(whole);
    let own = claim.subject.is_empty() || view.gap(part, index) >= Gap::Pause && overlap(claim.subject, view.label(part)) >= 2;
    wholes
        .iter()
        .map(|&(_, whole)| Reading {
            strong: [
                own && !claim.foreign,
                named(whole)
                    && view.value(whole) >= view.value(part)
                    && (tied == Some(whole) || last_base == Some(whole) || all(whole) || only && view.same_sentence(whole, part)),
            ],
            eligible: own
                && !claim.foreign
                && (tied == Some(whole) || last_base == Some(whole) || only || all(whole) || named(whole) && !claim.name.is_empty()),
            ..Reading::of(part, whole)
        })
        .collect()
}

/// The part of a share: the figure that it stands behind.
pub(super) fn share_part(view: &View, claim: &Claim) -> Option<usize> {
    let index = claim.index;
    if let Some((place, length)) = claim.respective {
        let first = index - place;
        let last = levels(view, first, 3).next()?;
        let parts: Vec<usize> = levels(view, first, length + 8).filter(|&at| view.same_unit(at, last)).take(length).collect();
        let tight = first - last == 1 && view.gap(last, first) <= Gap::Comma;
        return (tight && parts.len() == length).then(|| parts[length - 1 - place]);
    }
    let figure = &view.figures[index];
    levels(view, index, PART_REACH)
        .take_while(|&at| view.same_sentence(at, index))
        .find(|&at| view.figures[at].depth == figure.depth || view.figures[at].depth + 1 == figure.depth)
        .filter(|&at| view.gap(at, index) <= Gap::Comma || view.gap(at, index) <= Gap::Colon)
}

fn rates(view: &View, claim: &Claim) -> Vec<Reading> {
    let index = claim.index;
    let known = claim.rate;
    let stem = stem(&claim.name);
    // 不合格4批次 is no part of 合格率; what it leaves of the whole is.
    let denied = |at: usize| match known {
        Some(rate) => rate.part.iter().any(|part| negates(view.label(at), part)),
        None => negates(view.label(at), stem),
    };
    let is_part = |at: usize| {
        let label = view.label(at);
        if denied(at) {
            return false;
        }
        // 216件案卷中的189件进行了自查: what follows 中的 is the part of what stands before.
        if known.is_some() && at + 1 == index && at > 0 && within(view, at) {
            return true;
        }
        match known {
            Some(rate) => has(label, &rate.part) || !stem.is_empty() && label.contains(stem),
            None => stem.chars().count() >= 2 && label.contains(stem),
        }
    };
    let same = |at: usize| view.same_sentence(at, index);
    // The whole may be named behind the rate: 调解成功92件,成功率38.2%;办结241件.
    let behind = (index + 1..(index + 3).min(view.figures.len())).filter(|&at| same(at) && view.figures[at].is_level());
    let around: Vec<usize> = levels(view, index, WHOLE_REACH).chain(behind).collect();
    // Whether each is called like the part and like the whole: read once, and not once per pair.
    let named_part: Vec<bool> = around.iter().map(|&at| is_part(at)).collect();
    let named_whole: Vec<bool> = around.iter().map(|&at| known.is_some_and(|rate| has(view.label(at), &rate.whole))).collect();
    // 支出决算为89万元。完成预算的98%: a claim that opens the next sentence or line speaks of the figure right before.
    let opens = |at: usize| at + 1 == index && view.figures[index].sentence - view.figures[at].sentence <= 2;
    let mut parts: Vec<(u32, usize, bool)> = Vec::new();
    for (&at, &named) in around.iter().zip(&named_part) {
        let distance = index.abs_diff(at) as u32;
        let (named, near) = (named, distance <= 2 && same(at) && at < index);
        if distance <= PART_REACH as u32
            && (named || near)
            && (same(at) || named && (view.figures[index].sentence.abs_diff(view.figures[at].sentence) <= 1 || opens(at)))
        {
            let rank = distance + if named { 0 } else { 10 } + if same(at) { 0 } else { 10 };
            // The nearest figure that is called so is the part; another is only worth a try.
            let nearest = !parts.iter().any(|&(_, other, strong)| strong && view.like(other, at));
            parts.push((rank, at, named && (same(at) || opens(at)) && nearest));
        }
    }
    parts.sort_unstable();
    parts.truncate(4);
    let mut readings: Vec<(u32, Reading)> = Vec::new();
    for &(part_rank, part, strong_part) in &parts {
        if let Some(rate) = known {
            combined(view, rate, part, part_rank, strong_part, &around, &mut readings);
        }
        let part_is = is_part(part);
        let part_as_whole = known.is_some_and(|rate| has(view.label(part), &rate.whole));
        let qualified = claim.qualified && !view.label(part).contains(stem);
        for (slot, &whole) in around.iter().enumerate() {
            if whole == part || !view.like(whole, part) || whole > index && whole < part {
                continue;
            }
            let (named, whole_is) = (named_whole[slot], named_part[slot]);
            // 结案2件,败诉23件,败诉率8.7%: where the words name both, one is not taken for the other.
            if whole_is && !named && part_as_whole && !part_is {
                continue;
            }
            let sentences = view.figures[part].sentence.abs_diff(view.figures[whole].sentence);
            let adjacent = whole < part && part - whole == 1 && sentences == 0;
            let distance = part.abs_diff(whole) as u32;
            let rank = part_rank + distance + if named { 0 } else { 8 } + sentences * 6 + if whole > part { 12 } else { 0 };
            let only_total = whole < part && !whole_is && sentences == 0 && first_of_sentence(view, whole);
            // A figure that is itself called like the part is no whole of it, unless it stands right before.
            // 应出庭80件,出庭92件,出庭率98%: the words bind both, and the part exceeds its whole.
            let over = named
                && known.is_some()
                && sentences <= u32::from(view.figures[whole].paragraph == view.figures[part].paragraph)
                && distance <= 3
                && whole < part
                && !whole_is;
            let strong = (view.value(whole) >= view.value(part) || over)
                && !qualified
                && ((named && sentences <= 1 && distance <= 4 && (!whole_is || adjacent))
                    || (adjacent || only_total && known.is_none()) && !whole_is);
            let plausible = view.value(whole) >= view.value(part) || sentences == 0 || over && strong_part;
            if plausible {
                let near = view.figures[whole].paragraph == view.figures[index].paragraph;
                let eligible = strong_part && !qualified && near && (named || adjacent || only_total);
                readings.push((rank, Reading { strong: [strong_part, strong], eligible, ..Reading::of(part, whole) }));
            }
        }
    }
    let failed = around.iter().copied().filter(|&at| at < index && index - at <= PART_REACH && same(at) && denied(at));
    for less in failed {
        for whole in around.iter().copied().filter(|&whole| whole < less && same(whole) && view.like(whole, less)) {
            let named = known.is_some_and(|rate| has(view.label(whole), &rate.whole)) || first_of_sentence(view, whole);
            let strong = [named && !is_part(whole); 2];
            readings.push(((index - whole) as u32, Reading { less: smallvec![less], strong, ..Reading::of(whole, whole) }));
        }
    }
    if let Some(rate) = known.filter(|rate| !rate.outcomes.is_empty()) {
        outcomes(view, claim, rate, &around, &mut readings);
    }
    readings.sort_by_key(|(rank, _)| *rank);
    readings.into_iter().map(|(_, reading)| reading).collect()
}

/// Whether a figure is named as one of those before: 216件案卷中的189件.
fn within(view: &View, at: usize) -> bool {
    let before = view.before(at).trim_end();
    ["中的", "中有"].iter().any(|word| before.ends_with(word))
        && view.figures[at].gap == Gap::None
        && view.figures[at - 1].is_level()
        && view.same_unit(at - 1, at)
}

fn first_of_sentence(view: &View, index: usize) -> bool {
    (view.sentence_start(index)..index).all(|at| !view.figures[at].is_level() || !view.like(at, index))
}

/// The words of a rate's name without 率: what its part is called.
fn stem(name: &str) -> &str {
    name.trim_end_matches(['率', '面'])
}

pub(super) fn has(label: &str, words: &[String]) -> bool {
    words.iter().any(|word| label.contains(word.as_str()))
}

/// How many pairs of neighbouring characters of a name a label holds, counted twice; of a name of one character, 2 or 0.
pub(in crate::relations::kinds) fn overlap(name: &str, label: &str) -> usize {
    let mut ends = name.char_indices().map(|(at, c)| at + c.len_utf8());
    let Some(mut middle) = ends.next() else { return 0 };
    let (mut start, mut pairs, mut found) = (0, 0, 0);
    for end in ends {
        pairs += 1;
        found += usize::from(memmem::find(label.as_bytes(), &name.as_bytes()[start..end]).is_some());
        start = middle;
        middle = end;
    }
    if pairs == 0 { if label.contains(name) { 2 } else { 0 } } else { found * 2 }
}

/// The readings that the nearest figures give: what most claims are satisfied by, without looking farther.
pub(super) fn nearest(view: &View, claim: &Claim, bases: &[(usize, Group)]) -> Vec<Reading> {
    let reading = |part: usize, whole: usize| Reading { strong: [true, true], eligible: true, ..Reading::of(part, whole) };
    let mut found = Vec::new();
    if claim.stated.is_some() {
        return found;
    }
    if claim.kind == Kind::Share {
        let Some(part) = share_part(view, claim) else { return found };
        let tied = view.tied(part).part_of.map(|whole| whole as usize).filter(|&whole| whole < part);
        let base = bases.last().filter(|(other, _)| claim.index - other <= 12).and_then(|(_, base)| base.first().copied());
        found.extend(
            tied.into_iter().chain(base).filter(|&whole| whole != part && view.like(whole, part)).map(|whole| reading(part, whole)),
        );
        return found;
    }
    let Some(rate) = claim.rate else { return found };
    let Some(part) =
        levels(view, claim.index, 4).take_while(|&at| view.same_sentence(at, claim.index)).find(|&at| has(view.label(at), &rate.part))
    else {
        return found;
    };
    let whole = levels(view, part, 4)
        .take_while(|&at| view.same_sentence(at, part))
        .find(|&at| view.like(at, part) && has(view.label(at), &rate.whole));
    found.extend(whole.map(|whole| reading(part, whole)));
    found
}
