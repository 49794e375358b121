//! Tables of the native format.

use super::level::Level;
use crate::{
    coerce::items,
    context::{Fields, spans},
    json::Value,
    model::{Block, Cell, SPAN_LIMIT, Table},
    report::NoticeCode,
};

/// A table: `head` is a row, `rows` are rows, a row is a list of cells.
pub(super) fn table(fields: &mut Fields<'_, '_, '_, '_>, level: Level) -> Option<Block> {
    let mut table = Table { caption: fields.read("caption", spans), ..Table::default() };
    if let Some(value) = fields.get("head") {
        table.head = row(value, &mut Fields::new(value, fields.context, &fields.path.key("head")), level);
    }
    let path = fields.path.key("rows");
    for (index, value) in items(fields.get("rows").unwrap_or(&Value::Null)).iter().enumerate() {
        let cells = row(value, &mut Fields::new(value, fields.context, &path.item(index)), level);
        if !cells.is_empty() {
            table.rows.push(cells);
        }
    }
    if table.head.is_empty() && table.rows.is_empty() {
        fields.notice(NoticeCode::BlockDropped, "the table has no rows");
        return None;
    }
    Some(Block::Table(table))
}

fn row(value: &Value<'_>, fields: &mut Fields<'_, '_, '_, '_>, level: Level) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (index, value) in items(value).iter().enumerate() {
        cells.push(cell(value, &mut Fields::new(value, fields.context, &fields.path.item(index)), level));
    }
    cells
}

/// A cell: a text, or an object with a `text` and what else the cell has.
fn cell(value: &Value<'_>, fields: &mut Fields<'_, '_, '_, '_>, level: Level) -> Cell {
    let span = |name| fields.whole(name).unwrap_or(1).min(SPAN_LIMIT.into()) as u16;
    let (colspan, rowspan) = (span("colspan"), span("rowspan"));
    let is_inline = !matches!(value, Value::Map(_)) || fields.get("marks").or(fields.get("href")).is_some();
    let content = if is_inline { spans(value, fields.context, fields.path) } else { fields.read("text", spans) };
    Cell { header: fields.flag("header"), colspan, rowspan, content, blocks: level.blocks(fields) }
}
