//! What is read at a place: hover, inlay hints, code lens, definition, references, highlights, links.

use super::{Table, list, text};
use crate::desk::{Desk, RICH};
use crate::text::{apply, offset, range_of, under};
use serde_json::{Value, json};

pub(super) fn rows(desk: &mut Desk, table: &mut Table) {
    let hover = |desk: &mut Desk, words: &str| desk.ask_at("textDocument/hover", words);
    let figure = hover(desk, "1240件");
    let says = text(&figure["contents"], "value");
    assert!(says.starts_with("**1240件** · 全县人民调解组织受理纠纷"), "{says}");
    assert!(says.contains("`1209 ≤ 1240` 相符") && says.contains("`1209 ÷ 1240 = 97.50%` 不符，应为 **97.50%**"), "{says}");
    assert_eq!(under(RICH, &figure["range"]), "1240件");
    table.row("hoverProvider", "1240件", says);
    let law = hover(desk, "行政处罚法");
    let says = text(&law["contents"], "value");
    assert!(says.contains("报告期内有效（自2021-07-15）") && says.contains("全国人大") && says.contains("施行：1996-10-01"), "{says}");
    assert_eq!(under(RICH, &law["range"]), "《中华人民共和国行政处罚法》");
    table.row("hoverProvider", "《中华人民共和国行政处罚法》", says);
    let over = hover(desk, "《法治政府建设实施纲要");
    let says = text(&over["contents"], "value");
    assert!(says.contains("2020-12-31") && says.contains("中发〔2015〕36号") && says.contains("2021－2025年"), "{says}");
    table.row("hoverProvider", "《法治政府建设实施纲要（2015—2020年）》", says);
    hints(desk, table);
    let lens = desk.ask("textDocument/codeLens");
    assert_eq!(list(&lens).len(), 1);
    assert_eq!(
        lens[0]["command"],
        json!({"title": "法定内容 2/4 · 勾稽关系 8 项，3 项不符 · 引用 5 件，1 件失效", "command": "hegao.checkDocument", "arguments": [desk.uri]})
    );
    assert_eq!(under(RICH, &lens[0]["range"]), "临水县人民政府关于2024年法治政府建设情况的报告");
    table.row("codeLensProvider", "the draft", text(&lens[0]["command"], "title"));
    // The answer is of the text as it is when it is asked for, never of the one before.
    desk.replace(2, &RICH.replace("97.55%", "97.50%"));
    let lens = desk.ask("textDocument/codeLens");
    assert!(text(&lens[0]["command"], "title").contains("勾稽关系 8 项，2 项不符"), "{lens}");
    desk.replace(1, RICH);
    table.row("codeLensProvider", "at once after 97.55% → 97.50%", text(&lens[0]["command"], "title"));
    going(desk, table);
}

fn hints(desk: &mut Desk, table: &mut Table) {
    let whole = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let ask = |desk: &mut Desk, range: &Value| {
        desk.client.request("textDocument/inlayHint", json!({"textDocument": {"uri": desk.uri}, "range": range}))
    };
    let hints = ask(desk, &whole);
    let expected = [
        ("97.55%", "应为 97.50%", "比率: 1209 ÷ 1240 = 97.50%"),
        ("91%", "应为 90%", "比率: 450 ÷ 500 = 90%"),
        ("400卷", "✓", "分项合计: 150 + 240 + 10 = 400"),
        ("37.5%", "✓", "比率: 150 ÷ 400 = 37.5%"),
        ("20%", "✓", "增减: 300 ÷ (1200 + 300) = −20%"),
    ];
    assert_eq!(list(&hints).len(), expected.len(), "{hints}");
    for (hint, (figure, label, tip)) in list(&hints).iter().zip(expected) {
        assert!(RICH[..offset(RICH, &hint["position"])].ends_with(figure), "{figure}: {hint}");
        assert_eq!((text(hint, "label"), text(hint, "tooltip")), (label, tip));
    }
    let seen = expected.map(|(figure, label, _)| format!("{figure} {label}")).join(", ");
    assert_eq!(apply(RICH, &hints[0]["textEdits"]), RICH.replace("97.55%", "97.50%"));
    table.row("inlayHintProvider", "the draft", format!("{seen}; the edit of the first writes 97.50%"));
    let part = ask(desk, &range_of(RICH, "仲裁机构受理案件500件，办结450件，办结率91%", 0));
    assert_eq!(list(&part).iter().map(|hint| text(hint, "label")).collect::<Vec<_>>(), ["应为 90%"]);
    table.row("inlayHintProvider", "one sentence", "only 91% 应为 90%");
    for (setting, labels) in [
        (json!({"computed": true, "holds": false}), vec!["应为 97.50%", "应为 90%"]),
        (json!({"computed": false, "holds": true}), vec!["✓", "✓", "✓"]),
    ] {
        let mut other = Desk::start(None, json!({"inlayHints": setting}), |_| ());
        other.open(&other.uri.clone(), RICH);
        let hints = ask(&mut other, &whole);
        assert_eq!(list(&hints).iter().map(|hint| text(hint, "label")).collect::<Vec<_>>(), labels);
        other.leave();
        table.row("inlayHintProvider", format!("settings {setting}"), labels.join(", "));
    }
}

fn going(desk: &mut Desk, table: &mut Table) {
    let places = |answer: &Value| list(answer).iter().map(|place| under(RICH, &place["range"]).to_owned()).collect::<Vec<_>>();
    let rate = desk.ask_at("textDocument/definition", "97.55%");
    assert_eq!((places(&rate), &rate[0]["uri"]), (vec!["1240件".to_owned(), "1209件".to_owned()], &json!(desk.uri)));
    table.row("definitionProvider", "97.55%", "1240件, 1209件");
    let later = range_of(RICH, "对照《办法》", 0)["end"].clone();
    let inside = json!({"line": later["line"], "character": later["character"].as_u64().unwrap_or(0) - 2});
    let short = desk.client.request("textDocument/definition", json!({"textDocument": {"uri": desk.uri}, "position": inside}));
    assert_eq!((under(RICH, &short[0]["range"]), &short[0]["range"]["start"]["line"]), ("办法", &json!(2)));
    table.row("definitionProvider", "对照《办法》", "以下简称《办法》 in line 3");
    let references = desk.ask_at("textDocument/references", "30件");
    assert_eq!(places(&references), ["30件", "12件", "10件", "9件"]);
    table.row("referencesProvider", "30件", "30件, 12件, 10件, 9件");
    let highlights = desk.ask_at("textDocument/documentHighlight", "1209件");
    let kinds: Vec<_> = list(&highlights).iter().map(|one| (under(RICH, &one["range"]), one["kind"].as_i64().unwrap_or(0))).collect();
    assert_eq!(kinds, [("1240件", 2), ("1209件", 3), ("97.55%", 3)]);
    table.row("documentHighlightProvider", "1209件", "read 1240件; claims 1209件 (at most 1240) and 97.55%");
    let links = desk.ask("textDocument/documentLink");
    let seen: Vec<(&str, String)> =
        list(&links).iter().map(|link| (under(RICH, &link["range"]), text(link, "target").replace(&desk.uri, ""))).collect();
    assert_eq!(seen, [("附件2", "#L20".to_owned()), ("第三部分", "#L13".to_owned()), ("《办法》", "#L3".to_owned())]);
    table.row(
        "documentLinkProvider",
        "the draft",
        "附件2 → line 20, 第三部分 → line 13, 《办法》 → line 3 (to a page: links_lead_within_the_draft…)",
    );
}
