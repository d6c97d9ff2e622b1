//! `--annotate`: copies of Word files with a comment at each finding.

use super::engines::formats_lang;
use hegao_core::words::counted;
use hegao_core::{Finding, Lang, Review, Severity, say};
use hegao_formats::{Comment, Document, Format, Signature};
use std::fs;
use std::path::Path;

/// Writes an annotated copy into a folder and says so. The draft itself is never written to.
pub(crate) fn write(
    bytes: &[u8],
    document: &Document,
    review: &Review,
    path: &Path,
    folder: &Path,
    all: bool,
    lang: Lang,
) -> Result<String, String> {
    if document.format != Format::Docx {
        return Ok(lang.pick("不是 .docx，没有写批注", "not a .docx file: no comments written").to_owned());
    }
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let mut name = path.file_name().ok_or_else(|| failed(&"no file name"))?.to_owned();
    if document.converted.is_some() {
        // 报告.doc becomes 报告.doc.docx, which no other draft of the folder is called.
        name.push(".docx");
    }
    let target = folder.join(name);
    if fs::canonicalize(&target).ok().is_some_and(|target| fs::canonicalize(path).ok() == Some(target)) {
        return Err(say!(lang, "批注副本不能写在原文件上：{}", "the annotated copy would replace the draft: {}", target.display()));
    }
    let findings: Vec<&Finding> = review.findings.iter().filter(|finding| all || finding.severity > Severity::Hint).collect();
    let comments: Vec<Comment> =
        findings.iter().map(|finding| Comment { range: finding.span.range(), text: comment(finding, &document.text, lang) }).collect();
    let annotated = hegao_formats::annotate(bytes, &comments, &Signature::default()).map_err(|error| error.message(formats_lang(lang)))?;
    // A link in the folder must not lead the copy out of it.
    hegao_formats::write_atomic_within(folder, &target, &annotated).map_err(|error| error.message(formats_lang(lang)))?;
    let count = comments.len();
    let (written, target) = (counted(count, "comment"), target.display());
    Ok(say!(lang, "批注 {count} 条：{target}", "{written}: {target}"))
}

/// Characters of another place that a comment quotes.
const RELATED: usize = 40;

/// What a comment says: the finding with its arithmetic, the other places, the suggestion, the rule.
fn comment(finding: &Finding, draft: &str, lang: Lang) -> String {
    let mut text = finding.message.clone();
    for related in &finding.related {
        if let Some(path) = &related.path {
            text += &format!("\n· {} ({path})", related.message);
            continue;
        }
        let words: String = related.span.of(draft).split_whitespace().collect::<Vec<_>>().join(" ");
        let shown: String = words.chars().take(RELATED).collect();
        let more = if shown.len() < words.len() { "…" } else { "" };
        text += &say!(lang, "\n· {}：{shown}{more}", "\n· {}: {shown}{more}", related.message);
    }
    if let Some(fix) = &finding.fix {
        text += &say!(lang, "\n建议：{}", "\nSuggestion: {}", fix.title);
    }
    text + "\n" + finding.rule
}
