//! The body of the native format: blocks, each by its `type`.

use super::{
    level::Level,
    lists::{descriptions, list},
    table::table,
};
use crate::{
    coerce::items,
    context::{Context, Fields, language, paragraphs, spans},
    images::{described, images},
    json::Value,
    model::{Block, Embed, Span},
    policy::text,
    report::{NoticeCode, Path},
};

/// Reads a body: a text of plain paragraphs, or blocks.
pub fn body(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Block> {
    blocks(value, context, path, Level::top(blocks))
}

fn blocks(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>, level: Level) -> Vec<Block> {
    if let Value::Text(untrusted) = value {
        return paragraphs(untrusted);
    }
    if !matches!(value, Value::List(_) | Value::Map(_)) {
        context.wrong_shape(value, "a text or a list of blocks", path);
        return Vec::new();
    }
    let mut blocks = Vec::new();
    for (index, item) in items(value).iter().enumerate() {
        block(item, context, &path.item(index), level, &mut blocks);
    }
    blocks
}

fn block(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>, level: Level, into: &mut Vec<Block>) {
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
        "list" => list(fields, false, level),
        "checklist" => list(fields, true, level),
        "code" => code(fields),
        "quote" => quote(fields, level),
        "details" => details(fields, level),
        "descriptions" => descriptions(fields, level),
        "passage" => passage(fields, level),
        "table" => table(fields, level),
        "image" => Some(Block::Image(Box::new(described(value, fields.context, path)))),
        "gallery" => gallery(fields),
        "embed" => embed(fields),
        "divider" => Some(Block::Divider),
        "html" => return into.append(&mut fields.read("html", html)),
        other => return unknown(other, fields, level, into),
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

fn quote(fields: &mut Fields<'_, '_, '_, '_>, level: Level) -> Option<Block> {
    let content = fields.read("text", spans);
    let mut blocks = Vec::new();
    if !content.is_empty() {
        blocks.push(Block::Paragraph(content));
    }
    blocks.extend(level.blocks(fields));
    if blocks.is_empty() {
        fields.notice(NoticeCode::BlockDropped, "it has no text");
        return None;
    }
    Some(Block::Quote { blocks, cite: fields.read("cite", spans) })
}

fn details(fields: &mut Fields<'_, '_, '_, '_>, level: Level) -> Option<Block> {
    let (summary, mut blocks) = (fields.read("summary", spans), Vec::new());
    let content = fields.read("text", spans);
    if !content.is_empty() {
        blocks.push(Block::Paragraph(content));
    }
    blocks.extend(level.blocks(fields));
    if blocks.is_empty() && summary.is_empty() {
        fields.notice(NoticeCode::BlockDropped, "it has no text");
        return None;
    }
    Some(Block::Details { summary, blocks })
}

fn passage(fields: &mut Fields<'_, '_, '_, '_>, level: Level) -> Option<Block> {
    let blocks = level.blocks(fields);
    (!blocks.is_empty()).then(|| Block::Passage(language(fields), blocks))
}

fn embed(fields: &mut Fields<'_, '_, '_, '_>) -> Option<Block> {
    let (service, title) = (fields.line("service"), fields.line("title"));
    match fields.page("url") {
        Some(url) => Some(Block::Embed(Box::new(Embed { url, service, title }))),
        None if title.is_empty() => {
            fields.notice(NoticeCode::BlockDropped, "it has no address");
            None
        }
        None => Some(Block::Paragraph(vec![Span::plain(title)])),
    }
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

/// A block of an unknown type: its texts, items and blocks are shown.
fn unknown(kind: &str, fields: &mut Fields<'_, '_, '_, '_>, level: Level, into: &mut Vec<Block>) {
    let before = into.len();
    for name in ["title", "text"] {
        into.extend(Some(fields.read(name, spans)).filter(|text| !text.is_empty()).map(Block::Paragraph));
    }
    if fields.get("items").is_some() {
        into.extend(list(fields, false, level));
    }
    into.append(&mut level.blocks(fields));
    let code = if into.len() == before { NoticeCode::BlockDropped } else { NoticeCode::BlockAsParagraph };
    if kind.is_empty() {
        fields.notice(code, "the block has no type");
    } else {
        fields.notice(code, &["the format has no block of type \"", kind, "\""].concat());
    }
}
