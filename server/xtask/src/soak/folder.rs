//! The folder that the soak writes in: drafts, settings and last year's report as files that come and go.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use tempfile::TempDir;

/// A folder and its address.
pub(super) struct Folder {
    folder: TempDir,
    root: String,
}

/// The name of the draft that is held against last year's report.
pub(super) const THIS_YEAR: &str = "this-year.md";
const LAST_YEAR: &str = "last-year.md";

/// A draft that says of last year what last year's report does not say.
pub(super) const NOW: &str = "# 柳湾县人民政府关于2024年法治政府建设情况的报告\n\n一、主要举措和成效\n\n（一）规范行政执法。全县办理行政处罚案件1864件，比上年的1720件增长8.37%。\n\n柳湾县人民政府\n\n2025年1月20日\n";
const PAST: &str = "# 柳湾县人民政府关于2023年法治政府建设情况的报告\n\n一、主要举措和成效\n\n（一）规范行政执法。全县办理行政处罚案件1702件，开展法治讲座46场。\n\n柳湾县人民政府\n\n2024年1月18日\n";

/// What has happened to a file (LSP 3.17, `FileChangeType`).
const CREATED: u8 = 1;
const CHANGED: u8 = 2;
const DELETED: u8 = 3;

impl Folder {
    pub(super) fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let root = format!("file://{}", folder.path().to_str().context("a path in UTF-8")?);
        Ok(Self { folder, root })
    }

    /// The address of the folder.
    pub(super) fn root(&self) -> &str {
        &self.root
    }

    /// The address of a file.
    pub(super) fn uri(&self, name: &str) -> String {
        format!("{}/{name}", self.root)
    }

    /// Writes a file, or deletes it, and gives what a client that watches tells of that.
    pub(super) fn put(&self, name: &str, text: Option<&str>) -> Result<Value> {
        let file = self.folder.path().join(name);
        let kind = match text {
            Some(_) if file.exists() => CHANGED,
            Some(_) => CREATED,
            None => DELETED,
        };
        match text {
            Some(text) => fs::write(&file, text)?,
            None => fs::remove_file(&file)?,
        }
        Ok(json!({"changes": [{"uri": self.uri(name), "type": kind}]}))
    }

    /// Last year's report appears, or vanishes.
    pub(super) fn last_year(&self, there: bool) -> Result<Value> {
        self.put(LAST_YEAR, there.then_some(PAST))
    }

    /// Settings that switch a rule off appear, or vanish.
    pub(super) fn settings(&self, off: Option<&str>) -> Result<Value> {
        let text = off.map(|rule| format!("[rules]\n\"{rule}\" = \"off\"\n"));
        self.put("hegao.toml", text.as_deref())
    }
}
