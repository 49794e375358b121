//! Portable Text.

use super::common::{pictures_at, table};
use crate::{
    coerce::items,
    formats::{
        bodies::{
            marking,
            tree::{Grammar, Node, Rule, Walk, nothing},
        },
        ways::at,
    },
};

/// Portable Text.
pub static PORTABLE_TEXT: Grammar = Grammar {
    name: "Portable Text",
    top: "",
    kind: "_type",
    children: "children",
    text: "text",
    breaks: true,
    flat_lists: true,
    define: nothing,
    marks: marking::keys,
    rules: &[
        ("span", Rule::Text),
        ("block", Rule::Call(portable_block)),
        ("image mainimage figure imageblock", Rule::Image("")),
        ("gallery imagegallery", Rule::Call(pictures_at)),
        ("code codeblock", Rule::Code { text: "code", language: "language" }),
        ("break horizontalrule divider", Rule::Call(portable_break)),
        ("youtube vimeo video embed iframe", Rule::Embed { address: "url src href", title: "title caption" }),
        ("table", Rule::Call(portable_table)),
        ("html", Rule::Html("html")),
    ],
};

/// A block: its style, and its place in a list where it has one.
fn portable_block<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.definitions = node.value.get("markDefs");
    if let Some(kind) = node.word("listItem") {
        let level = node.word("level").and_then(|level| level.parse().ok()).unwrap_or(1_usize);
        walk.flat_item(level.clamp(1, crate::policy::BLOCK_DEPTH), kind == "number");
        return walk.children(node);
    }
    walk.end_lists(0);
    match node.word("style").unwrap_or("normal") {
        name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote") => walk.open(name, Vec::new()),
        _ => walk.open("p", Vec::new()),
    }
    walk.inside(node);
}

/// A line between two parts.
fn portable_break<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, _: Node<'v, 'a>) {
    walk.end_lists(0);
    walk.open("hr", Vec::new());
    walk.close();
}

/// `rows: [{ cells: ["…"] }]`
fn portable_table<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.end_lists(0);
    let rows = at(node.value, "rows").map(items).unwrap_or_default();
    let cells = rows.iter().map(|row| at(row, "cells").map(items).unwrap_or_default()).collect::<Vec<_>>();
    table(walk, &cells, false);
}
