//! A post → the native format, in its exact names.

mod blocks;
mod spans;

use super::is_address;
use blocks::blocks;
use spans::spans;

use crate::{
    coerce::{field, items},
    json::{Value, map, text, url},
    model::{Author, Card, Credit, Date, Image, Post, Subject, Why},
};

/// Writes `post`. Its meta is copied from `source`, because the model has it converted for display.
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
        ("href", url(image.href.as_ref())),
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
        ("tags", words(&card.tags)),
        ("why", if let Why::Shared(shared) = &card.why { words(shared) } else { Value::Null }),
        ("recent", if card.why == Why::Recent { Value::Bool(true) } else { Value::Null }),
        ("minutes", if card.minutes > 0 { Value::Number(card.minutes.to_string().into()) } else { Value::Null }),
    ])
}

/// Adds to a written post the candidates of `given`, the post as it was given, and others; and the addresses of lists.
pub fn candidates<'v>(post: &mut Value<'v>, given: Option<&'v Value<'v>>, others: impl Iterator<Item = &'v Subject>) {
    let Value::Map(fields) = post else { return };
    let of = |name: &str| given.and_then(|given| field(given, name));
    if let Some(address) = of("similar").filter(|value| is_address(value)) {
        fields.push(("similar".into(), address.clone()));
    }
    if let Some(address) = of("candidates").filter(|value| is_address(value)) {
        return fields.push(("candidates".into(), address.clone()));
    }
    let own = of("candidates").map(items).unwrap_or_default().iter().cloned();
    let all: Vec<Value<'_>> = own.chain(others.map(candidate)).collect();
    if !all.is_empty() {
        fields.push(("candidates".into(), Value::List(all)));
    }
}

/// A post that is to be compared.
pub fn candidate(subject: &Subject) -> Value<'_> {
    let mut written = card(&subject.card);
    if let (Value::Map(entries), false) = (&mut written, subject.text.trim().is_empty()) {
        entries.push(("body".into(), text(&subject.text)));
    }
    written
}

fn words(words: &[String]) -> Value<'_> {
    Value::List(words.iter().map(|word| text(word)).collect())
}
