//! Totals: of the rows above or below them, of the columns beside them, and balances of cases carried over.

use super::{At, Found, Sheet, exact};
use crate::catalogue::word_set::WordSet;
use crate::draft::tables::{ColumnKind, Value, total_rank};
use crate::relations::{Kind, Strength, Verdict};
use smallvec::SmallVec;
use std::borrow::Cow;
use std::sync::LazyLock;

/// Totals of columns: 合计, 总计, 小计 in the words of a row.
pub(super) fn columns(sheet: &mut Sheet) {
    let mut amounts: Vec<usize> = sheet.columns(ColumnKind::Amount).into_iter().filter(|&column| adds(sheet.head(column))).collect();
    if !sheet.table.aligned {
        amounts.truncate(1);
    }
    for (total, parts) in tree(sheet).unwrap_or_else(|| lists(sheet)) {
        let mut sums = Vec::new();
        for &column in &amounts {
            let at = (total, column);
            let Some(whole) = sheet.value(at) else { continue };
            let parts: Vec<At> = parts.iter().map(|&row| (row, column)).filter(|&at| sheet.value(at).is_some()).collect();
            if parts.len() < 2 {
                continue;
            }
            sums.extend(sum(sheet, at, whole, &parts));
        }
        keep(sheet, sums);
    }
    // A figure that spans all rows is the total of the amounts beside it, where its head says that it is one.
    let mut spanning = super::columns::spanning(sheet, &amounts);
    spanning.retain(|at| head_total(sheet.head(at.1)));
    for at in spanning {
        let Some(whole) = sheet.value(at) else { continue };
        let sums = amounts.iter().filter(|&&column| column != at.1).filter_map(|&column| {
            let parts: Vec<At> = (0..sheet.rows().len())
                .filter(|&row| !sheet.is_total(row))
                .map(|row| (row, column))
                .filter(|&at| sheet.value(at).is_some())
                .collect();
            sum(sheet, at, whole, &parts).filter(|_| parts.len() > 1)
        });
        let sums = sums.collect();
        keep(sheet, sums);
    }
}

/// Adds the sums of one total. Where more of them fail than hold, the total is not the sum of what was taken for its parts.
fn keep(sheet: &mut Sheet, mut sums: Vec<Found>) {
    let broken = sums.iter().filter(|sum| sum.verdict == Verdict::Broken).count();
    if sums.len() > 1 && broken * 2 > sums.len() {
        for sum in sums.iter_mut().filter(|sum| sum.verdict == Verdict::Broken) {
            sum.verdict = Verdict::Unsure;
        }
    }
    sheet.found.extend(sums);
}

pub(super) fn sum(sheet: &Sheet, at: At, whole: Value, parts: &[At]) -> Option<Found> {
    let values: SmallVec<[Value; 8]> = parts.iter().filter_map(|&at| sheet.value(at)).collect();
    if whole.percent || values.iter().any(|value| value.percent) || (whole.mantissa == 0 && values.iter().all(|value| value.mantissa == 0))
    {
        return None;
    }
    let (ok, expected) = exact::equal(&[whole], &values)?;
    let mut formula = String::with_capacity(parts.iter().map(|&at| sheet.written(at).len() + 3).sum::<usize>() + expected.len());
    for (index, &at) in parts.iter().enumerate() {
        formula.push_str(if index > 0 { " + " } else { "" });
        formula.push_str(sheet.written(at));
    }
    formula.extend([" = ", &expected]);
    Some(Found {
        kind: Kind::Partition,
        verdict: if ok { Verdict::Holds } else { Verdict::Broken },
        formula,
        operands: std::iter::once(("whole", at)).chain(parts.iter().map(|&at| ("part", at))).collect(),
        expected: Some(expected),
        prose: None,
        sum: true,
        strength: Strength::Certain,
    })
}

/// Whether the figures of a column may be added.
pub(super) fn adds(head: &str) -> bool {
    !["均", "单价", "排名", "名次", "得分", "评分", "增速"].iter().any(|word| head.contains(word))
}

/// Whether a row belongs to the row above it: a part that is named apart.
pub(super) fn is_aside(label: &str) -> bool {
    label.starts_with("其中") || label.starts_with('#')
}

