//! Values that cannot be: coverage over 100%, a fall by more than all, a rise to zero, a day that the calendar does not have.

use crate::draft::Date;
use crate::draft::figures::{Bound, Class, Role};
use crate::relations::interval::Exact;
use crate::relations::view::Making;
use crate::relations::{Kind, Operand, Strength, Verdict, View};
use crate::text::Span;
use num_traits::Zero;

/// Rates that count a part of a whole, so that they cannot exceed 100%. Completion of a plan, growth and turnover can.
const PARTS: &[&str] = &[
    "覆盖率",
    "合格率",
    "满意率",
    "办结率",
    "结案率",
    "成功率",
    "受理率",
    "败诉率",
    "胜诉率",
    "纠错率",
    "出庭率",
    "应诉率",
    "通过率",
    "知晓率",
    "签收率",
    "公示率",
    "备案率",
    "审核率",
    "回复率",
    "采纳率",
    "调解率",
    "整改率",
    "普及率",
    "绿化率",
    "参与率",
    "到位率",
    "达标率",
    "优良率",
];

/// Finds values that cannot be.
pub(super) fn run(view: &mut View) {
    for index in 0..view.figures.len() {
        over(view, index);
        fall(view, index);
        zero(view, index);
        of_nothing(view, index);
    }
    days(view);
}

/// 覆盖率达100%以上, 合格率102%.
fn over(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.class != Class::Percent || !matches!(figure.role, Role::Rate | Role::Target | Role::Percent) {
        return;
    }
    let hundred = Exact::from_integer(100);
    let above = figure.number.bound == Bound::AtLeast && figure.span.of(view.text).ends_with("以上");
    let more = above || matches!(figure.number.bound, Bound::MoreThan | Bound::More);
    let over = figure.number.value > hundred || figure.number.value == hundred && more;
    if over && PARTS.iter().any(|name| view.label(index).ends_with(name)) {
        tell(view, index, "≤ 100%".to_owned());
    }
}

/// 下降120%: nothing falls by more than all of it. 收窄 and losses apart.
fn fall(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.role != Role::Change {
        return;
    }
    let words = view.before(index);
    let words = words.strip_suffix('了').unwrap_or(words);
    let falls = ["下降", "减少", "降低"].iter().any(|word| words.ends_with(word));
    let value = figure.number.value;
    let all = match figure.class {
        Class::Percent => Exact::from_integer(100),
        Class::Multiple => Exact::from_integer(1),
        _ => return,
    };
    let over = if figure.class == Class::Multiple { value >= all } else { value > all };
    if !falls || !over {
        return;
    }
    let loss = ["亏损", "利润", "净", "赤字", "负"]
        .iter()
        .any(|word| view.text[sentence_start(view, index)..figure.span.start as usize].contains(word));
    if !loss {
        tell(view, index, format!("{} > 100%", view.shown(index)));
    }
}

/// 支出预算0万元,比上年增加1421.25万元: what is zero has not risen.
fn zero(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.role != Role::Delta || figure.number.value.is_zero() || index == 0 || super::change::falls(view, index) != Some(false) {
        return;
    }
    let now = index - 1;
    let level = &view.figures[now];
    if level.is_level()
        && level.number.value.is_zero()
        && view.same_unit(now, index)
        && view.same_sentence(now, index)
        && level.part == figure.part
        && level.depth == figure.depth
    {
        let formula = format!("{} − {} < 0", view.shown(now), view.shown(index));
        let operands = vec![view.operand("claim", index), view.operand("now", now)];
        view.push(Making::new(Kind::Limits, Verdict::Broken, formula, operands).done());
    }
}

/// 年初预算为0万元,…完成年初预算的95.89%: no part of nothing is done.
fn of_nothing(view: &mut View, index: usize) {
    let figure = &view.figures[index];
    if figure.class != Class::Percent || figure.number.value.is_zero() || !view.before(index).contains("完成") {
        return;
    }
    let base = ["年初预算", "全年预算", "调整预算"].into_iter().find(|base| view.before(index).contains(&format!("完成{base}")));
    let Some(base) = base else { return };
    let nothing = (index.saturating_sub(4)..index).rev().find(|&at| {
        view.figures[at].is_level() && view.before(at).contains(base) && view.figures[index].sentence - view.figures[at].sentence <= 1
    });
    if let Some(nothing) = nothing.filter(|&at| view.value(at).is_zero()) {
        let formula = format!("? ÷ {} = {}", view.shown(nothing), view.shown(index));
        let operands = vec![view.operand("claim", index), view.operand("whole", nothing)];
        view.push(Making::new(Kind::Limits, Verdict::Broken, formula, operands).strength(Strength::Likely).done());
    }
}

fn tell(view: &mut View, index: usize, formula: String) {
    let operands = vec![view.operand("claim", index)];
    view.push(Making::new(Kind::Limits, Verdict::Broken, formula, operands).done());
}

fn sentence_start(view: &View, index: usize) -> usize {
    let at = view.figures[index].span.start as usize;
    let from = view.text.floor_char_boundary(at.saturating_sub(150));
    view.text[from..at].rfind(['。', '\n']).map_or(from, |found| view.text.ceil_char_boundary(from + found + 1))
}

/// 6月31日: a day that no calendar has.
fn days(view: &mut View) {
    let found: Vec<(Span, String)> = view.places("月").filter_map(|at| day(view.text, at)).collect();
    for (span, date) in found {
        let operands = vec![Operand::unnamed("claim", span)];
        view.push(Making::new(Kind::Limits, Verdict::Broken, date, operands).strength(Strength::Certain).done());
    }
}

/// The day around a 月, if the calendar does not have it.
fn day(text: &str, at: usize) -> Option<(Span, String)> {
    let bytes = text.as_bytes();
    let start = at - bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let from = at + "月".len();
    let end = from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if start == at || at - start > 2 {
        return None;
    }
    if let Some(span) = month(text, start, at) {
        return Some((span, format!("{} ∉ 公历", span.of(text))));
    }
    if end == from || end - from > 2 || !text[end..].starts_with(['日', '号']) {
        return None;
    }
    let (month, day) = (text[start..at].parse().ok()?, text[from..end].parse().ok()?);
    let year = year_before(&text[text.floor_char_boundary(start.saturating_sub(120))..start]).unwrap_or(2000);
    let span = Span::new(start, end + '日'.len_utf8());
    Date::new(year, month, day).is_none().then(|| (span, format!("{} ∉ 公历", span.of(text))))
}

/// 2024年13月, 13月底: a month that no year has; 18月龄 is none.
fn month(text: &str, start: usize, at: usize) -> Option<Span> {
    let number: u8 = text[start..at].parse().ok()?;
    let after = &text[at + "月".len()..];
    let dated = text[..start].ends_with(['年', '—', '至', '-', '~'])
        || ["份", "底", "初", "末", "上旬", "中旬", "下旬"].iter().any(|word| after.starts_with(word));
    (!(1..=12).contains(&number) && dated && !after.starts_with(['龄', '大'])).then(|| Span::new(start, at + "月".len()))
}

/// The year that the words in front name last, in the same sentence: 2023年1月1日至2月29日. Without one any day of a leap year will do.
fn year_before(words: &str) -> Option<i16> {
    let sentence = words.rsplit(['。', '\n', ';']).next()?;
    let at = sentence.rfind('年')?;
    sentence[..at].get(at.checked_sub(4)?..)?.parse().ok()
}
