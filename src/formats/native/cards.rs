//! The cards of the native format.

use super::date;
use crate::{
    coerce::items,
    context::{Context, Fields, each},
    images::image,
    json::Value,
    model::{Card, Image, Why},
    report::{Need, NoticeCode, Path},
};

/// Is it no list of cards, but the address of one?
pub fn is_address(value: &Value<'_>) -> bool {
    matches!(value, Value::Text(_))
}

/// Reads the cards of the strip. The page fetches a list that is named by its address.
pub fn cards(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Card> {
    if is_address(value) {
        context.needs.add(Need::Candidates);
        return Vec::new();
    }
    each(value, context, path, card)
}

/// Reads one card.
pub fn card(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Card> {
    read(value, context, path, |fields| match value.get("images") {
        Some(images) if value.get("image").is_none() => first_picture(images, fields.context, &path.key("images")),
        _ => fields.read("image", picture),
    })
}

/// Reads one card without its image.
pub fn card_of_words(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Card> {
    read(value, context, path, |_| None)
}

fn read(
    value: &Value<'_>,
    context: &mut Context<'_>,
    path: &Path<'_>,
    image: impl FnOnce(&mut Fields<'_, '_, '_, '_>) -> Option<Image>,
) -> Option<Card> {
    if !matches!(value, Value::Map(_)) {
        context.wrong_shape(value, "a card", path);
        return None;
    }
    let mut fields = Fields::new(value, context, path);
    let card = Card {
        id: fields.line("id"),
        url: fields.page("url"),
        title: fields.line("title"),
        excerpt: fields.line("excerpt"),
        image: image(&mut fields),
        published: fields.read("published", date),
        tags: fields.read("tags", tags),
        why: if fields.flag("recent") { Why::Recent } else { fields.read("why", why) },
        minutes: fields.read("minutes", minutes),
    };
    if card.title.is_empty() {
        fields.notice(NoticeCode::CardDropped, "it has no title");
        return None;
    }
    Some(card)
}

/// The picture of a whole post is its first image.
fn first_picture(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Image> {
    picture(items(value).first()?, context, &path.item(0))
}

fn picture(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Image> {
    Some(image(value, context, path)).filter(|image| image.src.is_some())
}

/// Reads tags.
pub fn tags(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<String> {
    each(value, context, path, |tag, context, path| Some(context.line(tag, path)).filter(|tag| !tag.is_empty()))
}

/// The words that a card has in common with its post.
fn why(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Why {
    let shared = tags(value, context, path);
    if shared.is_empty() { Why::Chosen } else { Why::Shared(shared) }
}

fn minutes(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> u32 {
    context.line(value, path).parse().unwrap_or_default()
}
