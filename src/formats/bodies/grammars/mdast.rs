//! mdast, the tree of Markdown.

use super::common::{CELL, LINE, PARAGRAPH, PART, QUOTE, RULE};
use crate::{
    coerce::items,
    formats::{
        bodies::{
            marking,
            tree::{Grammar, Node, Rule, Walk},
        },
        ways::{at, text_of},
    },
    json::Value,
    report::NoticeCode,
};

/// mdast, the tree of Markdown.
pub static MDAST: Grammar = Grammar {
    name: "mdast",
    top: "children",
    kind: "type",
    children: "children",
    text: "value",
    breaks: false,
    flat_lists: false,
    define: mdast_definitions,
    marks: marking::none,
    rules: &[
        ("text", Rule::Text),
        ("paragraph", PARAGRAPH),
        ("heading", Rule::Heading("depth")),
        ("list", Rule::List { numbered: "ordered", start: "start" }),
        ("listitem", Rule::Item("checked")),
        ("blockquote", QUOTE),
        ("code", Rule::Code { text: "value", language: "lang" }),
        ("inlinecode inlinemath", Rule::Value("code", "value")),
        ("math", Rule::Code { text: "value", language: "" }),
        ("emphasis", Rule::Around("em")),
        ("strong", Rule::Around("strong")),
        ("delete", Rule::Around("del")),
        ("break", LINE),
        ("thematicbreak", RULE),
        ("link", Rule::Link("url")),
        ("linkreference imagereference", Rule::Call(mdast_reference)),
        ("image", Rule::Image("")),
        ("html", Rule::Html("value")),
        ("table", Rule::Around("table")),
        ("tablerow", Rule::Call(mdast_row)),
        ("tablecell", CELL),
        ("footnotereference", Rule::Value("sup", "label identifier")),
        ("footnotedefinition", Rule::Call(footnote)),
        ("root containerdirective leafdirective mdxjsxflowelement mdxjsxtextelement", PART),
        ("definition yaml toml mdxjsesm comment", Rule::Nothing),
    ],
};

/// The definitions of references stand among the blocks.
fn mdast_definitions<'v, 'a>(root: &'v Value<'a>) -> Option<&'v Value<'a>> {
    root.get("children")
}

fn mdast_reference<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let identifier = node.word("identifier").unwrap_or_default();
    let is_it = |one: &&Value<'a>| {
        at(one, "type").and_then(text_of) == Some("definition")
            && at(one, "identifier").and_then(text_of) == Some(identifier)
    };
    let definition = walk.definitions.map(items).unwrap_or_default().iter().find(is_it);
    let href = definition.and_then(|definition| at(definition, "url")).and_then(text_of);
    if href.is_none() {
        walk.note(node, "identifier", NoticeCode::LinkUnresolved, "", "no definition has this identifier");
    }
    let is_image = node.word("type") == Some("imageReference");
    let name = if is_image { "src" } else { "href" };
    let mut attributes: Vec<_> = href.map(|href| (name.to_string(), href.to_string())).into_iter().collect();
    if is_image {
        attributes.push(("alt".to_string(), node.word("alt").unwrap_or_default().to_string()));
        walk.open("img", attributes);
        walk.close();
    } else {
        walk.open("a", attributes);
        walk.inside(node);
    }
}

/// A row: the first one of a table is its head.
fn mdast_row<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let is_first = walk.is_first(node);
    walk.open("tr", Vec::new());
    walk.close_later();
    if let Some(children) = node.value.get("children") {
        walk.children_at(node, "children", children, is_first.then_some(&HEAD));
    }
}

static HEAD: Rule = Rule::Around("th");

/// A note: its mark, then its text.
fn footnote<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let label = node.word("label identifier").unwrap_or_default().to_string();
    walk.open("div", Vec::new());
    walk.open("sup", Vec::new());
    walk.text(&label);
    walk.close();
    walk.inside(node);
}
