//! The words of a value, for search: of posts in any format, without reading them as posts.

use crate::{facts::decoded_references, json::Value};

/// Fields whose texts no reader sees, or that are about other posts.
const SKIPPED: [&str; 28] = [
    "type",
    "format",
    "key",
    "id",
    "uuid",
    "guid",
    "slug",
    "src",
    "href",
    "url",
    "srcset",
    "sizes",
    "style",
    "class",
    "marks",
    "nodeType",
    "mode",
    "direction",
    "tagName",
    "blockName",
    "similar",
    "candidates",
    "related",
    "links",
    "lang",
    "dir",
    "published",
    "modified",
];

/// The texts in a value, one in each line. Tags are left out, and so are addresses.
pub fn plain(value: &Value<'_>) -> String {
    let mut text = String::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Text(given) | Value::Number(given) => push(&mut text, given),
            Value::List(items) => open.extend(items.iter().rev()),
            Value::Map(fields) => {
                let shown = fields.iter().rev().filter(|(key, _)| !key.starts_with('_') && !SKIPPED.contains(&&**key));
                open.extend(shown.map(|(_, value)| value));
            }
            Value::Null | Value::Bool(_) | Value::Raw(_) => {}
        }
    }
    text
}

fn push(text: &mut String, given: &str) {
    let is_address = !given.contains(char::is_whitespace) && (given.contains("://") || given.starts_with('/'));
    // A body that an editor keeps as JSON; systems that do so give the same words as text or HTML, too.
    let is_json = ["{\"", "[{", "[["].iter().any(|begin| given.starts_with(begin));
    if is_address || is_json || given.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    if given.contains('<') {
        text.push_str(&without_tags(given));
    } else {
        text.push_str(decoded_references(given).as_deref().unwrap_or(given));
    }
}

/// The text of HTML. What it is for needs no parser: a `<` in a text costs the words up to the next `>`.
pub fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    decoded_references(&text).unwrap_or(text)
}
