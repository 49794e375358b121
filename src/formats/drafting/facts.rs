//! Facts: the fields that no way has read.

use crate::{
    coerce::{items, whole},
    formats::{
        envelope::{Draft, Reading},
        ways::says,
    },
    json::Value,
    report::NoticeCode,
    scan::{is_one_of, parts},
};

/// Turns the fields that no way has read into facts; those of `spread` entry by entry.
pub fn facts<'v, 'a: 'v>(reading: &mut Reading<'_, 'v, 'a, '_>, draft: &mut Draft<'v>) {
    for field in parts(reading.envelope.spread, b" ") {
        match reading.at(field) {
            Some(Value::Map(entries)) => {
                let is_wrapped = entries.len() > 1
                    && entries.iter().all(|(_, value)| matches!(value, Value::List(one) if one.len() == 1));
                if is_wrapped {
                    reading.note(field, NoticeCode::ListsUnwrapped, "", "every value is a list of one");
                }
                for (key, value) in entries {
                    let held = if is_wrapped { items(value).first().unwrap_or(value) } else { value };
                    draft.fact(key, held.clone());
                }
            }
            Some(other) => draft.fact(field, other.clone()),
            None => {}
        }
    }
    let Value::Map(entries) = reading.object else { return };
    let mut quiet = Vec::new();
    let mut ids = Vec::new();
    for (key, value) in entries.iter().filter(|(_, value)| says(value)) {
        if reading.is_spoken_for(key) {
            if is_one_of(key, reading.envelope.quiet)
                && !reading.mapped.iter().any(|(_, way)| way.split('.').next() == Some(key))
            {
                quiet.push(key.as_ref());
            }
        } else if reading.envelope.is_strict && is_ids(value) {
            ids.push(key.as_ref());
        } else {
            draft.fact(key, value.clone());
        }
    }
    for (names, why) in [(quiet, "programs keep them for themselves"), (ids, "they are numbers of other objects")] {
        if let Some(first) = names.first() {
            let many = [names.len().to_string().as_str(), if names.len() == 1 { " field" } else { " fields" }].concat();
            reading.note(first, NoticeCode::MachineFields, &many, why);
        }
    }
}

/// A list of nothing but numbers.
fn is_ids(value: &Value<'_>) -> bool {
    matches!(value, Value::List(items) if items.iter().all(|item| matches!(item, Value::Number(_)) && whole(item).is_some()))
}
