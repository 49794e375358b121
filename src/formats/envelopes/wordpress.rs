//! The REST interface of `WordPress`: posts, pages, attachments and custom types, as they are found.

use crate::{
    coerce::items,
    formats::{
        drafting::{at_error, author, topics},
        envelope::{BARE, Draft, Envelope, Reading},
        pictures,
        ways::{at, first, text_of},
        words,
    },
    json::Value,
    model::{Author, Block, Image, Span},
    policy::{Sink, text},
    report::NoticeCode,
};

/// Its ways.
pub static WORDPRESS: Envelope = Envelope {
    id: "id",
    url: "link guid.rendered",
    title: "title.rendered title.raw",
    title_is_html: true,
    intro: "excerpt.rendered yoast_head_json.description yoast_head_json.og_description",
    lang: "lang language yoast_head_json.og_locale",
    published: "date_gmt date",
    modified: "modified_gmt modified",
    body: "content.rendered=html content.raw=html description.rendered=html blocks=gutenberg content=html",
    picture: "_embedded.wp:featuredmedia.0",
    similar: "jetpack-related-posts jetpack_related_posts yarpp related_posts",
    spread: "acf meta",
    quiet: "guid slug status type template comment_status ping_status sticky format class_list author featured_media parent menu_order \
            categories tags generated_slug permalink_template password _links _embedded yoast_head jetpack_featured_media_url \
            jetpack_shortlink jetpack_sharing_enabled jetpack_likes_enabled jetpack_publicize_connections curies post \
            media_type mime_type media_details source_url alt_text caption description missing_image_sizes \
            featured_image_src featured_image_urls featured_media_src_url fimg_url better_featured_image uagb_featured_image_src \
            uagb_author_info uagb_comment_info uagb_excerpt author_info authors coauthors rttpg_featured_image_url rttpg_author \
            rttpg_comment rttpg_category rttpg_excerpt aioseo_head aioseo_head_json amp_enabled amp_validity",
    is_strict: true,
    finish: Some(finish),
    ..BARE
};

/// Where a theme or a plugin writes the address of the picture.
const PICTURE: &str = "jetpack_featured_media_url featured_media_src_url featured_image_urls.full featured_image_src \
                       better_featured_image.source_url fimg_url uagb_featured_image_src.full.0 yoast_head_json.og_image.0 \
                       rttpg_featured_image_url.full.0";
/// Where it writes a name.
const NAME: &str = "yoast_head_json.author author_info.display_name uagb_author_info.display_name rttpg_author.display_name \
                    coauthors.0.display_name authors.0.display_name authors.0.name author.name author.display_name author_name";

fn finish<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    let is_protected = matches!(reading.at("content.protected"), Some(Value::Bool(true)));
    draft.is_protected = is_protected && draft.post.body.is_empty();
    draft.post.authors = authors(reading);
    picture(reading, draft);
    attachment(reading, draft);
    terms(reading, draft);
    if let Some(seo) = reading.at("yoast_head_json") {
        reading.mapped.push(("meta", "yoast_head_json"));
        draft.fact("yoast_head_json", seo.clone());
    }
}

fn authors(reading: &mut Reading<'_, '_, '_, '_>) -> Vec<Author> {
    let number = reading.word("author");
    let mut found = Vec::new();
    for (index, one) in reading.at("_embedded.author").map(items).unwrap_or_default().iter().enumerate() {
        let step = ["_embedded.author.", &index.to_string()].concat();
        let path = reading.path.way(&step);
        let own = at(one, "id").and_then(text_of);
        if number.is_some() && own.is_some() && own != number {
            reading.note(&step, NoticeCode::EmbeddedElsewhere, "an author", "it is the author of another post");
            continue;
        }
        found.extend(author(one, reading.context, &path));
    }
    if found.is_empty() {
        let name = reading.find("authors", NAME).and_then(|(_, name)| text_of(name));
        let name = name.filter(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
        found.extend(name.map(|name| Author { name: words::line(name, reading.context), url: None }));
    } else {
        reading.mapped.push(("authors", "_embedded.author"));
    }
    if found.is_empty() && number.is_some_and(|number| number != "0") {
        reading.note("author", NoticeCode::NotEmbedded, "author", "it is only a number: ask the server for `?_embed`");
    }
    found
}

/// The featured picture, where it is one of this post and not in the article already.
fn picture<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    let number = reading.word("featured_media").filter(|number| *number != "0");
    if let Some(media) = reading.at("_embedded.wp:featuredmedia.0") {
        let own = at(media, "id").and_then(text_of);
        let code = if at_error(media) {
            Some((NoticeCode::EmbeddedError, "the server did not give it away"))
        } else if own.is_some() && reading.word("featured_media").is_some() && own != number {
            Some((NoticeCode::EmbeddedElsewhere, "it belongs to another post"))
        } else {
            None
        };
        if let Some((code, why)) = code {
            draft.post.images.clear();
            reading.note("_embedded.wp:featuredmedia.0", code, "the picture", why);
        }
    }
    if draft.post.images.is_empty() {
        let found = first(reading.object, PICTURE);
        let image = found.and_then(|(way, found)| pictures::image(found, reading.context, &reading.path.way(way)));
        match image {
            Some(image) => draft.post.images.push(image),
            None if number.is_some() && reading.at("_embedded.wp:featuredmedia").is_none() => {
                reading.note(
                    "featured_media",
                    NoticeCode::NotEmbedded,
                    "picture",
                    "it is only a number: ask the server for `?_embed`",
                );
            }
            None => {}
        }
    }
    let images = std::mem::take(&mut draft.post.images);
    let shown = draft.post.body_images();
    let repeats = |image: &Image| image.src.is_some() && shown.iter().any(|known| is_same(known, image));
    let (repeated, kept) = images.into_iter().partition::<Vec<_>, _>(repeats);
    draft.post.images = kept;
    if !repeated.is_empty() {
        reading.note("featured_media", NoticeCode::PictureRepeats, "", "the article shows it");
    }
}

