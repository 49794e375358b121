//! What the formats are known by, as data. The programs of a page carry this much, so that none shows an input it cannot read.
//!
//! A mark is a list of conditions that all hold. A condition is a way into the JSON, with a point between its steps: a key, the
//! number of an item, or `*` for any of the first items. Behind it may stand what is found there: `=word` that text, `^word` a
//! text that begins so, `"` some text, `<` a text that looks like HTML, `[` a list with items, `{` an object. `!` before it: it is
//! not there.

use crate::{
    coerce::same_name,
    json::Value,
    scan::{cut, joined, parts},
};

/// Items that `*` looks at.
const ITEMS: usize = 64;

/// What a format is known by.
pub struct Mark {
    /// The name of the format.
    pub format: &'static str,
    /// The conditions.
    pub has: &'static str,
    /// How surely it is this format, in hundredths.
    pub sure: u8,
}

const fn mark(format: &'static str, sure: u8, has: &'static str) -> Mark {
    Mark { format, has, sure }
}

/// The marks in the order in which they are tried: a known envelope outranks the names that the native format shares with it.
pub const MARKS: &[Mark] = &[
    mark("backmatter/1", 100, "format^backmatter/"),
    mark("wordpress", 90, "code\" message\" data.status"),
    mark("jsonfeed", 100, "version^https://jsonfeed.org/version/ items"),
    mark("jsonfeed", 100, "version^http://jsonfeed.org/version/ items"),
    mark("wordpress", 100, "title.rendered content.rendered"),
    mark("wordpress", 95, "title.rendered excerpt.rendered"),
    mark("wordpress", 95, "title.rendered _links{"),
    mark("wordpress", 90, "title.rendered"),
    mark("wordpress", 90, "content.rendered"),
    mark("wordpress", 80, "excerpt.rendered"),
    mark("json-ld", 95, "@context^https://schema.org"),
    mark("json-ld", 95, "@context^http://schema.org"),
    mark("json-ld", 80, "@context.@vocab^http"),
    mark("json-ld", 80, "@graph["),
    mark("ghost", 95, "posts.0.uuid"),
    mark("ghost", 80, "posts.0.comment_id"),
    mark("ghost", 95, "pages.0.uuid"),
    mark("ghost", 95, "db.0.data.posts"),
    mark("ghost", 90, "uuid visibility html"),
    mark("ghost", 90, "uuid visibility lexical"),
    mark("ghost", 90, "uuid visibility mobiledoc"),
    mark("forem", 95, "type_of=article"),
    mark("mf2", 95, "items.*.type.0^h- items.*.properties{"),
    mark("mf2", 95, "type.0^h- properties{"),
    mark("contentful", 100, "nodeType=document"),
    mark("contentful", 95, "sys.type=Entry"),
    mark("contentful", 95, "sys.type=Array"),
    mark("strapi", 85, "!jsonapi data.attributes{"),
    mark("strapi", 85, "!jsonapi data.*.attributes{"),
    mark("strapi", 90, "data.documentId"),
    mark("strapi", 90, "data.*.documentId"),
    mark("lexical", 95, "root.type=root root.children"),
    mark("prosemirror", 95, "type=doc content["),
    mark("editorjs", 95, "blocks.*.type\" blocks.*.data{"),
    mark("editorjs", 80, "!*._type *.type\" *.data{"),
    mark("portable-text", 95, "*._type=block"),
    mark("portable-text", 80, "*._type *._key"),
    mark("gutenberg", 95, "*.blockName *.innerHTML"),
    mark("gutenberg", 90, "*.blockName *.attrs"),
    mark("lexical", 90, "type=root direction children["),
    mark("hast", 95, "type=root children.*.type=element"),
    mark("mdast", 90, "type=root children["),
    mark("strapi", 85, "!*._type *.type *.children.*.type=text"),
    mark("slate", 80, "!*._type *.type *.children.*.text"),
    mark("strapi", 75, "!*._type *.type *.children.*.children.*.type=text"),
    mark("mobiledoc", 90, "sections[ markups"),
    // An object with a body in another form, under a name that the native format has or has not.
    mark("prosemirror", 90, "body.type=doc"),
    mark("prosemirror", 90, "content.type=doc"),
    mark("lexical", 90, "body.root.children"),
    mark("lexical", 90, "content.root.children"),
    mark("contentful", 90, "body.nodeType=document"),
    mark("contentful", 90, "content.nodeType=document"),
    mark("portable-text", 90, "body.*._type"),
    mark("portable-text", 90, "content.*._type"),
    mark("editorjs", 90, "body.blocks.*.data"),
    mark("editorjs", 90, "content.blocks.*.data"),
    mark("gutenberg", 90, "body.*.blockName"),
    mark("gutenberg", 90, "content.*.blockName"),
    mark("strapi", 80, "body.*.children.*.type=text"),
    mark("strapi", 80, "content.*.children.*.type=text"),
    mark("slate", 80, "body.*.children.*.text"),
    mark("slate", 80, "content.*.children.*.text"),
    mark("strapi", 70, "body.*.children.*.children.*.type=text"),
    mark("strapi", 70, "content.*.children.*.children.*.type=text"),
    mark("hast", 80, "body.type=root body.children.*.type=element"),
    mark("mdast", 80, "body.type=root body.children"),
    mark("html", 80, "body<"),
    mark("html", 80, "!body content<"),
    mark("html", 80, "!body html\""),
    mark("html", 80, "!body body_html\""),
    mark("html", 80, "!body content_html\""),
    mark("text", 50, "!body content\""),
    mark("text", 50, "!body text\""),
    mark("text", 50, "!body markdown\""),
    mark("text", 50, "!body body_markdown\""),
];

/// The mark that `value` bears.
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

/// What a way leads to: several values where it has a `*`.
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

/// The same, with a key in another spelling where there is none as it is written. `_type` is no spelling of `type`.
pub fn child<'v, 'a>(value: &'v Value<'a>, step: &str) -> Option<&'v Value<'a>> {
    named(value, step).or_else(|| {
        let Value::Map(entries) = value else { return None };
        let same = |key: &str| key.starts_with('_') == step.starts_with('_') && same_name(key, step);
        let other = entries.iter().rev().find(|(key, value)| !matches!(value, Value::Null) && same(key));
        other.map(|(_, value)| value)
    })
}

/// Does a text begin with a tag and end with one?
pub fn is_html(text: &str) -> bool {
    let text = text.trim();
    let begins = text
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_alphabetic() || char == '!'));
    begins && text.ends_with('>')
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
