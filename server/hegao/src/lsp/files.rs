//! Files of the workspace that are not open: which there are, and what they say.

use super::analysis::is_config;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The texts that are reviewed without being open.
const TEXTS: &[&str] = &["md", "markdown", "txt", "text", "gongwen", "gw"];

/// What else may be last year's report: a published page, a Word file.
const OTHERS: &[&str] = &["docx", "docm", "html", "htm"];

/// Files that are larger are passed over, and the log says so.
const LARGEST: u64 = 32 << 20;

/// Among how many entries of a folder, all that lies below it included, last year's report is looked for; the log says where there are more.
const MOST: usize = 20_000;

/// When a file was changed last, and its size in bytes: by these a file that was read is known again.
pub(super) type Stamp = (SystemTime, u64);

/// The stamp of a file; none where it cannot be read.
pub(super) fn stamp(file: &Path) -> Option<Stamp> {
    let data = std::fs::metadata(file).ok()?;
    Some((data.modified().ok()?, data.len()))
}

/// The text of a file, and whether the places in it are those that an editor shows: it is a text, not a Word file or a page.
pub(super) fn text(file: &Path) -> Option<(String, bool)> {
    let size = std::fs::metadata(file).ok()?.len();
    if size > LARGEST {
        tracing::warn!("{} is larger than {LARGEST} bytes and is passed over", file.display());
        return None;
    }
    let plain = !has(file, OTHERS);
    let read = if plain {
        // GB18030 and UTF-16 are read as the command line reads them.
        let bytes = std::fs::read(file).map_err(|error| hegao_formats::ReadError::Io(error.to_string()));
        bytes.and_then(|bytes| hegao_formats::decode_text(&bytes)).map(|(text, _)| text)
    } else {
        hegao_formats::read_file(file).map(|(_, document)| document.text)
    };
    read.map_err(|error| tracing::warn!("{}: {}", file.display(), error.message(hegao_formats::Lang::En))).ok().map(|text| (text, plain))
}

/// The files below the folders that are reviewed without being open, in a stable order.
pub(super) fn reports(folders: &[PathBuf], open: &HashSet<PathBuf>) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = folders.iter().flat_map(|folder| below(folder, None, usize::MAX)).collect();
    files.retain(|path| (is_config(path) || has(path, TEXTS)) && !open.contains(path));
    files.sort();
    files.dedup();
    files
}

/// The files of a folder that may be last year's report; those of its folders too, if `deep`.
pub(super) fn evidence(folder: &Path, deep: bool) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = below(folder, if deep { None } else { Some(1) }, MOST).filter(|path| may_be_evidence(path)).collect();
    files.sort();
    files
}

/// Whether a file may be last year's report.
pub(super) fn may_be_evidence(path: &Path) -> bool {
    has(path, TEXTS) || has(path, OTHERS)
}

/// The extensions of files that may be last year's report.
pub(super) fn evidence_extensions() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().chain(OTHERS).copied()
}

fn has(path: &Path, extensions: &[&str]) -> bool {
    path.extension().and_then(|own| own.to_str()).is_some_and(|own| extensions.iter().any(|one| own.eq_ignore_ascii_case(one)))
}

/// The files below a folder. What `.gitignore` leaves out is left out, and symbolic links are not followed: they may lead out of the
/// workspace.
fn below(folder: &Path, depth: Option<usize>, most: usize) -> impl Iterator<Item = PathBuf> {
    let whole = folder.to_owned();
    let count = move |(index, entry)| {
        if index == most {
            tracing::warn!("{} has more than {most} entries: last year's report is looked for among these only", whole.display());
        }
        (index < most).then_some(entry)
    };
    let entries = ignore::WalkBuilder::new(folder).max_depth(depth).build().flatten().enumerate().map_while(count);
    entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file())).map(ignore::DirEntry::into_path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn links_do_not_lead_out_of_the_workspace() {
        let (inside, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(inside.path().join("draft.md"), "一、内\n").unwrap();
        std::fs::write(outside.path().join("secret.md"), "一、外\n").unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret.md"), inside.path().join("link.md")).unwrap();
        std::os::unix::fs::symlink(outside.path(), inside.path().join("folder")).unwrap();
        let only = [inside.path().join("draft.md")];
        assert_eq!(reports(&[inside.path().to_owned()], &HashSet::new()), only);
        assert_eq!(evidence(inside.path(), true), only);
    }
}
