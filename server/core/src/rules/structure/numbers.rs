//! The numbers of headings and items, list by list.

use crate::draft::outline::Form;
use crate::draft::{Draft, Heading};

/// What is wrong with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Fault {
    /// The list begins with another number than one.
    Begins,
    /// Numbers are left out in front of this one.
    Gap,
    /// The number is that of the heading before.
    Repeat,
}

/// A number that is wrong.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct Misnumbered<'a> {
    pub(in crate::rules::structure) fault: Fault,
    pub(in crate::rules::structure) heading: &'a Heading,
    pub(in crate::rules::structure) before: Option<&'a Heading>,
    pub(in crate::rules::structure) expected: u16,
    /// Whether the list is long enough for the fault to be certain.
    pub(in crate::rules::structure) sure: bool,
}

/// The headings of one form under one parent.
type List<'a> = ((Option<usize>, Form), Vec<&'a Heading>);

/// The wrong numbers of a draft.
pub(in crate::rules) fn faults<'a>(text: &str, draft: &'a Draft) -> Vec<Misnumbered<'a>> {
    let mut lists: Vec<List> = Vec::new();
    let mut faults = Vec::new();
    // Headings are in order, so the lists that are still open are few: one a form and level.
    let close = |list: Vec<&'a Heading>, faults: &mut Vec<Misnumbered<'a>>| judge(text, draft, &list, faults);
    for heading in &draft.outline.headings {
        let counted = heading.number > 0 && heading.marker.start < draft.meta.body_end;
        if !counted || in_table(text, draft, heading) {
            continue;
        }
        let key = (heading.parent, heading.form);
        let at = lists.iter().position(|(other, _)| *other == key);
        match at {
            Some(at) if heading.number == 1 && !restarts_at_once(&lists[at].1) => {
                let list = std::mem::replace(&mut lists[at].1, vec![heading]);
                close(list, &mut faults);
            }
            Some(at) => lists[at].1.push(heading),
            None => {
                // Lists under parts that are over will not go on.
                let (open, done) = lists.into_iter().partition(|((parent, _), _)| {
                    parent.is_none_or(|parent| draft.outline.headings[parent].section.end > heading.marker.start)
                });
                lists = open;
                done.into_iter().for_each(|(_, list)| close(list, &mut faults));
                lists.push((key, vec![heading]));
            }
        }
    }
    lists.into_iter().for_each(|(_, list)| close(list, &mut faults));
    faults.sort_by_key(|fault| fault.heading.marker.start);
    faults
}

/// 一、 directly behind 一、 is the same list with a wrong number, not a new one.
fn restarts_at_once(list: &[&Heading]) -> bool {
    matches!(list, [only] if only.number == 1 && matches!(only.form, Form::Han | Form::HanBrackets))
}

fn judge<'a>(text: &str, draft: &Draft, list: &[&'a Heading], faults: &mut Vec<Misnumbered<'a>>) {
    let Some(&first) = list.first() else { return };
    let recognised = draft.meta.profile.is_some();
    if (2..=3).contains(&first.number) && begins(text, draft, first, list, recognised) {
        let sure = list.len() >= 2 && first.form != Form::Item;
        faults.push(Misnumbered { fault: Fault::Begins, heading: first, before: None, expected: 1, sure });
    }
    // The number that the heading before should have had.
    let mut right = first.number;
    // A list that is right but for one place is a list of headings even where only tables stand under them.
    let steps = list.windows(2).filter(|pair| pair[1].number == pair[0].number + 1).count();
    let regular = steps >= 3 && steps + 3 >= list.len();
    for (index, pair) in list.windows(2).enumerate() {
        let (before, heading) = (pair[0], pair[1]);
        let next = list.get(index + 2).map(|next| next.number);
        let expected = right + 1;
        right = heading.number;
        if heading.number == expected {
            continue;
        }
        let sure = regular || prose(text, before) || prose(text, heading);
        let wrong = |fault| Misnumbered { fault, heading, before: Some(before), expected, sure };
        if heading.number == expected - 1 && before.number == heading.number {
            // 一、 twice: two lists of one item do not exist, but a table of contents of one line does.
            if heading.number == 1 && !(next == Some(3) || recognised && next == Some(2)) {
                continue;
            }
            // Where the list goes on as if the number were right, only this one is wrong.
            if next == Some(expected + 1) {
                right = expected;
            }
            faults.push(wrong(Fault::Repeat));
        } else if heading.number == expected + 1 && next == Some(heading.number) {
            right = expected;
            faults.push(wrong(Fault::Gap));
        } else if heading.number > expected {
            let most = if recognised { 2 } else { 1 };
            let stands = (expected..heading.number).any(|number| stands_between(text, before, heading, number));
            if heading.number - expected <= most && !stands {
                faults.push(wrong(Fault::Gap));
            }
        }
    }
}

/// Whether a list that begins at two or three has lost its beginning.
fn begins(text: &str, draft: &Draft, first: &Heading, list: &[&Heading], recognised: bool) -> bool {
    // An excerpt begins where it begins.
    let start = super::mandated::body(draft).start as usize;
    // A number that stands in front of the body, in a title, begins no list.
    let Some(above) = text.get(start..first.marker.start as usize) else { return false };
    let opening = above.trim().chars().count() < 20;
    let stands = first.form != Form::Item && contains_number(tail(above, 3000), first.form, first.number - 1);
    let enough = match first.form {
        Form::Han | Form::HanBrackets => list.len() >= 2 || recognised && first.form == Form::Han,
        Form::Digit => recognised || list.len() >= 2,
        Form::Item => list.len() >= 2,
        _ => false,
    };
    enough && (recognised || !opening) && !stands
}

fn tail(text: &str, bytes: usize) -> &str {
    &text[text.floor_char_boundary(text.len().saturating_sub(bytes))..]
}

/// Whether the number that seems to be left out stands somewhere inside a paragraph.
fn stands_between(text: &str, before: &Heading, heading: &Heading, number: u16) -> bool {
    contains_number(&text[before.marker.end as usize..heading.marker.start as usize], heading.form, number)
}

fn contains_number(text: &str, form: Form, number: u16) -> bool {
    let written = form.write(number);
    let bare = match form {
        Form::Digit => format!("{number}、"),
        Form::DigitBrackets => format!("{number})"),
        Form::Item => format!("{}要", written.trim_end_matches('是')),
        Form::Han => format!("{},", written.trim_end_matches('、')),
        _ => written.clone(),
    };
    let alone = |at: usize| !text[..at].ends_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十第".contains(c));
    text.match_indices(&written).chain(text.match_indices(&bare)).any(|(at, _)| alone(at))
}

/// Whether text stands under a heading, not only cells or other headings.
fn prose(text: &str, heading: &Heading) -> bool {
    heading.section.of(text).contains('。')
}

/// Whether a heading is a cell of a table: flattened tables have one cell a line.
fn in_table(text: &str, draft: &Draft, heading: &Heading) -> bool {
    if heading.form == Form::Item {
        return false;
    }
    if draft.tables.iter().any(|table| table.span.overlaps(heading.marker)) {
        return true;
    }
    let number = |line: &str| {
        let line = line.trim();
        line.len() <= 24 && line.chars().any(|c| c.is_ascii_digit()) && line.chars().all(|c| c.is_ascii_digit() || ".,%-/ ".contains(c))
    };
    let after = text[heading.title.end as usize..].lines().skip(1).find(|line| !line.trim().is_empty());
    let before = text[..heading.marker.start as usize].lines().rev().find(|line| !line.trim().is_empty());
    heading.title.len() <= 75 && (after.is_some_and(number) || before.is_some_and(number))
}
