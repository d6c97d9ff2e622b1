//! `hegao.toml`: any text is either settings or a list of what is wrong with it, and a change keeps what it does not change.

use hegao::inside;
use hegao_core::{Engine, Settings};
use std::path::Path;

/// The fuzz target: the bytes are a `hegao.toml` in UTF-8.
pub fn bytes(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Some(settings) = text_holds(&text) {
        // Settings that were accepted can be worked with.
        let engine = Engine::new(settings);
        let draft =
            "青岚市2024年法治政府建设年度报告\n一、主要做法\n全年受理12件，办结10件，办结率83.33%。《青岚市例》（青政发〔2020〕3号）。\n";
        crate::spans::check_all(draft, &engine.review(draft));
    }
}

/// Reads a text as `hegao.toml`, and adds a word to it.
pub fn text_holds(text: &str) -> Option<Settings> {
    let settings = inside::settings(text, Path::new("/r"), Path::new("/r/子/a.md"));
    if let Err(errors) = &settings {
        assert!(!errors.is_empty(), "what is refused is refused for a reason");
        for error in errors {
            assert!(error.contains(':'), "an error names its place: {error}");
        }
    }
    let word = "青岚湾";
    if let Some(after) = inside::with_word(text, word) {
        for comment in comments(text) {
            assert!(after.contains(comment), "a comment is lost: {comment:?} of {text:?} in {after:?}");
        }
        let again = inside::with_word(&after, word).expect("what was written can be read");
        assert_eq!(again, after, "a word is added once");
        if let Ok(before) = &settings {
            let now = inside::settings(&after, Path::new("/r"), Path::new("/r/子/a.md")).expect("a change breaks nothing");
            assert_eq!((&now.profile, &now.severities), (&before.profile, &before.severities));
        }
    }
    settings.ok()
}

/// Lines that are nothing but a comment, where no string of several lines can hide them.
fn comments(text: &str) -> impl Iterator<Item = &str> {
    let plain = !text.contains("\"\"\"") && !text.contains("'''");
    text.lines().filter(move |line| plain && line.trim_start_matches([' ', '\t']).starts_with('#'))
}
