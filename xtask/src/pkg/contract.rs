//! Files generated from `src/embed/contract.json`: the types of attributes and events, and the manifest of custom
//! elements.

use crate::{
    command::{Outcome, read},
    root,
};
use serde_json::{Value, json};
use std::fmt::Write;

/// The table of attributes, properties and events.
pub fn contract() -> Outcome<Value> {
    serde_json::from_str(&read(&root().join("src/embed/contract.json"))?).map_err(|error| error.to_string())
}

/// `attributes.d.ts`.
pub fn types(contract: &Value) -> String {
    let mut text = String::from("import type { ErrorCode, FallbackReason, Options, Report } from \"./index.js\";\n\n");
    text.push_str(
        "/** What an element is told by attributes, and by properties. */\nexport interface BackmatterAttributes {\n",
    );
    for attribute in rows(contract, "attributes") {
        member(&mut text, attribute, &kind_of(attribute));
    }
    for property in rows(contract, "properties") {
        member(&mut text, property, word(property, "type"));
    }
    text.push_str("}\n\n/** Events; all bubble and are composed. */\nexport interface BackmatterEventMap {\n");
    for event in rows(contract, "events") {
        let _ = writeln!(
            text,
            "  /** {} */\n  \"{}\": CustomEvent<{}>;",
            word(event, "description"),
            word(event, "name"),
            word(event, "detail")
        );
    }
    text + "}\n"
}

/// The names that the elements read: live attributes, and flags (true unless the value is `false`).
pub fn names(contract: &Value) -> String {
    let live: Vec<&Value> = rows(contract, "attributes").filter(|row| row["once"] != true).collect();
    let flags = live.iter().filter(|row| row["kind"] == "flag").map(|row| word(row, "name"));
    let (flags, live) = (flags.collect::<Vec<_>>(), live.iter().map(|row| word(row, "name")).collect::<Vec<_>>());
    format!("export const LIVE = {};\nexport const FLAGS = {};\n", json!(live), json!(flags))
}

fn member(text: &mut String, row: &Value, kind: &str) {
    let _ = writeln!(text, "  /** {} */\n  \"{}\"?: {kind};", word(row, "description"), word(row, "name"));
}

/// The type of an attribute in TSX and templates.
fn kind_of(attribute: &Value) -> String {
    let values: Vec<String> = attribute["values"].as_array().into_iter().flatten().map(Value::to_string).collect();
    match word(attribute, "kind") {
        "flag" => "boolean | \"\" | \"true\" | \"false\"".into(),
        "number" => values.iter().map(|value| format!("{value} | \"{value}\"")).collect::<Vec<_>>().join(" | "),
        "words" => values.join(" | "),
        _ => "string".into(),
    }
}

/// `custom-elements.json`, in the schema of webcomponents.org, version 1.0.0.
pub fn manifest(contract: &Value) -> String {
    let attributes: Vec<Value> = rows(contract, "attributes")
        .map(|row| json!({ "name": row["name"], "description": row["description"], "type": { "text": kind_of(row) } }))
        .collect();
    let members: Vec<Value> = rows(contract, "properties")
        .map(|row| json!({ "kind": "field", "name": row["name"], "description": row["description"], "type": { "text": row["type"] } }))
        .collect();
    let events: Vec<Value> = rows(contract, "events")
        .map(|row| {
            let kind = format!("CustomEvent<{}>", word(row, "detail"));
            json!({ "name": row["name"], "description": row["description"], "type": { "text": kind } })
        })
        .collect();
    let declarations: Vec<Value> = rows(contract, "elements")
        .map(|row| {
            json!({
                "kind": "class", "customElement": true, "name": "PostElement",
                "tagName": row["name"], "description": row["description"],
                "attributes": attributes, "members": members, "events": events,
            })
        })
        .collect();
    let module = json!({ "kind": "javascript-module", "path": "define.js", "declarations": declarations });
    format!("{:#}\n", json!({ "schemaVersion": "1.0.0", "modules": [module] }))
}

fn rows<'v>(contract: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> {
    contract[name].as_array().into_iter().flatten()
}

fn word<'v>(row: &'v Value, name: &str) -> &'v str {
    row[name].as_str().unwrap_or_default()
}
