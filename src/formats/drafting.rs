//! An envelope → a post: the values at its ways become parts of the model; other fields become facts.

mod facts;
mod images;
mod intro;
mod people;
mod topics;

pub use people::{at_error, author};
pub use topics::topics;

use super::{
    bodies::{self, Body},
    envelope::{Draft, Envelope, Reading},
    pictures,
    ways::{first, text_of},
    words,
};
use crate::{
    context::{Context, prose},
    json::Value,
    model::{Block, Card, Date, Subject},
    options::is_language,
    policy::{SafeUrl, Sink, text},
    report::{NoticeCode, Path},
    scan::parts,
};
use facts::facts;
use images::images;
use intro::{intro, without_more};
use people::authors;
use topics::{related, tags};

/// Reads a whole post; `body` is the body format that the host names.
pub fn draft<'v, 'a: 'v>(reading: &mut Reading<'_, 'v, 'a, '_>, body: Option<Body>) -> Draft<'v> {
    let envelope = reading.envelope;
    let mut draft = Draft::default();
    draft.post.id = reading.find("id", envelope.id).and_then(|(_, id)| text_of(id)).map(text::line).unwrap_or_default();
    draft.post.lang = language(reading);
    if let (Some(lang), true) = (&draft.post.lang, reading.context.lang.is_empty()) {
        reading.context.lang.clone_from(lang);
    }
    draft.post.url = page(reading);
    // Without a base URL from the host, relative addresses are relative to the post's own page.
    if reading.context.base.is_none() {
        reading.context.base = draft.post.url.clone().filter(SafeUrl::is_external);
    }
    draft.post.title = title(reading);
    draft.post.published = date(reading, "published", envelope.published);
    draft.post.modified = date(reading, "modified", envelope.modified);
    draft.post.authors = authors(reading);
    draft.post.body = body_of(reading, body);
    draft.post.intro = intro(reading, &draft.post.body);
    draft.post.images = images(reading);
    draft.tags = tags(reading);
    if !draft.tags.is_empty() {
        let listed = draft.tags.iter().map(|tag| Value::Text(tag.clone().into())).collect();
        draft.fact("tags", Value::List(listed));
    }
    if let Some((way, similar)) = reading.find("similar", envelope.similar) {
        draft.post.similar = related(similar, reading.context, &reading.path.way(way));
    }
    if let Some(finish) = envelope.finish {
        finish(reading, &mut draft);
    }
    // A body without an envelope has no other fields.
    if envelope.body != "." {
        facts(reading, &mut draft);
    }
    draft
}

/// Reads as much of a post as is compared and as a card shows.
pub fn card(
    envelope: &'static Envelope,
    object: &Value<'_>,
    context: &mut Context<'_>,
    path: &Path<'_>,
) -> Option<Subject> {
    let reading = &mut Reading { envelope, object, context, path, beside: None, mapped: Vec::new(), kept: Vec::new() };
    let title = title(reading);
    if title.is_empty() {
        return None;
    }
    let excerpt = reading.word(envelope.intro).map(|intro| words::line(intro, reading.context)).unwrap_or_default();
    let card = Card {
        id: reading.word(envelope.id).map(text::line).unwrap_or_default(),
        url: page(reading),
        title,
        excerpt: without_more(&excerpt).to_string(),
        image: first(object, envelope.picture)
            .and_then(|(way, found)| pictures::image(found, reading.context, &path.way(way))),
        published: date(reading, "", envelope.published),
        tags: tags(reading),
        ..Card::default()
    };
    let body = parts(envelope.body, b" ").map(|entry| entry.split_once('=').map_or(entry, |(way, _)| way));
    let text = body.filter_map(|way| reading.at(way)).map(prose).find(|text| !text.trim().is_empty());
    Some(Subject { card, text: text.unwrap_or_default() })
}

fn title(reading: &mut Reading<'_, '_, '_, '_>) -> String {
    let Some((_, title)) = reading.find("title", reading.envelope.title) else { return String::new() };
    let untrusted = text_of(title).unwrap_or_default();
    if reading.envelope.title_is_html {
        words::line(untrusted, reading.context)
    } else {
        words::plain_line(untrusted, reading.context)
    }
}

fn page(reading: &mut Reading<'_, '_, '_, '_>) -> Option<SafeUrl> {
    let (way, found) = reading.find("url", reading.envelope.url)?;
    let address = Value::Text(text_of(found)?.into());
    reading.context.url(&address, Sink::Page, &reading.path.way(way))
}

fn language(reading: &mut Reading<'_, '_, '_, '_>) -> Option<String> {
    let (_, found) = reading.find("lang", reading.envelope.lang)?;
    let tag = text::line(text_of(found)?).replace('_', "-");
    is_language(&tag).then_some(tag)
}

/// The first of some ways that leads to a date. A way that ends in `_gmt` means UTC.
fn date(reading: &mut Reading<'_, '_, '_, '_>, part: &'static str, ways: &'static str) -> Option<Date> {
    for way in parts(ways, b" ") {
        let Some(untrusted) = reading.at(way).and_then(text_of) else { continue };
        if Date::is_zero(untrusted) {
            continue;
        }
        let Some(mut date) = Date::parse(untrusted).or_else(|| Date::from_epoch(untrusted)) else {
            reading.note(way, NoticeCode::DateRefused, "", "it is no date in a form such as 2025-04-10");
            continue;
        };
        if let (true, Some(time)) = (way.ends_with("gmt"), &mut date.time)
            && time.zone.is_empty()
        {
            time.zone = "Z".into();
        }
        reading.mapped.push((part, way));
        return Some(date);
    }
    None
}

fn body_of(reading: &mut Reading<'_, '_, '_, '_>, asked: Option<Body>) -> Vec<Block> {
    let mut refused = None;
    for entry in parts(reading.envelope.body, b" ") {
        let (way, kind) = entry.split_once('=').unwrap_or((entry, ""));
        let Some(value) = reading.at(way) else { continue };
        let body = Body::named(kind).or(asked).or_else(|| Body::of(value).map(|(_, body)| body));
        let Some(body) = body else {
            refused = refused.or(Some((way, value)));
            continue;
        };
        let blocks = bodies::read(value, body, reading.beside, reading.context, &reading.path.way(way));
        if !blocks.is_empty() {
            reading.mapped.push(("body", way));
            return blocks;
        }
    }
    if let Some((way, value)) = refused {
        reading.context.wrong_shape(value, "a text or the blocks of an editor", &reading.path.way(way));
    }
    Vec::new()
}
