//! Web pages as text: blocks in reading order, page furniture dropped, the metadata table read as such.

mod furniture;
mod nesting;
mod table;

use ego_tree::NodeRef;
use scraper::node::Element;
use scraper::{Html, Node};

use crate::limits::{MAX_TEXT_BYTES, MAX_XML_DEPTH};
use crate::{Bomb, ReadError};

/// What a page says.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) metadata: Vec<(String, String)>,
    /// Pieces of furniture that were dropped.
    pub(crate) dropped: usize,
}

/// Elements that begin and end a block of text.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "details",
    "table",
    "ul",
    "fieldset",
];

/// Reads a page.
///
/// If hardly anything is left of a page after furniture is dropped by its names, the names misled and it is read again
/// without looking at them.
pub(crate) fn read(source: &str) -> Result<Page, ReadError> {
    if nesting::most(source) > nesting::MAX_OPEN {
        return Err(ReadError::Bomb(Bomb::Depth));
    }
    let html = Html::parse_document(source);
    let page = walk(&html, true)?;
    let all = walk(&html, false)?;
    let kept = page.text.chars().count();
    let whole = all.text.chars().count();
    Ok(if kept * 4 < whole { all } else { page })
}

fn walk(html: &Html, by_name: bool) -> Result<Page, ReadError> {
    let mut reader = Reader { by_name, ..Reader::default() };
    reader.children(html.tree.root(), 0)?;
    reader.end_block();
    Ok(reader.page)
}

#[derive(Default)]
struct Reader {
    by_name: bool,
    page: Page,
    /// The block being gathered; `\n` only where the page breaks a line.
    block: String,
    preserve: usize,
}

impl Reader {
    fn children(&mut self, node: NodeRef<'_, Node>, depth: usize) -> Result<(), ReadError> {
        if depth > MAX_XML_DEPTH {
            return Err(ReadError::Bomb(Bomb::Depth));
        }
        if self.page.text.len() > MAX_TEXT_BYTES {
            return Err(ReadError::Bomb(Bomb::Text));
        }
        for child in node.children() {
            match child.value() {
                Node::Text(text) => self.text(text),
                Node::Element(element) => self.element(child, element, depth)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn element(&mut self, node: NodeRef<'_, Node>, element: &Element, depth: usize) -> Result<(), ReadError> {
        let name = element.name();
        if furniture::SKIPPED.contains(&name) {
            return Ok(());
        }
        if self.is_furniture(node, element) {
            self.page.dropped += 1;
            return Ok(());
        }
        match name {
            "br" => self.block.push('\n'),
            "table" => {
                self.end_block();
                self.table(node, depth)?;
            }
            _ if BLOCKS.contains(&name) => {
                self.end_block();
                self.preserve += usize::from(name == "pre");
                self.children(node, depth + 1)?;
                self.end_block();
                self.preserve -= usize::from(name == "pre");
            }
            _ => self.children(node, depth + 1)?,
        }
        Ok(())
    }

    fn is_furniture(&self, node: NodeRef<'_, Node>, element: &Element) -> bool {
        if element.attr("hidden").is_some() || element.attr("style").is_some_and(|s| s.replace(' ', "").contains("display:none")) {
            return true;
        }
        if matches!(element.name(), "html" | "body" | "main" | "article") {
            return false;
        }
        let named = |key| element.attr(key).is_some_and(furniture::named);
        (self.by_name && (named("class") || named("id"))) || furniture::is_link_list(node, element)
    }

    fn text(&mut self, text: &str) {
        if self.preserve > 0 {
            self.block.push_str(text);
            return;
        }
        for c in text.chars() {
            // HTML's own white space collapses; the ideographic space is a character like any other.
            let space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}' | '\u{A0}');
            if !space {
                self.block.push(c);
            } else if !self.block.ends_with([' ', '\n']) && !self.block.is_empty() {
                self.block.push(' ');
            }
        }
    }

    /// Ends the block: its lines go to the text, with an empty line before them.
    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let mut first = true;
        for line in block.lines().map(|l| l.trim_matches(' ')) {
            if line.trim().is_empty() {
                continue;
            }
            if furniture::line(line) {
                self.page.dropped += 1;
                continue;
            }
            if first && !self.page.text.is_empty() {
                self.page.text.push('\n');
            }
            first = false;
            self.page.text.push_str(line);
            self.page.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_page_is_its_document() {
        let page = read(
            "<!doctype html><html><head><title>站名</title><style>p{}</style></head><body><div class=\"nav\">首页 走进 公开</div>\
             <ul><li><a href=1>要闻动态</a></li><li><a href=2>政务公开</a></li><li><a href=3>互动交流</a></li><li><a href=4>政务服务</a></li></ul>\
             <table><tr><td>索 引 号：</td><td>A-1</td><td>发布机构：</td><td>某局</td></tr><tr><td>文　　号：</td><td></td><td>成文日期：</td><td>2024-01-02</td></tr></table>\
             <h1>某局法治建设年度\n报告</h1><div>字号：[大 中 小] 打印 分享到：</div>\
             <div id=zoom><p>　　一、主要工作<br>　　全年受理&nbsp;12件。</p><p></p><pre>甲\n乙</pre>\
             <table><thead><tr><th>项</th><th colspan=2>数</th></tr></thead><tr><td rowspan=2>甲</td><td>1</td><td>2</td></tr><tr><td>3</td><td><p>4</p><p>5</p></td></tr></table></div>\
             <p>上一篇：没有了</p><script>var a='<p>';</script><div style=\"display: none\">藏</div></body></html>",
        )
        .unwrap();
        assert_eq!(
            page.text,
            "某局法治建设年度 报告\n\n　　一、主要工作\n　　全年受理 12件。\n\n甲\n乙\n\n项 | 数 |  |\n甲 | 1 | 2 |\n | 3 | 4 5 |\n"
        );
        let pairs: Vec<_> = page.metadata.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(pairs, [("索引号", "A-1"), ("发布机构", "某局"), ("成文日期", "2024-01-02")]);
        assert_eq!(page.dropped, 5);
    }

    #[test]
    fn names_that_mislead_are_not_believed() {
        let page = read("<body><div class=position><p>全文都在这里，受理复议案件若干件，办结若干件。</p></div></body>").unwrap();
        assert!(page.text.starts_with("全文"));
    }

    #[test]
    fn sentences_with_words_of_tools_stay() {
        let page = read("<p>群众可以下载、打印电子证照，分享率达三成。</p><p>中小企业</p>").unwrap();
        assert_eq!(page.text.lines().filter(|l| !l.is_empty()).count(), 2);
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert!(read(&"<b>".repeat(100_000)).is_err());
        // Refused before the parser walks through all that is open at each tag.
        assert!(read(&"<div>".repeat(2_000_000)).is_err());
        // Side by side is not deep: old pages leave out what HTML lets them leave out.
        assert!(read(&"<p>甲<br><li>乙<td>丙".repeat(20_000)).is_ok());
    }
}
