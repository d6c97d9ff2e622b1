//! A claimed count equals the items listed: A、B、C三个; 三个:A、B、C; 以下五方面 and the headings below; 《A》《B》等八个文件.

mod abbreviated;
mod before;
mod behind;
mod below;
mod counted;
mod directions;
mod list;
mod quoted;

use crate::draft::figures::{Class, Figure, Role};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};
use list::List;

/// Counts beyond this are not listed in a sentence.
const MOST: usize = 60;

/// Finds and judges tallies.
pub(super) fn run(view: &mut View) {
    for index in 0..view.figures.len() {
        let figure = &view.figures[index];
        let Some(count) = count(figure) else { continue };
        if in_front(view, index, count) || follows(view, index, count) {
            continue;
        }
        if !announces(view, index, count) {
            shared_out(view, index, count);
        }
    }
    quoted::run(view);
    abbreviated::run(view);
    directions::run(view);
}

/// The count that a figure claims, if it can be one of listed items.
fn count(figure: &Figure) -> Option<usize> {
    // 增速、降低幅度两个指标: a numeral in characters counts what stands before it, whatever that speaks of.
    let worded = figure.number.chinese && matches!(figure.class, Class::Thing | Class::Named | Class::Body);
    let fits = matches!(figure.class, Class::Thing | Class::Named | Class::Body | Class::Case | Class::Bare | Class::Person | Class::Times)
        && (worded || matches!(figure.role, Role::Count | Role::Order));
    let number = &figure.number;
    let plain = number.decimals == 0 && number.step == Exact::from_integer(1) && number.value.is_integer();
    let value = usize::try_from(number.value.to_integer()).ok()?;
    (fits && plain && (1..=MOST).contains(&value)).then_some(value)
}

/// The items stand right before the count: A、B、C三个专业组, 《A》《B》等八个文件.
fn in_front(view: &mut View, index: usize, count: usize) -> bool {
    let figure = &view.figures[index];
    if figure.role == Role::Order {
        return false;
    }
    let start = figure.number.span.start as usize;
    let Some(list) = before::find(view.text, floor(view, index), start) else { return false };
    // Times and people are seldom listed: 在甲、乙、丙召开会议5次 counts meetings.
    // 甲、乙、丙、丁四件大事 counts what is listed.
    let matters = figure.number.chinese && figure.unit_text(view.text) == "件" && view.after(index).contains('事');
    if matches!(figure.class, Class::Times | Class::Case | Class::Person) && !list.marked && !matters {
        return false;
    }
    let around = around(view, index, &list);
    let strength = before::announced(&around, &list);
    let open = list.open || figure.number.bound.is_open();
    let holds = if open { list.least <= count } else { list.counts.contains(&count) };
    let off = list.counts.iter().map(|&items| items.abs_diff(count)).min().unwrap_or(usize::MAX);
    let fails = if open { list.least > count } else { list.marked || off == 1 };
    match strength {
        _ if holds && (strength.is_some() || !list.pair) => tell(view, index, Verdict::Holds, &list, open, Strength::Certain),
        Some(strength) if list.sure && fails && (list.marked || !before::inside_longer_list(&around)) => {
            tell(view, index, Verdict::Broken, &list, open, strength)
        }
        _ => false,
    }
}

/// Where a list in front of a count may begin: behind the count that ends the list before it, as in 五级和甲、乙两类.
fn floor(view: &View, index: usize) -> usize {
    let Some(previous) = index.checked_sub(1).map(|at| &view.figures[at]) else { return 0 };
    let end = previous.span.end as usize;
    let rest = &view.text[end..];
    let joint = rest.chars().next().filter(|c| matches!(c, '和' | '与' | '及' | '、'));
    joint.filter(|_| previous.is_named()).map_or(0, |c| end + c.len_utf8())
}

/// The words around a count that tell what it counts.
fn around<'t>(view: &View<'t>, index: usize, list: &List) -> before::Count<'t> {
    let figure = &view.figures[index];
    let end = figure.span.end as usize;
    let start = view.text.floor_char_boundary((figure.number.span.start as usize).saturating_sub(12));
    let noun_end = view.text.ceil_char_boundary((end + 36).min(view.text.len()));
    let name_end = view.text.ceil_char_boundary((end + 6).min(view.text.len()));
    before::Count {
        list: list.span.of(view.text),
        name: &view.text[start..name_end],
        number: figure.number.span.start as usize - start,
        unit: figure.unit_text(view.text),
        noun: &view.text[end..noun_end],
    }
}

/// The items stand behind the count: 3个专业组,即:A、B、C; 排名前五的是A、B、C、D、E.
fn follows(view: &mut View, index: usize, count: usize) -> bool {
    let figure = &view.figures[index];
    let end = figure.span.end as usize;
    let Some(list) = behind::find(view.text, end) else { return false };
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
    let open = list.open;
    tell(view, index, verdict, &list, open, Strength::Certain)
}

/// The items are headings below, or sentences that begin with 一是, 二是.
fn announces(view: &mut View, index: usize, count: usize) -> bool {
    let figure = &view.figures[index];
    if count < 2 || figure.depth > 0 {
        return false;
    }
    // 行政单位1家,事业单位4家,具体包括: the items are those of all counts of the sentence.
    let several = index > 0 && view.same_sentence(index - 1, index) && view.same_unit(index - 1, index);
    if several {
        return false;
    }
    let Some(list) = below::find(view.text, figure.span.end as usize, figure.after.of(view.text)) else { return false };
    let items = list.counts[0];
    let holds = items == count;
    if !holds && (list.open || items.abs_diff(count) > 2) {
        return false;
    }
    tell(view, index, if holds { Verdict::Holds } else { Verdict::Broken }, &list, false, Strength::Certain)
}

/// The items are those among whom figures are shared out, one figure each.
fn shared_out(view: &mut View, index: usize, count: usize) {
    let Some((list, members)) = counted::find(view, index, count) else { return };
    if list.counts[0] == count {
        counted::total(view, index, &members);
    }
    match list.counts[0].abs_diff(count) {
        0 => tell(view, index, Verdict::Holds, &list, false, Strength::Likely),
        1 if list.sure => tell(view, index, Verdict::Broken, &list, false, Strength::Likely),
        _ => false,
    };
}

fn tell(view: &mut View, index: usize, verdict: Verdict, list: &List, open: bool, strength: Strength) -> bool {
    let items = list.counts[0];
    // Digits on both sides: 五 beside 5 reads oddly.
    let count = view.value(index).to_integer();
    let relation = match (verdict, open) {
        (Verdict::Broken, false) => "≠",
        (Verdict::Broken, true) => ">",
        (_, true) => "≤",
        (_, false) => "=",
    };
    let formula = format!("{items} {relation} {count}");
    let note = if open { "listed-open" } else { "listed" };
    let operands = vec![view.operand("claim", index), Operand::unnamed("item", list.span)];
    let expected = (verdict == Verdict::Broken).then(|| view.written(index, Exact::from_integer(items as i128))).flatten();
    // In front of a unit two is 两.
    let expected = expected.map(|number| if number == "二" { "两".to_owned() } else { number });
    view.push(Making::new(Kind::Tally, verdict, formula, operands).expected(expected).strength(strength).note(note).done());
    true
}
