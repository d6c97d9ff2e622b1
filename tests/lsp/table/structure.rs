//! The outline and what it is drawn with: symbols, folding, selection, semantic tokens, formatting.

use super::{Table, list, text};
use crate::desk::{Desk, RICH};
use crate::text::{apply, range_of, under};
use serde_json::{Value, json};

pub(super) fn rows(desk: &mut Desk, table: &mut Table) {
    outline(desk, table);
    selection(desk, table);
    tokens(desk, table);
    formatting(desk, table);
}

fn outline(desk: &mut Desk, table: &mut Table) {
    let symbols = desk.ask("textDocument/documentSymbol");
    let mut seen = Vec::new();
    draw(&symbols, 0, &mut seen);
    let expected = [
        (0, "临水县人民政府关于2024年法治政府建设情况的报告", "工作\n进展较慢。"),
        (1, "一、主要举措和成效", "减少300件。"),
        (2, "（一）规范文件管理", "部门文件9件。"),
        (2, "（二）化解矛盾纠纷", "办结率91%。"),
        (2, "（三）规范行政执法", "减少300件。"),
        (3, "一是评查案卷400卷", "优秀率37.5%。"),
        (3, "二是办理行政处罚案件1200件", "减少300件。"),
        (1, "三、存在的不足和原因", "工作\n进展较慢。"),
    ];
    for (level, name, end) in expected {
        let found = seen.iter().find(|(at, what, _)| *at == level && what == name);
        let (_, _, body) = found.unwrap_or_else(|| panic!("{name} is not in {seen:?}"));
        assert!(level == 0 || body.ends_with(end), "{name}: {body}");
    }
    table.row("documentSymbolProvider", "the draft", expected.map(|(level, name, _)| format!("{}{name}", "·".repeat(level))).join(" / "));
    let folds = desk.ask("textDocument/foldingRange");
    let lines: Vec<(i64, i64)> =
        list(&folds).iter().map(|fold| (fold["startLine"].as_i64().unwrap_or(-1), fold["endLine"].as_i64().unwrap_or(-1))).collect();
    assert_eq!(lines[..2], [(4, 10), (12, 15)]);
    table.row("foldingRangeProvider", "the draft", "一、 lines 5 to 11, 三、 lines 13 to 16");
}

/// Level, name and text of each symbol.
fn draw(symbols: &Value, level: usize, out: &mut Vec<(usize, String, String)>) {
    for symbol in list(symbols) {
        assert!(text(symbol, "name").contains(under(RICH, &symbol["selectionRange"]).split('，').next().unwrap_or_default()), "{symbol}");
        out.push((level, text(symbol, "name").to_owned(), under(RICH, &symbol["range"]).trim_end().to_owned()));
        draw(&symbol["children"], level + 1, out);
    }
}

fn selection(desk: &mut Desk, table: &mut Table) {
    let places = ["240卷", "行政处罚法"].map(|words| range_of(RICH, words, 0)["start"].clone());
    let chains = desk.client.request("textDocument/selectionRange", json!({"textDocument": {"uri": desk.uri}, "positions": places}));
    let steps = |chain: &Value| {
        let (mut out, mut range) = (Vec::new(), chain.clone());
        while !range.is_null() {
            out.push(under(RICH, &range["range"]).to_owned());
            range = range["parent"].take();
        }
        assert!(out.windows(2).all(|pair| pair[1].contains(&pair[0]) && pair[1] != pair[0]), "{out:?}");
        out
    };
    let figure = steps(&chains[0]);
    assert_eq!(figure[..2], ["240卷", "其中优秀150卷、合格240卷、不合格10卷"]);
    assert!(
        figure[2].starts_with("一是评查案卷") && figure[3].ends_with("优秀率37.5%。") && figure[4].starts_with("（三）规范"),
        "{figure:?}"
    );
    assert_eq!(figure.last().map(String::as_str), Some(RICH));
    let law = steps(&chains[1]);
    assert!(law[0] == "中华人民共和国行政处罚法" || law[0] == "《中华人民共和国行政处罚法》", "{law:?}");
    table.row(
        "selectionRangeProvider",
        "240卷; 行政处罚法",
        format!(
            "{} from 240卷 to the draft: figure, clause, sentence, item, paragraph, section; {} from the title",
            figure.len(),
            law.len()
        ),
    );
}

