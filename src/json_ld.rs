//! A post as JSON-LD: schema.org `BlogPosting`, its images as `ImageObject` with their credit.

use crate::{
    json::Value,
    model::{Credit, Image, Post, SafeUrl, plain_text},
};

/// The JSON-LD of `post`, with every image of its body and gallery.
pub fn json_ld(post: &Post) -> Value<'static> {
    let images: Vec<_> = post.body_images().into_iter().chain(&post.images).filter_map(image).collect();
    let authors: Vec<_> = post
        .authors
        .iter()
        .map(|author| {
            map(&mut [("@type", text("Person")), ("name", text(&author.name)), ("url", url(author.url.as_ref()))])
        })
        .collect();
    map(&mut [
        ("@context", text("https://schema.org")),
        ("@type", text("BlogPosting")),
        ("headline", text(&post.title)),
        ("description", text(&plain_text(&post.intro))),
        ("url", url(post.url.as_ref())),
        ("inLanguage", text(post.lang.as_deref().unwrap_or_default())),
        ("datePublished", text(&post.published.as_ref().map(ToString::to_string).unwrap_or_default())),
        ("dateModified", text(&post.modified.as_ref().map(ToString::to_string).unwrap_or_default())),
        ("author", Value::List(authors)),
        ("image", Value::List(images)),
    ])
}

fn image(image: &Image) -> Option<Value<'static>> {
    let src = image.src.as_ref()?;
    let none = Credit::default();
    let credit = image.credit.as_deref().unwrap_or(&none);
    let person = map(&mut [("name", text(&credit.creator)), ("url", url(credit.creator_url.as_ref()))]);
    Some(map(&mut [
        ("@type", text("ImageObject")),
        ("contentUrl", text(src.as_str())),
        ("caption", text(&plain_text(&image.caption))),
        ("name", text(&credit.title)),
        ("creator", person),
        ("creditText", text(&credit.source)),
        ("isBasedOn", url(credit.source_url.as_ref())),
        ("copyrightNotice", text(&credit.notice)),
        ("license", url(credit.license_url.as_ref())),
        ("acquireLicensePage", url(credit.acquire_url.as_ref())),
    ]))
}

fn text(text: &str) -> Value<'static> {
    Value::Text(text.to_string().into())
}

fn url(url: Option<&SafeUrl>) -> Value<'static> {
    url.map_or(Value::Null, |url| text(url.as_str()))
}

/// An object without its empty entries; `null` when none is left.
pub(crate) fn map(entries: &mut [(&'static str, Value<'static>)]) -> Value<'static> {
    let is_filled = |value: &Value<'_>| match value {
        Value::Null => false,
        Value::Text(text) => !text.is_empty(),
        Value::List(items) => !items.is_empty(),
        _ => true,
    };
    let filled = entries.iter_mut().filter(|(_, value)| is_filled(value));
    let entries: Vec<_> = filled.map(|(key, value)| ((*key).into(), std::mem::replace(value, Value::Null))).collect();
    if entries.is_empty() { Value::Null } else { Value::Map(entries) }
}
