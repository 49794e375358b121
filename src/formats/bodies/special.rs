//! Nodes that take more than a rule.

use super::tree::{Node, Rule, Walk};
use crate::{
    coerce::{flag, items},
    formats::ways::{at, first, says, text_of},
    json::Value,
    model::Block,
    report::NoticeCode,
};

type Step<'w, 'v, 'a, 'c> = Walk<'w, 'v, 'a, 'c>;

// Portable Text.

/// A block: its style, and its place in a list where it has one.
pub fn portable_block<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.definitions = node.value.get("markDefs");
    if let Some(kind) = walk.word(node, "listItem") {
        let level = walk.word(node, "level").and_then(|level| level.parse().ok()).unwrap_or(1_usize);
        walk.flat_item(level.clamp(1, crate::policy::BLOCK_DEPTH), kind == "number");
        return walk.children(node);
    }
    walk.end_lists(0);
    match walk.word(node, "style").unwrap_or("normal") {
        name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote") => walk.open(name, Vec::new()),
        _ => walk.open("p", Vec::new()),
    }
    walk.inside(node);
}

/// A line between two parts.
pub fn portable_break<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, _: Node<'v, 'a>) {
    walk.end_lists(0);
    walk.open("hr", Vec::new());
    walk.close();
}

/// `rows: [{ cells: ["…"] }]`
pub fn portable_table<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.end_lists(0);
    let rows = at(node.value, "rows").map(items).unwrap_or_default();
    let cells = rows.iter().map(|row| at(row, "cells").map(items).unwrap_or_default()).collect::<Vec<_>>();
    table(walk, &cells, false);
}

// Editor.js.

pub fn editor_header<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.heading(node, "data.level");
    walk.html(node, "data.text");
    walk.close();
}

/// A list; its items are texts, or objects with items of their own.
pub fn editor_list<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let style = walk.word(node, "data.style").unwrap_or_default();
    let rule = match style {
        "ordered" => &NUMBERED,
        "checklist" => &CHECKED,
        _ => &BULLET,
    };
    editor_items(walk, node, "data.items", rule, walk.word(node, "data.meta.start"));
}

pub fn editor_checklist<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    editor_items(walk, node, "data.items", &CHECKED, None);
}

static BULLET: Rule = Rule::Call(|walk, node| editor_item(walk, node, &BULLET));
static NUMBERED: Rule = Rule::Call(|walk, node| editor_item(walk, node, &NUMBERED));
static CHECKED: Rule = Rule::Call(|walk, node| editor_item(walk, node, &CHECKED));

fn editor_items<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>, ways: &'static str, rule: &'static Rule, start: Option<&str>) {
    let Some((way, children)) = first(node.value, ways) else { return };
    walk.list(std::ptr::eq(rule, &raw const NUMBERED), start);
    walk.close_later();
    walk.children_at(node, way, children, Some(rule));
}

fn editor_item<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>, rule: &'static Rule) {
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

pub fn editor_quote<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.open("blockquote", Vec::new());
    for (name, ways) in [("p", "data.text"), ("cite", "data.caption")] {
        walk.open(name, Vec::new());
        walk.html(node, ways);
        walk.close();
    }
    walk.close();
}

pub fn editor_warning<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.open("blockquote", Vec::new());
    for (name, ways) in [("strong", "data.title"), ("p", "data.message data.text")] {
        walk.open(name, Vec::new());
        walk.html(node, ways);
        walk.close();
    }
    walk.close();
}

pub fn editor_image<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.image(node, "data");
}

pub fn editor_link<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.embed(node, "data.link", "data.meta.title", "linkTool");
    walk.open("p", Vec::new());
    walk.html(node, "data.meta.description");
    walk.close();
}

pub fn editor_table<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let rows = at(node.value, "data.content").map(items).unwrap_or_default();
    let cells = rows.iter().map(items).collect::<Vec<_>>();
    let has_head = at(node.value, "data.withHeadings").and_then(flag).unwrap_or(false);
    table(walk, &cells, has_head);
}

/// A table of cells that are texts.
fn table<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, rows: &[&'v [Value<'a>]], has_head: bool) {
    walk.open("table", Vec::new());
    for (index, row) in rows.iter().enumerate() {
        walk.open("tr", Vec::new());
        for cell in *row {
            walk.open(if has_head && index == 0 { "th" } else { "td" }, Vec::new());
            walk.markup(text_of(cell).unwrap_or_default());
            walk.close();
        }
        walk.close();
    }
    walk.close();
}

// Strapi and Slate.

pub fn strapi_list<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.list(walk.word(node, "format") == Some("ordered"), None);
    walk.inside(node);
}

pub fn strapi_image<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.image(node, if node.value.get("image").is_some() { "image" } else { "" });
}

// Lexical.

pub fn toggle<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    for (name, ways) in [("h3", "heading"), ("div", "content")] {
        walk.open(name, Vec::new());
        walk.html(node, ways);
        walk.close();
    }
}

/// Several images: they make a gallery.
pub fn pictures_at<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    walk.end_lists(0);
    let Some((way, found)) = first(node.value, "images data.images data items photos") else {
        return walk.unknown(node, "gallery");
    };
    let mut images = Vec::new();
    for (index, one) in items(found).iter().enumerate() {
        let steps = [way, ".", &index.to_string()].concat();
        images.extend(walk.picture(node, &steps, one));
    }
    if images.is_empty() {
        return walk.note(node, "", NoticeCode::PartDropped, "a gallery", "it has no images");
    }
    walk.block(Block::Gallery(images));
}