/// Do both show the same picture, in any size?
fn is_same(one: &Image, other: &Image) -> bool {
    let stem = |image: &Image| image.src.as_ref().map(|src| stem(src.as_str()).to_string());
    stem(one) == stem(other)
}

/// An address without its query, its extension and the size in its name: `/a-1024x683.jpg` is `/a`.
fn stem(address: &str) -> &str {
    let address = address.split(['?', '#']).next().unwrap_or(address);
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let address = address.rsplit_once('.').map_or(address, |(name, _)| name);
    match address.rsplit_once('-') {
        Some((name, size))
            if size.split_once('x').is_some_and(|(width, height)| {
                [width, height].iter().all(|side| !side.is_empty() && side.bytes().all(|byte| byte.is_ascii_digit()))
            }) =>
        {
            name
        }
        _ => address.strip_suffix("-scaled").unwrap_or(address),
    }
}

/// An attachment is what the post is about.
fn attachment<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    let (Some(kind), Some(_)) = (reading.word("media_type mime_type"), reading.at("source_url")) else { return };
    if kind.starts_with("image") {
        let image = pictures::image(reading.object, reading.context, reading.path);
        let is_shown = |image: &Image| draft.post.body_images().iter().any(|known| is_same(known, image));
        let image = image.filter(|image| !is_shown(image));
        if let Some(image) = image {
            draft.post.body.insert(0, Block::Image(Box::new(image)));
        }
    } else if let Some(address) = reading.at("source_url") {
        let href = reading.context.url(address, Sink::Link, &reading.path.way("source_url"));
        let name = text_of(address).and_then(|address| address.rsplit('/').next()).map(text::line).unwrap_or_default();
        draft.post.body.push(Block::Paragraph(vec![Span { text: name, href, ..Span::default() }]));
    }
}

/// Categories, tags and the terms of other taxonomies: each taxonomy is a fact.
fn terms<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    let mut groups: Vec<(&'v str, Vec<String>)> = Vec::new();
    let mut add = |taxonomy: &'v str, name: String| match groups.iter_mut().find(|(known, _)| *known == taxonomy) {
        Some((_, names)) if names.contains(&name) => {}
        Some((_, names)) => names.push(name),
        None => groups.push((taxonomy, vec![name])),
    };
    let embedded = reading.at("_embedded.wp:term").map(items).unwrap_or_default();
    for term in embedded.iter().flat_map(items) {
        let taxonomy = at(term, "taxonomy").and_then(text_of).unwrap_or("terms");
        for name in topics(term, reading.context) {
            add(taxonomy, name);
        }
    }
    if embedded.is_empty() {
        let classes = reading.at("class_list");
        let classes: Vec<&'v str> = match classes {
            Some(Value::Map(entries)) => entries.iter().filter_map(|(_, class)| text_of(class)).collect(),
            Some(list) => items(list).iter().filter_map(text_of).collect(),
            None => Vec::new(),
        };
        for class in classes {
            for (begin, taxonomy) in [("category-", "category"), ("tag-", "post_tag")] {
                if let Some(slug) = class.strip_prefix(begin) {
                    add(taxonomy, slug.to_string());
                }
            }
        }
    }
    if groups.is_empty() && reading.object.get("categories").is_some_and(|ids| !items(ids).is_empty()) {
        reading.note(
            "categories",
            NoticeCode::NotEmbedded,
            "categories and tags",
            "they are only numbers: ask the server for `?_embed`",
        );
    }
    for (taxonomy, names) in groups {
        let key = match taxonomy {
            "category" => "categories",
            "post_tag" => "tags",
            other => other,
        };
        draft.tags.extend(names.iter().cloned());
        draft.fact(key, Value::List(names.into_iter().map(|name| Value::Text(name.into())).collect()));
    }
}
