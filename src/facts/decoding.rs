//! Values that stand in texts: JSON, and what PHP has serialized.

use super::php;
use crate::{
    json::{self, Document, OddityKind, Value},
    report::NoticeCode,
};

/// The value that a text holds, or why it cannot be read as what it looks like. `None` for ordinary texts.
pub fn decoded(text: &str) -> Option<Result<Value<'_>, &'static str>> {
    if php::is_candidate(text) {
        return Some(php::read(text));
    }
    let rest = text.strip_prefix(['{', '['])?;
    match json::read(text) {
        // One that was cut short is no whole value.
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

/// What was done to a text that holds a value, and why.
pub fn step(text: &str) -> (NoticeCode, &'static str) {
    if php::is_candidate(text) {
        (NoticeCode::PhpDecoded, "the text is a value that PHP has written")
    } else {
        (NoticeCode::JsonDecoded, "the text holds a list or an object")
    }
}

/// Did PHP mean to write it? Then it is worth a notice that it cannot be read.
pub fn is_serialized(text: &str) -> bool {
    php::is_candidate(text) && text.contains(['{', '"'])
}
