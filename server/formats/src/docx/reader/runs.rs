//! Runs and their direct children, recorded for the way back.

use std::ops::Range;

use super::super::map::{Child, Run};
use super::{OpenRun, Reader};

impl Reader<'_, '_> {
    pub(super) fn open_run(&mut self, range: Range<usize>) {
        if self.runs.last().is_some_and(|r| r.flow == self.flows.len() - 1) {
            // A run inside a run (ruby) belongs to the outer one.
            return;
        }
        let index = self.story.map.runs.len();
        let anchor = self.anchor();
        let depth = self.path.len();
        let inserted = self.insertions.last().filter(|(at, _)| *at + 1 == depth);
        self.story.map.runs.push(Run {
            whole: range.clone(),
            open: range,
            properties: None,
            content: None,
            anchor,
            inserted: inserted.map(|(_, tag)| tag.clone()),
        });
        self.runs.push(OpenRun { index, flow: self.flows.len() - 1, style: None, hidden: None, depth, child: None });
    }

    pub(super) fn close_run(&mut self, depth: usize, end: usize) {
        if self.runs.last().is_some_and(|r| r.depth == depth)
            && let Some(run) = self.runs.pop()
        {
            self.story.map.runs[run.index].whole.end = end;
        }
    }

    /// Notes a direct child of the innermost run.
    pub(super) fn open_child(&mut self, local: &str, range: Range<usize>) {
        let depth = self.path.len();
        let Some(run) = self.runs.last_mut().filter(|r| r.depth + 1 == depth) else {
            return;
        };
        if local == "rPr" {
            // Properties stand in front of the content; what is called so behind it, in a broken document, is no properties.
            let record = &mut self.story.map.runs[run.index];
            if record.content.is_none() {
                record.properties.get_or_insert(range);
            }
            return;
        }
        if local == "lastRenderedPageBreak" {
            return;
        }
        run.child = Some(self.story.map.children.len());
        self.story.map.children.push(Child { run: run.index, outer: range.clone(), open: range, inner: None, preserve: false });
    }

    pub(super) fn close_child(&mut self, depth: usize, end: usize) {
        let Some(run) = self.runs.last_mut().filter(|r| r.depth + 1 == depth) else {
            return;
        };
        let record = &mut self.story.map.runs[run.index];
        if let Some(child) = run.child.take() {
            let child = &mut self.story.map.children[child];
            child.outer.end = end;
            let start = record.content.as_ref().map_or(child.outer.start, |c| c.start);
            record.content = Some(start..end);
        } else if let Some(properties) = &mut record.properties
            && record.content.is_none()
            && self.path.last() == Some(&"rPr")
        {
            properties.end = end;
        }
    }
}