/// Totals with their parts in tables without numbered rows. A total takes in all rows since the last total of its rank, and lower
/// totals in place of their rows; one that stands first takes in what follows.
fn lists(sheet: &Sheet) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut leading = None;
    let children = code_children(sheet);
    for row in 0..sheet.rows().len() {
        let valued = sheet.rows()[row].cells.iter().any(|cell| cell.value().is_some());
        let rank = sheet.rank(row);
        if !valued || children.get(row) == Some(&true) || (rank == 0 && sheet.labels(row).any(is_aside)) {
            continue;
        }
        if rank == 0 {
            open.push((0, row));
            continue;
        }
        let keep = open.iter().rposition(|&(other, _)| other >= rank).map_or(0, |index| index + 1);
        let parts: Vec<usize> = open.drain(keep..).map(|(_, row)| row).collect();
        if parts.is_empty() && open.is_empty() && leading.is_none() {
            leading = Some(row);
            continue;
        }
        if parts.len() > 1 {
            found.push((row, parts));
        }
        open.push((rank, row));
    }
    if let Some(total) = leading.filter(|_| found.is_empty()) {
        found.push((total, open.into_iter().map(|(_, row)| row).collect()));
    }
    found
}

/// For tables whose rows have codes (科目编码): which rows lie below another row of the table.
fn code_children(sheet: &Sheet) -> Vec<bool> {
    let Some(column) = sheet.columns(ColumnKind::Index).into_iter().next().filter(|&column| column == 0) else { return Vec::new() };
    let codes: Vec<&str> = (0..sheet.rows().len()).map(|row| sheet.written((row, column))).collect();
    if !codes.iter().any(|code| code.len() >= 5) {
        return Vec::new();
    }
    let known: rustc_hash::FxHashSet<&str> = codes.iter().copied().collect();
    codes.iter().map(|code| (3..code.len()).any(|length| code.get(..length).is_some_and(|parent| known.contains(parent)))).collect()
}

/// A row, or the name of a group of rows, in a table whose rows are numbered 一、（一）1.
struct Node<'a> {
    label: &'a str,
    level: u8,
    row: Option<usize>,
    total: bool,
}

/// The numbered rows and groups of a table; `None` where its rows are not numbered.
fn nodes<'a>(sheet: &Sheet<'a>) -> Option<Vec<Node<'a>>> {
    // Most tables have no numbers at all.
    if !(0..sheet.rows().len()).any(|row| sheet.labels(row).any(|label| level(label) > 0)) {
        return None;
    }
    let mut nodes = Vec::new();
    let mut numbered = 0;
    for row in 0..sheet.rows().len() {
        let labels: Vec<&'a str> = sheet.labels(row).flat_map(numbered_apart).collect();
        let valued = sheet.rows()[row].cells.iter().any(|cell| cell.value().is_some());
        for (index, &label) in labels.iter().enumerate() {
            let level = level(label);
            numbered += usize::from(level > 0);
            let own = index + 1 == labels.len();
            if level > 0 || own {
                nodes.push(Node { level, row: (own && valued).then_some(row), total: total_rank(label) > 0, label });
            }
        }
    }
    let mut ranks = nodes.iter().filter(|node| node.total && node.level == 0).map(|node| total_rank(node.label));
    let first = ranks.next();
    // 小计 and 合计 beside each other sum up by their rank, whatever numbers the rows.
    if ranks.any(|rank| Some(rank) != first) {
        return None;
    }
    // In a short table every row but the totals has to be numbered.
    let all = nodes.iter().all(|node| node.level > 0 || node.total);
    (numbered >= 4 && numbered * 2 >= nodes.len() || numbered >= 2 && all).then_some(nodes)
}

/// The marks that begin a list of a lower level.
const FIRST: &[&str] = &["(一)", "1.", "1、", "(1)"];

/// A label that holds the name of its group too, apart: 三、本年度办理结果(一)予以公开, (三)不予公开 1.属于国家秘密.
fn numbered_apart(label: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(label);
    std::iter::from_fn(move || {
        let words = rest?;
        let own = level(words);
        let digit = |c: char| c.is_ascii_digit();
        let lower = |mark: &&str| {
            let begins = |at: &usize| {
                let behind = &words[at + mark.len()..];
                *at > 0 && !words[..*at].ends_with(digit) && !behind.starts_with(digit) && level(&words[*at..]) > own
            };
            words.match_indices(*mark).map(|(at, _)| at).find(begins)
        };
        let at = FIRST.iter().filter(|_| own > 0).filter_map(lower).min();
        rest = at.map(|at| &words[at..]);
        Some(words[..at.unwrap_or(words.len())].trim_end())
    })
}

/// Totals with their parts where the rows are numbered; `None` where they are not.
fn tree(sheet: &Sheet) -> Option<Vec<(usize, Vec<usize>)>> {
    let nodes = nodes(sheet)?;
    let mut found = Vec::new();
    for (index, node) in nodes.iter().enumerate().filter(|(_, node)| node.total) {
        let Some(row) = node.row else { continue };
        let level = if node.level == 0 { nodes.iter().map(|node| node.level).filter(|&level| level > 0).min()? } else { node.level };
        let from =
            nodes[..index].iter().rposition(|other| other.level < level || (other.total && other.level == level)).map_or(0, |at| at + 1);
        let parts = tops(&nodes[from..index]);
        if parts.len() > 1 {
            found.push((row, parts));
        }
    }
    Some(found)
}

