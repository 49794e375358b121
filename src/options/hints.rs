//! A host's settings for meta fields.

use super::text_of;
use crate::{
    coerce::{field, flag, whole},
    json::Value,
    model::Kind,
};
use std::borrow::Cow;

/// A host's settings for one meta field; they win over what the key suggests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hint {
    /// The key it is about.
    pub key: String,
    /// The name to show.
    pub label: Option<String>,
    /// How to read the value.
    pub kind: Option<Kind>,
    /// Fields with an order come first, smallest first.
    pub order: Option<u32>,
    /// The group that shows it.
    pub group: Option<String>,
    /// Is it hidden? `Some(false)` shows a field that would otherwise count as internal.
    pub hidden: Option<bool>,
    /// Words for values, as `{ "1": "paid", "0": "free" }`.
    pub labels: Vec<(String, String)>,
}

/// Reads `{ key: hint }`.
pub(super) fn hints(value: &Value<'_>) -> Vec<Hint> {
    let Value::Map(entries) = value else { return Vec::new() };
    let hint = |(key, value): &(Cow<'_, str>, Value<'_>)| Hint {
        key: key.to_string(),
        label: field(value, "label").and_then(text_of),
        kind: field(value, "kind").and_then(text_of).and_then(|kind| Kind::parse(&kind)),
        order: field(value, "order").and_then(whole),
        group: field(value, "group").and_then(text_of),
        hidden: field(value, "hidden").and_then(flag),
        labels: field(value, "labels").map(words).unwrap_or_default(),
    };
    entries.iter().map(hint).collect()
}

fn words(value: &Value<'_>) -> Vec<(String, String)> {
    let Value::Map(entries) = value else { return Vec::new() };
    entries.iter().filter_map(|(key, word)| Some((key.to_string(), text_of(word)?))).collect()
}
