//! later ≤ earlier: 受理 ≥ 办结 ≥ 撤销, 排查 ≥ 化解; and opening + in = out + closing where cases are carried over.

use crate::catalogue::flows::{FLOWS, Flow};
use crate::draft::figures::{Cue, Gap};
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View};
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

/// Which step of which flow each word names.
struct Words {
    finder: AhoCorasick,
    /// Per word: bits of the flows in which it is the earlier step, and the later.
    roles: Vec<(u64, u64)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words: Vec<&str> = FLOWS.flow.iter().flat_map(|flow| flow.earlier.iter().chain(&flow.later)).map(String::as_str).collect();
    words.sort_unstable();
    words.dedup();
    let bits = |word: &str, side: fn(&Flow) -> &Vec<String>| {
        FLOWS
            .flow
            .iter()
            .enumerate()
            .filter(|(_, flow)| side(flow).iter().any(|other| other == word))
            .fold(0u64, |bits, (at, _)| bits | 1 << at)
    };
    let roles = words.iter().map(|word| (bits(word, |flow| &flow.earlier), bits(word, |flow| &flow.later))).collect();
    let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&words).expect("the words are few and short");
    Words { finder, roles }
});

/// Finds and judges flows and balances.
pub(super) fn run(view: &mut View) {
    let steps: Vec<(u64, u64)> =
        (0..view.figures.len()).map(|at| if view.figures[at].is_level() { steps(words(view, at)) } else { (0, 0) }).collect();
    for later in 1..view.figures.len() {
        if steps[later].1 == 0 {
            within(view, later);
            continue;
        }
        if !balance(view, later) {
            flow(view, later, &steps);
        }
    }
}

/// The words that name a step: in front of the figure, or behind it where none stand in front.
fn words<'a>(view: &View<'a>, at: usize) -> &'a str {
    if view.before(at).trim().is_empty() { view.after(at) } else { view.before(at) }
}

/// The flows in which a label names the earlier step and the later one; the last word decides.
fn steps(label: &str) -> (u64, u64) {
    WORDS
        .finder
        .find_iter(label)
        .map(|found| WORDS.roles[found.pattern().as_usize()])
        .fold((0, 0), |(earlier, later), (a, b)| (earlier | a, later | b))
}

fn flow(view: &mut View, later: usize, steps: &[(u64, u64)]) {
    let from = later.saturating_sub(8);
    let earlier = (from..later)
        .rev()
        .take_while(|&at| {
            view.figures[later].sentence - view.figures[at].sentence <= 1 && view.figures[later].paragraph == view.figures[at].paragraph
        })
        .find(|&at| {
            steps[at].0 & steps[later].1 != 0
            && view.figures[at].depth == view.figures[later].depth
            && view.like(at, later)
            && (view.same_sentence(at, later) || view.figures[later].gap == Gap::Sentence && view.same_unit(at, later))
            // Two counts of the same step, or of another part of the list, are not one after the other.
            && (view.figures[at].part == view.figures[later].part || later - at <= 2)
        });
    let Some(earlier) = earlier else { return };
    if view.tied(later).part_of == Some(earlier as u32) || view.tied(earlier).part_of == Some(later as u32) {
        return;
    }
    let bits = steps[earlier].0 & steps[later].1;
    let flow = &FLOWS.flow[bits.trailing_zeros() as usize];
    at_most(view, earlier, later, flow.carry);
}

fn at_most(view: &mut View, earlier: usize, later: usize, carry: bool) {
    let holds = view.interval(later).can_be_at_most(view.interval(earlier));
    let words = &view.text[view.figures[earlier].before.start as usize..view.figures[later].after.end as usize];
    let carried = [earlier, later].iter().any(|&at| view.figures[at].cues.with(view.figures[at].after_cues).any(&[Cue::Carry, Cue::Since]))
        || ["结转", "旧存", "存案", "往年", "上年未"].iter().any(|word| words.contains(word));
    let same_unit = view.same_unit(earlier, later);
    let sure = same_unit && view.same_sentence(earlier, later) && later - earlier <= 3;
    let verdict = match holds {
        true => Verdict::Holds,
        false if carried || !sure => Verdict::Unsure,
        false => Verdict::Broken,
    };
    let strength = if carried {
        Strength::Suspect
    } else if carry {
        Strength::Likely
    } else {
        Strength::Certain
    };
    let strength = if verdict == Verdict::Unsure && !carried { Strength::Certain } else { strength };
    let formula = format!("{} ≤ {}", view.shown(later), view.shown(earlier));
    let operands = vec![view.operand("later", later), view.operand("earlier", earlier)];
    view.push(Making::new(Kind::Flow, verdict, formula, operands).strength(strength).done());
}

/// 34个部门中,仅有6个部门…: a part named by 中 behind its whole.
fn within(view: &mut View, part: usize) {
    let figure = &view.figures[part];
    if !figure.is_level() || figure.gap > Gap::Comma || view.tied(part).part_of.is_some() {
        return;
    }
    let whole = part - 1;
    let of = &view.figures[whole];
    let inside = view.after(whole).ends_with('中') || view.after(whole).ends_with("当中") || view.figures[part].cues.has(Cue::Among);
    if inside && of.is_level() && of.depth == figure.depth && view.like(whole, part) && view.same_sentence(whole, part) {
        at_most(view, whole, part, false);
    }
}

/// 受理210件,答复205件(含上年结转4件,另有9件顺延到下年).
fn balance(view: &mut View, later: usize) -> bool {
    let end = view.sentence_end(later);
    if later == 0 || !view.same_sentence(later - 1, later) || !view.same_unit(later - 1, later) {
        return false;
    }
    let (received, done) = (later - 1, later);
    let near = |at: usize| at < end && view.same_unit(at, done) && view.figures[at].is_level();
    let words = |at: usize| format!("{}{}", view.before(at), view.after(at));
    let carried_in = (later + 1..end.min(later + 4))
        .find(|&at| near(at) && ["上年结转", "上年度结转", "旧存", "上年未结", "结转上年"].iter().any(|word| words(at).contains(word)));
    let carried_out = (later + 1..end.min(later + 4)).find(|&at| {
        near(at) && ["顺延", "转下年", "结转下年", "未结", "在办"].iter().any(|word| words(at).contains(word)) && Some(at) != carried_in
    });
    let (Some(opening), Some(closing)) = (carried_in, carried_out) else { return false };
    let (Some(left), Some(right)) = (view.sum(&[received, opening]), view.sum(&[done, closing])) else { return false };
    let holds = left.meets(&right);
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    let formula = format!(
        "{} + {} {} {} + {}",
        view.shown(received),
        view.shown(opening),
        if holds { "=" } else { "≠" },
        view.shown(done),
        view.shown(closing)
    );
    let operands = vec![
        view.operand("done", done),
        view.operand("received", received),
        view.operand("opening", opening),
        view.operand("closing", closing),
    ];
    view.push(Making::new(Kind::Balance, verdict, formula, operands).strength(Strength::Likely).done());
    true
}
