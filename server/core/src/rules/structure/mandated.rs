//! Which mandated items a draft has, and where.

use crate::Lang;
use crate::catalogue::Catalogue;
use crate::catalogue::profiles::{Item, ItemYear, Profile};
use crate::draft::{Draft, Heading};
use crate::review::{MandatedReview, MandatedState};
use crate::text::Span;

/// A section with fewer characters than this says nothing.
const LEAST: usize = 20;

/// A part that belongs to no other item is an account of the work from this many characters on.
const WORK: usize = 80;

/// The mandated items of a draft, in the order of the law; none where nothing binds it.
pub(in crate::rules) fn gather(text: &str, draft: &Draft, catalogue: &Catalogue, lang: Lang) -> Vec<MandatedReview> {
    let Some(profile) = draft.meta.profile.as_deref().and_then(|id| catalogue.profiles.get(id)) else { return Vec::new() };
    // Without a period the rule of today is shown.
    let year = draft.meta.period.map_or(i16::MAX, |period| period.year);
    if profile.duty(year, draft.meta.lenient()).is_none() {
        return Vec::new();
    }
    let found: Vec<_> = profile.items().iter().map(|item| find(text, draft, profile, item)).collect();
    let mut items = Vec::new();
    for (index, item) in profile.items().iter().enumerate() {
        let (state, span) = found[index];
        let insert_at = (state == MandatedState::Missing).then(|| {
            let start = |found: &[(MandatedState, Option<Span>)]| {
                found
                    .iter()
                    .filter(|(state, _)| *state == MandatedState::Present)
                    .filter_map(|(_, span)| span.map(|span| span.start))
                    .collect::<Vec<_>>()
            };
            let before = start(&found[..index]).into_iter().max().unwrap_or(draft.span.start);
            start(&found[index + 1..]).into_iter().filter(|&start| start > before).min().unwrap_or(draft.meta.body_end)
        });
        items.push(MandatedReview { id: item.id.clone(), title: item.title(lang).to_owned(), state, span, insert_at });
    }
    items
}

/// The main part that holds an item.
pub(in crate::rules) fn heading<'a>(text: &str, draft: &'a Draft, profile: &Profile, item: &Item) -> Option<&'a Heading> {
    let named = draft.outline.main().map(|(_, heading)| heading).find(|heading| fits(text, draft, item, heading));
    let open = || {
        let other = |heading: &Heading| profile.items().iter().any(|other| other.id != item.id && fits(text, draft, other, heading));
        draft.outline.main().map(|(_, heading)| heading).find(|heading| !other(heading) && written(text, heading.body(), WORK))
    };
    named.or_else(|| item.open.then(open).flatten())
}

fn find(text: &str, draft: &Draft, profile: &Profile, item: &Item) -> (MandatedState, Option<Span>) {
    if let Some(heading) = heading(text, draft, profile, item) {
        let state = if written(text, heading.body(), LEAST) { MandatedState::Present } else { MandatedState::Empty };
        return (state, Some(heading.line()));
    }
    // A sub-heading or an item that names it.
    let sub = draft.outline.headings.iter().find(|heading| {
        heading.marker.start < draft.meta.body_end
            && !item.open
            && fits(text, draft, item, heading)
            && !elsewhere(text, draft, profile, item, heading.marker.start)
    });
    if let Some(heading) = sub {
        return (MandatedState::Hidden, Some(heading.line()));
    }
    let body = body(draft);
    let from = if item.late { text.floor_char_boundary(body.start as usize + body.len() / 2) } else { body.start as usize };
    let area = Span::new(from, body.end as usize);
    let next = draft.meta.period.map(|period| period.year + 1);
    let place = item.places(area.of(text)).map(|(at, words)| (from + at, words)).find(|&(at, words)| {
        let year = words.get(..4).and_then(|digits| digits.parse::<i16>().ok());
        (year.is_none() || year == next) && !elsewhere(text, draft, profile, item, at as u32)
    });
    match place {
        Some((at, words)) => (MandatedState::Hidden, Some(Span::new(at, at + words.len()))),
        // A short report without headings, or with its work above the first of them.
        None if item.open => {
            let end = draft.outline.main().next().map_or(body.end, |(_, heading)| heading.marker.start);
            let opening = Span { start: body.start, end: end.max(body.start) };
            match written(text, opening, 5 * WORK) {
                true => (MandatedState::Hidden, Some(Span::at(opening.start as usize))),
                false => (MandatedState::Missing, None),
            }
        }
        None => (MandatedState::Missing, None),
    }
}

/// The text between title and signature.
pub(in crate::rules) fn body(draft: &Draft) -> Span {
    let start = draft.meta.title.map_or(draft.span.start, |title| title.end);
    Span { start, end: draft.meta.body_end.max(start) }
}

/// Whether a place lies in a main part that holds another item in which a mention of this one does not count.
fn elsewhere(text: &str, draft: &Draft, profile: &Profile, item: &Item, at: u32) -> bool {
    item.work_only
        && draft.outline.main().any(|(_, heading)| {
            let holds = heading.section.start <= at && at < heading.section.end;
            holds && profile.items().iter().any(|other| !other.open && other.id != item.id && fits(text, draft, other, heading))
        })
}

/// Whether a heading names the item, its year considered.
pub(in crate::rules) fn fits(text: &str, draft: &Draft, item: &Item, heading: &Heading) -> bool {
    let title = heading.title.of(text);
    if !item.fits_heading(title) {
        return false;
    }
    let (Some(period), Some(year)) = (draft.meta.period, year_in(title)) else { return true };
    let relative = ["下一", "下步", "下阶段", "明年", "今后"].iter().any(|word| title.contains(word));
    match item.year {
        ItemYear::Report => year != period.year + 1,
        // 2023年重点任务 in a report on 2023 is an account, unless it stands last: then its year is wrong.
        ItemYear::Next => {
            year > period.year || relative || draft.outline.main().last().is_some_and(|(_, last)| last.marker == heading.marker)
        }
    }
}

/// The one year that a heading names; none where it names several or a range.
pub(in crate::rules) fn year_in(title: &str) -> Option<i16> {
    let mut years = title.match_indices('年').filter_map(|(at, _)| {
        let digits = title[..at].len() - title[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        (digits == 4).then(|| title[at - 4..at].parse::<i16>().ok()).flatten()
    });
    let year = years.next()?;
    years.next().is_none().then_some(year)
}

/// Whether a span has at least so many characters that are no blanks.
pub(in crate::rules) fn written(text: &str, span: Span, least: usize) -> bool {
    span.of(text).chars().filter(|c| !c.is_whitespace()).take(least).count() == least
}
