//! The text for people: each finding with its line and the place marked beneath it.

use super::json::Tally;
use super::{Reviewed, Run};
use hegao_core::relations::Verdict;
use hegao_core::text::{Encoding, Span};
use hegao_core::words::{self, counted};
use hegao_core::{Finding, Lang, MandatedState, Review, Severity, say};
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns of a terminal that a line of the draft may take.
const WIDTH: usize = 96;

/// Writes what there is to say of a file. `quiet` leaves out files without findings.
pub(super) fn file(file: &Reviewed, quiet: bool, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    if quiet && file.review.findings.is_empty() {
        return Ok(());
    }
    out.write_all(file_text(file, lang, &Style::new()).as_bytes())
}

/// Writes the line that sums up; `quiet` leaves it out.
pub(super) fn end(run: &Run, tally: &Tally, quiet: bool, out: &mut dyn Write) -> io::Result<()> {
    if quiet { Ok(()) } else { writeln!(out, "{}", closing(run, tally)) }
}

fn file_text(file: &Reviewed, lang: Lang, style: &Style) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}{}{}", style.bold, file.path, style.reset);
    for line in verdict(&file.review, lang) {
        let _ = writeln!(text, "  {line}");
    }
    for note in &file.notes {
        let _ = writeln!(text, "  {note}");
    }
    for finding in &file.review.findings {
        text.push('\n');
        finding_text(&mut text, file, finding, lang, style);
    }
    text.push('\n');
    text
}

/// The lines that say what was checked, as the title of an editor shows it.
pub(crate) fn verdict(review: &Review, lang: Lang) -> Vec<String> {
    review
        .drafts
        .iter()
        .map(|draft| {
            let mut parts = Vec::new();
            match (&draft.profile, draft.period) {
                (Some(profile), Some(period)) => parts.push(format!("{} {period}", words::profile(profile, lang))),
                (Some(profile), None) => parts.push(words::profile(profile, lang).to_owned()),
                (None, _) => parts.push(
                    lang.pick("不是已知文种，只核对数字、引用和文字", "no known kind of report: figures, references and wording only")
                        .to_owned(),
                ),
            }
            if !draft.mandated.is_empty() {
                let there = draft.mandated.iter().filter(|item| item.state != MandatedState::Missing).count();
                let all = draft.mandated.len();
                parts.push(say!(lang, "法定内容 {there}/{all}", "mandated items {there}/{all}"));
            }
            let judged = draft.relations.iter().filter(|relation| relation.verdict != Verdict::Unsure).count();
            let broken = draft.relations.iter().filter(|relation| relation.verdict == Verdict::Broken).count();
            parts.push(match lang {
                Lang::Zh => format!("勾稽关系 {judged} 项，{broken} 项不符"),
                Lang::En => format!("{}, {broken} broken", counted(judged, "relation")),
            });
            let references = draft.references.len();
            let outdated = draft.references.iter().filter(|reference| reference.is_outdated()).count();
            parts.push(match lang {
                Lang::Zh => format!("引用 {references} 件，{outdated} 件失效"),
                Lang::En => format!("{}, {outdated} not in force", counted(references, "reference")),
            });
            parts.join(" · ")
        })
        .collect()
}

fn finding_text(text: &mut String, file: &Reviewed, finding: &Finding, lang: Lang, style: &Style) {
    let place = file.lines.position(&file.text, finding.span.start as usize, Encoding::Utf32);
    let (color, name) = style.severity(finding.severity, lang);
    let (line, column) = (place.line + 1, place.column + 1);
    let _ =
        writeln!(text, "  {line}:{column} {color}{name}{} {}  {}{}{}", style.reset, finding.message, style.dim, finding.rule, style.reset);
    excerpt(text, file, finding.span, color, style);
    for related in &finding.related {
        let _ = writeln!(text, "     {}{} {}{}", style.dim, file.source_of(related).place(related.span), related.message, style.reset);
    }
    if let Some(fix) = &finding.fix {
        let _ = writeln!(text, "     {} {}", lang.pick("可改：", "fix:"), fix.title);
    }
}

