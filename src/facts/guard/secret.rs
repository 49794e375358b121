//! Which keys name secrets.

use crate::{facts::keys::Key, json::Value, model::MASK};

/// Is `value` a secret by the name of its key? Yes, no and nothing are none: `has_password` tells no password.
pub(super) fn is_secret(key: &str, value: &Value<'_>) -> bool {
    match value {
        Value::Null | Value::Bool(_) => false,
        Value::Text(text) if text.is_empty() || text == MASK => false,
        Value::Text(text) if crate::facts::is_number(text) => Key::new(key).is_secret_number(),
        Value::Number(_) => Key::new(key).is_secret_number(),
        _ => Key::new(key).is_secret(),
    }
}

/// Does a text that cannot be read name a secret anywhere?
pub(super) fn is_named_in(text: &str) -> bool {
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    text.match_indices(['"', '\'', ':', '=']).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        Key::new(before.rsplit(|char| !is_name(char)).next().unwrap_or_default()).is_secret()
    })
}
