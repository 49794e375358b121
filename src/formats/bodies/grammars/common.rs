//! Rules that several trees share.

use crate::{
    coerce::items,
    formats::{
        bodies::tree::{Node, Rule, Walk},
        ways::{first, text_of},
    },
    json::Value,
    model::Block,
    report::NoticeCode,
};

pub const LINE: Rule = Rule::Only("br");
pub const RULE: Rule = Rule::Only("hr");
pub const PARAGRAPH: Rule = Rule::Around("p");
pub const ROWS: Rule = Rule::Around("table");
pub const ROW: Rule = Rule::Around("tr");
pub const CELL: Rule = Rule::Around("td");
pub const HEAD: Rule = Rule::Around("th");
pub const QUOTE: Rule = Rule::Around("blockquote");
pub const PART: Rule = Rule::Around("div");

/// Several images: they make a gallery.
pub fn pictures_at<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, node: Node<'v, 'a>) {
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

/// A table of cells that are texts.
pub fn table<'v, 'a>(walk: &mut Walk<'_, 'v, 'a, '_>, rows: &[&'v [Value<'a>]], has_head: bool) {
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
