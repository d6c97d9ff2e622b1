//! Diagnostics: pulled and pushed, with their links, other places and tags.

use super::{Table, list, text};
use crate::desk::{Desk, RICH};
use crate::text::{position, under};
use serde_json::{Value, json};

/// Rule, severity and place of every finding.
const FOUND: &[(&str, i64, &str)] = &[
    ("structure/missing-section", 1, "临水县人民政府关于2024年法治政府建设情况的报告"),
    ("structure/missing-section", 1, "临水县人民政府关于2024年法治政府建设情况的报告"),
    ("reference/plan-over", 2, "《法治政府建设实施纲要（2015—2020年）》"),
    ("reference/number-form", 2, "国办发[2018]37号"),
    ("arithmetic/partition", 2, "30件"),
    ("arithmetic/rate", 1, "97.55%"),
    ("arithmetic/rate", 3, "91%"),
    ("wording/half-width", 4, ","),
    ("structure/number-gap", 2, "三、"),
    ("structure/placeholder", 2, "××"),
];

pub(super) fn rows(desk: &mut Desk, table: &mut Table) {
    let report = desk.ask("textDocument/diagnostic");
    let items = list(&report["items"]);
    let seen: Vec<_> =
        items.iter().map(|item| (text(item, "code"), item["severity"].as_i64().unwrap_or(0), under(RICH, &item["range"]))).collect();
    assert_eq!(seen, FOUND);
    for item in items {
        assert!(text(&item["codeDescription"], "href").ends_with(&format!("docs/rules/{}.md", text(item, "code"))), "{item}");
        assert_eq!(item["source"], "核稿");
    }
    table.row(
        "diagnosticProvider",
        "textDocument/diagnostic",
        format!("all {} findings by rule, severity and place, each with the link to its page", items.len()),
    );
    let find = |code: &str| items.iter().find(|item| item["code"] == code).expect("it is among them");
    let others = |item: &Value| {
        list(&item["relatedInformation"]).iter().map(|one| under(RICH, &one["location"]["range"]).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(others(find("arithmetic/partition")), ["12件", "10件", "9件"]);
    assert_eq!(others(find("arithmetic/rate")), ["1209件", "1240件"]);
    assert_eq!(find("reference/plan-over")["tags"], json!([2]));
    assert!(items.iter().filter(|item| item["tags"] == json!([2])).count() == 1);
    table.row(
        "diagnosticProvider",
        "the same",
        "related places: 30件 → 12件, 10件, 9件; 97.55% → 1209件, 1240件; only the plan that is over is struck through",
    );
    let params = json!({"textDocument": {"uri": desk.uri}, "previousResultId": report["resultId"]});
    let again = desk.client.request("textDocument/diagnostic", params);
    assert_eq!(again, json!({"kind": "unchanged", "resultId": report["resultId"]}));
    table.row("diagnosticProvider", "the same with its result id", "unchanged");
    pushed(items, table);
    encodings(table);
    let mut english = Desk::start(None, Value::Null, |params| params["locale"] = json!("en-US"));
    english.open(&english.uri.clone(), RICH);
    let report = english.ask("textDocument/diagnostic");
    let rate = list(&report["items"]).iter().find(|item| item["code"] == "arithmetic/rate").expect("it is found").clone();
    assert!(text(&rate, "message").contains("1209 ÷ 1240 = 97.50%") && text(&rate, "message").contains("operands"), "{rate}");
    english.leave();
    table.row("diagnosticProvider", "locale en-US", text(&rate, "message"));
}

/// A client that does not pull is told; the same, with the version, and cleared on close.
fn pushed(pulled: &[Value], table: &mut Table) {
    let mut desk = Desk::start(None, Value::Null, |params| {
        params["capabilities"]["textDocument"].as_object_mut().expect("capabilities").remove("diagnostic");
    });
    assert!(desk.declared.get("diagnosticProvider").is_none());
    desk.open(&desk.uri.clone(), RICH);
    let published = desk.client.expect("textDocument/publishDiagnostics");
    assert_eq!((&published["uri"], &published["version"]), (&json!(desk.uri), &json!(1)));
    let bare = |items: &[Value]| {
        items.iter().map(|item| (item["code"].clone(), item["range"].clone(), item["message"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(bare(list(&published["diagnostics"])), bare(pulled));
    desk.replace(2, RICH);
    desk.ask("hegao/checklist");
    assert!(desk.client.take("textDocument/publishDiagnostics").is_empty(), "nothing has changed");
    desk.client.notify("textDocument/didClose", json!({"textDocument": {"uri": desk.uri}}));
    assert_eq!(desk.client.expect("textDocument/publishDiagnostics")["diagnostics"], json!([]));
    desk.client.finish_after(&["hegao/status"]);
    table.row(
        "diagnosticProvider",
        "a client that does not pull",
        "textDocument/publishDiagnostics: the same findings, version 1; nothing where nothing changed; cleared on close",
    );
}

/// The unit of columns is the client's.
fn encodings(table: &mut Table) {
    let at = RICH.find("97.55%").expect("it is there");
    let mut columns = Vec::new();
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut desk = Desk::start(None, Value::Null, |params| params["capabilities"]["general"]["positionEncodings"] = json!([encoding]));
        assert_eq!(desk.declared["positionEncoding"], encoding);
        // The columns differ only behind a character outside the first plane.
        let wide = RICH.replace("（二）化解", "（二）化𪟝解");
        desk.open(&desk.uri.clone(), &wide);
        let report = desk.ask("textDocument/diagnostic");
        let rate = list(&report["items"]).iter().find(|item| item["code"] == "arithmetic/rate").expect("it is found").clone();
        let start = at + "𪟝".len();
        assert_eq!(rate["range"]["start"], position(&wide, start, encoding));
        assert_eq!(rate["range"]["end"], position(&wide, start + "97.55%".len(), encoding));
        columns.push(format!("{encoding} {}", rate["range"]["start"]["character"]));
        desk.leave();
    }
    table.row("positionEncoding", "utf-8, utf-16, utf-32", format!("97.55% begins at column {}", columns.join(", ")));
}
