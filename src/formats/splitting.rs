//! One input with several posts → one text a post.

use super::{
    detection::{self, is_body},
    refusals::refused,
    source::Source,
    ways::at,
};
use crate::{
    coerce::items,
    json::{self, Value},
    options::Options,
    report::Failure,
};

/// The posts of an input, each as a text that is read like the whole: a list, a feed, a response with several.
///
/// # Errors
/// When the input cannot be read.
pub fn posts(text: &str, options: &Options) -> Result<Vec<String>, Failure> {
    let source = Source::read(text, options.format.as_deref())?;
    let value = &source.value;
    refused(value)?;
    let found = detection::find(value, options.format.as_deref());
    let held = at(value, found.way).unwrap_or(value);
    match held {
        Value::Text(_) => Ok(vec![text.to_string()]),
        Value::List(all) if !is_body(&found) => Ok(all.iter().map(|one| alone(value, found.way, one)).collect()),
        _ => Ok(vec![json::write(value)]),
    }
}

/// The whole with one post in place of all; what stands beside them stays, but for what is long.
fn alone(whole: &Value<'_>, way: &str, post: &Value<'_>) -> String {
    let key = way.split('.').next().unwrap_or(way);
    match whole {
        Value::Map(entries) if way == key => {
            let kept = entries.iter().filter(|(name, value)| name == key || is_short(value));
            let kept = kept.map(|(name, value)| {
                (name.clone(), if name == key { Value::List(vec![post.clone()]) } else { value.clone() })
            });
            json::write(&Value::Map(kept.collect()))
        }
        _ => json::write(post),
    }
}

fn is_short(value: &Value<'_>) -> bool {
    match value {
        Value::List(all) => all.len() < 50,
        Value::Map(entries) => entries.iter().all(|(_, value)| items(value).len() < 500),
        _ => true,
    }
}
