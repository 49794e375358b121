//! What an input holds, before any of it is read: its format, and its posts one by one.

use super::{
    Detection,
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
/// ```
/// use backmatter::{Options, formats::posts};
///
/// let list = r#"[{ "title": "Low water" }, { "title": "High water" }]"#;
/// assert_eq!(posts(list, &Options::default())?.len(), 2);
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
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

/// The whole input with one post in place of all. Other fields are kept unless they are long.
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

/// The format of an input, how surely it is this one, and why.
///
/// ```
/// use backmatter::{Options, formats::identify};
///
/// let found = identify("<p>The ferry leaves at five.</p>", &Options::default())?;
/// assert_eq!(found.format, "html");
/// # Ok::<(), backmatter::report::Failure>(())
/// ```
///
/// # Errors
/// When the input is neither JSON nor JSON Lines nor HTML nor plain text.
pub fn identify(text: &str, options: &Options) -> Result<Detection, Failure> {
    let source = Source::read(text, options.format.as_deref())?;
    Ok(identify_value(&source.value, options.format.as_deref()))
}

/// The format of parsed JSON. A format that the host names wins over detection.
pub fn identify_value(value: &Value<'_>, asked: Option<&str>) -> Detection {
    detection::find(value, asked).detection
}

/// The common name of each format.
const NAMES: [(&str, &str); 21] = [
    ("backmatter/1", "Backmatter"),
    ("wordpress", "WordPress REST"),
    ("jsonfeed", "JSON Feed"),
    ("ghost", "Ghost"),
    ("portable-text", "Portable Text (Sanity)"),
    ("editorjs", "Editor.js"),
    ("prosemirror", "ProseMirror or TipTap"),
    ("lexical", "Lexical (Payload)"),
    ("gutenberg", "WordPress blocks"),
    ("strapi", "Strapi"),
    ("slate", "Slate"),
    ("contentful", "Contentful"),
    ("mobiledoc", "Mobiledoc (Ghost)"),
    ("mdast", "mdast (Markdown)"),
    ("hast", "hast (HTML)"),
    ("forem", "Forem (DEV)"),
    ("mf2", "microformats2"),
    ("json-ld", "schema.org (JSON-LD)"),
    ("html", "HTML"),
    ("text", "plain text"),
    ("", "no format that is known"),
];

/// The common name of a format.
pub fn proper_name(format: &str) -> &str {
    NAMES.iter().find(|(name, _)| *name == format).map_or(format, |(_, name)| *name)
}
