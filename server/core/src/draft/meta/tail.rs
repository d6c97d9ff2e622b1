//! The end of a draft: signature, date line, attachments, and what a web page adds.

use super::issuer;
use super::title::lines;
use crate::draft::Date;
use crate::text::Span;

/// Lines of web pages below a text.
const FURNITURE: &[&str] = &[
    "分享到",
    "相关文章",
    "相关链接",
    "相关阅读",
    "相关附件",
    "打印",
    "关闭",
    "上一篇",
    "下一篇",
    "主办",
    "承办",
    "技术支持",
    "版权所有",
    "备案",
    "网站标识",
    "联系电话",
    "联系人",
    "责任编辑",
    "编辑:",
    "审核:",
    "来源:",
    "扫一扫",
    "返回",
    "ICP",
    "字号",
    "公安网",
    "抄送",
    "主题词",
    "(此件",
    "信息来源",
];

/// The number of lines from the end in which signature and date line are looked for.
const LINES: usize = 24;

/// The end of a draft.
pub(super) struct Tail {
    pub(super) body_end: u32,
    pub(super) signature: Option<Span>,
    pub(super) date_line: Option<(Date, Span)>,
    /// The organ that a web page names as its own (主办).
    pub(super) host: Option<Span>,
}

/// Reads the end of a draft.
pub(super) fn read(text: &str, span: Span) -> Tail {
    let all: Vec<Span> = last_lines(text, span);
    let mut tail = Tail { body_end: span.end, signature: None, date_line: None, host: None };
    for (index, &line) in all.iter().enumerate().rev() {
        let words = line.of(text);
        if let Some((date, at)) = date_in(words) {
            tail.date_line.get_or_insert((date, Span::new(line.start as usize + at, line.end as usize)));
            let name = words[..at].trim();
            if issuer::is_name(name) {
                tail.signature = Some(Span::new(line.start as usize, line.start as usize + name.len()));
            }
        } else if words.len() <= 90 && issuer::is_name(words) && all.get(index + 1).is_none_or(|next| next.start >= tail.body_end) {
            tail.signature = Some(line);
        } else if is_furniture(words) {
            if let Some(name) = words.split(' ').find_map(|part| part.strip_prefix("主办:")) {
                let start = line.start as usize + words.find(name).unwrap_or(0);
                let length = name.find("技术支持").or(name.find("承办")).unwrap_or(name.len());
                tail.host = Some(Span::new(start, start + length));
            }
        } else if !(is_attachment(words) || words.len() < 90 && numbered(words) && attachment_above(text, &all[..index])) {
            break;
        }
        tail.body_end = line.start;
    }
    tail
}

/// The last lines of a span, in their order.
fn last_lines(text: &str, span: Span) -> Vec<Span> {
    let body = span.of(text);
    let mut start = body.len();
    for _ in 0..LINES {
        start = body[..start].trim_end().rfind(['\n', '\r']).unwrap_or(0);
    }
    lines(text, Span::new(span.start as usize + start, span.end as usize)).collect()
}

fn is_furniture(words: &str) -> bool {
    words.len() <= 240 && FURNITURE.iter().any(|mark| words.starts_with(mark) || words.len() <= 60 && words.contains(mark))
}

fn is_attachment(words: &str) -> bool {
    words.len() <= 180 && (words.starts_with("附件") || words.starts_with("附:")) && !words.contains('。')
}

fn numbered(words: &str) -> bool {
    words.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('.') && !words.ends_with('。')
}

/// Whether a list of attachments begins a few lines above.
fn attachment_above(text: &str, lines: &[Span]) -> bool {
    lines.iter().rev().take(8).any(|line| is_attachment(line.of(text)))
}

/// The date that a line ends with, with the offset at which it begins: 2024年3月1日, 二〇二四年三月一日.
pub(super) fn date_in(words: &str) -> Option<(Date, usize)> {
    let words = words.trim_end_matches(['。', ')', ' ']);
    if words.len() > 120 {
        return None;
    }
    let day = words.strip_suffix('日')?;
    let (rest, day) = number_at_end(day)?;
    let (rest, month) = number_at_end(rest.strip_suffix('月')?)?;
    let rest = rest.strip_suffix('年')?;
    let start = rest.len() - rest.chars().rev().take_while(|&c| value(c).is_some()).map(char::len_utf8).sum::<usize>();
    let digits: Vec<i16> = rest[start..].chars().filter_map(value).collect();
    let year = (digits.len() == 4).then(|| digits.iter().fold(0, |year, digit| year * 10 + digit))?;
    // In running text a date ends no line of its own.
    if rest[..start].contains(['。', ',', ';', '《', '至', '到', '起']) {
        return None;
    }
    Date::new(year, month, day).filter(|date| (1990..=2100).contains(&date.year)).map(|date| (date, start))
}

fn value(c: char) -> Option<i16> {
    match c {
        '0'..='9' => Some(c as i16 - '0' as i16),
        '〇' | '零' | '○' | 'O' => Some(0),
        _ => "一二三四五六七八九".chars().position(|digit| digit == c).map(|at| at as i16 + 1),
    }
}

fn number_at_end(text: &str) -> Option<(&str, u8)> {
    let length: usize = text.chars().rev().take_while(|&c| value(c).is_some() || c == '十').map(char::len_utf8).sum();
    let (rest, number) = text.split_at(text.len() - length);
    let number = number.parse().ok().or_else(|| crate::draft::outline::number_at_start(number).map(|(number, _)| number as u8))?;
    Some((rest, number))
}
