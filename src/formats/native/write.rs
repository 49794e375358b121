//! A post → the native format, in its exact names.

use crate::{
    coerce::field,
    json::{Value, map, text, url},
    model::{Author, Block, Card, Credit, Date, Image, Item, Mark, Marks, Post, Span},
};

/// Writes `post`. Its meta goes out as `source` has it: what was typed for showing is still there as it was given.
pub fn write<'v>(post: &'v Post, source: &'v Value<'v>) -> Value<'v> {
    map(&mut [
        ("format", text(super::NAME)),
        ("id", text(&post.id)),
        ("url", url(post.url.as_ref())),
        ("title", text(&post.title)),
        ("intro", spans(&post.intro)),
        ("lang", text(post.lang.as_deref().unwrap_or_default())),
        ("dir", text(post.dir.map_or("", crate::model::Dir::as_str))),
        ("published", date(post.published.as_ref())),
        ("modified", date(post.modified.as_ref())),
        ("authors", Value::List(post.authors.iter().map(author).collect())),
        ("body", blocks(&post.body)),
        ("meta_title", text(&post.meta.title)),
        ("meta", field(source, "meta").cloned().unwrap_or(Value::Null)),
        ("images", images(&post.images)),
        ("similar", Value::List(post.similar.iter().map(card).collect())),
    ])
}

fn author(author: &Author) -> Value<'_> {
    map(&mut [("name", text(&author.name)), ("url", url(author.url.as_ref()))])
}

fn number(number: u32) -> Value<'static> {
    Value::Number(number.to_string().into())
}

fn date(date: Option<&Date>) -> Value<'static> {
    date.map_or(Value::Null, |date| Value::Text(date.iso().into()))
}

/// A lone plain span is a text; others are a list of inlines.
fn spans(spans: &[Span]) -> Value<'_> {
    match spans {
        [] => Value::Null,
        [only] if is_plain(only) => text(&only.text),
        several => Value::List(several.iter().map(inline).collect()),
    }
}

fn is_plain(span: &Span) -> bool {
    span.href.is_none() && span.marks == Marks::default()
}

fn inline(span: &Span) -> Value<'_> {
    if is_plain(span) {
        return text(&span.text);
    }
    let marks = Mark::ALL.iter().filter(|(mark, _)| span.marks.has(*mark)).map(|(_, name)| text(name));
    map(&mut [("text", text(&span.text)), ("marks", Value::List(marks.collect())), ("href", url(span.href.as_ref()))])
}

/// Items and quotations hold text: images in them stand behind them.
fn blocks(blocks: &[Block]) -> Value<'_> {
    let with_images = |one| std::iter::once(block(one)).chain(images_within(one).into_iter().map(image_block));
    Value::List(blocks.iter().flat_map(with_images).collect())
}

/// The images in the items of a list, or in a quotation.
fn images_within(block: &Block) -> Vec<&Image> {
    let mut found = Vec::new();
    let mut open = vec![block];
    while let Some(next) = open.pop() {
        match next {
            Block::List { items, .. } => open.extend(items.iter().rev().flat_map(|item| item.blocks.iter().rev())),
            Block::Quote { blocks, .. } => open.extend(blocks.iter().rev()),
            Block::Image(image) if !std::ptr::eq(next, block) => found.push(image.as_ref()),
            Block::Gallery(images) if !std::ptr::eq(next, block) => found.extend(images),
            _ => {}
        }
    }
    found
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

/// Blocks nest at most `BLOCK_DEPTH` levels, so this recursion is bounded by the model.
fn block(block: &Block) -> Value<'_> {
    match block {
        Block::Paragraph(content) => map(&mut [("type", text("paragraph")), ("text", spans(content))]),
        Block::Heading { level, content } => {
            map(&mut [("type", text("heading")), ("level", number(u32::from(*level))), ("text", spans(content))])
        }
        Block::List { items, .. } if items.iter().any(|item| item.checked.is_some()) => {
            map(&mut [("type", text("checklist")), ("items", Value::List(items.iter().map(item).collect()))])
        }
        Block::List { ordered, start, items } => map(&mut [
            ("type", text("list")),
            ("ordered", Value::Bool(*ordered)),
            ("start", if *start == 1 { Value::Null } else { number(*start) }),
            ("items", Value::List(items.iter().map(item).collect())),
        ]),
        Block::Code { language, text: code } => map(&mut [
            ("type", text("code")),
            ("language", text(language.as_deref().unwrap_or_default())),
            ("text", text(code)),
        ]),
        Block::Quote { blocks, cite } => {
            let mut content = Vec::new();
            for block in blocks {
                quoted(block, &mut content);
            }
            map(&mut [("type", text("quote")), ("text", Value::List(content)), ("cite", spans(cite))])
        }
        Block::Table(table) => map(&mut [
            ("type", text("table")),
            ("caption", spans(&table.caption)),
            ("head", if table.head.is_empty() { Value::Null } else { row(&table.head) }),
            ("rows", Value::List(table.rows.iter().map(|cells| row(cells)).collect())),
        ]),
        Block::Image(found) => image_block(found),
        Block::Gallery(found) => map(&mut [("type", text("gallery")), ("images", images(found))]),
        Block::Divider => map(&mut [("type", text("divider"))]),
    }
}

