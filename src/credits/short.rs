//! The short form of credit, read without what takes credits apart: our own names, and the short names of a few sources.

use crate::{
    coerce::same_name,
    context::{Context, Fields},
    json::Value,
    model::Credit,
    policy::{SafeUrl, Sink},
    report::Path,
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

/// The names of a credit that need no other reader.
const NAMES: &str = "title creator creator_url source source_url notice acquire_url modified required";

/// The credit of an image, as far as it is in the short form.
pub fn short_credit_of_image(image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
    let is_long = ["credit", "source"].into_iter().filter_map(|name| image.get(name)).any(|value| match value {
        Value::Text(line) => cut(line, b" ").1.is_some(),
        Value::Map(entries) => entries.iter().any(|(name, _)| !is_one_of(name, NAMES)),
        _ => false,
    });
    if is_long {
        image.notice("credit read in part", "what reads all of it could not be loaded");
    }
    let mut found = image.read("credit", credit_form);
    if found.source.is_empty() {
        found.source = image.line("source");
    }
    name_source(&mut found, image.context.base.as_ref());
    (!found.is_empty()).then(|| Box::new(found))
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
