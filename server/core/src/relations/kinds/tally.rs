//! A claimed count equals the items listed: A、B、C三个; 三个:A、B、C; 以下五方面 and the headings below; 《A》《B》等八个文件.

mod items;

use crate::draft::figures::{Class, Figure, Role};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};

/// Counts beyond this are not listed in a sentence.
const MOST: usize = 60;

/// Finds and judges tallies.
pub(super) fn run(view: &mut View) {
    for index in 0..view.figures.len() {
        let figure = &view.figures[index];
        let Some(count) = count(figure) else { continue };
        if before(view, index, count) || behind(view, index, count) {
            continue;
        }
        below(view, index, count);
    }
}

/// The count that a figure claims, if it can be one of listed items.
fn count(figure: &Figure) -> Option<usize> {
    let fits = matches!(figure.class, Class::Thing | Class::Named | Class::Body | Class::Case | Class::Bare | Class::Person | Class::Times)
        && matches!(figure.role, Role::Count | Role::Order);
    let number = &figure.number;
    let plain = number.decimals == 0 && number.step == Exact::from_integer(1) && number.value.is_integer();
    let value = usize::try_from(number.value.to_integer()).ok()?;
    (fits && plain && (1..=MOST).contains(&value)).then_some(value)
}

/// The items stand right before the count: A、B、C三个专业组, 《A》《B》等八个文件.
fn before(view: &mut View, index: usize, count: usize) -> bool {
    let figure = &view.figures[index];
    if figure.role == Role::Order {
        return false;
    }
    let start = figure.number.span.start as usize;
    let Some(list) = items::before(view.text, start) else { return false };
    // Times and people are seldom listed: 在甲、乙、丙召开会议5次 counts meetings.
    if matches!(figure.class, Class::Times | Class::Case | Class::Person) && !list.marked {
        return false;
    }
    let open = list.open || figure.number.bound.is_open();
    let holds = if open { list.least <= count } else { list.counts.contains(&count) };
    let off = list.counts.iter().map(|&items| items.abs_diff(count)).min().unwrap_or(usize::MAX);
    let verdict = match holds {
        true => Verdict::Holds,
        false if open && list.least > count && list.sure => Verdict::Broken,
        false if !open && list.sure && (list.marked || off == 1) => Verdict::Broken,
        false => return false,
    };
    if verdict == Verdict::Broken && list.pair && !matches!(figure.class, Class::Named | Class::Body | Class::Thing) {
        return false;
    }
    tell(view, index, verdict, list.counts[0], &list, open)
}

/// The items stand behind the count: 3个专业组,即:A、B、C; 排名前五的是A、B、C、D、E.
fn behind(view: &mut View, index: usize, count: usize) -> bool {
    let figure = &view.figures[index];
    let end = figure.span.end as usize;
    let Some(list) = items::behind(view.text, end) else { return false };
    if count < 2 {
        return false;
    }
    // 7辆:轿车3辆、越野车4辆: the parts of a whole, not its items.
    let parts = view.figures.get(index + 1).is_some_and(|next| list.span.contains(next.span)) && view.same_unit(index, index + 1);
    if parts {
        return false;
    }
    let holds = if list.open { list.least <= count } else { list.counts.contains(&count) };
    let off = list.counts.iter().map(|&items| items.abs_diff(count)).min().unwrap_or(usize::MAX);
    let verdict = match holds {
        true => Verdict::Holds,
        false if !list.open && list.sure && off == 1 => Verdict::Broken,
        false => return false,
    };
    tell(view, index, verdict, list.counts[0], &list, list.open)
}

/// The items are headings below, or sentences that begin with 一是, 二是.
fn below(view: &mut View, index: usize, count: usize) -> bool {
    let figure = &view.figures[index];
    if count < 2 || figure.depth > 0 {
        return false;
    }
    let Some(list) = items::below(view.text, figure.span.end as usize, figure.after.of(view.text)) else { return false };
    let items = list.counts[0];
    let holds = items == count;
    if !holds && (list.open || items.abs_diff(count) > 2) {
        return false;
    }
    tell(view, index, if holds { Verdict::Holds } else { Verdict::Broken }, items, &list, false)
}

fn tell(view: &mut View, index: usize, verdict: Verdict, items: usize, list: &items::List, open: bool) -> bool {
    let count = view.shown(index).to_owned();
    let relation = if open { "≤" } else { "=" };
    let formula = format!("{items} {} {count}", if verdict == Verdict::Broken && !open { "≠" } else { relation });
    let operands = vec![view.operand("claim", index), Operand { role: "item", span: list.span, label: String::new() }];
    let expected = (verdict == Verdict::Broken).then(|| view.written(index, Exact::from_integer(items as i128))).flatten();
    view.push(
        Making::new(Kind::Tally, verdict, formula, operands)
            .expected(expected)
            .strength(if list.pair { Strength::Suspect } else { Strength::Certain })
            .done(),
    );
    true
}
