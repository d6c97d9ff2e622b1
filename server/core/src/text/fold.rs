//! The folded view: one spelling for what is written in many ways.
//!
//! Simplified characters, half-width letters, digits and brackets, no blanks and line breaks inside words. Each character becomes one
//! character or is dropped; nothing is added. So a short list of gaps leads from any folded offset back to the source.

use super::{Span, Words, traditional::Traditional};
use std::sync::OnceLock;

/// From here on, `source = gap.source + (folded - gap.folded)`.
#[derive(Clone, Copy, Debug)]
struct Gap {
    folded: u32,
    source: u32,
}

/// A text and its folded view.
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    source: &'a str,
    text: String,
    gaps: Vec<Gap>,
    words: OnceLock<Words>,
}

impl<'a> Folded<'a> {
    /// Folds a text. Never fails: what is not understood stays as it is.
    pub fn new(source: &'a str) -> Self {
        let mut writer = Writer {
            text: String::with_capacity(source.len()),
            gaps: vec![Gap { folded: 0, source: 0 }],
            delta: 0,
            traditional: Traditional::load(),
        };
        let breaks = SoftBreaks::new(source);
        let mut previous = '\n';
        let mut at = 0;
        while let Some(c) = source[at..].chars().next() {
            let run = writer.traditional.unchanged(&source.as_bytes()[at..]);
            if run > 0 {
                let run = &source[at..at + run];
                writer.copy(at, run);
                previous = run.chars().next_back().unwrap_or(previous);
                at += run.len();
                continue;
            }
            let next = at + c.len_utf8();
            let rest = &source[next..];
            match c {
                '\n' | '\r' => {
                    if breaks.is_soft(at) {
                        at = next;
                        continue;
                    }
                    // A lone carriage return ends a line like any other; in a CRLF it stays what it is.
                    let lone = c == '\r' && !rest.starts_with('\n');
                    writer.push(at, c, if lone { '\n' } else { c });
                    previous = '\n';
                }
                // A byte order mark, zero-width characters, a soft hyphen.
                '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}' => {}
                _ if is_blank(c) => {
                    let more = rest.len() - rest.trim_start_matches(is_blank).len();
                    let after = rest[more..].chars().next().unwrap_or('\n');
                    let wide = rest[..more].chars().count() > 1 || c == '\u{3000}' || more > 0;
                    if wide || !(joins(previous) && joins(after)) || both_plain(previous, after) {
                        writer.push(at, c, ' ');
                        previous = ' ';
                    }
                    at = next + more;
                    continue;
                }
                '(' | '（' if is_han(previous) => {
                    // A reading added by some web pages: 總(zǒng)數.
                    if let Some(length) = gloss(rest) {
                        at = next + length;
                        continue;
                    }
                    writer.push(at, c, '(');
                    previous = '(';
                }
                _ => {
                    let folded = if c.is_ascii() { c } else { writer.fold(c) };
                    writer.push(at, c, folded);
                    previous = folded;
                }
            }
            at = next;
        }
        Self { source, text: writer.text, gaps: writer.gaps, words: OnceLock::new() }
    }

