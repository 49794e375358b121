//! Values that stand in texts: JSON, and what PHP has serialized.

use super::php;
use crate::{
    json::{self, Document, OddityKind, Value},
    report::NoticeCode,
};

/// The value that a text holds, or why it cannot be read as what it looks like. `None` for ordinary texts.
pub fn decoded(text: &str) -> Option<Result<Value<'_>, &'static str>> {
    if let Some(written) = php_in(text) {
        return Some(php::read(written));
    }
    let rest = text.strip_prefix(['{', '['])?;
    match json::read(text) {
        // A value that was cut at the limit is incomplete.
        Ok(Document { value, oddities }) if oddities.iter().all(|oddity| oddity.kind != OddityKind::TooMany) => {
            Some(Ok(value))
        }
        Ok(_) => Some(Err("it has too many values")),
        // `[note] see below` is an ordinary text.
        Err(_) if text.starts_with('{') || rest.trim_start().starts_with(['{', '[', '"']) => {
            Some(Err("it is not quite JSON"))
        }
        Err(_) => None,
    }
}

/// The text that may be PHP's serialized form, without quotation marks around it.
fn php_in(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    php::is_candidate(inner).then_some(inner)
}

/// What was done to a text that holds a value, and why.
pub fn step(text: &str) -> (NoticeCode, &'static str) {
    if php_in(text).is_some() {
        (NoticeCode::PhpDecoded, "the text is a value that PHP has written")
    } else {
        (NoticeCode::JsonDecoded, "the text holds a list or an object")
    }
}

/// Is it surely PHP's serialized form? Then a failure to read it is worth a notice.
pub fn is_serialized(text: &str) -> bool {
    php::is_candidate(text) && text.contains(['{', '"'])
}
