//! Reads and writes the native format, `backmatter/1`.

mod blocks;
mod candidates;
mod cards;
mod foreign;
mod level;
mod lists;
mod table;
mod write;

pub use blocks::body;
pub use candidates::{Comparison, compare};
pub use cards::is_address;
pub use foreign::{is_foreign, is_html};
pub use write::{candidate as write_candidate, candidates as write_candidates, card as write_card, write};

use candidates::add_best_candidates;
use cards::cards;

use crate::{
    coerce::{ALSO, field, same_name},
    context::{Context, Fields, each, spans},
    facts::{self, Progress},
    images::images,
    json::Value,
    model::{Author, Date, Dir, Facts, Image, Meta, Post},
    options::is_language,
    report::{Need, NoticeCode, Path},
    scan::{cut, is_one_of, parts},
};

/// The name of the format.
pub const NAME: &str = "backmatter/1";

/// How many of the first [`FIELDS`] make an object a post.
pub const SHOWN: usize = 7;
/// The fields of a post; all but one of those that are shown may be missing.
pub const FIELDS: &str = "title body meta images similar intro candidates id url lang dir published modified authors \
                          meta_title format";

/// Reads a post. A field that cannot be read is left out with a notice.
pub fn post(value: &Value<'_>, context: &mut Context<'_>) -> Post {
    let fields = &mut Fields::new(value, context, &Path::Root);
    if fields.get("title").is_none() {
        fields.context.notice(&Path::Root.key("title"), NoticeCode::TitleMissing, "the post has no title");
    }
    let lang = fields.read("lang", language);
    if let (Some(lang), true) = (&lang, fields.context.lang.is_empty()) {
        fields.context.lang.clone_from(lang);
    }
    let mut meta = fields.read("meta", meta);
    meta.title = fields.line("meta_title");
    let mut post = Post {
        id: fields.line("id"),
        url: fields.page("url"),
        title: fields.line("title"),
        intro: fields.read("intro", spans),
        lang,
        dir: fields.read("dir", direction),
        published: fields.read("published", date),
        modified: fields.read("modified", date),
        authors: fields.read("authors", authors),
        body: fields.read("body", blocks::body),
        meta,
        images: fields.read("images", images),
        similar: fields.read("similar", cards),
    };
    unknown(value, fields.context);
    add_gallery_from_meta(&mut post, fields);
    add_best_candidates(&mut post, value, context);
    post
}

fn meta(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Meta {
    let is_given = facts::is_given(value, context.options);
    let facts = if is_given { context.tools.facts(value, context, path) } else { None };
    if is_given && facts.is_none() {
        context.needs.add(Need::Facts);
    }
    Meta { is_given, facts, ..Meta::default() }
}

/// Reads up to `rows` more facts of a post whose other parts are already read. Returns whether more remain.
pub fn facts(
    post: &Value<'_>,
    facts: &mut Facts,
    context: &mut Context<'_>,
    progress: &mut Progress,
    rows: usize,
) -> bool {
    if let (Some(tag), true) = (field(post, "lang"), context.lang.is_empty()) {
        // The first reading has already reported its errors.
        let said = context.notices.len();
        context.lang = language(tag, context, &Path::Root).unwrap_or_default();
        context.notices.truncate(said);
    }
    let meta = field(post, "meta").unwrap_or(&Value::Null);
    progress.go_on(facts, meta, context, &Path::Root.key("meta"), rows)
}

fn authors(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Author> {
    each(value, context, path, author)
}

/// Adds a notice for each unknown field.
fn unknown(value: &Value<'_>, context: &mut Context<'_>) {
    let Value::Map(entries) = value else { return };
    for (key, _) in entries {
        let also = ALSO.iter().filter(|(name, _)| is_one_of(name, FIELDS)).map(|(_, others)| *others);
        if !also.chain([FIELDS]).any(|names| parts(names, b" ").any(|name| same_name(key, name))) {
            context.notice(&Path::Root.key(key), NoticeCode::UnknownField, "the format has no such field");
        }
    }
}

fn language(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<String> {
    let tag = context.line(value, path).replace('_', "-");
    if !is_language(&tag) {
        context.notice(path, NoticeCode::LanguageIgnored, "it is no BCP 47 language tag");
        return None;
    }
    Some(tag)
}

fn direction(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Dir> {
    let dir = Dir::parse(&context.line(value, path));
    if dir.is_none() {
        context.notice(path, NoticeCode::DirectionIgnored, "it is none of ltr, rtl and auto");
    }
    dir
}

fn date(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Date> {
    let date = Date::parse(context.string(value, path)?);
    if date.is_none() {
        context.notice(path, NoticeCode::DateRefused, "it is no date in a form such as 2025-04-10");
    }
    date
}

fn author(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Author> {
    let author = if matches!(value, Value::Map(_)) {
        let mut fields = Fields::new(value, context, path);
        Author { name: fields.line("name"), url: fields.page("url") }
    } else {
        Author { name: context.line(value, path), url: None }
    };
    if author.name.is_empty() {
        context.notice(path, NoticeCode::AuthorDropped, "there is no name");
        return None;
    }
    Some(author)
}

/// Without `images`, the gallery shows those of the meta's `image_sources` that the body does not show.
fn add_gallery_from_meta(post: &mut Post, fields: &mut Fields<'_, '_, '_, '_>) {
    let sources = fields.get("meta").and_then(|meta| field(meta, "image_sources"));
    if let (Some(sources), true) = (sources, post.images.is_empty()) {
        let mut found = images(sources, fields.context, &Path::Root.key("meta").key("image_sources"));
        let shown = post.body_images();
        // Above 1,000 images, repetitions are accepted: comparing them all would take too long.
        let compared = shown.get(..1_000).unwrap_or(&shown);
        // Text that may hold an e-mail address stays in the meta box, which has a privacy guard.
        let is_plain = |image: &Image| !image.words().any(|words| cut(words, b"@").1.is_some());
        found.retain(|image| {
            image.src.is_some() && is_plain(image) && compared.iter().all(|known| known.src != image.src)
        });
        post.images = found;
    }
}
