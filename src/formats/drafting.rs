//! An envelope → a post: what its ways lead to is read into the parts of the model; the rest becomes facts.

use super::{
    bodies::{self, Body},
    envelope::{Draft, Envelope, Reading},
    pictures,
    ways::{first, says, text_of},
    words,
};
use crate::{
    coerce::{items, whole},
    context::Context,
    json::Value,
    model::{Author, Block, Card, Date, Image, Span, plain_text},
    options::is_language,
    policy::{SafeUrl, Sink, text},
    report::{NoticeCode, Path},
    scan::{is_one_of, parts},
};

/// Reads a whole post; `body` is what the host says that its article is written in.
pub fn draft<'v, 'a: 'v>(reading: &mut Reading<'_, 'v, 'a, '_>, body: Option<Body>) -> Draft<'v> {
    let envelope = reading.envelope;
    let mut draft = Draft::default();
    draft.post.id = reading.find("id", envelope.id).and_then(|(_, id)| text_of(id)).map(text::line).unwrap_or_default();
    draft.post.lang = language(reading);
    if let (Some(lang), true) = (&draft.post.lang, reading.context.lang.is_empty()) {
        reading.context.lang.clone_from(lang);
    }
    draft.post.url = page(reading);
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
    // A body alone has nothing beside it.
    if envelope.body != "." {
        facts(reading, &mut draft);
    }
    draft
}

/// Reads as much of a post as a card shows.
pub fn card(envelope: &'static Envelope, object: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Card> {
    let reading = &mut Reading { envelope, object, context, path, beside: None, mapped: Vec::new(), kept: Vec::new() };
    let title = title(reading);
    if title.is_empty() {
        return None;
    }
    let excerpt = reading.word(envelope.intro).map(|intro| words::line(intro, reading.context)).unwrap_or_default();
    Some(Card {
        id: reading.word(envelope.id).map(text::line).unwrap_or_default(),
        url: page(reading),
        title,
        excerpt: without_more(&excerpt).to_string(),
        image: first(object, envelope.picture).and_then(|(way, found)| pictures::image(found, reading.context, &path.way(way))),
        published: date(reading, "", envelope.published),
        tags: tags(reading),
    })
}

