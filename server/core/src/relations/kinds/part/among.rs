//! Parts that 其中 or 中 introduces: 其中诈骗案31件; 三农类诉求中,惠农补贴1072件、土地承包379件; 34个部门中,6个部门.

use super::{CARRIED, judge, tell, total};
use crate::catalogue::flows::exclusive;
use crate::draft::figures::{Class, Cue, Gap};
use crate::relations::kinds::partition::{self, starts_anew, tail_overlap};
use crate::relations::{Kind, Strength, Verdict, View};
use crate::text::Span;
use rustc_hash::FxHashSet;

/// How far back a whole is looked for, in figures; a topic's whole may stand some paragraphs before.
const REACH: usize = 14;
const FAR: usize = 40;
/// No list is followed farther than this.
const LONGEST: usize = 40;

/// 其中: every part that follows is at most its whole.
pub(super) fn of_it(view: &mut View, first: usize, broken: &mut FxHashSet<Span>) {
    if !begins(view, first) {
        return;
    }
    let Some(candidates) = candidates(view, first) else { return };
    let members = members(view, first, &candidates);
    if counted_behind_among(view, first) {
        return ranked(view, &candidates, first, &members);
    }
    // What fits and is not tied yet is told together: 其中 lists need not be complete.
    let mut open: Vec<(usize, Strength, Vec<usize>)> = Vec::new();
    for part in members {
        let Some((whole, strength)) = whole(view, &candidates, first, part) else { continue };
        if broken.contains(&view.figures[part].span) {
            continue;
        }
        let fits = view.interval(part).can_be_at_most(view.interval(whole));
        if fits && view.tied(part).part_of.is_some() || !fits && (part != first && !alike(view, first, part, whole) || adds_up(view, part))
        {
            continue;
        }
        let strength = if part == first { strength } else { Strength::Likely };
        if fits {
            match open.last_mut() {
                Some((last, _, parts)) if *last == whole => parts.push(part),
                _ => open.push((whole, strength, vec![part])),
            }
        } else if judge(view, whole, part, strength, true) == Verdict::Broken {
            broken.insert(view.figures[part].span);
        }
    }
    for (whole, strength, parts) in open {
        if total(view, &parts) <= view.value(whole) {
            tell(view, whole, &parts, Verdict::Holds, strength);
        } else if exclusive(&parts.iter().map(|&part| view.label(part)).collect::<Vec<_>>()) {
            // Classes that cannot overlap never count more than what they are classes of.
            tell(view, whole, &parts, Verdict::Broken, Strength::Likely);
        } else {
            parts.into_iter().for_each(|part| tell(view, whole, &[part], Verdict::Holds, strength));
        }
    }
}

/// 其中排名前三的部门是公安局(287件)、交通局(225件)、教育局(154件): each is counted once, so all together are at most the whole.
fn ranked(view: &mut View, candidates: &[usize], first: usize, members: &[usize]) {
    let Some((whole, _)) = whole(view, candidates, first, first) else { return };
    let holds = view.sum(members).is_some_and(|sum| sum.can_be_at_most(view.interval(whole)));
    tell(view, whole, members, if holds { Verdict::Holds } else { Verdict::Broken }, Strength::Likely);
}

/// Whether a figure is already a part of what adds up: 制发文件5件;审查文件133份,其中草案7件、合同126份.
fn adds_up(view: &View, part: usize) -> bool {
    let span = view.figures[part].span;
    view.tied(part).part_of.is_some()
        && view.relations.iter().any(|relation| {
            relation.kind == Kind::Partition
                && relation.verdict == Verdict::Holds
                && relation.operands.iter().skip(1).any(|operand| operand.span == span)
        })
}

/// Whether a figure behind the first part is called like it or like the whole: another part, and no new statement.
fn alike(view: &View, first: usize, part: usize, whole: usize) -> bool {
    let last = |at: usize| view.label(at).chars().next_back();
    tail_overlap(view.label(part), view.label(whole)) > 0 || last(part).is_some() && last(part) == last(first)
}

/// Whether 其中 stands in front of a figure, or of the amount that defines what it counts: 其中10亿元项目2个.
fn begins(view: &View, first: usize) -> bool {
    let (figure, previous) = (&view.figures[first], &view.figures[first - 1]);
    figure.cues.has(Cue::Among)
        || counted_behind_among(view, first)
        || in_a_time(view, first)
        || previous.class == Class::Money
            && previous.cues.has(Cue::Among)
            && previous.span.end == figure.before.start
            && figure.class != Class::Money
}

