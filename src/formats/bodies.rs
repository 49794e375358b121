//! Bodies → blocks: HTML, plain text and the JSON trees of many editors. Any envelope can hold any of them.

mod grammars;
mod gutenberg;
mod marking;
mod mobiledoc;
mod tree;

use super::{
    marks::{Bearer, mark_of},
    native,
    native::is_html,
    ways::text_of,
};
use crate::{
    context::{Context, paragraphs},
    html,
    json::{self, Value},
    model::Block,
    report::{NoticeCode, Path},
};
use tree::Grammar;

/// The format of a body.
#[derive(Clone, Copy)]
pub enum Body {
    /// HTML.
    Html,
    /// Plain text.
    Text,
    /// Blocks of the native format.
    Native,
    /// Blocks as the editor of `WordPress` parses them.
    Gutenberg,
    /// Ghost's older editor.
    Mobiledoc,
    /// A JSON tree, read by a grammar.
    Tree(&'static Grammar),
}

/// The bodies by the name of their format.
pub const BODIES: [(&str, Body); 13] = [
    ("html", Body::Html),
    ("text", Body::Text),
    ("backmatter/1", Body::Native),
    ("gutenberg", Body::Gutenberg),
    ("mobiledoc", Body::Mobiledoc),
    ("prosemirror", Body::Tree(&grammars::PROSEMIRROR)),
    ("lexical", Body::Tree(&grammars::LEXICAL)),
    ("portable-text", Body::Tree(&grammars::PORTABLE_TEXT)),
    ("editorjs", Body::Tree(&grammars::EDITORJS)),
    ("strapi", Body::Tree(&grammars::STRAPI)),
    ("slate", Body::Tree(&grammars::STRAPI)),
    ("mdast", Body::Tree(&grammars::MDAST)),
    ("hast", Body::Tree(&grammars::HAST)),
];

impl Body {
    /// The body of a format.
    pub fn named(name: &str) -> Option<Body> {
        let tree = if name == "contentful" { Some(Body::Tree(&grammars::CONTENTFUL)) } else { None };
        tree.or_else(|| BODIES.iter().find(|(known, _)| *known == name).map(|(_, body)| *body))
    }

    /// Detects the body format of `value`, with its name. `None` if it is not a body.
    pub fn of(value: &Value<'_>) -> Option<(&'static str, Body)> {
        match value {
            Value::Text(text) if text.trim().is_empty() => None,
            Value::Text(text) if is_html(text) || has_tags(text) => Some(("html", Body::Html)),
            Value::Text(_) => Some(("text", Body::Text)),
            Value::Map(_) | Value::List(_) => {
                let named = mark_of(value).filter(|mark| mark.bearer == Bearer::Alone);
                let found = named.and_then(|mark| Some((mark.format, Body::named(mark.format)?)));
                found.or_else(|| is_native(value).then_some(("backmatter/1", Body::Native)))
            }
            _ => None,
        }
    }
}

/// Does a text contain end tags?
fn has_tags(text: &str) -> bool {
    text.contains("</") && text.contains('>')
}

/// A list of texts, or of blocks with a type that have neither children nor data.
fn is_native(value: &Value<'_>) -> bool {
    let Value::List(items) = value else { return false };
    items.first().is_some_and(|first| match first {
        Value::Text(_) => true,
        Value::Map(_) => first.get("type").is_some() && first.get("children").is_none() && first.get("data").is_none(),
        _ => false,
    })
}

/// Reads a body. `beside` is what the whole input has beside it.
pub fn read<'v, 'a>(
    value: &'v Value<'a>,
    body: Body,
    beside: Option<&'v Value<'a>>,
    context: &mut Context<'_>,
    path: &Path<'_>,
) -> Vec<Block> {
    match (body, value) {
        (_, Value::Null) => Vec::new(),
        (Body::Html | Body::Text, Value::Number(_)) => left_out(value, "a text", context, path),
        (Body::Html, _) => match text_of(value) {
            Some(html) => context.html(html, path),
            None => left_out(value, "HTML", context, path),
        },
        (Body::Text, _) => text_of(value).map_or_else(|| left_out(value, "a text", context, path), paragraphs),
        // Some systems store the JSON of a tree as text.
        (_, Value::Text(text)) => match json::read(text) {
            Ok(document) if !matches!(document.value, Value::Text(_)) => {
                read_tree(&document.value, body, None, context, path)
            }
            _ => {
                context.notice(path, NoticeCode::BodyAsText, "a tree is expected, and the text is no JSON of one");
                paragraphs(text)
            }
        },
        (_, Value::Map(_) | Value::List(_)) => read_tree(value, body, beside, context, path),
        _ => left_out(value, "a body", context, path),
    }
}

fn read_tree<'v, 'a>(
    value: &'v Value<'a>,
    body: Body,
    beside: Option<&'v Value<'a>>,
    context: &mut Context<'_>,
    path: &Path<'_>,
) -> Vec<Block> {
    let tokens = match body {
        Body::Tree(grammar) => tree::tokens(value, grammar, beside, context, path),
        Body::Gutenberg => {
            let html = gutenberg::html(value, context, path);
            return context.html(&html, path);
        }
        Body::Mobiledoc => mobiledoc::tokens(value, context, path),
        Body::Html | Body::Text | Body::Native => return native::body(value, context, path),
    };
    let (blocks, remarks) = html::blocks(tokens, context.base.as_ref());
    context.built(blocks, &remarks, path)
}

fn left_out(value: &Value<'_>, expected: &str, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Block> {
    context.wrong_shape(value, expected, path);
    Vec::new()
}
