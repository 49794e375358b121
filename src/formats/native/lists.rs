//! Lists of the native format.

use super::level::Level;
use crate::{
    coerce::items,
    context::{Fields, spans},
    json::Value,
    model::{Block, Description, Item},
    report::NoticeCode,
};

/// A list, or a checklist.
pub(super) fn list(fields: &mut Fields<'_, '_, '_, '_>, checks: bool, level: Level) -> Option<Block> {
    let found = list_of(fields, checks, level);
    if found.is_none() {
        fields.notice(NoticeCode::BlockDropped, "the list has no items");
    }
    found
}

/// Lists nest by `items` within items.
fn list_of(fields: &mut Fields<'_, '_, '_, '_>, checks: bool, level: Level) -> Option<Block> {
    let (path, mut found) = (fields.path.key("items"), Vec::new());
    for (index, entry) in items(fields.get("items")?).iter().enumerate() {
        let path = path.item(index);
        let mut fields = Fields::new(entry, fields.context, &path);
        if let Some(item) = item(&mut fields, entry, checks, level) {
            found.push(item);
        }
    }
    let (ordered, start) = (fields.flag("ordered"), fields.whole("start").unwrap_or(1));
    (!found.is_empty()).then_some(Block::List { ordered, start, items: found })
}

fn item(fields: &mut Fields<'_, '_, '_, '_>, entry: &Value<'_>, checks: bool, level: Level) -> Option<Item> {
    let mut item = Item::default();
    if matches!(entry, Value::Map(_)) {
        item.content = fields.read("text", spans);
    } else {
        item.content = spans(entry, fields.context, fields.path);
    }
    if level.has_below("items", fields) {
        item.blocks.extend(list_of(fields, checks, level.below()));
    }
    item.blocks.append(&mut level.blocks(fields));
    if item.content.is_empty() && item.blocks.is_empty() {
        fields.notice(NoticeCode::ItemDropped, "it has no text");
        return None;
    }
    item.checked = checks.then(|| fields.flag("checked"));
    Some(item)
}

/// A description list: its items have a `term`, a `text`, `blocks`.
pub(super) fn descriptions(fields: &mut Fields<'_, '_, '_, '_>, level: Level) -> Option<Block> {
    let (path, mut found) = (fields.path.key("items"), Vec::new());
    for (index, entry) in items(fields.get("items").unwrap_or(&Value::Null)).iter().enumerate() {
        let path = path.item(index);
        let mut fields = Fields::new(entry, fields.context, &path);
        let (term, content) = (fields.read("term", spans), fields.read("text", spans));
        let entry = Description { term, content, blocks: level.blocks(&mut fields) };
        if entry.term.is_empty() && entry.content.is_empty() && entry.blocks.is_empty() {
            fields.notice(NoticeCode::ItemDropped, "it has no text");
        } else {
            found.push(entry);
        }
    }
    if found.is_empty() {
        fields.notice(NoticeCode::BlockDropped, "the list has no items");
        return None;
    }
    Some(Block::Descriptions(found))
}
