//! The short form of credit: the field names of the native format, and the short names of a few sources. It needs no parser for
//! lines of credit.

use crate::{
    coerce::same_name,
    context::{Context, Fields},
    json::Value,
    model::Credit,
    policy::{SafeUrl, Sink},
    report::{Need, Path},
    scan::{cut, is_one_of},
};

/// Sources by the short names that data uses for them → their proper names and home pages.
const SOURCES: &[(&str, &str, &str)] = &[
    ("unsplash", "Unsplash", "https://unsplash.com/"),
    ("pexels", "Pexels", "https://www.pexels.com/"),
    ("pixabay", "Pixabay", "https://pixabay.com/"),
    ("flickr", "Flickr", "https://www.flickr.com/"),
    ("wikimedia", "Wikimedia Commons", "https://commons.wikimedia.org/"),
    ("wikimediacommons", "Wikimedia Commons", "https://commons.wikimedia.org/"),
    ("picsum.photos", "picsum.photos", "https://picsum.photos/"),
    ("picsum", "picsum.photos", "https://picsum.photos/"),
    ("openverse", "Openverse", "https://openverse.org/"),
];

/// The fields of a credit in the short form.
const NAMES: &str = "title creator creator_url source source_url notice acquire_url modified required";

/// Reads the credit of an image as far as it is in the short form. Adds a need where the full reader could give another
/// result.
pub fn short_credit_of_image(image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
    let (credit, source) = (image.get("credit"), image.get("source"));
    let mut found = if credit.is_some_and(is_flat) { image.read("credit", credit_form) } else { Credit::default() };
    // The full reader finds the source by the hosts of the links.
    let is_told_by_host = found.source.is_empty() && (found.source_url.is_some() || found.creator_url.is_some());
    if found.source.is_empty() && source.is_some_and(|source| !matches!(source, Value::Map(_))) {
        found.source = image.line("source");
    }
    let is_whole =
        credit.is_none_or(is_short) && source.is_none_or(is_word) && !is_told_by_host && is_named(&found.source);
    if !is_whole {
        image.context.needs.add(Need::Credits);
    }
    name_source(&mut found, image.context.base.as_ref());
    (!found.is_empty() || found.required).then(|| Box::new(found))
}

/// Is a credit one word, or an object of our own names and plain values?
fn is_short(credit: &Value<'_>) -> bool {
    match credit {
        Value::Map(entries) => is_flat(credit) && entries.iter().all(|(name, _)| is_one_of(name, NAMES)),
        word => is_word(word),
    }
}

/// Is nothing nested in it?
fn is_flat(credit: &Value<'_>) -> bool {
    let is_nested = |value: &Value<'_>| matches!(value, Value::List(_) | Value::Map(_) | Value::Raw(_));
    !matches!(credit, Value::Map(entries) if entries.iter().any(|(_, value)| is_nested(value)))
}

fn is_word(value: &Value<'_>) -> bool {
    match value {
        Value::Text(line) => cut(line.trim(), b" ").1.is_none(),
        other => !matches!(other, Value::Map(_)),
    }
}

/// Is it empty, or a source of the list?
fn is_named(source: &str) -> bool {
    source.is_empty() || SOURCES.iter().any(|(known, ..)| source.eq_ignore_ascii_case(known))
}

fn credit_form(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Credit {
    if !matches!(value, Value::Map(_)) {
        return Credit { source: context.line(value, path), ..Credit::default() };
    }
    let mut fields = Fields::new(value, context, path);
    Credit {
        title: fields.line("title"),
        creator: fields.line("creator"),
        creator_url: fields.page("creator_url"),
        source: fields.line("source"),
        source_url: fields.page("source_url"),
        license: fields.line("license"),
        license_url: fields.page("license_url"),
        notice: fields.line("notice"),
        acquire_url: fields.page("acquire_url"),
        modified: fields.flag("modified"),
        required: fields.flag("required"),
    }
}

/// Gives a known source its proper name and its home page, and an address as source its host.
fn name_source(credit: &mut Credit, base: Option<&SafeUrl>) {
    if let Some((_, name, home)) = SOURCES.iter().find(|(known, ..)| same_name(&credit.source, known)) {
        credit.source = (*name).to_string();
        credit.source_url = credit.source_url.take().or_else(|| SafeUrl::parse(home, Sink::Page, None).ok());
    } else if credit.source.starts_with("http")
        && let Ok(url) = SafeUrl::parse(&credit.source, Sink::Page, base)
    {
        credit.source = url.host().unwrap_or_default().to_string();
        credit.source_url.get_or_insert(url);
    }
}
