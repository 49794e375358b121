//! The body of the native format: blocks, each by its `type`.

use super::{image::image, images, text::spans};
use crate::{
    json::Value,
    lenient::{Context, field, flag, items, paragraphs, whole},
    model::{Block, Item, Span, Table},
    policy::{BLOCK_DEPTH, text},
    report::Path,
};

/// Reads a body: a text of plain paragraphs, or blocks.
pub fn body(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Block> {
    if let Value::Text(untrusted) = value {
        return paragraphs(untrusted);
    }
    if !matches!(value, Value::List(_) | Value::Map(_)) {
        context.wrong_shape(value, "a text or a list of blocks", path);
        return Vec::new();
    }
    let mut blocks = Vec::new();
    for (index, item) in items(value).iter().enumerate() {
        block(item, context, &path.item(index), &mut blocks);
    }
    blocks
}

fn block(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>, into: &mut Vec<Block>) {
    let kind = match value {
        Value::Map(_) => field(value, &["type"]).map(|kind| context.line(kind, &path.key("type"))).unwrap_or_default(),
        Value::Text(untrusted) => return into.extend(paragraphs(untrusted)),
        other => return context.wrong_shape(other, "a block", path),
    };
    match kind.as_str() {
        "paragraph" => into.extend(some_text(value, context, path).map(Block::Paragraph)),
        "heading" => into.extend(heading(value, context, path)),
        "list" => into.extend(list(value, context, path, false)),
        "checklist" => into.extend(list(value, context, path, true)),
        "code" => into.extend(code(value, context, path)),
        "quote" => into.extend(quote(value, context, path)),
        "table" => into.extend(table(value, context, path)),
        "image" => into.push(Block::Image(Box::new(image(value, context, path)))),
        "gallery" => into.extend(gallery(value, context, path)),
        "divider" => into.push(Block::Divider),
        "html" => into.extend(html(value, context, path)),
        other => into.extend(unknown(other, value, context, path)),
    }
}

/// The text of a block. A block without one is left out with a notice.
fn some_text(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Vec<Span>> {
    let found = field(value, &["text"]).map(|text| spans(text, context, &path.key("text"))).unwrap_or_default();
    if found.is_empty() {
        context.notice(path, "block left out", "it has no text");
    }
    (!found.is_empty()).then_some(found)
}

fn heading(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Block> {
    let content = some_text(value, context, path)?;
    let level = field(value, &["level"]).and_then(whole).map_or(2, |level| level.clamp(1, 6) as u8);
    Some(Block::Heading { level, content })
}

fn list(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>, checks: bool) -> Option<Block> {
    list_of(value, context, &path.key("items"), (checks, 1)).or_else(|| {
        context.notice(path, "block left out", "the list has no items");
        None
    })
}

/// Lists nest by `items` within items, [`BLOCK_DEPTH`] levels at most; deeper ones are left out with a notice.
fn list_of(
    value: &Value<'_>,
    context: &mut Context<'_>,
    path: &Path<'_>,
    (checks, depth): (bool, usize),
) -> Option<Block> {
    let mut found = Vec::new();
    for (index, entry) in items(field(value, &["items"])?).iter().enumerate() {
        let path = path.item(index);
        let nested = field(entry, &["items"]).is_some();
        let mut item = Item { content: item_text(entry, context, &path), ..Item::default() };
        if nested && depth < BLOCK_DEPTH {
            item.blocks.extend(list_of(entry, context, &path.key("items"), (checks, depth + 1)));
        } else if nested {
            context.notice(&path, "nested items left out", "lists nest 32 levels at most");
        }
        if item.content.is_empty() && item.blocks.is_empty() {
            context.notice(&path, "item left out", "it has no text");
            continue;
        }
        item.checked = checks.then(|| field(entry, &["checked"]).and_then(flag).unwrap_or(false));
        found.push(item);
    }
    let ordered = field(value, &["ordered"]).and_then(flag).unwrap_or(false);
    let start = field(value, &["start"]).and_then(whole).unwrap_or(1);
    (!found.is_empty()).then_some(Block::List { ordered, start, items: found })
}

fn item_text(entry: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Span> {
    match entry {
        Value::Map(_) => {
            field(entry, &["text"]).map(|text| spans(text, context, &path.key("text"))).unwrap_or_default()
        }
        text => spans(text, context, path),
    }
}

fn code(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Block> {
    let untrusted =
        field(value, &["text"]).and_then(|code| context.string(code, &path.key("text"))).unwrap_or_default();
    let text = text::code(untrusted);
    if text.is_empty() {
        context.notice(path, "block left out", "it has no text");
        return None;
    }
    let language = field(value, &["language"]).map(|name| context.line(name, &path.key("language")));
    Some(Block::Code { language: language.filter(|name| !name.is_empty()), text })
}

fn quote(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Block> {
    let content = some_text(value, context, path)?;
    let cite = field(value, &["cite"]).map(|cite| spans(cite, context, &path.key("cite"))).unwrap_or_default();
    Some(Block::Quote { blocks: vec![Block::Paragraph(content)], cite })
}

fn table(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Block> {
    let table = Table {
        caption: field(value, &["caption"]).map(|text| spans(text, context, &path.key("caption"))).unwrap_or_default(),
        head: field(value, &["head"]).map(|row| cells(row, context, &path.key("head"))).unwrap_or_default(),
        rows: field(value, &["rows"]).map(|rows| self::rows(rows, context, &path.key("rows"))).unwrap_or_default(),
    };
    if table.head.is_empty() && table.rows.is_empty() {
        context.notice(path, "block left out", "the table has no rows");
        return None;
    }
    Some(Block::Table(table))
}

fn rows(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Vec<Vec<Span>>> {
    let row = |(index, row): (usize, &Value<'_>)| cells(row, context, &path.item(index));
    items(value).iter().enumerate().map(row).filter(|row| !row.is_empty()).collect()
}

fn cells(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Vec<Span>> {
    let cell = |(index, cell): (usize, &Value<'_>)| spans(cell, context, &path.item(index));
    items(value).iter().enumerate().map(cell).collect()
}

fn gallery(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Block> {
    let images = field(value, &["images"]).map(|list| images(list, context, &path.key("images"))).unwrap_or_default();
    if images.is_empty() {
        context.notice(path, "block left out", "the gallery has no images");
    }
    (!images.is_empty()).then_some(Block::Gallery(images))
}

fn html(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Block> {
    let path = path.key("html");
    let untrusted = field(value, &["html"]).and_then(|html| context.string(html, &path)).unwrap_or_default();
    context.html(untrusted, &path)
}

/// A block of a type that the format does not have: its text is shown, if it has one.
fn unknown(kind: &str, value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Block> {
    let content = field(value, &["text"]).map(|text| spans(text, context, &path.key("text"))).unwrap_or_default();
    let what = if content.is_empty() { "block left out" } else { "shown as a paragraph" };
    let why = if kind.is_empty() {
        String::from("the block has no type")
    } else {
        ["the format has no block of type \"", kind, "\""].concat()
    };
    context.notice(path, what, &why);
    (!content.is_empty()).then_some(Block::Paragraph(content))
}