    /// The source text.
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the words stand that rules and relations look for; found when first asked for.
    pub(crate) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::find(&self.text))
    }

    /// The source range that a folded span stands for. What was dropped inside belongs to it, what was dropped around it does not.
    pub fn to_source(&self, span: Span) -> Span {
        let at = self.gap_of(span.start, 0);
        let start = self.start_behind(at, span.start);
        if span.is_empty() {
            return Span { start, end: start };
        }
        let last = span.start.max(self.text.floor_char_boundary(span.end as usize - 1) as u32);
        let last_start = self.start_behind(self.gap_of(last, at), last);
        let length = self.source[last_start as usize..].chars().next().map_or(0, char::len_utf8);
        Span { start, end: last_start + length as u32 }
    }

    /// The folded offset of a source offset; inside something dropped, the offset of what follows it.
    pub fn from_source(&self, offset: usize) -> usize {
        let at = self.gaps.partition_point(|gap| gap.source as usize <= offset).saturating_sub(1);
        let gap = self.gaps[at];
        let end = self.gaps.get(at + 1).map_or(self.text.len(), |next| next.folded as usize);
        let folded = gap.folded as usize + offset.saturating_sub(gap.source as usize);
        self.text.floor_char_boundary(folded.min(end))
    }

    /// The source text that was dropped directly in front of a folded offset: blanks, a line break.
    pub fn dropped_before(&self, offset: usize) -> &'a str {
        if offset == 0 || offset > self.text.len() {
            return "";
        }
        let end = if offset == self.text.len() { self.source.len() } else { self.start_of(offset as u32) as usize };
        let start = self.to_source(Span::new(self.text.floor_char_boundary(offset - 1), offset)).end as usize;
        self.source.get(start..end).unwrap_or_default()
    }

    /// The characters of the source that folding made shorter, such as `２` and `（`, with their places, in the order of the text. Where
    /// one was made shorter, a gap begins: only those are looked at.
    pub fn shortened(&self) -> impl Iterator<Item = (usize, char)> {
        let ends = self.gaps.iter().skip(1).map(|gap| gap.folded as usize).chain([self.text.len()]);
        self.gaps.iter().zip(ends).filter_map(|(gap, end)| {
            let folded = self.text[gap.folded as usize..end].chars().next_back()?;
            let at = gap.source as usize + (end - folded.len_utf8() - gap.folded as usize);
            let source = self.source[at..].chars().next()?;
            (source.len_utf8() > folded.len_utf8()).then_some((at, source))
        })
    }

    fn start_of(&self, folded: u32) -> u32 {
        self.start_behind(self.gap_of(folded, 0), folded)
    }

    /// The source offset of a folded one, which lies behind a gap and in front of the next.
    fn start_behind(&self, gap: usize, folded: u32) -> u32 {
        // Behind the last character no gap tells that it became shorter.
        if folded as usize >= self.text.len() {
            return self.source.len() as u32;
        }
        let gap = self.gaps[gap];
        (gap.source + (folded - gap.folded)).min(self.source.len() as u32)
    }

    /// The index of the last gap up to a folded offset, looked for from another one on: most spans end a few gaps behind their start.
    fn gap_of(&self, folded: u32, from: usize) -> usize {
        const NEAR: usize = 8;
        let gaps = &self.gaps[from..];
        let passed = |gap: &Gap| gap.folded <= folded;
        let near = gaps.iter().take(NEAR).take_while(|gap| passed(gap)).count();
        let passed = if near < NEAR { near } else { NEAR + gaps[NEAR..].partition_point(passed) };
        from + passed.saturating_sub(1)
    }
}

struct Writer {
    text: String,
    gaps: Vec<Gap>,
    /// Source offset less folded offset.
    delta: usize,
    traditional: &'static Traditional,
}

impl Writer {
    /// Notes that what is written next comes from an offset of the source.
    fn gap_at(&mut self, at: usize) {
        let folded = self.text.len();
        if at - folded != self.delta {
            self.delta = at - folded;
            self.gaps.push(Gap { folded: folded as u32, source: at as u32 });
        }
    }

    /// Writes characters that stay as they are.
    fn copy(&mut self, at: usize, run: &str) {
        self.gap_at(at);
        self.text.push_str(run);
    }

    fn push(&mut self, at: usize, from: char, to: char) {
        self.gap_at(at);
        debug_assert!(to.len_utf8() <= from.len_utf8(), "folding never makes a character longer");
        self.text.push(to);
    }

    fn fold(&self, c: char) -> char {
        match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3400}'..='\u{9FFF}' => self.traditional.simplify(c),
            '﹪' => '%',
            '−' => '-',
            '∶' => ':',
            '﹑' => '、',
            '「' => '“',
            '」' => '”',
            '『' => '‘',
            '』' => '’',
            '﹝' => '〔',
            '﹞' => '〕',
            '•' | '‧' | '・' | '●' => '·',
            _ => c,
        }
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Whether the character is a Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}' | '〇')
}

