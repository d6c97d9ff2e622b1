//! What a draft reports on.

use crate::catalogue::profiles::{ItemYear, Profile};
use crate::draft::{Date, Half, Outline, Period};
use crate::text::Span;
use memchr::memmem;

/// The period that a title names.
pub(super) fn in_title(title: &str) -> Option<Period> {
    let (year, rest) = title.match_indices('年').find_map(|(at, _)| {
        let before = &title[..at];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || "〇零○一二三四五六七八九".contains(c)).len();
        let digits = &before[start..];
        let plain: String = digits
            .chars()
            .map(|c| {
                "〇一二三四五六七八九"
                    .chars()
                    .position(|digit| digit == c)
                    .map_or(if c == '零' || c == '○' { '0' } else { c }, |at| (b'0' + at as u8) as char)
            })
            .collect();
        let year = (plain.len() == 4).then(|| plain.parse::<i16>().ok()).flatten().filter(|year| (1990..=2100).contains(year))?;
        Some((year, &title[at..]))
    })?;
    Some(Period { year, half: half(rest) })
}

fn half(words: &str) -> Option<Half> {
    if words.contains("下半年") {
        return Some(Half::Second);
    }
    let first = words.contains("上半年")
        || words.contains("半年")
        || words.contains("1-6月")
        || words.contains("1—6月")
        || words.contains("1至6月");
    first.then_some(Half::First)
}

/// The years that a text names in running text, in order; titles in 《》 and document numbers are passed over.
pub(crate) fn years(text: &str) -> impl Iterator<Item = (usize, i16)> {
    let mut years = memmem::find_iter(text.as_bytes(), "年");
    let mut titles = memmem::find_iter(text.as_bytes(), "《").peekable();
    let (mut from, mut closes) = (0, true);
    std::iter::from_fn(move || {
        loop {
            let at = years.next()?;
            // Titles that begin in front of the place, each up to its end.
            while let Some(start) = titles.next_if(|&start| start < at) {
                if start >= from && closes {
                    match memmem::find(&text.as_bytes()[start..], "》".as_bytes()) {
                        Some(length) => from = start + length + '》'.len_utf8(),
                        None => closes = false,
                    }
                }
            }
            let Some(start) = at.checked_sub(4).filter(|&start| start >= from) else { continue };
            let digits = &text.as_bytes()[start..at];
            if digits.starts_with(b"20") && digits.iter().all(u8::is_ascii_digit) {
                from = at + '年'.len_utf8();
                let year = digits.iter().fold(0, |year, digit| year * 10 + i16::from(digit - b'0'));
                return Some((start, year));
            }
        }
    })
}

/// The period: what the body itself says in its strong places decides against a title that it contradicts.
pub(super) fn read(
    text: &str,
    body: Span,
    outline: &Outline,
    title: Option<Period>,
    profile: Option<&Profile>,
    date: Option<Date>,
) -> Option<Period> {
    if profile.is_none() {
        return title;
    }
    let strong = strong(text, body, outline, profile);
    if let Some(title) = title {
        let agreed =
            strong.first().copied().filter(|first| strong.len() >= 2 && strong.iter().all(|year| year == first && *year != title.year));
        let Some(other) = agreed else { return Some(title) };
        let count = |wanted: i16| years(body.of(text)).filter(|&(_, year)| year == wanted).count();
        return Some(Period { year: if count(other) > 2 * count(title.year) { other } else { title.year }, half: title.half });
    }
    let head = &body.of(text)[..body.of(text).floor_char_boundary(900)];
    let half = head.find("报告如下").and_then(|end| half(head[..end].rsplit('。').next().unwrap_or_default()));
    let year = strong.first().copied().or_else(|| date.filter(|date| date.month <= 6).map(|date| date.year - 1))?;
    Some(Period { year, half })
}

/// The years of the places that name the period: the first words of the body, 现将…报告如下, the headings of the work.
fn strong(text: &str, body: Span, outline: &Outline, profile: Option<&Profile>) -> Vec<i16> {
    let words = body.of(text).trim_start();
    let mut found = Vec::new();
    let opening = words.lines().find(|line| line.len() > 120).unwrap_or(words);
    let opening_head = &opening[..opening.floor_char_boundary(30)];
    found.extend(years(opening_head).next().map(|(_, year)| year));
    if let Some(end) = words[..words.floor_char_boundary(3000)].find("报告如下") {
        let sentence = words[..end].rsplit(['。', '\n']).next().unwrap_or_default();
        found.extend(years(sentence).next().map(|(_, year)| year));
    }
    let items = profile.map_or(&[][..], Profile::items);
    for (_, heading) in outline.main() {
        let title = heading.title.of(text);
        let Some((_, year)) = years(title).next() else { continue };
        match items.iter().rev().find(|item| item.fits_heading(title)).map(|item| item.year) {
            Some(ItemYear::Next) => {}
            _ => found.push(year),
        }
    }
    found
}
