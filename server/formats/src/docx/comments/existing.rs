//! What `comments.xml` holds already, ours and others'.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::super::package::{Package, Part};
use super::super::place::tag_name;
use super::super::splice::Splices;
use super::super::xml::{Event, Xml, unescape};
use crate::ReadError;

/// A comment of ours from an earlier run.
#[derive(Debug, Clone, Default)]
pub(super) struct Old {
    pub(super) id: String,
    range: Range<usize>,
    /// The ids of its paragraphs, by which the parts beside `comments.xml` name it.
    pub(super) paragraphs: Vec<String>,
    text: String,
}

/// What `comments.xml` holds.
#[derive(Debug, Default)]
pub(super) struct Existing {
    pub(super) own: Vec<Old>,
    /// Own comments that somebody answered or marked as done: they stay, and their texts are not said again.
    answered: HashMap<String, usize>,
    pub(super) next_id: u32,
    /// The root's end tag, or the whole root where it is an empty tag.
    root_end: Range<usize>,
    root_empty: bool,
}

impl Existing {
    pub(super) fn parse(part: &Part, author: &str) -> Result<Self, ReadError> {
        let mut all = Self::default();
        let mut xml = Xml::new(&part.name, &part.source);
        let mut depth = 0;
        let mut current: Option<(bool, Old)> = None;
        while let Some((event, range)) = xml.next()? {
            match event {
                Event::Open(element) => {
                    depth += 1;
                    let get = |name| element.attribute(name).unwrap_or_default().into_owned();
                    match (depth, element.local()) {
                        (1, _) => all.root_empty = element.empty,
                        (2, "comment") => {
                            let id = get("id");
                            if let Ok(number) = id.parse::<u32>() {
                                let ours = get("author") == author;
                                if !ours {
                                    all.next_id = all.next_id.max(number.saturating_add(1));
                                }
                            }
                            let old = Old { id, range: range.clone(), ..Old::default() };
                            current = Some((get("author") == author, old));
                        }
                        (_, "p") => {
                            if let Some((_, old)) = &mut current {
                                old.paragraphs.push(get("paraId"));
                                if old.paragraphs.len() > 1 {
                                    old.text.push('\n');
                                }
                            }
                        }
                        _ => {}
                    }
                }
                Event::Close => {
                    if depth == 2
                        && let Some((ours, mut old)) = current.take()
                    {
                        old.range.end = range.end;
                        if ours {
                            all.own.push(old);
                        }
                    }
                    if depth == 1 {
                        all.root_end = range;
                    }
                    depth -= 1;
                }
                Event::Text => {
                    if let Some((_, old)) = &mut current {
                        old.text.push_str(&unescape(&part.source[range]));
                    }
                }
            }
        }
        Ok(all)
    }

    /// Own comments with an answer belong to a conversation, and one that is marked as done was decided upon: they are kept.
    pub(super) fn keep_answered(&mut self, package: &mut Package<'_>, extended: Option<&str>) -> Result<(), ReadError> {
        let Some(part) = extended.map(|n| package.part(n)).transpose()?.flatten() else {
            return Ok(());
        };
        let mut kept = HashSet::new();
        let mut xml = Xml::new(&part.name, &part.source);
        while let Some((event, _)) = xml.next()? {
            let Event::Open(element) = event else {
                continue;
            };
            if let Some(parent) = element.attribute("paraIdParent") {
                kept.insert(parent.into_owned());
            }
            if matches!(element.attribute("done").as_deref(), Some("1" | "true"))
                && let Some(done) = element.attribute("paraId")
            {
                kept.insert(done.into_owned());
            }
        }
        let (kept, own): (Vec<Old>, Vec<Old>) =
            std::mem::take(&mut self.own).into_iter().partition(|c| c.paragraphs.iter().any(|p| kept.contains(p)));
        self.own = own;
        for comment in kept {
            let id = comment.id.parse::<u32>().unwrap_or(0);
            self.next_id = self.next_id.max(id.saturating_add(1));
            *self.answered.entry(comment.text).or_default() += 1;
        }
        Ok(())
    }

    pub(super) fn take_answered(&mut self, text: &str) -> bool {
        match self.answered.get_mut(text) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// The part without our old comments and with the new ones.
    pub(super) fn with(&self, part: &Part, written: &str) -> Result<String, ReadError> {
        let mut edits = Splices::default();
        for comment in &self.own {
            edits.replace(comment.range.clone(), "");
        }
        if self.root_empty {
            let tag = tag_name(&part.source, &self.root_end);
            let end = self.root_end.end;
            edits.replace(end - 2..end, format!(">{written}</{tag}>"));
        } else {
            edits.insert(self.root_end.start, written);
        }
        Ok(edits.apply(&part.source))
    }
}
