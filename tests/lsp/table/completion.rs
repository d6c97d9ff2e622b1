//! Completion, and what there is to read about an item.

use super::{Table, list, text};
use crate::desk::Desk;
use crate::text::{position, under};
use serde_json::{Value, json};

const HEAD: &str = "# 临水县人民政府关于2024年法治政府建设情况的报告\n\n一、主要举措和成效\n\n（一）学法。已学。\n\n";
const RULES: &str = "《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》";

/// The items where the cursor is put, as the client would list them.
struct Items {
    items: Vec<Value>,
    incomplete: bool,
    text: String,
}

impl Items {
    fn ask(desk: &mut Desk, line: &str, trigger: Option<char>) -> Self {
        let marked = format!("{HEAD}{line}\n");
        let at = marked.find('|').expect("a cursor");
        let source = marked.replacen('|', "", 1);
        let uri = desk.uri.replace("2024.md", "unfinished.gw");
        desk.open(&uri, &source);
        let context = match trigger {
            Some(trigger) => json!({"triggerKind": 2, "triggerCharacter": trigger}),
            None => json!({"triggerKind": 1}),
        };
        let params = json!({"textDocument": {"uri": uri}, "position": position(&source, at, "utf-16"), "context": context});
        let mut answer = desk.client.request("textDocument/completion", params);
        desk.client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
        let mut items = list(&answer["items"].take()).to_vec();
        items.sort_by_key(|item| text(item, "sortText").to_owned());
        for item in &items {
            let typed = under(&source, &item["textEdit"]["range"]);
            assert!(text(item, "filterText").starts_with(typed), "{typed}: {item}");
            assert_eq!(item["textEdit"]["range"]["end"], position(&source, at, "utf-16"));
        }
        let incomplete = answer["isIncomplete"] == true;
        assert_eq!(incomplete, !items.is_empty(), "what is not there is not asked for again: {line}");
        Self { items, incomplete, text: source }
    }

    fn labels(&self) -> Vec<&str> {
        self.items.iter().map(|item| text(item, "label")).collect()
    }

    fn item(&self, label: &str) -> &Value {
        self.items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("no {label}: {:?}", self.labels()))
    }

    /// The line as an item leaves it.
    fn put(&self, label: &str) -> String {
        let edit = json!([self.item(label)["textEdit"]]);
        let whole = crate::text::apply(&self.text, &edit);
        whole[HEAD.len()..].trim_end().to_owned()
    }
}

pub(super) fn rows(desk: &mut Desk, table: &mut Table) {
    at_a_line_start(desk, table);
    titles_and_numbers(desk, table);
    values(desk, table);
    explained(desk, table);
}

fn at_a_line_start(desk: &mut Desk, table: &mut Table) {
    let triggers = list(&desk.declared["completionProvider"]["triggerCharacters"]).to_vec();
    for one in ["一", "（", "(", "《", "〔", "[", "率", "%", "％", "\u{3000}", "#"] {
        assert!(triggers.contains(&json!(one)), "{one}");
    }
    // Missing sections come first, numbered on; the empty line itself is a place to ask.
    let first = ["二、存在的不足和原因", "二、第一责任人职责情况", "二、下一年度主要安排"];
    for (line, trigger) in
        [("|", None), ("一|", Some('一')), ("二、|", Some('、')), ("\u{3000}\u{3000}|", Some('\u{3000}')), ("#|", Some('#'))]
    {
        let items = Items::ask(desk, line, trigger);
        assert_eq!(items.labels()[..3], first, "{line}");
        assert!(text(&items.items[0], "detail").contains("尚缺") && items.items[0]["preselect"] == true);
        assert!(items.items.len() > 28, "all topics follow");
        let heading = if line.starts_with('#') {
            "# 二、2025年推进"
        } else if line.starts_with('\u{3000}') {
            "\u{3000}\u{3000}二、2025年推进"
        } else {
            "二、2025年推进"
        };
        let put = items.put("二、下一年度主要安排");
        assert!(put.starts_with(heading) && put.contains("一是${1:××（安排一）}"), "{put}");
        assert_eq!(items.item("二、下一年度主要安排")["insertTextFormat"], 2);
    }
    table.row(
        "completionProvider",
        "an empty line, 一, 二、, a paragraph's blank, #",
        "the three missing sections first, as 二、, with tab stops; # gets its blank, the indent stays",
    );
    for line in ["（|", "(|", "（二|", "(二）|"] {
        let items = Items::ask(desk, line, None);
        assert!(items.labels().iter().all(|label| label.starts_with("（二）")), "{line}: {:?}", items.labels());
        assert!(items.put("（二）行政复议").starts_with("（二）发挥行政复议化解行政争议主渠道作用\n"));
    }
    table.row("completionProvider", "（, (, （二, (二）", "topics as （二）, whichever width was typed");
    for typed in ["xzfy|", "xingzhengfuyi|", "行政复|", "XZFY|"] {
        let items = Items::ask(desk, typed, None);
        assert_eq!(items.labels(), ["（二）行政复议"], "{typed}");
        assert!(items.put("（二）行政复议").starts_with("（二）发挥行政复议"), "what was typed is replaced");
    }
    table.row("completionProvider", "xzfy, xingzhengfuyi, 行政复, XZFY", "（二）行政复议 by initials, pinyin and characters");
    for line in ["全年受理|", "全年受理12件，办结10件，|", "全年（|"] {
        let items = Items::ask(desk, line, None);
        assert!(items.items.is_empty() && !items.incomplete, "{line}: {:?}", items.labels());
    }
    table.row("completionProvider", "within a sentence", "nothing, and nothing to ask again for (isIncomplete false); with items true");
}

