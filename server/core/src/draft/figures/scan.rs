//! One pass over the text: marks, brackets, quotations and numbers.

mod numerals;
mod place;

use super::cues::{self, Cues, Hit};
use super::exempt::{self, Exempt};
use super::number::{self, Bound, Number, Scale};
use super::{Class, Figure, Gap, Others, Role, chinese, label, role, units};
use crate::text::Span;
use numerals::{broken_digits, close, counts_a_list, range, signed};
use place::Place;

/// Quotations up to this length (bytes) are names, and numbers in them no figures.
const NAME: usize = 48;
/// Titles and brackets are looked through no farther than this.
const FAR: usize = 600;

pub(super) struct Scan<'t> {
    text: &'t str,
    figures: Vec<Figure>,
    others: Others,
    hits: Vec<Hit>,
    paragraph: u32,
    sentence: u32,
    part: u32,
    /// Where 其中 stands at the end of the paragraph before.
    lead: Option<usize>,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, figures: Vec::new(), others: Others::default(), hits: Vec::new(), paragraph: 0, sentence: 0, part: 0, lead: None }
    }

    pub(super) fn finish(self) -> (Vec<Figure>, Others) {
        (self.figures, self.others)
    }

    pub(super) fn paragraph(&mut self, span: Span) {
        let (text, bytes) = (self.text, self.text.as_bytes());
        let (start, end) = (span.start as usize, span.end as usize);
        let first = self.figures.len();
        let mut place = Place {
            words: self.lead.take().unwrap_or(start),
            sentence: start,
            gap: Gap::Paragraph,
            depth: 0,
            open: Vec::new(),
            year: None,
            year_clause: false,
        };
        self.sentence += 1;
        self.part += 1;
        let mut at = start;
        while at < end {
            let byte = bytes[at];
            match byte {
                b'0'..=b'9' => at = self.digits(at, end, &mut place),
                b'-' if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) && signed(text, at) => at = self.digits(at, end, &mut place),
                b',' => at = place.join(text, at, Gap::Comma),
                b':' => at = place.join(text, at, Gap::Colon),
                b';' => {
                    if place.depth == 0 {
                        self.part += 1;
                    }
                    at = place.mark(at + 1, Gap::Semicolon);
                }
                b'!' | b'?' => at = self.end_sentence(at + 1, &mut place),
                b'(' => {
                    place.open.push(place.words);
                    place.depth = place.nested();
                    place.words = at + 1;
                    at += 1;
                }
                b')' => {
                    if let Some(words) = place.open.pop() {
                        place.depth = place.nested();
                        place.words = words;
                    } else {
                        place.words = at + 1;
                    }
                    at += 1;
                }
                0xE2 | 0xE3 if at + 2 < end => at = self.punctuation(at, end, &mut place),
                0xE4..=0xE9 => {
                    at = match chinese::skip(&bytes[..end], at) {
                        numeral if numeral == at => self.han(at, &mut place),
                        next => next,
                    }
                }
                0xE0 | 0xE1 | 0xEA..=0xEF => at += 3,
                0xC0..=0xDF => at += 2,
                0xF0..=0xFF => at += 4,
                _ => at += 1,
            }
        }
        if self.figures.len() > first {
            self.finish_paragraph(first, span);
        }
        let line = span.of(text).trim_end();
        if line.ends_with("其中:") {
            self.lead = Some(start + line.len() - "其中:".len());
        }
        self.paragraph += u32::from(!line.is_empty());
    }

    fn end_sentence(&mut self, at: usize, place: &mut Place) -> usize {
        self.sentence += 1;
        self.part += 1;
        place.sentence = at;
        place.year = None;
        place.open.clear();
        place.depth = 0;
        place.mark(at, Gap::Sentence)
    }

    /// A mark of three bytes: 。 、 《 〔 “ and their kin.
    fn punctuation(&mut self, at: usize, end: usize, place: &mut Place) -> usize {
        let text = self.text;
        match &text.as_bytes()[at..at + 3] {
            [0xE3, 0x80, 0x82] => self.end_sentence(at + 3, place),
            [0xE3, 0x80, 0x81] => {
                place.gap = place.gap.max(Gap::Pause);
                at + 3
            }
            // 《…》 and 〔…〕: names.
            [0xE3, 0x80, 0x8A] => close(text, at + 3, end, '》', FAR).unwrap_or(at + 3),
            [0xE3, 0x80, 0x94] => close(text, at + 3, end, '〕', FAR).unwrap_or(at + 3),
            // “…”
            [0xE2, 0x80, 0x9C] => close(text, at + 3, end, '”', NAME).unwrap_or(at + 3),
            // 〇
            [0xE3, 0x80, 0x87] => at + 3,
            _ => at + 3,
        }
    }

    fn digits(&mut self, at: usize, end: usize, place: &mut Place) -> usize {
        let text = self.text;
        let start = if text.as_bytes()[at] == b'-' { at + 1 } else { at };
        if let Some((what, stop)) = exempt::read(text, start, place.sentence.min(start)) {
            self.others.exempt += 1;
            if let Exempt::Year(year) = what {
                place.year = Some(year);
                place.year_clause = true;
            }
            return stop.max(start + 1);
        }
        if let Some(stop) = self.ratio(at, place) {
            return stop;
        }
        let Some(mut number) = number::read(text, at) else {
            self.others.unread += 1;
            return start + text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        };
        if number.span.end as usize > end {
            return start + 1;
        }
        range(text, &mut number);
        broken_digits(text, &mut number);
        let stop = number.span.end as usize;
        match self.unit(&number) {
            Some((length, class)) => {
                let figure_end = stop + length;
                self.push(number, figure_end, class, place);
                self.figures.last().map_or(figure_end, |figure| figure.span.end as usize)
            }
            None => {
                self.others.unread += 1;
                stop
            }
        }
    }

    /// The unit behind a number, with its length; `None` where the number is none that is understood.
    fn unit(&self, number: &Number) -> Option<(usize, Class)> {
        let text = self.text;
        let end = number.span.end as usize;
        if number.scale != Scale::Count {
            return Some((0, Class::Percent));
        }
        let rest = &text[end..];
        // The blank in `1 212.12 万元` or `12 件` of a text set by hand.
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        if let Some((length, class)) = units::read(&rest[blank..]) {
            return Some((blank + length, class));
        }
        if number.chinese {
            return None;
        }
        let stands_alone = rest.starts_with([',', ';', '。', '、', '(', ')', '\n', '\r']) || rest.is_empty();
        let named =
            text[..number.span.start as usize].chars().next_back().is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | ':' | ')' | '”'));
        (stands_alone && named).then_some((0, Class::Bare))
    }

    /// A ratio of three or more members, such as `7.6:44.8:47.6`.
    fn ratio(&mut self, at: usize, place: &mut Place) -> Option<usize> {
        let text = self.text;
        let mut members = Vec::new();
        let mut from = at;
        while members.len() < 8 {
            let number = text.get(from..)?.starts_with(|c: char| c.is_ascii_digit()).then(|| number::read(text, from)).flatten()?;
            let end = number.span.end as usize;
            members.push(number);
            if !text[end..].starts_with(':') || !text[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
                break;
            }
            from = end + 1;
        }
        if members.len() < 3 {
            return None;
        }
        let end = members.last()?.span.end as usize;
        for number in members {
            let stop = number.span.end as usize;
            self.push(number, stop, Class::Ratio, place);
        }
        Some(end)
    }

    fn han(&mut self, at: usize, place: &mut Place) -> usize {
        let text = self.text;
        let Some(c) = text[at..].chars().next() else { return at + 1 };
        let next = at + c.len_utf8();
        if !chinese::is_numeral(c) {
            return next;
        }
        let rest = &text[next..];
        if c == '一' && !rest.starts_with(['百', '千', '万', '亿']) && !counts_a_list(text, at) {
            return next;
        }
        let before = text[..at].chars().next_back();
        if before.is_some_and(|before| matches!(before, '第' | '之' | '周' | '初' | '星')) || chinese::is_numeral(before.unwrap_or('x'))
        {
            return next;
        }
        // Units of numbers with nothing in front count roughly: 百余 does, 百姓 and 千方 do not.
        let bare = matches!(c, '百' | '千' | '万' | '亿') && !rest.starts_with(['余', '多']) && !rest.starts_with("分之");
        if bare {
            return next;
        }
        let Some(number) = number::read(text, at) else { return next };
        let stop = number.span.end as usize;
        let Some((length, class)) = self.unit(&number) else {
            // 前五, 排名前三: a place in an order needs no unit.
            if before == Some('前') && !text[..at].ends_with("目前") {
                self.push(number, stop, Class::Bare, place);
                return stop;
            }
            return next;
        };
        let idiom = text[at..].starts_with("十分")
            || text[at..].starts_with("十字")
            || class == Class::Times && text[at..].starts_with("二次")
            || class == Class::Duration;
        if idiom {
            return stop;
        }
        self.push(number, stop + length, class, place);
        self.figures.last().map_or(stop + length, |figure| figure.span.end as usize)
    }

    fn push(&mut self, mut number: Number, mut end: usize, class: Class, place: &mut Place) {
        let text = self.text;
        let unit = Span::new(number.span.end as usize, end);
        let unit = Span::new(end - unit.of(text).trim_start().len(), end);
        if text[end..].starts_with(['余', '多']) && class.adds() && number.bound == Bound::Exact && !text[end..].starts_with("余额") {
            // 100个多 is rare, 12件余 as well; both mean more.
            number.bound = Bound::More;
            end += '余'.len_utf8();
        }
        if let Some((bound, stop)) = number::bound_after(text, end)
            && (number.bound == Bound::Exact || number.bound == bound)
        {
            number.bound = bound;
            end = stop;
        }
        let span = Span::new(number.span.start as usize, end);
        let words = place.words.min(span.start as usize);
        let figure = Figure {
            span,
            unit,
            class,
            role: Role::Count,
            before: Span::new(words, span.start as usize),
            after: Span::at(end),
            gap: place.gap,
            depth: place.depth,
            paragraph: self.paragraph,
            sentence: self.sentence,
            part: self.part,
            cues: Cues::default(),
            last: None,
            after_cues: Cues::default(),
            year: place.year.filter(|_| place.year_clause),
            label: Span::default(),
            number,
        };
        self.figures.push(figure);
        place.words = end;
        place.gap = Gap::None;
    }

    /// Finds the cues of the paragraph and gives every figure its own, its words behind and its role.
    fn finish_paragraph(&mut self, first: usize, span: Span) {
        let text = self.text;
        self.hits.clear();
        let from = self.figures[first].before.start.min(span.start);
        self.hits.extend(cues::find(text, Span { start: from, end: span.end }));
        let within = |hits: &[Hit], part: Span| {
            let from = hits.partition_point(|hit| hit.span.start < part.start);
            let to = from + hits[from..].partition_point(|hit| hit.span.end <= part.end);
            (from, to)
        };
        for index in first..self.figures.len() {
            let next = self.figures.get(index + 1).map_or(span.end, |next| next.span.start);
            let (earlier, rest) = self.figures.split_at_mut(index);
            let figure = &mut rest[0];
            let trimmed = figure.before.of(text).trim_start_matches(['、', ' ', '\n']);
            // A figure right behind 、 has its words behind it: 7个一级指标、30个二级指标.
            let own = if trimmed.ends_with(['、', ' ']) { 0 } else { trimmed.len() };
            figure.before.start = figure.before.end - own as u32;
            let after = &text[figure.span.end as usize..next as usize];
            let length = after.find([',', ';', ':', '。', '、', '(', ')', '\n', '!', '?', '|', '《']).unwrap_or(after.len());
            figure.after = Span::new(figure.span.end as usize, figure.span.end as usize + length);
            let (from, to) = within(&self.hits, figure.before);
            for hit in &self.hits[from..to] {
                figure.cues.insert(hit.cue);
            }
            figure.last = self.hits[from..to].last().copied();
            let (from, to) = within(&self.hits, figure.after);
            for hit in &self.hits[from..to] {
                figure.after_cues.insert(hit.cue);
            }
            let lead = label::core(figure.before.of(text));
            let words = if lead.is_empty() { label::core(figure.after.of(text)) } else { lead };
            let start = words.as_ptr() as usize - text.as_ptr() as usize;
            figure.label = Span::new(start, start + words.len());
            // 起诉268件379人: what is counted in cases is counted in people too.
            if figure.gap == Gap::None
                && figure.before.of(text).trim().is_empty()
                && let Some(first) = earlier.last().filter(|_| index > first)
                && first.class.adds()
                && figure.class.adds()
            {
                figure.label = first.label;
            }
            figure.role = role::of(text, figure, earlier.last().filter(|_| index > first));
        }
    }
}
