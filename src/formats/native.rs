//! The native format, `backmatter/1`, in and out.

mod blocks;
mod image;
mod text;
mod write;

pub use image::image;
pub use write::write;

use crate::{
    facts,
    json::Value,
    lenient::{Context, field, items, same_name},
    model::{Author, Card, Date, Dir, Image, Post, SafeUrl},
    options::is_language,
    policy::Sink,
    report::Path,
};

/// The name of the format.
pub const NAME: &str = "backmatter/1";

/// The fields of a post; all but `title` or `body` may be missing.
pub const FIELDS: &[&str] = &[
    "title",
    "body",
    "meta",
    "images",
    "similar",
    "intro",
    "candidates",
    "id",
    "url",
    "lang",
    "dir",
    "published",
    "modified",
    "authors",
    "meta_title",
    "format",
];

/// Other names of the same fields, seen in the wild.
const ALSO: &[(&str, &[&str])] = &[
    ("intro", &["introduction"]),
    ("authors", &["author"]),
    ("images", &["image", "gallery"]),
    ("meta", &["post_meta"]),
];

/// Reads a post. Each field that cannot be read costs itself and a notice.
pub fn post(value: &Value<'_>, context: &mut Context<'_>) -> Post {
    if named(value, "title").is_none() {
        context.notice(&Path::Root.key("title"), "no heading is shown", "the post has no title");
    }
    let mut source = Source { value, context };
    let mut meta = source.read("meta", facts::meta);
    meta.title = source.read("meta_title", line);
    let post = Post {
        id: source.read("id", line),
        url: source.read("url", page),
        title: source.read("title", line),
        intro: source.read("intro", text::spans),
        lang: source.read("lang", language),
        dir: source.read("dir", direction),
        published: source.read("published", date),
        modified: source.read("modified", date),
        authors: source.read("authors", authors),
        body: source.read("body", blocks::body),
        meta,
        images: source.read("images", images),
        similar: source.read("similar", cards),
    };
    unknown(value, context);
    with_ranked_candidates(value, with_gallery_from_meta(value, post, context), context)
}

/// The fields of a post, read one by one.
struct Source<'s, 'v, 'a, 'c> {
    value: &'v Value<'a>,
    context: &'s mut Context<'c>,
}