// Contentful.

/// What an asset link leads to among what the response includes.
fn linked<'v, 'a>(walk: &Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>, among: &'static str) -> Option<&'v Value<'a>> {
    let id = walk.word(node, "data.target.sys.id")?;
    let known = walk.beside.and_then(|beside| at(beside, among)).map(items).unwrap_or_default();
    let here = at(node.value, "data.target").filter(|target| target.get("fields").is_some());
    here.or_else(|| known.iter().find(|one| at(one, "sys.id").and_then(text_of) == Some(id)))
}

pub fn contentful_asset<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let Some(asset) = linked(walk, node, "includes.Asset") else {
        return walk.note(node, "data.target", NoticeCode::PartDropped, "an image", "the asset is not among what the response includes");
    };
    let kind = at(asset, "fields.file.contentType").and_then(text_of).unwrap_or_default();
    if kind.is_empty() || kind.starts_with("image/") {
        let image = walk.picture(node, "data.target", asset);
        image.into_iter().for_each(|image| walk.block(Block::Image(Box::new(image))));
    } else {
        let link = |ways| first(asset, ways).and_then(|(_, found)| text_of(found)).unwrap_or_default().to_string();
        let attributes = vec![("src".to_string(), link("fields.file.url")), ("title".to_string(), link("fields.title fields.file.fileName"))];
        walk.open("iframe", attributes);
        walk.close();
    }
}

pub fn contentful_entry<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let title = linked(walk, node, "includes.Entry").and_then(|entry| first(entry, "fields.title fields.name fields.internalName"));
    match title.and_then(|(_, title)| text_of(title)) {
        Some(title) => {
            walk.note(node, "data.target", NoticeCode::PartAsWords, "an entry", "how it looks only the site knows");
            let title = title.to_string();
            walk.text(&title);
        }
        None => walk.note(node, "data.target", NoticeCode::PartDropped, "an entry", "it is not among what the response includes"),
    }
}

pub fn contentful_link<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let asset = linked(walk, node, "includes.Asset").and_then(|asset| at(asset, "fields.file.url")).and_then(text_of);
    let attributes: Vec<_> = asset.map(|href| ("href".to_string(), href.to_string())).into_iter().collect();
    if attributes.is_empty() {
        walk.note(node, "data.target", NoticeCode::LinkUnresolved, "", "it leads to an entry: its address only the site knows");
    }
    walk.open("a", attributes);
    walk.inside(node);
}

// mdast and hast.

/// The definitions of references stand among the blocks.
pub fn mdast_definitions<'v, 'a>(root: &'v Value<'a>) -> Option<&'v Value<'a>> {
    root.get("children")
}

pub fn mdast_reference<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let identifier = walk.word(node, "identifier").unwrap_or_default();
    let is_it = |one: &&Value<'a>| {
        at(one, "type").and_then(text_of) == Some("definition") && at(one, "identifier").and_then(text_of) == Some(identifier)
    };
    let definition = walk.definitions.map(items).unwrap_or_default().iter().find(is_it);
    let href = definition.and_then(|definition| at(definition, "url")).and_then(text_of);
    if href.is_none() {
        walk.note(node, "identifier", NoticeCode::LinkUnresolved, "", "no definition has this identifier");
    }
    let is_image = walk.word(node, "type") == Some("imageReference");
    let name = if is_image { "src" } else { "href" };
    let mut attributes: Vec<_> = href.map(|href| (name.to_string(), href.to_string())).into_iter().collect();
    if is_image {
        attributes.push(("alt".to_string(), walk.word(node, "alt").unwrap_or_default().to_string()));
        walk.open("img", attributes);
        walk.close();
    } else {
        walk.open("a", attributes);
        walk.inside(node);
    }
}

/// A row: the first one of a table is its head.
pub fn mdast_row<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let is_first = walk.is_first(node);
    walk.open("tr", Vec::new());
    walk.close_later();
    if let Some(children) = node.value.get("children") {
        walk.children_at(node, "children", children, is_first.then_some(&HEAD));
    }
}

static HEAD: Rule = Rule::Around("th");

/// A note: its mark, then its text.
pub fn footnote<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let label = walk.word(node, "label identifier").unwrap_or_default().to_string();
    walk.open("div", Vec::new());
    walk.open("sup", Vec::new());
    walk.text(&label);
    walk.close();
    walk.inside(node);
}

/// An element of HTML with its attributes.
pub fn element<'v, 'a>(walk: &mut Step<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
    let name = walk.word(node, "tagName name").unwrap_or("div").to_ascii_lowercase();
    let mut attributes = Vec::new();
    if let Some(Value::Map(properties)) = node.value.get("properties") {
        for (key, value) in properties.iter().filter(|(_, value)| says(value)) {
            let key = if key == "className" { "class".to_string() } else { key.to_ascii_lowercase() };
            let value = match value {
                Value::List(words) => words.iter().filter_map(text_of).collect::<Vec<_>>().join(" "),
                Value::Bool(_) => String::new(),
                other => text_of(other).unwrap_or_default().to_string(),
            };
            attributes.push((key, value));
        }
    }
    walk.open(&name, attributes);
    walk.inside(node);
}