/// Characters between which Chinese text has no blank.
fn joins(c: char) -> bool {
    is_han(c)
        || c.is_ascii_alphanumeric()
        || matches!(c, '%' | '.' | ',' | ';' | ':' | '(' | ')' | '[' | ']' | '+' | '-')
        || matches!(c, '\u{3001}'..='\u{3015}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '‰' | '\u{FF01}'..='\u{FF5E}')
}

/// A blank between two letters or digits, or behind Latin punctuation, separates words: it stays.
fn both_plain(before: char, after: char) -> bool {
    (before.is_ascii_alphanumeric() || matches!(before, '.' | ')')) && (after.is_ascii_alphanumeric() || is_digit(after))
}

/// The length of a reading in tone-marked letters with its closing bracket, at the start of `rest`.
fn gloss(rest: &str) -> Option<usize> {
    let mut marked = false;
    for (at, c) in rest.char_indices().take(8) {
        match c {
            'a'..='z' => {}
            ')' | '）' if marked => return Some(at + c.len_utf8()),
            _ if "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü".contains(c) => marked = true,
            _ => return None,
        }
    }
    None
}

/// The line breaks that lie inside a sentence: text copied from a page that was set in lines.
struct SoftBreaks {
    /// Offsets of line feeds and carriage returns that are dropped, ascending.
    offsets: Vec<u32>,
}

impl SoftBreaks {
    fn new(source: &str) -> Self {
        let lines: Vec<Line> = Line::split(source);
        let width = wrap_width(&lines);
        let mut offsets = Vec::new();
        let mut seen = 0;
        for pair in lines.windows(2) {
            seen += usize::from(!pair[0].text.is_empty());
            let titled = seen <= TITLE_LINES && whole_title(pair[0].text, pair[1].text);
            if !titled && continues(&pair[0], &pair[1], width) {
                offsets.extend(pair[0].end..pair[1].start);
            }
        }
        Self { offsets }
    }

    fn is_soft(&self, offset: usize) -> bool {
        !self.offsets.is_empty() && self.offsets.binary_search(&(offset as u32)).is_ok()
    }
}

struct Line<'a> {
    text: &'a str,
    end: u32,
    start: u32,
    chars: usize,
}

impl<'a> Line<'a> {
    fn split(source: &'a str) -> Vec<Self> {
        let mut lines = Vec::new();
        let mut at = 0;
        for raw in super::lines(source) {
            let start = at;
            at += raw.len();
            let body = raw.trim_end_matches(['\n', '\r']);
            // The LF of a CRLF is no line of its own.
            if body.is_empty() && raw == "\n" && source.as_bytes().get(start.wrapping_sub(1)) == Some(&b'\r') {
                continue;
            }
            let text = body.trim();
            // Longer lines were not set to a width.
            let chars = text[..text.floor_char_boundary(800)].chars().count().min(200);
            lines.push(Line { text, start: start as u32, end: (start + body.len()) as u32, chars });
        }
        lines
    }
}

/// The number of characters at which the page was set in lines, if it was.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let mut counts = [0usize; 80];
    let mut long = 0;
    // Rows of a table are as long as one another and were not set to a width.
    for line in lines.iter().filter(|line| line.chars >= 16 && !cells(line.text)) {
        long += 1;
        if let Some(count) = counts.get_mut(line.chars) {
            *count += 1;
        }
    }
    let (width, near) = (18..80).map(|width| (width, counts[width - 2..=width].iter().sum::<usize>())).max_by_key(|&(_, near)| near)?;
    (long >= 8 && near * 2 >= long).then_some(width)
}

/// Whether a line is a row of a table.
fn cells(line: &str) -> bool {
    memchr::memchr2(b'|', b'\t', line.as_bytes()).is_some() || line.contains('│')
}

/// Among so many lines at the start the title stands.
const TITLE_LINES: usize = 4;

/// Whether a line is a whole title, which is as long as a line by chance and is not carried on: 云溪县2024年法治政府建设情况的报告.
fn whole_title(line: &str, next: &str) -> bool {
    ["报告", "总结", "汇报"].iter().any(|noun| line.ends_with(noun))
        && line.contains('年')
        && !line.contains(['，', ',', '。', '；', '：', '、'])
        && !next.starts_with(['的', '及', '和', '与'])
}

