//! Marks of text as trees write them → the elements around it.

use super::tree::{Node, Walk};
use crate::{
    coerce::items,
    formats::ways::{at, first, text_of},
    html::Token,
    json::Value,
    model::Mark,
    report::NoticeCode,
};

/// The bits of Lexical, and what each marks.
const BITS: [(u32, &str); 7] =
    [(1, "strong"), (2, "em"), (4, "del"), (16, "code"), (32, "sub"), (64, "sup"), (128, "mark")];

/// Flags of a leaf, as Strapi and Slate have them.
const FLAGS: [(&str, &str); 9] = [
    ("bold", "strong"),
    ("italic", "em"),
    ("strikethrough", "del"),
    ("code", "code"),
    ("subscript", "sub"),
    ("superscript", "sup"),
    ("highlight", "mark"),
    ("strong", "strong"),
    ("em", "em"),
];

/// Ways to the address that a mark leads to.
const ADDRESS: &str = "attrs.href href url data.uri data.url attrs.url";

fn open(name: &str) -> Token {
    Token::Open { name: name.to_string(), attributes: Vec::new() }
}

/// No marks.
pub fn none<'v, 'a>(_: &mut Walk<'_, 'v, 'a, '_>, _: Node<'v, 'a>) -> Vec<Token> {
    Vec::new()
}

/// `marks: [{ "type": "bold" }, { "type": "link", "attrs": { "href" } }]`
pub fn objects<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) -> Vec<Token> {
    let mut marks = Vec::new();
    for mark in at(node.value, "marks").map(items).unwrap_or_default() {
        let kind = at(mark, "type").and_then(text_of).unwrap_or_default();
        match named(kind) {
            Some(name) => marks.push(open(name)),
            None if kind.eq_ignore_ascii_case("link") => marks.extend(link(walk, node, mark)),
            None if is_silent(kind) => {}
            None => {
                walk.note(node, "marks", NoticeCode::MarkIgnored, "", &["text has no mark \"", kind, "\""].concat());
            }
        }
    }
    marks
}

/// `marks: ["strong", "key"]`, where a key is one of the definitions of the block.
pub fn keys<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) -> Vec<Token> {
    let mut marks = Vec::new();
    let definitions = walk.definitions.map(items).unwrap_or_default();
    for mark in at(node.value, "marks").map(items).unwrap_or_default() {
        let key = text_of(mark).unwrap_or_default();
        let definition = definitions.iter().find(|one| at(one, "_key").and_then(text_of) == Some(key));
        match (named(key), definition) {
            (Some(name), _) => marks.push(open(name)),
            (None, Some(definition)) => marks.extend(link(walk, node, definition)),
            (None, None) if is_silent(key) => {}
            (None, None) => walk.note(
                node,
                "marks",
                NoticeCode::MarkIgnored,
                "",
                "it is neither a decorator nor defined in markDefs",
            ),
        }
    }
    marks
}

/// Lexical: a number of bits.
pub fn bits<'v, 'a>(_: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) -> Vec<Token> {
    let bits: u32 = at(node.value, "format").and_then(text_of).and_then(|bits| bits.parse().ok()).unwrap_or(0);
    BITS.iter().filter(|(bit, _)| bits & bit != 0).map(|(_, name)| open(name)).collect()
}

/// `"bold": true`
pub fn flags<'v, 'a>(_: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) -> Vec<Token> {
    let set = FLAGS.iter().filter(|(flag, _)| matches!(node.value.get(flag), Some(Value::Bool(true))));
    set.map(|(_, name)| open(name)).collect()
}

fn link<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>, mark: &'v Value<'a>) -> Option<Token> {
    let Some((_, address)) = first(mark, ADDRESS) else {
        walk.note(
            node,
            "marks",
            NoticeCode::LinkUnresolved,
            "",
            "it leads to something that only the content system can find",
        );
        return None;
    };
    let href = text_of(address).unwrap_or_default();
    if let Err(refusal) = crate::policy::SafeUrl::parse(href, crate::policy::Sink::Link, walk.context.base.as_ref()) {
        walk.note(node, "marks", NoticeCode::AddressRefused, "", refusal.why());
        return None;
    }
    Some(Token::Open { name: "a".into(), attributes: vec![("href".into(), href.to_string())] })
}

/// The element of a mark that shows.
fn named(kind: &str) -> Option<&'static str> {
    let mark = Mark::parse(&kind.to_ascii_lowercase())?;
    Mark::ALL.iter().find(|(known, _)| *known == mark).map(|(_, name)| *name)
}

/// Marks that say how a text looks, and those that nobody sees.
fn is_silent(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    matches!(
        kind.as_str(),
        "underline" | "u" | "textstyle" | "text_style" | "color" | "textcolor" | "fontsize" | "comment" | ""
    )
}
