//! How the formats are detected, as data.
//!
//! A mark is a list of conditions that must all hold. A condition is a way into the JSON. A point separates its steps:
//! a key, the number of an item, or `*` for any of the first items. A test may follow the way: `=word` that text,
//! `^word` a text that begins with it, `"` some text, `<` a text that looks like HTML, `[` a list with items, `{` an
//! object. A `!` in front negates the condition.

use super::native::is_html;
use crate::{
    coerce::same_name,
    json::Value,
    scan::{cut, joined, parts},
};

use Bearer::{Alone, Around, Within};

/// How many items `*` checks.
const ITEMS: usize = 64;

/// How a format is detected.
pub struct Mark {
    /// The name of the format.
    pub format: &'static str,
    /// The conditions.
    pub has: &'static str,
    /// The confidence, in percent.
    pub sure: u8,
    /// Which value has the mark.
    pub bearer: Bearer,
}

/// Which value has a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// An envelope of the format, around its posts.
    Around,
    /// A body of the format, without an envelope.
    Alone,
    /// An object in no known format, with such a body in a field.
    Within,
}

const fn mark(bearer: Bearer, format: &'static str, sure: u8, has: &'static str) -> Mark {
    Mark { format, has, sure, bearer }
}

/// The marks in the order of the checks: a known envelope wins over names that the native format shares.
pub const MARKS: &[Mark] = &[
    mark(Around, "backmatter/1", 100, "format^backmatter/"),
    mark(Around, "wordpress", 90, "code\" message\" data.status"),
    mark(Around, "jsonfeed", 100, "version^https://jsonfeed.org/version/ items"),
    mark(Around, "jsonfeed", 100, "version^http://jsonfeed.org/version/ items"),
    mark(Around, "wordpress", 100, "title.rendered content.rendered"),
    mark(Around, "wordpress", 95, "title.rendered excerpt.rendered"),
    mark(Around, "wordpress", 95, "title.rendered _links{"),
    mark(Around, "wordpress", 90, "title.rendered"),
    mark(Around, "wordpress", 90, "content.rendered"),
    mark(Around, "wordpress", 80, "excerpt.rendered"),
    mark(Around, "json-ld", 95, "@context^https://schema.org"),
    mark(Around, "json-ld", 95, "@context^http://schema.org"),
    mark(Around, "json-ld", 80, "@context.@vocab^http"),
    mark(Around, "json-ld", 80, "@graph["),
    mark(Around, "ghost", 95, "posts.0.uuid"),
    mark(Around, "ghost", 80, "posts.0.comment_id"),
    mark(Around, "ghost", 95, "pages.0.uuid"),
    mark(Around, "ghost", 95, "db.0.data.posts"),
    mark(Around, "ghost", 90, "uuid visibility html"),
    mark(Around, "ghost", 90, "uuid visibility lexical"),
    mark(Around, "ghost", 90, "uuid visibility mobiledoc"),
    mark(Around, "forem", 95, "type_of=article"),
    mark(Around, "mf2", 95, "items.*.type.0^h- items.*.properties{"),
    mark(Around, "mf2", 95, "type.0^h- properties{"),
    mark(Alone, "contentful", 100, "nodeType=document"),
    mark(Around, "contentful", 95, "sys.type=Entry"),
    mark(Around, "contentful", 95, "sys.type=Array"),
    mark(Around, "strapi", 85, "!jsonapi data.attributes{"),
    mark(Around, "strapi", 85, "!jsonapi data.*.attributes{"),
    mark(Around, "strapi", 90, "data.documentId"),
    mark(Around, "strapi", 90, "data.*.documentId"),
    mark(Alone, "lexical", 95, "root.type=root root.children"),
    mark(Alone, "prosemirror", 95, "type=doc content["),
    mark(Alone, "editorjs", 95, "blocks.*.type\" blocks.*.data{"),
    mark(Alone, "editorjs", 80, "!*._type *.type\" *.data{"),
    mark(Alone, "portable-text", 95, "*._type=block"),
    mark(Alone, "portable-text", 80, "*._type *._key"),
    mark(Alone, "gutenberg", 95, "*.blockName *.innerHTML"),
    mark(Alone, "gutenberg", 90, "*.blockName *.attrs"),
    mark(Alone, "lexical", 90, "type=root direction children["),
    mark(Alone, "hast", 95, "type=root children.*.type=element"),
    mark(Alone, "mdast", 90, "type=root children["),
    mark(Alone, "strapi", 85, "!*._type *.type *.children.*.type=text"),
    mark(Alone, "slate", 80, "!*._type *.type *.children.*.text"),
    mark(Alone, "strapi", 75, "!*._type *.type *.children.*.children.*.type=text"),
    mark(Alone, "mobiledoc", 90, "sections[ markups"),
    // An object with a body in another format, in a field that the native format may also have.
    mark(Within, "prosemirror", 90, "body.type=doc"),
    mark(Within, "prosemirror", 90, "content.type=doc"),
    mark(Within, "lexical", 90, "body.root.children"),
    mark(Within, "lexical", 90, "content.root.children"),
    mark(Within, "contentful", 90, "body.nodeType=document"),
    mark(Within, "contentful", 90, "content.nodeType=document"),
    mark(Within, "portable-text", 90, "body.*._type"),
    mark(Within, "portable-text", 90, "content.*._type"),
    mark(Within, "editorjs", 90, "body.blocks.*.data"),
    mark(Within, "editorjs", 90, "content.blocks.*.data"),
    mark(Within, "gutenberg", 90, "body.*.blockName"),
    mark(Within, "gutenberg", 90, "content.*.blockName"),
    mark(Within, "strapi", 80, "body.*.children.*.type=text"),
    mark(Within, "strapi", 80, "content.*.children.*.type=text"),
    mark(Within, "slate", 80, "body.*.children.*.text"),
    mark(Within, "slate", 80, "content.*.children.*.text"),
    mark(Within, "strapi", 70, "body.*.children.*.children.*.type=text"),
    mark(Within, "strapi", 70, "content.*.children.*.children.*.type=text"),
    mark(Within, "hast", 80, "body.type=root body.children.*.type=element"),
    mark(Within, "mdast", 80, "body.type=root body.children"),
    mark(Within, "html", 80, "body<"),
    mark(Within, "html", 80, "!body content<"),
    mark(Within, "html", 80, "!body html\""),
    mark(Within, "html", 80, "!body body_html\""),
    mark(Within, "html", 80, "!body content_html\""),
    mark(Within, "text", 50, "!body content\""),
    mark(Within, "text", 50, "!body text\""),
    mark(Within, "text", 50, "!body markdown\""),
    mark(Within, "text", 50, "!body body_markdown\""),
];

