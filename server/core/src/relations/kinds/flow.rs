//! later ≤ earlier: 受理 ≥ 办结 ≥ 撤销, 排查 ≥ 化解.

use crate::catalogue::flows::{FLOWS, Flow};
use crate::catalogue::word_set::WordSet;
use crate::catalogue::words;
use crate::draft::figures::{Cue, Gap};
use crate::relations::interval::Exact;
use crate::relations::scope::comparable;
use crate::relations::view::Making;
use crate::relations::{Kind, Strength, Verdict, View};
use crate::text::Finder;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How many figures back the earlier step is looked for.
const REACH: usize = 8;

/// Which step of which flow each word names.
struct Words {
    finder: Finder,
    /// For each word, bits of the flows in which it is the earlier step, and the later.
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
    // The longest word is found: 已办结 is 办结 as well.
    let roles = words
        .iter()
        .map(|word| {
            let plain = DONE.iter().find_map(|done| word.strip_prefix(done)).unwrap_or(word);
            let both = |side: fn(&Flow) -> &Vec<String>| bits(word, side) | bits(plain, side);
            (both(|flow| &flow.earlier), both(|flow| &flow.later))
        })
        .collect();
    Words { finder: Finder::new(words), roles }
});

/// Finds and judges flows.
pub(super) fn run(view: &mut View) {
    let steps: Vec<Steps> =
        (0..view.figures.len()).map(|at| if view.is_level(at) { Steps::of(words(view, at)) } else { Steps::default() }).collect();
    let mut standing = Standing::default();
    for later in 1..view.figures.len() {
        if steps[later].later != 0 {
            flow(view, later, &steps, &mut standing);
        }
    }
}

/// The words that name a step: in front of the figure, or behind it where none stand in front.
fn words<'a>(view: &View<'a>, at: usize) -> &'a str {
    if view.before(at).trim().is_empty() { view.after(at) } else { view.before(at) }
}

/// What says no more of a step than that it has been taken.
const DONE: &[&str] = &["已", "共", "依法", "按期", "按时"];

/// What says that a step has not been taken.
const PENDING: &[&str] = &["尚未", "还未", "未", "未能", "待", "正在", "尚在", "没有"];

/// Whether the words in front of a step say that it has not been taken: 尚未审结, 正在办理.
fn pending(before: &str) -> bool {
    PENDING.iter().any(|word| before.ends_with(word))
}

/// The flows in which words name the earlier step, and those in which they name the later one: a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::relations) struct Steps {
    earlier: u64,
    later: u64,
}

impl Steps {
    /// The steps that a label names and that have been taken.
    pub(in crate::relations) fn of(label: &str) -> Self {
        let taken = WORDS.finder.longest(label).filter(|found| !pending(&label[..found.start]));
        taken.fold(Self::default(), |steps, found| {
            let (earlier, later) = WORDS.roles[found.word];
            Self { earlier: steps.earlier | earlier, later: steps.later | later }
        })
    }

    /// Whether a step is named at all.
    pub(super) fn any(self) -> bool {
        self != Self::default()
    }

    /// Whether both name the same step of a procedure, or neither names one.
    pub(super) fn same(self, other: Self) -> bool {
        self == other || self.earlier & other.earlier != 0 || self.later & other.later != 0
    }
}

/// Which words were asked already whether a step stands by itself in them: words are cut into words of the language for it.
#[derive(Default)]
struct Standing<'t> {
    known: FxHashMap<(&'t str, u32, bool), bool>,
}

impl<'t> Standing<'t> {
    /// Whether a step's word stands by itself in words: 办结 does in 办结案件, and not in 主办结果.
    fn stands(&mut self, words: &'t str, flow: u32, later: bool) -> bool {
        *self.known.entry((words, flow, later)).or_insert_with(|| stands(words, flow, later))
    }
}

fn stands(label: &str, flow: u32, later: bool) -> bool {
    WORDS.finder.longest(label).filter(|found| !pending(&label[..found.start])).any(|found| {
        let (a, b) = WORDS.roles[found.word];
        (if later { b } else { a }) & 1 << flow != 0 && words::stands(label, &WORDS.finder.words()[found.word])
    })
}

