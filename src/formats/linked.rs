//! schema.org as JSON-LD: articles, and details that they add to posts in other formats.

use super::{
    ways::{at, first, text_of},
    words,
};
use crate::{
    coerce::items,
    context::Context,
    json::Value,
    model::{Author, Credit, Date, Image, Post, Span},
    options::is_language,
    policy::{SafeUrl, Sink, image::dimension, text},
    report::Path,
};

/// How many members of a graph are read.
const NODES: usize = 1_000;

/// The members of a graph, or the objects themselves.
pub fn nodes<'v, 'a>(value: &'v Value<'a>) -> Vec<&'v Value<'a>> {
    let mut nodes = Vec::new();
    for one in items(value) {
        match at(one, "@graph") {
            Some(graph) => nodes.extend(items(graph)),
            None => nodes.push(one),
        }
    }
    nodes.truncate(NODES);
    nodes
}

/// The first article among them.
pub fn article<'v, 'a>(nodes: &[&'v Value<'a>]) -> Option<&'v Value<'a>> {
    nodes.iter().find(|node| is_a(node, &["Article", "Posting", "Report", "Recipe"])).copied()
}

fn is_a(node: &Value<'_>, kinds: &[&str]) -> bool {
    let named = |one: &Value<'_>| text_of(one).is_some_and(|name| kinds.iter().any(|kind| name.ends_with(kind)));
    at(node, "@type").map(items).unwrap_or_default().iter().any(named)
}

/// The member that a reference names, or the value itself.
fn resolved<'v, 'a>(value: &'v Value<'a>, nodes: &[&'v Value<'a>]) -> &'v Value<'a> {
    let Value::Map(entries) = value else { return value };
    let Some(id) = at(value, "@id").and_then(text_of).filter(|_| entries.len() < 3) else { return value };
    let is_it = |node: &&&Value<'_>| at(node, "@id").and_then(text_of) == Some(id);
    nodes.iter().find(is_it).copied().unwrap_or(value)
}

/// Who wrote an article.
pub fn authors(article: &Value<'_>, nodes: &[&Value<'_>], context: &mut Context<'_>, path: &Path<'_>) -> Vec<Author> {
    let mut authors = Vec::new();
    let Some((way, found)) = first(article, "author creator") else { return authors };
    for one in items(found) {
        let one = resolve_any(one, nodes);
        let name = match one {
            Value::Text(name) => Some(name.as_ref()),
            other => at(other, "name").and_then(text_of),
        };
        let name = name
            .map(|name| words::plain_line(name, context))
            .filter(|name| !name.is_empty() && !name.starts_with("http"));
        let url = at(one, "url").filter(|url| matches!(url, Value::Text(_)));
        let url = url.and_then(|url| context.url(url, Sink::Page, &path.way(way)));
        authors.extend(name.map(|name| Author { name, url }));
    }
    authors
}

fn resolve_any<'v>(value: &'v Value<'v>, nodes: &[&'v Value<'v>]) -> &'v Value<'v> {
    resolved(value, nodes)
}

/// The images of an article with their credits.
pub fn images(article: &Value<'_>, nodes: &[&Value<'_>], context: &mut Context<'_>, path: &Path<'_>) -> Vec<Image> {
    let found = at(article, "image").map(items).unwrap_or_default();
    let mut images = Vec::new();
    for (index, one) in found.iter().enumerate() {
        let step = ["image.", &index.to_string()].concat();
        images.extend(picture(resolve_any(one, nodes), context, &path.way(&step)));
    }
    images
}

fn picture(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Image> {
    let address = match value {
        Value::Text(_) => Some(value),
        _ => first(value, "contentUrl url").map(|(_, url)| url),
    };
    let src = context.url(address?, Sink::Image, path)?;
    let pixels = |way| at(value, way).and_then(text_of).and_then(dimension);
    let caption = at(value, "caption").and_then(text_of).map(text::line).filter(|caption| !caption.is_empty());
    Some(Image {
        src: Some(src),
        width: pixels("width"),
        height: pixels("height"),
        caption: caption.map(Span::plain).into_iter().collect(),
        credit: credit(value, context, path),
        ..Image::default()
    })
}

/// The credit of an `ImageObject`.
fn credit(image: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Box<Credit>> {
    let word = |ways: &'static str| {
        first(image, ways).and_then(|(_, found)| text_of(found)).map(text::line).unwrap_or_default()
    };
    let mut address =
        |ways: &'static str| first(image, ways).and_then(|(way, found)| context.url(found, Sink::Page, &path.way(way)));
    let credit = Credit {
        creator: word("creator.0.name creator.name creator"),
        creator_url: address("creator.0.url creator.url"),
        source: word("creditText"),
        notice: word("copyrightNotice copyrightHolder.name"),
        license_url: address("license"),
        acquire_url: address("acquireLicensePage"),
        ..Credit::default()
    };
    (!credit.is_empty()).then(|| Box::new(credit))
}

/// Fills in what a post lacks, from the linked data beside it.
pub fn enrich(post: &mut Post, data: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) {
    let nodes = nodes(data);
    if let Some(article) = article(&nodes) {
        let word = |ways: &'static str| first(article, ways).and_then(|(_, found)| text_of(found));
        if post.authors.is_empty() {
            post.authors = authors(article, &nodes, context, path);
        }
        post.published = post.published.take().or_else(|| word("datePublished").and_then(Date::parse));
        post.modified = post.modified.take().or_else(|| word("dateModified").and_then(Date::parse));
        let lang = word("inLanguage").map(text::line).filter(|lang| is_language(lang));
        post.lang = post.lang.take().or(lang);
        if post.title.is_empty() {
            post.title = word("headline").map(|title| words::plain_line(title, context)).unwrap_or_default();
        }
    }
    for node in nodes.into_iter().filter(|node| is_a(node, &["ImageObject"])) {
        let address = first(node, "contentUrl url").and_then(|(_, url)| text_of(url));
        let src = address.and_then(|address| SafeUrl::parse(address, Sink::Image, context.base.as_ref()).ok());
        let own =
            post.images.iter_mut().find(|image| image.credit.is_none() && image.src.is_some() && image.src == src);
        if let Some(own) = own {
            own.credit = credit(node, context, path);
        }
    }
}
