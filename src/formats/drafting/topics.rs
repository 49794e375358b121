//! What a post is about, and what is like it.

use super::intro::without_more;
use crate::{
    coerce::items,
    context::Context,
    formats::{
        envelope::Reading,
        pictures,
        ways::{first, text_of},
        words,
    },
    json::Value,
    model::{Card, Date},
    policy::{Sink, text},
    report::{NoticeCode, Path},
};

/// Names of topics: texts, objects with a name, or one text with commas.
pub fn tags(reading: &mut Reading<'_, '_, '_, '_>) -> Vec<String> {
    let Some((_, found)) = reading.find("tags", reading.envelope.tags) else { return Vec::new() };
    topics(found, reading.context)
}

/// The names in a list of topics.
pub fn topics(value: &Value<'_>, context: &Context<'_>) -> Vec<String> {
    const NAME: &str = "name title label attributes.name fields.name fields.title value slug";
    let named = |one: &Value<'_>| match one {
        Value::Text(text) => Some(words::plain_line(text, context)),
        Value::Map(_) => {
            first(one, NAME).and_then(|(_, name)| text_of(name)).map(|name| words::plain_line(name, context))
        }
        _ => None,
    };
    let mut names: Vec<String> = match value {
        Value::Text(text) => text.split(',').map(text::line).collect(),
        Value::Map(entries) if first(value, NAME).is_none() => match value.get("data").or_else(|| value.get("nodes")) {
            Some(held) => items(held).iter().filter_map(named).collect(),
            None => entries
                .iter()
                .filter_map(|(key, one)| named(one).or_else(|| matches!(one, Value::Map(_)).then(|| text::line(key))))
                .collect(),
        },
        other => items(other).iter().filter_map(named).collect(),
    };
    names.retain(|name| !name.is_empty());
    names
}

/// Cards of posts that the site itself has chosen.
pub fn related(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Card> {
    let mut cards = Vec::new();
    for (index, one) in items(value).iter().enumerate() {
        let path = path.item(index);
        let word = |ways: &'static str| first(one, ways).and_then(|(_, found)| text_of(found));
        let title = word("title.rendered title name").map(|title| words::line(title, context)).unwrap_or_default();
        if title.is_empty() {
            context.notice(&path, NoticeCode::CardDropped, "it has no title");
            continue;
        }
        let excerpt = word("excerpt.rendered excerpt description summary")
            .map(|text| words::line(text, context))
            .unwrap_or_default();
        let url = first(one, "url link permalink");
        let picture = first(one, "img.src img image thumbnail featured_image jetpack_featured_media_url");
        cards.push(Card {
            id: word("id ID").map(text::line).unwrap_or_default(),
            url: url.and_then(|(way, url)| context.url(url, Sink::Page, &path.way(way))),
            title,
            excerpt: without_more(&excerpt).to_string(),
            image: picture.and_then(|(way, found)| pictures::image(found, context, &path.way(way))),
            // Jetpack writes its dates for people, in any language.
            published: word("date_gmt date_published published_at").and_then(Date::parse),
            ..Card::default()
        });
    }
    cards
}