/// Whether 其中 stands in front of a time, and the figure behind it: 其中,7月份,查处案件16件.
fn in_a_time(view: &View, first: usize) -> bool {
    let start = view.figures[first].before.start as usize;
    let Some(clause) = view.text[view.text.floor_char_boundary(start.saturating_sub(60))..start].strip_suffix(',') else { return false };
    let Some(among) = clause.rfind("其中") else { return false };
    let time = clause[among + "其中".len()..].trim_start_matches(',');
    time.contains(['月', '季', '旬', '年'])
        && time.chars().all(|c| c.is_ascii_digit() || "年月日份至到—-~上下前半第一二三四季度旬中".contains(c))
}

/// The figures that may be the whole of what 其中 introduces, nearest first.
fn candidates(view: &View, first: usize) -> Option<Vec<usize>> {
    let figure = &view.figures[first];
    let previous = first.checked_sub(1)?;
    // 医师579人(其中执业医师493人): what the bracket stands behind.
    if figure.depth > 0
        && view.figures[previous].depth + 1 == figure.depth
        && view.text[view.figures[previous].span.end as usize..].starts_with('(')
    {
        let of = &view.figures[previous];
        return (of.is_level() && view.same_unit(previous, first)).then(|| vec![previous]);
    }
    // 其中交办居前的是公安局(287件)、交通局(225件): the list counts in brackets, its whole stands before 其中.
    let outside = usize::from(figure.depth > 0 && opens_behind_among(view, first));
    let depth = figure.depth - outside as u8;
    let starts = figure.gap >= Gap::Sentence;
    let mut found: Vec<usize> = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&at| match figure.sentence - view.figures[at].sentence {
            0 => true,
            1 | 2 => starts && figure.paragraph - view.figures[at].paragraph <= 1,
            _ => false,
        })
        .filter(|&at| view.figures[at].depth == depth && view.figures[at].is_level() && counts_alike(view, at, first))
        .collect();
    // Behind a semicolon a new statement has its own whole.
    if !starts && found.iter().any(|&at| view.figures[at].part == figure.part) {
        found.retain(|&at| view.figures[at].part == figure.part);
    }
    (!found.is_empty()).then_some(found)
}

/// Whether 其中 stands in front of how many are listed: 其中排名前三的部门是公安局(287件).
fn counted_behind_among(view: &View, first: usize) -> bool {
    let (figure, previous) = (&view.figures[first], &view.figures[first - 1]);
    figure.depth == previous.depth + 1
        && figure.gap == Gap::None
        && previous.cues.has(Cue::Among)
        && !previous.is_level()
        && previous.sentence == figure.sentence
        && view.before(first - 1).trim_end().ends_with('前')
}

/// Whether the bracket in which a figure stands opens behind its 其中.
fn opens_behind_among(view: &View, first: usize) -> bool {
    let start = if counted_behind_among(view, first) { view.figures[first - 1].before.start } else { view.figures[first].before.start };
    let words = &view.text[start as usize..view.figures[first].span.start as usize];
    words.rfind("其中").is_some_and(|among| words[among..].contains('('))
}

/// Whether two figures have one unit, or count cases: 件, 起 and 宗 count the same.
fn counts_alike(view: &View, a: usize, b: usize) -> bool {
    view.same_unit(a, b) || view.figures[a].class == Class::Case && view.figures[b].class == Class::Case
}

/// What follows 其中 and counts alike: to the end of the statement, or of the sentence where 其中 begins one.
fn members(view: &View, first: usize, wholes: &[usize]) -> Vec<usize> {
    let head = &view.figures[first];
    let starts = head.gap >= Gap::Sentence;
    let mut found = vec![first];
    for at in first + 1..(first + LONGEST).min(view.figures.len()) {
        let figure = &view.figures[at];
        if figure.sentence != head.sentence || figure.depth < head.depth || figure.part != head.part && !starts
            // 铁路639公里、其中高铁370公里,新增公路2600公里: the item ends where its list goes on.
            || head.gap == Gap::Pause && figure.gap > Gap::Pause
        {
            break;
        }
        if figure.depth > head.depth {
            continue;
        }
        // 其中规模以上工业企业完成总产值…,完成增加值…: what is called like a whole is part of that one.
        let called = || wholes.iter().any(|&whole| tail_overlap(view.label(at), view.label(whole)) >= 4);
        if figure.cues.any(&[Cue::Among, Cue::Include, Cue::Total, Cue::Sum]) || starts_anew(view.before(at)) && !called() {
            break;
        }
        if figure.is_level() && counts_alike(view, at, first) {
            found.push(at);
        }
    }
    found
}

