//! Ways: dotted paths into an input, such as `title.rendered`. The first with a value is taken, and named in reports.

use super::marks::child;
use crate::{coerce::items, json::Value, scan::parts};

/// The value at one way; a lone point is the value itself.
pub fn at<'v, 'a>(value: &'v Value<'a>, way: &str) -> Option<&'v Value<'a>> {
    let mut found = value;
    for step in way.split('.').filter(|step| !step.is_empty()) {
        found = child(found, step)?;
    }
    Some(found)
}

/// The first of several ways, separated by spaces, that leads to a value, and that value.
pub fn first<'v, 'a>(value: &'v Value<'a>, ways: &'static str) -> Option<(&'static str, &'v Value<'a>)> {
    parts(ways, b" ")
        .filter(|way| !way.is_empty())
        .find_map(|way| Some((way, at(value, way).filter(|value| says(value))?)))
}

/// Does a value hold anything? PHP writes an empty value as `false`, `""` or `[]`.
pub fn says(value: &Value<'_>) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::Text(text) => !text.trim().is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Map(entries) => !entries.is_empty(),
        Value::Bool(true) | Value::Number(_) | Value::Raw(_) => true,
    }
}

/// A text, or the text in a list of one or in an object that holds one in some language.
pub fn text_of<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text.as_ref()),
        Value::List(_) => items(value).first().and_then(|first| match (first, first.get("text")) {
            (Value::Text(text) | Value::Number(text), _) | (_, Some(Value::Text(text))) => Some(text.as_ref()),
            _ => None,
        }),
        Value::Map(entries) => {
            let named = ["rendered", "value", "html", "name", "title"].into_iter().find_map(|name| value.get(name));
            let only = if let [(_, only)] = entries.as_slice() { Some(only) } else { None };
            match named.or(only) {
                Some(Value::Text(text) | Value::Number(text)) => Some(text.as_ref()),
                _ => None,
            }
        }
        _ => None,
    }
}
