//! A count in quotation marks right before a colon and 一是, 二是 in the same paragraph: 抓好“三个方面”工作:一是…;二是….
//!
//! Words in quotation marks are names, and their numbers no figures: only the few nouns that count what follows are read, so that
//! “三项制度” and “三个一” stay names.

use super::below;
use crate::draft::figures::number;
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Verdict, View};
use crate::text::Span;

/// The measure words between the number and the noun.
const MEASURES: &[&str] = &["个", "大", "项", "条", "类", ""];
/// Nouns that announce a list of that many.
const NOUNS: &[&str] = &[
    "方面",
    "环节",
    "重点",
    "任务",
    "措施",
    "举措",
    "问题",
    "层面",
    "维度",
    "着力点",
    "突破口",
    "关键点",
    "抓手",
    "步骤",
    "阶段",
    "要点",
    "重点任务",
    "重点工作",
    "工作重点",
    "关键环节",
    "重点环节",
];
/// What may stand between the quotation and the colon.
const TAILS: &[&str] = &["", "工作", "的工作", "任务", "的任务", "上下功夫", "上发力", "发力", "入手", "着手", "上用力"];
/// Where the quotation is looked for in front of the colon, in bytes.
const REACH: usize = 80;

/// Finds and judges the counts.
pub(super) fn run(view: &mut View) {
    let found: Vec<usize> = view.places(":一是").collect();
    for colon in found {
        tally(view, colon);
    }
}

fn tally(view: &mut View, colon: usize) {
    let text = view.text;
    let near = &text[text.floor_char_boundary(colon.saturating_sub(REACH))..colon];
    let Some((quotation, tail)) = near.rsplit_once('”') else { return };
    let Some((_, name)) = quotation.rsplit_once('“') else { return };
    if !TAILS.contains(&tail) {
        return;
    }
    let start = colon - tail.len() - '”'.len_utf8() - name.len();
    let Some(number) = number::read(text, start).filter(|number| number.span.start as usize == start) else { return };
    let noun = &text[number.span.end as usize..start + name.len()];
    let counts = MEASURES.iter().any(|measure| noun.strip_prefix(measure).is_some_and(|noun| NOUNS.contains(&noun)));
    if !counts || number.decimals > 0 || number.bound.is_open() {
        return;
    }
    let Some(list) = below::items(text, colon) else { return };
    let items = list.counts[0];
    let count = number.value;
    let off = count - Exact::from_integer(items as i128);
    let holds = off == Exact::from_integer(0);
    if !holds && (off > Exact::from_integer(2) || off < Exact::from_integer(-2)) {
        return;
    }
    let formula = format!("{items} {} {}", if holds { "=" } else { "≠" }, count.to_integer());
    let claim = Operand::unnamed("claim", Span::new(start, start + name.len()));
    let operands = vec![claim, Operand::unnamed("item", list.span)];
    let expected = (!holds).then(|| number.write(Exact::from_integer(items as i128), text)).flatten();
    // In front of a unit two is 两.
    let expected = expected.map(|number| if number == "二" { "两".to_owned() } else { number });
    let verdict = if holds { Verdict::Holds } else { Verdict::Broken };
    view.push(Making::new(Kind::Tally, verdict, formula, operands).expected(expected).note("listed").done());
}
