//! The cards of the native format, and the candidates that become cards.

use super::date;
use crate::{
    coerce::field,
    context::{Context, Fields, PROSE, each, prose},
    images::image,
    json::Value,
    model::{Card, Image, Post, Subject, Why},
    related,
    report::{NoticeCode, Path},
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
        why: if fields.flag("recent") { Why::Recent } else { fields.read("why", why) },
        minutes: fields.read("minutes", minutes),
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

/// The words that a card has in common with its post.
fn why(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Why {
    let shared = tags(value, context, path);
    if shared.is_empty() { Why::Chosen } else { Why::Shared(shared) }
}

fn minutes(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> u32 {
    context.line(value, path).parse().unwrap_or_default()
}

/// Fills the strip up with the best candidates.
pub fn add_ranked_candidates(post: &mut Post, fields: &mut Fields<'_, '_, '_, '_>) {
    let Some(candidates) = fields.get("candidates") else { return };
    let of_meta = |name: &str| fields.get("meta").and_then(|meta| field(meta, name));
    let own = fields.get("tags").or_else(|| of_meta("tags")).or_else(|| of_meta("stack"));
    fields.context.tools.rank(post, own, candidates, fields.context);
}

/// The same, by a program that can.
pub fn rank(post: &mut Post, own: Option<&Value<'_>>, candidates: &Value<'_>, context: &mut Context<'_>) {
    let found = each(candidates, context, &Path::Root.key("candidates"), candidate);
    let card = Card {
        id: post.id.clone(),
        url: post.url.clone(),
        title: post.title.clone(),
        tags: own.map(|value| tags(value, context, &Path::Root.key("tags"))).unwrap_or_default(),
        published: post.published.clone(),
        ..Card::default()
    };
    post.similar = related::ranked(Subject { card, text: post.words(PROSE) }, std::mem::take(&mut post.similar), found);
}

/// A card, or a whole post.
fn candidate(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Subject> {
    let card = card(value, context, path)?;
    Some(Subject { card, text: field(value, "body").map(prose).unwrap_or_default() })
}