fn flow<'t>(view: &mut View<'t>, later: usize, steps: &[Steps], standing: &mut Standing<'t>) {
    let figure = &view.figures[later];
    let near = |at: usize| figure.sentence - view.figures[at].sentence <= 1 && figure.paragraph == view.figures[at].paragraph;
    let fits = |at: usize| {
        let bits = steps[at].earlier & steps[later].later;
        bits != 0
            && view.figures[at].depth == figure.depth
            && (view.like(at, later) || FLOWS.flow[bits.trailing_zeros() as usize].units)
            && (view.same_sentence(at, later) || figure.gap == Gap::Sentence && view.same_unit(at, later))
            && !crosses(view, at, later)
            // Two counts of the same step, or of another part of the list, are not one after the other.
            && (view.figures[at].part == figure.part || later - at <= 2)
    };
    let Some(earlier) = (later.saturating_sub(REACH)..later).rev().take_while(|&at| near(at)).find(|&at| fits(at)) else { return };
    if view.tied(later).part_of == Some(earlier as u32) || view.tied(earlier).part_of == Some(later as u32) {
        return;
    }
    let step = (steps[earlier].earlier & steps[later].later).trailing_zeros();
    if !standing.stands(words(view, earlier), step, false) || !standing.stands(words(view, later), step, true) {
        return;
    }
    // 接收投诉1024件、举报356件,合计1380件,办结1365件: the total that stands between is what was received.
    let total = (earlier + 1..later).rev().find(|&at| {
        let between = &view.figures[at];
        between.is_level() && between.depth == figure.depth && between.cues.any(&[Cue::Sum, Cue::Total]) && view.same_unit(at, later)
    });
    if let Some(total) = total.filter(|&total| view.value(total) >= view.value(earlier)) {
        return at_most(view, &[total], later, &FLOWS.flow[step as usize]);
    }
    // 收到申请120件(自然人申请90件、法人申请30件): what a part of the list is part of was received.
    // The whole is named by the same step: 审结2件,败诉23件 are not one after the other because both are part of 行政诉讼案件25件.
    let whole = view.tied(earlier).part_of.map(|whole| whole as usize).filter(|&whole| {
        steps[whole].earlier & 1 << step != 0
            && view.same_unit(whole, later)
            && view.value(whole) >= view.value(earlier)
            && !view.interval(later).can_be_at_most(view.interval(earlier))
    });
    if let Some(whole) = whole {
        return at_most(view, &[whole], later, &FLOWS.flow[step as usize]);
    }
    // 办结20件,接待来访47件,维持25件: the later step may be one of what was named last.
    let other = (earlier + 1..later).any(|at| {
        let between = &view.figures[at];
        between.is_level()
            && between.depth == figure.depth
            && between.gap >= Gap::Comma
            && steps[at].later & steps[earlier].earlier == 0
            && steps[at] != steps[earlier]
            && view.same_unit(at, later)
            && view.value(at) >= view.value(later)
    });
    if other && !view.interval(later).can_be_at_most(view.interval(earlier)) {
        return;
    }
    let parts = siblings(view, earlier, later, steps);
    let enough = view.interval(later).can_be_at_most(view.interval(earlier));
    let bound: &[usize] = if enough { &[earlier] } else { &parts };
    at_most(view, bound, later, &FLOWS.flow[step as usize]);
}

/// Whether a semicolon stands between two steps and another subject behind it: 审结40件;行政诉讼案件47件,维持25件.
fn crosses(view: &View, earlier: usize, later: usize) -> bool {
    let Some(clause) = (earlier + 1..=later).rev().find(|&at| view.figures[at].gap == Gap::Semicolon) else { return false };
    (clause..later)
        .any(|at| view.figures[at].is_level() && view.same_base(at, later) && view.figures[at].depth == view.figures[later].depth)
}

/// The figures of one list with the earlier step: 接收投诉1024件、举报356件, both were received.
fn siblings(view: &View, earlier: usize, later: usize, steps: &[Steps]) -> Vec<usize> {
    let listed = |at: usize| {
        view.figures[at].is_level()
            && (view.figures[at].gap <= Gap::Pause || view.figures[at].gap == Gap::Comma && steps[at] == steps[earlier])
            && view.figures[at].depth == view.figures[earlier].depth
            && view.same_unit(at, earlier)
            && view.same_sentence(at, earlier)
    };
    let mut first = earlier;
    let joins = |at: usize| view.figures[at].gap <= Gap::Pause || steps[at - 1] == steps[earlier];
    while first > 0
        && earlier - first < REACH
        && listed(first)
        && joins(first)
        && view.figures[first - 1].is_level()
        && view.same_unit(first - 1, earlier)
    {
        first -= 1;
    }
    let mut parts: Vec<usize> = (first..=earlier).collect();
    parts.extend((earlier + 1..later).take_while(|&at| listed(at) && steps[at].later == 0));
    parts
}