fn tokens(desk: &mut Desk, table: &mut Table) {
    let legend = &desk.declared["semanticTokensProvider"]["legend"];
    let types: Vec<String> = list(&legend["tokenTypes"]).iter().map(|kind| kind.as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(legend["tokenModifiers"], json!(["deprecated"]));
    let decode = |data: &[i64], source: &str| {
        let (mut line, mut start) = (0, 0);
        let token = |five: &[i64]| {
            start = if five[0] == 0 { start + five[1] } else { five[1] };
            line += five[0];
            let range = json!({"start": {"line": line, "character": start}, "end": {"line": line, "character": start + five[2]}});
            (under(source, &range).to_owned(), types[five[3] as usize].clone(), five[4])
        };
        data.chunks(5).map(token).collect::<Vec<_>>()
    };
    let integers = |value: &Value| list(value).iter().filter_map(Value::as_i64).collect::<Vec<_>>();
    let full = desk.ask("textDocument/semanticTokens/full");
    let data = integers(&full["data"]);
    let all = decode(&data, RICH);
    let expected = [
        ("1240", "number", 0),
        ("97.55%", "number", 0),
        ("件", "type", 0),
        ("《中华人民共和国行政处罚法》", "string", 0),
        ("《法治政府建设实施纲要（2015—2020年）》", "string", 1),
        ("国办发[2018]37号", "enumMember", 0),
        ("一、", "keyword", 0),
        ("（二）", "keyword", 0),
        ("二是", "keyword", 0),
        ("××", "macro", 0),
    ];
    for (words, kind, outdated) in expected {
        assert!(all.contains(&(words.to_owned(), kind.to_owned(), outdated)), "{words} is no {kind}: {all:?}");
    }
    table.row(
        "semanticTokensProvider",
        "full",
        expected.map(|(words, kind, outdated)| format!("{words} {kind}{}", if outdated == 1 { " deprecated" } else { "" })).join(", "),
    );
    let range = range_of(RICH, "国办发[2018]37号", 0);
    let part = desk.client.request("textDocument/semanticTokens/range", json!({"textDocument": {"uri": desk.uri}, "range": range}));
    assert_eq!(decode(&integers(&part["data"]), RICH), [("国办发[2018]37号".to_owned(), "enumMember".to_owned(), 0)]);
    table.row("semanticTokensProvider", "range: 国办发[2018]37号", "this token alone");
    let changed = RICH.replace("1240件", "12400件");
    desk.replace(2, &changed);
    let params = json!({"textDocument": {"uri": desk.uri}, "previousResultId": full["resultId"]});
    let delta = desk.client.request("textDocument/semanticTokens/full/delta", params);
    let edits = list(&delta["edits"]);
    assert_eq!(edits.len(), 1, "{delta}");
    let (start, gone) = (edits[0]["start"].as_u64().unwrap_or(0) as usize, edits[0]["deleteCount"].as_u64().unwrap_or(0) as usize);
    let mut patched = data;
    patched.splice(start..start + gone, integers(&edits[0]["data"]));
    let fresh = desk.ask("textDocument/semanticTokens/full");
    assert_eq!(patched, integers(&fresh["data"]));
    assert!(decode(&patched, &changed).contains(&("12400".to_owned(), "number".to_owned(), 0)));
    table.row(
        "semanticTokensProvider",
        "full/delta after 1240 → 12400",
        format!("one edit of {gone} integers, which leads to the new tokens"),
    );
    desk.replace(1, RICH);
}

fn formatting(desk: &mut Desk, table: &mut Table) {
    let options = json!({"tabSize": 4, "insertSpaces": true});
    let edits = desk.client.request("textDocument/formatting", json!({"textDocument": {"uri": desk.uri}, "options": options}));
    let formed = RICH.replace("[2018]", "〔2018〕").replace("1200件,", "1200件，").replace("工作\n进展", "工作进展");
    assert_eq!(apply(RICH, &edits), formed);
    table.row("documentFormattingProvider", "the draft", "[2018] → 〔2018〕, 1200件, → 1200件，, the line break within a sentence is gone");
    let range = range_of(RICH, "严格执行", 0);
    let line =
        json!({"start": {"line": range["start"]["line"], "character": 0}, "end": {"line": range["start"]["line"], "character": 200}});
    let params = json!({"textDocument": {"uri": desk.uri}, "range": line, "options": options});
    let edits = desk.client.request("textDocument/rangeFormatting", params);
    assert_eq!(apply(RICH, &edits), RICH.replace("[2018]", "〔2018〕"));
    table.row("documentRangeFormattingProvider", "the paragraph of 国办发[2018]37号", "[2018] → 〔2018〕, and nothing else");
    let uri = desk.uri.replace("2024.md", "numbers.md");
    let numbers = "临水县人民政府关于2024年法治政府建设情况的报告\n一，甲\n（一）、乙\n（二）、丙\n二，丁\n";
    desk.open(&uri, numbers);
    let edits = desk.client.request("textDocument/formatting", json!({"textDocument": {"uri": uri}, "options": options}));
    assert_eq!(apply(numbers, &edits), numbers.replace("），", "）").replace("）、", "）").replace("一，", "一、").replace("二，", "二、"));
    table.row("documentFormattingProvider", "headings 一，（一）、", "一、（一）");
    desk.client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
}
