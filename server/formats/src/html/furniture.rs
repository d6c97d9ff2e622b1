//! What stands on a government page beside the document: navigation, tools, links to other pages.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

/// Elements that hold no document text.
pub(super) const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "iframe", "svg", "object", "embed",
    "audio", "video", "canvas", "map", "head", "input", "textarea",
];

/// Words in a class or id that name furniture, compared as whole words.
const NAMES: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "crumb",
    "crumbs",
    "position",
    "share",
    "bdshare",
    "bdsharebuttonbox",
    "social",
    "print",
    "fontsize",
    "toolbar",
    "tools",
    "related",
    "relate",
    "xgwz",
    "xglj",
    "sidebar",
    "footer",
    "foot",
    "copyright",
    "banner",
    "ad",
    "ads",
    "advert",
    "qrcode",
    "ewm",
    "pagination",
    "pager",
    "search",
    "comment",
    "comments",
    "prevnext",
    "toptool",
];

/// Whether a class or id names furniture.
pub(super) fn named(names: &str) -> bool {
    let words = names.split(|c: char| !c.is_ascii_alphanumeric());
    words.map(str::to_ascii_lowercase).any(|word| NAMES.contains(&&*word))
}

/// How many links make a list of them.
const LINK_LIST: usize = 4;

/// Whether an element is a list of links to other pages: nearly all its text stands in links.
pub(super) fn is_link_list(node: NodeRef<'_, Node>, element: &Element) -> bool {
    if !matches!(element.name(), "ul" | "ol" | "dl" | "div" | "section") {
        return false;
    }
    let (mut links, mut linked, mut all) = (0, 0, 0);
    for inner in node.descendants() {
        match inner.value() {
            Node::Element(e) if e.name() == "a" && e.attr("href").is_some() => links += 1,
            Node::Text(text) => {
                let length = text.chars().filter(|c| !c.is_whitespace()).count();
                all += length;
                let in_link = inner.ancestors().take(4).any(|a| a.value().as_element().is_some_and(|e| e.name() == "a"));
                linked += if in_link { length } else { 0 };
            }
            _ => {}
        }
        if all > linked + 200 {
            return false;
        }
    }
    links >= LINK_LIST && linked * 10 >= all * 9
}

/// Words of page tools; longer ones first, so that none leaves a rest of another.
const TOOLS: &[&str] = &[
    "分享到微信朋友圈",
    "分享到新浪微博",
    "打印本页",
    "关闭窗口",
    "关闭本页",
    "返回顶部",
    "返回首页",
    "微信朋友圈",
    "新浪微博",
    "我要打印",
    "打印正文",
    "保存本页",
    "加入收藏",
    "浏览次数",
    "阅读次数",
    "点击次数",
    "访问次数",
    "当前位置",
    "朋友圈",
    "手机版",
    "扫一扫",
    "字体大小",
    "背景颜色",
    "无障碍阅读",
    "分享到",
    "分享至",
    "浏览量",
    "阅读量",
    "点击量",
    "字体",
    "字号",
    "视力保护色",
    "打印",
    "分享",
    "收藏",
    "关闭",
    "微信",
    "微博",
    "默认",
    "超大",
    "纠错",
    "下载",
    "大号",
    "中号",
    "小号",
    "大",
    "中",
    "小",
    "次",
];

/// Starts of lines that only lead to other pages.
const LEADS: &[&str] = &[
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "当前位置",
    "您的位置",
    "您当前的位置",
    "您现在的位置",
    "所在位置",
    "首页>",
    "首页 >",
    "首页»",
    "网站首页",
    "版权所有",
    "主办单位：",
    "承办：",
    "ICP备",
    "网站标识码",
    "扫一扫在手机",
    "相关链接",
    "相关文章",
    "相关阅读",
    "相关新闻",
    "相关稿件",
];

/// Whether a line is made of nothing but page tools.
pub(super) fn line(text: &str) -> bool {
    let text = text.trim();
    if LEADS.iter().any(|lead| text.starts_with(lead)) {
        return text.chars().count() < 120;
    }
    if text.chars().count() > 60 || !TOOLS.iter().any(|t| t.chars().count() > 1 && text.contains(t)) {
        return false;
    }
    let mut rest = text.to_owned();
    for tool in TOOLS {
        rest = rest.replace(tool, "");
    }
    rest.chars().all(|c| !c.is_alphabetic())
}

/// Labels of the table that government sites put above a document.
const LABELS: &[&str] = &[
    "索引号",
    "索引编号",
    "信息索引号",
    "信息分类",
    "主题分类",
    "组配分类",
    "体裁分类",
    "服务对象",
    "发布机构",
    "发文机关",
    "发文机构",
    "发布单位",
    "公开责任部门",
    "成文日期",
    "发文日期",
    "发布日期",
    "发布时间",
    "生成日期",
    "公开日期",
    "生效日期",
    "失效日期",
    "废止日期",
    "标题",
    "名称",
    "文号",
    "发文字号",
    "文件编号",
    "是否有效",
    "有效性",
    "信息有效性",
    "时效性",
    "效力状态",
    "主题词",
    "关键词",
    "公开方式",
    "公开范围",
    "公开形式",
    "内容概述",
    "来源",
    "责任编辑",
    "作者",
    "信息来源",
    "统一登记号",
    "公开时限",
];

/// The label in a cell, without blanks and colon, if it is one.
pub(super) fn label(cell: &str) -> Option<&'static str> {
    let bare: String = cell.chars().filter(|c| !c.is_whitespace() && !matches!(c, ':' | '：' | '[' | ']' | '【' | '】')).collect();
    LABELS.iter().copied().find(|l| *l == bare)
}
