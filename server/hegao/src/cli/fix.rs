//! Applying the safe fixes of a text.

use super::engines::formats_lang;
use super::input::Input;
use hegao_core::words::counted;
use hegao_core::{Edit, Engine, Lang, Review, say};
use hegao_formats::{Document, Format, Replacement, Signature};

/// Rounds until nothing is left to mend. Fixes converge (a property test holds them to it); the bound only guards against a rule
/// that is wrong about itself.
const ROUNDS: usize = 8;

/// The text with every safe fix applied, and how many were.
pub(crate) fn apply(engine: &Engine, text: &str, wanted: impl Fn(&str) -> bool) -> (String, usize) {
    let mut text = text.to_owned();
    let mut applied = 0;
    for _ in 0..ROUNDS {
        let review = engine.review(&text);
        let edits = safe_edits(&review, &wanted);
        if edits.is_empty() {
            break;
        }
        applied += edits.len();
        for edit in edits.iter().rev() {
            text.replace_range(edit.span.range(), &edit.text);
        }
    }
    (text, applied)
}

/// The edits of all safe fixes in the order of the text; of two fixes that overlap only the first is taken.
pub(crate) fn safe_edits(review: &Review, wanted: impl Fn(&str) -> bool) -> Vec<Edit> {
    let mut taken: Vec<Edit> = Vec::new();
    let fixes = review.findings.iter().filter(|finding| wanted(finding.rule)).filter_map(|finding| finding.fix.as_ref());
    for fix in fixes.filter(|fix| fix.safe) {
        let clashes = |edit: &Edit| taken.iter().any(|other| other.span == edit.span || other.span.overlaps(edit.span));
        if !fix.edits.iter().any(clashes) {
            taken.extend(fix.edits.iter().cloned());
        }
    }
    taken.sort_by_key(|edit| edit.span);
    taken
}

/// The change of a text in the unified format.
pub(crate) fn diff(name: &str, before: &str, after: &str) -> String {
    similar::TextDiff::from_lines(before, after).unified_diff().context_radius(1).header(name, name).to_string()
}

/// Writes the safe fixes where the draft came from: in a text file by replacing it as a whole, encoding and line ends kept; in a Word
/// file as tracked changes, which the writer accepts or rejects. Gives what there is to say about it.
pub(crate) fn write(
    engine: &Engine,
    input: &Input,
    bytes: &mut Vec<u8>,
    document: &mut Document,
    wanted: impl Fn(&str) -> bool + Copy,
) -> Result<Option<String>, String> {
    let lang = engine.settings().lang;
    let Input::Path(path) = input else {
        return Err(lang.pick("标准输入不能改写", "standard input cannot be rewritten").to_owned());
    };
    if document.converted.is_some() {
        return Err(lang
            .pick("转换而来的文字不能写回原文件，请另存为 .docx", "converted text cannot be written back: save it as .docx")
            .to_owned());
    }
    let (mended, note) = match document.format {
        Format::Html => {
            return Ok(Some(
                lang.pick(
                    "网页抽出的文字不能写回原文件，未作修改",
                    "text taken out of a web page cannot be written back, nothing was mended",
                )
                .to_owned(),
            ));
        }
        Format::Docx => tracked(engine, bytes, document, wanted, lang)?,
        Format::Text | Format::Markdown => {
            let (fixed, count) = apply(engine, &document.text, wanted);
            let encoding = document.encoding.as_ref().ok_or_else(|| lang.pick("文件编码不明", "unknown encoding").to_owned())?;
            let mended = hegao_formats::encode_text(&fixed, encoding).map_err(|error| error.message(formats_lang(lang)))?;
            let places = counted(count, "place");
            (mended, (count > 0).then(|| say!(lang, "已改 {count} 处", "{places} mended")))
        }
    };
    if note.is_some() && mended != *bytes {
        hegao_formats::write_atomic(path, &mended).map_err(|error| error.message(formats_lang(lang)))?;
        *document = hegao_formats::read(&mended, Some(path)).map_err(|error| error.message(formats_lang(lang)))?;
        *bytes = mended;
    }
    Ok(note)
}

fn tracked(
    engine: &Engine,
    bytes: &[u8],
    document: &Document,
    wanted: impl Fn(&str) -> bool,
    lang: Lang,
) -> Result<(Vec<u8>, Option<String>), String> {
    let edits: Vec<Replacement> = safe_edits(&engine.review(&document.text), wanted)
        .into_iter()
        .map(|edit| Replacement { range: edit.span.range(), text: edit.text })
        .collect();
    if edits.is_empty() {
        return Ok((bytes.to_vec(), None));
    }
    let result = hegao_formats::apply_tracked(bytes, &edits, &Signature::default()).map_err(|error| error.message(formats_lang(lang)))?;
    let (count, left) = (edits.len() - result.skipped.len(), result.skipped.len());
    let places = counted(count, "place");
    let mut note = say!(lang, "以修订方式改 {count} 处", "{places} mended as tracked changes");
    if left > 0 {
        note += &say!(lang, "，{left} 处涉及编号或文本框，请手工修改", ", {left} left to be mended by hand (list numbers, text boxes)");
    }
    Ok((result.bytes, Some(note)))
}
