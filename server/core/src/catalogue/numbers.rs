//! Document numbers (发文字号): 国办发〔2018〕37号, and orders: 国务院令第713号.

use crate::text::{Folded, Span};
use memchr::memmem;

/// Which brackets hold the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brackets {
    /// 〔〕, as GB/T 9704 has it.
    Hexagonal,
    /// Others: [], (), 【】.
    Other,
    /// None: an order (令第713号).
    None,
}

/// A document number as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Where it stands.
    pub span: Span,
    /// In the standard form: `国办发〔2018〕37号`.
    pub text: String,
    /// The brackets around the year.
    pub brackets: Brackets,
    /// Whether the year is torn apart by a blank.
    pub torn: bool,
    /// Whether the year has two digits.
    pub short_year: bool,
    /// Whether 第 stands in front of the number, or the number begins with 0.
    pub padded: bool,
    /// Whether 号 is there.
    pub hao: bool,
}

impl Number {
    /// Whether it is written as the standard asks.
    pub fn is_standard(&self) -> bool {
        self.brackets != Brackets::Other && !self.torn && !self.short_year && !self.padded && self.hao
    }

    /// The issuer's letters in front of the year.
    pub fn code(&self) -> &str {
        self.text.split(['〔', '第']).next().unwrap_or_default()
    }
}

/// The numbers of a part of the text, in the order of the text.
pub fn read(text: &str, span: Span) -> Vec<Number> {
    let part = span.of(text);
    let mut numbers: Vec<Number> = Vec::new();
    for open in memchr::memchr3_iter(b'[', b'(', 0xE3, part.as_bytes()) {
        let opener = match part.as_bytes()[open] {
            b'[' => '[',
            b'(' => '(',
            _ => match part.as_bytes()[open + 1..] {
                [0x80, 0x94, ..] => '〔',
                [0x80, 0x90, ..] => '【',
                _ => continue,
            },
        };
        numbers.extend(bracketed(part, open, opener, span.start as usize));
    }
    for at in memmem::find_iter(part.as_bytes(), "令第") {
        numbers.extend(order(part, at, span.start as usize));
    }
    numbers.sort_by_key(|number| number.span);
    numbers.dedup_by(|next, number| next.span.start < number.span.end);
    numbers
}

/// The document number that a text is, in whatever form: `青禾政发[2022]3号`. None where more stands there than the number.
pub fn number_in(text: &str) -> Option<Number> {
    let folded = Folded::new(text);
    let whole = Span::new(0, folded.text().len());
    read(folded.text(), whole).into_iter().next().filter(|number| number.span == whole)
}

fn bracketed(part: &str, open: usize, opener: char, base: usize) -> Option<Number> {
    let closer = match opener {
        '[' => ']',
        '(' => ')',
        '〔' => '〕',
        _ => '】',
    };
    let inner = &part[open + opener.len_utf8()..];
    let length = inner.bytes().take(9).take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'x' | b'X' | b'*')).count();
    let year: String = inner[..length].chars().filter(|c| *c != ' ').collect();
    let masked = !year.is_empty() && !year.bytes().any(|byte| byte.is_ascii_digit());
    let full = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    if !(full || year.len() == 2 && opener != '(' || masked && opener != '(') {
        return None;
    }
    let torn = inner[..length].trim().contains(' ');
    let rest = inner[length..].strip_prefix(closer)?;
    let rest = rest.trim_start_matches(' ');
    let behind = rest.strip_prefix('第').unwrap_or(rest);
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=5).contains(&digits) {
        return None;
    }
    let value = behind[..digits].trim_start_matches('0');
    let padded = behind.len() < rest.len() || value.len() < digits;
    let mut at = part.len() - behind.len() + digits;
    let tail = &behind[digits..];
    let hao = tail.trim_start_matches(' ').starts_with('号');
    if hao {
        at = part.len() - tail.trim_start_matches(' ').len() + '号'.len_utf8();
    }
    let code = code_before(&part[..open])?;
    // Brackets other than 〔〕 also hold plain years: then only a whole number with an issuer's letters is one.
    let known = code.ends_with([
        '发', '函', '办', '字', '规', '文', '令', '通', '告', '电', '综', '政', '财', '执', '投', '格', '法', '司', '安', '复', '党', '税',
        '环', '教', '建', '监', '督', '议', '纪', '组', '宣', '人', '民', '公', '号',
    ]);
    if opener != '〔' && (!hao || !known && opener == '(') || !full && !masked && !hao {
        return None;
    }
    if opener == '〔' && !hao && tail.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '条' | '款' | '%' | '.' | '-' | '年' | '月'))
    {
        return None;
    }
    let year = if year.len() == 2 && !masked { format!("20{year}") } else { year.clone() };
    Some(Number {
        span: Span::new(base + open - code.len(), base + at),
        text: format!("{code}〔{year}〕{value}号"),
        brackets: if opener == '〔' { Brackets::Hexagonal } else { Brackets::Other },
        torn,
        short_year: !full && !masked,
        padded,
        hao,
    })
}

fn order(part: &str, at: usize, base: usize) -> Option<Number> {
    let digits_at = at + "令第".len();
    let digits = part[digits_at..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || !part[digits_at + digits..].starts_with('号') {
        return None;
    }
    let code = code_before(&part[..at])?;
    let end = digits_at + digits + '号'.len_utf8();
    let start = at - code.len();
    // 国令 is the everyday short form.
    let text = if code == "国" { format!("国务院{}", &part[at..end]) } else { part[start..end].to_owned() };
    Some(Number {
        span: Span::new(base + start, base + end),
        text,
        brackets: Brackets::None,
        torn: false,
        short_year: false,
        padded: false,
        hao: true,
    })
}

/// Words that stand in front of a number and are no part of it.
const IN_FRONT: [&str; 24] = [
    "根据", "依据", "按照", "依照", "印发", "转发", "下发", "执行", "贯彻", "落实", "文件", "通知", "关于", "以", "和", "及", "与", "为",
    "的", "了", "在", "由", "是", "年",
];

/// The issuer's letters directly in front of the year.
fn code_before(before: &str) -> Option<&str> {
    let from = before.char_indices().rev().take(14).take_while(|(_, c)| crate::text::is_han(*c)).last().map(|(at, _)| at)?;
    let mut code = &before[from..];
    while let Some(cut) = IN_FRONT.iter().filter_map(|word| code.find(word).map(|at| at + word.len())).max() {
        code = &code[cut..];
    }
    (!code.is_empty()).then_some(code)
}