/// The whole of a part, and how sure it is.
fn whole(view: &View, candidates: &[usize], first: usize, part: usize) -> Option<(usize, Strength)> {
    let head = &view.figures[first];
    // What is called alike: 规模以上工业企业工业总产值 is part of 工业总产值, whichever figure is nearer.
    let alike = |&&at: &&usize| tail_overlap(view.label(part), view.label(at)) > 0;
    let mut called = candidates.iter().filter(alike);
    if let Some(&at) = called.next() {
        let only = called.next().is_none() || view.figures[at].part == head.part;
        return only.then_some((at, if candidates.len() == 1 { Strength::Certain } else { Strength::Likely }));
    }
    let in_part: Vec<usize> = candidates.iter().copied().filter(|&at| view.figures[at].part == head.part).collect();
    match (in_part.as_slice(), candidates) {
        ([only], [_]) => Some((*only, Strength::Certain)),
        ([only], _) => Some((*only, Strength::Likely)),
        // 其中 at the start of a sentence, behind one with a single figure alike.
        ([], [only]) => Some((*only, Strength::Certain)),
        _ => None,
    }
}

/// The end of the words that name a topic in front of a figure, where no other figure stands between: 办结的案件中,符合条件、作出决定的9件.
fn behind_topic(view: &View, first: usize) -> Option<usize> {
    const MARK: &str = "中,";
    let at = view.figures[first].before.start as usize;
    if view.text[..at].ends_with(MARK) {
        return Some(at);
    }
    let open = first.checked_sub(1).map_or(0, |before| view.figures[before].span.end as usize);
    let words = view.text.get(open.max(view.text.ceil_char_boundary(at.saturating_sub(TOPIC)))..at)?;
    let sentence = words.rfind(['。', '\n', ';']).map_or(words, |mark| &words[mark..]);
    sentence.rfind(MARK).map(|found| at - sentence.len() + found + MARK.len())
}

/// No more bytes stand between a topic's name and its first figure.
const TOPIC: usize = 150;

/// 三农类诉求中,农民生活类问题1512件、惠农补贴1072件: the whole is called so in a sentence before.
pub(super) fn topic(view: &mut View, first: usize) {
    let figure = &view.figures[first];
    if figure.depth > 0 || view.tied(first).part_of.is_some() {
        return;
    }
    let Some(at) = behind_topic(view, first) else { return };
    let clause = &view.text[view.text.floor_char_boundary(at.saturating_sub(90))..at - "中,".len()];
    let clause = &clause[clause
        .rfind(['。', ';', ',', '\n', ':', '?', '!'])
        .map_or(0, |mark| mark + clause[mark..].chars().next().map_or(1, char::len_utf8))..];
    let name = GENERIC.iter().fold(clause.trim().trim_start_matches(['在', '从', '其']), |name, word| name.trim_end_matches(word));
    let name = amount(name.trim_end_matches('的'));
    if name.chars().count() < 2 || name.ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let whole = (first.saturating_sub(FAR)..first).rev().take_while(|&at| figure.paragraph - view.figures[at].paragraph <= 4).find(|&at| {
        // 不予受理214件;受理的案件中,…: what was refused is not what was taken.
        let called = |label: &str| label.strip_suffix(name).is_some_and(|rest| !["不", "未", "予"].iter().any(|no| rest.ends_with(no)));
        view.figures[at].is_level() && view.same_unit(at, first) && called(amount(view.label(at).trim_matches(['、', '和'])))
    });
    let Some(whole) = whole else { return };
    let all: Vec<usize> = (first..(first + LONGEST).min(view.figures.len()))
        .take_while(|&at| view.figures[at].sentence == figure.sentence)
        .filter(|&at| view.figures[at].depth == 0 && view.figures[at].is_level() && view.same_unit(at, first))
        .collect();
    // Behind a semicolon the list may go on, or another statement begin.
    let parts: Vec<usize> = all.iter().copied().filter(|&at| view.figures[at].part == figure.part).collect();
    if let Some(sum) = [&all, &parts].into_iter().find(|parts| partition::adds_up(view, whole, parts)) {
        return partition::whole_of(view, whole, sum);
    }
    // 已审结271件(含上年结转31件): what was carried over is no part of what came in.
    let end = parts.last().map_or(at, |&last| view.figures.get(last + 1).map_or(view.text.len(), |next| next.span.end as usize));
    let carried = CARRIED.iter().any(|word| view.text[at..end].contains(word));
    if carried || partition::missed_topic(view, whole, &parts) || all.len() > parts.len() && partition::missed_topic(view, whole, &all) {
        return;
    }
    let beyond = parts.iter().copied().find(|&part| !view.interval(part).can_be_at_most(view.interval(whole)));
    if let Some(part) = beyond {
        judge(view, whole, part, Strength::Likely, true);
    } else if total(view, &parts) <= view.value(whole) {
        tell(view, whole, &parts, Verdict::Holds, Strength::Likely);
    } else if view.sum(&parts).is_some_and(|sum| !sum.can_be_at_most(view.interval(whole)))
        && exclusive(&parts.iter().map(|&part| view.label(part)).collect::<Vec<_>>())
    {
        tell(view, whole, &parts, Verdict::Broken, Strength::Likely);
    }
}

