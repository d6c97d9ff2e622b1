//! Numbers that are no figures: dates, document numbers, section numbers, telephone numbers, names such as 12345 or 5G.

/// Numbers that are the names of telephone lines.
const LINES: &[&str] = &[
    "110", "119", "120", "122", "12110", "12123", "12301", "12305", "12308", "12309", "12310", "12312", "12313", "12315", "12316", "12317",
    "12318", "12319", "12320", "12321", "12323", "12324", "12325", "12326", "12328", "12329", "12331", "12333", "12336", "12337", "12338",
    "12339", "12340", "12345", "12346", "12348", "12349", "12350", "12351", "12355", "12356", "12358", "12363", "12365", "12366", "12367",
    "12368", "12369", "12370", "12377", "12378", "12380", "12381", "12385", "12386", "12388", "12389", "12391", "12393", "12395", "12396",
];

/// What stands at a run of digits that is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exempt {
    /// A year, with its value.
    Year(i16),
    /// Anything else.
    Other,
}

/// Tells a run of digits that is no figure, and where the whole of it ends. `line` is where its line or sentence starts.
pub(super) fn read(text: &str, start: usize, line: usize) -> Option<(Exempt, usize)> {
    let bytes = text.as_bytes();
    let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let digits = &text[start..end];
    let after = &text[end..];
    let before = &text[line..start];
    let last = before.chars().next_back();

    if digits.len() == 4
        && (digits.starts_with("19") || digits.starts_with("20"))
        && let Some(end) = years(text, end)
    {
        return Some((Exempt::Year(digits.parse().ok()?), end));
    }
    // 目录(2024版): the name of an edition, and no year that anything was counted in.
    if digits.len() == 4 && after.starts_with('版') {
        return Some((Exempt::Other, end + '版'.len_utf8()));
    }
    if let Some(end) = date(text, start, end) {
        return Some((Exempt::Other, end));
    }
    // Names: A4, 5G, 1+N, 12·4, 3D.
    if last.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '+' | '·' | '第' | '×' | '/' | '_' | '#' | '№'))
        || after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '+' | '·' | '×' | '_' | '#'))
        || after.starts_with('号') && !after.starts_with("号召")
    {
        return Some((Exempt::Other, chain(text, end)));
    }
    // A section number: 1. 1、 (1) at the start of a sentence or line.
    let opening = before.trim_end().is_empty() || before.ends_with('(') && before.trim_end_matches('(').trim_end().is_empty();
    if opening
        && digits.len() <= 2
        && (after.starts_with(['、', ')', ' ', '．']) || after.starts_with('.') && !after[1..].starts_with(|c: char| c.is_ascii_digit()))
    {
        return Some((Exempt::Other, end + after.chars().next().map_or(0, char::len_utf8)));
    }
    // 2.1 and 1.2.3 at the start of a line.
    if opening && after.starts_with('.') {
        let chain = chain(text, end);
        if text[end..chain].matches('.').count() >= 2 || text[chain..].starts_with([' ', '、']) {
            return Some((Exempt::Other, chain));
        }
    }
    // Dates by points and strokes, times, telephone numbers, versions.
    let whole = chain(text, end);
    let rest = &text[end..whole];
    let marks = rest.chars().filter(|c| !c.is_ascii_digit()).count();
    let same_marks = |mark: char| rest.matches(mark).count() == marks;
    if marks >= 2 && (same_marks('.') || same_marks('-') || same_marks('/')) || marks == 1 && rest.contains('/') {
        return Some((Exempt::Other, whole));
    }
    if marks >= 1 && rest.contains(':') && digits.len() <= 2 && !rest.contains('.') {
        return Some((Exempt::Other, whole));
    }
    if rest.starts_with('-') && (digits.len() >= 3 && marks == 1 && rest.len() >= 8 || digits.starts_with('0')) {
        return Some((Exempt::Other, whole));
    }
    if LINES.contains(&digits)
        && !after.starts_with(['.', ',', '%', '余', '多', '万'])
        && (after.starts_with("家庭")
            || !after.starts_with(['家', '户', '间', '村', '镇', '乡', '校', '所'])
                && super::units::read(after).is_none_or(|(_, class)| class == super::Class::Body))
    {
        return Some((Exempt::Other, end));
    }
    if digits.len() >= 11 && marks == 0 || digits.starts_with('0') && digits.len() >= 2 && !after.starts_with('.') {
        return Some((Exempt::Other, end));
    }
    None
}

/// The end of a year or a run of years: 2023年, 2021—2025年, 2018、2019年.
fn years(text: &str, end: usize) -> Option<usize> {
    let after = &text[end..];
    if after.starts_with('年') {
        return Some(end + '年'.len_utf8());
    }
    let mark = after.chars().next().filter(|c| matches!(c, '-' | '—' | '~' | '至' | '、' | '/' | '–' | '－' | '到'))?;
    let mut next = end + mark.len_utf8();
    while text[next..].starts_with(['-', '—']) {
        next += text[next..].chars().next().map_or(1, char::len_utf8);
    }
    let digits = text[next..].bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[next + digits..];
    let year = digits == 4 && (text[next..].starts_with("19") || text[next..].starts_with("20"));
    if year {
        return years(text, next + 4).or(matches!(mark, '-' | '—' | '~' | '至' | '–' | '－').then_some(next + 4));
    }
    // 2023-03-04, 2023/3/4.
    (digits <= 2 && digits > 0 && rest.starts_with(mark) && rest[mark.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()))
        .then(|| chain(text, next))
}

/// The end of a month, a day or an hour, or of a run of months: 6月, 1至9月, 3月5日, 20时.
fn date(text: &str, start: usize, end: usize) -> Option<usize> {
    if end - start > 2 {
        return None;
    }
    let after = &text[end..];
    if after.starts_with('月') {
        return Some(end + '月'.len_utf8());
    }
    if after.starts_with('日') && !after.starts_with("日均") {
        return Some(end + '日'.len_utf8());
    }
    if after.starts_with('时') || after.starts_with('点') && !after.starts_with("点位") {
        let mut end = end + '时'.len_utf8();
        let minutes = text[end..].bytes().take_while(u8::is_ascii_digit).count();
        if minutes > 0 && text[end + minutes..].starts_with('分') {
            end += minutes + '分'.len_utf8();
        }
        return Some(end);
    }
    let mark = after.chars().next().filter(|c| matches!(c, '-' | '—' | '~' | '至' | '、' | '–' | '－' | '到'))?;
    let mut next = end + mark.len_utf8();
    while text[next..].starts_with('—') {
        next += '—'.len_utf8();
    }
    let digits = text[next..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return None;
    }
    let rest = &text[next + digits..];
    (rest.starts_with('月') || rest.starts_with('日') || rest.starts_with("季度"))
        .then(|| next + digits + rest.chars().next().map_or(0, char::len_utf8))
}

/// The end of a chain of digits, points, strokes and colons.
fn chain(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = from;
    while end + 1 < bytes.len()
        && (bytes[end].is_ascii_digit() || matches!(bytes[end], b'.' | b'-' | b'/' | b':' | b'+') && bytes[end + 1].is_ascii_digit())
    {
        end += 1;
    }
    while bytes.get(end).is_some_and(u8::is_ascii_digit) {
        end += 1;
    }
    end
}