/// The line of the draft around a place, cut to the width of a terminal, and the place marked beneath it. Full-width characters take
/// two columns, so the mark lines up.
fn excerpt(text: &mut String, file: &Reviewed, span: Span, color: &str, style: &Style) {
    let line = file.lines.line(file.lines.line_of(span.start as usize));
    let body = line.of(&file.text).trim_end_matches(['\n', '\r']);
    let start = (span.start - line.start) as usize;
    let end = ((span.end.min(line.start + body.len() as u32)).saturating_sub(line.start) as usize).max(start);
    let (Some(before), Some(marked)) = (body.get(..start), body.get(start..end)) else { return };
    let before = last_columns(before, WIDTH / 3);
    let marked = first_columns(marked, WIDTH * 2 / 3);
    let room = WIDTH.saturating_sub(before.width() + marked.width());
    let after = first_columns(&body[(start + marked.len()).min(body.len())..], room);
    let clean = |part: &str| part.replace(|c: char| c.is_control(), " ");
    let (before, marked, after) = (clean(before), clean(marked), clean(after));
    let _ = writeln!(text, "     {}│{} {before}{marked}{after}", style.dim, style.reset);
    let mark = "^".repeat(marked.width().max(1));
    let _ = writeln!(text, "     {}│{} {}{color}{mark}{}", style.dim, style.reset, " ".repeat(before.width()), style.reset);
}

fn first_columns(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.width().unwrap_or(1);
        if used > columns {
            return &text[..at];
        }
    }
    text
}

fn last_columns(text: &str, columns: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices().rev() {
        used += c.width().unwrap_or(1);
        if used > columns {
            return &text[at + c.len_utf8()..];
        }
    }
    text
}

fn closing(run: &Run, tally: &Tally) -> String {
    let files = tally.files();
    let [errors, warnings, information, hints] =
        [Severity::Error, Severity::Warning, Severity::Information, Severity::Hint].map(|severity| tally.count(severity));
    let mut line = match run.lang {
        Lang::Zh => format!("共 {files} 份：错误 {errors}，警告 {warnings}，提示 {information}，建议 {hints}"),
        Lang::En => format!(
            "{}: {}, {}, {information} information, {}",
            counted(files, "file"),
            counted(errors, "error"),
            counted(warnings, "warning"),
            counted(hints, "hint")
        ),
    };
    if run.skipped > 0 {
        let skipped = run.skipped;
        line += &match run.lang {
            Lang::Zh => format!("；跳过 {skipped} 个不是文稿的文件"),
            Lang::En => format!("; {} skipped that {} no draft", counted(skipped, "file"), if skipped == 1 { "is" } else { "are" }),
        };
    }
    if !run.errors.is_empty() {
        let failed = run.errors.len();
        line += &say!(run.lang, "；{failed} 个无法审核", "; {failed} could not be reviewed");
    }
    line
}

/// Colours on a terminal, nothing elsewhere (<https://no-color.org>).
struct Style {
    colored: bool,
    bold: &'static str,
    dim: &'static str,
    reset: &'static str,
}

impl Style {
    fn new() -> Self {
        let colored = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let pick = |code| if colored { code } else { "" };
        Self { colored, bold: pick("\x1b[1m"), dim: pick("\x1b[2m"), reset: pick("\x1b[0m") }
    }

    fn severity(&self, severity: Severity, lang: Lang) -> (&'static str, &'static str) {
        let color = match severity {
            Severity::Error => "\x1b[31m",
            Severity::Warning => "\x1b[33m",
            Severity::Information => "\x1b[34m",
            Severity::Hint => "\x1b[36m",
        };
        (if self.colored { color } else { "" }, words::severity(severity, lang))
    }
}