/// A name without the word that says that it is an amount: 住户贷款余额.
fn amount(name: &str) -> &str {
    ["余额", "总量", "总额", "总数"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// Nouns that say no more than that something is counted.
const GENERIC: &[&str] = &["诉求", "投诉", "举报", "案件", "问题", "事项", "建议", "提案", "咨询", "纠纷", "工单", "当"];

/// 34个部门中,仅有6个部门…: 中 behind the whole.
pub(super) fn behind(view: &mut View, part: usize) {
    let whole = part - 1;
    let (figure, of) = (&view.figures[part], &view.figures[whole]);
    if figure.gap > Gap::Comma || view.tied(part).part_of.is_some() || !of.is_level() || of.depth != figure.depth {
        return;
    }
    if view.after(whole).ends_with('中') && view.same_unit(whole, part) && view.same_sentence(whole, part) {
        // 收到的340件建议中,网上提交190件,书面提交150件: told apart in two ways, nothing is left out.
        let parts: Vec<usize> = (part..view.sentence_end(part).min(part + LONGEST))
            .take_while(|&at| view.figures[at].gap < Gap::Semicolon && (at == part || !starts_anew(view.before(at))))
            .filter(|&at| view.figures[at].depth == of.depth && view.figures[at].is_level() && view.same_unit(at, whole))
            .collect();
        if !partition::missed_topic(view, whole, &parts) {
            judge(view, whole, part, Strength::Certain, true);
        }
    }
}

/// Verbs of a list that is drawn up: what follows are classes of it, which may overlap.
const GATHERED: &[&str] = &["梳理", "公布", "编制", "共", "清理", "总"];

/// 梳理事项1281个,“马上办”事项447个、“网上办”事项990个: classes that may overlap, each at most the whole.
pub(super) fn categories(view: &mut View, first: usize) {
    let whole = first - 1;
    let (figure, of) = (&view.figures[first], &view.figures[whole]);
    if figure.gap != Gap::Comma
        || !of.is_level()
        || of.depth != figure.depth
        || !view.same_unit(whole, first)
        || !view.same_sentence(whole, first)
    {
        return;
    }
    let tail = |at: usize| view.label(at).trim_end_matches('"').chars().rev().take(2);
    if !tail(first).eq(tail(whole)) || !GATHERED.iter().any(|verb| view.before(whole).contains(verb)) {
        return;
    }
    let mut parts = vec![first];
    parts.extend(
        (first + 1..(first + LONGEST).min(view.figures.len()))
            .take_while(|&at| view.figures[at].gap <= Gap::Pause && view.figures[at].is_level() && view.same_unit(at, first)),
    );
    let beyond: Vec<usize> = parts.iter().copied().filter(|&part| !view.interval(part).can_be_at_most(view.interval(whole))).collect();
    if parts.len() < 3 || parts.iter().all(|&part| view.tied(part).part_of.is_some()) && beyond.is_empty() {
        return;
    }
    for part in parts {
        judge(view, whole, part, Strength::Likely, false);
    }
}
