//! Reads values as data writes them. Names may be spelled in any case style. A single value is accepted where a list is
//! expected, and a text where a number is. `null` counts as missing.

use crate::{json::Value, scan::parts};
use std::borrow::Cow;

/// Other names for the same fields, seen on real sites, separated by spaces.
pub const ALSO: &[(&str, &str)] = &[
    ("intro", "introduction excerpt summary description subtitle"),
    ("published", "date published_at created_at"),
    ("modified", "updated updated_at modified_at"),
    ("authors", "author"),
    ("images", "image gallery cover cover_image"),
    ("meta", "post_meta"),
    ("src", "url"),
    ("placeholder", "blur_hash thumbhash avg_color color"),
];

/// The last value in `map` that is not `null` and whose key is `name`, or another name for it, in any spelling.
pub fn field<'v, 'a>(map: &'v Value<'a>, name: &str) -> Option<&'v Value<'a>> {
    let Value::Map(entries) = map else { return None };
    named(entries, name).or_else(|| {
        let (_, others) = ALSO.iter().find(|(known, _)| *known == name)?;
        parts(others, b" ").find_map(|other| named(entries, other))
    })
}

fn named<'v, 'a>(entries: &'v [(Cow<'a, str>, Value<'a>)], name: &str) -> Option<&'v Value<'a>> {
    let mut last_first = entries.iter().rev();
    let found = last_first.find(|(key, value)| !matches!(value, Value::Null) && same_name(key, name));
    found.map(|(_, value)| value)
}

/// Are these the same name, written in `camelCase`, `snake_case`, `kebab-case` or with spaces?
pub fn same_name(key: &str, name: &str) -> bool {
    key == name || (key.len().abs_diff(name.len()) < 4 && begins_alike(key, name) && folded(key).eq(folded(name)))
}

/// A quick test that most names fail: do both begin with the same letter, or does one begin with no letter?
fn begins_alike(key: &str, name: &str) -> bool {
    match (key.as_bytes(), name.as_bytes()) {
        ([one, ..], [other, ..]) if one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric() => {
            one.eq_ignore_ascii_case(other)
        }
        _ => true,
    }
}

fn folded(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b' ')).map(|byte| byte.to_ascii_lowercase())
}

/// The items of a list. A single value is accepted where a list is expected; `null`, `false` and `""` are empty lists.
pub fn items<'v, 'a>(value: &'v Value<'a>) -> &'v [Value<'a>] {
    match value {
        Value::List(items) => items,
        Value::Null | Value::Bool(false) => &[],
        Value::Text(text) if text.trim().is_empty() => &[],
        one => std::slice::from_ref(one),
    }
}

/// A whole number from 0, from a number or a text of digits.
pub fn whole(value: &Value<'_>) -> Option<u32> {
    match value {
        Value::Number(digits) | Value::Text(digits) => digits.trim().parse().ok(),
        _ => None,
    }
}

/// A flag: a boolean, 0 or 1, or a word such as `yes` or `off`.
pub fn flag(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(word) | Value::Text(word) => match word.trim().to_ascii_lowercase().as_str() {
            "1" | "true" | "yes" | "on" => Some(true),
            "0" | "false" | "no" | "off" | "" => Some(false),
            _ => None,
        },
        _ => None,
    }
}
