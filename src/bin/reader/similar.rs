//! The posts of the library that are like the one that is read.

use crate::library::{Entry, Library};
use backmatter::{
    coerce::field,
    formats::document,
    json::{self, Value},
};

/// How many posts are compared with one; the strip shows the best.
const COMPARED: usize = 40;

/// A post with others of the library as its candidates, as JSON. Empty for a post that has a strip of its own, or that stands
/// alone.
pub fn similar(library: &Library, place: usize) -> String {
    let Some(entry) = library.entries.get(place).filter(|entry| !has_strip(entry)) else { return String::new() };
    let found = library.index.like(place, COMPARED).into_iter().filter_map(|other| library.entries.get(other));
    let candidates: Vec<Value<'static>> = found.map(candidate).collect();
    if candidates.is_empty() {
        return String::new();
    }
    let mut own = fields(entry);
    own.push(("meta", map(vec![("tags", texts(&entry.tags))])));
    own.push(("candidates", Value::List(candidates)));
    json::write(&map(own))
}

fn has_strip(entry: &Entry) -> bool {
    let names = ["similar", "candidates"];
    document(&entry.text).is_ok_and(|post| names.iter().any(|name| field(&post.value, name).is_some()))
}

fn candidate(entry: &Entry) -> Value<'static> {
    let mut fields = fields(entry);
    fields.extend([("url", text(entry.address())), ("tags", texts(&entry.tags))]);
    map(fields)
}

/// What is compared of any post.
fn fields(entry: &Entry) -> Vec<(&'static str, Value<'static>)> {
    let published = if entry.published.is_empty() { Value::Null } else { text(entry.published.clone()) };
    vec![
        ("id", text(entry.key.clone())),
        ("title", text(entry.title.clone())),
        ("published", published),
        ("body", text(entry.words())),
    ]
}

fn map(fields: Vec<(&'static str, Value<'static>)>) -> Value<'static> {
    Value::Map(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

fn text(text: String) -> Value<'static> {
    Value::Text(text.into())
}

fn texts(texts: &[String]) -> Value<'static> {
    Value::List(texts.iter().map(|item| text(item.clone())).collect())
}
