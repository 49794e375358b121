//! Images and their credits in the native format.

use super::text::spans;
use crate::{
    credits,
    fields::Fields,
    json::Value,
    lenient::{Context, CreditReader, field, same_name},
    model::{Candidate, Color, Credit, Image, SafeUrl},
    policy::{self, Sink, is_one_of, text::cut},
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

/// The names of a credit that need no other reader.
const NAMES: &str = "title creator creator_url source source_url notice acquire_url modified required";

/// Reads an image: an object, or a bare address. Empty for what is neither.
pub fn image(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Image {
    if !matches!(value, Value::Map(_)) {
        return Image { src: source(value, context, path), ..Image::default() };
    }
    let mut fields = Fields::new(value, context, path);
    let mut image = Image {
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
    if image.credit.is_none() {
        credit_of_caption(&mut image, &fields);
    }
    image
}

/// The same for one that stands on its own: whoever cannot see it depends on its `alt`. An empty one says that it decorates.
pub fn described(value: &Value<'_>, context: &mut Context<'_>, path: &Path<'_>) -> Image {
    let image = image(value, context, path);
    if image.src.is_some() && field(value, "alt").is_none() {
        context.notice(path, "nothing describes the image", "it has no alt; an empty one says that it is a decoration");
    }
    image
}

/// A caption that is nothing but a credit is one.
fn credit_of_caption(image: &mut Image, fields: &Fields<'_, '_, '_, '_>) {
    let Some(Value::Text(caption)) = fields.get("caption") else { return };
    if fields.context.tools.credits.is_some() && credits::is_credit(caption) {
        image.credit = Some(Box::new(credits::credit_of_caption(&image.caption, fields.context)));
        image.caption = Vec::new();
    }
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
        context.notice(path, "placeholder ignored", "it is no colour such as #a1b2c3, no BlurHash and no ThumbHash");
    }
    color
}

/// The credit of an image: its `credit`, the short form `source`, or what else the image says about where it comes from.
fn credit(image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
    match image.context.tools.credits {
        Some(read) => whole_credit(image, read),
        None => short_credit(image),
    }
}

// Not inlined: the lazy half of the package begins here.
#[inline(never)]
fn whole_credit(image: &mut Fields<'_, '_, '_, '_>, read: CreditReader) -> Option<Box<Credit>> {
    let mut found = image.read("credit", read);
    if found.source.is_empty() {
        let source = image.read("source", read);
        found = merged(found, source);
    }
    if !found.is_empty() {
        let path = image.path.key("credit");
        for (what, why) in credits::missing(&found) {
            image.context.notice(&path, what, &why);
        }
    }
    (!found.is_empty() || found.required).then(|| Box::new(found))
}

/// What the first does not say, the second does.
fn merged(first: Credit, second: Credit) -> Credit {
    let text = |one: String, other: String| if one.is_empty() { other } else { one };
    Credit {
        title: text(first.title, second.title),
        creator: text(first.creator, second.creator),
        creator_url: first.creator_url.or(second.creator_url),
        source: text(first.source, second.source),
        source_url: first.source_url.or(second.source_url),
        license: text(first.license, second.license),
        license_url: first.license_url.or(second.license_url),
        notice: text(first.notice, second.notice),
        ..first
    }
}

/// The same without what takes credits apart: our own names, and the short names of a few sources.
fn short_credit(image: &mut Fields<'_, '_, '_, '_>) -> Option<Box<Credit>> {
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