fn title(reading: &mut Reading<'_, '_, '_, '_>) -> String {
    let Some((_, title)) = reading.find("title", reading.envelope.title) else { return String::new() };
    let untrusted = text_of(title).unwrap_or_default();
    if reading.envelope.title_is_html { words::line(untrusted, reading.context) } else { words::plain_line(untrusted, reading.context) }
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

/// The first of some ways that leads to a day of the calendar. A way that ends in `_gmt` means UTC.
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

fn authors(reading: &mut Reading<'_, '_, '_, '_>) -> Vec<Author> {
    let Some((way, found)) = reading.find("authors", reading.envelope.authors) else { return Vec::new() };
    let mut authors = Vec::new();
    for (index, one) in items(found).iter().enumerate() {
        let place = if matches!(found, Value::List(_)) { [way, ".", &index.to_string()].concat() } else { way.to_string() };
        let path = reading.path.way(&place);
        authors.extend(author(one, reading.context, &path));
    }
    authors
}

/// An author: a name, or an object that has one. A number names nobody.
pub fn author(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Author> {
    const NAME: &str = "name display_name displayName properties.name attributes.name data.attributes.name fields.name full_name \
                        fullName username title login";
    const URL: &str = "url link website properties.url attributes.url fields.url";
    if at_error(value) {
        context.detailed_notice(path, NoticeCode::EmbeddedError, "an author", "the server did not give one away");
        return None;
    }
    let name = match value {
        Value::Text(name) if !name.bytes().all(|byte| byte.is_ascii_digit()) => Some(name.as_ref()),
        Value::Map(_) => first(value, NAME).and_then(|(_, name)| text_of(name)),
        _ => None,
    };
    let Some(name) = name.map(|name| words::plain_line(name, context)).filter(|name| !name.is_empty()) else {
        context.notice(path, NoticeCode::AuthorDropped, "there is no name, only a number or nothing");
        return None;
    };
    let url = first(value, URL).filter(|_| matches!(value, Value::Map(_)));
    let url = url.and_then(|(way, found)| context.url(&Value::Text(text_of(found)?.into()), Sink::Page, &path.way(way)));
    Some(Author { name, url })
}

/// Is it an error of WordPress in place of an object?
pub fn at_error(value: &Value<'_>) -> bool {
    value.get("code").is_some() && value.get("message").is_some() && value.get("data").is_some()
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

/// What a theme writes behind an excerpt.
const MORE: [&str; 12] = [
    "[…]", "[...]", "[&hellip;]", "Read More »", "Read more »", "Read More", "Read more", "Continue reading →", "Continue Reading",
    "Continue reading", "more »", "→",
];

/// The introduction, without what leads to the rest. One that only repeats the beginning of the article says nothing.
fn intro(reading: &mut Reading<'_, '_, '_, '_>, body: &[Block]) -> Vec<Span> {
    let Some((way, found)) = reading.find("intro", reading.envelope.intro) else { return Vec::new() };
    let untrusted = text_of(found).unwrap_or_default();
    let place = reading.path.way(way);
    let mut spans = match found {
        Value::List(_) | Value::Map(_) if text_of(found).is_none() => {
            let body = Body::of(found).map(|(_, body)| body);
            words::spans_of(body.map(|body| bodies::read(found, body, None, reading.context, &place)).unwrap_or_default())
        }
        _ => words::spans(untrusted, reading.context, &place),
    };
    let is_link_to_more = |span: &Span| span.href.is_some() && is_more(&span.text);
    spans.retain(|span| !is_link_to_more(span));
    while let Some(last) = spans.last_mut() {
        let kept = without_more(&last.text).len();
        last.text.truncate(kept);
        if !last.text.trim().is_empty() {
            break;
        }
        spans.pop();
    }
    let words = plain_text(&spans);
    let begin = |text: &str| text.chars().filter(|char| char.is_alphanumeric()).take(80).collect::<String>();
    let own = begin(words.trim_end_matches('…'));
    let article: String = body.iter().take(8).map(|block| match block {
        Block::Paragraph(spans) | Block::Heading { content: spans, .. } => plain_text(spans),
        _ => String::new(),
    }).collect();
    if own.chars().count() > 20 && begin(&article).starts_with(&own) {
        reading.note(way, NoticeCode::IntroRepeats, "", "it is the beginning of the article");
        return Vec::new();
    }
    spans
}

/// Are these the words of a link to the whole text?
fn is_more(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    ["read more", "continue reading", "more", "weiterlesen", "lire la suite", "leer más", "[…]", "…", "→"].iter().any(|more| text.starts_with(more))
}

/// A text without the signs that there is more.
fn without_more(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(rest) = MORE.iter().find_map(|more| text.strip_suffix(more)) {
        text = rest.trim_end();
    }
    text
}

fn images(reading: &mut Reading<'_, '_, '_, '_>) -> Vec<Image> {
    let envelope = reading.envelope;
    let mut images = Vec::new();
    if let Some((way, found)) = reading.find("images", envelope.picture) {
        images.extend(pictures::image(found, reading.context, &reading.path.way(way)));
    }
    if let Some(picture) = images.first_mut() {
        if picture.alt.is_empty() {
            picture.alt = reading.word(envelope.picture_alt).map(text::line).unwrap_or_default();
        }
        if let (Some(caption), true, true) = (reading.word(envelope.picture_caption), picture.caption.is_empty(), picture.credit.is_none()) {
            let caption = words::spans(caption, reading.context, &reading.path.way(envelope.picture_caption));
            picture.credit = reading.context.tools.credit_of_caption(&caption, reading.context);
            picture.caption = if picture.credit.is_some() { Vec::new() } else { caption };
        }
    }
    if let Some((way, found)) = reading.find("images", envelope.images) {
        for (index, one) in items(found).iter().enumerate() {
            let step = [way, ".", &index.to_string()].concat();
            let kind = first(one, "mime_type mimeType contentType").and_then(|(_, kind)| text_of(kind)).unwrap_or("image/");
            if kind.starts_with("image/") {
                images.extend(pictures::image(one, reading.context, &reading.path.way(&step)));
            } else {
                reading.note(&step, NoticeCode::PartDropped, "an attachment", "it is no image");
            }
        }
    }
    images
}

/// Names of topics: texts, objects with a name, or one text with commas.
fn tags(reading: &mut Reading<'_, '_, '_, '_>) -> Vec<String> {
    let Some((_, found)) = reading.find("tags", reading.envelope.tags) else { return Vec::new() };
    topics(found, reading.context)
}

/// The names in a list of topics.
pub fn topics(value: &Value<'_>, context: &Context<'_>) -> Vec<String> {
    const NAME: &str = "name title label attributes.name fields.name fields.title value slug";
    let named = |one: &Value<'_>| match one {
        Value::Text(text) => Some(words::plain_line(text, context)),
        Value::Map(_) => first(one, NAME).and_then(|(_, name)| text_of(name)).map(|name| words::plain_line(name, context)),
        _ => None,
    };
    let mut names: Vec<String> = match value {
        Value::Text(text) => text.split(',').map(text::line).collect(),
        Value::Map(entries) if first(value, NAME).is_none() => match value.get("data").or_else(|| value.get("nodes")) {
            Some(held) => items(held).iter().filter_map(named).collect(),
            None => entries.iter().filter_map(|(key, one)| named(one).or_else(|| matches!(one, Value::Map(_)).then(|| text::line(key)))).collect(),
        },
        other => items(other).iter().filter_map(named).collect(),
    };
    names.retain(|name| !name.is_empty());
    names
}

/// Cards of posts that the site itself has chosen.
fn related(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Card> {
    let mut cards = Vec::new();
    for (index, one) in items(value).iter().enumerate() {
        let path = path.item(index);
        let word = |ways: &'static str| first(one, ways).and_then(|(_, found)| text_of(found));
        let title = word("title.rendered title name").map(|title| words::line(title, context)).unwrap_or_default();
        if title.is_empty() {
            context.notice(&path, NoticeCode::CardDropped, "it has no title");
            continue;
        }
        let excerpt = word("excerpt.rendered excerpt description summary").map(|text| words::line(text, context)).unwrap_or_default();
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
            tags: Vec::new(),
        });
    }
    cards
}

/// What no way has led to, as facts: those of `spread` entry by entry.
fn facts<'v, 'a: 'v>(reading: &mut Reading<'_, 'v, 'a, '_>, draft: &mut Draft<'v>) {
    for field in parts(reading.envelope.spread, b" ") {
        match reading.at(field) {
            Some(Value::Map(entries)) => {
                let is_wrapped = entries.len() > 1 && entries.iter().all(|(_, value)| matches!(value, Value::List(one) if one.len() == 1));
                if is_wrapped {
                    reading.note(field, NoticeCode::ListsUnwrapped, "", "every value is a list of one");
                }
                for (key, value) in entries {
                    let held = if is_wrapped { items(value).first().unwrap_or(value) } else { value };
                    draft.fact(key, held.clone());
                }
            }
            Some(other) => draft.fact(field, other.clone()),
            None => {}
        }
    }
    let Value::Map(entries) = reading.object else { return };
    let mut quiet = Vec::new();
    let mut ids = Vec::new();
    for (key, value) in entries.iter().filter(|(_, value)| says(value)) {
        if reading.is_spoken_for(key) {
            if is_one_of(key, reading.envelope.quiet) && !reading.mapped.iter().any(|(_, way)| way.split('.').next() == Some(key)) {
                quiet.push(key.as_ref());
            }
        } else if reading.envelope.is_strict && is_ids(value) {
            ids.push(key.as_ref());
        } else {
            draft.fact(key, value.clone());
        }
    }
    for (names, why) in [(quiet, "programs keep them for themselves"), (ids, "they are numbers of other objects")] {
        if let Some(first) = names.first() {
            let many = [names.len().to_string().as_str(), if names.len() == 1 { " field" } else { " fields" }].concat();
            reading.note(first, NoticeCode::MachineFields, &many, why);
        }
    }
}

/// A list of nothing but numbers.
fn is_ids(value: &Value<'_>) -> bool {
    matches!(value, Value::List(items) if items.iter().all(|item| matches!(item, Value::Number(_)) && whole(item).is_some()))
}