/// A digit, in ASCII or as wide as a Chinese character.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// Words right in front of a number, which no heading or sentence ends with.
const LEADING: [char; 9] = ['为', '达', '共', '约', '占', '较', '比', '由', '至'];

fn continues(line: &Line, next: &Line, width: Option<usize>) -> bool {
    let (Some(last), Some(first)) = (line.text.chars().next_back(), next.text.chars().next()) else { return false };
    if !(is_han(last)
        || last.is_ascii_alphanumeric()
        || is_digit(last)
        || matches!(last, '、' | '，' | ',' | '（' | '(' | '《' | '“' | '〔' | '—'))
    {
        return false;
    }
    let carried = matches!(first, '，' | '、' | '；' | '）' | '》' | '”' | '〕' | '%' | '％');
    if !(is_han(first) || first.is_ascii_alphanumeric() || is_digit(first) || carried || matches!(first, '《' | '“' | '（' | '(' | '〔'))
    {
        return false;
    }
    if line.text.starts_with(['#', '>']) || starts_item(next.text) || cells(line.text) || cells(next.text) {
        return false;
    }
    if carried || matches!(last, '、' | '，' | '《' | '“' | '〔') {
        return true;
    }
    // 支出决算为 / 446.11万元: no line ends with a word that leads to a number.
    if is_digit(first) && LEADING.contains(&last) && line.chars >= 12 {
        return true;
    }
    if width.is_some_and(|width| line.chars + 2 >= width && line.chars <= width + 2) {
        return true;
    }
    if opens_title(line.text, next.text) || line.chars >= 12 && CHANGING.iter().any(|word| line.text.ends_with(word)) && amount(next.text) {
        return true;
    }
    // A line of prose that stops in the middle, carried on by a line of prose.
    let prose = |text: &str| text.contains(['，', '。', '；', ',']);
    prose(line.text) && prose(next.text) && line.chars >= 12 && !starts_item(line.text)
}

/// Verbs that lead to the amount of a change.
const CHANGING: [&str; 9] = ["增长", "增加", "下降", "减少", "上升", "降低", "提高", "完成", "同比"];

/// Whether a line opens a title that the next line closes: 《中华人民共和国 / 行政复议法》.
fn opens_title(line: &str, next: &str) -> bool {
    let open = line.rfind('《').is_some_and(|open| line.rfind('》').is_none_or(|close| close < open));
    open && next.find(['》', '《', '。', '；', '：']).is_some_and(|mark| next[mark..].starts_with('》') && mark <= 120)
}

/// Whether a line begins with an amount, and not with a date or a number of its own: 100.00%。, 12.5万元.
fn amount(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| is_digit(c) || matches!(c, '.' | '．'));
    unit.len() < text.len()
        && ["%", "％", "万", "亿", "元", "件", "人", "个百分点", "倍", "吨", "户", "家", "起", "次"]
            .iter()
            .any(|word| unit.starts_with(word))
}

/// Whether a line begins an item, a heading or a table of its own.
fn starts_item(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '（', '【', '第']);
    let digits = text.trim_start_matches(|c: char| is_digit(c) || "一二三四五六七八九十百〇零".contains(c));
    let numbered =
        digits.len() < text.len() && digits.starts_with(['、', '.', '．', ')', '）', '章', '节', '条', '篇']) && !decimal(text, digits);
    numbered
        || text.starts_with(['#', '-', '*', '>', '`', '①', '②', '③', '④', '⑤'])
        || text.starts_with("附件")
        || text.starts_with("附:")
        || ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"].iter().any(|item| text.starts_with(item))
}

/// `12.5%` begins with a number, not with an item's number.
fn decimal(text: &str, rest: &str) -> bool {
    text.starts_with(is_digit) && rest.starts_with(['.', '．']) && rest.chars().nth(1).is_some_and(is_digit)
}