fn titles_and_numbers(desk: &mut Desk, table: &mut Table) {
    let items = Items::ask(desk, "认真落实《|", Some('《'));
    let first: Vec<_> = items.labels().into_iter().take(30).map(str::to_owned).collect();
    assert!(first.iter().any(|label| label.contains("督察工作规定")), "{first:?}");
    for (line, put) in [
        ("认真落实《行政处罚|", "认真落实《行政处罚法》"),
        ("认真落实《xzcff|", "认真落实《行政处罚法》"),
        ("认真落实《行政处罚|》", "认真落实《行政处罚法》"),
    ] {
        assert_eq!(Items::ask(desk, line, None).put("《行政处罚法》"), put);
    }
    table.row(
        "completionProvider",
        "《, 《行政处罚, 《xzcff, 《行政处罚》",
        "《行政处罚法》, the closing mark written once; after 《 alone what reports cite first",
    );
    for typed in ["", "（", "(", "（国办发"] {
        let items = Items::ask(desk, &format!("执行{RULES}{typed}|"), None);
        assert_eq!(items.labels(), ["国办发〔2018〕37号"], "{typed}");
        assert_eq!(items.put("国办发〔2018〕37号"), format!("执行{RULES}（国办发〔2018〕37号）"));
    }
    for bracket in ["〔2018", "[2018", "【2018", "［2018"] {
        let items = Items::ask(desk, &format!("执行国办发{bracket}|"), None);
        assert_eq!(items.put("国办发〔2018〕37号"), "执行国办发〔2018〕37号", "{bracket}");
        assert!(items.labels().iter().all(|label| label.contains("〔2018〕")));
    }
    table.row(
        "completionProvider",
        "behind a title; 国办发〔2018, [2018, 【2018, ［2018",
        "（国办发〔2018〕37号）; 国办发〔2018〕37号 in the right brackets",
    );
}

fn values(desk: &mut Desk, table: &mut Table) {
    let sentence = "受理纠纷1240件，调解成功1209件，调解成功率";
    for (typed, label, put) in [
        ("", "97.5%", "为97.5%"),
        ("为", "97.5%", "为97.5%"),
        ("达到", "97.5%", "达到97.5%"),
        ("9", "97.5%", "97.5%"),
        ("97.55%", "97.50%", "97.50%"),
        ("97.55％", "97.50%", "97.50%"),
    ] {
        let items = Items::ask(desk, &format!("{sentence}{typed}|"), None);
        assert_eq!(items.labels(), [label], "{typed}");
        assert_eq!(items.put(label), format!("{sentence}{put}"));
    }
    let closed = Items::ask(desk, "受理案件500件，办结450件，办结率|", Some('率'));
    assert_eq!(closed.put("90%"), "受理案件500件，办结450件，办结率为90%");
    table.row(
        "completionProvider",
        format!("{sentence}; 为, 达到, 9, 97.55%, 97.55％"),
        "97.5%, or with the places that were written: 97.50%",
    );
}

fn explained(desk: &mut Desk, table: &mut Table) {
    let items = Items::ask(desk, "xzfy|", None);
    let topic = items.item("（二）行政复议");
    assert!(topic["documentation"].is_null(), "it comes when it is looked at");
    let uri = desk.uri.replace("2024.md", "unfinished.gw");
    desk.open(&uri, HEAD);
    let resolved = desk.client.request("completionItem/resolve", topic.clone());
    let about = text(&resolved["documentation"], "value").to_owned();
    assert!(about.contains("**发挥行政复议化解行政争议主渠道作用**") && about.contains("勾稽关系："), "{about}");
    table.row("completionProvider", "completionItem/resolve of （二）行政复议", about.lines().last().unwrap_or_default());
    let law = Items::ask(desk, "认真落实《行政处罚|", None);
    desk.open(&uri, HEAD);
    let resolved = desk.client.request("completionItem/resolve", law.item("《行政处罚法》").clone());
    let about = text(&resolved["documentation"], "value").to_owned();
    assert!(about.contains("2021-07-15") && about.contains("全国人大"), "{about}");
    table.row("completionProvider", "completionItem/resolve of 《行政处罚法》", "issuer, dates and revisions");
    desk.client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
    let mut plain = Desk::start(None, Value::Null, |params| {
        params["capabilities"]["textDocument"]["completion"]["completionItem"]["snippetSupport"] = json!(false);
    });
    let items = Items::ask(&mut plain, "xzfy|", None);
    let item = items.item("（二）行政复议");
    let body = text(&item["textEdit"], "newText");
    assert!(item["insertTextFormat"] == 1 && !body.contains('$') && body.contains("××"), "{body}");
    plain.client.finish_after(&["hegao/status"]);
    table.row("completionProvider", "a client without snippets", "plain text with ×× to fill in");
}
