//! A quick check for programs that read only the native format: may the input be in another one?

use crate::{coerce::field, json::Value, scan::is_one_of};

/// Keys of other formats. An object with one of them, and without a native body, goes to the program that reads every
/// format. If it is native after all, it comes back unchanged.
const KEYS: &str = "@context @graph _links _type blockName blocks body_html body_markdown comment_id content content_html data db \
                    documentId excerpt html items lexical mobiledoc nodeType pages posts root sections sys text type type_of \
                    uuid version markdown code children";

/// May it be in another format?
pub fn is_foreign(value: &Value<'_>) -> bool {
    let Value::Map(entries) = value else { return false };
    let (title, body) = (field(value, "title"), field(value, "body"));
    match value.get("format") {
        Some(Value::Text(name)) if name.starts_with("backmatter/") => return false,
        Some(Value::Text(_)) if body.is_none() => return true,
        _ => {}
    }
    match (title, body) {
        // WordPress has its texts in `rendered`.
        (Some(title @ Value::Map(_)), _) if title.get("rendered").is_some() => true,
        (_, Some(body)) => is_foreign_body(body),
        (_, None) => entries.iter().any(|(key, _)| is_one_of(key, KEYS)),
    }
}

/// A native body is a text of plain paragraphs, or blocks that each have a `type` beside what they hold.
fn is_foreign_body(body: &Value<'_>) -> bool {
    match body {
        Value::Text(text) => is_html(text),
        Value::List(blocks) => blocks.first().is_some_and(is_foreign_block),
        Value::Map(_) => is_foreign_block(body),
        _ => false,
    }
}

fn is_foreign_block(block: &Value<'_>) -> bool {
    ["_type", "blockName", "children", "data", "content", "blocks", "root", "nodeType"]
        .into_iter()
        .any(|key| block.get(key).is_some())
}

/// Does a text begin with a tag and end with one?
pub fn is_html(text: &str) -> bool {
    let text = text.trim();
    let begins = text
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_alphabetic() || char == '!'));
    begins && text.ends_with('>')
}
