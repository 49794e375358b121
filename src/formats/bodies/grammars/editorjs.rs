//! Editor.js. Its texts are HTML.

use super::common::{RULE, pictures_at, table};
use crate::{
    coerce::{flag, items},
    formats::{
        bodies::{
            marking,
            tree::{Grammar, Node, Rule, Walk, nothing},
        },
        ways::{at, first},
    },
    json::Value,
};

/// Editor.js.
pub static EDITORJS: Grammar = Grammar {
    name: "Editor.js",
    top: "blocks",
    kind: "type",
    children: "blocks",
    text: "",
    breaks: true,
    flat_lists: false,
    define: nothing,
    marks: marking::none,
    rules: &[
        ("paragraph", Rule::Inline("p", "data.text")),
        ("header heading", Rule::Call(editor_header)),
        ("list nestedlist", Rule::Call(editor_list)),
        ("checklist", Rule::Call(editor_checklist)),
        ("quote", Rule::Call(editor_quote)),
        ("code", Rule::Code { text: "data.code", language: "data.language data.languageCode" }),
        ("image simpleimage inlineimage", Rule::Call(editor_image)),
        ("embed", Rule::Embed { address: "data.source data.embed", title: "data.caption data.service" }),
        ("table", Rule::Call(editor_table)),
        ("delimiter", RULE),
        ("raw html", Rule::Html("data.html")),
        ("warning alert", Rule::Call(editor_warning)),
        ("linktool", Rule::Call(editor_link)),
        ("attaches", Rule::Embed { address: "data.file.url", title: "data.title data.file.name" }),
        ("gallery carousel imagegallery", Rule::Call(pictures_at)),
    ],
};

fn editor_header<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.heading(node, "data.level");
    walk.html(node, "data.text");
    walk.close();
}

/// A list; its items are texts, or objects with items of their own.
fn editor_list<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let style = node.word("data.style").unwrap_or_default();
    let rule = match style {
        "ordered" => &NUMBERED,
        "checklist" => &CHECKED,
        _ => &BULLET,
    };
    editor_items(walk, node, "data.items", rule, node.word("data.meta.start"));
}

fn editor_checklist<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    editor_items(walk, node, "data.items", &CHECKED, None);
}

static BULLET: Rule = Rule::Call(|walk, node| editor_item(walk, node, &BULLET));

static NUMBERED: Rule = Rule::Call(|walk, node| editor_item(walk, node, &NUMBERED));

static CHECKED: Rule = Rule::Call(|walk, node| editor_item(walk, node, &CHECKED));

fn editor_items<'v, 'a>(
    walk: &mut Walk<'_, 'v, 'a, '_>,
    node: Node<'v, 'a>,
    ways: &'static str,
    rule: &'static Rule,
    start: Option<&str>,
) {
    let Some((way, children)) = first(node.value, ways) else { return };
    walk.list(std::ptr::eq(rule, &raw const NUMBERED), start);
    walk.close_later();
    walk.children_at(node, way, children, Some(rule));
}

fn editor_item<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>, rule: &'static Rule) {
    let checks = std::ptr::eq(rule, &raw const CHECKED);
    let done = first(node.value, "checked meta.checked").and_then(|(_, done)| flag(done)).unwrap_or(false);
    walk.item(checks.then_some(done));
    match node.value {
        Value::Text(text) | Value::Number(text) => walk.markup(text),
        _ => walk.html(node, "content text"),
    }
    walk.close_later();
    editor_items(walk, node, "items", rule, None);
}

fn editor_quote<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.open("blockquote", Vec::new());
    for (name, ways) in [("p", "data.text"), ("cite", "data.caption")] {
        walk.open(name, Vec::new());
        walk.html(node, ways);
        walk.close();
    }
    walk.close();
}

fn editor_warning<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.open("blockquote", Vec::new());
    for (name, ways) in [("strong", "data.title"), ("p", "data.message data.text")] {
        walk.open(name, Vec::new());
        walk.html(node, ways);
        walk.close();
    }
    walk.close();
}

fn editor_image<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.image(node, "data");
}

fn editor_link<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.embed(node, "data.link", "data.meta.title", "linkTool");
    walk.open("p", Vec::new());
    walk.html(node, "data.meta.description");
    walk.close();
}

fn editor_table<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let rows = at(node.value, "data.content").map(items).unwrap_or_default();
    let cells = rows.iter().map(items).collect::<Vec<_>>();
    let has_head = at(node.value, "data.withHeadings").and_then(flag).unwrap_or(false);
    table(walk, &cells, has_head);
}
