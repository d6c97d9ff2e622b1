//! From the paths on the command line to the texts that are reviewed.

use crate::patterns::Patterns;
use hegao_core::Lang;
use hegao_core::say;
use std::collections::HashSet;
use std::fs;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

/// The extensions of files that are reviewed when a folder is given. A PDF or OFD is the printed form of a draft that mostly lies
/// beside it: it is reviewed when it is named, and counted as skipped in a folder.
const EXTENSIONS: &[&str] =
    &["docx", "docm", "doc", "wps", "wpt", "odt", "rtf", "md", "markdown", "txt", "text", "html", "htm", "gongwen", "gw"];

/// A file to review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// A file.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl Input {
    /// The name in outputs.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Path(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Path(path) => fs::read(path),
            Self::Stdin => {
                let mut bytes = Vec::new();
                // One byte more than is read at all: the reader then says that it is too large.
                io::stdin().lock().take(hegao_formats::limits::MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
                Ok(bytes)
            }
        }
    }
}

/// The files to review, and what was passed over.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// The files in a stable order, each once.
    pub files: Vec<Input>,
    /// Files in folders that are no text or Word files.
    pub skipped: usize,
    /// Paths that could not be read, with the reason.
    pub errors: Vec<(String, String)>,
}

impl Inputs {
    /// Collects the files below the given paths. A file that is named is taken whatever its extension.
    pub(crate) fn collect(paths: &[PathBuf], lang: Lang, mut excluded: impl FnMut(&Path) -> bool) -> Self {
        let mut inputs = Self::default();
        let mut seen = HashSet::new();
        for path in paths {
            if path.as_os_str() == "-" {
                inputs.files.push(Input::Stdin);
                continue;
            }
            match fs::metadata(path) {
                Ok(data) if data.is_dir() => inputs.walk(path, &mut seen, lang, &mut excluded),
                Ok(_) => inputs.add(path.clone(), &mut seen),
                // A shell that does not expand patterns, or quotes around one, hand it over as it is written.
                Err(error) if error.kind() == io::ErrorKind::NotFound && has_wildcard(path) => {
                    inputs.matching(path, &mut seen, lang, &mut excluded);
                }
                Err(error) => inputs.errors.push((path.display().to_string(), reason(&error, lang))),
            }
        }
        inputs
    }

    fn add(&mut self, path: PathBuf, seen: &mut HashSet<PathBuf>) {
        let identity = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        if seen.insert(identity) {
            self.files.push(Input::Path(path));
        }
    }

    /// Takes the files that a pattern matches: see [`Patterns`].
    fn matching(&mut self, pattern: &Path, seen: &mut HashSet<PathBuf>, lang: Lang, excluded: &mut impl FnMut(&Path) -> bool) {
        let written = pattern.display().to_string();
        let matcher = match Patterns::path(&pattern.to_string_lossy(), lang) {
            Ok(matcher) => matcher,
            Err(error) => return self.errors.push((written, error)),
        };
        let base: PathBuf = pattern.components().take_while(|part| !has_wildcard(Path::new(part))).collect();
        let depth = pattern.components().count() - base.components().count();
        let here = base.as_os_str().is_empty();
        let start = if here { Path::new(".") } else { &base };
        let any_depth = pattern.components().any(|part| part.as_os_str() == "**");
        let mut found = false;
        let walk = ignore::WalkBuilder::new(start)
            .follow_links(false)
            .require_git(false)
            .max_depth((!any_depth).then_some(depth))
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk.flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file())) {
            let path = if here { entry.path().strip_prefix(".").unwrap_or(entry.path()) } else { entry.path() };
            if matcher.is_match(path) && !is_lock(path) && !excluded(path) {
                found = true;
                self.add(path.to_owned(), seen);
            }
        }
        if !found {
            self.errors.push((written, say!(lang, "没有与此匹配的文件", "no file matches this pattern")));
        }
    }

    /// Walks a folder as `.gitignore` files have it, without following symbolic links out of it.
    fn walk(&mut self, folder: &Path, seen: &mut HashSet<PathBuf>, lang: Lang, excluded: &mut impl FnMut(&Path) -> bool) {
        let before = self.files.len();
        let walk = ignore::WalkBuilder::new(folder).follow_links(false).require_git(false).sort_by_file_path(Path::cmp).build();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    if is_draft(entry.path()) && !excluded(entry.path()) {
                        self.add(entry.into_path(), seen);
                    } else {
                        self.skipped += 1;
                    }
                }
                // A symbolic link may lead out of the folder: it is followed only where it is named itself.
                Ok(entry) if entry.path_is_symlink() && entry.depth() > 0 => self.skipped += 1,
                Ok(_) => {}
                Err(error) => self.errors.push((folder.display().to_string(), error.to_string())),
            }
        }
        if self.files.len() == before {
            let why =
                say!(lang, "文件夹里没有可审核的文件（.docx .md .txt .html）", "no file to review in this folder (.docx .md .txt .html)");
            self.errors.push((folder.display().to_string(), why));
        }
    }
}

/// Reads a list of paths, one a line.
pub(crate) fn list(source: &Path) -> io::Result<Vec<PathBuf>> {
    let lines: Vec<String> = if source.as_os_str() == "-" {
        io::stdin().lock().lines().collect::<io::Result<_>>()?
    } else {
        fs::read_to_string(source)?.lines().map(str::to_owned).collect()
    };
    Ok(lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// Whether a path is written as a pattern for several files.
fn has_wildcard(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

/// Word keeps a lock file `~$name.docx` beside an open document: it is no draft.
fn is_lock(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"))
}

fn is_draft(path: &Path) -> bool {
    let known = path
        .extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)));
    known && !is_lock(path)
}

/// An I/O error in the user's language.
pub(crate) fn reason(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => lang.pick("没有这个文件", "no such file").to_owned(),
        io::ErrorKind::PermissionDenied => lang.pick("没有读取权限", "permission denied").to_owned(),
        _ => error.to_string(),
    }
}
