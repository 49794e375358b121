//! Meta values → typed facts. The key suggests the kind, never the value alone; hints of the host take precedence.
//!
//! | step | what it does | where |
//! |---|---|---|
//! | guard | masks addresses and secrets, before any other step | [`guard`] |
//! | mend | undoes what content systems do to values on their way | [`mend`], [`php`], [`entities`] |
//! | read | a value and the kind that its key suggests → a fact | [`reading`] |
//! | sort | groups, order, empty and internal fields | [`progress`], [`sorting`], [`groups`] |
//!
//! A value that does not fit the kind of its key keeps its own shape: a text stays a text, a number a number. Nothing
//! is lost; what is not shown is counted, and is in the JSON of the box.

mod decoding;
mod entities;
mod groups;
mod guard;
mod keys;
mod lexicon;
mod mend;
mod parts;
mod php;
mod progress;
mod reading;
mod sorting;

pub use entities::decoded as decoded_references;
pub use keys::{humanised, kind_of};
pub use progress::Progress;

use crate::{context::Context, json::Value, model::Facts, options::Options, report::Path};

/// Metas with more fields than this are read and painted in parts, and have no groups.
pub const AT_ONCE: usize = 1_000;

/// Levels of nested facts, including values in texts; deeper ones are shown as JSON.
const DEPTH: usize = 8;

/// Is a meta not empty? PHP writes an empty object as `[]`, `false` or "". Whether any field is shown is only known
/// after reading it.
pub fn is_given(value: &Value<'_>, options: &Options) -> bool {
    let says = |value: &Value<'_>| match value {
        Value::Null => false,
        Value::Text(text) => !text.is_empty(),
        Value::List(items) => !items.is_empty(),
        Value::Map(entries) => !entries.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Raw(_) => true,
    };
    match value {
        Value::Bool(flag) => *flag,
        Value::List(rows) => rows.iter().any(says),
        Value::Map(entries) => {
            entries.iter().any(|(key, value)| says(value) && (!key.starts_with('_') || options.hint(key).is_some()))
        }
        other => says(other),
    }
}

/// Reads a meta value: an object with any keys, a list of `{ key, label, value, kind }`, or any other value.
pub fn read(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Facts {
    let mut facts = Facts::default();
    let mut progress = Progress::default();
    while progress.go_on(&mut facts, value, context, path, usize::MAX) {}
    facts
}

/// Is a meta short enough to be read and painted at once?
pub fn is_short(value: &Value<'_>) -> bool {
    let fields = match value {
        Value::Map(entries) => entries.len(),
        Value::List(items) => items.len(),
        _ => 1,
    };
    fields <= AT_ONCE
}

/// Digits, with a sign, a point or an exponent as JSON writes them.
fn is_number(word: &str) -> bool {
    // Fast path for most texts.
    if !matches!(word.as_bytes(), [b'-' | b'0'..=b'9', ..]) {
        return false;
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (number, exponent) =
        unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(number, rest)| (number, Some(rest)));
    let (whole, part) = number.split_once('.').map_or((number, None), |(whole, part)| (whole, Some(part)));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && part.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}