/// The numbered rows and groups by name, each with the rows that it stands for.
pub(super) fn named_groups<'a>(sheet: &Sheet<'a>) -> Vec<(&'a str, Vec<usize>)> {
    let Some(nodes) = nodes(sheet) else { return Vec::new() };
    let group = |(index, node): (usize, &Node<'a>)| {
        let end = nodes[index + 1..].iter().position(|other| other.level <= node.level).map_or(nodes.len(), |next| index + 1 + next);
        let name = node.label.trim_start_matches(|c: char| "()、.一二三四五六七八九十".contains(c) || c.is_ascii_digit());
        let name = name.split('(').next().unwrap_or(name).trim();
        (node.level == 2 && !node.total && !name.is_empty())
            .then(|| (name, node.row.map_or_else(|| tops(&nodes[index + 1..end]), |row| vec![row])))
    };
    nodes.iter().enumerate().filter_map(group).collect()
}

/// The outermost rows with values among the nodes of one parent: a group without values of its own stands for its members.
fn tops(nodes: &[Node]) -> Vec<usize> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < nodes.len() {
        let end = nodes[at + 1..].iter().position(|node| node.level <= nodes[at].level).map_or(nodes.len(), |next| at + 1 + next);
        match nodes[at].row {
            Some(row) => rows.push(row),
            None => rows.extend(tops(&nodes[at + 1..end])),
        }
        at = end;
    }
    rows
}

/// The level that a label's number shows: 1 for 一、, 2 for (一), 3 for 1., 4 for (1); 0 for none.
fn level(label: &str) -> u8 {
    let han = |c: char| "一二三四五六七八九十".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    let bracketed = label.strip_prefix('(');
    let body = bracketed.unwrap_or(label);
    let is_han = body.starts_with(han);
    let rest = if is_han { body.trim_start_matches(han) } else { body.trim_start_matches(digit) };
    if rest.len() == body.len() {
        return 0;
    }
    match (bracketed.is_some(), is_han) {
        (true, true) if rest.starts_with(')') => 2,
        (true, false) if rest.starts_with(')') => 4,
        (false, true) if rest.starts_with('、') => 1,
        (false, false) if rest.starts_with(['.', '、']) => 3,
        _ => 0,
    }
}

/// Totals of rows: a column whose head is a total of the columns before it, or behind it where it stands first.
pub(super) fn rows(sheet: &mut Sheet) {
    let amounts = sheet.columns(ColumnKind::Amount);
    let mut from = 0;
    let (mut doubtful, mut proved) = (Vec::new(), Vec::new());
    for (index, &column) in amounts.iter().enumerate() {
        let (exactly, rank) = (total_rank(sheet.head(column)) > 0, head_total(sheet.head(column)));
        if !rank {
            continue;
        }
        let before = &amounts[from..index];
        let after = &amounts[index + 1..];
        let behind: Vec<usize> = after.iter().copied().take_while(|&column| !head_total(sheet.head(column))).collect();
        let parts = if before.len() > 1 {
            before.to_vec()
        } else if index == from {
            behind
        } else {
            Vec::new()
        };
        from = index + 1;
        if parts.len() < 2 {
            continue;
        }
        // The nearest columns may be the parts, and others before them something else: the rows decide.
        let mut accepted = None;
        // Another total of the same form holds as it stands, so a single row is not tried with fewer columns.
        let form = proved.contains(&parts.len()) && sheet.rows().len() <= 2;
        let skips = if form { 1 } else { (parts.len() - 1).min(4) };
        for skip in 0..skips {
            let parts = if index > 0 && before.len() > 1 { &parts[skip..] } else { &parts[..parts.len() - skip] };
            let sums = row_sums(sheet, column, parts);
            let broken = sums.iter().filter(|sum| sum.verdict == Verdict::Broken).count();
            let telling = sums.iter().filter(|sum| sum.verdict == Verdict::Holds).count();
            let few = exactly && sums.len() <= 2;
            if if few { broken == 0 } else { telling >= 2 && broken * 3 <= sums.len() } {
                accepted = Some(sums);
                break;
            }
            if few && skip == 0 {
                doubtful.push((parts.len(), sums));
            }
        }
        if let Some(sums) = accepted {
            doubtful.retain(|(_, other)| other.first().map(|sum| sum.operands[0]) != sums.first().map(|sum| sum.operands[0]));
            proved.push(parts.len());
            sheet.found.extend(sums);
        }
    }
    // One row alone proves nothing, unless another total of the same form in it holds.
    sheet.found.extend(doubtful.into_iter().filter(|(parts, _)| proved.contains(parts)).flat_map(|(_, sums)| sums));
}

