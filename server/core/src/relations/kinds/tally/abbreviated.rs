//! Names that abbreviate the list in front of them: 人民调解、行政调解、司法调解“三调”联动, “安全、秩序、质量、效益”四统一.
//!
//! Their numbers are no figures. One is read as the count of a list only where the form shows it: each item holds the character that the
//! name keeps, or the list stands in a quotation of its own right in front of the number.

use super::before;
use super::list::{List, plain, split};
use crate::catalogue::lists::LISTS;
use crate::draft::figures::number::{self, Number};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};

/// Words between the number and what the name keeps of each item.
const MEASURES: &[char] = &['个', '项', '类', '种', '大', '条'];
/// Fewer items are too often a name alone: 两委, 两新.
const FEWEST: usize = 3;
const MOST: i128 = 12;
/// An item of a list in a quotation has no more characters.
const LONGEST: usize = 8;

/// Finds and judges the names.
pub(super) fn run(view: &mut View) {
    let text = view.text;
    let closings: Vec<usize> = view.places("”").collect();
    for close in closings {
        let found = in_quotation(text, close).or_else(|| behind_quotation(text, close));
        if let Some((number, list)) = found {
            tell(view, &number, &list);
        }
    }
}

/// A small whole number in characters at an offset.
fn small(text: &str, at: usize) -> Option<Number> {
    let number = number::read(text, at).filter(|number| number.span.start as usize == at && number.chinese)?;
    let fits = number.value.is_integer() && (2..=MOST).contains(&number.value.to_integer()) && !number.bound.is_open();
    fits.then_some(number)
}

/// 法律顾问经费、人民调解经费及普法经费“三费”: each item holds what the name in the quotation keeps of it.
fn in_quotation(text: &str, close: usize) -> Option<(Number, List)> {
    let near = &text[text.floor_char_boundary(close.saturating_sub(36))..close];
    let open = close - near.len() + near.rfind('“')?;
    let number = small(text, open + '“'.len_utf8())?;
    let name = text[number.span.end as usize..close].trim_start_matches(MEASURES);
    let kept = match name.chars().next() {
        Some(_) => name,
        // “三项”制度: what is counted stands behind the quotation.
        None => &text[close + '”'.len_utf8()..],
    };
    let letter = kept.chars().next().filter(|c| c.is_alphabetic())?;
    let list = before::find(text, 0, open)?;
    let body = list.span.of(text);
    let items = split(body, &['、']);
    let told = items.iter().all(|item| item.contains(letter));
    // Two items are enough where both end in the noun that the number counts: 甲制度、乙制度“两项”制度.
    let noun = kept.char_indices().nth(2).map_or(kept.len(), |(end, _)| end);
    let noun = &kept[..noun];
    let pair = items.len() == 2 && noun.chars().count() == 2 && items.iter().all(|item| item.trim().ends_with(noun));
    let sure = list.marked || list.sure && told;
    let fits = sure && !list.open && (list.least >= FEWEST || pair);
    // A known name such as “三个一” is a count of the quotations in front of it only where each of them holds what it keeps.
    let each = list.marked && body.split(['”', '》']).filter(|item| item.contains(['“', '《'])).all(|item| item.contains(letter));
    fits.then_some((number, List { kept: each, ..list }))
}

/// “安全、秩序、质量、效益”四统一: a list in a quotation of its own, and a number that is no count of things behind it.
fn behind_quotation(text: &str, close: usize) -> Option<(Number, List)> {
    let number = small(text, close + '”'.len_utf8())?;
    let near = &text[text.floor_char_boundary(close.saturating_sub(180))..close];
    let open = near.rfind('“')? + '“'.len_utf8();
    let body = &near[open..];
    let items = split(body, &['、']);
    let short = items.len() >= FEWEST && items.iter().all(|item| (1..=LONGEST).contains(&item.chars().count()));
    let list = plain(body, close - body.len(), false, false)?;
    (short && list.sure).then_some((number, list))
}

fn tell(view: &mut View, number: &Number, list: &List) {
    // What is a figure is judged with the figures.
    let at = view.figures.partition_point(|figure| figure.number.span.start < number.span.start);
    if view.figures.get(at).is_some_and(|figure| figure.number.span.start == number.span.start) {
        return;
    }
    let count = number.value.to_integer();
    let items = list.counts[0];
    let holds = list.counts.iter().any(|&items| items as i128 == count);
    let known = LISTS.counted.iter().any(|name| view.text[number.span.start as usize..].starts_with(name.as_str()));
    let near = (!known || list.kept) && list.counts.iter().all(|&items| (items as i128).abs_diff(count) == 1);
    if !holds && !near {
        return;
    }
    let formula = format!("{items} {} {count}", if holds { "=" } else { "≠" });
    let claim = Operand::unnamed("claim", number.span);
    let operands = vec![claim, Operand::unnamed("item", list.span)];
    let expected = (!holds).then(|| number.write(Exact::from_integer(items as i128), view.text)).flatten();
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    let making = Making::new(Kind::Tally, verdict, formula, operands).expected(expected).strength(Strength::Likely);
    view.push(making.note("listed").done());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_keeps_a_character_of_each_item() {
        let text = "完善人民调解、行政调解、司法调解“三调联动”机制";
        let (number, list) = in_quotation(text, text.find('”').unwrap()).unwrap();
        assert_eq!((number.value, list.counts[0]), (Exact::from_integer(3), 3));
        let text = "推动法律进机关、进乡村、进社区“八进”活动";
        assert!(in_quotation(text, text.find('”').unwrap()).is_some(), "each item holds 进");
        let text = "加强新经济组织、社会组织、行业协会“四新”党建";
        assert!(in_quotation(text, text.find('”').unwrap()).is_none());
    }

    #[test]
    fn a_list_in_a_quotation() {
        let text = "实现“安全、秩序、质量、效益”四统一目标";
        let (_, list) = behind_quotation(text, text.find('”').unwrap()).unwrap();
        assert_eq!(list.counts, [4]);
        let text = "“放管服”三年行动";
        assert!(behind_quotation(text, text.find('”').unwrap()).is_none());
    }
}
