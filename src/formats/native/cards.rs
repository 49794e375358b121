//! The cards of the native format, and the candidates that become cards.

use super::date;
use crate::{
    coerce::field,
    context::{Context, Fields, each},
    images::image,
    json::Value,
    model::{Card, Image, Post},
    report::{Need, NoticeCode, Path},
};

/// Reads the cards of the strip.
pub fn cards(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Card> {
    each(value, context, path, card)
}

fn card(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Card> {
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
        image: fields.read("image", picture),
        published: fields.read("published", date),
        tags: fields.read("tags", tags),
    };
    if card.title.is_empty() {
        fields.notice(NoticeCode::CardDropped, "it has no title");
        return None;
    }
    Some(card)
}

fn picture(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Image> {
    Some(image(value, context, path)).filter(|image| image.src.is_some())
}

fn tags(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<String> {
    each(value, context, path, |tag, context, path| Some(context.line(tag, path)).filter(|tag| !tag.is_empty()))
}

/// Fills the strip up with the best candidates.
pub fn add_ranked_candidates(post: &mut Post, fields: &mut Fields<'_, '_, '_, '_>) {
    let Some(candidates) = fields.get("candidates") else { return };
    let Some(rank) = fields.context.tools.ranker() else { return fields.context.needs.add(Need::Candidates) };
    let found = cards(candidates, fields.context, &Path::Root.key("candidates"));
    let of_meta = |name: &str| fields.get("meta").and_then(|meta| field(meta, name));
    let own = fields.get("tags").or_else(|| of_meta("tags")).or_else(|| of_meta("stack"));
    let own = Card {
        id: post.id.clone(),
        url: post.url.clone(),
        title: post.title.clone(),
        tags: own.map(|value| tags(value, fields.context, &Path::Root.key("tags"))).unwrap_or_default(),
        ..Card::default()
    };
    post.similar = rank(&own, std::mem::take(&mut post.similar), found);
}
