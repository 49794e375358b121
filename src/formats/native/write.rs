//! A post → the native format, in its exact names.

use crate::{
    json::Value,
    json_ld::map,
    model::{Block, Card, Credit, Date, Image, Item, Mark, Post, SafeUrl, Span},
};

/// Writes `post`. Its meta goes out as `source` has it: what was typed for showing is still there as it was given.
pub fn write(post: &Post, source: &Value<'_>) -> Value<'static> {
    let author =
        |author: &crate::model::Author| map(&mut [("name", text(&author.name)), ("url", url(author.url.as_ref()))]);
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
        ("meta", super::named(source, "meta").map_or(Value::Null, owned)),
        ("images", images(&post.images)),
        ("similar", Value::List(post.similar.iter().map(card).collect())),
    ])
}

fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_string().into())
}

fn number(number: u32) -> Value<'static> {
    Value::Number(number.to_string().into())
}

fn url(url: Option<&SafeUrl>) -> Value<'static> {
    url.map_or(Value::Null, |url| text(url.as_str()))
}

fn date(date: Option<&Date>) -> Value<'static> {
    date.map_or(Value::Null, |date| text(&date.to_string()))
}

/// A copy that borrows nothing. JSON nests 128 levels at most, so this recursion is bounded.
fn owned(value: &Value<'_>) -> Value<'static> {
    match value {
        Value::Null => Value::Null,
        Value::Bool(flag) => Value::Bool(*flag),
        Value::Number(digits) => Value::Number(digits.to_string().into()),
        Value::Text(untrusted) => text(untrusted),
        Value::Raw(raw) => text(raw),
        Value::List(items) => Value::List(items.iter().map(owned).collect()),
        Value::Map(entries) => {
            Value::Map(entries.iter().map(|(key, value)| (key.to_string().into(), owned(value))).collect())
        }
    }
}

/// A lone plain span is a text; others are a list of inlines.
fn spans(spans: &[Span]) -> Value<'static> {
    let plain = |span: &Span| span.href.is_none() && span.marks == crate::model::Marks::default();
    match spans {
        [] => Value::Null,
        [only] if plain(only) => text(&only.text),
        several => {
            Value::List(several.iter().map(|span| if plain(span) { text(&span.text) } else { inline(span) }).collect())
        }
    }
}

fn inline(span: &Span) -> Value<'static> {
    let marks = Mark::ALL.iter().filter(|(mark, _)| span.marks.has(*mark)).map(|(_, name)| text(name));
    map(&mut [("text", text(&span.text)), ("marks", Value::List(marks.collect())), ("href", url(span.href.as_ref()))])
}

fn blocks(blocks: &[Block]) -> Value<'static> {
    Value::List(blocks.iter().map(block).collect())
}

/// Blocks nest at most `BLOCK_DEPTH` levels, so this recursion is bounded by the model.
fn block(block: &Block) -> Value<'static> {
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
                if !content.is_empty() {
                    content.push(Span::plain("\n"));
                }
                content.extend(spans_of(block));
            }
            map(&mut [("type", text("quote")), ("text", spans(&content)), ("cite", spans(cite))])
        }
        Block::Table(table) => {
            let row = |cells: &Vec<Vec<Span>>| Value::List(cells.iter().map(|cell| cell_text(cell)).collect());
            map(&mut [
                ("type", text("table")),
                ("caption", spans(&table.caption)),
                ("head", if table.head.is_empty() { Value::Null } else { row(&table.head) }),
                ("rows", Value::List(table.rows.iter().map(row).collect())),
            ])
        }
        Block::Image(found) => match image(found) {
            Value::Map(mut entries) => {
                entries.insert(0, ("type".into(), text("image")));
                Value::Map(entries)
            }
            other => other,
        },
        Block::Gallery(found) => map(&mut [("type", text("gallery")), ("images", images(found))]),
        Block::Divider => map(&mut [("type", text("divider"))]),
    }
}

fn cell_text(cell: &[Span]) -> Value<'static> {
    if cell.is_empty() { text("") } else { spans(cell) }
}

fn item(item: &Item) -> Value<'static> {
    let nested = item.blocks.iter().find_map(|block| match block {
        Block::List { items, .. } => Some(Value::List(items.iter().map(self::item).collect())),
        _ => None,
    });
    if item.checked.is_none() && nested.is_none() {
        return spans(&item.content);
    }
    let checked = item.checked.map_or(Value::Null, Value::Bool);
    map(&mut [("text", spans(&item.content)), ("checked", checked), ("items", nested.unwrap_or(Value::Null))])
}

/// The text of a quoted block.
fn spans_of(block: &Block) -> Vec<Span> {
    match block {
        Block::Paragraph(content) | Block::Heading { content, .. } => content.clone(),
        Block::Code { text, .. } => vec![Span::plain(text.as_str())],
        Block::List { items, .. } => items.iter().flat_map(|item| item.content.clone()).collect(),
        _ => Vec::new(),
    }
}

fn images(images: &[Image]) -> Value<'static> {
    Value::List(images.iter().map(image).collect())
}

fn image(image: &Image) -> Value<'static> {
    let candidates = image.srcset.iter().map(|candidate| [candidate.src.as_str(), " ", &candidate.descriptor].concat());
    let pixels = |pixels: Option<u16>| pixels.map_or(Value::Null, |pixels| number(u32::from(pixels)));
    map(&mut [
        ("src", url(image.src.as_ref())),
        ("srcset", text(&candidates.collect::<Vec<_>>().join(", "))),
        ("sizes", text(image.sizes.as_deref().unwrap_or_default())),
        ("width", pixels(image.width)),
        ("height", pixels(image.height)),
        ("alt", text(&image.alt)),
        ("caption", spans(&image.caption)),
        ("placeholder", text(image.placeholder.as_ref().map_or("", |color| color.as_str()))),
        ("credit", image.credit.as_deref().map_or(Value::Null, credit)),
    ])
}

fn credit(credit: &Credit) -> Value<'static> {
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

fn card(card: &Card) -> Value<'static> {
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
