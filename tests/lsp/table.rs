//! The table of what the server does in an editor, row by row on one draft: what was asked, and what the answer said. Everything that the
//! server declares has its row. `cargo test -p hegao --test lsp table -- --nocapture` prints it.

mod completion;
mod findings;
mod fixes;
mod reading;
mod structure;
mod workspace;

use crate::desk::Desk;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The rows so far.
#[derive(Default)]
struct Table {
    rows: Vec<[String; 3]>,
    /// The capabilities, by their names in the protocol.
    covered: BTreeSet<&'static str>,
}

impl Table {
    /// Adds a row: the capability, what was asked, and what was asserted of the answer.
    fn row(&mut self, capability: &'static str, asked: impl Into<String>, asserted: impl Into<String>) {
        self.covered.insert(capability);
        let one_line = |text: String| text.replace('\n', "⏎").replace('|', "\\|");
        self.rows.push([capability.to_owned(), one_line(asked.into()), one_line(asserted.into())]);
    }

    fn print(&self) {
        println!("| capability | asked | asserted |\n|---|---|---|");
        for [capability, asked, asserted] in &self.rows {
            println!("| {capability} | {asked} | {asserted} |");
        }
    }
}

#[test]
fn every_row_of_the_table_is_answered() {
    let mut table = Table::default();
    let settings = json!({"inlayHints": {"computed": true, "holds": true}});
    let mut desk = Desk::start(None, settings, |_| ());
    desk.open(&desk.uri.clone(), crate::desk::RICH);
    findings::rows(&mut desk, &mut table);
    reading::rows(&mut desk, &mut table);
    structure::rows(&mut desk, &mut table);
    fixes::rows(&mut desk, &mut table);
    completion::rows(&mut desk, &mut table);
    // These change the draft and its surroundings.
    workspace::rows(&mut desk, &mut table);
    table.print();
    let declared: BTreeSet<&str> = desk.declared.as_object().expect("capabilities").keys().map(String::as_str).collect();
    let missing: Vec<_> = declared.difference(&table.covered).collect();
    assert!(missing.is_empty(), "declared, and not in the table: {missing:?}");
    desk.client.finish_after(&["hegao/status", "workspace/diagnostic/refresh"]);
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key}: {value}"))
}