/// What says that some of what is counted was carried over.
static CARRIED: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(&["结转", "旧存", "存案", "往年", "上年未", "历年"]));

fn at_most(view: &mut View, earlier: &[usize], later: usize, flow: &Flow) {
    let (first, last) = (earlier[0], earlier[earlier.len() - 1]);
    let Some(whole) = view.sum(earlier) else { return };
    let holds = view.interval(later).can_be_at_most(&whole);
    let words = &view.text[view.figures[first].before.start as usize..view.figures[later].after.end as usize];
    // What is carried over is seldom more than what came in, and never many times as much.
    let beyond = || {
        let (whole, part) = (view.value(first), view.value(later));
        whole >= Exact::from_integer(100) && part >= whole * Exact::from_integer(3) && view.same_unit(first, later)
    };
    let carried = !beyond()
        && [first, later].iter().any(|&at| view.figures[at].cues.with(view.figures[at].after_cues).any(&[Cue::Carry, Cue::Since]))
        || CARRIED.any_in(words);
    // 立刑事案件831起,同比下降3%。破刑事案件464起: the next sentence says of the same things.
    let said_of_the_same = || super::partition::tail_overlap(view.label(last), view.label(later)) >= 4;
    let sure = || {
        (view.same_unit(last, later) || flow.units)
            && (view.same_sentence(last, later) || said_of_the_same())
            && last < later
            && later - last <= 3
            && !other_object(view, last, later)
    };
    let verdict = match holds {
        true => Verdict::Holds,
        false if carried || !sure() || !comparable(view, first, later) => Verdict::Unsure,
        false => Verdict::Broken,
    };
    let strength = match () {
        () if carried => Strength::Suspect,
        () if verdict == Verdict::Broken && (flow.carry || !view.same_sentence(last, later)) => Strength::Likely,
        () => Strength::Certain,
    };
    told(view, earlier, later, verdict, strength);
}

/// Words of an object that say no more than that something is counted.
const GENERIC: &[&str] = &["各类", "案件", "事项", "问题", "申请", "决定", "意见", "行政", "相关", "有关", "的"];

static OBJECT: LazyLock<WordSet> = LazyLock::new(|| WordSet::new(GENERIC));
static SUBJECT: LazyLock<WordSet> = LazyLock::new(|| {
    // 行政案件 is a class beside 刑事案件.
    let generic: Vec<&str> = GENERIC.iter().chain(DONE).copied().filter(|&word| word != "行政").collect();
    WordSet::new(&generic)
});

/// Whether both steps name what they count, and not the same: 受理信访86件,办结来电咨询240件.
fn other_object(view: &View, earlier: usize, later: usize) -> bool {
    let object = |at: usize| {
        let label = view.label(at);
        let end = WORDS.finder.longest(label).last().map_or(0, |found| found.end);
        OBJECT.taken_out(&label[end..])
    };
    let (one, other) = (object(earlier), object(later));
    one.chars().count() >= 2 && other.chars().count() >= 2 && super::ratio::overlap(&one, &other) == 0
}

/// What a label says beside its step: 刑事 of 刑事案件已审结.
pub(super) fn subject(label: &str) -> String {
    let mut rest = String::with_capacity(label.len());
    let mut at = 0;
    for found in WORDS.finder.longest(label) {
        rest.push_str(&label[at..found.start]);
        at = found.end;
    }
    rest.push_str(&label[at..]);
    SUBJECT.taken_out(&rest).into_owned()
}

fn told(view: &mut View, earlier: &[usize], later: usize, verdict: Verdict, strength: Strength) {
    let mut formula = String::with_capacity(48);
    formula.extend([view.shown(later), " ≤ "]);
    view.show_sum(earlier, &mut formula);
    let mut operands = Vec::with_capacity(1 + earlier.len());
    operands.push(view.operand("later", later));
    operands.extend(earlier.iter().map(|&at| view.operand("earlier", at)));
    view.push(Making::new(Kind::Flow, verdict, formula, operands).strength(strength).done());
}