/// Reads a value found at a path.
type Read<T> = fn(&Value<'_>, &mut Context<'_>, &Path<'_>) -> T;

impl Source<'_, '_, '_, '_> {
    fn read<T: Default>(&mut self, name: &'static str, read: Read<T>) -> T {
        match named(self.value, name) {
            Some(value) => read(value, self.context, &Path::Root.key(name)),
            None => T::default(),
        }
    }
}

fn line(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> String {
    context.line(value, path)
}

fn page(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<SafeUrl> {
    context.url(value, Sink::Page, path)
}

fn authors(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Author> {
    each(value, context, path, author)
}

fn cards(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Card> {
    each(value, context, path, card)
}

pub(super) fn named<'v, 'a>(value: &'v Value<'a>, name: &str) -> Option<&'v Value<'a>> {
    let also = ALSO.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, also)| also);
    field(value, &[name]).or_else(|| field(value, also))
}

/// A field that the format does not have is not lost without a word.
fn unknown(value: &Value<'_>, context: &mut Context<'_>) {
    let Value::Map(entries) = value else { return };
    for (key, _) in entries {
        let known = FIELDS.iter().chain(ALSO.iter().flat_map(|(_, also)| also.iter())).any(|name| same_name(key, name));
        if !known {
            context.notice(&Path::Root.key(key), "not shown", "the format has no such field");
        }
    }
}

/// Reads one or many with `read`, which leaves out what it cannot.
fn each<T>(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>, read: Read<Option<T>>) -> Vec<T> {
    let mut found = Vec::new();
    for (index, item) in items(value).iter().enumerate() {
        found.extend(read(item, context, &path.item(index)));
    }
    found
}

fn language(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<String> {
    let tag = context.line(value, path).replace('_', "-");
    if !is_language(&tag) {
        context.notice(path, "language ignored", "it is no BCP 47 language tag");
        return None;
    }
    Some(tag)
}

fn direction(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Dir> {
    let dir = Dir::parse(&context.line(value, path));
    if dir.is_none() {
        context.notice(path, "direction ignored", "it is none of ltr, rtl and auto");
    }
    dir
}

fn date(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Date> {
    let date = facts::parse_date(context.string(value, path)?);
    if date.is_none() {
        context.notice(path, "date left out", "it is no date in a form such as 2025-04-10");
    }
    date
}

fn author(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Author> {
    let author = match value {
        Value::Map(_) => Author {
            name: field(value, &["name"]).map(|name| context.line(name, &path.key("name"))).unwrap_or_default(),
            url: field(value, &["url"]).and_then(|url| context.url(url, Sink::Page, &path.key("url"))),
        },
        name => Author { name: context.line(name, path), url: None },
    };
    (!author.name.is_empty()).then_some(author)
}

/// The images of a list: objects, or bare addresses.
fn images(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Image> {
    each(value, context, path, |value, context, path| {
        Some(image(value, context, path)).filter(|image| !image.is_empty())
    })
}

fn card(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Card> {
    if !matches!(value, Value::Map(_)) {
        context.wrong_shape(value, "a card", path);
        return None;
    }
    let mut line = |name: &str| {
        let found = field(value, &[name]);
        found.map(|found| context.line(found, &path.key(name))).unwrap_or_default()
    };
    let (id, title, excerpt) = (line("id"), line("title"), line("excerpt"));
    let named = |name: &str| field(value, &[name]);
    let card = Card {
        id,
        url: named("url").and_then(|url| context.url(url, Sink::Page, &path.key("url"))),
        title,
        excerpt,
        image: named("image")
            .map(|value| image(value, context, &path.key("image")))
            .filter(|image| image.src.is_some()),
        published: named("published").and_then(|value| date(value, context, &path.key("published"))),
        tags: named("tags").map(|value| tags(value, context, &path.key("tags"))).unwrap_or_default(),
    };
    if card.title.is_empty() {
        context.notice(path, "card left out", "it has no title");
        return None;
    }
    Some(card)
}

fn tags(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<String> {
    each(value, context, path, |tag, context, path| Some(context.line(tag, path)).filter(|tag| !tag.is_empty()))
}

/// Without `images`, the gallery shows those of the meta's `image_sources` that the body does not show.
fn with_gallery_from_meta(value: &Value<'_>, mut post: Post, context: &mut Context<'_>) -> Post {
    let sources = named(value, "meta").and_then(|meta| field(meta, &["image_sources"]));
    if let (Some(sources), true) = (sources, post.images.is_empty()) {
        let mut found = images(sources, context, &Path::Root.key("meta").key("image_sources"));
        let shown = post.body_images();
        // Beyond a thousand images a repetition is borne: comparing them all would take too long.
        let compared = shown.get(..1_000).unwrap_or(&shown);
        found.retain(|image| image.src.is_some() && compared.iter().all(|known| known.src != image.src));
        post.images = found;
    }
    post
}

fn with_ranked_candidates(value: &Value<'_>, mut post: Post, context: &mut Context<'_>) -> Post {
    let Some(candidates) = named(value, "candidates") else { return post };
    let found = each(candidates, context, &Path::Root.key("candidates"), card);
    let own_tags =
        named(value, "tags").or_else(|| named(value, "meta").and_then(|meta| field(meta, &["tags", "stack"])));
    let own = Card {
        id: post.id.clone(),
        url: post.url.clone(),
        title: post.title.clone(),
        tags: own_tags.map(|value| tags(value, context, &Path::Root.key("tags"))).unwrap_or_default(),
        ..Card::default()
    };
    post.similar = crate::related::ranked(&own, std::mem::take(&mut post.similar), found);
    post
}
