//! Patterns for paths: `*`, `?` and `[…]` within a name, `**` across folders, `{甲,乙}` for one of several.
//!
//! `?` and `[…]` stand for one character, Chinese ones too.

use glob::{MatchOptions, Pattern};
use hegao_core::{Lang, say};
use std::path::Path;

const OPTIONS: MatchOptions = MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// How many patterns the braces of one may stand for.
const MAX_BRANCHES: usize = 1000;

/// Patterns of which one has to fit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns(Vec<Pattern>);

impl Patterns {
    /// Reads a pattern for a whole path.
    pub(crate) fn path(pattern: &str, lang: Lang) -> Result<Self, String> {
        let single = |branch: String| Pattern::new(&branch).map_err(|error| at_fault(&error, lang));
        branches(pattern, lang)?.into_iter().map(single).collect::<Result<_, _>>().map(Self)
    }

    /// Reads a pattern as `.gitignore` has it: without a slash it fits at any depth, a folder takes what lies in it along.
    pub(crate) fn ignored(pattern: &str, lang: Lang) -> Result<Self, String> {
        let anchored = pattern.trim_end_matches('/').contains('/');
        let pattern = pattern.trim_start_matches("./").trim_start_matches('/');
        let pattern = if anchored { pattern.to_owned() } else { format!("**/{pattern}") };
        Self::path(&if pattern.ends_with('/') { format!("{pattern}**") } else { pattern }, lang)
    }

    /// Several patterns of `.gitignore`; those that are none are left out.
    pub(crate) fn all_ignored(patterns: &[String]) -> Self {
        Self(patterns.iter().filter_map(|pattern| Self::ignored(pattern, Lang::default()).ok()).flat_map(|patterns| patterns.0).collect())
    }

    pub(crate) fn is_match(&self, path: &Path) -> bool {
        self.0.iter().any(|pattern| pattern.matches_path_with(path, OPTIONS))
    }
}

/// A path as a pattern that fits it alone.
pub(crate) fn escape(path: &str) -> String {
    // Braces are no marks of the crate, so they stand in brackets too.
    Pattern::escape(path).replace('{', "[{]")
}

fn at_fault(error: &glob::PatternError, lang: Lang) -> String {
    let place = error.pos + 1;
    if error.msg.contains("range") {
        say!(lang, "第 {place} 个字符处的方括号没有合上或是空的", "the bracket at character {place} is not closed or empty")
    } else {
        say!(lang, "第 {place} 个字符处的 ** 须独占一级文件夹", "the ** at character {place} has to stand for whole folders")
    }
}

/// The patterns without braces that a pattern stands for: `{a,b}c` for `ac` and `bc`.
fn branches(pattern: &str, lang: Lang) -> Result<Vec<String>, String> {
    let mut open = vec![pattern.to_owned()];
    let mut done = Vec::new();
    while let Some(pattern) = open.pop() {
        let Some((start, end, commas)) = brace(&pattern, lang)? else {
            done.push(pattern);
            continue;
        };
        if open.len() + done.len() + commas.len() >= MAX_BRANCHES {
            return Err(say!(lang, "花括号里的写法太多", "the braces stand for too many patterns"));
        }
        let ends = commas.iter().copied().chain([end]);
        let starts = [start].into_iter().chain(commas.iter().copied());
        open.extend(starts.zip(ends).map(|(from, to)| format!("{}{}{}", &pattern[..start], &pattern[from + 1..to], &pattern[end + 1..])));
    }
    Ok(done)
}

/// The first brace of a pattern, the one that closes it, and the commas between its branches.
fn brace(pattern: &str, lang: Lang) -> Result<Option<(usize, usize, Vec<usize>)>, String> {
    let mut start = None;
    let (mut depth, mut commas, mut bracket) = (0_usize, Vec::new(), None);
    for (at, c) in pattern.char_indices() {
        match c {
            // A bracket closes at the first `]` that is not its first character.
            _ if bracket.is_some_and(|open| c == ']' && at > open + 1) => bracket = None,
            _ if bracket.is_some() => {}
            '[' => bracket = Some(at),
            '{' => {
                depth += 1;
                start = start.or(Some(at));
            }
            ',' if depth == 1 => commas.push(at),
            '}' => match (depth.checked_sub(1), start) {
                (Some(0), Some(start)) => return Ok(Some((start, at, commas))),
                (Some(outer), _) => depth = outer,
                (None, _) => {}
            },
            _ => {}
        }
    }
    match start {
        Some(_) => Err(say!(lang, "花括号没有合上", "a brace is not closed")),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        Patterns::path(pattern, Lang::En).unwrap().is_match(Path::new(path))
    }

    #[test]
    fn a_mark_stands_for_a_character_and_not_for_a_byte() {
        for (pattern, path, expected) in [
            ("第?份.md", "第三份.md", true),
            ("第?份.md", "第十二份.md", false),
            ("第?份.md", "第abc份.md", false),
            ("[东西]区/*.docx", "西区/甲.docx", true),
            ("[东西]区/*.docx", "南区/甲.docx", false),
            ("[!东西]区/*.docx", "南区/甲.docx", true),
            ("[一-龥]区.md", "南区.md", true),
            ("{甲,乙{丙,丁}}.md", "乙丁.md", true),
            ("{甲,乙{丙,丁}}.md", "甲丁.md", false),
            ("**/*.md", "a.md", true),
            ("*.md", "a/b.md", false),
            ("a/**", "a/b/.c", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn patterns_of_gitignore_fit_at_any_depth_or_from_the_folder_on() {
        let fits = |pattern: &str, path: &str| Patterns::ignored(pattern, Lang::En).unwrap().is_match(Path::new(path));
        assert!(fits("草稿/", "甲/草稿/乙.md") && fits("?.md", "甲/乙.md"));
        assert!(fits("/草稿/*.md", "草稿/乙.md") && !fits("/草稿/*.md", "甲/草稿/乙.md"));
    }

    #[test]
    fn what_is_no_pattern_is_said() {
        for (pattern, says) in [("[", "bracket"), ("a**", "**"), ("{a,b", "brace"), ("第[]", "character 2")] {
            let error = Patterns::path(pattern, Lang::En).unwrap_err();
            assert!(error.contains(says), "{pattern}: {error}");
        }
        assert!(Patterns::path(&"{a,b}".repeat(20), Lang::En).is_err());
    }

    #[test]
    fn an_escaped_path_fits_itself() {
        for path in ["a[1]/{b}*?.md", "终稿（2）.docx"] {
            assert!(fits(&escape(path), path), "{path}");
        }
    }
}