/// Whether a head names a total: besides 合计 and its kin also 总数, 总量.
pub(super) fn head_total(head: &str) -> bool {
    total_rank(head) > 0 || ["总数", "总量", "总额", "小计", "合计", "总件数"].iter().any(|word| head.contains(word))
}

fn row_sums(sheet: &Sheet, column: usize, parts: &[usize]) -> Vec<Found> {
    (0..sheet.rows().len())
        .filter_map(|row| {
            let whole = sheet.value((row, column))?;
            let parts: SmallVec<[At; 8]> = parts.iter().map(|&column| (row, column)).filter(|&at| sheet.value(at).is_some()).collect();
            if parts.len() < 2 { None } else { sum(sheet, (row, column), whole, &parts) }
        })
        .collect()
}

/// What a line of a balance is.
const OPENING: &[&str] = &["上年结转", "上期结转", "年初", "期初", "旧存", "上年度结转", "结转上年"];
const INCOMING: &[&str] = &["新收", "本年收", "本期收", "新增", "本年受理", "新受理"];
const OUTGOING: &[&str] = &["总计", "合计", "办结", "审结", "已结", "结案"];
const CLOSING: &[&str] = &["结转下", "下年度继续", "未结", "期末", "年末", "尚未审结"];

/// Opening and incoming are outgoing and closing: 新收 + 上年结转 = 办理结果总计 + 结转下年.
pub(super) fn balance(sheet: &mut Sheet) {
    let amounts = sheet.columns(ColumnKind::Amount);
    if let Some(roles) = roles((0..sheet.rows().len()).map(|row| sheet.label(row))) {
        let found = amounts.iter().filter_map(|&column| balanced(sheet, roles.map(|row| (row, column)))).collect();
        keep(sheet, found);
    }
    let heads = (0..sheet.table.columns.len()).map(|column| sheet.head(column));
    if let Some(roles) = roles(heads).filter(|roles| roles.iter().all(|column| amounts.contains(column))) {
        let found = (0..sheet.rows().len()).filter_map(|row| balanced(sheet, roles.map(|column| (row, column)))).collect();
        keep(sheet, found);
    }
}

/// The words of the four roles, and behind them what is no count, and what is not done.
static ROLES: LazyLock<WordSet> = LazyLock::new(|| WordSet::of_lists([OUTGOING, CLOSING, INCOMING, OPENING, &["率"], &["未"]].into_iter()));

/// The one label of each role: outgoing, closing, incoming, opening.
fn roles<'t>(labels: impl Iterator<Item = &'t str>) -> Option<[usize; 4]> {
    let mut found = [None; 4];
    let mut several = [false; 4];
    for (index, label) in labels.enumerate() {
        let label = if label.contains(' ') { Cow::Owned(label.replace(' ', "")) } else { Cow::Borrowed(label) };
        let held = ROLES.held_by(&label);
        let (rate, pending) = (held & 1 << 4 != 0, held & 1 << 5 != 0);
        for role in (0..4).filter(|&role| held & 1 << role != 0 && !rate && !(role == 0 && pending)) {
            several[role] |= found[role].replace(index).is_some();
        }
    }
    if several.contains(&true) {
        return None;
    }
    let [outgoing, closing, incoming, opening] = found;
    Some([outgoing?, closing?, incoming?, opening?])
}

fn balanced(sheet: &Sheet, [outgoing, closing, incoming, opening]: [At; 4]) -> Option<Found> {
    let value = |at: At| sheet.value(at);
    let left = [value(incoming)?, value(opening)?];
    let right = [value(outgoing)?, value(closing)?];
    if left.iter().chain(&right).all(|value| value.mantissa == 0) {
        return None;
    }
    let (ok, _) = exact::equal(&left, &right)?;
    let rest = Value { mantissa: -right[1].mantissa, ..right[1] };
    let (_, expected) = exact::equal(&[right[0]], &[left[0], left[1], rest])?;
    let shown = |at: At| sheet.written(at);
    Some(Found {
        kind: Kind::Balance,
        verdict: if ok { Verdict::Holds } else { Verdict::Broken },
        formula: format!("{} + {} - {} = {expected}", shown(opening), shown(incoming), shown(closing)),
        operands: vec![("outgoing", outgoing), ("closing", closing), ("incoming", incoming), ("opening", opening)],
        expected: Some(expected),
        prose: None,
        sum: false,
        strength: Strength::Certain,
    })
}
