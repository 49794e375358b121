//! Images and their credits in the native format.

use super::text::spans;
use crate::{
    fields::Fields,
    json::Value,
    lenient::Context,
    model::{Candidate, Color, Credit, Image, SafeUrl},
    policy::{self, Sink},
    report::Path,
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

/// Reads an image: an object, or a bare address. Empty for what is neither.
pub fn image(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Image {
    if !matches!(value, Value::Map(_)) {
        return Image { src: source(value, context, path), ..Image::default() };
    }
    let mut fields = Fields::new(value, context, path);
    let image = Image {
        src: fields.read("src", source),
        srcset: fields.read("srcset", srcset),
        sizes: fields.word("sizes"),
        width: fields.read("width", dimension),
        height: fields.read("height", dimension),
        alt: fields.line("alt"),
        caption: fields.read("caption", spans),
        placeholder: fields.read("placeholder", placeholder),
        credit: credit(&mut fields),
    };
    if fields.get("src").is_none() {
        fields.notice("shown without a picture", "the image has no src");
    }
    image
}

fn source(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<SafeUrl> {
    context.url(value, Sink::Image, path)
}

fn srcset(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Vec<Candidate> {
    let untrusted = context.string(value, path).unwrap_or_default();
    let (kept, refused) = policy::image::srcset(untrusted, context.base.as_ref());
    if let Some(refusal) = refused {
        context.notice(path, "candidate left out", refusal.why());
    }
    kept
}

fn dimension(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<u16> {
    let pixels = context.string(value, path).and_then(policy::image::dimension);
    if pixels.is_none() {
        context.notice(path, "dimension ignored", "it is no whole number of pixels from 1 to 65,535");
    }
    pixels
}

fn placeholder(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Option<Color> {
    let color = context.string(value, path).and_then(Color::parse);
    if color.is_none() {
        context.notice(path, "placeholder ignored", "it is no colour such as #a1b2c3");
    }
    color
}

/// The credit of an image: its `credit`, or the short form `source`.
fn credit(image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
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
    let short = credit.source.to_ascii_lowercase().replace([' ', '-', '_'], "");
    if let Some((_, name, home)) = SOURCES.iter().find(|(known, ..)| *known == short) {
        credit.source = (*name).to_string();
        credit.source_url = credit.source_url.take().or_else(|| SafeUrl::parse(home, Sink::Page, None).ok());
    } else if credit.source.starts_with("http")
        && let Ok(url) = SafeUrl::parse(&credit.source, Sink::Page, base)
    {
        credit.source = url.host().unwrap_or_default().to_string();
        credit.source_url.get_or_insert(url);
    }
}
