//! Blocks as the editor of `WordPress` parses them: the HTML of each with those of its inner blocks in their places.

use crate::{
    coerce::items,
    context::Context,
    formats::ways::{at, first, text_of},
    json::Value,
    report::{NoticeCode, Path},
};

enum Work<'v, 'a> {
    Block(&'v Value<'a>, usize),
    Html(&'v str),
}

/// The HTML of all blocks.
pub fn html(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> String {
    let mut html = String::new();
    let top = first(value, "blocks").map_or(value, |(_, blocks)| blocks);
    let mut work: Vec<Work<'_, '_>> =
        items(top).iter().enumerate().rev().map(|(index, block)| Work::Block(block, index)).collect();
    while let Some(next) = work.pop() {
        match next {
            Work::Html(part) => html += part,
            Work::Block(block, index) => {
                let mut parts = parts(block);
                if parts.is_empty() && at(block, "blockName").and_then(text_of).is_some() {
                    let name = at(block, "blockName").and_then(text_of).unwrap_or_default();
                    let what = ["a block of type \"", name, "\""].concat();
                    context.detailed_notice(
                        &path.item(index),
                        NoticeCode::PartDropped,
                        &what,
                        "the server makes it when it is asked for: it has no HTML",
                    );
                }
                parts.reverse();
                work.append(&mut parts);
            }
        }
    }
    html
}

/// What a block is made of, in its order. In `innerContent`, each `null` is a place for an inner block.
fn parts<'v, 'a>(block: &'v Value<'a>) -> Vec<Work<'v, 'a>> {
    let mut inner = at(block, "innerBlocks").map(items).unwrap_or_default().iter().enumerate();
    let mut parts = Vec::new();
    match block.get("innerContent") {
        Some(Value::List(contents)) if !contents.is_empty() => {
            for part in contents {
                match part {
                    Value::Null => parts.extend(inner.next().map(|(index, block)| Work::Block(block, index))),
                    part => parts.extend(text_of(part).map(Work::Html)),
                }
            }
        }
        _ => {
            let html = first(block, "innerHTML renderedHtml attributes.content attrs.content originalContent");
            parts.extend(html.and_then(|(_, html)| text_of(html)).map(Work::Html));
        }
    }
    parts.extend(inner.map(|(index, block)| Work::Block(block, index)));
    let is_blank = |part: &Work<'_, '_>| matches!(part, Work::Html(html) if html.trim().is_empty());
    if parts.iter().all(is_blank) { Vec::new() } else { parts }
}
