//! Where tables stand: runs of lines that are rows, or runs of lines that are cells.

use super::Cell;
use crate::text::Span;
use memchr::{memchr, memchr2};

/// How the lines of a block hold cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A line is a row.
    Rows,
    /// A line is a cell.
    Cells,
}

/// Lines that seem to be a table.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) form: Form,
    /// From the first line's first byte to the last line's last.
    pub(super) span: Span,
    /// The lines above that may name the table and its unit.
    pub(super) caption: Option<Span>,
    /// The cells, by line.
    pub(super) rows: Vec<Vec<Cell>>,
    /// The number of rows above a Markdown rule (`|---|---|`), where there is one.
    pub(super) ruled: Option<usize>,
}

/// What a line is to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Empty,
    /// Several cells.
    Row,
    /// `|---|:-:|`.
    Rule,
    /// One cell, marked by a bar behind or in front of it.
    Barred,
    /// A short piece of text or a number without any mark.
    Short,
    Prose,
}

#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    sort: Sort,
}

/// A piece of text on a line of its own is at most this long, in bytes, to pass for a cell.
const SHORT: usize = 75;
/// A table of one cell a line has at least this many cells.
const FEWEST_CELLS: usize = 6;

/// Finds the blocks of a part of the text, in order.
pub(super) fn find(text: &str, span: Span) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut run: Vec<Line> = Vec::new();
    // The two lines above the run.
    let mut above: [Option<Span>; 2] = [None, None];
    let mut gap = false;
    let mut at = span.start as usize;
    while at < span.end as usize {
        let end = memchr(b'\n', &text.as_bytes()[at..span.end as usize]).map_or(span.end as usize, |found| at + found);
        let line = Line { start: at, end, sort: sort(&text[at..end]) };
        at = end + 1;
        if line.sort == Sort::Empty {
            gap = true;
            continue;
        }
        if !run.last().is_some_and(|last| goes_on(text, last, &line, gap)) {
            close(text, &mut run, &mut above, &mut blocks);
        }
        gap = false;
        if line.sort == Sort::Prose {
            above = [above[1], Some(Span::new(line.start, line.end))];
        } else {
            run.push(line);
        }
    }
    close(text, &mut run, &mut above, &mut blocks);
    blocks
}

/// Whether a line belongs to the same block as the line before it.
fn goes_on(text: &str, last: &Line, line: &Line, gap: bool) -> bool {
    match (last.sort, line.sort) {
        (Sort::Row | Sort::Rule, Sort::Row | Sort::Rule) => {
            // An empty line ends a Markdown table, but not one that a web page was cut into.
            !gap || (line.sort == Sort::Row && cells(text, last).len() == cells(text, line).len())
        }
        (Sort::Barred, Sort::Barred) | (Sort::Short, Sort::Short) => true,
        _ => false,
    }
}

/// Ends a run: a block where it is one, and in any case the lines above the next.
fn close(text: &str, run: &mut Vec<Line>, above: &mut [Option<Span>; 2], blocks: &mut Vec<Block>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let span = Span::new(first.start, last.end);
    let form = if matches!(first.sort, Sort::Row | Sort::Rule) { Form::Rows } else { Form::Cells };
    let enough = match form {
        Form::Rows => run.len() > 1,
        Form::Cells => run.len() >= FEWEST_CELLS && run.iter().any(|line| starts_as_number(&text[line.start..line.end])),
    };
    if enough {
        let caption = match above {
            [Some(first), Some(second)] => Some(first.cover(*second)),
            [_, only] => *only,
        };
        let ruled = run.iter().position(|line| line.sort == Sort::Rule);
        let rows = run.iter().filter(|line| line.sort != Sort::Rule).map(|line| cells(text, line)).collect();
        blocks.push(Block { form, span, caption, rows, ruled });
        *above = [None, None];
    } else {
        for line in run.iter().rev().take(2).rev() {
            *above = [above[1], Some(Span::new(line.start, line.end))];
        }
    }
    run.clear();
}

fn starts_as_number(line: &str) -> bool {
    line.trim_start_matches(['|', ' ', '-', '+', '↑', '↓']).starts_with(|c: char| c.is_ascii_digit())
}

fn sort(line: &str) -> Sort {
    let trimmed = line.trim_matches([' ', '\r', '\t', '\u{3000}']);
    if trimmed.is_empty() {
        return Sort::Empty;
    }
    if memchr2(b'|', b'\t', trimmed.as_bytes()).is_some() {
        if trimmed.contains('-') && trimmed.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'+')) {
            return Sort::Rule;
        }
        let inside = trimmed.strip_suffix('|').unwrap_or(trimmed);
        return if memchr2(b'|', b'\t', inside.strip_prefix('|').unwrap_or(inside).as_bytes()).is_some() {
            Sort::Row
        } else {
            Sort::Barred
        };
    }
    if trimmed.len() <= SHORT
        && !trimmed.contains(['。', ';', ':', '!', '?', '、'])
        && (!trimmed.contains(',') || starts_as_number(trimmed))
    {
        return Sort::Short;
    }
    Sort::Prose
}

/// The cells of a line.
fn cells(text: &str, line: &Line) -> Vec<Cell> {
    let (mut start, mut end) = (line.start, line.end);
    let body = &text[start..end];
    let mark = if memchr(b'|', body.as_bytes()).is_some() { b'|' } else { b'\t' };
    let trimmed = body.trim_end_matches([' ', '\r']);
    end -= body.len() - trimmed.len();
    if mark == b'|' && trimmed.ends_with('|') {
        end -= 1;
        // `| a | b |` opens with a bar too; ` | b` without a bar at its end has an empty first cell.
        let opened = trimmed.trim_start_matches(' ');
        if opened.len() > 1 && opened.starts_with('|') {
            start += trimmed.len() - opened.len() + 1;
        }
    }
    let mut cells = Vec::new();
    loop {
        let found = memchr(mark, &text.as_bytes()[start..end]);
        let stop = found.map_or(end, |found| start + found);
        cells.push(Cell::read(text, start, stop));
        if found.is_none() {
            return cells;
        }
        start = stop + 1;
    }
}
