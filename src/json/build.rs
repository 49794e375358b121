//! Builds values for output: objects without empty entries.

use super::Value;

/// A text.
pub fn text(text: &str) -> Value<'_> {
    Value::Text(text.into())
}

/// An address as a text; `null` where there is none.
pub fn url<U: AsRef<str>>(url: Option<&U>) -> Value<'_> {
    url.map_or(Value::Null, |url| text(url.as_ref()))
}

/// An object without its empty entries; `null` when none is left.
pub fn map<'v>(entries: &mut [(&'static str, Value<'v>)]) -> Value<'v> {
    let is_filled = |value: &Value<'_>| match value {
        Value::Null => false,
        Value::Text(text) => !text.is_empty(),
        Value::List(items) => !items.is_empty(),
        _ => true,
    };
    let filled = entries.iter_mut().filter(|(_, value)| is_filled(value));
    let entries: Vec<_> = filled.map(|(key, value)| ((*key).into(), std::mem::replace(value, Value::Null))).collect();
    if entries.is_empty() { Value::Null } else { Value::Map(entries) }
}
