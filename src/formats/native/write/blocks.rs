//! Blocks → the native format.

use super::{
    image, images, number,
    spans::{language, spans},
};
use crate::{
    json::{Value, map, text, url},
    model::{Block, Cell, Description, Image, Item, Span, Table},
};

/// Blocks nest at most `BLOCK_DEPTH` levels, so this recursion is bounded by the model.
pub(super) fn blocks(blocks: &[Block]) -> Value<'_> {
    Value::List(blocks.iter().map(block).collect())
}

fn block(block: &Block) -> Value<'_> {
    match block {
        Block::Paragraph(content) => map(&mut [("type", text("paragraph")), ("text", spans(content))]),
        Block::Heading { level, content } => {
            map(&mut [("type", text("heading")), ("level", number(u32::from(*level))), ("text", spans(content))])
        }
        Block::List { ordered, start, items } => list(*ordered, *start, items),
        Block::Code { language, text: code } => map(&mut [
            ("type", text("code")),
            ("language", text(language.as_deref().unwrap_or_default())),
            ("text", text(code)),
        ]),
        Block::Quote { blocks, cite } => {
            let (first, rest) = begun(blocks);
            map(&mut [("type", text("quote")), ("text", spans(first)), ("blocks", rest), ("cite", spans(cite))])
        }
        Block::Details { summary, blocks } => {
            let (first, rest) = begun(blocks);
            map(&mut [("type", text("details")), ("summary", spans(summary)), ("text", spans(first)), ("blocks", rest)])
        }
        Block::Descriptions(entries) => map(&mut [
            ("type", text("descriptions")),
            ("items", Value::List(entries.iter().map(description).collect())),
        ]),
        Block::Passage(passage, blocks) => {
            let (lang, dir) = language(passage);
            map(&mut [("type", text("passage")), ("lang", lang), ("dir", dir), ("blocks", self::blocks(blocks))])
        }
        Block::Table(table) => self::table(table),
        Block::Image(found) => image_block(found),
        Block::Gallery(found) => map(&mut [("type", text("gallery")), ("images", images(found))]),
        Block::Embed(embed) => map(&mut [
            ("type", text("embed")),
            ("service", text(&embed.service)),
            ("title", text(&embed.title)),
            ("url", url(Some(&embed.url))),
        ]),
        Block::Divider => map(&mut [("type", text("divider"))]),
    }
}

fn image_block(found: &Image) -> Value<'_> {
    match image(found) {
        Value::Map(mut entries) => {
            entries.insert(0, ("type".into(), text("image")));
            Value::Map(entries)
        }
        other => other,
    }
}

/// The first paragraph, and the blocks after it.
fn begun(all: &[Block]) -> (&[Span], Value<'_>) {
    match all {
        [Block::Paragraph(first), rest @ ..] => (first, blocks(rest)),
        _ => (&[], blocks(all)),
    }
}

fn list(ordered: bool, start: u32, items: &[Item]) -> Value<'_> {
    let kind = if has_checks(items) { "checklist" } else { "list" };
    let is_check = has_checks(items);
    map(&mut [
        ("type", text(kind)),
        ("ordered", if ordered { Value::Bool(true) } else { Value::Null }),
        ("start", if start == 1 { Value::Null } else { number(start) }),
        ("items", Value::List(items.iter().map(|item| self::item(item, is_check)).collect())),
    ])
}

fn has_checks(items: &[Item]) -> bool {
    items.iter().any(|item| item.checked.is_some())
}

/// An item. A first list of the same kind goes under `items`, all other content under `blocks`.
fn item(item: &Item, is_check: bool) -> Value<'_> {
    let (nested, rest) = match item.blocks.as_slice() {
        [Block::List { ordered, start, items }, rest @ ..] if has_checks(items) == is_check => {
            (Some((*ordered, *start, items.as_slice())), rest)
        }
        all => (None, all),
    };
    if item.checked.is_none() && item.blocks.is_empty() {
        return spans(&item.content);
    }
    let (ordered, start, items) = nested.unwrap_or((false, 1, &[]));
    map(&mut [
        ("text", spans(&item.content)),
        ("checked", item.checked.map_or(Value::Null, Value::Bool)),
        ("ordered", if ordered { Value::Bool(true) } else { Value::Null }),
        ("start", if start == 1 { Value::Null } else { number(start) }),
        ("items", Value::List(items.iter().map(|item| self::item(item, is_check)).collect())),
        ("blocks", blocks(rest)),
    ])
}

fn description(entry: &Description) -> Value<'_> {
    map(&mut [("term", spans(&entry.term)), ("text", spans(&entry.content)), ("blocks", blocks(&entry.blocks))])
}

fn table(table: &Table) -> Value<'_> {
    map(&mut [
        ("type", text("table")),
        ("caption", spans(&table.caption)),
        ("head", row(&table.head)),
        ("rows", Value::List(table.rows.iter().map(|cells| row(cells)).collect())),
    ])
}

fn row(cells: &[Cell]) -> Value<'_> {
    Value::List(cells.iter().map(cell).collect())
}

fn cell(cell: &Cell) -> Value<'_> {
    let content = if cell.content.is_empty() { text("") } else { spans(&cell.content) };
    if !cell.header && cell.colspan <= 1 && cell.rowspan <= 1 && cell.blocks.is_empty() {
        return content;
    }
    let span = |span: u16| if span > 1 { number(u32::from(span)) } else { Value::Null };
    map(&mut [
        ("text", content),
        ("header", if cell.header { Value::Bool(true) } else { Value::Null }),
        ("colspan", span(cell.colspan)),
        ("rowspan", span(cell.rowspan)),
        ("blocks", blocks(&cell.blocks)),
    ])
}