/// The first mark that `value` meets.
pub fn mark_of(value: &Value<'_>) -> Option<&'static Mark> {
    MARKS.iter().find(|mark| meets(value, mark.has))
}

/// Does `value` meet all of these conditions?
pub fn meets(value: &Value<'_>, conditions: &'static str) -> bool {
    parts(conditions, b" ").all(|condition| match condition.strip_prefix('!') {
        Some(condition) => !holds(value, condition),
        None => holds(value, condition),
    })
}

fn holds(value: &Value<'_>, condition: &'static str) -> bool {
    let (way, _) = cut(condition, b"=^\"<[{");
    let (sign, word) = condition.get(way.len()..).and_then(|rest| rest.split_at_checked(1)).unwrap_or_default();
    let fits = |value: &&Value<'_>| match (sign, value) {
        (_, Value::Null) => false,
        ("=", Value::Text(text)) => text.eq_ignore_ascii_case(word),
        ("^", Value::Text(text)) => text.starts_with(word),
        ("\"", Value::Text(text)) => !text.is_empty(),
        ("<", Value::Text(text)) => is_html(text),
        ("[", Value::List(items)) => !items.is_empty(),
        ("{", Value::Map(_)) | ("", _) => true,
        _ => false,
    };
    reached(value, way).iter().any(fits)
}

/// The values that a way leads to; several if it has a `*`.
fn reached<'v, 'a>(value: &'v Value<'a>, way: &'static str) -> Vec<&'v Value<'a>> {
    let mut reached = vec![value];
    for step in parts(way, b".") {
        reached = match step {
            "*" => reached.into_iter().flat_map(items).take(ITEMS).collect(),
            step => reached.into_iter().filter_map(|value| named(value, step)).collect(),
        };
    }
    reached
}

fn items<'v, 'a>(value: &'v Value<'a>) -> &'v [Value<'a>] {
    if let Value::List(items) = value { items } else { &[] }
}

/// The value one step below: a key as it is written, an item by its number.
fn named<'v, 'a>(value: &'v Value<'a>, step: &str) -> Option<&'v Value<'a>> {
    match value {
        Value::List(items) => items.get(step.parse::<usize>().ok()?),
        _ => value.get(step),
    }
}

/// The same, but falls back to another spelling of the key. `_type` is not a spelling of `type`.
pub fn child<'v, 'a>(value: &'v Value<'a>, step: &str) -> Option<&'v Value<'a>> {
    named(value, step).or_else(|| {
        let Value::Map(entries) = value else { return None };
        let same = |key: &str| key.starts_with('_') == step.starts_with('_') && same_name(key, step);
        let other = entries.iter().rev().find(|(key, value)| !matches!(value, Value::Null) && same(key));
        other.map(|(_, value)| value)
    })
}

impl Mark {
    /// The conditions in words.
    pub fn reason(&self) -> String {
        let conditions: Vec<String> =
            parts(self.has, b" ").filter(|part| !part.starts_with('!')).map(in_words).collect();
        ["it has ", &joined(&mut conditions.iter().map(String::as_str), ", ")].concat()
    }
}

fn in_words(condition: &'static str) -> String {
    let (way, _) = cut(condition, b"=^\"<[{");
    let (sign, word) = condition.get(way.len()..).and_then(|rest| rest.split_at_checked(1)).unwrap_or_default();
    let way = way.replace("*.", "[…].").replace(".[…]", "[…]").replace(".0", "[0]");
    match sign {
        "=" => [&way, " = \"", word, "\""].concat(),
        "^" => [&way, " = \"", word, "…\""].concat(),
        "<" => [&way, ", which is HTML"].concat(),
        _ => way,
    }
}
