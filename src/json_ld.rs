//! A post as JSON-LD: schema.org `BlogPosting`, its images as `ImageObject` with their credit.

use crate::{
    components::credit_text,
    json::{Value, map, text, url},
    labels::Localizer,
    model::{Credit, Date, Image, Post, plain_text},
};

/// The JSON-LD of `post`, with every image of its body and gallery. The line of credit is the one that `localizer` writes.
///
/// ```
/// use backmatter::{Localizer, NATIVE, json, json_ld::json_ld, labels::Labels, model::Post};
///
/// let localizer = Localizer { lang: "en".into(), labels: Labels::default(), locale: NATIVE.locale };
/// let post = Post { title: "Low water".into(), ..Post::default() };
/// assert!(json::write(&json_ld(&post, &localizer)).contains(r#""headline":"Low water""#));
/// ```
pub fn json_ld<'v>(post: &'v Post, localizer: &Localizer) -> Value<'v> {
    let images = post.body_images().into_iter().chain(&post.images);
    let images: Vec<_> = images.filter_map(|found| image(found, localizer)).collect();
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
        ("description", owned(plain_text(&post.intro))),
        ("url", url(post.url.as_ref())),
        ("inLanguage", text(post.lang.as_deref().unwrap_or_default())),
        ("datePublished", owned(post.published.as_ref().map(Date::iso).unwrap_or_default())),
        ("dateModified", owned(post.modified.as_ref().map(Date::iso).unwrap_or_default())),
        ("author", Value::List(authors)),
        ("image", Value::List(images)),
    ])
}

fn image<'v>(image: &'v Image, localizer: &Localizer) -> Option<Value<'v>> {
    let src = image.src.as_ref()?;
    Some(map(&mut [
        ("@type", text("ImageObject")),
        ("contentUrl", text(src.as_str())),
        ("caption", owned(plain_text(&image.caption))),
        ("name", credited(image, |credit| text(&credit.title))),
        ("creator", credited(image, |credit| person(credit))),
        ("creditText", owned(image.credit.as_deref().map(|credit| credit_text(credit, localizer)).unwrap_or_default())),
        ("isBasedOn", credited(image, |credit| url(credit.source_url.as_ref()))),
        ("copyrightNotice", credited(image, |credit| text(&credit.notice))),
        ("license", credited(image, |credit| url(credit.license_url.as_ref()))),
        ("acquireLicensePage", credited(image, |credit| url(credit.acquire_url.as_ref()))),
    ]))
}

/// What is read of a credit where there is one.
fn credited<'i>(image: &'i Image, read: impl FnOnce(&'i Credit) -> Value<'i>) -> Value<'i> {
    image.credit.as_deref().map_or(Value::Null, read)
}

fn person(credit: &Credit) -> Value<'_> {
    map(&mut [("name", text(&credit.creator)), ("url", url(credit.creator_url.as_ref()))])
}

fn owned(text: String) -> Value<'static> {
    Value::Text(text.into())
}
