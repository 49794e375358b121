//! The blocks of Strapi, and those of Slate.

use super::common::{PARAGRAPH, QUOTE};
use crate::formats::bodies::{
    marking,
    tree::{Grammar, Node, Rule, Walk, nothing},
};

/// Strapi's blocks.
pub static STRAPI: Grammar = Grammar {
    name: "Strapi Blocks",
    top: "",
    kind: "type",
    children: "children",
    text: "text",
    breaks: true,
    flat_lists: false,
    define: nothing,
    marks: marking::flags,
    rules: &[
        ("text", Rule::Text),
        ("paragraph", PARAGRAPH),
        ("heading", Rule::Heading("level")),
        ("headingone", Rule::Around("h1")),
        ("headingtwo", Rule::Around("h2")),
        ("headingthree", Rule::Around("h3")),
        ("quote blockquote", QUOTE),
        ("code", Rule::Code { text: "", language: "language" }),
        ("list", Rule::Call(strapi_list)),
        ("bulletedlist", Rule::List { numbered: "", start: "" }),
        ("numberedlist", Rule::List { numbered: "yes", start: "" }),
        ("listitem", Rule::Item("")),
        ("image", Rule::Call(strapi_image)),
        ("link", Rule::Link("url")),
    ],
};

fn strapi_list<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.list(node.word("format") == Some("ordered"), None);
    walk.inside(node);
}

fn strapi_image<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.image(node, if node.value.get("image").is_some() { "image" } else { "" });
}
