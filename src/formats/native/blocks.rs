//! The body of the native format: blocks, each by its `type`.

use crate::{
    coerce::items,
    context::{Context, Fields, each, paragraphs, spans},
    images::{described, images},
    json::Value,
    model::{Block, Item, Span, Table},
    policy::{BLOCK_DEPTH, text},
    report::{NoticeCode, Path},
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
    match value {
        Value::Map(_) => {}
        Value::Text(untrusted) => return into.extend(paragraphs(untrusted)),
        other => return context.wrong_shape(other, "a block", path),
    }
    let fields = &mut Fields::new(value, context, path);
    let kind = fields.line("type");
    let block = match kind.as_str() {
        "paragraph" => some_text(fields).map(Block::Paragraph),
        "heading" => heading(fields),
        "list" => list(fields, false),
        "checklist" => list(fields, true),
        "code" => code(fields),
        "quote" => quote(fields),
        "table" => table(fields),
        "image" => Some(Block::Image(Box::new(described(value, fields.context, path)))),
        "gallery" => gallery(fields),
        "divider" => Some(Block::Divider),
        "html" => return into.append(&mut fields.read("html", html)),
        other => unknown(other, fields),
    };
    if let Some(block) = block {
        into.push(block);
    }
}

/// The text of a block. A block without one is left out with a notice.
fn some_text(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Vec<Span>> {
    let found = fields.read("text", spans);
    if found.is_empty() {
        fields.notice(NoticeCode::BlockDropped, "it has no text");
    }
    (!found.is_empty()).then_some(found)
}

fn heading(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Block> {
    let content = some_text(fields)?;
    let level = fields.whole("level").unwrap_or(2).clamp(1, 6) as u8;
    Some(Block::Heading { level, content })
}

fn list(fields: &mut Fields<'_, '_, '_, '_>, checks: bool) -> Option<Block> {
    let found = list_of(fields, checks, 1);
    if found.is_none() {
        fields.notice(NoticeCode::BlockDropped, "the list has no items");
    }
    found
}

/// Lists nest by `items` within items, [`BLOCK_DEPTH`] levels at most; deeper ones are left out with a notice.
fn list_of(fields: &mut Fields<'_, '_, '_, '_>, checks: bool, depth: usize) -> Option<Block> {
    let (path, mut found) = (fields.path.key("items"), Vec::new());
    for (index, entry) in items(fields.get("items")?).iter().enumerate() {
        let path = path.item(index);
        let mut fields = Fields::new(entry, fields.context, &path);
        if let Some(item) = item(&mut fields, entry, checks, depth) {
            found.push(item);
        }
    }
    let (ordered, start) = (fields.flag("ordered"), fields.whole("start").unwrap_or(1));
    (!found.is_empty()).then_some(Block::List { ordered, start, items: found })
}

fn item(fields: &mut Fields<'_, '_, '_, '_>, entry: &Value<'_>, checks: bool, depth: usize) -> Option<Item> {
    let mut item = Item::default();
    if matches!(entry, Value::Map(_)) {
        item.content = fields.read("text", spans);
    } else {
        item.content = spans(entry, fields.context, fields.path);
    }
    if depth < BLOCK_DEPTH {
        item.blocks.extend(list_of(fields, checks, depth + 1));
    } else if fields.get("items").is_some() {
        fields.notice(NoticeCode::ItemsTooDeep, "lists nest 32 levels at most");
    }
    if item.content.is_empty() && item.blocks.is_empty() {
        fields.notice(NoticeCode::ItemDropped, "it has no text");
        return None;
    }
    item.checked = checks.then(|| fields.flag("checked"));
    Some(item)
}

fn code(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Block> {
    let text: fn(&Value<'_>, &mut Context<'_>, &Path<'_>) -> String =
        |value, context, path| context.string(value, path).map(text::prose).unwrap_or_default();
    let text = fields.read("text", text);
    if text.trim().is_empty() {
        fields.notice(NoticeCode::BlockDropped, "it has no text");
        return None;
    }
    Some(Block::Code { language: fields.word("language"), text })
}

fn quote(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Block> {
    let content = some_text(fields)?;
    Some(Block::Quote { blocks: vec![Block::Paragraph(content)], cite: fields.read("cite", spans) })
}

fn table(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Block> {
    let caption = fields.read("caption", spans);
    let table = Table { caption, head: fields.read("head", cells), rows: fields.read("rows", rows) };
    if table.head.is_empty() && table.rows.is_empty() {
        fields.notice(NoticeCode::BlockDropped, "the table has no rows");
        return None;
    }
    Some(Block::Table(table))
}

fn rows(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Vec<Vec<Span>>> {
    each(value, context, path, |value, context, path| Some(cells(value, context, path)).filter(|row| !row.is_empty()))
}

fn cells(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Vec<Span>> {
    each(value, context, path, |value, context, path| Some(spans(value, context, path)))
}

fn gallery(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Block> {
    let images = fields.read("images", images);
    if images.is_empty() {
        fields.notice(NoticeCode::BlockDropped, "the gallery has no images");
    }
    (!images.is_empty()).then_some(Block::Gallery(images))
}

fn html(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Block> {
    let untrusted = context.string(value, path).unwrap_or_default();
    context.html(untrusted, path)
}

/// A block of a type that the format does not have: its text is shown, if it has one.
fn unknown(kind: &str, fields: &mut Fields<'_, '_, '_, '_>) -> Option<Block> {
    let content = fields.read("text", spans);
    let code = if content.is_empty() { NoticeCode::BlockDropped } else { NoticeCode::BlockAsParagraph };
    if kind.is_empty() {
        fields.notice(code, "the block has no type");
    } else {
        fields.notice(code, &["the format has no block of type \"", kind, "\""].concat());
    }
    (!content.is_empty()).then_some(Block::Paragraph(content))
}