fn row(cells: &[Vec<Span>]) -> Value<'_> {
    Value::List(cells.iter().map(|cell| cell_text(cell)).collect())
}

fn cell_text(cell: &[Span]) -> Value<'_> {
    if cell.is_empty() { text("") } else { spans(cell) }
}

/// An item: its lists become one, what else is in it lines of its text.
fn item(item: &Item) -> Value<'_> {
    let (mut nested, mut content) = (Vec::new(), Vec::new());
    content.extend(item.content.iter().map(inline));
    for block in &item.blocks {
        match block {
            Block::List { items, .. } => nested.extend(items.iter().map(self::item)),
            block => quoted(block, &mut content),
        }
    }
    let content = match content.as_mut_slice() {
        [only @ Value::Text(_)] => std::mem::replace(only, Value::Null),
        _ => Value::List(content),
    };
    if item.checked.is_none() && nested.is_empty() {
        return content;
    }
    map(&mut [
        ("text", content),
        ("checked", item.checked.map_or(Value::Null, Value::Bool)),
        ("items", Value::List(nested)),
    ])
}

/// The text of a block where only text may stand: each part of it is a line.
fn quoted<'v>(block: &'v Block, into: &mut Vec<Value<'v>>) {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => line(content, into),
        Block::Code { text: code, .. } => {
            if !into.is_empty() {
                into.push(text("\n"));
            }
            into.push(text(code));
        }
        Block::Quote { blocks, cite } => {
            for block in blocks {
                quoted(block, into);
            }
            line(cite, into);
        }
        Block::List { items, .. } => {
            for item in items {
                line(&item.content, into);
                for block in &item.blocks {
                    quoted(block, into);
                }
            }
        }
        Block::Table(table) => {
            line(&table.caption, into);
            table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| line(cell, into));
        }
        Block::Image(_) | Block::Gallery(_) | Block::Divider => {}
    }
}

/// Begins a line where something stands before it.
fn line<'v>(content: &'v [Span], into: &mut Vec<Value<'v>>) {
    if !into.is_empty() && !content.is_empty() {
        into.push(text("\n"));
    }
    into.extend(content.iter().map(inline));
}

fn images(images: &[Image]) -> Value<'_> {
    Value::List(images.iter().map(image).collect())
}

fn image(image: &Image) -> Value<'_> {
    let candidates =
        image.srcset.iter().map(|candidate| [candidate.src().as_str(), " ", candidate.descriptor()].concat());
    let pixels = |pixels: Option<u16>| pixels.map_or(Value::Null, |pixels| number(u32::from(pixels)));
    map(&mut [
        ("src", url(image.src.as_ref())),
        ("srcset", Value::Text(candidates.collect::<Vec<_>>().join(", ").into())),
        ("sizes", text(image.sizes.as_deref().unwrap_or_default())),
        ("width", pixels(image.width)),
        ("height", pixels(image.height)),
        ("alt", text(&image.alt)),
        ("caption", spans(&image.caption)),
        ("placeholder", text(image.placeholder.as_ref().map_or("", |color| color.as_str()))),
        ("credit", image.credit.as_deref().map_or(Value::Null, credit)),
    ])
}

fn credit(credit: &Credit) -> Value<'_> {
    let yes = |flag: bool| if flag { Value::Bool(true) } else { Value::Null };
    map(&mut [
        ("title", text(&credit.title)),
        ("creator", text(&credit.creator)),
        ("creator_url", url(credit.creator_url.as_ref())),
        ("source", text(&credit.source)),
        ("source_url", url(credit.source_url.as_ref())),
        ("license", text(&credit.license)),
        ("license_url", url(credit.license_url.as_ref())),
        ("notice", text(&credit.notice)),
        ("acquire_url", url(credit.acquire_url.as_ref())),
        ("modified", yes(credit.modified)),
        ("required", yes(credit.required)),
    ])
}

/// Writes a card.
pub fn card(card: &Card) -> Value<'_> {
    map(&mut [
        ("id", text(&card.id)),
        ("url", url(card.url.as_ref())),
        ("title", text(&card.title)),
        ("excerpt", text(&card.excerpt)),
        ("image", card.image.as_ref().map_or(Value::Null, image)),
        ("published", date(card.published.as_ref())),
        ("tags", Value::List(card.tags.iter().map(|tag| text(tag)).collect())),
    ])
}
