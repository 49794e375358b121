//! What ways cannot express, envelope by envelope.

use crate::{
    coerce::items,
    formats::{
        drafting::author,
        envelope::{Draft, Reading},
        linked, pictures,
        ways::{at, first, text_of},
    },
    json::Value,
    options::is_language,
    policy::text,
    report::NoticeCode,
};

/// Takes from the feed what its item lacks.
pub fn json_feed<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    let Some(feed) = reading.beside else { return };
    if draft.post.authors.is_empty()
        && let Some((_, authors)) = first(feed, "authors author")
    {
        draft.post.authors =
            items(authors).iter().filter_map(|one| author(one, reading.context, reading.path)).collect();
    }
    if draft.post.lang.is_none() {
        let lang = at(feed, "language").and_then(text_of).map(text::line);
        draft.post.lang = lang.filter(|lang| is_language(lang));
    }
}

/// A post that only members may read: its beginning, or nothing.
pub fn paywall<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    if matches!(reading.object.get("access"), Some(Value::Bool(false))) {
        draft.is_protected = draft.post.body.is_empty();
        if !draft.is_protected {
            reading.note("access", NoticeCode::PreviewOnly, "", "the rest is for members");
        }
    }
}

/// Links to assets and entries, which the response may include.
pub fn contentful<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    let Value::Map(fields) = reading.object else { return };
    for (name, value) in fields {
        for link in items(value) {
            let word = |way| at(link, way).and_then(text_of);
            let (Some(kind), Some(id)) = (word("sys.linkType").or(word("sys.type")), word("sys.id")) else { continue };
            let among = if kind == "Asset" { "includes.Asset" } else { "includes.Entry" };
            let known = reading.beside.and_then(|beside| at(beside, among)).map(items).unwrap_or_default();
            let is_it = |one: &&Value<'_>| at(one, "sys.id").and_then(text_of) == Some(id);
            // A client may have replaced the link by its target; otherwise the target is beside the entries.
            let found = if link.get("fields").is_some() { Some(link) } else { known.iter().find(is_it) };
            let here = reading.path.way(name);
            match (kind, found) {
                ("Asset", Some(asset)) => draft.post.images.extend(pictures::image(asset, reading.context, &here)),
                (_, Some(entry)) if name.to_lowercase().contains("author") => {
                    draft.post.authors.extend(author(entry, reading.context, &here));
                }
                (_, Some(entry)) => {
                    let title = first(entry, "fields.title fields.name").map(|(_, title)| title.clone());
                    if let Some(title) = title {
                        draft.fact(name, title);
                    }
                }
                (_, None) => reading.note(
                    name,
                    NoticeCode::NotEmbedded,
                    "linked entry",
                    "it is not among what the response includes",
                ),
            }
        }
    }
    let is_link = |value: &Value<'_>| items(value).iter().any(|one| at(one, "sys.id").is_some());
    let links = fields.iter().filter(|(_, value)| is_link(value)).map(|(name, _)| name.to_string());
    reading.kept.extend(links);
}

/// Authors and images are members of the graph, by their `@id`.
pub fn linked_data<'v>(reading: &mut Reading<'_, 'v, '_, '_>, draft: &mut Draft<'v>) {
    let graph = linked::nodes(reading.beside.unwrap_or(reading.object));
    draft.post.authors = linked::authors(reading.object, &graph, reading.context, reading.path);
    draft.post.images = linked::images(reading.object, &graph, reading.context, reading.path);
}
