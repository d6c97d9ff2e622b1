//! Counts of what went up, stayed and went down: 八大类价格呈“六涨一平一降”, 41个行业中27升14降.
//!
//! They add up to what they are counts of, and each is as many as the changes that follow.

use crate::draft::figures::{Bound, han_value};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};
use crate::text::Span;

/// What a thing counted may do, and the words with which a change says it.
const WAYS: [Way; 3] = [
    Way { marks: &['涨', '升', '增'], words: &["上涨", "上升", "增长", "增加", "提高"] },
    Way { marks: &['平'], words: &["持平"] },
    Way { marks: &['降', '跌', '减'], words: &["下降", "下跌", "减少", "回落", "降低"] },
];
const FLAT: usize = 1;

struct Way {
    marks: &'static [char],
    words: &'static [&'static str],
}

/// What joins the name of a whole to its counts.
const JOINS: &[&str] = &["呈", "呈现", "出现", "为", "中", "中有", "价格", "指标", "行业", "产品", "商品"];
/// No more characters stand between them.
const REACH: usize = 24;
const MOST: u16 = 100;
/// The changes are told in no more bytes.
const LIST: usize = 1500;

/// One of the counts: 六涨.
#[derive(Clone, Copy)]
struct Count {
    way: usize,
    value: i128,
    span: Span,
}

/// Finds and judges the counts.
pub(super) fn run(view: &mut View) {
    let text = view.text;
    let mut starts: Vec<usize> = Vec::new();
    for mark in ["涨", "升", "增"] {
        starts.extend(view.places(mark).filter(|&at| text[..at].ends_with(is_numeral)));
    }
    starts.sort_unstable();
    let mut end = 0;
    for at in starts {
        if at < end {
            continue;
        }
        let counts = counts(text, at);
        let Some(last) = counts.last().filter(|_| counts.len() >= 2) else { continue };
        end = last.span.end as usize;
        whole(view, &counts);
        listed(view, &counts);
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十两".contains(c)
}

/// The counts around a mark that stand without anything between them.
fn counts(text: &str, mark: usize) -> Vec<Count> {
    let mut start = mark;
    // The first count of the run.
    loop {
        let digits = text[..start].trim_end_matches(is_numeral).len();
        let before = text[..digits].chars().next_back();
        match before.filter(|c| digits < start && WAYS.iter().any(|way| way.marks.contains(c))) {
            Some(c) => start = digits - c.len_utf8(),
            None => {
                start = digits;
                break;
            }
        }
    }
    let mut counts = Vec::new();
    while let Some(count) = count(text, start) {
        start = count.span.end as usize;
        counts.push(count);
    }
    counts
}

fn count(text: &str, start: usize) -> Option<Count> {
    let rest = &text[start..];
    let numeral = &rest[..rest.len() - rest.trim_start_matches(is_numeral).len()];
    let value = numeral.parse().ok().or_else(|| han_value(numeral).map(|(value, _)| value)).filter(|value| (1..=MOST).contains(value))?;
    let mark = rest[numeral.len()..].chars().next()?;
    let way = WAYS.iter().position(|way| way.marks.contains(&mark))?;
    Some(Count { way, value: value.into(), span: Span::new(start, start + numeral.len() + mark.len_utf8()) })
}

/// The counts add up to the whole in front of them.
fn whole(view: &mut View, counts: &[Count]) {
    let start = counts[0].span.start;
    let Some(index) = view.figures.partition_point(|figure| figure.span.start < start).checked_sub(1) else { return };
    let figure = &view.figures[index];
    let Some(between) = view.text.get(figure.span.end as usize..start as usize).filter(|words| words.len() <= 4 * REACH) else { return };
    let name = between.trim_end_matches(['“', ' ', ',']);
    let joined = JOINS.iter().any(|join| name.ends_with(join));
    if !joined || between.chars().count() > REACH || between.contains(['。', ';', '\n', '、']) || figure.number.bound != Bound::Exact {
        return;
    }
    let value = view.value(index);
    let sum: i128 = counts.iter().map(|count| count.value).sum();
    let off = sum - value.to_integer();
    let holds = off == 0;
    // What stayed is often left out.
    let flat = counts.iter().any(|count| count.way == FLAT);
    let broken = off > 0 || flat;
    if !value.is_integer() || !holds && (!broken || off.abs() > 2) {
        return;
    }
    let shown: Vec<String> = counts.iter().map(|count| count.value.to_string()).collect();
    let formula = format!("{} = {sum}", shown.join(" + "));
    let mut operands = vec![view.operand("claim", index)];
    operands.extend(counts.iter().map(|count| item(count.span)));
    let expected = (!holds).then(|| view.written(index, Exact::from_integer(sum))).flatten();
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    view.push(Making::new(Kind::Tally, verdict, formula, operands).expected(expected).strength(Strength::Likely).note("listed").done());
}

/// Each count is as many as the changes told in the sentence behind them.
fn listed(view: &mut View, counts: &[Count]) {
    let end = counts[counts.len() - 1].span.end as usize;
    let Some(list) = sentence_behind(view.text, end) else { return };
    let mut told = [0i128; 3];
    for clause in list.of(view.text).split([',', ';']) {
        let Some(way) = WAYS.iter().position(|way| way.words.iter().any(|word| clause.contains(word))) else { continue };
        // 甲、乙分别上涨1%、2% are two changes; so are 甲、乙持平.
        let several = if way == FLAT { clause.matches('、').count() + 1 } else { clause.matches('%').count() };
        told[way] += several.max(1) as i128;
    }
    let all: i128 = counts.iter().map(|count| count.value).sum();
    // Where some are left out of the list it proves nothing.
    if told.iter().sum::<i128>() != all {
        return;
    }
    for count in counts {
        let holds = told[count.way] == count.value;
        let formula = format!("{} {} {}", told[count.way], if holds { "=" } else { "≠" }, count.value);
        let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
        let claim = Operand::unnamed("claim", count.span);
        let making = Making::new(Kind::Tally, verdict, formula, vec![claim, item(list)]).strength(Strength::Likely);
        view.push(making.note("listed").done());
    }
}

fn item(span: Span) -> Operand {
    Operand::unnamed("item", span)
}

/// The rest of the sentence where it tells changes, or else the sentence behind it.
fn sentence_behind(text: &str, end: usize) -> Option<Span> {
    let near = &text[end..text.floor_char_boundary((end + LIST).min(text.len()))];
    let paragraph = &near[..near.find('\n').unwrap_or(near.len())];
    let mut start = end;
    for sentence in paragraph.split_inclusive('。').take(2) {
        if sentence.contains('%') {
            let body = sentence.trim_end_matches('。');
            return Some(Span::new(start, start + body.len()));
        }
        start += sentence.len();
    }
    None
}
