//! hast, the tree of HTML.

use super::common::PART;
use crate::{
    formats::{
        bodies::{
            marking,
            tree::{Grammar, Node, Rule, Walk, nothing},
        },
        ways::{says, text_of},
    },
    json::Value,
};

/// hast, the tree of HTML.
pub static HAST: Grammar = Grammar {
    name: "hast",
    top: "children",
    kind: "type",
    children: "children",
    text: "value",
    breaks: false,
    flat_lists: false,
    define: nothing,
    marks: marking::none,
    rules: &[
        ("text", Rule::Text),
        ("element mdxjsxflowelement mdxjsxtextelement", Rule::Call(element)),
        ("raw", Rule::Html("value")),
        ("root", PART),
        ("comment doctype", Rule::Nothing),
    ],
};

/// An element of HTML with its attributes.
fn element<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let name = node.word("tagName name").unwrap_or("div").to_ascii_lowercase();
    let mut attributes = Vec::new();
    if let Some(Value::Map(properties)) = node.value.get("properties") {
        for (key, value) in properties.iter().filter(|(_, value)| says(value)) {
            let key = if key == "className" { "class".to_string() } else { key.to_ascii_lowercase() };
            let value = match value {
                Value::List(words) => words.iter().filter_map(text_of).collect::<Vec<_>>().join(" "),
                Value::Bool(_) => String::new(),
                other => text_of(other).unwrap_or_default().to_string(),
            };
            attributes.push((key, value));
        }
    }
    walk.open(&name, attributes);
    walk.inside(node);
}
